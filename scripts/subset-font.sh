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
# The letters of Norwegian and of names in Norway, and the signs that text and figures use. Kerning and figures of one
# width; no alternates and no loose accents, which are a fifth of the file.
"$tools/bin/pyftsubset" "$tools/font.ttf" \
  --unicodes="U+20-7E,U+A0,U+A7,U+AB,U+AD,U+B0-B3,U+B7,U+BB,U+BD,U+C4-C7,U+C9,U+D2,U+D6-D8,U+DC,U+E0,U+E1,U+E4-E9,U+EB,U+F1-F4,U+F6,U+F8,U+FC,U+2009,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2022,U+2026,U+202F,U+2039,U+203A,U+2191,U+2193,U+2212" \
  --layout-features="kern,tnum" --flavor=woff2 --output-file="$file"
