// The four levers, moved as a person moves them, in the built page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, choose, openPage, openPanel, painted, stage } from "./support.mjs";

const on = stage();

const SLIDERS = ["Renter", "Befolkningsvekst", "Investeringer", "Omstilling"];
const CHARTS = ["diagram-resultat", "diagram-fond", "diagram-gjeld", "diagram-trekant"];

/** The page at the plan, with all figures in view; afterwards it must have made no error and asked no other host. */
async function opened(t, fragment = "", options = { viewport: { width: 1280, height: 720 } }) {
  const it = await openPage(on.browser, on.server.url + fragment, options);
  t.after(it.close);
  await it.page.evaluate(() => document.fonts.ready);
  await openPanel(it.page, "Alle tallene");
  await settled(it.page);
  it.assertClean = () => {
    assert.deepEqual(it.errors, []);
    assert.deepEqual(it.violations, []);
    assert.deepEqual(it.foreignRequests, []);
  };
  return it;
}

/** What was changed has been worked out and painted, in the panel too. */
async function settled(page) {
  await painted(page);
  await answered(page);
  await painted(page);
}

const slider = (page, name) => page.getByRole("slider", { name, exact: true });
const field = (page, name) => page.getByRole("textbox", { name: new RegExp(`^${name}, `) });

/** Everything a person sees of the result: verdict, account of the year, and the pixels of each chart. */
async function seen(page) {
  await settled(page);
  return page.evaluate((charts) => ({
    verdict: document.querySelector("#dommen").innerText + document.querySelector(".utdypning").innerText,
    table: document.querySelector("#arstabell").innerText,
    pixels: charts.map((id) => document.getElementById(id).toDataURL()),
  }), CHARTS);
}

/** Takes the knob of a lever and moves it by a share of its track, in many steps; the button is still down. */
async function drag(page, name, share) {
  const input = slider(page, name);
  const track = await input.boundingBox();
  const [min, max, value] = await input.evaluate((one) => [one.min, one.max, one.value].map(Number));
  const knob = 9;
  const from = track.x + knob + ((value - min) / (max - min)) * (track.width - 2 * knob);
  await page.mouse.move(from, track.y + 12);
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1) await page.mouse.move(from + (step / 12) * share * track.width, track.y + 12);
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
    assert.match(plan.verdict, /^Forslaget bryter /);
    await slider(it.page, name).focus();
    for (let press = 0; press < 4; press += 1) await it.page.keyboard.press("ArrowRight");
    const moved = await seen(it.page);
    assert.notEqual(moved.verdict, plan.verdict);
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

/** Shows another year, by the buttons beside the verdict. */
async function showYear(page, year) {
  const shown = async () => Number(await page.locator(".sidevalg .arsvalg strong").innerText());
  for (let now = await shown(); now !== year; now = await shown()) {
    await page.locator(".sidevalg").getByRole("button", { name: now > year ? "Året før" : "Året etter" }).click();
    await page.waitForFunction((before) => Number(document.querySelector(".sidevalg .arsvalg strong").innerText) !== before, now);
  }
  await page.waitForFunction((year) => document.querySelector(".arskort h3").innerText.includes(String(year)), year);
  await settled(page);
}

test("one point higher rates raise interest every year, and the verdict compares and claims no cause", async (t) => {
  const it = await opened(t);
  await slider(it.page, "Renter").focus();
  for (let press = 0; press < 4; press += 1) await it.page.keyboard.press("ArrowRight");
  await it.page.waitForFunction(() => location.hash.includes("renter=1"));
  assert.equal(await it.page.locator("#dommen").innerText(), "Forslaget med høyere rente bryter fondsregelen i seks år, forslaget i to");
  assert.match(await it.page.locator(".utdypning").innerText(), /^Høyere rente koster \d+\smill\.\skr i 2034\./);
  for (let year = 2034; year >= 2025; year -= 1) {
    await showYear(it.page, year);
    const [plan, scenario] = await account(it.page, "Renteutgifter");
    assert.ok(scenario > plan, `${year}: ${scenario} and ${plan}`);
  }
  it.assertClean();
});

test("Tranby skole four years earlier raises the debt from 2028 and not before", async (t) => {
  const it = await opened(t, "#prosjekt.tranby-skole=-4");
  assert.match(await it.page.locator("#endringer").innerText(), /Tranby skole\s+byggestart 2032 → 2028/);
  for (const [year, changed] of [[2030, true], [2028, true], [2027, false], [2026, false]]) {
    await showYear(it.page, year);
    const [plan, scenario] = await account(it.page, "Lånegjeld");
    assert.equal(scenario > plan, changed, String(year));
  }
  await it.page.getByRole("button", { name: "Fjern: Tranby skole" }).click();
  await it.page.waitForFunction(() => location.hash === "");
  it.assertClean();
});

test("a project is moved a year in its panel, and the row of what is changed names it", async (t) => {
  const it = await opened(t);
  await openPanel(it.page, "Prosjekter");
  await it.page.getByRole("button", { name: /Tranby skole/ }).and(it.page.getByRole("button", { name: /[Tt]idligere/ })).first().click();
  await it.page.waitForFunction(() => decodeURIComponent(location.hash).includes("prosjekt.tranby-skole=-1"));
  assert.match(await it.page.locator("#endringer").innerText(), /Tranby skole\s+byggestart 2032 → 2031/);
  it.assertClean();
});

