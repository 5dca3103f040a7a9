"""Evidence packs (docs/format/evidence-pack.md): all events of a key with the proof that none is missing,
and the ledger's own record that exactly this file was handed out."""
import base64
import dataclasses
import hashlib
import json

from answer import Complete
from complete import check_complete
from formats import (HASH, Checkpoint, Consistency, Inclusion, Unable, Wrong, check_proof, decode_number,
                     decode_text, need, take_line, take_value)
from index import Keys
from keychain import Span, follow, key_for, split_chain
from record import read_record
from schema import Schema
from timestamp import stated_stamps
from witness import newest_note

PACKS = (b"sinetti.fi/evidence-pack@v1\n", b"sinetti.fi/evidence-pack@v2\n")
PACK_MAX = 640 << 20
MANIFEST = ("summary.fi", "summary.sv", "summary.en", "events", "schema", "documents", "answer")
SINCE_2 = ("timestamps", "keys")


@dataclasses.dataclass(frozen=True)
class Pack:
    recipient: str
    purpose: str
    ground: str
    summary: str  # in English
    documents: list  # (digest, size, media type, event, path)
    answer: Complete
    readings: list  # of each event of the answer, as JSON
    recorded: list  # the entries that say that it was handed out
    recorded_by: Checkpoint
    timestamps: bytes  # of the checkpoint of the answer; empty: none
    stamps: list  # what they say


def _take_section(data, at, name):
    """What the section holds, and where it ends."""
    end = data.find(b"\n", at)
    words = decode_text(data[at:max(end, at)], PACK_MAX).split(" ")
    need(end >= 0 and len(words) == 3 and words[0] == "section", f"the section {name!r} is missing")
    if words[1] != name:
        raise Unable(f"the section {words[1]!r} stands where {name!r} should: changed, or a newer format")
    size = decode_number(words[2], f"the size of the section {name!r}")
    content = data[end + 1:end + 1 + size]
    need(len(content) == size, f"the section {name!r} has {size} bytes, left are {len(content)}")
    need(not content or content.endswith(b"\n"), f"the section {name!r} does not end with a line")
    decode_text(content, PACK_MAX)
    return content, end + 1 + size


def _take_sections(data):
    head, at, said = data, 0, []
    for name in (None, "to", "purpose", "ground"):
        end = data.find(b"\n", at)
        need(end >= 0, "it ends too early")
        line = decode_text(data[at:end], PACK_MAX)
        if name:
            word, _, value = line.partition(" ")
            need(word == name and value and value == value.strip(),
                 f"the line {name!r} is missing or not in its one form")
            said.append(value)
        at = end + 1
    sections = dict.fromkeys(SINCE_2, b"")
    for name in MANIFEST + (SINCE_2 if data.startswith(PACKS[1]) else ()):
        sections[name], at = _take_section(data, at, name)
    digest = hashlib.sha256(head[:at]).hexdigest()
    recorded = []
    while not recorded or data.startswith(b"section recorded ", at):
        content, at = _take_section(data, at, "recorded")
        recorded.append(content)
    sections["consistency"], at = _take_section(data, at, "consistency")
    need(at == len(data), "something follows the last section")
    return said, sections, digest, recorded


def is_pack(data):
    return data.startswith(PACKS)


def note_of(data):
    """The checkpoint that a policy asks about, which nobody has opened yet: where a proof ends, but that of the
    answer in a pack, whose newest one only says that it was handed out."""
    return newest_note(_take_sections(data)[1]["answer"] if is_pack(data) else data)


def keys_of(data):
    """The statements about the ledger's keys in a pack."""
    return _statements(_take_sections(data)[1])


def _statements(sections):
    if not sections["keys"]:
        return []
    statements, rest = split_chain(sections["keys"])
    need(not rest, "behind the keys of the ledger stands something else")
    return statements


