#!/usr/bin/env bash
# Uses the built page at random for 10 000 moves, with 1 000 undos; see tests/browser/soak.mjs.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

scripts/setup.sh browser
scripts/build.sh
node tests/browser/soak.mjs 10000 dist
