#!/usr/bin/env bash
# Builds the page twice, from two paths and with two cargo homes, and says whether the bytes are the same.
# Takes some minutes: everything is compiled twice.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

scripts/setup.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# build FOLDER CARGO_HOME: what is committed, built there
build() {
  mkdir -p "$1" "$2"
  git archive HEAD | tar -x -C "$1"
  cp -R scripts/node_modules "$1/scripts/node_modules"
  # The registry is copied, so that the second home needs no network either; its path is another.
  cp -R "${CARGO_HOME:-$HOME/.cargo}/registry" "$2/registry"
  (cd "$1" && CARGO_HOME=$2 CARGO_TARGET_DIR=$1/target scripts/build.sh && cd dist && find . -type f | sort | xargs sha256sum) >"$1.sums"
}

build "$work/here" "$work/home-of-one"
build "$work/elsewhere/and/deeper" "$work/home/of/another"
if diff "$work/here.sums" "$work/elsewhere/and/deeper.sums"; then
  echo "reproducible: $(wc -l <"$work/here.sums") files are the same in both builds"
else
  echo "reproducible.sh: the builds differ in the files above" >&2
  exit 1
fi
