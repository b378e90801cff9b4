# Sourced by the other scripts: strict mode, the top of the repository as
# working directory, and the pinned tools first on PATH.
# shellcheck shell=bash

set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

# wasm-opt comes from npm, trunk and wasm-bindgen from cargo install.
PATH="$PWD/scripts/node_modules/.bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
export PATH

# Trunk 0.21 accepts only true or false in NO_COLOR, others accept any value.
if [[ -n ${NO_COLOR:-} ]]; then
  export NO_COLOR=true
fi
