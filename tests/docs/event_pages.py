"""The pages of the event types: one for each schema file, a list of all, and the value types."""

import json
import re


def label(thing):
    return " / ".join(thing[language] for language in ("fi", "sv", "en"))


def cell(text):
    return text.replace("|", "\\|").replace("\n", " ")


def kind_of(field, value_types):
    kind = field["kind"]
    name = field.get("struct")
    if name in value_types:
        kind = kind.replace(name, f"[{name}](values.md#{name.lower()})")
    if "values" in field:
        kind = "list of:" if field["kind"].startswith("list") else "one of:"
        kind += " " + ", ".join(f"`{value}`" for value in field["values"])
    return kind


def notes_of(field):
    notes = ["required"] if field["required"] else []
    if field.get("sealed") == "person":
        notes.append("sealed under the person's key")
    if field.get("rule"):
        notes.append(field["rule"])
    if field.get("sealed") == "stream":
        notes.append("sealed under the stream's key")
    if field.get("index"):
        notes.append(f"found by {field['index']}")
    if field.get("about"):
        notes.append(field["about"])
    return "; ".join(notes)


def field_rows(fields, value_types):
    lines = ["| field | fi / sv / en | value | notes |", "|---|---|---|---|"]
    for field in fields:
        labels = label(field) if field["fi"] else ""
        lines.append("| " + " | ".join([f"`{field['name']}`", cell(labels),
                                        cell(kind_of(field, value_types)),
                                        cell(notes_of(field))]) + " |")
    return lines


def type_section(event, value_types):
    lines = [f"## {event['type']}", "", f"*{label(event)}*", "", event["about"]]
    if event["basis"]:
        lines.append("Asked for by " + ", ".join(f"`{basis}`" for basis in event["basis"]) + ".")
    if event["publication"]:
        lines.append(f"Public: open, and about no client, by {event['publication']}.")
    lines += ["", *field_rows(event["fields"], value_types)]
    for struct in event["structs"]:
        if struct["name"] not in value_types:
            lines += ["", f"Fields of {struct['name']}:", "",
                      *field_rows(struct["fields"], value_types)]
    if event["example"]:
        lines += ["", "```json", json.dumps(event["example"], ensure_ascii=False), "```"]
    return lines + [""]


def schema_of_types(folder):
    """The schema file in which each event type stands: {"decision.made": "decision"}."""
    found = {}
    for path in sorted(folder.glob("*.capnp")):
        for name in re.findall(r'\$event\("([^"]+)"\)', path.read_text(encoding="utf-8")):
            found[name] = path.stem
    return found


def shared_structs(types):
    """Structs that types of several families use: {name: fields}."""
    users, fields = {}, {}
    for event in types:
        for struct in event["structs"]:
            users.setdefault(struct["name"], set()).add(event["type"].split(".")[0])
            fields[struct["name"]] = struct["fields"]
    return {name: fields[name] for name in sorted(fields) if len(users[name]) > 1}


def event_pages(types_json, schemas):
    types = json.loads(types_json)
    values = shared_structs(types)
    schema_of = schema_of_types(schemas)
    groups = {}
    for event in types:
        groups.setdefault(schema_of[event["type"]], []).append(event)

    lines = ["# Event types", "",
             f"{len(types)} types, by schema file; `sinetti types TYPE` shows one in the terminal. "
             "Attributes around the data are in [event](../format/event.md),",
             "the types that values share (money, quantities, dates) in [values](events/values.md).",
             ""]
    pages = {}
    for group in sorted(groups):
        lines += [f"## {group}", "", "| type | fi / sv / en | records that |", "|---|---|---|"]
        page = [f"# Event types: {group}", "",
                f"Schema: `schemas/{group}.capnp`. All types: [events](../events.md). Values that "
                "types share: [values](values.md).", ""]
        for event in groups[group]:
            anchor = event["type"].replace(".", "").lower()
            lines.append(f"| [`{event['type']}`](events/{group}.md#{anchor}) | {label(event)} | "
                         f"{cell(event['about'])} |")
            page += type_section(event, values)
        lines.append("")
        pages[f"events/{group}.md"] = "\n".join(page).rstrip() + "\n"
    pages["events.md"] = "\n".join(lines).rstrip() + "\n"

    page = ["# Values that event types share", "",
            "A value says what a source says, also when that is a bound, a range, nothing, or "
            "cannot be read; [concepts](../../concepts.md#values) tells how.", ""]
    for name, fields in values.items():
        page += [f"## {name}", "", *field_rows(fields, values), ""]
    pages["events/values.md"] = "\n".join(page).rstrip() + "\n"
    return pages
