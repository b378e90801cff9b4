// What a hand, a keyboard and a screen reader do to the page: nothing moves by accident, focus is never lost,
// and what has changed is told once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, ask, eachPanel, openPage, openPanel, painted, stage } from "./support.mjs";

const on = stage();
const LAPTOP = { viewport: { width: 1280, height: 720 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function opened(t, hash = "", options = LAPTOP) {
  const it = await openPage(on.browser, on.server.url + hash, options);
  t.after(it.close);
  it.page.setDefaultTimeout(10_000);
  await it.page.evaluate(() => document.fonts.ready);
  await painted(it.page);
  return it;
}

const slider = (page, name) => page.getByRole("slider", { name, exact: true });
const button = (page, name) => page.getByRole("button", { name, exact: true });
const inAddress = (page, part) => page.waitForFunction((part) => location.hash.includes(part), part);
const atPlan = (page) => page.waitForFunction(() => location.hash === "");

/** What has focus: `body` when nothing has. */
async function focused(page) {
  await painted(page);
  await painted(page);
  return page.evaluate(() => {
    const { activeElement: element } = document;
    if (element === null || element === document.body || element === document.documentElement) return "body";
    return element.id || element.ariaLabel || element.className || element.tagName;
  });
}

/** Sends touches as a finger would, with some time between them. */
async function touch(page, points) {
  const client = await page.context().newCDPSession(page);
  const [first, ...rest] = points;
  const send = (type, touchPoints) => client.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", [first]);
  for (const point of rest) {
    await send("touchMove", [point]);
    await painted(page);
  }
  await send("touchEnd", []);
  await painted(page);
}

const line = (from, to, steps = 12) =>
  Array.from({ length: steps + 1 }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / steps,
    y: from.y + ((to.y - from.y) * step) / steps,
  }));

const SCREENS = [["a phone", PHONE], ["a laptop with a touch screen", { ...LAPTOP, hasTouch: true }]];

for (const [where, options] of SCREENS) {
  test(`a swipe that begins on a track moves no lever, on ${where}`, async (t) => {
    const it = await opened(t, "", options);
    for (const name of ["Renter", "Befolkningsvekst", "Investeringer", "Omstilling"]) {
      await slider(it.page, name).evaluate((one) => one.scrollIntoView({ block: "end" }));
      const before = await slider(it.page, name).inputValue();
      const box = await slider(it.page, name).boundingBox();
      const start = { x: box.x + box.width * 0.85, y: box.y + box.height / 2 };
      await touch(it.page, line(start, { x: start.x - 10, y: start.y - 160 }));
      await touch(it.page, line(start, { x: start.x + 6, y: start.y + 120 }));
      assert.equal(await slider(it.page, name).inputValue(), before, name);
    }
    assert.equal(await it.page.evaluate(() => location.hash), "");
    assert.equal(await button(it.page, "Angre").getAttribute("aria-disabled"), "true");
  });
}

test("a finger on the knob moves the lever, on a phone", async (t) => {
  const it = await opened(t, "", PHONE);
  await slider(it.page, "Renter").evaluate((one) => one.scrollIntoView({ block: "center" }));
  const box = await slider(it.page, "Renter").boundingBox();
  const share = await slider(it.page, "Renter").evaluate((one) => (one.value - one.min) / (one.max - one.min));
  const knob = { x: box.x + 14 + share * (box.width - 28), y: box.y + box.height / 2 };
  await touch(it.page, line(knob, { x: knob.x + box.width / 4, y: knob.y }));
  await inAddress(it.page, "renter=");
  assert.ok(Number(await slider(it.page, "Renter").inputValue()) >= 1);
});

test("a touch that the browser takes for a scroll puts the lever back where it was", async (t) => {
  const it = await opened(t, "#renter=1");
  const values = await slider(it.page, "Renter").evaluate(async (one) => {
    const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
    const told = [];
    one.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, pointerType: "touch" }));
    for (const value of ["2", "3"]) {
      set.call(one, value);
      one.dispatchEvent(new Event("input", { bubbles: true }));
      await frame();
      told.push(one.value);
    }
    one.dispatchEvent(new PointerEvent("pointercancel", { bubbles: true, pointerType: "touch" }));
    await frame();
    return [...told, one.value];
  });
  assert.deepEqual(values, ["2", "3", "1"]);
  assert.equal(await button(it.page, "Angre").getAttribute("aria-disabled"), "true", "nothing is left to undo");
  assert.match(await it.page.evaluate(() => location.hash), /renter=1\b/);
});

