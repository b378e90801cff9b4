#!/usr/bin/env bash
# Builds the page for release. Arguments go on to `trunk build`.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

# Where a panic would be is part of the program. Named alike on every machine, so that two builds are the same bytes
# (scripts/reproducible.sh).
remap="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src= --remap-path-prefix=$PWD=."
RUSTFLAGS="${RUSTFLAGS:+$RUSTFLAGS }$remap" trunk build --release "$@"
