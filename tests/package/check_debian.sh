#!/usr/bin/env bash
# Unpacks the Debian packages of a build and uses them: the program answers, and a consumer builds
# against the development package both ways.  Usage: check_debian.sh BUILD_DIRECTORY
set -euo pipefail
build=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$build/debian-root
rm -rf "$root"

for name in sinetti libsinetti-dev; do
  package=$(ls "$build/$name"_*.deb)
  dpkg-deb --info "$package" | grep -E '^ (Package|Version|Depends|Installed-Size)'
  dpkg-deb --extract "$package" "$root"
done
[[ -e $root/usr/share/doc/sinetti/LICENSE ]]
bash -n "$root/usr/share/bash-completion/completions/sinetti"
grep -q '^\.SH' "$root"/usr/share/man/man1/sinetti.1
"$root/usr/bin/sinetti" --version
"$here/consume.sh" cmake "$root/usr" "$build/debian-consumer-cmake"
"$here/consume.sh" pkgconfig "$root/usr" "$build/debian-consumer-pkgconfig"
