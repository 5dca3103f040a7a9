#!/usr/bin/env bash
# Builds the consumer against an installed sinetti and runs it.
# Usage: consume.sh cmake|pkgconfig PREFIX WORK_DIRECTORY
set -euo pipefail
how=$1 prefix=$2 work=$3
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/consumer" && pwd)
rm -rf "$work"
mkdir -p "$work"

case $how in
  cmake)
    cmake -G Ninja -S "$source" -B "$work" -DCMAKE_PREFIX_PATH="$prefix" >"$work/configure.log" ||
      { cat "$work/configure.log"; exit 1; }
    cmake --build "$work"
    ;;
  pkgconfig)
    PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name sinetti.pc)")
    export PKG_CONFIG_PATH
    # shellcheck disable=SC2046  # the flags are words
    "${CXX:-c++}" "$source/consumer.cc" -o "$work/consumer" $(pkg-config --cflags --libs sinetti)
    ;;
  *)
    echo "consume.sh: cmake or pkgconfig, not $how" >&2
    exit 2
    ;;
esac

printed=$("$work/consumer" | tail -n 1)
expected=$(printf abc | sha256sum | cut -d ' ' -f 1)
[[ $printed == "$expected" ]] || { echo "printed $printed, expected $expected" >&2; exit 1; }
echo "consumer by $how: $printed"
