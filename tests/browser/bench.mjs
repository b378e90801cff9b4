// Measures pages built with the feature `bench`: node tests/browser/bench.mjs DIRECTORY [DIRECTORY]
// Prints figures and asserts nothing about time; of two builds, before and after, also the figures side by side.

import { cpus } from "node:os";
import { SLOW_PHONE, firstAnswer } from "./first_answer.mjs";
import { answered, ask, launchBrowser, openPage, openPanel, startServer } from "./support.mjs";

const BATCHES = 9;
const BATCH_MS = 200;
const WARM_UP_MOVES = 20;
const MOVES = 300;
// Every project and open measure of each is moved; the last three show that time grows with size.
const PROJECTIONS = [
  ["lier", "Lier"],
  ["ovre-eiker", "Øvre Eiker"],
  ["lillehammer", "Lillehammer"],
  ["asker", "Asker"],
  ["250", "250 measures and 50 projects"],
  ["500", "500 measures and 100 projects"],
  ["1000", "1 000 measures and 200 projects"],
];
// What is asked of the model, with six causes moved, and its budget in milliseconds.
const QUESTIONS = [
  ["attribution", "attribution over six causes", 8],
  ["tornado", "tornado", 5],
  ["intervals", "the intervals of all main sliders", 16],
  ["futures", "200 futures", 60],
  ["four futures", "four futures, the least that is worked on at once", 8],
];
const SLIDERS = ["Renter", "Befolkningsvekst", "Investeringer", "Omstilling"];

/** The value that the given share of the measurements does not exceed. */
function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

