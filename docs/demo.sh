#!/usr/bin/env bash
# The demonstration behind `./dev demo`: the five documents as events, sealed, verified, replayed,
# audited and reported.  Usage: docs/demo.sh BUILD_DIRECTORY.  Every step says what it expects and
# stops the demonstration when that is not what happens; none is skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

sinetti=$1/cli/sinetti
[[ -x $sinetti ]] || sinetti=$1/cli/commands/sinetti
[[ -x $sinetti ]] || { echo "demo: no program $1/cli/sinetti: build it first" >&2; exit 2; }
scenarios=(docs/scenarios/*.ndjson)
[[ -e ${scenarios[0]} ]] || { echo "demo: no scenario in docs/scenarios" >&2; exit 2; }

ledger=ledger-demo
reports=$ledger.reports
export SINETTI_LEDGER=$ledger
rm -rf "$ledger" "$ledger.keys" "$reports"
mkdir "$reports"

number=0
title() { number=$((number + 1)); printf '\n%d. %s\n' "$number" "$*"; }

# run STATUS ARGUMENT...: shows the command, runs it, and insists on its exit status.
run() {
  local expected=$1 status=0
  shift
  printf '$ sinetti %s\n' "$*"
  "$sinetti" "$@" || status=$?
  [[ $status -eq $expected ]] ||
    { echo "demo: sinetti $1 ended with $status, expected $expected" >&2; exit 1; }
}

# write FILE ARGUMENT...: as run 0, into a file.
write() {
  local file=$1
  shift
  printf '$ sinetti %s > %s\n' "$*" "$file"
  "$sinetti" "$@" >"$file"
}

title "A new ledger, with a new signing key"
run 0 init --origin demo.example/sinetti

title "The five documents, as events"
run 0 import "${scenarios[@]}"
run 0 status

title "Every hash recomputed from the stored bytes"
run 0 verify

title "One event proved, and the proof checked without the ledger"
run 0 key show
write "$reports/key.vkey" key show
write "$reports/first.proof" prove inclusion 0
run 0 check-proof "$reports/first.proof" --key "$reports/key.vkey"

title "Views, rebuilt from the events"
run 0 replay

title "What does not add up (exit status 1: something was found)"
run 1 audit

title "Reports"
for name in funding-reconciliation proposal-matrix discrepancy-register ledger-integrity; do
  write "$reports/$name.html" report "$name" --format html --lang en
done
run 0 report discrepancy-register --format text --lang en
run 0 report check "$reports/discrepancy-register.html"

printf '\nDone.  The ledger is in %s, its keys beside it, the reports in %s.\n' "$ledger" "$reports"
