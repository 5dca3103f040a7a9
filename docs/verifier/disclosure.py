"""Disclosures, as docs/format/disclosure.md says: whole events, some of their sealed values opened, the
others withheld on a stated ground, and the ledger's own record that exactly this was handed over."""
import dataclasses
import hashlib

from formats import (ENTRY_MAX, HASH, Checkpoint, Wrong, climb, decode_base64, decode_number, decode_text,
                     leaf_hash, need, open_part, take_hashes, take_line, take_value)
from record import Record, read_record

DISCLOSURE = "sinetti.fi/disclosure@v1"
DISCLOSURE_MAX = 64 << 20
SALT = 16


@dataclasses.dataclass(frozen=True)
class Field:
    path: str
    value: bytes | None  # None: withheld
    salt: bytes
    ground: str


@dataclasses.dataclass(frozen=True)
class Disclosure:
    recipient: str
    purpose: str
    ground: str
    events: list  # (Record, its Fields)
    recorded: list  # the entries that say that it was disclosed
    checkpoint: Checkpoint


def check_disclosure(data, key):
    """The Disclosure that a file proves; Wrong where it proves nothing."""
    text = decode_text(data, DISCLOSURE_MAX)
    manifest, empty, _ = text.partition("\n\n")
    need(empty, "no empty line ends the list of what is disclosed")
    digest = hashlib.sha256(manifest.encode() + b"\n").hexdigest()
    header, text = take_line(text, "its first line")
    need(header == DISCLOSURE, f"the first line is {header[:80]!r}")
    said = []
    for name in ("to", "purpose", "ground"):
        value, text = take_value(text, name)
        said.append(value)
    wanted, text = _take_events(text)
    entries, text = _take_entries(text)
    signed = open_part(text, key, "checkpoint")

    events, recorded = [], []
    for sequence, (entry, hashes) in entries.items():
        record = _prove(sequence, entry, hashes, signed)
        if sequence in wanted:
            _check_fields(record, wanted[sequence])
            events.append((record, wanted[sequence]))
        elif record.type == "access.disclosedTo" and digest.encode() + b"\0" in entry:
            recorded.append(sequence)
        else:
            raise Wrong("the file does not say what this entry is there for", entry=sequence)
    for sequence in wanted.keys() - entries.keys():
        raise Wrong("the entry of this event is missing", entry=sequence)
    need(recorded, f"no access.disclosedTo of the ledger carries the digest {digest}: the ledger does not "
                   "say that it disclosed this")
    return Disclosure(*said, events, recorded, signed)


def _take_number(text, what, after):
    number = decode_number(text, f"the number of the {what}")
    need(number > after, f"{what} {number} is not in ascending order")
    return number


def _take_events(text):
    events, last = {}, -1
    while True:
        line, text = take_line(text, "the empty line after the events")
        if not line:
            need(events, "no event is disclosed")
            return events, text
        kind, _, rest = line.partition(" ")
        if kind == "event":
            last = _take_number(rest, "event", last)
            events[last] = []
            continue
        path, space, content = rest.partition(" ")
        need(events and kind in ("opened", "withheld") and path and space and content,
             f"a line that is none of a disclosure: {line[:80]!r}")
        if kind == "withheld":
            events[last].append(Field(path, None, b"", content))
            continue
        opened = decode_base64(content, f"salt and value of {path}")
        need(len(opened) > SALT, f"salt and value of {path} have {len(opened)} bytes")
        events[last].append(Field(path, opened[SALT:], opened[:SALT], ""))


def _take_entries(text):
    entries, last = {}, -1
    while text.startswith("entry "):
        value, text = take_value(text, "entry")
        number, _, content = value.partition(" ")
        last = _take_number(number, "entry", last)
        entry = decode_base64(content, f"entry {last}")
        need(HASH < len(entry) <= ENTRY_MAX, f"entry {last} has {len(entry)} bytes")
        hashes, text = take_hashes(text)
        entries[last] = (entry, hashes)
    return entries, text


def _prove(sequence, entry, hashes, signed) -> Record:
    need(sequence < signed.size, "it is not among those of the checkpoint", entry=sequence)
    root = climb(sequence, signed.size - 1, leaf_hash(entry), hashes)[1]
    need(root == signed.root, f"the entry and its hashes lead to the root {root.hex()}, signed is "
                              f"{signed.root.hex()}", entry=sequence)
    record = read_record(entry[HASH:])
    need(record.sequence == sequence, f"its record says that it is entry {record.sequence}", entry=sequence)
    return record


def _check_fields(record, fields):
    need(len(fields) == len(record.sealed), f"it has {len(record.sealed)} sealed values, the file opens or "
         f"withholds {len(fields)}", entry=record.sequence)
    for field, sealed in zip(fields, record.sealed):
        if field.value is not None:
            computed = hashlib.sha256(b"\x04" + field.salt + field.value).hexdigest()
            need(computed == sealed.commitment, f"{field.path}: another value was sealed",
                 entry=record.sequence)
