// What a person with a keyboard, a screen reader, a phone or a projector meets.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { breaches, drawn, openPage, painted, screenshot, stage, unfoldAll } from "./support.mjs";

const SCENARIO = "#v=1&kommune=lier&data=2024-12-10&renter=1&prosjekt.tranby-skole=-4";

const on = stage();

async function opened(t, fragment, width, height) {
  const it = await openPage(on.browser, on.server.url + fragment, { viewport: { width, height } });
  t.after(it.close);
  await it.page.evaluate(() => document.fonts.ready);
  await painted(it.page);
  return it;
}

for (const [state, fragment] of [["the plan", ""], ["a scenario", SCENARIO]]) {
  test(`${state} has no breach of WCAG that a machine can find`, async (t) => {
    const it = await opened(t, fragment, 1280, 720);
    assert.deepEqual(await breaches(it.page), []);
  });
}

test("all details, tables and the dialog have no breach of WCAG that a machine can find", async (t) => {
  const it = await opened(t, SCENARIO, 1280, 720);
  await unfoldAll(it.page);
  for (const button of await it.page.getByRole("button", { name: "Tabell" }).all()) await button.click();
  await it.page.getByRole("textbox", { name: "Renter, tall" }).fill("abc");
  assert.deepEqual(await breaches(it.page), []);
  await it.page.getByRole("button", { name: "Om tallene" }).click();
  assert.match(await it.page.locator("#om-tallene").innerText(), /Lånegjeld ved inngangen/);
  assert.deepEqual(await breaches(it.page), []);
  await it.page.keyboard.press("Escape");
  assert.equal(await it.page.locator("#om-tallene").isVisible(), false);
});

test("the keyboard alone reaches skip link, toolbar and every lever, and focus is seen", async (t) => {
  const it = await opened(t, "", 1280, 720);
  const reached = [];
  for (let press = 0; press < 40; press += 1) {
    await it.page.keyboard.press("Tab");
    const at = await it.page.evaluate(() => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      return { name: element === document.body ? null : element.id || element.className, seen: style.outlineStyle !== "none" || style.boxShadow !== "none" };
    });
    // Past the last stop the focus leaves the page for the browser's own controls.
    if (at.name === null) break;
    reached.push(at.name);
    assert.ok(at.seen, `focus on ${at.name} is not seen`);
  }
  assert.equal(reached[0], "ds-skip-link");
  for (const id of ["renter", "befolkningsvekst", "investeringer", "omstilling"]) assert.ok(reached.includes(id), id);
});

test("the skip link leads to the result and leaves the address alone", async (t) => {
  const it = await opened(t, "", 1280, 720);
  await it.page.keyboard.press("Tab");
  await it.page.keyboard.press("Enter");
  assert.equal(await it.page.evaluate(() => document.activeElement.id), "hovedinnhold");
  assert.equal(new URL(it.page.url()).hash, "");
});

test("the first screen at 1280 by 720 shows levers, result line and charts without scrolling", async (t) => {
  const it = await opened(t, SCENARIO, 1280, 720);
  for (const id of ["renter", "befolkningsvekst", "investeringer", "omstilling", "resultatlinje", "kort-resultat", "kort-fond", "kort-gjeld", "endringer"]) {
    const box = await it.page.locator(`#${id}`).boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= 720 && box.x + box.width <= 1280, `${id}: ${JSON.stringify(box)}`);
  }
});

for (const width of [320, 390]) {
  test(`nothing is wider than a screen of ${width} pixels`, async (t) => {
    const it = await opened(t, SCENARIO, width, 844);
    await unfoldAll(it.page);
    const wide = await it.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${wide}`);
  });
}

test("screenshots at three sizes, of the plan and of a scenario", async (t) => {
  const pictures = [];
  for (const [width, height] of [[1280, 720], [390, 844], [1920, 1080]]) {
    for (const [state, fragment] of [["plan", ""], ["scenario", SCENARIO]]) {
      const it = await opened(t, fragment, width, height);
      const canvases = await drawn(it.page);
      assert.ok(canvases.length >= 4 && canvases.every(Boolean), `${state} at ${width}: ${canvases}`);
      pictures.push(readFileSync(await screenshot(it.page, `${state}-${width}x${height}`), "base64"));
      assert.deepEqual(it.errors, []);
    }
  }
  assert.equal(new Set(pictures).size, 6, "two of the pictures are the same");
});
