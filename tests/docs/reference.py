#!/usr/bin/env python3
"""Writes the reference pages that follow from the program, or checks that they do.

    reference.py PROGRAM           writes docs/reference/{cli,controls,view-columns}.md and events/
    reference.py --check PROGRAM   exit code 1 when a page differs

Command line from --help, controls from `audit --explain all`, events from `types --json`, columns from the views of an empty ledger;
the meaning of a column stands in tests/docs/column_meanings.txt.
"""

import difflib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from control_pages import control_page
from event_pages import event_pages
from view_columns import view_columns_page

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
GENERATED = ("<!-- Written by tests/docs/reference.py from the program. "
             "Change the program, then: cmake --build build/dev --target docs -->\n\n")


class Program:
    def __init__(self, path):
        self.path = path

    def __call__(self, *arguments):
        done = subprocess.run([self.path, *arguments], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"sinetti {' '.join(arguments)}: {done.stderr}")
        return done.stdout


def subcommands(help_text):
    """(name, about) of each line below "Subcommands:"."""
    listed = re.search(r"^Subcommands:\n((?:  .*\n)+)", help_text, re.M)
    return re.findall(r"^  (\S+) +(.*)$", listed.group(1), re.M) if listed else []


def command_pages(program, path=()):
    """(path, about, help) of each command, depth first."""
    for name, about in subcommands(program(*path, "--help")):
        inner = (*path, name)
        yield inner, about, program(*inner, "--help")
        yield from command_pages(program, inner)


def cli_page(program):
    top = program("--help")
    commands = list(command_pages(program))
    lines = ["# Command line", "",
             "Output goes to standard output, messages to standard error. What each error means is "
             "in [errors](errors.md).", "", "```text", top.strip(), "```", "",
             "| command | does |", "|---|---|"]
    for path, about, _ in commands:
        lines.append(f"| [`sinetti {' '.join(path)}`](#sinetti-{'-'.join(path)}) | {about} |")
    for path, _, text in commands:
        text = re.sub(r"\nExit codes:.*", "", text, flags=re.S)
        lines += ["", f"## sinetti {' '.join(path)}", "", "```text", text.strip(), "```"]
    return "\n".join(lines) + "\n"


def pages(program):
    with tempfile.TemporaryDirectory(prefix="sinetti-docs-") as scratch:
        ledger = f"{scratch}/ledger"
        program("-q", "-l", ledger, "init", "--origin", "reference.example/ledger")
        program("-q", "-l", ledger, "replay")
        columns = view_columns_page(program, ledger)
    controls = json.loads(program("--json", "--lang", "en", "audit", "--explain", "all"))
    made = {"cli.md": cli_page(program), "controls.md": control_page(controls),
            "view-columns.md": columns}
    for name, text in event_pages(program("types", "--json"), ROOT / "schemas").items():
        made[name] = text
    return {REFERENCE / name: GENERATED + text for name, text in made.items()}


def main():
    check = sys.argv[1] == "--check"
    made = pages(Program(sys.argv[-1]))
    there = {*(REFERENCE / "events").glob("*.md")} | {path for path in made if path.exists()}
    differing = [path for path in made
                 if path not in there or path.read_text(encoding="utf-8") != made[path]]
    left_over = sorted(there - made.keys())
    for path in differing if check else []:
        old = path.read_text(encoding="utf-8").splitlines() if path in there else []
        print(*list(difflib.unified_diff(old, made[path].splitlines(), str(path), "the program",
                                         lineterm="", n=1))[:40], sep="\n")
    for path in left_over:
        print(f"{path}: the program has no such page")
    if check:
        if differing or left_over:
            print("The pages differ from the program: cmake --build build/dev --target docs")
        return 1 if differing or left_over else 0
    for path in left_over:
        path.unlink()
    for path in differing:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made[path], encoding="utf-8")
    print(f"{len(differing)} reference pages written, {len(made)} in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
