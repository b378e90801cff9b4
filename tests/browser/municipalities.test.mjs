// The municipalities: the switch between them, what one of them lacks, and the user's own figures.

import assert from "node:assert/strict";
import { test } from "node:test";
import { offlineFileUrl, openPage, stage } from "./support.mjs";

const on = stage();

const sentence = (page) => page.locator("#resultatlinje").innerText();
const choose = (page, id) => page.locator("#kommune").selectOption(id);
const shown = (page, name) => page.waitForFunction((name) => document.title.includes(name), name);

async function open(t, hash = "", url = on.server.url) {
  const it = await openPage(on.browser, url + hash);
  t.after(it.close);
  return it;
}

const MUNICIPALITIES = [
  ["lier", "Lier", "Vedtatt plan"],
  ["ovre-eiker", "Øvre Eiker", "Dagens drift videreført"],
  ["lillehammer", "Lillehammer", "2023 videreført"],
  ["asker", "Asker", "Budsjett 2023 videreført"],
];

for (const [id, name, line] of MUNICIPALITIES) {
  test(`${name} opens from its link, and its line has its own name`, async (t) => {
    const it = await open(t, `#kommune=${id}`);
    await shown(it.page, name);
    assert.match(await sentence(it.page), new RegExp(`^${line}`));
    assert.equal(await it.page.locator("#kommune").inputValue(), id);
    const table = await it.page.locator("#arstabell").innerText();
    assert.match(table, /Netto driftsresultat/);
    assert.equal(/\bPlan\b/.test(table), id === "lier", "only an adopted plan is called a plan");
    assert.deepEqual([...it.errors, ...it.violations, ...it.foreignRequests], []);
  });
}

test("another municipality is chosen, and the back button returns", async (t) => {
  const it = await open(t);
  await choose(it.page, "lillehammer");
  await shown(it.page, "Lillehammer");
  await it.page.getByRole("slider", { name: "Renter", exact: true }).focus();
  await it.page.keyboard.press("ArrowRight");
  await it.page.waitForFunction(() => location.hash.includes("kommune=lillehammer") && location.hash.includes("renter="));
  // Asked of the page and not of the browser, which may not have taken note of the first step at the second.
  await it.page.evaluate(() => history.back());
  await it.page.waitForFunction(() => location.hash.includes("kommune=lillehammer") && !location.hash.includes("renter="));
  await it.page.evaluate(() => history.back());
  await shown(it.page, "Lier");
  assert.match(await sentence(it.page), /^Vedtatt plan/);
});

test("what Asker lacks is said, and the curve comes when the user types the figure in", async (t) => {
  const it = await open(t, "#kommune=asker");
  await shown(it.page, "Asker");
  const debt = it.page.locator("#kort-gjeld");
  assert.match(await debt.innerText(), /Lånegjeld ved inngangen.*Står vanligvis her/s);
  assert.equal(await debt.locator("canvas").count(), 0);
  assert.equal(await it.page.locator("#kort-resultat canvas").count(), 1, "the result in kroner is known");

  const fields = debt.locator("input");
  await fields.nth(0).fill("mye");
  await fields.nth(0).press("Enter");
  assert.match(await debt.innerText(), /«mye» er ikke et tall/);
  await fields.nth(0).fill("12 000");
  await fields.nth(0).press("Enter");
  await debt.locator("input").first().fill("9 500");
  await debt.getByRole("button", { name: "Bruk" }).first().click();
  await debt.locator("canvas").waitFor();
  assert.match(await debt.innerText(), /Bygger på ditt tall/);
  assert.match(await it.page.locator("#kort-resultat h2").innerText(), /% av driftsinntektene/);
  await it.page.waitForFunction(() => location.hash.includes("eget."));

  const copy = await open(t, new URL(it.page.url()).hash);
  await copy.page.locator("#kort-gjeld canvas").waitFor();
  assert.match(await copy.page.locator("#endringer").innerText(), /Ditt tall/);
});

test("a municipality whose file cannot be had leaves the page as it was, with a message", async (t) => {
  const context = await on.browser.newContext();
  t.after(() => context.close());
  await context.route("**/kommuner/asker.json", (route) => route.abort());
  const page = await context.newPage();
  await page.goto(on.server.url);
  await page.waitForSelector("main h1");
  await choose(page, "asker");
  await page.locator("#lenkefeil").waitFor();
  assert.match(await page.locator("#lenkefeil").innerText(), /asker\.json kunne ikke hentes/);
  assert.match(await sentence(page), /^Vedtatt plan/);
  await page.waitForFunction(() => document.querySelector("#kommune").value === "lier" && location.hash === "");
  // With the network back, the same choice is made once more.
  await context.unroute("**/kommuner/asker.json");
  await choose(page, "asker");
  await shown(page, "Asker");
  assert.equal(await page.locator("#kommune").inputValue(), "asker");
  await page.goBack();
  await shown(page, "Lier");
  assert.equal(await page.locator("#kommune").inputValue(), "lier");
});

