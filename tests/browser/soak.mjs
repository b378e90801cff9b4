// Uses the page at random for a long time: node tests/browser/soak.mjs [MOVES] [DIRECTORY]
// Prints the WebAssembly memory after the first 500 moves and at the end, the slowest undo, and the tasks
// above 50 ms. Fails when memory has grown by more than a fifth, an undo took more than 16 ms, or a task was that long.

import { fileURLToPath } from "node:url";
import { launchBrowser, LOADED, startServer } from "./support.mjs";

const EARLY = 500;
const CHUNK = 250;
/** One undo for so many moves. */
const MOVES_PER_UNDO = 10;

// Runs before the page's own scripts: keeps every WebAssembly memory, and counts long tasks.
function watch() {
  window.soak = { memories: new Set(), longTasks: [], undos: [] };
  const keep = (result) => {
    const { memory } = (result.instance ?? result).exports;
    if (memory) window.soak.memories.add(memory);
    return result;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name].bind(WebAssembly);
    WebAssembly[name] = async (...given) => keep(await original(...given));
  }
  new PerformanceObserver((list) => {
    window.soak.longTasks.push(...list.getEntries().map((entry) => entry.duration));
  }).observe({ type: "longtask" });
}

// Runs in the page: so many random moves, one a frame, with an undo after every tenth.
async function use({ moves, seed, movesPerUndo }) {
  let state = seed;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (list) => list[random(list.length)];
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const tell = (element, ...types) =>
    types.forEach((type) => element.dispatchEvent(new Event(type, { bubbles: true })));
  const frame = () => new Promise((next) => requestAnimationFrame(next));

  function slide() {
    const slider = pick(seen('input[type="range"]'));
    const [min, max, step] = ["min", "max", "step"].map((name) => Number(slider[name]));
    setValue.call(slider, String(min + step * random(Math.round((max - min) / step) + 1)));
    // A drag has many events before the finger is lifted.
    tell(slider, ...(random(3) === 0 ? ["input", "change"] : ["input"]));
  }
  function type() {
    const field = pick(seen("input.tallfelt"));
    if (!field) return slide();
    setValue.call(field, String(random(20) - 5));
    tell(field, "input", "change");
  }
  function tick() {
    const box = pick(seen('input[type="checkbox"]'));
    if (box) box.click();
    else slide();
  }
  function open() {
    pick(seen(".dor, .sporsmalet, .lukk, .innhold summary"))?.click();
  }
  const kinds = [slide, slide, slide, slide, slide, slide, type, type, tick, open];
  const undo = () => seen("button").find((button) => /^Angre/.test(button.textContent.trim()));

  for (let move = 1; move <= moves; move += 1) {
    await frame();
    pick(kinds)();
    if (move % movesPerUndo > 0) continue;
    await frame();
    const button = undo();
    if (!button || button.ariaDisabled === "true") continue;
    const begun = performance.now();
    button.click();
    // The page's work is done in the microtasks of the press, before the next task.
    await new Promise((next) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = next;
      channel.port2.postMessage(null);
    });
    window.soak.undos.push(performance.now() - begun);
  }
}

const memory = (page) =>
  page.evaluate(() => [...window.soak.memories].reduce((sum, one) => sum + one.buffer.byteLength, 0));

/** Uses a page for so many moves; what was measured. */
export async function soak(browser, url, { moves, early = EARLY, seed = 1 }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.addInitScript(watch);
  await page.goto(url);
  await page.waitForSelector(LOADED);
  // What starting costs is measured elsewhere.
  await page.evaluate(() => window.soak.longTasks.splice(0));
  let done = 0;
  const upTo = async (end) => {
    for (; done < end; done += CHUNK) {
      const chunk = { moves: Math.min(CHUNK, end - done), seed: seed + done, movesPerUndo: MOVES_PER_UNDO };
      await page.evaluate(use, chunk);
    }
  };
  await upTo(early);
  const before = await memory(page);
  await upTo(moves);
  const after = await memory(page);
  const { longTasks, undos } = await page.evaluate(() => ({
    longTasks: window.soak.longTasks,
    undos: window.soak.undos,
  }));
  await context.close();
  return { moves, early, before, after, longTasks, undos, errors };
}

export const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`;

/** What is over the limits, in words; nothing when all is well. */
export function overLimits({ before, after, longTasks, undos, errors }) {
  const faults = errors.map((error) => `the page reported: ${error}`);
  if (before === 0) faults.push("no WebAssembly memory was seen");
  if (undos.length === 0) faults.push("no undo was possible");
  if (after > 1.2 * before) faults.push(`memory grew from ${megabytes(before)} to ${megabytes(after)}`);
  const slow = undos.filter((ms) => ms > 16).length;
  if (slow > 0) faults.push(`${slow} of ${undos.length} undos took more than 16 ms`);
  if (longTasks.length > 0) faults.push(`${longTasks.length} tasks took more than 50 ms`);
  return faults;
}

/** What was measured, in a few lines. */
export function told({ moves, early, before, after, longTasks, undos }) {
  const sorted = [...undos].sort((a, b) => a - b);
  const [middle, slowest] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
  return [
    `memory after ${early} moves: ${megabytes(before)}, after ${moves}: ${megabytes(after)} (at most 1.2 times)`,
    `${undos.length} undos: median ${middle.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms (at most 16)`,
    `tasks above 50 ms: ${longTasks.length}${longTasks.length > 0 ? `, longest ${Math.max(...longTasks)} ms` : ""}`,
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await startServer({ directory: process.argv[3] ?? "dist" });
  const browser = await launchBrowser();
  try {
    const result = await soak(browser, server.url, { moves: Number(process.argv[2] ?? 10_000) });
    console.log(told(result));
    const faults = overLimits(result);
    for (const fault of faults) console.error(`soak: ${fault}`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await server.close();
  }
}
