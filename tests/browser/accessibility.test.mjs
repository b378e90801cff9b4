// What a person with a keyboard, a screen reader, a phone or a projector meets.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  breaches, choose, door, doubledIds, drawn, eachPanel, openPage, openPanel, painted, screenshot, stage, unfoldAll,
} from "./support.mjs";

const SCENARIO = "#v=1&kommune=lier&data=2024-12-10&renter=1&prosjekt.tranby-skole=-4";
const LEVERS = ["renter", "befolkningsvekst", "investeringer", "omstilling"];
const SIZES = [[1280, 720], [390, 844], [820, 1100], [1920, 1080]];

const on = stage();

async function opened(t, fragment, width, height, options = {}) {
  const it = await openPage(on.browser, on.server.url + fragment, { viewport: { width, height }, ...options });
  t.after(it.close);
  await it.page.evaluate(() => document.fonts.ready);
  await painted(it.page);
  return it;
}

/** What has focus, in a word; `body` when nothing has. */
const focused = (page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    if (element === document.body || element === null) return "body";
    return element.id || element.className || element.tagName;
  });

for (const municipality of ["lier", "ovre-eiker", "lillehammer", "asker"]) {
  for (const [state, fragment] of [["the plan", ""], ["a scenario", "&renter=1&omstilling=20"]]) {
    test(`${state} of ${municipality} has no breach of WCAG that a machine can find, at four sizes`, async (t) => {
      const it = await opened(t, `#kommune=${municipality}${fragment}`, 1280, 720);
      await it.page.waitForFunction((id) => location.hash.includes(id) || id === "lier", municipality);
      for (const [width, height] of SIZES) {
        await it.page.setViewportSize({ width, height });
        await painted(it.page);
        const size = `${width} × ${height}`;
        assert.deepEqual(await breaches(it.page), [], size);
        assert.deepEqual(await doubledIds(it.page), [], size);
        assert.equal(await it.page.evaluate(() => document.documentElement.scrollWidth), width, size);
      }
      assert.deepEqual([...it.errors, ...it.violations], []);
    });
  }
}

test("open explanations, menus, tables, faults and *Om tallene* have no breach of WCAG that a machine can find", async (t) => {
  for (const [width, height] of SIZES) {
    const it = await opened(t, SCENARIO, width, height);
    const { page } = it;
    const clean = async (what) => {
      assert.deepEqual(await breaches(page), [], `${what} at ${width} × ${height}`);
      assert.deepEqual(await doubledIds(page), [], `${what} at ${width} × ${height}`);
    };
    // What is under an open menu or explanation is partly covered, and is not pressed until that is closed.
    const cleanUnder = async (what) => {
      const found = (await breaches(page)).filter((breach) => !breach.startsWith("target-size"));
      assert.deepEqual(found, [], `${what} at ${width} × ${height}`);
    };
    for (const menu of ["kommune", "alternativ"]) {
      await page.locator(`#${menu}`).click();
      await cleanUnder(menu);
      await page.keyboard.press("Escape");
    }
    await page.getByRole("textbox", { name: /^Renter, / }).fill("abc");
    await clean("a number that is none");
    await page.locator(".spak .sporsmalstegn").first().click();
    await cleanUnder("an explanation");
    await page.keyboard.press("Escape");
    for (const button of await page.locator(".fotlinje .lenke:visible").all()) await button.click();
    await clean("tables in the place of curves");
    await page.locator(".fot .lenke").click();
    await page.locator(".om").waitFor();
    assert.match(await page.locator(".om").innerText(), /Lånegjeld ved inngangen/);
    await clean("*Om tallene*");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".om").count(), 0);
  }
});

test("the keyboard alone reaches skip link, toolbar, every lever, curve and door, and focus is seen", async (t) => {
  const it = await opened(t, "", 1280, 720);
  const reached = [];
  for (let press = 0; press < 70; press += 1) {
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
  for (const id of ["kommune", "alternativ", ...LEVERS, "aret-resultat", "aret-fond", "aret-gjeld", "dor-0", "dor-5"]) {
    assert.ok(reached.includes(id), id);
  }
});

for (const [width, height] of [...SIZES, [640, 360], [320, 256]]) {
  test(`the skip link leads to the result at ${width} × ${height}, and leaves the address alone`, async (t) => {
    const it = await opened(t, "", width, height);
    await it.page.keyboard.press("Tab");
    const link = it.page.locator(".ds-skip-link");
    const box = await link.boundingBox();
    assert.ok(box.width > 60 && box.height >= 24 && box.x >= 0 && box.y >= 0 && box.x + box.width <= width, JSON.stringify(box));
    await it.page.keyboard.press("Enter");
    assert.equal(await focused(it.page), "hovedinnhold");
    const target = await it.page.locator("#hovedinnhold").boundingBox();
    assert.ok(target.y >= 0 && target.y < height, `the result is out of sight: ${JSON.stringify(target)}`);
    assert.equal(new URL(it.page.url()).hash, "");
  });
}

test("the first screen at 1280 by 720 shows verdict, levers, curves, examples and doors without scrolling", async (t) => {
  const it = await opened(t, SCENARIO, 1280, 720);
  const cards = ["kort-resultat", "kort-fond", "kort-gjeld"];
  for (const id of [...LEVERS, "dommen", ...cards, "endringer", "dor-0", "dor-5"]) {
    const box = await it.page.locator(`#${id}`).boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= 720 && box.x + box.width <= 1280, `${id}: ${JSON.stringify(box)}`);
  }
  assert.equal(await it.page.evaluate(() => document.documentElement.scrollHeight), 720);
});

for (const width of [320, 390]) {
  test(`nothing is wider than a screen of ${width} pixels`, async (t) => {
    const it = await opened(t, SCENARIO, width, 844);
    await eachPanel(it.page, async (name) => {
      const wide = await it.page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${name}: ${wide}`);
    });
  });
}

test("screenshots at three sizes, of the plan and of a scenario", async (t) => {
  const pictures = [];
  for (const [width, height] of [[1280, 720], [390, 844], [1920, 1080]]) {
    for (const [state, fragment] of [["plan", ""], ["scenario", SCENARIO]]) {
      const it = await opened(t, fragment, width, height);
      const canvases = await drawn(it.page);
      assert.ok(canvases.length >= 3 && canvases.every(Boolean), `${state} at ${width}: ${canvases}`);
      pictures.push(readFileSync(await screenshot(it.page, `${state}-${width}x${height}`), "base64"));
      assert.deepEqual(it.errors, []);
    }
  }
  assert.equal(new Set(pictures).size, 6, "two of the pictures are the same");
});
