"""An export bundle (docs/format/export.md), read line by line and checked from nothing but its bytes,
the verifier key and, where there are any, checkpoints that were kept elsewhere.
"""
import dataclasses
import hashlib
import json

from formats import (HASH, NOTE_MAX, SIZE_MAX, Tree, Unable, Wrong, decode_base64, decode_hex,
                     leaf_hash, open_checkpoint, parse_key)
from record import format_time, read_record

FORMAT = 1
ALGORITHM = "sha256"
LINE_MAX = 8 * NOTE_MAX
MEMBERS = {
    "ledger": {"kind": str, "format": int, "origin": str, "algorithm": str, "verifierKey": str,
               "size": int},
    "checkpoint": {"kind": str, "size": int, "note": str},
    "entry": {"kind": str, "sequence": int, "previous": str, "record": str},
}


@dataclasses.dataclass
class Findings:
    """What holds, as far as the bundle was read."""
    origin: str = ""
    size: int = 0
    root: str = ""
    streams: int = 0
    first_recorded: str | None = None
    last_recorded: str | None = None
    checkpoints: int = 0
    kept_elsewhere: int = 0
    anchored: int = 0  # entries that a checkpoint vouches for
    anchored_at: str | None = None  # time in that checkpoint
    digests_checked: int = 0
    digests_sealed: int = 0  # records with sealed values: the digest needs keys
    key_is_from_bundle: bool = False


