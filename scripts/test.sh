#!/usr/bin/env bash
# The whole gate. Stops at the first step that fails and names it.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

# step NAME COMMAND...
step() {
  local name=$1
  shift
  printf '\n== %s ==\n' "$name"
  "$@" || {
    printf '\nmake test: the step "%s" failed.\n' "$name" >&2
    exit 1
  }
}

step "Setup" scripts/setup.sh browser
step "Format" cargo fmt --check
step "Lints, native" cargo clippy --all-targets --locked -- -D warnings
step "Lints, browser" cargo clippy --target wasm32-unknown-unknown \
  --lib --bin handlingsrom-web --bin handlingsrom-second --locked -- -D warnings
step "Documentation" env RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --locked
step "Tests, native" cargo test --locked
step "Build that panics on request" trunk build --features test-panic --dist target/panic-dist
step "Release build" scripts/build.sh
step "Offline file" node scripts/offline.mjs
step "Size" node scripts/size.mjs
# Last, so that the output ends with the test runner's own summary. The shell
# expands the pattern: Node 20 and 22 disagree on what a directory means.
step "Tests, browser" node --test --test-concurrency=1 tests/browser/*.test.mjs