test("focus is never lost: levers, what is changed, undo, examples and the year", async (t) => {
  const it = await opened(t);
  const { page } = it;
  const stays = async (what) => assert.notEqual(await focused(page), "body", what);

  await slider(page, "Renter").press("ArrowRight");
  await button(page, "Nullstill Renter").press("Enter");
  assert.equal(await focused(page), "renter");
  await slider(page, "Renter").press("End");
  await button(page, "Mer: Renter").focus();
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "Mer: Renter");
  await slider(page, "Renter").press("Home");
  await button(page, "Mindre: Renter").press("Enter");
  assert.equal(await focused(page), "Mindre: Renter");
  await button(page, "Nullstill alt").press("Enter");
  await stays("Nullstill alt");
  await atPlan(page);

  for (let undo = 0; undo < 60 && (await button(page, "Angre").getAttribute("aria-disabled")) === "false"; undo += 1) {
    await button(page, "Angre").press("Enter");
    await painted(page);
  }
  assert.equal(await button(page, "Angre").getAttribute("aria-disabled"), "true");
  await stays("the last Angre");
  for (let redo = 0; redo < 60 && (await button(page, "Gjør om").getAttribute("aria-disabled")) === "false"; redo += 1) {
    await button(page, "Gjør om").press("Enter");
    await painted(page);
  }
  await stays("the last Gjør om");

  for (const example of await page.locator(".brikke").allInnerTexts()) {
    await button(page, example).press("Enter");
    await stays(example);
    await page.locator(".fjern").first().waitFor();
    if ((await page.locator(".fjern").count()) === 1) await page.locator(".fjern").press("Enter");
    else await button(page, "Nullstill alt").press("Enter");
    await stays(`after ${example}`);
    await page.locator(".brikke").first().waitFor();
  }

  await page.locator("#aret-fond").focus();
  for (const key of ["Home", "ArrowRight", "ArrowUp", "End", "ArrowLeft", "Enter"]) {
    await page.keyboard.press(key);
    assert.equal(await focused(page), "aret-fond", `${key} in a curve`);
  }
  await page.keyboard.press("End");

  for (const [name, end] of [["Året før", "2025"], ["Året etter", "2034"]]) {
    for (let press = 0; press < 11; press += 1) {
      await page.locator(".sidevalg").getByRole("button", { name }).press("Enter");
      assert.equal(await focused(page), name);
    }
    assert.equal(await page.locator(".sidevalg .arsvalg strong").innerText(), end);
  }
  assert.deepEqual(it.errors, []);
});

test("focus is never lost: panels, explanations, messages and an own figure", async (t) => {
  const it = await opened(t);
  const { page } = it;
  for (const name of ["Prosjekter", "Tiltak", "År for år", "Hvorfor?", "Alle tallene", "Spør"]) {
    for (const close of ["Lukk", "Escape"]) {
      await openPanel(page, name);
      assert.notEqual(await focused(page), "body", `${name} opened`);
      if (close === "Lukk") await page.locator(".lukk").press("Enter");
      else await page.keyboard.press("Escape");
      assert.equal(await page.locator(".panel").count(), 0, close);
      assert.match(await focused(page), /^dor-\d$/, `${name}, ${close}`);
    }
  }
  await page.locator(".fot .lenke").press("Enter");
  await page.locator(".om").waitFor();
  await page.locator(".lukk").press("Enter");
  assert.equal(await focused(page), "lenke", "back to what opened *Om tallene*");

  await page.locator(".spak .sporsmalstegn").first().press("Enter");
  await page.locator(".boble").waitFor();
  await page.keyboard.press("Escape");
  assert.match(await focused(page), /^Hva betyr/);

  const damaged = await opened(t, "#renter=abc&omstilling=20");
  await damaged.page.locator("#lenkefeil button").last().press("Enter");
  await damaged.page.locator("#lenkefeil").waitFor({ state: "detached" });
  assert.notEqual(await focused(damaged.page), "body", "the message about the link is closed");

  const asker = await opened(t, "#kommune=asker");
  await asker.page.waitForFunction(() => document.title.includes("Asker"));
  const fields = asker.page.locator("#kort-gjeld .eget-tall");
  await fields.first().locator("input").fill("12 000");
  await fields.first().getByRole("button", { name: "Bruk" }).press("Enter");
  assert.notEqual(await focused(asker.page), "body", "Bruk");
  await fields.first().locator("input").fill("9 500");
  await fields.first().locator("input").press("Enter");
  await asker.page.locator("#kort-gjeld canvas").waitFor();
  assert.notEqual(await focused(asker.page), "body", "the last figure that was missing");
});