def _unique(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member stands twice")
    return members


def _no_number(text):
    raise ValueError(f"{text} is not a whole number")


def _read_lines(file):
    """(line number, members) of each line; Wrong where a line is not what the grammar allows."""
    number = 0
    while line := file.readline(LINE_MAX + 1):
        number += 1
        try:
            if not line.endswith(b"\n"):
                raise ValueError("it is cut off, or too long")
            members = json.loads(line.decode("utf-8"), object_pairs_hook=_unique,
                                 parse_float=_no_number, parse_constant=_no_number)
            if not isinstance(members, dict) or not isinstance(members.get("kind"), str):
                raise ValueError("no object with a `kind`")
            kind = members["kind"]
            if kind not in MEMBERS:
                raise ValueError(f"kind {kind!r} is unknown")
            if kind == "ledger" and type(members.get("format")) is int and members["format"] > FORMAT:
                raise Unable(f"line {number}: the bundle has format {members['format']}; this program "
                             f"knows {FORMAT}: a newer one is needed")
            expected = MEMBERS[kind]
            if members.keys() != expected.keys():
                raise ValueError(f"the members of {kind!r} must be {', '.join(expected)}")
            for name, type_ in expected.items():
                if type(members[name]) is not type_:
                    raise ValueError(f"{name!r} is of the wrong type")
                if type_ is int and not 0 <= members[name] <= SIZE_MAX:
                    raise ValueError(f"{name!r} is out of range")
                if type_ is str:
                    members[name].encode("utf-8")
        except (ValueError, RecursionError) as error:
            raise Wrong(f"line {number} is not a line of a bundle: {error}", line=number) from None
        yield number, members


class _Chain:
    """The checks of each entry against all entries before it."""

    def __init__(self):
        self.tree = Tree()
        self.previous = bytes(HASH)
        self.recorded_at = -2**63
        self.versions = {}  # stream to its last version
        self.names = {}  # digest of source and id, to sequence

    def append(self, members, findings):
        sequence = self.tree.size
        if members["sequence"] != sequence:
            raise Wrong(f"missing, twice or out of order: entry {members['sequence']} stands in its "
                        "place", entry=sequence)
        try:
            self._check(sequence, members, findings)
        except Wrong as wrong:
            wrong.where.setdefault("entry", sequence)
            raise

    def _check(self, sequence, members, findings):
        previous = decode_hex(members["previous"], "`previous`", HASH)
        if previous != self.previous:
            if sequence == 0:
                raise Wrong("`previous` of the first entry must be zeros")
            raise Wrong(f"its leaf hash is {self.previous.hex()}, but entry {sequence} names "
                        f"{previous.hex()} before it: one of the two was changed", entry=sequence - 1)
        data = decode_base64(members["record"], "the record")
        record = read_record(data)
        if record.sequence != sequence:
            raise Wrong(f"its record says that it is entry {record.sequence}")
        if record.recorded_at <= self.recorded_at:
            raise Wrong(f"recorded at {format_time(record.recorded_at)}, not after the entry before it "
                        f"({format_time(self.recorded_at)})")
        version = self.versions.get(record.stream, 0) + 1
        if record.stream_version != version:
            raise Wrong(f"version {record.stream_version} of stream {record.stream!r}, must be "
                        f"{version}")
        name = hashlib.sha256(f"{record.source}\0{record.id}".encode()).digest()
        if name in self.names:
            raise Wrong(f"source {record.source!r} and id {record.id!r} name entry "
                        f"{self.names[name]} already")
        if record.sealed:
            findings.digests_sealed += 1
        elif record.draft_digest != record.computed_digest:
            raise Wrong(f"its draft digest is {record.draft_digest.hex()}, computed "
                        f"{record.computed_digest.hex()}")
        else:
            findings.digests_checked += 1
        self.versions[record.stream] = version
        self.names[name] = sequence
        self.recorded_at = record.recorded_at
        self.previous = leaf_hash(previous + data)
        self.tree.append(self.previous)
        findings.last_recorded = format_time(record.recorded_at)
        findings.first_recorded = findings.first_recorded or findings.last_recorded


def check_bundle(file, key, kept=()):
    """Findings of a bundle in which nothing is wrong; otherwise Wrong at the first bad position.

    `file`: binary.  `key`: the VerifierKey that the reader trusts, or None: then the bundle's own is
    used and the findings say so.  `kept`: (name, Checkpoint) of checkpoints kept elsewhere.
    """
    lines = _read_lines(file)
    _, head = next(lines, (1, {"kind": "nothing"}))
    if head["kind"] != "ledger":
        raise Wrong("line 1 must be that of the ledger", line=1)
    findings = Findings(origin=head["origin"], key_is_from_bundle=key is None)
    key = _check_head(head, key)

    chain = _Chain()
    waiting = {}  # size to the checkpoints of that size
    for name, checkpoint in kept:
        findings.kept_elsewhere += 1
        waiting.setdefault(checkpoint.size, []).append((name, checkpoint))
    last_size = -1
    opened = False
    for number, members in lines:
        try:
            if members["kind"] == "checkpoint":
                if opened or members["size"] <= last_size:
                    raise Wrong("checkpoints stand before the entries, sizes ascending")
                last_size = members["size"]
                findings.checkpoints += 1
                waiting.setdefault(last_size, []).append(_open(members, key))
            elif members["kind"] == "entry":
                if not opened:
                    opened = True
                    _compare(chain.tree, waiting, findings)
                if chain.tree.size == head["size"]:
                    raise Wrong(f"the first line says {head['size']} entries, and more follow",
                                entry=chain.tree.size)
                chain.append(members, findings)
                _compare(chain.tree, waiting, findings)
            else:
                raise Wrong("a second line of kind 'ledger'")
        except Wrong as wrong:
            wrong.where.setdefault("line", number)
            raise
    _compare(chain.tree, waiting, findings)
    _check_end(chain.tree, head["size"], waiting)
    findings.size, findings.root = chain.tree.size, chain.tree.root().hex()
    findings.streams = len(chain.versions)
    return findings


def _check_head(head, key):
    if head["format"] != FORMAT:
        raise Wrong(f"format {head['format']} never was", line=1)
    if head["algorithm"] != ALGORITHM:
        raise Unable(f"hash algorithm {head['algorithm']!r} is unknown here: a newer program is needed")
    try:
        own = parse_key(head["verifierKey"])
        if own.name != head["origin"]:
            raise Wrong(f"its key is that of {own.name!r}, its origin {head['origin']!r}")
    except Wrong as wrong:
        raise Wrong(f"the line of the ledger: {wrong}", line=1) from None
    if key is not None and own != key:
        raise Wrong(f"the bundle is of the key {own.text}, you trust {key.text}", line=1)
    return own


def _open(members, key):
    name = f"checkpoint of size {members['size']}"
    try:
        checkpoint = open_checkpoint(members["note"].encode(), key)
    except Wrong as wrong:
        raise Wrong(f"{name}: {wrong}", checkpoint=members["size"]) from None
    if checkpoint.size != members["size"]:
        raise Wrong(f"{name}: its note is of size {checkpoint.size}", checkpoint=members["size"])
    return name, checkpoint


def _compare(tree, waiting, findings):
    for name, checkpoint in waiting.pop(tree.size, ()):
        if checkpoint.root != tree.root():
            raise Wrong(f"{name}: the root of the first {tree.size} entries is {tree.root().hex()}, "
                        f"signed is {checkpoint.root.hex()}: these are not the entries that were "
                        f"signed; those up to {findings.anchored} are", checkpoint=tree.size)
        findings.anchored = tree.size
        findings.anchored_at = checkpoint.time


def _check_end(tree, stated, waiting):
    for size in sorted(waiting):
        raise Wrong(f"{waiting[size][0][0]}: {size} entries were signed, the bundle ends after "
                    f"{tree.size}: it was cut, or the ledger set back", entry=tree.size)
    if tree.size != stated:
        raise Wrong(f"the first line says {stated} entries, the bundle ends after {tree.size}",
                    entry=tree.size)
