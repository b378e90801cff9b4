// Trunk's post_build hook. Minifies scripts and styles, and moves the inline
// start script of the page into a file of its own, so that the content security
// policy needs no inline script; it shows the element #oppstartsfeil when the
// program cannot start, and knows how to load the second module. Writes the
// licences. Last, in a release build, compresses what it is to ship.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { transformSync } from "esbuild";
import { licences } from "./licences.mjs";
import { precompress } from "./precompress.mjs";

const staging = process.env.TRUNK_STAGING_DIR;
if (!staging) throw new Error("postbuild.mjs is a Trunk hook: TRUNK_STAGING_DIR is not set");

const digest = (algorithm, text, encoding) => createHash(algorithm).update(text).digest(encoding);

/** The only match of the pattern, or an error: another Trunk may write another page. */
function only(text, pattern, what) {
  const matches = [...text.matchAll(pattern)];
  if (matches.length !== 1) {
    throw new Error(`postbuild.mjs: expected one ${what} in the page, found ${matches.length}`);
  }
  return matches[0];
}

const page = join(staging, "index.html");
const html = readFileSync(page, "utf8");

const [inlineScript, trunkStart] = only(
  html,
  /\s*<script type="module"[^>]*>((?:(?!<\/script>)[^])*?\bTrunkApplicationStarted\b[^]*?)<\/script>/g,
  "start script",
);
const [, glue] = only(trunkStart, /\bfrom\s*['"]([^'"]+)['"]/g, "import");
const [, wasm] = only(trunkStart, /\bmodule_or_path:\s*['"]([^'"]+)['"]/g, "program");

/** Gives a file the name of its contents; Trunk names a worker by its program only. */
function named(name, stem, ending) {
  const bytes = readFileSync(join(staging, name));
  const hashed = `${stem}-${digest("sha256", bytes, "hex").slice(0, 16)}${ending}`;
  renameSync(join(staging, name), join(staging, hashed));
  return { name: `./${hashed}`, integrity: `sha384-${digest("sha384", bytes, "base64")}` };
}

const smallPage = minified(html);
const secondScript = named("handlingsrom-second.js", "second", ".js");
const secondProgram = named("handlingsrom-second_bg.wasm", "second", "_bg.wasm");

// A static import that fails cannot be caught, hence the dynamic one. An import can
// have no integrity, so the script is fetched with it first; the cache has it then.
const start = `\
const load = async () => {
  const fetched = async ({ name, integrity }) => {
    const response = await fetch(new URL(name, import.meta.url), { integrity });
    if (!response.ok) throw new Error(name + ": " + response.status);
    return response;
  };
  const script = ${JSON.stringify(secondScript)};
  const [program] = await Promise.all([fetched(${JSON.stringify(secondProgram)}), fetched(script)]);
  const { default: init } = await import(script.name);
  await init({ module_or_path: program });
};
// Once, however often it is asked for; after a failure it can be tried again.
let second;
globalThis.loadSecond = () => second ??= load().catch((error) => {
  second = undefined;
  throw error;
});
try {
  const { default: init } = await import(${JSON.stringify(glue)});
  await init({ module_or_path: new URL(${JSON.stringify(wasm)}, import.meta.url) });
} catch (error) {
  document.getElementById("oppstartsfeil")?.removeAttribute("hidden");
  throw error;
}
`;

/** A script or a style in fewer bytes. No target: nothing is rewritten for older browsers. */
function smaller(text, loader) {
  return transformSync(text, { loader, minify: true, charset: "utf8" }).code;
}

/** The page, with the files beside it made smaller and known by their new contents. */
function minified(html) {
  let page = html;
  for (const name of readdirSync(staging).filter((name) => [".js", ".css"].includes(extname(name)))) {
    const text = readFileSync(join(staging, name), "utf8");
    const code = smaller(text, extname(name).slice(1));
    writeFileSync(join(staging, name), code);
    page = page.replaceAll(digest("sha384", text, "base64"), () => digest("sha384", code, "base64"));
  }
  return page;
}

/** The page with its guard first of all scripts, allowed by its hash: what says that a file is missing is none. */
function guarded(html) {
  const source = readFileSync(join(import.meta.dirname, "guard.js"), "utf8");
  const guard = smaller(source, "js");
  // An import in a script has no integrity of its own; the map gives it one.
  const [, imported, integrity] = only(
    html,
    /<link rel="modulepreload" href="([^"]+)"[^>]*integrity="([^"]+)"/g,
    "preload of a module",
  );
  const map = JSON.stringify({ integrity: { [imported]: integrity } });
  const hashes = [map, guard].map((text) => `'sha256-${digest("sha256", text, "base64")}'`).join(" ");
  return html
    .replace("script-src 'self'", () => `script-src 'self' ${hashes}`)
    .replace(/<script type="module"/, (tag) =>
      `<script type="importmap">${map}</script>\n<script>${guard}</script>\n${tag}`)
    // Browsers take no integrity with a preload that is fetched, and warn of it.
    .replace(/<link rel="preload"[^>]*as="fetch"[^>]*>/g, (tag) => tag.replace(/ integrity="[^"]*"/, ""));
}

/**
 * The page with the plan as it is first seen, until the program draws it. Only in a release: it takes a build of the
 * program for this machine.
 */
function withFirstView(html) {
  if (process.env.TRUNK_PROFILE !== "release") return html;
  // The profile that the tests are built with, so that nothing is built twice.
  const cargo = ["run", "--quiet", "--locked", "--profile", "test", "--bin", "handlingsrom-first-view"];
  const view = execFileSync("cargo", cargo, { encoding: "utf8", maxBuffer: 10_000_000 });
  return html.replace(/<p id="laster"/, (tag) => `<div id="forst" class="forst" inert>${view}</div>\n${tag}`);
}

const startScript = smaller(start, "js");
const name = `start-${digest("sha256", startScript, "hex").slice(0, 16)}.js`;
const integrity = `sha384-${digest("sha384", startScript, "base64")}`;
const tag = `\n<script type="module" src="./${name}" integrity="${integrity}"></script>`;

writeFileSync(join(staging, name), startScript);
writeFileSync(page, withFirstView(guarded(smallPage.replace(inlineScript, () => tag))));
writeFileSync(join(staging, "LICENSES.txt"), licences());
// Here and not in a hook of its own: Trunk runs the hooks of a stage at the same time.
if (process.env.TRUNK_PROFILE === "release") await precompress(staging);
