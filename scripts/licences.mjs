// The licences of everything that the built page holds: the crates of the browser programs, the standard library of
// Rust, the styles of Designsystemet and the typeface Inter. `postbuild.mjs` writes them to dist/LICENSES.txt.
// Run by itself it prints them: node scripts/licences.mjs

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** The licences we choose, in this order, where a crate offers several. */
const CHOSEN = ["MIT", "Apache-2.0", "Unicode-3.0", "BSL-1.0", "BSD-2-Clause", "BSD-3-Clause", "Zlib", "ISC"];

/** A licence we may take of an expression: every part joined by AND, one of those joined by OR. */
export function chosen(expression) {
  const parts = expression.replaceAll("/", " OR ").split(/\s+AND\s+/);
  return parts.map((part) => {
    const offered = part.replace(/[()]/g, "").split(/\s+OR\s+/).map((name) => name.trim());
    const taken = CHOSEN.find((name) => offered.includes(name));
    if (!taken) throw new Error(`licences.mjs: no licence to take of "${expression}"; see CHOSEN`);
    return taken;
  });
}

const cargo = (...options) =>
  execFileSync("cargo", [...options, "--locked", "--offline"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });

/** Every crate whose code ends in the browser programs: no build scripts, no procedural macros, no tests. */
function crates() {
  const tree = cargo("tree", "--target=wasm32-unknown-unknown", "--edges=normal,no-proc-macro", "--prefix=none", "--format={p}");
  const used = new Set(tree.split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")));
  const { packages } = JSON.parse(cargo("metadata", "--format-version=1"));
  return packages
    .filter(({ name, version, source }) => source && used.has(`${name} v${version}`))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const texts = (folder, pattern) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map(({ name }) => readFileSync(join(folder, name), "utf8"));

/** Who holds the rights, as the crate's own files say, or else its manifest. */
function holders({ manifest_path, authors, name }) {
  const files = texts(dirname(manifest_path), /^(licen[cs]e|copying|copyright)/i);
  const lines = files.flatMap((text) => text.split("\n")).map((line) => line.trim());
  const said = lines.filter((line) => /^(Copyright|©)\s.*\w/i.test(line) && !/\[|\{|owner\(s\)|license|notice/i.test(line));
  const written = [...new Set(said)];
  if (written.length > 0) return written;
  return [`Copyright (c) ${authors.join(", ") || `the authors of ${name}`}`];
}

/** The text of a licence that only some crates have: their own. */
function textOf(licence, all) {
  const pattern = { MIT: null, "Apache-2.0": null, "Unicode-3.0": /unicode/i }[licence];
  if (licence === "MIT") return readFileSync(join(root, "LICENSE-MIT"), "utf8").replace(/^Copyright.*\n/m, "(Copyright as above.)\n");
  if (licence === "Apache-2.0") return readFileSync(join(root, "LICENSE-APACHE"), "utf8");
  for (const { manifest_path } of all) {
    const [text] = texts(dirname(manifest_path), pattern ?? new RegExp(licence.split("-")[0], "i"));
    if (text) return text;
  }
  throw new Error(`licences.mjs: found no text of ${licence}`);
}

/** The whole text. */
export function licences() {
  const all = crates();
  const taken = all.map((one) => ({ ...one, licences: chosen(one.license ?? "") }));
  const used = [...new Set(["MIT", ...taken.flatMap((one) => one.licences)])].sort();
  const rule = "=".repeat(78);
  const part = (title, body) => `${rule}\n${title}\n${rule}\n\n${body.trim()}\n`;
  const entries = taken.map(
    (one) => `${one.name} ${one.version} (${one.licences.join(" and ")})\n${holders(one).map((line) => `    ${line}`).join("\n")}`,
  );
  const asset = (folder) => {
    const path = join(root, "assets", folder, "LICENSE");
    if (!existsSync(path)) throw new Error(`licences.mjs: ${path} is missing`);
    return readFileSync(path, "utf8");
  };
  return [
    "Handlingsrom is licensed under MIT or Apache-2.0, at your choice. The page also holds what follows.\n",
    part("Crates of Rust", entries.join("\n")),
    part("The standard library of Rust (MIT)", "Copyright (c) The Rust Project Contributors"),
    ...used.map((licence) => part(licence, textOf(licence, taken.filter((one) => one.licences.includes(licence))))),
    part("Designsystemet, the styles", asset("designsystemet")),
    part("Inter, the typeface", asset("fonts")),
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(licences());
