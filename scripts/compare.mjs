// Runs two command line programs on the same random scenarios and lists where their JSON differs,
// grouped by command and place, with a count and the first example. Exits with 1 when something differs.

import { execFile, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative, resolve } from "node:path";
import { parseArgs, promisify } from "node:util";

const run = promisify(execFile);

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: "string", default: "." },
    count: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    all: { type: "boolean", default: false },
  },
});
if (positionals.length !== 2) {
  console.error("usage: scripts/compare.sh OLD NEW [--count N] [--seed S] [--only run,seek] [--all]");
  process.exit(2);
}
const programs = positionals.map((path) => resolve(options.from, path));
const count = Number(options.count);

/** Scenario files of this seed, written once by the generator that the tests use. */
function scenarioFiles() {
  const folder = join("target", "scenarios", `seed-${options.seed}-count-${count}`);
  if (!existsSync(folder)) {
    const env = { ...process.env, SCENARIOS: resolve(folder), SEED: options.seed, COUNT: String(count) };
    const test = ["test", "--quiet", "--locked", "--test", "scenarios", "--", "--ignored", "write_random_scenarios"];
    const { status } = spawnSync("cargo", test, { env, stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) throw new Error("the scenarios could not be written");
  }
  return readdirSync(folder).flatMap((municipality) =>
    readdirSync(join(folder, municipality)).sort().map((file, index) => ({
      municipality,
      index,
      path: join(folder, municipality, file),
    })));
}

/** The keys of `explain --figure`, from the message that lists them. */
function figureKeys() {
  const { stderr } = spawnSync(programs[0], ["explain", "--figure", "?"], { encoding: "utf8" });
  return stderr.slice(stderr.lastIndexOf(" er ") + 4).replace(/\.\s*$/, "").split(", ");
}

/** The years of a municipality's plan. */
function planYears(municipality) {
  const asked = ["run", "--municipality", municipality, "--format", "json"];
  const { stdout } = spawnSync(programs[0], asked, { encoding: "utf8", maxBuffer: 2 ** 26 });
  return JSON.parse(stdout).år.map((line) => String(line.år));
}

const files = scenarioFiles();
const figures = figureKeys();
const years = new Map([...new Set(files.map((file) => file.municipality))].map((id) => [id, planYears(id)]));

/** What is asked about one scenario: a name to group by, and the arguments. */
function questions({ municipality, index }) {
  const ofYear = years.get(municipality);
  const turn = (list, step = 1) => list[Math.floor(index / step) % list.length];
  const asked = [
    ["run"],
    ["seek"],
    ["stress"],
    ["futures", "--count", options.all ? "200" : "20", "--seed", String(index)],
  ];
  for (const year of options.all ? ofYear : [turn(ofYear)]) {
    asked.push(["explain", "--year", year], ["tornado", "--year", year]);
  }
  const figure = (key, year, depth) => asked.push(["explain", "--figure", key, "--year", year, "--depth", depth]);
  if (options.all || index % 100 === 0) {
    for (const key of figures) for (const year of ofYear) figure(key, year, "3");
  }
  // Two in turn: every figure meets every year, and each depth.
  figure(turn(figures), turn(ofYear, figures.length), turn(["80", "8", "3", "1", "0"], 7));
  figure(turn(figures, 3), turn(ofYear), turn(["5", "80"], 11));
  return asked;
}

const nameOf = (asked) => (asked.includes("--figure") ? "explain --figure" : asked[0]);
const only = options.only?.split(",");

/** Status, output and message of a program. */
async function answer(program, argumentsOf) {
  try {
    const { stdout } = await run(program, argumentsOf, { maxBuffer: 2 ** 28 });
    return { text: stdout, failed: "" };
  } catch (error) {
    if (typeof error.code !== "number") throw error;
    return { text: error.stdout, failed: `exit ${error.code}: ${error.stderr.trim()}` };
  }
}

const isObject = (value) => value !== null && typeof value === "object";

/** Every place where two values differ: [path without indices, old, new]. */
function* differences(old, now, path = "") {
  if (isObject(old) && isObject(now) && Array.isArray(old) === Array.isArray(now)) {
    if (Array.isArray(old)) {
      if (old.length !== now.length) return void (yield [`${path}[]: length`, old.length, now.length]);
      for (let at = 0; at < old.length; at += 1) yield* differences(old[at], now[at], `${path}[]`);
    } else {
      for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
        yield* differences(old[key], now[key], path ? `${path}.${key}` : key);
      }
    }
  } else if (old !== now) {
    yield [path, old, now];
  }
}

const groups = new Map();
const asked = new Map();
const refused = new Map();
const more = (counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1);

function note(name, path, old, now, command) {
  const key = `${name}: ${path}`;
  const group = groups.get(key) ?? { values: 0, commands: new Set(), old, now, command, largest: 0 };
  group.values += 1;
  group.commands.add(command);
  if (typeof old === "number" && typeof now === "number") group.largest = Math.max(group.largest, Math.abs(now - old));
  groups.set(key, group);
}

async function compare(file) {
  for (const question of questions(file)) {
    const name = nameOf(question);
    if (only && !only.includes(name) && !only.includes(question[0])) continue;
    const argumentsOf = [
      ...question, "--municipality", file.municipality, "--scenario", file.path, "--format", "json",
    ];
    const [old, now] = await Promise.all(programs.map((program) => answer(program, argumentsOf)));
    more(asked, name);
    if (old.failed && now.failed) more(refused, name);
    const command = argumentsOf.join(" ");
    if (old.failed !== now.failed) note(name, "status", old.failed || "fine", now.failed || "fine", command);
    else if (old.text !== now.text) {
      let found = 0;
      for (const [path, before, after] of differences(JSON.parse(old.text), JSON.parse(now.text))) {
        found += 1;
        note(name, path, before, after, command);
      }
      if (found === 0) note(name, "how it is written", "", "", command);
    }
  }
}

const begun = Date.now();
const waiting = files.values();
await Promise.all(Array.from({ length: Math.max(2, Math.ceil(availableParallelism() / 2)) }, async () => {
  for (const file of waiting) await compare(file);
}));

const short = (value) => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};
const municipalities = [...years.keys()].join(", ");
console.log(`${files.length} scenarios (seed ${options.seed}; ${municipalities}), ${Math.round((Date.now() - begun) / 1000)} s`);
for (const [name, times] of asked) {
  const noAnswer = refused.has(name) ? `, ${refused.get(name)} times refused by both` : "";
  console.log(`  ${name}: asked ${times} times of each${noAnswer}`);
}
if (!options.all && asked.has("explain --figure")) {
  console.log("  explain --figure: two figures a scenario in turn, and every figure in every year of each 100th; --all asks all");
}
for (const [key, { values, commands, old, now, command, largest }] of groups) {
  console.log(`\n${key}: ${values} values in ${commands.size} answers${largest > 0 ? `, by ${largest} at most` : ""}`);
  console.log(`  old: ${short(old)}\n  new: ${short(now)}\n  ${relative(".", programs[1])} ${command}`);
}
console.log(groups.size === 0 ? "\nNo difference." : `\n${groups.size} kinds of difference.`);
process.exitCode = groups.size === 0 ? 0 : 1;