test("while a file is on its way the page says so, and stays where it was", async (t) => {
  const context = await on.browser.newContext();
  t.after(() => context.close());
  let send;
  const asked = new Promise((resolve) => { send = resolve; });
  await context.route("**/kommuner/asker.json", (route) => send(route));
  const page = await context.newPage();
  await page.goto(on.server.url);
  await page.waitForSelector("main h1");
  await choose(page, "asker");
  const route = await asked;
  await page.getByText("Henter kommunens tall").waitFor();
  assert.equal(await page.locator("#kommune").inputValue(), "lier");
  assert.equal(new URL(page.url()).hash, "");
  await route.continue();
  await shown(page, "Asker");
  assert.equal(await page.getByText("Henter kommunens tall").count(), 0);
});

test("a link to a municipality whose file cannot be had can be tried again", async (t) => {
  const context = await on.browser.newContext();
  t.after(() => context.close());
  await context.route("**/kommuner/asker.json", (route) => route.abort());
  const page = await context.newPage();
  await page.goto(`${on.server.url}#kommune=asker`);
  const again = page.getByRole("button", { name: "Prøv igjen" });
  await again.waitFor();
  await context.unroute("**/kommuner/asker.json");
  await again.click();
  await shown(page, "Asker");
});

test("a file and a line in the list add a municipality, with the program as it is", async (t) => {
  const context = await on.browser.newContext();
  t.after(() => context.close());
  const asker = JSON.parse(await (await fetch(`${on.server.url}kommuner/asker.json`)).text());
  asker.kommune.id = "nyby";
  await context.route("**/kommuner/nyby.json", (route) => route.fulfill({ json: asker }));
  await context.route("**/kommuner/index.json", async (route) => {
    const index = await (await route.fetch()).json();
    index.kommuner.push({ id: "nyby", navn: "Nyby", fil: "nyby.json" });
    await route.fulfill({ json: index });
  });
  const page = await context.newPage();
  await page.goto(on.server.url);
  await page.locator("#kommune option[value=nyby]").waitFor({ state: "attached" });
  await choose(page, "nyby");
  await page.waitForFunction(() => location.hash === "#kommune=nyby");
  const copy = await context.newPage();
  await copy.goto(`${on.server.url}#kommune=nyby`);
  await copy.waitForFunction(() => document.querySelector("#kommune")?.value === "nyby");
});

test("the offline file holds every municipality", async (t) => {
  const it = await openPage(on.browser, `${offlineFileUrl()}#kommune=asker`, { offline: true });
  t.after(it.close);
  await shown(it.page, "Asker");
  await choose(it.page, "lillehammer");
  await shown(it.page, "Lillehammer");
  assert.deepEqual([...it.errors, ...it.violations, ...it.foreignRequests], []);
});

test("own projects and measures are added by keyboard, listed, and taken away", async (t) => {
  const it = await open(t);
  await it.page.locator("#detaljer-omstilling > summary").click();
  await it.page.locator("#mer-omstilling > summary").click();
  const form = it.page.locator("#nytt-tiltak");
  await form.getByRole("button", { name: "Legg til" }).click();
  assert.match(await form.innerText(), /Skriv et navn/);
  await it.page.locator("#nytt-tiltak-navn").fill("Færre bygg");
  await it.page.locator("#nytt-tiltak-belop").fill("-25");
  await form.getByRole("button", { name: "Legg til" }).press("Enter");
  assert.match(await it.page.locator("#endringer").innerText(), /Færre bygg\s*−25 mill\. kr fra 2026/);
  await it.page.reload();
  await it.page.waitForSelector("main h1");
  await it.page.getByRole("button", { name: "Fjern: Færre bygg" }).click();
  assert.match(await it.page.locator("#endringer").innerText(), /Ingenting/);
});

test("prices may be shown as nominal", async (t) => {
  const it = await open(t);
  await it.page.locator("#detaljer-renter > summary").click();
  await it.page.locator("#priser").selectOption("løpende");
  assert.match(await it.page.locator("section.arskort .arshode").innerText(), /løpende priser/);
  assert.match(await sentence(it.page), /^Vedtatt plan/, "the prices are no scenario");
});
