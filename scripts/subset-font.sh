#!/usr/bin/env bash
# Cuts a typeface down to the weights and letters of the page: subset-font.sh FILE.woff2
# Run by scripts/vendor-assets.mjs when the typeface is updated; needs Python 3.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

file=$1
tools=target/font-tools
[ -x "$tools/bin/pyftsubset" ] || {
  python3 -m venv "$tools"
  "$tools/bin/pip" -q install fonttools==4.60.1 brotli==1.1.0
}
"$tools/bin/fonttools" varLib.instancer "$file" wght=400:700 -o "$tools/font.ttf"
# Latin-1, and the signs that Norwegian text and figures use.
"$tools/bin/pyftsubset" "$tools/font.ttf" \
  --unicodes="U+20-7E,U+A0-FF,U+2009,U+2010-2015,U+2018-201E,U+2022,U+2026,U+202F,U+2039,U+203A,U+2191,U+2193,U+2212" \
  --layout-features="kern,tnum,calt,ccmp,locl,mark" --flavor=woff2 --output-file="$file"
