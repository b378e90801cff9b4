#!/usr/bin/env bash
# Measures in Chromium: one projection, and the way from slider to painted curve.
# The feature `bench` lets the page run projections in a loop on request.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

scripts/setup.sh browser
scripts/build.sh --features bench --dist target/bench-dist
# BEFORE is the folder of another build with the feature, measured in the same run.
node tests/browser/bench.mjs ${BEFORE:+"$BEFORE"} target/bench-dist
