// The four levers, moved as a person moves them, in the built page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, painted as settled, stage } from "./support.mjs";

const on = stage();

const SLIDERS = ["Renter", "Befolkningsvekst", "Investeringer", "Omstilling"];
const CHARTS = ["diagram-resultat", "diagram-fond", "diagram-gjeld", "diagram-trekant"];

/** The page at the plan; afterwards it must have made no error and asked no other host. */
async function opened(t, fragment = "", options = { viewport: { width: 1280, height: 720 } }) {
  const it = await openPage(on.browser, on.server.url + fragment, options);
  t.after(it.close);
  await it.page.evaluate(() => document.fonts.ready);
  await settled(it.page);
  it.assertClean = () => {
    assert.deepEqual(it.errors, []);
    assert.deepEqual(it.violations, []);
    assert.deepEqual(it.foreignRequests, []);
  };
  return it;
}

const slider = (page, name) => page.getByRole("slider", { name, exact: true });
const field = (page, name) => page.getByRole("textbox", { name: `${name}, tall`, exact: true });

/** Everything a person sees of the result: sentence, account of the year, and the pixels of each chart. */
async function seen(page) {
  await settled(page);
  return page.evaluate((charts) => ({
    sentence: document.querySelector("#resultatlinje").textContent,
    table: document.querySelector("#arstabell").innerText,
    pixels: charts.map((id) => document.getElementById(id).toDataURL()),
  }), CHARTS);
}

/** One row of the year's account as [plan, scenario]. */
async function account(page, line) {
  const cells = await page.locator("#arstabell tr", { has: page.getByRole("rowheader", { name: line, exact: true }) })
    .locator("td").allInnerTexts();
  const number = (text) => Number(text.replace(/[\s\u202f\u00a0]/g, "").replace("−", "-").replace(",", "."));
  return cells.slice(0, 2).map(number);
}

for (const name of SLIDERS) {
  test(`${name} moved by keyboard changes sentence, table and pixels, and reset gives the plan back`, async (t) => {
    const it = await opened(t);
    const plan = await seen(it.page);
    assert.match(plan.sentence, /^Vedtatt plan bryter /);
    await slider(it.page, name).focus();
    for (let press = 0; press < 4; press += 1) await it.page.keyboard.press("ArrowRight");
    const moved = await seen(it.page);
    assert.match(moved.sentence, /^Ditt scenario: Hvis /);
    assert.notEqual(moved.table, plan.table);
    for (const [index, pixels] of moved.pixels.entries()) assert.notEqual(pixels, plan.pixels[index], CHARTS[index]);
    await it.page.getByRole("button", { name: `Nullstill ${name}`, exact: true }).click();
    assert.deepEqual(await seen(it.page), plan);
    it.assertClean();
  });
}

test("the number field takes comma and point and refuses letters with a clear message", async (t) => {
  const it = await opened(t);
  const plan = await seen(it.page);
  const take = async (text, part) => {
    await field(it.page, "Investeringer").fill(text);
    await field(it.page, "Investeringer").press("Tab");
    const isWritten = (part) => (part ? location.hash.includes(part) : location.hash === "");
    await it.page.waitForFunction(isWritten, part);
    return new URL(it.page.url()).hash;
  };
  const withComma = await take("4,25", "investeringer=4.25");
  await take("100", "");
  assert.equal(await take("4.25", "investeringer=4.25"), withComma);
  await take("100", "");

  await field(it.page, "Renter").fill("abc");
  assert.equal(await field(it.page, "Renter").getAttribute("aria-invalid"), "true");
  assert.match(await it.page.locator("#renter-melding").innerText(), /«abc» er ikke et tall\. Skriv for eksempel 4,00\./);
  assert.equal(await field(it.page, "Renter").getAttribute("aria-describedby"), "renter-melding");
  await field(it.page, "Renter").press("Tab");
  assert.equal(await field(it.page, "Renter").inputValue(), "abc", "what was typed is lost");
  assert.deepEqual(await seen(it.page), plan);

  await field(it.page, "Renter").fill("4,25");
  assert.equal(await slider(it.page, "Renter").inputValue(), "4");
  assert.match(await it.page.locator("#renter-melding").innerText(), /4,25 er utenfor området −2,00 til \+4,00/);
  await field(it.page, "Renter").fill("1,25");
  assert.equal(await slider(it.page, "Renter").inputValue(), "1.25");
  assert.equal(await it.page.locator("#renter-melding").count(), 0);
  it.assertClean();
});

test("one point higher rates raise interest every year and name the rules and years that break", async (t) => {
  const it = await opened(t);
  await slider(it.page, "Renter").focus();
  for (let press = 0; press < 4; press += 1) await it.page.keyboard.press("ArrowRight");
  await it.page.waitForFunction(() => location.hash.includes("renter=1"));
  const sentence = await it.page.locator("#resultatlinje").innerText();
  assert.match(sentence, /Hvis renten er 1,00 prosentpoeng høyere, så bryter kommunen .*(regelen|reglene).*(20\d\d|årene)/);
  for (let year = 2025; year <= 2034; year += 1) {
    await it.page.getByRole("combobox", { name: "År", exact: true }).selectOption(String(year));
    await settled(it.page);
    const [plan, scenario] = await account(it.page, "Renteutgifter");
    assert.ok(scenario > plan, `${year}: ${scenario} and ${plan}`);
  }
  it.assertClean();
});