def check_pack(data, key, spans=(), witnessed=False):
    """The Pack that a file proves; Wrong where it proves nothing.  Without spans the keys in the file lead from
    the given one to the others."""
    need(len(data) <= PACK_MAX and is_pack(data), "not an evidence pack, or too large")
    said, sections, digest, proofs = _take_sections(data)
    if not spans:
        statements = _statements(sections)
        spans = follow(key, statements) if statements else [Span(key)]
    for proof in proofs:  # told before any signature is looked at
        entry = _entry_of(proof)
        for text in (digest, *said):
            need(text.encode() + b"\0" in entry, "the ledger did not record that this was handed out: no "
                 f"{text!r} in the event that should say so. A byte was changed")
    recorded = [_check_record(proof, key_for(spans, newest_note(proof))) for proof in proofs]
    note = newest_note(proofs[0])
    need(all(newest_note(proof) == note for proof in proofs), "the records end in different checkpoints")
    numbers = [inclusion.index for inclusion, _ in recorded]
    need(numbers == sorted(set(numbers)), "the records are not in ascending order")

    signed = newest_note(sections["answer"])
    signer = key_for(spans, signed, witnessed)
    older = None
    if b"\nfrom " in sections["answer"].partition(b"\nleaves")[0]:
        older = key_for(spans, b"\n\n".join(sections["answer"].split(b"\n\n")[-4:-2]) + b"\n")
    answer = check_complete(sections["answer"], signer, older)
    need(len(answer.events) == len(answer.leaves), "it proves events that it does not hold")
    stamps = stated_stamps(signed, sections["timestamps"]) if sections["timestamps"] else []
    between = check_proof(sections["consistency"], key_for(spans, note), signer)
    need(isinstance(between, Consistency), "the last section is no proof of consistency")
    notes = sections["consistency"].split(b"\n\n", 1)[1].split(b"\n\n")
    need(b"\n\n".join(notes[:2]) + b"\n" == signed and b"\n\n".join(notes[2:]) == note,
         "the proof of consistency is between other checkpoints")

    keys = Keys()
    about = {one for event in answer.events for one in keys.of(event) if one.startswith("client:")}
    about |= {answer.key} if answer.key.startswith("client:") else set()
    told = {one for _, record in recorded for one in keys.of(record)}
    need(about <= told, f"the ledger does not say in the log of {sorted(about - told)} that it was handed out")
    readings = _check_readings(sections, answer.events)
    documents = [line.split(" ", 4) for line in sections["documents"].decode().splitlines()]
    return Pack(*said, sections["summary.en"].decode(), documents, answer, readings, numbers,
                recorded[0][0].checkpoint, sections["timestamps"], stamps)


def _entry_of(proof):
    try:
        return base64.b64decode(take_value(take_line(proof.decode(), "a line")[1], "extra")[0])
    except ValueError:
        raise Wrong("the record of the ledger is not base64") from None


def _check_record(proof, key):
    inclusion = check_proof(proof, key)
    need(isinstance(inclusion, Inclusion), "a section 'recorded' is no proof of inclusion")
    record = read_record(inclusion.entry[HASH:])
    need(record.sequence == inclusion.index, f"the record says that it is entry {record.sequence}",
         entry=inclusion.index)
    need(record.type == "access.exported", f"it is of type {record.type!r}", entry=inclusion.index)
    return inclusion, record


def _check_readings(sections, events):
    """What the file says of each event, compared with its record as the schema in the file reads it."""
    lines = sections["events"].decode().splitlines()
    need(len(lines) == len(events), f"there are {len(events)} events and {len(lines)} readings")
    schema = Schema(sections["schema"].decode())
    readings = []
    for line, event in zip(lines, events):
        try:
            reading = json.loads(line, parse_float=schema.number)
        except (ValueError, RecursionError):
            raise Wrong("the reading of it is not JSON", entry=event.sequence) from None
        need(isinstance(reading, dict) and (reading.get("sequence"), reading.get("type"), reading.get("stream"))
             == (event.sequence, event.type, event.stream), "the reading is of another event",
             entry=event.sequence)
        need(schema.read(event) == reading.get("data"), "the reading does not say what the record says",
             entry=event.sequence)
        readings.append(reading)
    return readings


def describe(pack):
    """What it says beside the answer, for --json and for people."""
    facts = {"kind": "evidence-pack", "to": pack.recipient, "purpose": pack.purpose, "ground": pack.ground,
             "recorded": pack.recorded, "documents": pack.documents,
             "readings": [reading["data"] for reading in pack.readings],
             "stamps": [stamp.time.isoformat() for stamp in pack.stamps]}
    lines = [f"handed out  to {pack.recipient!r} for {pack.purpose!r} on the ground {pack.ground!r}, recorded as "
             f"entry {', '.join(map(str, pack.recorded))}"]
    for reading in pack.readings:
        text = json.dumps(reading["data"], ensure_ascii=False, default=float)
        lines.append(f"reading     entry {reading['sequence']}: {text}")
    for digest, size, media, sequence, path in pack.documents:
        lines.append(f"document    {digest}, {size} bytes, {media!r}, entry {sequence}, {path}")
    return facts, lines
