// Prints what the first load of the page costs, by the compressed files that lie
// with the others in dist/, and fails over the budgets.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// The aim is 300 000; what it is now may not grow.
// The target is 300 000. The plan as it is first seen makes 8 kB of the page; what is above is to be cut.
const FIRST_LOAD_GZIP_BUDGET = 330_000;
const OFFLINE_FILE_BUDGET = 3_000_000;

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const offlineFile = join(root, "dist-offline", "handlingsrom.html");

/** The page and every file that it, its scripts or its styles name. */
function firstLoad() {
  // Trunk leaves .stage behind when a build was broken off.
  const names = readdirSync(dist, { recursive: true }).filter(
    // The other municipalities and the second module are fetched when somebody asks for them, the licences never;
    // the list at once.
    (name) => !/^(\.stage|second-|LICENSES|kommuner\/(?!index\.json$))|\.(gz|br)$/.test(name) && statSync(join(dist, name)).isFile(),
  );
  const found = ["index.html", "kommuner/index.json"];
  // The list grows while it is walked.
  for (const name of found) {
    const text = readFileSync(join(dist, name), "latin1");
    found.push(...names.filter((other) => !found.includes(other) && text.includes(basename(other))));
  }
  return { found, rest: names.filter((name) => !found.includes(name)) };
}

function measure(name) {
  const size = (ending) => statSync(join(dist, name + ending), { throwIfNoEntry: false })?.size;
  const raw = size("");
  // A file without a compressed version is sent as it is.
  return { name, raw, gzip: size(".gz") ?? raw, brotli: size(".br") ?? raw };
}

const number = (value) => String(value).padStart(10);
const printRow = ({ name, raw, gzip, brotli }) => {
  console.log(number(raw) + number(gzip) + number(brotli) + `  ${name}`);
};

/** Prints one budget and tells whether it holds. */
function withinBudget(what, bytes, budget) {
  const holds = bytes <= budget;
  console.log(`${holds ? "ok  " : "OVER"} ${what}: ${bytes} of ${budget} bytes`);
  return holds;
}

if (!existsSync(dist) || !existsSync(offlineFile)) {
  console.error("size.mjs: dist/ or dist-offline/ is missing; run `make offline` first");
  process.exit(1);
}

const { found, rest } = firstLoad();
const rows = found.map(measure);
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
const total = { name: "first load", raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") };

console.log("       raw      gzip    brotli  file");
rows.forEach(printRow);
printRow(total);
for (const name of rest) console.log(`not in the first load: ${name}`);

const budgets = [
  withinBudget("first load, gzip", total.gzip, FIRST_LOAD_GZIP_BUDGET),
  withinBudget("offline file", statSync(offlineFile).size, OFFLINE_FILE_BUDGET),
];
process.exitCode = budgets.every(Boolean) ? 0 : 1;
