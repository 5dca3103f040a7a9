"""The chain of an export bundle (docs/format/export.md), read line by line and checked from nothing but its
bytes, the verifier key and, where there are any, checkpoints that were kept elsewhere.  Records are bytes
here: that they are the ones that were signed for is shown, what is in them bundle.py looks at.  Part of the
core.
"""
import dataclasses
import json

from formats import (HASH, NOTE_MAX, SIZE_MAX, Tree, Unable, Wrong, decode_base64, decode_hex,
                     leaf_hash, need, open_checkpoint, parse_key)

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
    checkpoints: int = 0
    kept_elsewhere: int = 0
    anchored: int = 0  # entries that a checkpoint vouches for
    anchored_at: str | None = None  # time in that checkpoint
    index_roots: int = 0  # of checkpoints, recomputed from the entries
    key_is_from_bundle: bool = False
    records: object = None  # what bundle.py found in them; None: nobody looked


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
    """The checks of each entry against the one before it."""

    def __init__(self, reader):
        self.tree = Tree()
        self.previous = bytes(HASH)
        self.reader = reader

    def append(self, members):
        sequence = self.tree.size
        need(members["sequence"] == sequence, "missing, twice or out of order: entry "
             f"{members['sequence']} stands in its place", entry=sequence)
        try:
            previous = decode_hex(members["previous"], "`previous`", HASH)
            need(sequence or previous == self.previous, "`previous` of the first entry must be zeros")
            need(previous == self.previous, f"its leaf hash is {self.previous.hex()}, but entry {sequence} "
                 f"names {previous.hex()} before it: one of the two was changed", entry=sequence - 1)
            data = decode_base64(members["record"], "the record")
            self.previous = leaf_hash(previous + data)
            self.tree.append(self.previous)
            if self.reader:
                self.reader.see(sequence, data, self.previous)
        except Wrong as wrong:
            wrong.where.setdefault("entry", sequence)
            raise


def check_chain(file, key, kept=(), make_reader=None):
    """Findings of a bundle in which nothing is wrong; otherwise Wrong at the first bad position.

    `file`: binary.  `key`: the VerifierKey that the reader trusts, or None: then the bundle's own is
    used and the findings say so.  `kept`: (name, Checkpoint) of checkpoints kept elsewhere.
    `make_reader`: of an origin, what looks at the records (bundle.py); None: nobody does.
    """
    lines = _read_lines(file)
    _, head = next(lines, (1, {"kind": "nothing"}))
    need(head["kind"] == "ledger", "line 1 must be that of the ledger", line=1)
    findings = Findings(origin=head["origin"], key_is_from_bundle=key is None)
    key = _check_head(head, key)

    chain = _Chain(make_reader and make_reader(head["origin"]))
    waiting = {}  # size to the checkpoints of that size
    for name, checkpoint in kept:
        findings.kept_elsewhere += 1
        waiting.setdefault(checkpoint.size, []).append((name, checkpoint))
    last_size = -1
    opened = False
    for number, members in lines:
        try:
            if members["kind"] == "checkpoint":
                need(not opened and members["size"] > last_size,
                     "checkpoints stand before the entries, sizes ascending")
                last_size = members["size"]
                findings.checkpoints += 1
                waiting.setdefault(last_size, []).append(_open(members, key))
            elif members["kind"] == "entry":
                if not opened:
                    opened = True
                    _compare(chain, waiting, findings)
                need(chain.tree.size < head["size"], f"the first line says {head['size']} entries, and "
                                                     "more follow", entry=chain.tree.size)
                chain.append(members)
                _compare(chain, waiting, findings)
            else:
                raise Wrong("a second line of kind 'ledger'")
        except Wrong as wrong:
            wrong.where.setdefault("line", number)
            raise
    _compare(chain, waiting, findings)
    _check_end(chain.tree, head["size"], waiting)
    findings.size, findings.root = chain.tree.size, chain.tree.root().hex()
    findings.records = chain.reader and chain.reader.finish()
    return findings


def _check_head(head, key):
    need(head["format"] == FORMAT, f"format {head['format']} never was", line=1)
    if head["algorithm"] != ALGORITHM:
        raise Unable(f"hash algorithm {head['algorithm']!r} is unknown here: a newer program is needed")
    try:
        own = parse_key(head["verifierKey"])
        need(own.name == head["origin"], f"its key is that of {own.name!r}, its origin {head['origin']!r}")
    except Wrong as wrong:
        raise Wrong(f"the line of the ledger: {wrong}", line=1) from None
    need(key in (None, own), f"the bundle is of the key {own.text}, you trust {key and key.text}", line=1)
    return own


def _open(members, key):
    name = f"checkpoint of size {members['size']}"
    try:
        checkpoint = open_checkpoint(members["note"].encode(), key)
    except Wrong as wrong:
        raise Wrong(f"{name}: {wrong}", checkpoint=members["size"]) from None
    need(checkpoint.size == members["size"], f"{name}: its note is of size {checkpoint.size}",
         checkpoint=members["size"])
    return name, checkpoint


def _compare(chain, waiting, findings):
    tree = chain.tree
    for name, checkpoint in waiting.pop(tree.size, ()):
        need(checkpoint.root == tree.root(), f"{name}: the root of the first {tree.size} entries is "
             f"{tree.root().hex()}, signed is {checkpoint.root.hex()}: these are not the entries that were "
             f"signed; those up to {findings.anchored} are", checkpoint=tree.size)
        computed = chain.reader and checkpoint.index and chain.reader.index_root()
        if computed:
            need(checkpoint.index == computed, f"{name}: the index of the first {tree.size} entries has the "
                 f"root {computed}, signed is {checkpoint.index}: answers proved by it may leave events out",
                 checkpoint=tree.size)
            findings.index_roots += 1
        findings.anchored = tree.size
        findings.anchored_at = checkpoint.time


def _check_end(tree, stated, waiting):
    for size in sorted(waiting):
        raise Wrong(f"{waiting[size][0][0]}: {size} entries were signed, the bundle ends after "
                    f"{tree.size}: it was cut, or the ledger set back", entry=tree.size)
    need(tree.size == stated, f"the first line says {stated} entries, the bundle ends after {tree.size}",
         entry=tree.size)