test("Tranby skole four years earlier raises the debt from 2028 and not before", async (t) => {
  const it = await opened(t);
  await it.page.locator("#detaljer-investeringer summary").click();
  for (let press = 0; press < 4; press += 1) {
    await it.page.getByRole("button", { name: "Ett år tidligere: Tranby skole" }).click();
  }
  assert.match(await it.page.locator("#endringer").innerText(), /Tranby skole\s+2032 → 2028/);
  for (const [year, changed] of [[2026, false], [2027, false], [2028, true], [2030, true]]) {
    await it.page.getByRole("combobox", { name: "År", exact: true }).selectOption(String(year));
    await settled(it.page);
    const [plan, scenario] = await account(it.page, "Lånegjeld");
    assert.equal(scenario > plan, changed, String(year));
  }
  await it.page.getByRole("button", { name: "Fjern: Tranby skole" }).click();
  assert.equal(new URL(it.page.url()).hash, "");
  it.assertClean();
});

test("rates by year, age groups and measures can be changed one by one", async (t) => {
  const it = await opened(t);
  for (const id of ["renter", "befolkningsvekst", "omstilling"]) await it.page.locator(`#detaljer-${id} summary`).click();
  await it.page.getByRole("textbox", { name: "Endring i renten 2026" }).fill("0,5");
  await it.page.getByRole("textbox", { name: "Endring i veksten, 80 år og eldre" }).fill("1");
  // Lier has so many measures that each committee's are folded.
  await it.page.locator(".utvalg > summary", { hasText: "Oppvekst" }).click();
  const measure = it.page.getByRole("checkbox", { name: "Bedre tilpasset opplæring i skolen" });
  await measure.uncheck();
  await it.page.waitForFunction(() => location.hash.includes("tiltak."));
  const hash = decodeURIComponent(new URL(it.page.url()).hash);
  assert.match(hash, /rente\.2026=0\.5/);
  assert.match(hash, /alder\.80\+=1/);
  assert.match(hash, /tiltak\.OKI-\d+=0/);
  await it.page.getByRole("button", { name: "Nullstill valg" }).click();
  await it.page.getByRole("button", { name: "Nullstill forutsetninger" }).click();
  await it.page.waitForFunction(() => location.hash === "");
  assert.equal(await measure.isChecked(), true);
  it.assertClean();
});

test("undo and redo take one step a drag", async (t) => {
  const it = await opened(t);
  const handle = await slider(it.page, "Omstilling").boundingBox();
  await it.page.mouse.move(handle.x + 9, handle.y + handle.height / 2);
  await it.page.mouse.down();
  for (let step = 1; step <= 12; step += 1) await it.page.mouse.move(handle.x + 9 + step * 10, handle.y + 12);
  await it.page.mouse.up();
  const dragged = await slider(it.page, "Omstilling").inputValue();
  assert.ok(Number(dragged) > 10);
  await it.page.getByRole("button", { name: "Angre" }).click();
  assert.equal(await slider(it.page, "Omstilling").inputValue(), "0");
  assert.equal(await it.page.getByRole("button", { name: "Angre" }).isDisabled(), true);
  await it.page.getByRole("button", { name: "Gjør om" }).click();
  assert.equal(await slider(it.page, "Omstilling").inputValue(), dragged);
  it.assertClean();
});

test("every rule chart has its sentence and its table with ten years", async (t) => {
  const it = await opened(t);
  for (const rule of ["resultat", "fond", "gjeld"]) {
    assert.match(await it.page.locator(`#setning-${rule}`).innerText(), /\d år/);
    assert.match(await it.page.locator(`#diagram-${rule}`).getAttribute("aria-label"), /\d år/);
    await it.page.locator(`#kort-${rule}`).getByRole("button", { name: "Tabell" }).click();
    assert.equal(await it.page.locator(`#tabell-${rule} tbody tr`).count(), 10);
  }
  await it.page.locator("#kort-trekant").getByRole("button", { name: "Tabell" }).click();
  assert.match(await it.page.locator("#tabell-trekant").innerText(), /Gjeldsgrad[^]*83,7[^]*93,4/);
  it.assertClean();
});

test("the council's decision opens as a ready-made scenario", async (t) => {
  const it = await opened(t);
  await it.page.locator("#ferdige").selectOption("kommunestyrets-vedtak");
  await settled(it.page);
  assert.match(await it.page.locator("#resultatlinje").innerText(), /Tranby skole starter i 2028/);
  assert.match(await it.page.locator("#endringer").innerText(), /\b27 ting\b/);
  it.assertClean();
});

test("a number typed and left within one frame is not lost", async (t) => {
  const it = await opened(t);
  await it.page.locator("#renter-tall").evaluate((input) => {
    input.value = "1,5";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await settled(it.page);
  assert.equal(await slider(it.page, "Renter").inputValue(), "1.5");
  assert.equal(await field(it.page, "Renter").inputValue(), "+1,50");
  it.assertClean();
});
