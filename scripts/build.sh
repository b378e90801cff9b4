#!/usr/bin/env bash
# Builds the page for release. Arguments go on to `trunk build`.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

trunk build --release "$@"
