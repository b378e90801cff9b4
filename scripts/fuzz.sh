#!/usr/bin/env bash
# Tries hostile links, scenario files and municipality files: ten million of each, or as many as the argument says.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

count=${1:-10000000}
# Optimized for speed; the page's own release profile is for size.
CARGO_PROFILE_TEST_OPT_LEVEL=3 FUZZ="$count" FUZZ_FILES="$count" \
  cargo test --locked --test fuzz --target-dir target/fuzz -- --nocapture
