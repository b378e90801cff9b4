// What the eye meets: nothing moves under the finger, the curves have room, and every text can be read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LOADED, drawn, eachPanel, openPage, painted, stage } from "./support.mjs";

const on = stage();
const LEVERS = ["Renter", "Befolkningsvekst", "Investeringer", "Omstilling"];
const SCENARIO = "#v=1&kommune=lier&renter=1&prosjekt.tranby-skole=-4";

/** Runs before the page's own scripts: keeps the texts that are written on each canvas, with their size and place. */
function keepTexts() {
  const original = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function fillText(text, x, y, ...rest) {
    const scale = this.canvas.clientWidth / this.canvas.width;
    const { a, b, e, f } = this.getTransform();
    const size = parseFloat(this.font.match(/([\d.]+)px/)[1]) * Math.hypot(a, b) * scale;
    const texts = (this.canvas.texts ??= []);
    texts.push({ text, size, x: (a * x + e) * scale, y: (a * y + f) * scale, align: this.textAlign });
    return original.call(this, text, x, y, ...rest);
  };
}

async function opened(t, hash, width, height, options = {}) {
  const it = await openPage(on.browser, on.server.url + hash, { viewport: { width, height }, ...options });
  t.after(it.close);
  await it.page.evaluate(() => document.fonts.ready);
  await painted(it.page);
  return it;
}

const slider = (page, name) => page.getByRole("slider", { name, exact: true });

/** Where the parts of the page are, in the document. */
const places = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".svar, .regel, .spak, .dokk, .flate, .skinne")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const name = element.id || element.querySelector("[id]")?.id || element.parentElement.id || element.className;
      return `${element.classList[0]} ${name}: ${[x, y + scrollY, width, height].map((value) => value.toFixed(1)).join(" ")}`;
    }));

for (const [width, height] of [[1280, 720], [820, 1100], [390, 844]]) {
  test(`nothing moves while a lever is dragged from end to end at ${width} × ${height}`, async (t) => {
    const it = await opened(t, "", width, height);
    const { page } = it;
    for (const name of LEVERS) {
      await slider(page, name).evaluate((one) => one.scrollIntoView({ block: "center" }));
      await painted(page);
      const box = await slider(page, name).boundingBox();
      const value = await slider(page, name).evaluate((one) => (one.value - one.min) / (one.max - one.min));
      const [left, right] = [box.x + 9, box.x + box.width - 9];
      const knob = left + value * (right - left);
      const before = await places(page);
      await page.evaluate(() => {
        window.shifts = [];
        window.watching?.disconnect();
        window.watching = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const rect = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
            const moved = entry.sources.map(({ node, previousRect, currentRect }) =>
              `${node?.id || node?.className || node?.nodeName}: ${rect(previousRect)} to ${rect(currentRect)}`);
            window.shifts.push(`${entry.value.toFixed(4)} ${moved}`);
          }
        });
        window.watching.observe({ type: "layout-shift" });
      });
      await page.mouse.move(knob, box.y + 13);
      await page.mouse.down();
      const way = [knob, left - 4, right + 4, knob];
      const seen = new Set();
      for (let leg = 1; leg < way.length; leg += 1) {
        for (let step = 1; step <= 16; step += 1) {
          await page.mouse.move(way[leg - 1] + ((way[leg] - way[leg - 1]) * step) / 16, box.y + 13);
          await painted(page);
          seen.add(await slider(page, name).inputValue());
          assert.deepEqual(await places(page), before, `${name} at ${[...seen].at(-1)}`);
        }
      }
      await page.mouse.up();
      await painted(page);
      await painted(page);
      // What is left are words that follow a figure of another width, inside a card whose box stands still.
      const shifts = await page.evaluate(() => window.shifts);
      t.diagnostic(`${name}: ${shifts.length} shifts of text${shifts.length > 0 ? `: ${shifts.join(", ")}` : ""}`);
      assert.ok(shifts.every((shift) => parseFloat(shift) < 0.03), `${name}: ${shifts}`);
      assert.ok(seen.size >= 12, `${name} was moved to ${seen.size} places only`);
      assert.deepEqual(await places(page), before, `${name} let go`);
    }
    assert.deepEqual(it.errors, []);
  });
}