test("rates by year, age groups and measures can be changed one by one, and all is reset at once", async (t) => {
  const it = await opened(t);
  await openPanel(it.page, "År for år");
  await it.page.getByRole("textbox", { name: "Endring i renten 2026" }).fill("0,5");
  await it.page.getByRole("textbox", { name: "Endring i veksten, 80 år og eldre" }).fill("1");
  await it.page.keyboard.press("Tab");
  await it.page.waitForFunction(() => decodeURIComponent(location.hash).includes("alder.80"));
  await openPanel(it.page, "Tiltak");
  await it.page.getByLabel("Vis", { exact: true }).selectOption({ index: 2 });
  await it.page.getByRole("searchbox").fill("Bedre tilpasset opplæring");
  const measure = it.page.getByRole("checkbox", { name: /Bedre tilpasset opplæring i skolen/ })
    .or(it.page.getByRole("switch", { name: /Bedre tilpasset opplæring i skolen/ }));
  await measure.click();
  await it.page.waitForFunction(() => location.hash.includes("tiltak."));
  const hash = decodeURIComponent(new URL(it.page.url()).hash);
  assert.match(hash, /rente\.2026=0\.5/);
  assert.match(hash, /alder\.80\+=1/);
  assert.match(hash, /tiltak\.OKI-\d+=0/);
  await it.page.getByRole("button", { name: "Nullstill alt" }).click();
  await it.page.waitForFunction(() => location.hash === "");
  await settled(it.page);
  assert.equal(await measure.isChecked(), true);
  it.assertClean();
});

test("undo and redo take one step a drag", async (t) => {
  const it = await opened(t);
  const before = await slider(it.page, "Omstilling").inputValue();
  await drag(it.page, "Omstilling", 0.2);
  await it.page.mouse.up();
  const dragged = await slider(it.page, "Omstilling").inputValue();
  assert.ok(Number(dragged) > Number(before) + 10);
  const undo = it.page.getByRole("button", { name: "Angre" });
  await undo.click();
  assert.equal(await slider(it.page, "Omstilling").inputValue(), before);
  assert.equal(await undo.getAttribute("aria-disabled"), "true");
  await it.page.getByRole("button", { name: "Gjør om" }).click();
  assert.equal(await slider(it.page, "Omstilling").inputValue(), dragged);
  it.assertClean();
});

test("every rule chart has its sentence and its table with ten years", async (t) => {
  const it = await opened(t);
  for (const [rule, name] of [["resultat", "Netto driftsresultat"], ["fond", "Disposisjonsfond"], ["gjeld", "Gjeldsgrad"]]) {
    assert.match(await it.page.locator(`#setning-${rule}`).textContent(), /(Lavest|Høyest) i 20\d\d: /);
    assert.match(await it.page.locator(`#diagram-${rule}`).getAttribute("aria-label"), /\d år/);
    await it.page.getByRole("button", { name: `${name} som tabell` }).click();
    assert.equal(await it.page.locator(`#tabell-${rule} tbody tr`).count(), 10);
    assert.equal(await it.page.locator(`#diagram-${rule}`).count(), 0, "the table is in the curve's place");
  }
  assert.match(await it.page.locator("#tabell-trekant").innerText(), /Gjeldsgrad[^]*83,7[^]*93,4/);
  it.assertClean();
});

test("the council's decision opens as a ready-made scenario", async (t) => {
  const it = await opened(t);
  const names = await it.page.locator(".eksempler .brikke").allInnerTexts();
  await choose(it.page, "alternativ", names[0]);
  await settled(it.page);
  assert.match(await it.page.locator("#alternativ").innerText(), new RegExp(`^${names[0]}`));
  const changed = await it.page.locator("#endringer li").allInnerTexts();
  assert.ok(changed.some((row) => /Tranby skole\s+byggestart 2032 → 2028/.test(row)), changed.join("; "));
  assert.equal(changed.length, 27);
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

test("a lever where the plan has it says so in words, and the words are taken back", async (t) => {
  const it = await opened(t);
  assert.equal(await field(it.page, "Renter").inputValue(), "som forslaget");
  await field(it.page, "Renter").fill("1");
  await field(it.page, "Renter").fill("som forslaget");
  await field(it.page, "Renter").press("Tab");
  assert.equal(await slider(it.page, "Renter").inputValue(), "0");
  assert.equal(await it.page.locator("#renter-melding").count(), 0);
  it.assertClean();
});

test("a year that is pointed at is read in all three curves, and pressing chooses it", async (t) => {
  const it = await opened(t);
  const cursor = it.page.locator("#aret-resultat");
  await cursor.focus();
  await it.page.keyboard.press("Home");
  for (const rule of ["resultat", "fond", "gjeld"]) {
    assert.equal(await it.page.locator(`#aret-${rule}`).getAttribute("aria-valuenow"), "2025");
  }
  await it.page.keyboard.press("ArrowRight");
  await it.page.waitForFunction(() => document.querySelector("#aret-gjeld").ariaValueNow === "2026");
  assert.match(await cursor.getAttribute("aria-valuetext"), /^2026: Forslaget [−\d,]+\s%, Kravet minst 1,75\s%$/);
  assert.match(await it.page.locator("#kort-resultat .arstips").innerText(), /2026/);
  await it.page.waitForFunction(() => document.querySelector(".arskort h3").innerText.includes("2026"));
  assert.equal(await it.page.locator(".sidevalg .arsvalg strong").innerText(), "2026");
  const box = await it.page.locator("#aret-gjeld").boundingBox();
  await it.page.mouse.click(box.x + box.width - 12, box.y + box.height / 2);
  await it.page.waitForFunction(() => document.querySelector(".sidevalg .arsvalg strong").innerText === "2034");
  it.assertClean();
});
