// Inside the panels: projects on a timeline, measures in a table, and the questions.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, openPage, painted, stage } from "./support.mjs";

const on = stage();

async function open(t, door, hash = "", options = { viewport: { width: 1280, height: 720 } }) {
  const it = await openPage(on.browser, on.server.url + hash, options);
  t.after(it.close);
  it.page.setDefaultTimeout(10_000);
  await it.page.locator("#dokk .dor", { hasText: door }).first().click();
  await it.page.locator(".innhold > *").first().waitFor();
  await answered(it.page);
  return it;
}

const row = (page, id) => page.locator(`tr[data-prosjekt="${id}"]`);
const bar = (page, id) => row(page, id).getByRole("slider");
const order = (page) => page.locator("tr.prosjekt").evaluateAll((rows) => rows.map((row) => row.dataset.prosjekt));
const undo = (page) => page.getByRole("button", { name: "Angre", exact: true });
const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

test("a bar that is dragged moves whole years, keeps its row and is one step to undo", async (t) => {
  const it = await open(t, "Prosjekter");
  const before = await order(it.page);
  const idrettshall = bar(it.page, "tranby-idrettshall");
  assert.equal(await idrettshall.getAttribute("aria-valuenow"), "2030");
  const column = await row(it.page, "tranby-idrettshall").locator("td.ar").first().evaluate((cell) => cell.getBoundingClientRect().width);
  await idrettshall.scrollIntoViewIfNeeded();
  const box = await idrettshall.boundingBox();
  assert.ok(Math.abs(box.width - 2 * column) < 2, `two years are ${2 * column} wide, the bar ${box.width}`);
  await it.page.mouse.move(box.x + column / 2, box.y + box.height / 2);
  await it.page.mouse.down();
  for (let step = 1; step <= 12; step += 1) {
    await it.page.mouse.move(box.x + column / 2 - (step * 3 * column) / 12, box.y + box.height / 2);
    await painted(it.page);
    assert.deepEqual(await order(it.page), before);
  }
  await it.page.mouse.up();
  await it.page.waitForFunction(() => location.hash.includes("prosjekt.tranby-idrettshall=-3"));
  assert.equal(await idrettshall.getAttribute("aria-valuetext"), "2027–2028, 3 år tidligere");
  assert.match(await row(it.page, "tranby-idrettshall").innerText(), /3 år tidligere/);
  assert.equal(await row(it.page, "tranby-idrettshall").locator(".planens").count(), 2, "the plan's place");
  assert.deepEqual(await order(it.page), before);
  await undo(it.page).click();
  await it.page.waitForFunction(() => location.hash === "");
  assert.equal(await idrettshall.getAttribute("aria-valuenow"), "2030");
  assert.deepEqual(it.errors, []);
});

test("the arrow keys move a bar that keeps focus, and the effect is written out with its year", async (t) => {
  const it = await open(t, "Prosjekter");
  const school = bar(it.page, "tranby-skole");
  await school.focus();
  for (let press = 0; press < 4; press += 1) await it.page.keyboard.press("ArrowLeft");
  assert.equal(await school.getAttribute("aria-valuenow"), "2028");
  assert.ok(await hasFocus(school));
  await it.page.waitForFunction(() => /mill\.\skr dårligere i 20\d\d/.test(document.querySelector('tr[data-prosjekt="tranby-skole"] .virkning').innerText));
  assert.match(await it.page.locator(".bunnlinje").innerText(), /Sum 2025–2034: 2\s244\smill\.\skr \(forslaget 2\s244\)/);
  assert.match(await it.page.locator(".bunnlinje").innerText(), /Høyeste gjeldsgrad: 103,\d\s% i 2031 \(forslaget 93,4\s% i 2034\)/);
  await it.page.keyboard.press("Home");
  assert.equal(await school.getAttribute("aria-valuenow"), "2025");
  await row(it.page, "tranby-skole").getByRole("switch").press("Space");
  await it.page.waitForFunction(() => document.querySelector('tr[data-prosjekt="tranby-skole"] .hva-endret')?.innerText === "utgår");
  assert.ok(await hasFocus(row(it.page, "tranby-skole").getByRole("switch")));
  assert.equal(await school.count(), 0, "what is not built cannot be moved");
  assert.deepEqual(it.errors, []);
});

