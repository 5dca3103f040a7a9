"""The page of the controls, from what `audit --explain all --json` says of them."""

INTRODUCTION = """# Controls

A control looks at the views for something that does not add up. Nearly all of them are one SQL query each (`replay/controls/*_controls.cc`), so that whoever reads SQL can
check the checker. What it finds is a *finding*: derived, never recorded by a source, and without any effect on a stated value. People answer a finding with
`discrepancy.explained`, `.accepted`, `.corrected` or `.withdrawn`; that changes its state and nothing else.

A finding has an id (digest of code, subject, place and the names of its events), so the same events give the same id in every ledger and after every rebuild.

People switch controls off and on and set their parameters by events ([how](../guide/switch-a-control.md)): a whole check (`R-SUM`), or one part of it (`R-SUM/places`).
The last column of each table names the part.

Severity is high, medium, low or info. `sinetti audit --explain CODE` says what stands here in Finnish, Swedish and English.
"""

ADDING = """## Adding a control

Add a query to one of the files, or a new file with a line in `control_sets.h` and `all_controls.cc`, and what it does to `guides_to_*.cc`. The query's columns are severity, subject,
place, stated, computed, difference, the sentence in Finnish, Swedish and English, the sequences of the events, and optionally a chosen reading. It must order its rows, name
at least one event, name its part of the code, and put into `subject` and `place` nothing that changes with the day (the id would change with it). Add the expected rows to the scenario that triggers it.
"""


def names(values):
    return ", ".join(f"`{value}`" for value in values)


def rows(guide):
    for case in guide["cases"]:
        rule = f"{case['severity']} ({case['rule']})" if case["rule"] else case["severity"]
        yield f"| {case['finds']} | {rule} | {case['source']} | {names(case['part'].split(', '))} |"


def parameters(guide):
    rows = [f"| `{one['parameter']}` | {one['value']} | {one['unit']} | {one['means']} |"
            for one in guide["settings"] if "parameter" in one]
    return ["| parameter | as it comes | unit | meaning |", "|---|---|---|---|", *rows, ""] if rows else []


def control_page(guides):
    """`guides`: the decoded JSON, in English."""
    lines = [INTRODUCTION, "| check | finds | severity |", "|---|---|---|"]
    for guide in guides:
        code = guide["check"]
        graver = {name for case in guide["cases"] for name in case["severity"].split(", ")}
        order = [name for name in ("high", "medium", "low", "info") if name in graver]
        lines.append(f"| [{code}](#{code.lower()}) | {guide['title']} | {', '.join(order)} |")
    for guide in guides:
        events = "every event" if guide["eventTypes"] == ["*"] else names(guide["eventTypes"])
        lines += ["", f"## {guide['check']}", "", f"{guide['title'].capitalize()}.", "",
                  "| finds | severity | source | part |", "|---|---|---|---|", *rows(guide), "",
                  *parameters(guide),
                  f"* Example: “{guide['example']}”",
                  f"* What to do: {guide['answer']}",
                  f"* Reads {names(guide['views'])}, folded from {events}."]
    return "\n".join([*lines, "", ADDING])
