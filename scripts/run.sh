#!/usr/bin/env bash
# Builds the page, serves it on this machine and opens it where there is a screen.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

scripts/setup.sh
scripts/build.sh
exec node scripts/serve.mjs dist --open
