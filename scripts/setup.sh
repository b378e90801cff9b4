#!/usr/bin/env bash
# Installs what is missing, in the pinned versions, and nothing else.
# With the argument "browser" also Chromium, for the browser tests.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

readonly TRUNK_VERSION=0.21.14

say() { printf 'setup: %s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

require_by_hand() {
  command -v cargo >/dev/null ||
    fail "cargo is missing. Install Rust from https://rustup.rs and run this again."
  command -v npm >/dev/null ||
    fail "node and npm are missing. Install Node.js 20 or newer and run this again."
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  ((major >= 20)) || fail "Node.js $major is too old. Install Node.js 20 or newer and run this again."
}

wasm_target() {
  [[ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]] && return
  command -v rustup >/dev/null ||
    fail "the Rust target wasm32-unknown-unknown is missing and so is rustup. Install Rust from https://rustup.rs and run this again."
  say "adding the Rust target wasm32-unknown-unknown"
  rustup target add wasm32-unknown-unknown
}

# cargo_tool COMMAND PACKAGE VERSION
cargo_tool() {
  local found
  found=$("$1" --version 2>/dev/null | awk '{ print $2 }') || true
  [[ $found == "$3" ]] && return
  say "installing $2 $3 (found: ${found:-none}); this takes some minutes"
  # --force: a list of installed crates may name a tool whose program is gone.
  cargo install --locked --force "$2@$3"
}

# The command line tool must have exactly the version of the library.
wasm_bindgen_version() {
  awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, "", $3); print $3 }' Cargo.lock
}

node_packages() {
  local lock=scripts/package-lock.json stamp=scripts/node_modules/.installed-lock
  cmp -s "$lock" "$stamp" && return
  say "installing the Node packages of scripts/package-lock.json"
  npm ci --prefix scripts --no-audit --no-fund --loglevel=error </dev/null
  cp "$lock" "$stamp"
}

chromium() {
  if node scripts/chromium.mjs >/dev/null 2>&1; then return; fi
  local root=()
  if ((EUID != 0)); then root=(sudo -n); fi
  if command -v apt-get >/dev/null && "${root[@]}" true 2>/dev/null; then
    say "installing Chromium with apt-get"
    {
      "${root[@]}" apt-get update -qq &&
        "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
          apt-get install -y -qq --no-install-recommends chromium
    } </dev/null >&2 || say "apt-get could not install the package chromium"
  fi
  node scripts/chromium.mjs >/dev/null ||
    fail "install Chromium or Google Chrome by hand, or set CHROMIUM to the path of one, and run this again."
}

require_by_hand
wasm_target
[[ -f Cargo.lock ]] || fail "Cargo.lock is missing; it belongs to the repository."
# Trunk builds with --offline, so the crates must be there before it starts.
cargo fetch --locked --quiet
cargo_tool trunk trunk "$TRUNK_VERSION"
cargo_tool wasm-bindgen wasm-bindgen-cli "$(wasm_bindgen_version)"
node_packages
if [[ ${1:-} == browser ]]; then
  chromium
fi
