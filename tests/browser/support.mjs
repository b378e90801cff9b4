// What the browser tests share: a static server, a headless Chromium and a page
// that keeps account of everything that went wrong in it.

import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findChromium } from "../../scripts/chromium.mjs";
import { serve } from "../../scripts/serve.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

// The Node packages are installed with the scripts, not with the tests.
const nodePackages = createRequire(join(root, "scripts", "package.json"));
const { chromium } = nodePackages("playwright-core");
const axe = readFileSync(nodePackages.resolve("axe-core/axe.min.js"), "utf8");

const CHROMIUM_ARGUMENTS = [
  "--no-sandbox", // continuous integration runs as root
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A path that is not the top of its host, as on a municipality's own site. */
export const SUB_PATH = "/kommune/verktoy/";

/** Holds content as soon as the program has drawn itself. */
export const LOADED = "#app > .topp h1";

function built(path, target) {
  const file = join(root, path);
  if (!existsSync(file)) throw new Error(`${path} is missing; run \`make ${target}\` first`);
  return file;
}

/** Address of the file that opens without a server. */
export const offlineFileUrl = () => pathToFileURL(built("dist-offline/handlingsrom.html", "offline")).href;

/** Serves a built page on a free port; `close` ends it. */
export async function startServer({ path = "/", directory = "dist" } = {}) {
  const { server, url } = await serve(dirname(built(join(directory, "index.html"), "offline")), { path });
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url, close };
}

export function launchBrowser() {
  return chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGUMENTS });
}

/** A browser and the built page on a server, for all the tests of the file that asks: begun before them, ended after. */
export function stage() {
  const on = {};
  before(async () => {
    on.browser = await launchBrowser();
    on.server = await startServer();
  });
  after(async () => {
    await on.browser?.close();
    await on.server?.close();
  });
  return on;
}

function isOwn(request, own) {
  const { protocol, host } = new URL(request);
  return protocol === "data:" || protocol === "blob:" || (protocol === own.protocol && host === own.host);
}

/**
 * Opens an address in a context of its own and waits until the program has
 * drawn itself. The lists fill as long as the page lives:
 * - `errors`: console errors and uncaught errors
 * - `violations`: what the content security policy stopped
 * - `foreignRequests`: addresses on another host
 * The options are those of a Playwright context, such as `viewport`.
 */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const own = new URL(url);
  const log = { errors: [], violations: [], foreignRequests: [] };

  page.on("console", (message) => {
    if (message.type() === "error") log.errors.push(message.text());
  });
  page.on("pageerror", (error) => log.errors.push(String(error)));
  page.on("request", (request) => {
    if (!isOwn(request.url(), own)) log.foreignRequests.push(request.url());
  });
  await page.exposeFunction("reportViolation", (text) => log.violations.push(text));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      const from = `${event.sourceFile ?? ""}:${event.lineNumber ?? ""}`;
      window.reportViolation(`${event.effectiveDirective} stopped ${event.blockedURI} (${from}) ${event.sample}`);
    });
  });

  await page.goto(url);
  try {
    await page.waitForSelector(LOADED, { timeout: 20_000 });
  } catch (error) {
    const reasons = [...log.errors, ...log.violations].join("\n");
    throw new Error(`${url} did not draw itself.\n${reasons}`, { cause: error });
  }
  return { page, context, ...log, close: () => context.close() };
}

/** Saves a picture of the page as target/screenshots/NAME.png and returns its path. */
export async function screenshot(page, name, options = {}) {
  const folder = join(root, "target", "screenshots");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, ...options });
  return path;
}

/** Waits until what was changed has been painted: the work of this frame is done, and the next one has begun. */
export const painted = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** True for each canvas with more than one colour: something has been drawn on it. */
export const drawn = (page) =>
  page.locator("canvas").evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => {
    const { data } = one.getContext("2d").getImageData(0, 0, one.width, one.height);
    return new Set(new Uint32Array(data.buffer)).size > 1;
  }));

/** Waits until every question that is asked has been answered. */
export const answered = (page) => page.waitForSelector('.detaljer[aria-busy="false"]', { state: "attached" });

/** Waits until the second module has filled the panel that is open, and answered. */
async function filled(page) {
  await page.locator(".innhold > *").first().waitFor({ state: "attached" });
  await answered(page);
}

/** The door with a name under the charts; a tab while a panel is open. */
export const door = (page, name) => page.locator("#dokk .dor", { has: page.locator(`text="${name}"`) });

/** Opens the panel behind a door, where it is not open; the first one brings the module that fills it. */
export async function openPanel(page, name) {
  if ((await door(page, name).getAttribute("aria-expanded")) !== "true") await door(page, name).press("Enter");
  await page.locator('#dokk .dor[aria-expanded="true"]', { has: page.locator(`text="${name}"`) }).waitFor();
  await filled(page);
}

/** Asks one of the questions behind the door *Spør*. */
export async function ask(page, question) {
  await openPanel(page, "Spør");
  const button = page.locator(".sporsmalet", { hasText: question });
  await button.press("Enter");
  await page.waitForFunction(
    (text) => document.querySelector('.sporsmalet[aria-pressed="true"]')?.textContent.includes(text), question);
  await filled(page);
}

/** Every panel and every question, by what opens it. */
export const PANELS = {
  Prosjekter: [],
  Tiltak: [],
  "År for år": [],
  "Hvorfor?": [],
  "Alle tallene": [],
  Spør: ["Hva skal til?", "Hva betyr mest?", "Hva om det går galt?", "Hvor usikkert er det?", "Økonomisk handlingsrom"],
};

/** Opens every panel and every question in turn, unfolded, and calls `look` with the name of each. */
export async function eachPanel(page, look) {
  for (const [name, questions] of Object.entries(PANELS)) {
    await openPanel(page, name);
    await unfoldAll(page);
    if (questions.length === 0) await look(name);
    for (const question of questions) {
      await ask(page, question);
      await unfoldAll(page);
      await look(question);
    }
  }
}

/** Unfolds everything that can be, also what comes to sight with an answer. */
export async function unfoldAll(page) {
  const folded = page.locator("details:not([open]) > summary:visible");
  for (await answered(page); (await folded.count()) > 0; await answered(page)) await folded.first().click();
}

/** Chooses in one of the menus of the toolbar: *kommune* or *alternativ*. */
export async function choose(page, menu, name) {
  await page.locator(`#${menu}`).click();
  await page.locator(`.meny:has(#${menu}) li`).getByRole("button", { name, exact: true }).click();
}

/** Ids that stand more than once on the page. */
export const doubledIds = (page) =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  });

/** Breaches of WCAG 2.2 A and AA and of best practice, one line each, when every answer has come. */
export async function breaches(page) {
  await answered(page);
  await page.evaluate(axe);
  const result = await page.evaluate(() =>
    axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  for (const breach of result.violations.filter(({ id }) => id === "target-size")) {
    // What is scrolled half out of a panel is small only until it is scrolled into sight.
    breach.nodes = await page.evaluate(async (nodes) => {
      const small = [];
      for (const node of nodes) {
        document.querySelector(node.target[0]).scrollIntoView({ block: "center" });
        const again = await axe.run({ include: [node.target] }, { runOnly: ["target-size"] });
        if (again.violations.length > 0) small.push(node);
      }
      return small;
    }, breach.nodes);
  }
  return result.violations.filter(({ nodes }) => nodes.length > 0).map((breach) =>
    `${breach.id}: ${breach.nodes.slice(0, 4).map((node) => `${node.target} ${node.failureSummary}`).join(" | ")}`);
}
