// The built page as plain files: under any path, and as one file from disk.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { get } from "node:http";
import { extname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { LOADED, SUB_PATH, launchBrowser, offlineFileUrl, openPage, startServer } from "./support.mjs";

let browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

const POLICY = 'meta[http-equiv="Content-Security-Policy"]';
const policyOf = (page) => page.locator(POLICY).getAttribute("content");

async function assertCleanStart(opened) {
  assert.notEqual((await opened.page.textContent(LOADED)).trim(), "", "the heading is empty");
  assert.equal(await opened.page.isVisible("#oppstartsfeil"), false, "the start-up error shows");
  // Late requests of the page would appear within the next frames.
  await opened.page.waitForLoadState("networkidle");
  assert.deepEqual(opened.errors, []);
  assert.deepEqual(opened.violations, []);
  assert.deepEqual(opened.foreignRequests, []);
}

/** The headers and the bytes of an answer as they came; fetch would unpack them. */
async function answer(url, encoding) {
  const request = get(url, { headers: { "Accept-Encoding": encoding } });
  const [response] = await once(request, "response");
  return { headers: response.headers, body: Buffer.concat(await response.toArray()) };
}

function assertStrictPolicy(policy) {
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /'unsafe-inline'|'unsafe-eval'|'unsafe-hashes'|https?:|\*/);
}

for (const path of ["/", SUB_PATH]) {
  test(`the page under ${path} starts without errors and asks no other host`, async (t) => {
    const server = await startServer({ path });
    t.after(server.close);
    const opened = await openPage(browser, server.url);
    t.after(opened.close);
    await assertCleanStart(opened);
    assertStrictPolicy(await policyOf(opened.page));
  });
}

test("a page whose program is missing says so", async (t) => {
  const server = await startServer();
  t.after(server.close);
  const context = await browser.newContext();
  t.after(() => context.close());
  await context.route("**/*.wasm", (route) => route.abort());
  const page = await context.newPage();
  await page.goto(server.url);
  await page.waitForSelector("#oppstartsfeil", { state: "visible" });
});

describe("the compressed files", () => {
  const dist = fileURLToPath(new URL("../../dist", import.meta.url));
  const read = (name) => readFileSync(join(dist, name));
  // Trunk leaves .stage behind when a build was broken off.
  const names = readdirSync(dist, { recursive: true }).filter((name) => !name.startsWith(".stage") && extname(name));
  const plain = names.filter((name) => ![".gz", ".br"].includes(extname(name)));
  const compressible = plain.filter((name) => extname(name) !== ".woff2");

  test("stand beside every file and hold the same bytes", () => {
    const endings = new Set(compressible.map((name) => extname(name)));
    assert.deepEqual([...endings].sort(), [".css", ".html", ".js", ".json", ".txt", ".wasm"]);
    for (const name of compressible) {
      assert.ok(gunzipSync(read(`${name}.gz`)).equals(read(name)), `${name}.gz holds something else`);
      assert.ok(brotliDecompressSync(read(`${name}.br`)).equals(read(name)), `${name}.br holds something else`);
    }
    assert.equal(names.length, plain.length + 2 * compressible.length, "a compressed file stands alone");
  });

  test("are what the page loads", async (t) => {
    const server = await startServer();
    t.after(server.close);
    const context = await browser.newContext();
    t.after(() => context.close());
    const page = await context.newPage();
    const loaded = [];
    page.on("response", (response) => loaded.push(response));
    await page.goto(server.url);
    await page.waitForSelector(LOADED);
    const own = loaded.filter((response) => response.url().startsWith(server.url));
    assert.ok(own.some((response) => response.url().endsWith(".wasm")));
    for (const response of own) {
      const encoding = (await response.allHeaders())["content-encoding"];
      assert.equal(encoding, response.url().endsWith(".woff2") ? undefined : "br", response.url());
    }
  });

  test("are sent to those who ask for them, with the type of the plain file", async (t) => {
    const server = await startServer();
    t.after(server.close);
    const TYPES = {
      ".css": /^text\/css/,
      ".html": /^text\/html;charset=utf-8$/,
      ".js": /^text\/javascript/,
      ".json": /^application\/json/,
      ".txt": /^text\/plain/,
      ".wasm": /^application\/wasm$/,
    };
    const ASKED = { "gzip, deflate, br, zstd": "br", "gzip, deflate": "gzip", identity: null };
    for (const name of compressible) {
      for (const [asked, expected] of Object.entries(ASKED)) {
        const { headers, body } = await answer(new URL(name, server.url), asked);
        const what = `${name} for ${asked}`;
        assert.equal(headers["content-encoding"] ?? null, expected, what);
        assert.match(headers["content-type"], TYPES[extname(name)], what);
        assert.equal(headers.vary, "Accept-Encoding", what);
        const ending = { br: ".br", gzip: ".gz" }[expected] ?? "";
        assert.ok(body.equals(read(name + ending)), what);
      }
    }
  });
});

describe("the offline file", () => {
  test("starts from disk without network or errors", async (t) => {
    const opened = await openPage(browser, offlineFileUrl(), { offline: true });
    t.after(opened.close);
    await assertCleanStart(opened);
    assertStrictPolicy(await policyOf(opened.page));
  });

  test("asks for nothing but itself", async (t) => {
    const context = await browser.newContext({ offline: true });
    t.after(() => context.close());
    const page = await context.newPage();
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(offlineFileUrl());
    await page.waitForSelector(LOADED);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith("data:")),
      [offlineFileUrl()],
    );
  });
});

test("what the program asks of Designsystemet is among the styles that are vendored", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const read = (path) => readFileSync(join(root, path), "utf8");
  const sources = readdirSync(join(root, "src/app"), { recursive: true }).filter((path) => path.endsWith(".rs"));
  const program = sources.map((path) => read(join("src/app", path))).join("");
  const styles = read("assets/designsystemet/components.css");
  const theme = read("assets/designsystemet/theme.css");
  const asked = (pattern) => new Set([...program.matchAll(pattern)].map(([, name]) => name));
  for (const name of asked(/\b(ds-[a-z-]+)/g)) assert.match(styles, new RegExp(`\\.${name}\\b`), name);
  for (const name of asked(/(data-(?:color|size)="[^"]+)"/g)) {
    assert.ok(theme.includes(`[${name.replace('"', "")}]`), `${name}" is not in SIZES_AND_COLORS of vendor-assets.mjs`);
  }
});
