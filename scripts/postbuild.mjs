// Trunk's post_build hook. Minifies scripts and styles, and moves the inline
// start script of the page into a file of its own, so that the content security
// policy needs no inline script; it shows the element #oppstartsfeil when the
// program cannot start. Last, in a release build, compresses what it is to ship.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { transformSync } from "esbuild";
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

// A static import that fails cannot be caught, hence the dynamic one.
const start = `\
try {
  const { default: init } = await import(${JSON.stringify(glue)});
  await init({ module_or_path: new URL(${JSON.stringify(wasm)}, import.meta.url) });
} catch (error) {
  document.getElementById("oppstartsfeil")?.removeAttribute("hidden");
  throw error;
}
`;

/** The page, with the files beside it made smaller and known by their new contents. */
function minified(html) {
  let page = html;
  for (const name of readdirSync(staging).filter((name) => [".js", ".css"].includes(extname(name)))) {
    const text = readFileSync(join(staging, name), "utf8");
    // No target: nothing is rewritten for older browsers.
    const { code } = transformSync(text, { loader: extname(name).slice(1), minify: true, charset: "utf8" });
    writeFileSync(join(staging, name), code);
    page = page.replaceAll(digest("sha384", text, "base64"), () => digest("sha384", code, "base64"));
  }
  return page;
}

const name = `start-${digest("sha256", start, "hex").slice(0, 16)}.js`;
const integrity = `sha384-${digest("sha384", start, "base64")}`;
const tag = `\n<script type="module" src="./${name}" integrity="${integrity}"></script>`;

writeFileSync(join(staging, name), start);
writeFileSync(page, minified(html.replace(inlineScript, () => tag)));
// Here and not in a hook of its own: Trunk runs the hooks of a stage at the same time.
if (process.env.TRUNK_PROFILE === "release") await precompress(staging);
