#!/usr/bin/env python3
"""Tries console.py on pages that are right and on pages that are wrong."""

import subprocess
import sys
import tempfile
from pathlib import Path

RUNNER = Path(__file__).with_name("console.py")
PAGE = """# A page

```text file=words.txt
one
two
```

```console
$ cat words.txt
one
two
$ ls nowhere 2>/dev/null   # exit code 2
$ export NAME=value
$ echo $NAME
value
$ seq 9
1
…
9
$ echo 2026-01-02T03:04:05Z 0123456789abcdef0123
2025-12-31T00:00:00.123Z fedcba98765432100000
$ echo it differs from line 7 on, not from word 7
it differs from line 119 on, not from word 7
```
"""


def run(text, *options):
    with tempfile.TemporaryDirectory(prefix="sinetti-docs-") as folder:
        page = Path(folder, "page.md")
        page.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, RUNNER, *options, "/bin/true", page],
                              capture_output=True, text=True, check=False)
        return done.returncode, page.read_text(encoding="utf-8")


def expect(name, condition):
    if not condition:
        raise SystemExit(f"console.py: {name}")


def main():
    expect("a right page is refused", run(PAGE)[0] == 0)
    expect("other output is accepted", run(PAGE.replace("two\n$", "three\n$"))[0] == 1)
    expect("missing output is accepted", run(PAGE.replace("value\n$ seq", "$ seq"))[0] == 1)
    expect("another exit code is accepted", run(PAGE.replace("exit code 2", "exit code 1"))[0] == 1)
    expect("more than the line number is masked",
           run(PAGE.replace("from word 7\n```", "from word 8\n```"))[0] == 1)
    expect("an end that is not there is accepted", run(PAGE.replace("…\n9", "…\n8"))[0] == 1)
    wrong = PAGE.replace("two\n$", "three\n$").replace("…\n9", "2\n…\n8")
    code, written = run(wrong, "--update")
    expect("--update does not mend", code == 0 and run(written)[0] == 0)
    expect("--update writes more than the page showed", "1\n2\n…\n9" in written)


if __name__ == "__main__":
    main()
