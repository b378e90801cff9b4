#!/usr/bin/env bash
# Removes everything that was built or installed inside the repository.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

cargo clean
rm -rf dist dist-offline scripts/node_modules