test("Ctrl+Z undoes, Ctrl+Shift+Z and Ctrl+Y redo, and a text field keeps its own", async (t) => {
  const it = await opened(t);
  const { page } = it;
  const is = (value) => page.waitForFunction((value) => document.querySelector("#renter").value === value, value);
  await slider(page, "Renter").press("End");
  await inAddress(page, "renter=4");
  for (const [redo, ...others] of [["Control+Shift+Z"], ["Control+y"], ["Meta+Shift+Z"]]) {
    assert.deepEqual(others, []);
    await page.keyboard.press("Control+z");
    await is("0");
    await page.keyboard.press(redo);
    await is("4");
  }
  const field = page.getByRole("textbox", { name: /^Investeringer, / });
  await field.focus();
  await page.keyboard.type("90");
  await page.keyboard.press("Control+z");
  await painted(page);
  assert.equal(await slider(page, "Renter").inputValue(), "4", "the field's own undo is not the page's");
});

/** Keeps account of what every live region says from now on. */
const listen = (page) =>
  page.evaluate(() => {
    window.told = [];
    const live = (node) => (node instanceof Element ? node : node.parentElement)?.closest("[role=status], [role=alert], [aria-live]");
    new MutationObserver((changes) => {
      const regions = new Set(changes.map((change) => live(change.target)).filter(Boolean));
      for (const region of regions) {
        if (region.textContent.trim()) window.told.push({ id: region.id || region.className || region.tagName, text: region.textContent.trim() });
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
const told = (page) => page.evaluate(() => window.told.splice(0));

test("a drag is told once, when it has settled, with the verdict and the notices", async (t) => {
  const it = await opened(t);
  const { page } = it;
  const box = await slider(page, "Renter").boundingBox();
  const middle = { x: box.x + box.width / 2, y: box.y + 12 };
  await listen(page);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  for (let step = 1; step <= 30; step += 1) {
    await page.mouse.move(middle.x + (step / 30) * (box.width / 2 - 12), middle.y);
    await painted(page);
  }
  const during = await told(page);
  assert.deepEqual(during, [], "told while it moves");
  await page.mouse.up();
  await page.waitForFunction(() => window.told.length > 0);
  await page.waitForFunction(() => new Promise((done) => setTimeout(() => done(true), 1_000)));
  const after = (await told(page)).filter(({ id }) => id === "opplest");
  assert.equal(after.length, 1, JSON.stringify(after));
  assert.ok(after[0].text.startsWith(await page.locator("#dommen").innerText()), after[0].text);
  const notice = page.locator(".varsel");
  if ((await notice.count()) > 0) assert.ok(after[0].text.includes((await notice.getAttribute("title")).trim()), after[0].text);
});

test("another year, a shock, drawn futures and a second link are told too", async (t) => {
  const it = await opened(t, "#renter=1");
  const { page } = it;
  await listen(page);
  const heard = async (what, pattern) => {
    await page.waitForFunction((source) => window.told.some(({ text }) => new RegExp(source).test(text)), pattern.source)
      .catch(() => { throw new Error(`${what} is silent`); });
    await told(page);
  };
  await page.locator(".sidevalg").getByRole("button", { name: "Året før" }).press("Enter");
  await heard("another year", /2033/);
  for (const time of ["the first link", "a second link"]) {
    await button(page, "Del").press("Enter");
    await heard(time, /[Ll]enken|adressen/);
  }
  await ask(page, "Hva om det går galt?");
  await told(page);
  await page.locator(".sjokk").first().press("Enter");
  await heard("a shock", /./);
  await ask(page, "Hvor usikkert er det?");
  await told(page);
  await page.locator("#trekk").press("Enter");
  await page.locator("#framtider").waitFor();
  await heard("drawn futures", /[Ff]ramtid/);
});

test("a menu acts only when a choice is pressed, and Escape gives focus back", async (t) => {
  const it = await opened(t, "#renter=1");
  const { page } = it;
  for (const menu of ["kommune", "alternativ"]) {
    const hash = await page.evaluate(() => location.hash);
    const verdict = await page.locator("#dommen").innerText();
    await page.locator(`#${menu}`).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator(`.meny:has(#${menu}) li`).first().waitFor();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"]) {
      await page.keyboard.press(key);
      await painted(page);
      assert.equal(await page.evaluate(() => location.hash), hash, `${menu} acts on an arrow key`);
      assert.equal(await page.locator("#dommen").innerText(), verdict, `${menu} acts on an arrow key`);
    }
    assert.ok(await page.evaluate(() => document.activeElement.closest("li") !== null), "the arrow keys move between the choices");
    await page.keyboard.press("Escape");
    assert.equal(await focused(page), menu);
    assert.equal(await page.locator(".meny li").count(), 0);
  }
  await page.locator("#kommune").press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.title.includes("Lier"));
  assert.notEqual(await focused(page), "body");
  await page.goBack();
  await page.waitForFunction(() => document.title.includes("Lier") && document.querySelector("#renter").value === "1");
});

test("the page has its landmarks and headings, its buttons have names of their own, and its tables captions", async (t) => {
  const it = await opened(t);
  const { page } = it;
  for (const role of ["banner", "main", "contentinfo"]) assert.equal(await page.getByRole(role).count(), 1, role);
  const headings = await page.getByRole("heading").allTextContents();
  for (const heading of ["Spaker", "Handlingsrom"]) assert.ok(headings.includes(heading), `${heading} in ${headings}`);
  const names = await page.getByRole("button").evaluateAll((all) =>
    all.filter((one) => one.checkVisibility()).map((one) => (one.ariaLabel ?? one.textContent).trim()));
  assert.ok(names.every((name) => name.length > 1), names.join(", "));
  assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), [], "two buttons are called the same");
  await eachPanel(page, async (name) => {
    const without = await page.locator("table:visible").evaluateAll((tables) =>
      tables.filter((table) => !table.caption?.textContent.trim() && !table.ariaLabel && !table.getAttribute("aria-labelledby") && table.ariaHidden !== "true")
        .map((table) => table.id || table.outerHTML.slice(0, 120)));
    assert.deepEqual(without, [], `${name}: a table without a caption`);
    const empty = await page.locator('[id=""]').count();
    assert.equal(empty, 0, `${name}: an empty id`);
    await answered(page);
  });
});

test("on a phone a panel is a sheet: nothing behind it is reached, and focus returns to what opened it", async (t) => {
  const it = await opened(t, "", PHONE);
  const { page } = it;
  await button(page, "Detaljer").press("Enter");
  await page.locator(".innhold > *").first().waitFor();
  await answered(page);
  const box = await page.locator("#dokk").boundingBox();
  assert.deepEqual(box, { x: 0, y: 0, width: 390, height: 844 });
  for (let press = 0; press < 30; press += 1) {
    await page.keyboard.press("Tab");
    const outside = await page.evaluate(() => {
      const { activeElement: element } = document;
      return element !== document.body && !element.closest("#dokk, .svar, .ds-skip-link") ? element.outerHTML.slice(0, 80) : null;
    });
    assert.equal(outside, null, "behind the sheet");
  }
  await page.locator(".lukk").press("Enter");
  assert.match(await focused(page), /vis-detaljer/);
});
