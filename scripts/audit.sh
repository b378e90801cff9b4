#!/usr/bin/env bash
# Asks whether a known fault is in what we depend on. Not in the gate: the lists of faults are fetched from outside the
# package registries, and an answer of today must not decide whether yesterday's commit is sound.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

command -v cargo-deny >/dev/null || {
  echo "audit: install cargo-deny first: cargo install --locked cargo-deny" >&2
  exit 1
}
cargo deny check advisories bans licenses sources
npm audit --prefix scripts
