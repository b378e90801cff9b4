// The built page as plain files: under any path, and as one file from disk.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
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
  // What a page asks for late would come with the next frames.
  await opened.page.waitForLoadState("networkidle");
  assert.deepEqual(opened.errors, []);
  assert.deepEqual(opened.violations, []);
  assert.deepEqual(opened.foreignRequests, []);
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