test("the projects are searched, filtered and sorted", async (t) => {
  const it = await open(t, "Prosjekter");
  await it.page.getByRole("searchbox", { name: "Søk i 22 prosjekter" }).fill("tranby");
  await it.page.waitForFunction(() => document.querySelectorAll("tr.prosjekt").length < 6);
  for (const text of await it.page.locator("tr.prosjekt th").allInnerTexts()) assert.match(text, /tranby/i);
  await it.page.getByRole("searchbox").fill("finnes ikke");
  await it.page.getByText("Ingenting passer til søket.").waitFor();
  await it.page.getByRole("searchbox").fill("");
  await it.page.getByLabel("Vis", { exact: true }).selectOption("Alle (22)");
  await it.page.waitForFunction(() => document.querySelectorAll("tr.prosjekt").length === 22);
  await it.page.getByLabel("Sorter").selectOption("navn");
  const names = (await it.page.locator("tr.prosjekt .utvid").allInnerTexts()).map((name) => name.toLowerCase());
  assert.deepEqual(names, [...names].sort());
  // What was searched for and sorted is kept while another panel is open.
  await it.page.locator("#dokk .dor", { hasText: "Tiltak" }).click();
  await answered(it.page);
  await it.page.locator("#dokk .dor", { hasText: "Prosjekter" }).click();
  await it.page.locator("tr.prosjekt").first().waitFor();
  assert.equal(await it.page.locator("tr.prosjekt").count(), 22);
  assert.deepEqual(it.errors, []);
});

test("a swipe that begins on a bar scrolls the page and leaves the project", async (t) => {
  const it = await open(t, "Prosjekter", "", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const school = bar(it.page, "tranby-idrettshall");
  await school.scrollIntoViewIfNeeded();
  await school.evaluate((element) => {
    const at = (type, x) => element.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 7, clientX: x, clientY: 5, button: 0 }));
    element.setPointerCapture = () => {};
    at("pointerdown", 300);
    at("pointermove", 180);
    at("pointercancel", 180);
  });
  await painted(it.page);
  assert.equal(await school.getAttribute("aria-valuenow"), "2030");
  assert.equal(new URL(it.page.url()).hash, "");
});

test("a project of one's own is added from the foot, moved a year and removed, and focus stays in the panel", async (t) => {
  const it = await open(t, "Prosjekter");
  await it.page.locator(".bunnlinje").getByRole("button", { name: "Legg til eget prosjekt" }).click();
  assert.equal(await it.page.evaluate(() => document.activeElement.id), "nytt-prosjekt-navn");
  await it.page.keyboard.type("Svømmehall");
  await it.page.locator("#nytt-prosjekt").getByRole("button", { name: "Legg til" }).click();
  const own = it.page.locator("tr.prosjekt", { hasText: "Svømmehall" });
  await own.waitFor();
  assert.match(await own.innerText(), /lagt til av deg/);
  await own.getByRole("button", { name: "Ett år senere: Svømmehall" }).click();
  await it.page.waitForFunction(() => decodeURIComponent(location.hash).includes("2027"));
  assert.ok(await hasFocus(own.getByRole("button", { name: "Ett år senere: Svømmehall" })));
  await own.getByRole("button", { name: /Fjern.*Svømmehall/ }).click();
  await own.waitFor({ state: "detached" });
  assert.ok(await it.page.evaluate(() => document.activeElement.closest("#dokk") !== null));
  assert.deepEqual(it.errors, []);
});

const foot = (page) => page.locator(".bunnlinje");
const millions = (text) => Number(/: ([\d,\s]+)\smill\.\skr/u.exec(text)[1].replaceAll(/\s/gu, "").replace(",", "."));

test("savings and costs are told by words, and what is chosen is summed before and after realisation", async (t) => {
  const it = await open(t, "Tiltak");
  const rows = it.page.locator("tr.tiltak");
  assert.equal(await rows.count(), 40);
  // A name may hold years with a hyphen between them; an amount has no sign.
  const amounts = await it.page.locator("#tiltakstabell td.ar").allInnerTexts();
  assert.ok(amounts.length >= 160 && amounts.every((amount) => !/[−-]/u.test(amount)), "an amount has a sign");
  assert.match(await it.page.locator("#tiltakstabell").innerText(), /ikke vurdert/);
  const all = it.page.getByRole("button", { name: /^Vis \d+ flere$/ });
  await all.focus();
  await it.page.keyboard.press("Enter");
  await it.page.getByRole("button", { name: "Vis færre" }).waitFor();
  assert.ok((await rows.count()) > 60);
  assert.ok(await hasFocus(it.page.getByRole("button", { name: "Vis færre" })));
  const before = millions(await foot(it.page).innerText());
  // By its place, which does not change: a locator of what is off would find another row once it is on.
  const measure = rows.nth(await rows.evaluateAll((all) =>
    all.findIndex((row) => row.querySelector('[role="switch"]')?.checked === false)));
  const saves = Number((await measure.locator("td.ar").last().innerText()).match(/[\d,]+/u)[0].replace(",", "."));
  await measure.getByRole("switch").press("Space");
  await it.page.waitForFunction(() => location.hash.includes("tiltak."));
  assert.ok(await hasFocus(measure.getByRole("switch")));
  assert.ok(Math.abs(millions(await foot(it.page).innerText()) - before - saves) < 0.11);
  await measure.getByRole("textbox", { name: /Gjennomføring/ }).fill("50");
  await it.page.waitForFunction(() => /etter gjennomføring/.test(document.querySelector(".bunnlinje").innerText));
  assert.deepEqual(it.errors, []);
});

