"""check_sources.py must notice: a moved span, a changed quote, a changed digest, no basis at all."""

import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

TEXT = "Valtion osuus 52 500\nyhteensä 170 000\n"
QUOTE = "yhteensä 170 000"


def good_event():
    start = TEXT.encode().index(QUOTE.encode())
    span = QUOTE.encode()
    return {"id": "a", "sourcedocument": "000.txt", "sourcestart": start,
            "sourceend": start + len(span), "sourcequote": QUOTE,
            "sourcedigest": hashlib.sha256(span).hexdigest()}


def exit_code(checker, events):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "seeds").mkdir()
        (root / "seeds" / "000.txt").write_text(TEXT, encoding="utf-8")
        lines = "".join(json.dumps(event) + "\n" for event in events)
        (root / "a.ndjson").write_text(lines, encoding="utf-8")
        return subprocess.run([sys.executable, checker, root, root / "seeds"],
                              stdout=subprocess.DEVNULL).returncode


def main():
    checker = sys.argv[1]
    good = good_event()
    bad = {
        "moved span": [dict(good, sourcestart=good["sourcestart"] + 1)],
        "span beyond the end": [dict(good, sourceend=10_000)],
        "changed quote": [dict(good, sourcequote="yhteensä 170 500")],
        "changed digest": [dict(good, sourcedigest="0" * 64)],
        "unknown document": [dict(good, sourcedocument="999.txt")],
        "no basis": [{"id": "a"}],
        "same id twice": [good, good],
        "no events": [],
    }
    failed = [name for name, events in bad.items() if exit_code(checker, events) != 1]
    if exit_code(checker, [good]) != 0:
        failed.append("the good event")
    for name in failed:
        print(f"wrong verdict on: {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
