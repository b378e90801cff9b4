// The scenario in the address: reload, copied link, back button, damaged link, offline file.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LOADED, SUB_PATH, launchBrowser, offlineFileUrl, openPage, startServer } from "./support.mjs";

let browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

const slider = (page, name) => page.getByRole("slider", { name, exact: true });
const verdict = (page) => page.locator("#dommen").innerText();
const hash = (page) => new URL(page.url()).hash;

async function raiseRates(page) {
  await slider(page, "Renter").focus();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => location.hash.includes("renter=1"));
}

async function keepsItsScenario(it, t, url) {
  await raiseRates(it.page);
  const moved = await verdict(it.page);
  await it.page.reload();
  await it.page.waitForSelector(LOADED);
  assert.equal(await verdict(it.page), moved, "a reload loses the scenario");
  assert.equal(await slider(it.page, "Renter").inputValue(), "1");

  const copy = await openPage(browser, url + hash(it.page));
  t.after(copy.close);
  assert.equal(await verdict(copy.page), moved, "a copied link loses the scenario");
  assert.deepEqual([...it.errors, ...it.violations, ...it.foreignRequests, ...copy.errors], []);
}

for (const path of ["/", SUB_PATH]) {
  test(`a reload and a copied link under ${path} keep the scenario`, async (t) => {
    const server = await startServer({ path });
    t.after(server.close);
    const it = await openPage(browser, server.url);
    t.after(it.close);
    await keepsItsScenario(it, t, server.url);
  });
}

test("the back button goes back to the scenario before", async (t) => {
  const server = await startServer();
  t.after(server.close);
  const it = await openPage(browser, server.url);
  t.after(it.close);
  await slider(it.page, "Omstilling").focus();
  await it.page.keyboard.press("ArrowRight");
  await it.page.waitForFunction(() => location.hash.includes("omstilling=5"));
  await it.page.keyboard.press("ArrowRight");
  await it.page.waitForFunction(() => location.hash.includes("omstilling=10"));
  await it.page.goBack();
  assert.equal(await slider(it.page, "Omstilling").inputValue(), "5");
  await it.page.goForward();
  assert.equal(await slider(it.page, "Omstilling").inputValue(), "10");
});

test("a damaged link says what is wrong and opens the rest", async (t) => {
  const server = await startServer();
  t.after(server.close);
  const it = await openPage(browser, `${server.url}#v=1&kommune=lier&renter=abc&omstilling=20&prosjekt.tranby-skule=-4`);
  t.after(it.close);
  const message = await it.page.locator("#lenkefeil").innerText();
  assert.match(message, /renter: «abc» er ikke et tall/);
  assert.match(message, /Mente du «tranby-skole»\?/);
  assert.equal(await slider(it.page, "Omstilling").inputValue(), "20");
  assert.equal(await slider(it.page, "Renter").inputValue(), "0");
  assert.deepEqual(it.errors, []);
});

test("the offline file opens from disk with the network off, moves, reloads and keeps its scenario", async (t) => {
  const it = await openPage(browser, offlineFileUrl(), { offline: true });
  t.after(it.close);
  await raiseRates(it.page);
  const moved = await verdict(it.page);
  const pixels = await it.page.evaluate(() => document.getElementById("diagram-gjeld").toDataURL().length);
  assert.ok(pixels > 5_000, "the chart is empty");
  await it.page.reload();
  await it.page.waitForSelector(LOADED);
  assert.equal(await verdict(it.page), moved);
  assert.deepEqual([...it.errors, ...it.violations, ...it.foreignRequests], []);
});

test("quick movements are not undone by the browser's late word of the address", async (t) => {
  const server = await startServer();
  t.after(server.close);
  const it = await openPage(browser, server.url);
  t.after(it.close);
  await it.page.evaluate(async () => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
    const slider = document.getElementById("omstilling");
    const move = (value, ...events) => {
      set.call(slider, String(value));
      for (const name of events) slider.dispatchEvent(new Event(name, { bubbles: true }));
    };
    const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    move(5, "input", "change");
    await frame();
    // The next move has begun when the browser reports the first address.
    move(10, "input");
    await frame();
    window.dispatchEvent(new HashChangeEvent("hashchange"));
    await frame();
    move(10, "change");
  });
  await it.page.waitForFunction(() => location.hash.includes("omstilling=10"), null, { timeout: 5000 });
  assert.equal(await slider(it.page, "Omstilling").inputValue(), "10");
});

