// The municipalities: the switch between them, what one of them lacks, and the user's own figures.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LOADED, choose, offlineFileUrl, openPage, openPanel, stage } from "./support.mjs";

const on = stage();

const verdict = (page) => page.locator("#dommen").innerText();
const chosen = (page) => page.locator("#kommune").innerText();
const shown = (page, name) => page.waitForFunction((name) => document.title.includes(name), name);

async function open(t, hash = "", url = on.server.url) {
  const it = await openPage(on.browser, url + hash);
  t.after(it.close);
  return it;
}

const MUNICIPALITIES = [
  ["lier", "Lier", "Forslaget", "Kommunedirektørens forslag"],
  ["ovre-eiker", "Øvre Eiker", "Videreføringen", "Dagens drift videreført"],
  ["lillehammer", "Lillehammer", "Videreføringen", "2023 videreført"],
  ["asker", "Asker", "Videreføringen", "Budsjett 2023 videreført"],
];

for (const [id, name, short, line] of MUNICIPALITIES) {
  test(`${name} opens from its link, and its line has its own name`, async (t) => {
    const it = await open(t, `#kommune=${id}`);
    await shown(it.page, name);
    if (id !== "asker") assert.match(await verdict(it.page), new RegExp(`^${short} bryter `));
    assert.equal((await chosen(it.page)).trim(), name);
    assert.match(await it.page.locator("#alternativ").innerText(), new RegExp(`^${line}`));
    await openPanel(it.page, "Alle tallene");
    const table = await it.page.locator("#arstabell").innerText();
    assert.match(table, /Netto driftsresultat/);
    assert.ok(table.includes(short), "the line has its own name");
    const page = await it.page.locator("body").innerText();
    assert.equal(/[Vv]edtatt plan|[Vv]edtatt handlingsprogram/.test(page), false, "nothing here has been adopted");
    assert.deepEqual([...it.errors, ...it.violations, ...it.foreignRequests], []);
  });
}

test("another municipality is chosen, and the back button returns", async (t) => {
  const it = await open(t);
  await choose(it.page, "kommune", "Lillehammer");
  await shown(it.page, "Lillehammer");
  await it.page.getByRole("slider", { name: "Renter", exact: true }).focus();
  await it.page.keyboard.press("ArrowRight");
  await it.page.waitForFunction(() => location.hash.includes("kommune=lillehammer") && location.hash.includes("renter="));
  // Asked of the page and not of the browser, which may not have taken note of the first step at the second.
  await it.page.evaluate(() => history.back());
  await it.page.waitForFunction(() => location.hash.includes("kommune=lillehammer") && !location.hash.includes("renter="));
  await it.page.evaluate(() => history.back());
  await shown(it.page, "Lier");
  assert.match(await verdict(it.page), /^Forslaget /);
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
  assert.match(await it.page.locator("#kort-resultat .verdi").innerText(), /\s%$/, "the result is a share now that the revenue is known");
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
  await page.waitForSelector(LOADED);
  await choose(page, "kommune", "Asker");
  await page.locator("#lenkefeil").waitFor();
  assert.match(await page.locator("#lenkefeil").innerText(), /asker\.json kunne ikke hentes/);
  assert.match(await verdict(page), /^Forslaget /);
  await page.waitForFunction(() => document.querySelector("#kommune").innerText.startsWith("Lier") && location.hash === "");
  // With the network back, the same choice is made once more.
  await context.unroute("**/kommuner/asker.json");
  await choose(page, "kommune", "Asker");
  await shown(page, "Asker");
  assert.match(await chosen(page), /^Asker/);
  await page.goBack();
  await shown(page, "Lier");
  assert.match(await chosen(page), /^Lier/);
});

test("while a file is on its way the page says so, and stays where it was", async (t) => {
  const context = await on.browser.newContext();
  t.after(() => context.close());
  let send;
  const asked = new Promise((resolve) => { send = resolve; });
  await context.route("**/kommuner/asker.json", (route) => send(route));
  const page = await context.newPage();
  await page.goto(on.server.url);
  await page.waitForSelector(LOADED);
  await choose(page, "kommune", "Asker");
  const route = await asked;
  await page.getByText("Henter kommunens tall").waitFor();
  assert.match(await chosen(page), /^Lier/);
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
  asker.kommune.navn = "Nyby";
  await context.route("**/kommuner/nyby.json", (route) => route.fulfill({ json: asker }));
  await context.route("**/kommuner/index.json", async (route) => {
    const index = await (await route.fetch()).json();
    index.kommuner.push({ id: "nyby", navn: "Nyby", fil: "nyby.json" });
    await route.fulfill({ json: index });
  });
  const page = await context.newPage();
  await page.goto(on.server.url);
  await page.waitForLoadState("networkidle");
  await choose(page, "kommune", "Nyby");
  await page.waitForFunction(() => location.hash === "#kommune=nyby");
  const copy = await context.newPage();
  await copy.goto(`${on.server.url}#kommune=nyby`);
  await copy.waitForFunction(() => document.querySelector("#kommune")?.innerText.startsWith("Nyby") && location.hash === "#kommune=nyby");
});

test("the offline file holds every municipality", async (t) => {
  const it = await openPage(on.browser, `${offlineFileUrl()}#kommune=asker`, { offline: true });
  t.after(it.close);
  await shown(it.page, "Asker");
  await choose(it.page, "kommune", "Lillehammer");
  await shown(it.page, "Lillehammer");
  assert.deepEqual([...it.errors, ...it.violations, ...it.foreignRequests], []);
});

test("own projects and measures are added by keyboard, listed, and taken away", async (t) => {
  const it = await open(t);
  await openPanel(it.page, "Tiltak");
  const form = it.page.locator("#nytt-tiltak");
  await it.page.getByRole("button", { name: "Legg til egen innsparing eller utgift" }).press("Enter");
  await form.getByRole("button", { name: "Legg til" }).click();
  assert.match(await form.innerText(), /Skriv et navn/);
  await it.page.locator("#nytt-tiltak-navn").fill("Færre bygg");
  await it.page.locator("#nytt-tiltak-belop").fill("25");
  await form.getByRole("button", { name: "Legg til" }).press("Enter");
  await it.page.waitForFunction(() => location.hash.includes("F%C3%A6rre") || decodeURIComponent(location.hash).includes("Færre"));
  assert.match(await it.page.locator("#endringer").innerText(), /Færre bygg\s*−25 mill\.\skr fra 2026/);
  await it.page.reload();
  await it.page.waitForSelector(LOADED);
  await it.page.getByRole("button", { name: "Fjern: Færre bygg" }).click();
  await it.page.waitForFunction(() => location.hash === "");
  assert.equal(await it.page.getByRole("button", { name: /^Fjern/ }).count(), 0);
});

test("prices may be shown as nominal", async (t) => {
  const it = await open(t);
  await openPanel(it.page, "År for år");
  await it.page.locator("#priser").selectOption("løpende");
  await it.page.waitForFunction(() => document.querySelector(".ingress").innerText.endsWith("Priser: løpende."));
  assert.match(await verdict(it.page), /^Forslaget /, "the prices are no scenario");
  await openPanel(it.page, "Alle tallene");
  assert.match(await it.page.locator(".arskort h3").innerText(), /løpende priser/);
});
