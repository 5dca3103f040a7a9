#!/usr/bin/env bash
# The demonstration behind `./dev demo`: the five documents as events, sealed, verified, replayed,
# audited and reported.  Usage: docs/demo.sh BUILD_FOLDER.  Everything it makes is in demo/.  Every
# step says which exit code it expects, and the demonstration stops when another one comes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=$PWD/$1/cli/commands/sinetti
[[ -x $program ]] || { echo "demo: no program $program: build it first" >&2; exit 2; }
scenarios=(docs/scenarios/*.ndjson)
[[ -e ${scenarios[0]} ]] || { echo "demo: no scenario in docs/scenarios" >&2; exit 2; }

rm -rf demo
mkdir demo
export SINETTI_LEDGER=demo/ledger SINETTI_LANG=en
as_of=2026-03-01  # the invented supervision case is under way; every run says the same

bold='' plain=''
if [[ -t 1 && -z ${NO_COLOR:-} ]]; then bold=$'\e[1m' plain=$'\e[0m'; fi
number=0
title() { number=$((number + 1)); printf '\n%s%d. %s%s\n' "$bold" "$number" "$*" "$plain"; }

# run CODE LINES ARGUMENT...: shows the command and the first LINES lines of what it prints, and
# insists on its exit code.
run() {
  local expected=$1 lines=$2 code=0 all
  shift 2
  printf '$ sinetti %s\n' "$*"
  "$program" "$@" >demo/.printed 2>&1 || code=$?
  head -n "$lines" demo/.printed
  all=$(wc -l <demo/.printed)
  ((all <= lines)) || printf '  … %d more lines\n' $((all - lines))
  rm demo/.printed
  [[ $code -eq $expected ]] ||
    { echo "demo: sinetti $1 ended with $code, expected $expected" >&2; exit 1; }
}

# report NAME SUBJECT WHAT: one self-contained page.
reports=()
report() {
  local name=$1 subject=$2 file=demo/$1.html
  "$program" -q report "$name" ${subject:+"$subject"} --as-of "$as_of" --format html -o "$file" ||
    { echo "demo: the report $name could not be written" >&2; exit 1; }
  reports+=("$(printf '  %-28s %s' "$file" "$3")")
}

title "A new ledger, with a new signing key"
run 0 20 init --origin demo.example/sinetti

title "Five documents and an invented supervision case, recorded as events"
run 0 20 import "${scenarios[@]}"

title "Every hash recomputed from the stored bytes"
run 0 20 verify

title "Views: tables rebuilt from the events"
run 0 20 replay
run 0 12 query "SELECT year, line, stated/100 AS stated, computed/100 AS computed FROM v30_funding"

title "What does not add up (exit code 1: something was found)"
run 1 20 audit --as-of "$as_of" --check R-SUM
run 1 8 audit --as-of "$as_of"

title "One event proved, and the proof checked without the ledger"
run 0 5 prove inclusion 41 -o demo/event-41.proof
"$program" key show >demo/ledger.vkey
run 0 5 check-proof demo/event-41.proof --key demo/ledger.vkey
if command -v python3 >/dev/null; then
  run 0 5 export -o demo/bundle.ndjson
  printf '$ python3 docs/verifier/verify.py bundle demo/bundle.ndjson --key demo/ledger.vkey\n'
  python3 -B docs/verifier/verify.py bundle demo/bundle.ndjson --key demo/ledger.vkey
fi

title "Reports, and one of them rebuilt and compared"
report overview "" "the morning page: overdue first, what falls due, providers side by side"
report discrepancies "" "what does not add up, with the events behind each figure"
report funding "" "funding as stated and as computed, who pays and by which key"
report deadlines "" "time limits: what is due, kept, missed, and why that day"
report proposals "" "eleven proposals on one template, what is missing and what is copied"
report provider hoiva-esimerkki "one provider: units, contracts, cases, orders, notices, reports"
report selfmonitoring hoivakoti-kanerva "one unit: what it observed, corrected, reported"
report trace HVA-K/1001/2024 "one matter from its opening to the final decision"
report integrity "" "what the ledger holds and how far it is vouched for"
run 0 5 report check demo/funding.html

printf '\n%sDone. Open these in a browser:%s\n' "$bold" "$plain"
printf '%s\n' "${reports[@]}"
cat <<END

To go on with this ledger:
  export SINETTI_LEDGER=demo/ledger PATH=\$PWD/$1/cli/commands:\$PATH
  sinetti log --limit 5
The tutorial is in docs/tutorial.md.
END
