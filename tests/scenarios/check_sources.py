"""Every quote of the scenario files must be the bytes of the source document it points to.

Usage: check_sources.py SCENARIOS SEEDS.  For each event with a `sourcedocument`: the span
[sourcestart, sourceend) must lie in the document, its SHA-256 must be `sourcedigest`, and its text
must be `sourcequote`.  An event without a document must say what it rests on: derived, verified
elsewhere or invented.  Files whose document is absent are skipped; the exit code is then 77.
Standard library only.
"""

import hashlib
import json
import pathlib
import sys


def faults_of_span(event, document):
    start, end = event.get("sourcestart"), event.get("sourceend")
    if start is None or end is None:
        return ["has a document but no sourcestart or sourceend"]
    if not 0 <= start < end <= len(document):
        return [f"span {start}..{end} is not inside the document of {len(document)} bytes"]
    span = document[start:end]
    found = []
    digest = hashlib.sha256(span).hexdigest()
    if event.get("sourcedigest") != digest:
        found.append(f"sourcedigest is {event.get('sourcedigest')}, the span has {digest}")
    try:
        text = span.decode("utf-8")
    except UnicodeDecodeError:
        return found + [f"span {start}..{end} cuts a character"]
    if event.get("sourcequote") != text:
        found.append(f"sourcequote is {event.get('sourcequote')!r}, the span says {text!r}")
    return found


def faults_of_event(event, documents):
    name = event.get("sourcedocument")
    if name is None:
        if event.get("confidence") in ("derived", "verified", "invented"):
            return []
        return ["names no document, and confidence does not say derived, verified or invented"]
    if name not in documents:
        return [f"document {name} is not among the sources"]
    return faults_of_span(event, documents[name])


def main():
    scenarios, seeds = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    if not seeds.is_dir():
        print(f"skipped: the source documents are not in {seeds}")
        return 77
    documents = {path.name: path.read_bytes() for path in sorted(seeds.glob("*.txt"))}
    faults = checked = 0
    for file in sorted(scenarios.glob("*.ndjson")):
        seen = set()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            event = json.loads(line)
            found = faults_of_event(event, documents)
            if event["id"] in seen:
                found.append(f"id {event['id']} stands twice in the file")
            seen.add(event["id"])
            checked += 1
            for fault in found:
                print(f"{file.name}:{number}: {event['id']}: {fault}")
                faults += 1
    print(f"{checked} events checked, {faults} faults")
    if checked == 0:
        print("no scenario file was found: that is a fault")
    return 1 if faults or checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
