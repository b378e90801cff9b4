// Packs dist/ into dist-offline/handlingsrom.html: one file with both modules of
// the program, styles and fonts, which opens from disk without server or network.

import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const target = join(root, "dist-offline", "handlingsrom.html");

const MIME = {
  ".css": "text/css",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const read = (name) => readFileSync(join(dist, basename(name)));
const sha256 = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const isInline = (address) => /^(data:|#)/.test(address);

function dataUri(name) {
  const type = MIME[extname(name)];
  if (!type) throw new Error(`offline.mjs: cannot pack ${name}: unknown kind of file`);
  return `data:${type};base64,${read(name).toString("base64")}`;
}

/** Value of an attribute of a tag, or an empty string. */
const attribute = (tag, name) => tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? "";

/** The file that the pattern names in the text. */
function fileName(text, pattern, what) {
  const match = text.match(pattern);
  if (!match) throw new Error(`offline.mjs: found no ${what} in dist/; build with make first`);
  return match[1];
}

function inline(tag, attributes, text) {
  if (text.toLowerCase().includes(`</${tag}`)) {
    throw new Error(`offline.mjs: a ${tag} holds its own end tag and cannot be inlined`);
  }
  return `<${tag}${attributes}>${text}</${tag}>`;
}

function inlineStyles(css) {
  return css.replace(
    /url\(\s*(['"]?)(?!['"]?(?:data:|#))(?<name>[^'")]+)\1\s*\)/g,
    (...match) => `url("${dataUri(match.at(-1).name)}")`,
  );
}

/** The glue as part of a script: what it exports is called directly below it. */
function glueWithoutExports(glue) {
  const list = /\bexport\s*\{([^}]*)\};?\s*$/;
  const start = glue.match(list)?.[1].match(/([\w$]+) as default\b/)?.[1];
  const code = glue.replace(list, "");
  if (!start || /(?:^|;)\s*(?:import|export)\b(?!\s*[.(])/m.test(code)) {
    throw new Error("offline.mjs: the JavaScript of wasm-bindgen has imports or exports of an unknown form");
  }
  return { code, start };
}

/** A WebAssembly module as data in the page, where the browser need not read it as a script. */
const moduleData = (id, wasm) => inline("script", ` type="text/plain" id="${id}"`, wasm.toString("base64"));

/** The script that starts the program, and the two modules as data. */
function program(startScript) {
  const [glue, second] = [/import\("([^"]+)"\)/, /"(\.\/second-[^"]+\.js)"/].map((pattern) =>
    glueWithoutExports(read(fileName(startScript, pattern, "script of a module")).toString()));
  const data = [
    moduleData("module-first", read(fileName(startScript, /new URL\("([^"]+\.wasm)"/, "program"))),
    // Compressed, since it is not needed at once and makes more than half of the file. The first is not: it must start in
    // browsers that cannot decompress.
    moduleData("module-second", gzipSync(read(fileName(startScript, /"(\.\/second-[^"]+\.wasm)"/, "second module")), { level: 9 })),
  ];
  const script = `
const moduleBytes = (id) =>
  Uint8Array.from(atob(document.getElementById(id).textContent), (c) => c.charCodeAt(0));
const load = async () => {
${second.code}
const packed = new Blob([moduleBytes("module-second")]).stream().pipeThrough(new DecompressionStream("gzip"));
await ${second.start}({ module_or_path: await new Response(packed).arrayBuffer() });
};
let loaded;
globalThis.loadSecond = () => loaded ??= load();
${glue.code}
try {
  await ${glue.start}({ module_or_path: moduleBytes("module-first") });
} catch (error) {
  document.getElementById("oppstartsfeil")?.removeAttribute("hidden");
  throw error;
}
`;
  return { script, data };
}

function policy(scripts, styles) {
  return [
    "default-src 'none'",
    `script-src ${scripts.map(sha256).join(" ")} 'wasm-unsafe-eval'`,
    `style-src ${styles.map(sha256).join(" ")}`,
    "font-src data:",
    "img-src data: blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

/** The municipalities that the page would have fetched, as data in the page. */
function municipalities() {
  const { først, kommuner } = JSON.parse(readFileSync(join(dist, "kommuner", "index.json"), "utf8"));
  // The first one is in the program.
  const first = kommuner.find(({ id }) => id === først)?.fil;
  const names = readdirSync(join(dist, "kommuner")).filter((name) => name.endsWith(".json") && name !== first);
  return names
    .map((name) => {
      // Without white space, and with every < written so that it cannot end the script.
      const text = JSON.stringify(JSON.parse(readFileSync(join(dist, "kommuner", name), "utf8"))).replaceAll("<", "\\u003c");
      return inline("script", ` type="application/json" id="kommune-${basename(name, ".json")}"`, text);
    })
    .join("\n");
}

/** The licences of what the file holds, as data in the page: *Vis kilde* shows them. */
const licences = () => inline("script", ' type="text/plain" id="lisenser"', read("LICENSES.txt").toString());

function pack(html) {
  const scripts = [];
  const styles = [];
  let page = html.replace(/<script\b[^>]*\bsrc="([^"]+)"[^>]*><\/script>/g, (_, src) => {
    const { script, data } = program(read(src).toString());
    scripts.push(script);
    return [...data, inline("script", ' type="module"', script)].join("\n");
  });
  // Nothing is imported in one file.
  page = page.replace(/<script type="importmap">[^]*?<\/script>\n?/, "");
  page = page.replace(/<link\b[^>]*>/g, (tag) => {
    const href = attribute(tag, "href");
    switch (attribute(tag, "rel")) {
      case "stylesheet": {
        const text = inlineStyles(read(href).toString());
        styles.push(text);
        const media = attribute(tag, "media");
        return inline("style", media && ` media="${media}"`, text);
      }
      case "icon":
        return isInline(href) ? tag : tag.replace(href, () => dataUri(href));
      case "preload":
      case "modulepreload":
      // The licences are in the file itself.
      case "license":
        return "";
      default:
        throw new Error(`offline.mjs: does not know how to pack ${tag}`);
    }
  });
  page = page.replace(/(<img\b[^>]*\ssrc=")([^"]+)/g, (whole, before, src) =>
    isInline(src) ? whole : before + dataUri(src),
  );
  const meta = /(<meta\s+http-equiv="Content-Security-Policy"\s+content=")[^"]*/;
  if (scripts.length !== 1 || !meta.test(page)) {
    throw new Error("offline.mjs: expected one script and a content security policy in dist/index.html");
  }
  const [guard] = page.match(/(?<=<script>)[^]*?(?=<\/script>)/) ?? [];
  if (!guard) throw new Error("offline.mjs: the page has no guard");
  return page
    .replace(meta, (_, before) => before + policy([guard, ...scripts], styles))
    .replace("</body>", () => `${municipalities()}\n${licences()}\n</body>`);
}

const packed = pack(read("index.html").toString());
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, packed);
console.log(`${target}: ${Buffer.byteLength(packed)} bytes`);
