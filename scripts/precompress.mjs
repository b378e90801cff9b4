// Compresses the built files once and hard, so that a host need not do it
// quickly at every request: FILE.gz with Zopfli and FILE.br with Brotli.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import zopfli from "@gfx/zopfli";

/** What gains by it; woff2 is compressed already. */
const KINDS = [".css", ".html", ".js", ".json", ".wasm", ".txt"];

// Zopfli's own limit of 15 blocks costs the program 1 %; more than 40 gain next to nothing.
const ZOPFLI = { blocksplittingmax: 40 };
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** Writes NAME.gz and NAME.br beside every file of the directory that gains by it. */
export async function precompress(directory) {
  for (const name of readdirSync(directory, { recursive: true })) {
    if (!KINDS.includes(extname(name))) continue;
    const file = join(directory, name);
    const bytes = readFileSync(file);
    writeFileSync(`${file}.gz`, await zopfli.gzipAsync(bytes, ZOPFLI));
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, BROTLI));
  }
}