test("the axes stay while a lever is dragged, and follow when it is let go", async (t) => {
  const it = await openedWithTexts(t, "", 1280, 720);
  const { page } = it;
  const axis = () => page.evaluate(() => document.querySelector("#diagram-fond").texts.filter(({ x }) => x < 40).map(({ text }) => text).join(" "));
  const redraw = async (act) => {
    await page.evaluate(() => { document.querySelector("#diagram-fond").texts = []; });
    await act();
    await page.waitForFunction(() => document.querySelector("#diagram-fond").texts.length > 5);
    await painted(page);
    await painted(page);
    return axis();
  };
  const box = await slider(page, "Omstilling").boundingBox();
  const knob = box.x + 9 + (await slider(page, "Omstilling").evaluate((one) => (one.value - one.min) / (one.max - one.min))) * (box.width - 18);
  await page.mouse.move(knob, box.y + 13);
  await page.mouse.down();
  const first = await redraw(() => page.mouse.move(knob + 20, box.y + 13));
  const far = await redraw(() => page.mouse.move(box.x + box.width, box.y + 13));
  assert.equal(far, first, "the axis moves with the lever");
  const settled = await redraw(() => page.mouse.up().then(() => page.waitForTimeout(700)));
  assert.notEqual(settled, first, "the axis does not hold what is drawn");
});