test("measures are searched, filtered by committee, and those that cost say so", async (t) => {
  const it = await open(t, "Tiltak");
  await it.page.getByLabel("Vis", { exact: true }).selectOption({ index: 1 });
  await it.page.waitForFunction(() => document.querySelector("tr.tiltak .retning").innerText === "koster");
  await it.page.getByLabel("Område", { exact: true }).selectOption("Miljø og plan");
  await it.page.waitForFunction(() => [...document.querySelectorAll("tr.tiltak .omrade")].every((cell) => cell.innerText === "Miljø og plan"));
  await it.page.getByRole("searchbox").fill("xyz");
  await it.page.getByText("Ingenting passer til søket.").waitFor();
  assert.deepEqual(it.errors, []);
});

test("a saving of one's own has a start year and is a word, not a sign", async (t) => {
  const it = await open(t, "Tiltak");
  await foot(it.page).getByRole("button", { name: "Legg til egen innsparing eller utgift" }).click();
  assert.equal(await it.page.evaluate(() => document.activeElement.id), "nytt-tiltak-navn");
  await it.page.keyboard.type("Færre møter");
  await it.page.getByLabel("Beløp i året, mill. kr").fill("5");
  await it.page.locator("#nytt-tiltak-start").fill("2027");
  await it.page.locator("#nytt-tiltak").getByRole("button", { name: "Legg til" }).click();
  const own = it.page.locator("tr.tiltak", { hasText: "Færre møter" });
  await own.waitFor();
  assert.match(await own.innerText(), /sparer\s+0,0\s+0,0\s+5,0\s+5,0/u);
  await own.getByRole("button", { name: /Fjern/ }).click();
  await own.waitFor({ state: "detached" });
  assert.equal(await it.page.evaluate(() => document.activeElement.id), "sok-tiltak");
  assert.deepEqual(it.errors, []);
});

test("why opens on the year in which the result changes most, and another can be chosen", async (t) => {
  const it = await open(t, "Hvorfor?", "#prosjekt.tranby-skole=-4");
  const year = it.page.getByLabel("Endringen i");
  await year.waitFor();
  assert.equal(await year.inputValue(), "2032");
  assert.match(await it.page.locator(".bro").first().innerText(), /i 2032/);
  await year.focus();
  await year.selectOption("2030");
  await it.page.waitForFunction(() => /i 2030/.test(document.querySelector(".bro")?.innerText ?? ""));
  assert.ok(await hasFocus(year));
  assert.deepEqual(it.errors, []);
});

test("what would it take says what two levers give together", async (t) => {
  const it = await open(t, "Spør");
  const sentence = it.page.locator("#to-spaker");
  await sentence.waitFor();
  assert.match(await sentence.innerText(), /^To spaker sammen: \d+\smill\.\skr spart fra 2027 og .+ utsatt (ett|to) år er nok\.$/u);
  assert.deepEqual(it.errors, []);
});

test("what matters most compares plausible changes, each row with its own change and reason", async (t) => {
  const it = await open(t, "Spør");
  await it.page.getByRole("button", { name: "Hva betyr mest?" }).click();
  await answered(it.page);
  const bridge = it.page.locator(".bro").first();
  await bridge.locator("summary").click();
  const text = await bridge.locator("tbody").innerText();
  assert.match(text, /Renter ± 1,00/);
  assert.match(text, /Eget anslag/);
  assert.equal(await bridge.locator("tbody tr").first().locator("th").count(), 1);
  assert.deepEqual(it.errors, []);
});
