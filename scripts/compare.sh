#!/usr/bin/env bash
# Compares the answers of two command line programs on random scenarios for every municipality:
#   scripts/compare.sh OLD NEW [--count N] [--seed S] [--only run,seek] [--all]
# OLD and NEW are `handlingsrom` of two builds (cargo build --release --bin handlingsrom).
here=$PWD
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

exec node scripts/compare.mjs --from "$here" "$@"