async function openedWithTexts(t, hash, width, height, options = {}) {
  const context = await on.browser.newContext({ viewport: { width, height }, ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.addInitScript(keepTexts);
  await page.goto(on.server.url + hash);
  await page.waitForSelector(LOADED);
  await page.evaluate(() => document.fonts.ready);
  await painted(page);
  await painted(page);
  return { page };
}

test("a plot at 1280 × 720 is at least twice what it was", async (t) => {
  const { page } = await openedWithTexts(t, "", 1280, 720);
  for (const rule of ["resultat", "fond", "gjeld"]) {
    const texts = await page.evaluate((id) => document.getElementById(id).texts, `diagram-${rule}`);
    const years = texts.filter(({ text }) => /^(20|[’'])\d\d$/.test(text)).map(({ x }) => x);
    const values = texts.filter(({ text, x }) => x < 40 && /^[−\d\s,]+$/.test(text) && !/^20\d\d$/.test(text)).map(({ y }) => y);
    const width = Math.max(...years) - Math.min(...years);
    const height = Math.max(...values) - Math.min(...values);
    t.diagnostic(`${rule}: ${width.toFixed(0)} × ${height.toFixed(0)} = ${(width * height).toFixed(0)} px² from the first year to the last and from the lowest to the highest value on the axis`);
    assert.ok(width * height >= 2 * 135 * 158, `${rule}: ${width} × ${height}`);
  }
});

test("on a phone the verdict, three curves and the first lever are seen together", async (t) => {
  for (const hash of ["", SCENARIO, "#kommune=lillehammer", "#kommune=ovre-eiker"]) {
    const it = await opened(t, hash, 390, 844, { hasTouch: true, isMobile: true });
    const { page } = it;
    for (const selector of ["#dommen", "#diagram-resultat", "#diagram-fond", "#diagram-gjeld", ".spak"]) {
      const box = await page.locator(selector).first().boundingBox();
      assert.ok(box && box.y >= 0 && box.y + box.height <= 844 - 64, `${hash} ${selector}: ${JSON.stringify(box)}`);
    }
    const canvases = await drawn(page);
    assert.equal(canvases.length, 3);
    assert.ok(canvases.every(Boolean));
    const height = (await page.locator("#diagram-fond").boundingBox()).height;
    assert.ok(height >= 40, `a curve is ${height} pixels high`);
  }
});

/** Every text that is seen, with the size of its letters. */
const texts = (page) =>
  page.evaluate(() => {
    const all = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.textContent.trim() || !element.checkVisibility() || element.closest(".skjult, script, style, .ds-skip-link, option")) continue;
      const size = parseFloat(getComputedStyle(element).fontSize);
      if (size > 0) all.push({ text: `${element.closest("[id]")?.id} .${element.className}: ${node.textContent.trim().slice(0, 40)}`, size });
    }
    for (const canvas of document.querySelectorAll("canvas")) {
      if (canvas.checkVisibility()) all.push(...(canvas.texts ?? []).map(({ text, size }) => ({ text: `${canvas.id}: ${text}`, size })));
    }
    return all;
  });

for (const [width, height, least] of [[1280, 720, 12], [1920, 1080, 16]]) {
  test(`no text is under ${least} pixels at ${width} × ${height}`, async (t) => {
    const { page } = await openedWithTexts(t, SCENARIO, width, height);
    const small = async (where) => {
      // A hundredth for what is rounded.
      const found = (await texts(page)).filter(({ size }) => size < least - 0.01).map(({ text, size }) => `${size.toFixed(2)} ${text}`);
      assert.deepEqual([...new Set(found)].slice(0, 12), [], where);
    };
    await small("the first screen");
    await eachPanel(page, small);
  });
}

/** Texts that a box cuts, or that stand outside the card, the lever or the button they belong to. */
const cut = (page) =>
  page.evaluate(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.textContent.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest(".skjult, .ds-skip-link, .fulltnavn, option, script, style, .beskjed")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      if (text.width === 0 || parseFloat(getComputedStyle(element).fontSize) === 0) continue;
      for (let box = element; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        const [across, down] = [style.overflowX, style.overflowY];
        if (across === "auto" || across === "scroll" || down === "auto" || down === "scroll") break;
        const edge = box.getBoundingClientRect();
        const isBox = box.matches(".kort, .gruppe, .spak, .dor, .knapp, .brikke, .svar, .topp, .fot");
        const over = [text.right - edge.right, edge.left - text.left, text.bottom - edge.bottom, edge.top - text.top];
        // On a phone the name of the alternative and the line over the verdict end in an ellipsis.
        if (innerWidth < 700 && style.textOverflow === "ellipsis") break;
        // What is fixed to the screen is outside the box it is written in.
        if (style.position === "fixed") break;
        const hides = across === "hidden" || across === "clip";
        if ((hides || isBox) && over.some((value) => value > 1.5)) {
          found.push(`${node.textContent.trim().slice(0, 50)} | ${box.id || box.className} | ${over.map((value) => value.toFixed(0))}`);
          break;
        }
      }
    }
    return found;
  });

// The last three are 1280 × 720, 820 × 1100 and 1920 × 1080 enlarged to 200 %.
for (const [width, height] of [[1280, 720], [390, 844], [820, 1100], [1920, 1080], [640, 360], [410, 550], [960, 540]]) {
  test(`no text is cut at ${width} × ${height}`, async (t) => {
    for (const hash of ["", SCENARIO, "#kommune=lillehammer", "#kommune=asker"]) {
      const it = await opened(t, hash, width, height);
      const { page } = it;
      assert.deepEqual(await cut(page), [], hash);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, hash);
    }
  });
}

test("the size that the reader has chosen in the browser is used", async (t) => {
  const it = await opened(t, "", 1280, 720);
  const sizes = await it.page.evaluate(() => {
    const size = () => parseFloat(getComputedStyle(document.querySelector("#dommen")).fontSize);
    const before = size();
    document.documentElement.style.fontSize = "20px";
    return [before, size()];
  });
  assert.ok(Math.abs(sizes[1] / sizes[0] - 20 / 16) < 0.01, sizes.join(" "));
});
