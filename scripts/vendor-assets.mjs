// Copies the parts of Designsystemet and Inter that the page uses from npm into
// assets/. Run by hand after a version changed: make setup && node scripts/vendor-assets.mjs

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const scripts = dirname(fileURLToPath(import.meta.url));
const assets = join(scripts, "..", "assets");

const DESIGN = "@digdir/designsystemet-css";
const INTER = "@fontsource-variable/inter";

// In the order and the layers of the package's own index.css.
const COMPONENTS = [
  ["ds.base", ["base"]],
  ["ds.components", ["button", "input", "skip-link", "table"]],
];
// The values that the page gives an element; tests/browser/static.test.mjs finds one that is missing here.
const SIZES_AND_COLORS = ["sm", "warning"];
const LAYERS = "@layer ds.theme, ds.base, ds.components;\n";

const packageFile = (name, path) => join(scripts, "node_modules", name, path);
const read = (name, path) => readFileSync(packageFile(name, path), "utf8");
const origin = (name) => {
  const { version, license } = JSON.parse(read(name, "package.json"));
  return `/* ${name} ${version}, ${license}, see LICENSE. Written by scripts/vendor-assets.mjs. */\n`;
};

function write(path, text) {
  // The page must not ask another host for anything.
  const address = text.replace(/url\((["']?)data:[^]*?\1\)/g, "").match(/@import|url\(\s*["']?(?:https?:)?\/\//);
  if (address) throw new Error(`vendor-assets.mjs: ${path} would load something: ${address[0]}`);
  const target = join(assets, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(`assets/${path}: ${Buffer.byteLength(text)} bytes`);
}

function copy(name, path, target) {
  mkdirSync(dirname(join(assets, target)), { recursive: true });
  copyFileSync(packageFile(name, path), join(assets, target));
  console.log(`assets/${target}`);
}

const component = (name) => `/* ${name} */\n${read(DESIGN, `dist/src/${name}.css`)}\n`;
const layer = ([name, components]) => `@layer ${name} {\n${components.map(component).join("")}}\n`;

/** Without the rules for other schemes, sizes, typefaces and colours than the page has. */
function withoutOthers(css) {
  const other = /^((\[data-color-scheme\])?\[data-(color-scheme|typography|size|color)=[^\]]*\],?)+$/;
  return css.replace(/([^{};]*)\{[^{}]*\}/g, (rule, selector) =>
    other.test(selector) && !SIZES_AND_COLORS.some((value) => selector.includes(`=${value}]`)) ? "" : rule,
  );
}

/** Without the custom properties that nothing reads, and the rules that are then empty. */
function withoutUnread(css, readers) {
  const read = new Set([...(css + readers).matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
  const fewer = css
    .replace(/(--[\w-]+):[^;{}]*(;|(?=\}))/g, (declaration, name) => (read.has(name) ? declaration : ""))
    .replace(/[^{};]*\{\}/g, "");
  return fewer === css ? css : withoutUnread(fewer, readers);
}

const components = COMPONENTS.map(layer).join("");
const theme = withoutOthers(read(DESIGN, "dist/theme/designsystemet.css"));
const ownStyles = readFileSync(join(assets, "app.css"), "utf8");
write("designsystemet/theme.css", origin(DESIGN) + LAYERS + withoutUnread(theme, components + ownStyles) + "\n");
write("designsystemet/components.css", origin(DESIGN) + LAYERS + components);
copy(DESIGN, "LICENSE", "designsystemet/LICENSE");

// Named Inter, the name that Designsystemet's theme asks for.
const latin = JSON.parse(read(INTER, "unicode.json")).latin;
const inter = `\
@font-face {
  font-family: Inter;
  font-style: normal;
  font-weight: 400 700;
  font-display: swap;
  src: url("inter-latin-wght-normal.woff2") format("woff2");
  unicode-range: ${latin.replaceAll(",", ", ")};
}
`;
write("fonts/inter.css", origin(INTER) + inter);
copy(INTER, "files/inter-latin-wght-normal.woff2", "fonts/inter-latin-wght-normal.woff2");
// The weights and letters the page uses are half of the file.
execFileSync(join(scripts, "subset-font.sh"), [join(assets, "fonts/inter-latin-wght-normal.woff2")], { stdio: "inherit" });
copy(INTER, "LICENSE", "fonts/LICENSE");