const spread = (values) =>
  [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${percentile(values, share).toFixed(1)} ms`).join("  ");

// Runs in the page. The clock of a page ticks in 0.1 ms, so a batch has to be long.
function measureProjections({ batches, batchMs, what, which }) {
  const bench = window.handlingsromBench;
  const run = (count) => (which ? bench.question(count, what, which) : bench.projection(count, what));
  let count = which ? 2 : 20;
  for (let ms = run(count); ms < batchMs; ms = run(count)) {
    count = Math.ceil(count * Math.min(10, (1.2 * batchMs) / Math.max(ms, 0.1)));
  }
  return { count, micros: Array.from({ length: batches }, () => (1000 * run(count)) / count) };
}

// Runs in the page. One move per frame; a message posted from the frame arrives
// when that frame has been painted.
async function measureMoves({ inputs, moves }) {
  const canvases = [...document.querySelectorAll("canvas")];
  const pictures = () => canvases.map((canvas) => canvas.toDataURL()).join();
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const steps = inputs.map(() => 0);

  // Runs up and down over the whole track, so that each move is a new value.
  function nextValue(index) {
    const [min, max, step] = ["min", "max", "step"].map((name) => Number(inputs[index][name]));
    const last = Math.round((max - min) / step);
    const now = Math.round((Number(inputs[index].value) - min) / step);
    if (steps[index] === 0) steps[index] = 1;
    if (now + steps[index] > last || now + steps[index] < 0) steps[index] = -steps[index];
    return String(min + (now + steps[index]) * step);
  }

  function move(index) {
    const input = inputs[index];
    const value = nextValue(index);
    return new Promise((resolve) => {
      let t0;
      let drawn;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          const painted = performance.now() - t0;
          channel.port1.close();
          resolve({ drawn, painted });
        };
        setValue.call(input, value);
        t0 = performance.now();
        input.dispatchEvent(new Event("input", { bubbles: true }));
        channel.port2.postMessage(null);
      });
      // The next callback of the same frame: the microtasks of the first are done.
      requestAnimationFrame(() => {
        drawn = performance.now() - t0;
      });
    });
  }

  const result = { drawn: [], painted: [], canvases: canvases.length, changed: 0 };
  for (let i = 0; i < moves; i += 1) {
    const before = pictures();
    const { drawn, painted } = await move(i % inputs.length);
    if (pictures() !== before) result.changed += 1;
    result.drawn.push(drawn);
    result.painted.push(painted);
  }
  return result;
}

const FIRST_ANSWERS = 5;

/** Each figure, with one value for each build. */
const figures = new Map();
const keep = (name, value) => figures.set(name, [...(figures.get(name) ?? []), value]);

async function firstAnswers(browser, url) {
  for (const [how, slow, target] of [
    ["at 1.6 Mbit/s and 150 ms, the processor slowed four times", SLOW_PHONE, 2.5],
    ["locally", null, 0.4],
  ]) {
    const measured = [];
    for (let time = 0; time < FIRST_ANSWERS; time += 1) measured.push(await firstAnswer(browser, url, slow));
    const seconds = measured.map(({ ms }) => ms / 1000);
    const middle = percentile(seconds, 0.5);
    keep(`the levers answer ${how}, s`, middle);
    console.log(
      `the levers answer after ${middle.toFixed(2)} s of at most ${target}, 390×844, ${how}` +
        ` (median of ${FIRST_ANSWERS}; slowest ${Math.max(...seconds).toFixed(2)}; ${measured[0].bytes} bytes sent)`,
    );
  }
}

async function bench(browser, url) {
  const { page, errors } = await openPage(browser, url, { viewport: { width: 1280, height: 720 } });

  const processors = cpus();
  console.log(`machine: ${processors[0].model}, ${processors.length} cores, Chromium ${browser.version()} headless`);

  // The page has only the first municipality from the start.
  for (const id of ["ovre-eiker", "lillehammer", "asker"]) {
    const read = await page.evaluate(
      async (id) => window.handlingsromBench.read(id, await (await fetch(`kommuner/${id}.json`)).text()), id);
    if (!read) throw new Error(`kommuner/${id}.json could not be read`);
  }

  for (const [what, name] of PROJECTIONS) {
    const { count, micros } = await page.evaluate(measureProjections, { batches: BATCHES, batchMs: BATCH_MS, what });
    keep(`one projection, ${name}, µs`, percentile(micros, 0.5));
    console.log(
      `one projection, ${name}: ${percentile(micros, 0.5).toFixed(1)} µs (median of ${BATCHES} batches of ${count};` +
        ` fastest ${Math.min(...micros).toFixed(1)}, slowest ${Math.max(...micros).toFixed(1)})`,
    );
  }

  for (const [which, name, budget] of QUESTIONS) {
    const { count, micros } = await page.evaluate(measureProjections, {
      batches: BATCHES,
      batchMs: BATCH_MS,
      what: "lier",
      which,
    });
    const ms = micros.map((value) => value / 1000);
    keep(`${name}, ms`, percentile(ms, 0.5));
    console.log(
      `${name}: ${percentile(ms, 0.5).toFixed(2)} ms of at most ${budget} (median of ${BATCHES} batches of ${count};` +
        ` slowest ${Math.max(...ms).toFixed(2)})`,
    );
  }

  const sliders = await Promise.all(
    SLIDERS.map((name) => page.getByRole("slider", { name, exact: true }).elementHandle({ timeout: 5_000 })),
  );
  const inputs = await page.evaluateHandle((list) => list, sliders);
  await page.evaluate(measureMoves, { inputs, moves: WARM_UP_MOVES });
  await moves(page, inputs, "no panel open");
  for (const [how, open] of PANELS_OPEN) {
    await open(page);
    await moves(page, inputs, how);
  }
  if (errors.length > 0) throw new Error(`the page reported errors:\n${errors.join("\n")}`);
}

/** The panels that ask most of the machine, and how each is opened. */
const PANELS_OPEN = [
  ["*Alle tallene* open", (page) => openPanel(page, "Alle tallene")],
  ["*Hvorfor?* open", (page) => openPanel(page, "Hvorfor?")],
  ["two shocks open", async (page) => {
    await ask(page, "Hva om det går galt?");
    await page.locator(".sjokk").nth(0).click();
    await page.locator(".sjokk").nth(5).click();
    await answered(page);
  }],
  ["the futures open", async (page) => {
    await ask(page, "Hvor usikkert er det?");
    await page.locator("#trekk").click();
    await page.locator("#framtider").waitFor();
  }],
];

async function moves(page, inputs, how) {
  const { drawn, painted, canvases, changed } = await page.evaluate(measureMoves, { inputs, moves: MOVES });
  // Without this the figures could be those of a page that does nothing.
  if (changed === 0) throw new Error("no move changed a pixel of a canvas before its frame was painted");
  console.log(`slider event to curves drawn, ${how}:   ${spread(drawn)}`);
  keep(`slider event to frame painted, ${how}, p95, ms`, percentile(painted, 0.95));
  console.log(`slider event to frame painted, ${how}:  ${spread(painted)}`);
  console.log(`${MOVES} moves, ${canvases} canvases; pixels changed within the same frame in ${changed} of them`);
}

/** The figures of two builds side by side. */
function compare([before, after]) {
  console.log(`\nbefore: ${before}\nafter:  ${after}\n    before      after   after/before`);
  for (const [name, [old, now]] of figures) {
    console.log(`${old.toFixed(2).padStart(10)} ${now.toFixed(2).padStart(10)} ${(now / old).toFixed(2).padStart(8)}   ${name}`);
  }
}

const directories = process.argv.slice(2);
for (const directory of directories) {
  if (directories.length > 1) console.log(`\n== ${directory} ==`);
  const server = await startServer({ directory });
  const browser = await launchBrowser();
  try {
    await firstAnswers(browser, server.url);
    await bench(browser, server.url);
  } finally {
    await browser.close();
    await server.close();
  }
}
if (directories.length === 2) compare(directories);
