#!/usr/bin/env bash
# Builds the page and packs it into one file.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

scripts/setup.sh
scripts/build.sh
node scripts/offline.mjs
