"""The page of the views' columns: names from the views themselves, meanings from a table."""

import sqlite3
from pathlib import Path

MEANINGS = Path(__file__).with_name("column_meanings.txt")


def read_meanings():
    """Lines `column: meaning` or `view.column: meaning`; the latter goes first."""
    meanings = {}
    for line in MEANINGS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, meaning = line.split(": ", 1)
            meanings[name] = meaning
    return meanings


def view_number(name):
    return int(name[1:].split("_")[0]), name


def views_of(path):
    """{view: [(column, kind)]} of every view that users read: v1_provider_card, …"""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        names = [name for (name,) in database.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'view' AND name GLOB 'v[0-9]*'")]
        return {name: [(row[1], row[2].lower()) for row in
                       database.execute(f"PRAGMA table_info({name})")]
                for name in sorted(names, key=view_number)}


def operations_views(program, ledger):
    """Views over the log of operations, which only the program shows."""
    header = "SELECT * FROM {} LIMIT 0"
    return {name: [(column, "") for column in
                   program("-q", "-l", ledger, "query", "--format", "csv",
                           header.format(name)).strip().split(",")]
            for name in ("v40_integrity", "v41_replay_runs", "v42_lag", "v43_imports")}


def view_columns_page(program, ledger):
    meanings = read_meanings()
    views = views_of(f"{ledger}/views.sqlite") | operations_views(program, ledger)
    lines = ["# Columns of the views", "",
             "What a row of each view is stands in [views](views.md). Amounts whose names end in "
             "`_cents` are cents; days are `yyyy-mm-dd`; an empty cell (NULL) means that no",
             "source says it. `seq` is the event that the row rests on: `sinetti show SEQ`. V40 integrity to V43 tell of this",
             "machine, not of the events: `sinetti query` shows them, the file of views does not have them.",
             ""]
    for view, columns in sorted(views.items(), key=lambda view: view_number(view[0])):
        lines += [f"## {view}", "", "| column | kind | meaning |", "|---|---|---|"]
        for column, kind in columns:
            meaning = meanings.get(f"{view}.{column}", meanings.get(column, ""))
            lines.append(f"| `{column}` | {kind} | {meaning} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"
