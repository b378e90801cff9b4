// What the reader sees when the program cannot start, comes too late, or stops; and what is kept.
// docs/feil.md says the same in words: the last test holds that every fault there is tried here.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync, existsSync, mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { LOADED, offlineFileUrl, stage, startServer } from "./support.mjs";

const on = stage();
const root = fileURLToPath(new URL("../..", import.meta.url));
const MOVED = "#renter=1";

/** A page on which the requests that match are answered by `answer`, and not waited for. */
async function broken(t, pattern, answer, url = on.server.url + MOVED) {
  const context = await on.browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  if (pattern) await context.route(pattern, answer);
  await page.goto(url, { waitUntil: "commit" });
  return page;
}

async function saysItDidNotStart(page, words = "nådde ikke fram") {
  await page.waitForSelector("#oppstartsfeil", { state: "visible" });
  const message = await page.innerText("#oppstartsfeil");
  assert.match(message, new RegExp(words));
  assert.match(message, /Last siden på nytt/);
  assert.match(message, /Scenarioet ditt står i adressen/);
  assert.equal(await page.isVisible("#laster"), false, "the page says that it still loads");
}

const other = (change) => async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.text()) });
};

describe("a program that cannot start says so", () => {
  const FAULTS = {
    "a start script that is missing": ["**/start-*.js", (route) => route.fulfill({ status: 404, body: "" })],
    "a start script that is reset": ["**/start-*.js", (route) => route.abort("connectionreset")],
    "a start script of the wrong type": [
      "**/start-*.js",
      (route) => route.fulfill({ contentType: "text/html", body: "<p>Logg inn</p>" }),
    ],
    "a start script that its integrity refuses": ["**/start-*.js", other((text) => `${text}\n0;`)],
    "glue that is missing": ["**/handlingsrom-web-*.js", (route) => route.fulfill({ status: 404, body: "" })],
    "glue that its integrity refuses": ["**/handlingsrom-web-*.js", other((text) => `${text}\n0;`)],
    "a WebAssembly file that is missing": ["**/*.wasm", (route) => route.fulfill({ status: 404, body: "" })],
    "a WebAssembly file that is cut": [
      "**/*.wasm",
      async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.body()).subarray(0, 10_000) });
      },
    ],
  };
  for (const [name, [pattern, answer]] of Object.entries(FAULTS)) {
    test(name, async (t) => saysItDidNotStart(await broken(t, pattern, answer)));
  }

  test("a browser without WebAssembly", async (t) => {
    const context = await on.browser.newContext();
    t.after(() => context.close());
    await context.addInitScript(() => delete globalThis.WebAssembly);
    const page = await context.newPage();
    await page.goto(on.server.url);
    await saysItDidNotStart(page, "mangler WebAssembly");
  });

  test("a frame that is sandboxed without an origin", async (t) => {
    const frame = `<iframe sandbox="allow-scripts" src="${on.server.url}${MOVED}" width="800" height="600"></iframe>`;
    const host = createServer((_, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(frame);
    });
    await new Promise((resolve) => host.listen(0, "127.0.0.1", resolve));
    t.after(() => host.close());
    const page = await broken(t, null, null, `http://127.0.0.1:${host.address().port}/`);
    await page.waitForSelector("iframe");
    const inside = page.frames().at(-1);
    await saysItDidNotStart(inside, "inne i en annen side");
    assert.equal(await inside.textContent("#oppstartsfeil [data-adresse]"), on.server.url + MOVED);
  });
});

test("a WebAssembly file that hangs: the page says that it loads, and after a while what to try", async (t) => {
  const held = [];
  const page = await broken(t, "**/*.wasm", (route) => void held.push(route));
  await page.waitForSelector("#laster", { state: "visible" });
  assert.equal((await page.innerText("#laster")).trim(), "Laster …");
  await page.waitForSelector("#treg", { state: "visible", timeout: 20_000 });
  assert.match(await page.innerText("#treg"), /Last siden på nytt, eller vent/);
  // When it comes after all, the message goes.
  for (const route of held) await route.continue();
  await page.waitForSelector(LOADED);
  await page.waitForSelector("#treg", { state: "hidden" });
});

test("without JavaScript the page says what it needs, and not that it loads", async (t) => {
  const context = await on.browser.newContext({ javaScriptEnabled: false });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(on.server.url);
  assert.match(await page.innerText("noscript"), /trenger JavaScript/);
  assert.equal(await page.isVisible("#laster"), false);
});

