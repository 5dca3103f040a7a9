#!/usr/bin/env python3
"""Runs the commands that a page shows and compares what they print with what the page says.

    console.py PROGRAM PAGE...            compares; exit code 1 when a page is wrong
    console.py --update PROGRAM PAGE...   writes what was printed into the page

A page is run from top to bottom in one empty folder that has `docs` in it. In ```console blocks a
line that begins with `$ ` is a command of bash (lines that begin with `> ` continue it), and the
lines below are its output: standard output, then standard error. `# exit code 1` at the end of a command is
the exit code it must have; without it, 0. An output line `…` stands for any number of lines. Hashes,
keys, times, sizes and process numbers may differ. A block with `file=NAME` after its language is written to
NAME in that folder.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXIT_CODE = re.compile(r"\s+# exit code (\d+)$")
MASKS = [
    (re.compile(r"— \S+ [A-Za-z0-9+/]{20,}={0,2}"), "— ‹signature›"),
    (re.compile(r"\+[0-9a-f]{8}\+[A-Za-z0-9+/]{20,}={0,2}"), "‹key›"),
    (re.compile(r"\b[0-9a-f]{16,}\b"), "‹hash›"),
    (re.compile(r"(?<![A-Za-z0-9+/])(?=[A-Za-z0-9+/]*[0-9+])[A-Za-z0-9+/]{43}="), "‹hash›"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"), "‹time›"),
    (re.compile(r"\b\d+ bytes\b"), "‹size›"),
    (re.compile(r"\bprocess \d+\b"), "‹process›"),
    (re.compile(r"\bdiffers from line \d+\b"), "‹line›"),
]


class Command:
    def __init__(self, number):
        self.number = number  # of its first line in the page, from 1
        self.text = ""
        self.expected = []
        self.begin_output = number  # index of the line after the command
        self.end = number  # index of the line after its output

    def exit_code(self):
        found = EXIT_CODE.search(self.text)
        return int(found.group(1)) if found else 0


def steps_of(lines):
    """("file", name, text) and ("command", Command) in the order of the page."""
    steps, number = [], 0
    while number < len(lines):
        opening = re.match(r"```(\w+)(?: file=(\S+))?$", lines[number])
        number += 1
        if not opening:
            continue
        begin = number
        while lines[number] != "```":
            number += 1
        if opening.group(2):
            steps.append(("file", opening.group(2), "\n".join(lines[begin:number]) + "\n"))
        elif opening.group(1) == "console":
            steps += [("command", command) for command in commands_of(lines, begin, number)]
        number += 1
    return steps


def commands_of(lines, begin, end):
    commands, number = [], begin
    while number < end:
        line = lines[number]
        number += 1
        if line.startswith("$ "):
            commands.append(Command(number))
            commands[-1].text = line[2:]
            while number < end and lines[number].startswith("> "):
                commands[-1].text += "\n" + lines[number][2:]
                number += 1
            commands[-1].begin_output = number
        else:
            if not commands:
                raise SystemExit(f"line {number}: output without a command")
            commands[-1].expected.append(line)
        commands[-1].end = number
    return commands


def masked(line):
    for pattern, word in MASKS:
        line = pattern.sub(word, line)
    return line.rstrip()


def matches(expected, printed):
    """Whether the printed lines are the expected ones; `…` is any number of lines."""
    if not expected:
        return not printed
    if expected[0] == "…":
        return any(matches(expected[1:], printed[i:]) for i in range(len(printed) + 1))
    return bool(printed) and masked(expected[0]) == masked(printed[0]) and matches(
        expected[1:], printed[1:])


def shortened(expected, printed):
    """The printed lines, cut where the page had `…`: as many before and after it as there were."""
    if "…" not in expected:
        return printed
    before = expected.index("…")
    after = len(expected) - before - 1
    if len(printed) <= before + after:
        return printed
    return printed[:before] + ["…"] + printed[len(printed) - after:]


def run(command, folder, environment):
    """Runs one command; `export` and `cd` last for the commands after it."""
    state = Path(environment["PAGE_STATE"])
    script = f"set -o pipefail\n[ -e {state} ] && . {state}\n{command.text}\n" \
             f"code=$?\n{{ export -p; echo \"cd '$PWD'\"; }} >{state}\nexit $code\n"
    done = subprocess.run(["bash", "-c", script], cwd=folder, env=environment,
                          stdin=subprocess.DEVNULL, capture_output=True)
    text = (done.stdout + done.stderr).decode("utf-8", "replace")
    return done.returncode, text.rstrip("\n").split("\n") if text.strip() else []


def check_page(page, program, update):
    name = page.relative_to(ROOT) if page.is_relative_to(ROOT) else page.name
    lines = page.read_text(encoding="utf-8").split("\n")
    faults, replacements, differs = [], [], False
    with tempfile.TemporaryDirectory(prefix="sinetti-docs-") as scratch:
        bin_dir, folder = Path(scratch, "bin"), Path(scratch, "here")
        bin_dir.mkdir()
        folder.mkdir()
        (bin_dir / "sinetti").symlink_to(program)
        (folder / "docs").symlink_to(ROOT / "docs")
        environment = {key: value for key, value in os.environ.items()
                       if not key.startswith(("SINETTI_", "LC_", "LANG"))}
        environment |= {"PATH": f"{bin_dir}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
                        "PAGE_STATE": f"{scratch}/state", "PYTHONDONTWRITEBYTECODE": "1"}
        for kind, *rest in steps_of(lines):
            if kind == "file":
                (folder / rest[0]).write_text(rest[1], encoding="utf-8")
                continue
            command = rest[0]
            code, printed = run(command, folder, environment)
            place = f"{name}:{command.number}"
            if code != command.exit_code():
                faults.append(f"{place}: {command.text}\n  ended with {code}, the page says "
                              f"{command.exit_code()}\n  " + "\n  ".join(printed))
            replacements.append((command.begin_output, command.end,
                                 shortened(command.expected, printed)))
            if matches(command.expected, printed):
                continue
            differs = True
            if not update:
                faults.append(f"{place}: {command.text}\n printed:\n  " + "\n  ".join(printed) +
                              "\n the page says:\n  " + "\n  ".join(command.expected))
    if update and differs and not faults:  # all of them, so that hashes agree from one command to the next
        for begin, end, printed in reversed(replacements):
            lines[begin:end] = printed
        page.write_text("\n".join(lines), encoding="utf-8")
        print(f"{name}: {len(replacements)} outputs written")
    return faults


def main():
    arguments = sys.argv[1:]
    update = arguments[:1] == ["--update"]
    program, *pages = arguments[1:] if update else arguments
    faults = []
    for page in pages:
        faults += check_page(Path(page).resolve(), Path(program).resolve(), update)
    for fault in faults:
        print(fault)
    if faults:
        print(f"{len(faults)} commands do not do what the pages say" +
              ("; exit codes are never written: mend the page" if update else
               ". When the program is right: cmake --build build/dev --target docs"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
