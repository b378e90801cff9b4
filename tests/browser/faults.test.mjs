// What the reader sees when the program cannot start, comes too late, or stops; and what is kept.
// docs/feil.md says the same in words, and is written by the last test from feil.mjs.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync, mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { SECTIONS, written } from "./feil.mjs";
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

/** Opens the panel that tells why, and waits until the second module has filled it. */
async function openPanel(page) {
  await page.getByRole("button", { name: /^Hvorfor\?/ }).first().click();
  await page.waitForFunction(() => {
    const panel = document.querySelector(".detaljer");
    return panel?.getAttribute("aria-busy") === "false" && panel.querySelector("table");
  });
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

  test("a policy of the host that forbids WebAssembly", async (t) => {
    const strict = async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), "content-security-policy": "script-src 'self' 'unsafe-inline'" };
      await route.fulfill({ response, headers });
    };
    await saysItDidNotStart(await broken(t, (url) => url.pathname.endsWith("/"), strict));
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

  test("in the second module, offers the scenario as link and file too", async (t) => {
    const context = await on.browser.newContext({ acceptDownloads: true });
    t.after(() => context.close());
    const page = await context.newPage();
    await page.goto((await servedPanic(t)) + MOVED);
    await page.waitForSelector(LOADED);
    await openPanel(page);
    await page.evaluate(() => {
      try {
        dispatchEvent(new Event("test-panic-second"));
      } catch {
        // What the listener throws is told to the window as well.
      }
    });
    await page.waitForSelector("#stoppfeil", { state: "visible" });
    assert.match(await page.getAttribute("#stoppfeil [data-adresse]", "href"), /renter=1/);
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#stoppfil")]);
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

test("a canvas that the browser refuses is told of in sight, and the tables still have the figures", async (t) => {
  const context = await on.browser.newContext();
  t.after(() => context.close());
  await context.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  const page = await context.newPage();
  await page.goto(on.server.url + MOVED);
  await page.waitForSelector(LOADED);
  await page.getByText("lot oss ikke tegne diagrammet").first().waitFor({ state: "visible" });
});

test("a clipboard that is missing or refuses is told of in sight", async (t) => {
  for (const clipboard of [undefined, { writeText: () => Promise.reject(new Error("refused")) }]) {
    const context = await on.browser.newContext();
    t.after(() => context.close());
    await context.addInitScript((refuses) => {
      if (refuses) Clipboard.prototype.writeText = () => Promise.reject(new Error("refused"));
      else Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
    }, Boolean(clipboard));
    const page = await context.newPage();
    await page.goto(on.server.url + MOVED);
    await page.waitForSelector(LOADED);
    await page.getByRole("button", { name: "Del" }).first().click();
    await page.getByText("Nettleseren lot oss ikke kopiere").waitFor({ state: "visible" });
  }
});

describe("a municipality file that the page fetches", () => {
  /** The page, with what the server answers for Asker changed, when Asker has been chosen. */
  async function choosing(t, answer) {
    const context = await on.browser.newContext();
    t.after(() => context.close());
    await context.route("**/kommuner/asker.json", answer);
    const page = await context.newPage();
    await page.goto(on.server.url + MOVED);
    await page.waitForSelector(LOADED);
    await page.click("#kommune");
    await page.getByRole("button", { name: "Asker", exact: true }).click();
    await page.waitForSelector("#lenkefeil", { state: "visible" });
    assert.match(page.url(), /kommune=lier.*renter=1/);
    assert.match(await page.innerText("#kommune"), /Lier/);
    return page.innerText("#lenkefeil");
  }

  test("of a newer form is refused in its own words", async (t) => {
    const answer = other((text) => text.replace(/"formatversjon": *1/, '"formatversjon": 2, "noe_nytt": 1'));
    const told = await choosing(t, answer);
    assert.match(told, /formatversjon \(linje \d+\): versjon 2 er ukjent\. Dette programmet leser versjon 1\./);
    assert.doesNotMatch(told, /noe_nytt/);
  });

  test("with a fault is refused with the line and what would be right", async (t) => {
    const told = await choosing(t, other((text) => text.replace(/"antall_år": *\d+/, '"antall_år": 400')));
    assert.match(told, /plan\.antall_år \(linje \d+\)/);
  });

  test("that is cut on its way is refused, and what was shown stays", async (t) => {
    const told = await choosing(t, other((text) => text.slice(0, 2_000)));
    assert.match(told, /kommuner\/asker\.json kunne ikke hentes eller leses/);
  });

  test("that the network does not give is refused, and what was shown stays", async (t) => {
    const told = await choosing(t, (route) => route.abort("internetdisconnected"));
    assert.match(told, /kommuner\/asker\.json kunne ikke hentes eller leses/);
  });
});

test("the button over many faults of a link is above them, and each is short", async (t) => {
  const wrong = Array.from({ length: 60 }, (_, index) => `ukjent${index}=${"9".repeat(900)}`).join("&");
  const page = await broken(t, null, null, `${on.server.url}#v=1&kommune=lier&${wrong}`);
  await page.waitForSelector("#lenkefeil");
  const faults = await page.locator("#lenkefeil li").allInnerTexts();
  assert.ok(faults.length <= 21, `${faults.length} faults`);
  assert.ok(faults.every((fault) => fault.length <= 1_200), String(Math.max(...faults.map((fault) => fault.length))));
  const [button, list] = await Promise.all(
    ["#lenkefeil button", "#lenkefeil ul"].map((part) => page.locator(part).boundingBox()),
  );
  assert.ok(button.y + button.height <= list.y + 1, "the button is below the faults");
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

describe("what the browser or the machine refuses", () => {
  async function opened(t, setup, given) {
    const context = await on.browser.newContext();
    t.after(() => context.close());
    if (setup) await context.addInitScript(setup, given);
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(on.server.url + MOVED);
    await page.waitForSelector(LOADED);
    return { context, page, errors };
  }
  const rate = (page) => page.getByRole("slider", { name: "Renter", exact: true });
  async function moves(page, value) {
    await rate(page).fill(value);
    await page.waitForFunction(() => /renter=2|Angre/.test(location.hash + document.body.innerText));
    assert.equal(await rate(page).inputValue(), value);
  }

  test("storage that is denied changes nothing", async (t) => {
    const { page, errors } = await opened(t, () => {
      const denied = () => {
        throw new DOMException("denied", "SecurityError");
      };
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
        Object.defineProperty(globalThis, name, { get: denied });
      }
      Object.defineProperty(Document.prototype, "cookie", { get: denied, set: denied });
    });
    await moves(page, "2");
    assert.deepEqual(errors, []);
  });

  test("a history of the browser that refuses leaves the page working", async (t) => {
    const { page, errors } = await opened(t, () => {
      for (const name of ["pushState", "replaceState"]) {
        History.prototype[name] = () => {
          throw new DOMException("too many", "SecurityError");
        };
      }
    });
    await moves(page, "2");
    await page.getByRole("button", { name: "Angre", exact: true }).click();
    await page.waitForFunction(() => document.querySelector('input[type="range"]').value !== "2");
    assert.deepEqual(errors, []);
    assert.equal(await page.isVisible("#stoppfeil"), false);
  });

  test("a clock that stands still does not keep the answers from coming", async (t) => {
    const { page, errors } = await opened(t, () => {
      performance.now = () => 1_000;
      Date.now = () => 0;
    });
    await openPanel(page);
    assert.deepEqual(errors, []);
  });

  test("two tabs of the same link do not move each other", async (t) => {
    const { context, page } = await opened(t);
    const other = await context.newPage();
    await other.goto(page.url());
    await other.waitForSelector(LOADED);
    await moves(page, "2");
    assert.equal(await rate(other).inputValue(), "1");
    assert.match(other.url(), /renter=1/);
  });

  test("memory that runs out, or a call that goes too deep, is told of as a stop", async (t) => {
    for (const kind of ["RuntimeError", "RangeError"]) {
      const { page } = await opened(t);
      await page.evaluate((name) => {
        const error = name === "RangeError" ? new RangeError("too deep") : new WebAssembly.RuntimeError("unreachable");
        dispatchEvent(new ErrorEvent("error", { error }));
      }, kind);
      await page.waitForSelector("#stoppfeil", { state: "visible" });
      assert.equal(await page.getAttribute("#stoppfeil [data-adresse]", "href"), page.url());
      assert.equal(await page.isVisible("#stoppfil"), false);
    }
  });
});

test("docs/feil.md is written from the faults that are tried", () => {
  const path = join(root, "docs", "feil.md");
  if (process.env.UPDATE) writeFileSync(path, written());
  assert.equal(readFileSync(path, "utf8"), written(), "run again with UPDATE=1");
  const rows = SECTIONS.flatMap(({ rows }) => rows);
  for (const row of rows) {
    const [, , , file, test] = row;
    assert.ok(row.every((cell) => cell.length > 0), String(row));
    const source = readFileSync(join(root, file), "utf8");
    assert.ok(source.includes(`"${test}"`) || source.includes(`fn ${test}(`), `${file} has no test "${test}"`);
  }
  const source = readFileSync(fileURLToPath(import.meta.url), "utf8");
  const tried = [...source.matchAll(/^ {4}"(a [^"]+|glue [^"]+)":|^ {2}test\("([^"]+)"|^test\("([^"]+)"/gm)].map(
    ([, fault, inner, outer]) => fault ?? inner ?? outer,
  );
  assert.ok(tried.length > 30, String(tried));
  const named = new Set(rows.map((row) => row[4]));
  const missing = tried.filter((name) => !name.startsWith("docs/") && !named.has(name));
  assert.deepEqual(missing, [], "these have no row in tests/browser/feil.mjs");
});