test("a page that starts warns of nothing", async (t) => {
  const context = await on.browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  await page.goto(on.server.url);
  await page.waitForSelector(LOADED);
  // A preload that nobody takes is warned of some seconds after the page has loaded.
  await page.waitForTimeout(5_000);
  assert.deepEqual(said, []);
});

describe("a program that panics", () => {
  /** The page of the build that panics on request; `url` is where it is served or lies. */
  async function panicked(t, url) {
    const context = await on.browser.newContext({ acceptDownloads: true });
    t.after(() => context.close());
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForSelector(LOADED);
    await page.evaluate(() => {
      try {
        dispatchEvent(new Event("test-panic"));
      } catch {
        // What the listener throws is told to the window as well.
      }
    });
    await page.waitForSelector("#stoppfeil", { state: "visible" });
    return page;
  }

  async function servedPanic(t) {
    const server = await startServer({ directory: "target/panic-dist" });
    t.after(server.close);
    return server.url;
  }

  test("says so, stops looking alive, and offers the scenario as link and file", async (t) => {
    const page = await panicked(t, (await servedPanic(t)) + MOVED);
    assert.match(await page.innerText("#stoppfeil"), /programmet stoppet/);
    assert.equal(await page.evaluate(() => document.getElementById("app").inert), true);
    assert.equal(await page.evaluate(() => document.activeElement.id), "stoppfeil");
    assert.equal(await page.getAttribute("#stoppfeil [data-adresse]", "href"), page.url());
    assert.match(page.url(), /renter=1/);
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#stoppfil")]);
    assert.equal(download.suggestedFilename(), "scenario.json");
    assert.equal(JSON.parse(readFileSync(await download.path(), "utf8")).renter, 1);
  });

  test("Last siden på nytt keeps what stands after #, on http", async (t) => {
    const page = await panicked(t, (await servedPanic(t)) + MOVED);
    await page.click("#stoppfeil [data-last]");
    await page.waitForSelector(LOADED);
    await page.waitForSelector("#stoppfeil", { state: "hidden" });
    assert.match(page.url(), /#.*renter=1/);
    assert.equal(await page.getByRole("slider", { name: "Renter", exact: true }).inputValue(), "1");
  });

  test("begins anew without the scenario, when that is what makes it stop", async (t) => {
    const page = await panicked(t, (await servedPanic(t)) + MOVED);
    await page.click("#stoppfeil [data-forfra]");
    await page.waitForSelector("#stoppfeil", { state: "hidden" });
    await page.waitForSelector(LOADED);
    assert.doesNotMatch(page.url(), /renter/);
  });
});

test("Last siden på nytt keeps what stands after #, in the offline file", async (t) => {
  // The program is there but cannot be read: its first bytes are others.
  const whole = readFileSync(fileURLToPath(offlineFileUrl()), "utf8");
  const file = join(mkdtempSync(join(tmpdir(), "handlingsrom-")), "delt.html");
  writeFileSync(file, whole.replaceAll("AGFzbQ", "AAAAAA").replace(/script-src [^;]*;/, "script-src 'unsafe-inline' 'wasm-unsafe-eval';"));
  const page = await broken(t, null, null, pathToFileURL(file).href + MOVED);
  await saysItDidNotStart(page);
  await page.click("#oppstartsfeil [data-last]");
  await saysItDidNotStart(page);
  assert.ok(page.url().endsWith(MOVED), page.url());
});

test("docs/feil.md tells of every fault that is tried here", () => {
  const path = join(root, "docs", "feil.md");
  assert.ok(existsSync(path), "docs/feil.md is missing");
  const page = readFileSync(path, "utf8");
  const source = readFileSync(fileURLToPath(import.meta.url), "utf8");
  const tried = [...source.matchAll(/^ {4}"(a [^"]+|glue [^"]+)":|^ {2}test\("([^"]+)"|^test\("([^"]+)"/gm)].map(
    ([, fault, inner, outer]) => fault ?? inner ?? outer,
  );
  assert.ok(tried.length > 12, String(tried));
  for (const name of tried.filter((name) => !name.startsWith("docs/"))) {
    assert.ok(page.includes(`\`${name}\``), `docs/feil.md does not name the test "${name}"`);
  }
});