/** Presses a key on a slider, and waits for the end of the burst. */
async function press(page, name, times, inAddress) {
  await slider(page, name).focus();
  for (let press = 0; press < times; press += 1) await page.keyboard.press("ArrowRight");
  await page.waitForFunction((wanted) => location.hash.includes(wanted), inAddress);
}

const click = (page, name) => page.getByRole("button", { name, exact: true }).click();
const at = (page, wanted) => page.waitForFunction((wanted) => location.hash === wanted, wanted);
const entries = (page) => page.evaluate(() => history.length);

test("a burst of presses is one entry, and undo and redo write over it", async (t) => {
  const server = await startServer();
  t.after(server.close);
  const it = await openPage(browser, server.url);
  t.after(it.close);
  const before = await entries(it.page);
  await press(it.page, "Renter", 4, "renter=1");
  const first = hash(it.page);
  await press(it.page, "Omstilling", 3, "omstilling=15");
  const second = hash(it.page);
  assert.equal(await entries(it.page), before + 2);
  await click(it.page, "Angre");
  await at(it.page, first);
  await click(it.page, "Angre");
  await at(it.page, "");
  await click(it.page, "Gjør om");
  await at(it.page, first);
  await click(it.page, "Gjør om");
  await at(it.page, second);
  assert.equal(await entries(it.page), before + 2, "an undo makes no step of the back button");
  assert.deepEqual(it.errors, []);
});

test("the back button walks the list of steps and adds none", async (t) => {
  const server = await startServer();
  t.after(server.close);
  const it = await openPage(browser, server.url);
  t.after(it.close);
  await press(it.page, "Renter", 4, "renter=1");
  const first = hash(it.page);
  await press(it.page, "Omstilling", 3, "omstilling=15");
  const second = hash(it.page);
  await it.page.evaluate(() => history.back());
  await at(it.page, first);
  await it.page.waitForFunction(() => document.querySelector("#omstilling").value === "0");
  await click(it.page, "Angre");
  await at(it.page, "");
  const undo = it.page.getByRole("button", { name: "Angre", exact: true });
  assert.equal(await undo.getAttribute("aria-disabled"), "true", "the back button made a step to undo");
  await click(it.page, "Gjør om");
  await click(it.page, "Gjør om");
  await at(it.page, second);
  assert.equal(await slider(it.page, "Omstilling").inputValue(), "15");
});

test("an address of no step is opened as a step of its own, and can be undone", async (t) => {
  const server = await startServer();
  t.after(server.close);
  const it = await openPage(browser, server.url);
  t.after(it.close);
  await press(it.page, "Renter", 4, "renter=1");
  const own = hash(it.page);
  await it.page.evaluate(() => { location.hash = "#v=1&kommune=lier&omstilling=20"; });
  await it.page.waitForFunction(() => document.querySelector("#omstilling").value === "20");
  await click(it.page, "Angre");
  await at(it.page, own);
  assert.equal(await slider(it.page, "Renter").inputValue(), "1");
  // After a reload the list of steps is empty, and an older entry is such an address.
  await it.page.reload();
  await it.page.waitForSelector(LOADED);
  await it.page.evaluate(() => new Promise((arrived) => {
    addEventListener("popstate", arrived, { once: true });
    history.back();
  }));
  assert.equal(await slider(it.page, "Renter").inputValue(), "1");
  await it.page.evaluate(() => history.back());
  await at(it.page, "");
  await click(it.page, "Angre");
  await it.page.waitForFunction(() => document.querySelector("#renter").value === "1");
  assert.deepEqual(it.errors, []);
});
