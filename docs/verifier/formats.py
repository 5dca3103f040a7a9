"""Keys, signed notes, checkpoints, the tree and proof files: docs/format/hashing.md, checkpoint.md and
proof.md, read strictly.  Each value has exactly one text, so that no changed character goes unseen.
"""
import base64
import dataclasses
import datetime
import hashlib
import re

import ed25519

HASH = 32
ENTRY_MAX = 65_535
NOTE_MAX = 1_000_000
SIGNATURES_MAX = 100
PROOF_FILE_MAX = 2_200_000
PROOF_HASHES_MAX = 128
SIZE_MAX = 2**63 - 1
ED25519 = 1
INCLUSION = "c2sp.org/tlog-proof@v1"
CONSISTENCY = "sinetti.fi/consistency-proof@v1"


class Wrong(Exception):
    """What was given is not what it claims to be: exit status 1.  `where` names the first bad place."""

    def __init__(self, what, **where):
        super().__init__(what)
        self.where = where


class Unable(Exception):
    """It cannot be checked (no such file, unknown format, no key): exit status 2."""


def need(holds, what, **where):
    if not holds:
        raise Wrong(what, **where)


# Texts of values

def of_length(data, what, length):
    need(length in (None, len(data)), f"{what} has {len(data)} bytes, not {length}")
    return data


def decode_base64(text, what, length=None):
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        raise Wrong(f"{what} is not base64") from None
    need(base64.b64encode(data).decode() == text, f"{what} is not in the one base64 form that is allowed")
    return of_length(data, what, length)


def decode_hex(text, what, length=None):
    need(isinstance(text, str) and re.fullmatch("(?:[0-9a-f]{2})*", text),
         f"{what} is not in lower-case hex digits")
    return of_length(bytes.fromhex(text), what, length)


def decode_number(text, what):
    need(re.fullmatch("0|[1-9][0-9]{0,18}", text) and int(text) <= SIZE_MAX,
         f"{what} is not a number without sign and leading zeros: {text!r}")
    return int(text)


def check_time(text):
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.(?!000000)\d{6})?Z", text, re.ASCII):
            raise ValueError
        datetime.datetime.fromisoformat(text[:19])
    except ValueError:
        raise Wrong(f"time is not RFC 3339 in UTC, in the one allowed form: {text!r}") from None
    return text


def take_line(text, what):
    line, newline, rest = text.partition("\n")
    need(newline, f"it ends before {what}, or within it")
    return line, rest


def decode_text(data, limit):
    need(len(data) <= limit, f"it has {len(data)} bytes, the limit is {limit}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Wrong(f"byte {error.start} is not UTF-8") from None
    need(not re.search("[\x00-\x09\x0b-\x1f]", text), "it holds a control character")
    return text


# Keys, notes, checkpoints

@dataclasses.dataclass(frozen=True)
class VerifierKey:
    name: str
    id: bytes
    public_key: bytes
    text: str


def check_key_name(name):
    need(1 <= len(name.encode()) <= 255 and not re.search(r"[+\s\x00-\x1f\x7f-\x9f]", name),
         f"not a key name: {name!r}")


def parse_key(text, kind=ED25519):
    parts = text.split("+", 2)
    need(len(parts) == 3, "a verifier key is NAME+ID+KEY, in one line")
    name = parts[0]
    check_key_name(name)
    stated = decode_hex(parts[1], "the id of the verifier key", 4)
    typed = decode_base64(parts[2], "the verifier key")
    if typed[:1] != bytes([kind]):
        raise Unable(f"verifier key of {name!r}: it is not of type {kind}, the one that is known here")
    of_length(typed[1:], "the verifier key", HASH)
    computed = hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4]
    need(stated == computed, f"the verifier key says its id is {stated.hex()}, computed {computed.hex()}")
    return VerifierKey(name, stated, typed[1:], text)


def open_note(data, key):
    """The text of a signed note and the names of other signers, once the key has vouched for it."""
    text, empty_line, rest = decode_text(data, NOTE_MAX).rpartition("\n\n")
    need(empty_line, "no empty line stands between text and signatures")
    text += "\n"
    vouched, others, count = False, [], 0
    while rest or not count:
        line, rest = take_line(rest, "a signature line")
        count += 1
        need(count <= SIGNATURES_MAX, f"more than {SIGNATURES_MAX} signatures")
        parts = line.split(" ")
        need(len(parts) == 3 and parts[0] == "\u2014", f"not a signature line: {line!r}")
        check_key_name(parts[1])
        value = decode_base64(parts[2], f"the signature of {parts[1]!r}")
        need(len(value) >= 5, f"the signature of {parts[1]!r} is too short")
        if (parts[1], value[:4]) != (key.name, key.id):
            others.append(parts[1])
            continue
        need(ed25519.verify(key.public_key, text.encode(), value[4:]),
             f"the signature of {key.name!r} is wrong: the text was changed, or another key signed it")
        vouched = True
    need(vouched, f"not signed by the key {key.text}; its signatures name {others}")
    return text, others


@dataclasses.dataclass(frozen=True)
class Checkpoint:
    origin: str
    size: int
    root: bytes
    time: str | None
    index: str | None
    unknown: tuple  # extension lines without a meaning here


def open_checkpoint(data, key):
    origin, rest = take_line(open_note(data, key)[0], "the origin")
    size_text, rest = take_line(rest, "the size")
    root_text, rest = take_line(rest, "the root")
    size = decode_number(size_text, "the size")
    root = decode_base64(root_text, "the root", HASH)
    need(origin == key.name, f"the origin is {origin!r}, the key is that of {key.name!r}")
    need(size or root == Tree().root(), "the checkpoint is of 0 entries and its root is not that of no entries")
    known, unknown = {}, []
    while rest:
        line, rest = take_line(rest, "an extension line")
        name, space, value = line.partition(" ")
        need(line, "an empty line stands among the extension lines")
        if not space or name not in ("index", "time"):
            unknown.append(line)
            continue
        need(name not in known, f"extension line {name!r} stands twice")
        known[name] = check_time(value) if name == "time" else decode_base64(
            value, "the root of the index", HASH).hex()
    return Checkpoint(origin, size, root, known.get("time"), known.get("index"), tuple(unknown))


# The tree

def leaf_hash(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """RFC 6962, section 2.1, for leaves that come one by one: the roots of the perfect subtrees that
    cover them, largest first, one for each set bit of the size."""

    def __init__(self):
        self.size = 0
        self.subtrees = []

    def append(self, leaf):
        carry = self.size
        while carry & 1:
            leaf = node_hash(self.subtrees.pop(), leaf)
            carry >>= 1
        self.subtrees.append(leaf)
        self.size += 1

    def root(self):
        if not self.subtrees:
            return hashlib.sha256(b"").digest()
        root = self.subtrees[-1]
        for left in reversed(self.subtrees[:-1]):
            root = node_hash(left, root)
        return root


def climb(i, last, seed, siblings):
    """The roots to which the siblings lead from node i of a level that ends in node `last`: of all that
    ends with the node, and of the whole tree (RFC 6962, sections 2.1.1 and 2.1.2)."""
    old = new = seed
    for sibling in siblings:
        need(last, "there are more hashes than the way to the root has")
        if i & 1 or i == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            while i and not i & 1:
                i, last = i >> 1, last >> 1
        else:
            new = node_hash(new, sibling)
        i, last = i >> 1, last >> 1
    need(not last, "there are fewer hashes than the way to the root has")
    return old, new


# Proof files

@dataclasses.dataclass(frozen=True)
class Inclusion:
    index: int
    entry: bytes
    checkpoint: Checkpoint


@dataclasses.dataclass(frozen=True)
class Consistency:
    old: Checkpoint
    new: Checkpoint


def check_proof(data, key, older=None):
    """The Inclusion or Consistency that a proof file proves; Wrong where it proves nothing.  `older`: the key of
    the older of two checkpoints, where it is another one."""
    kind, rest = take_line(decode_text(data, PROOF_FILE_MAX), "its first line")
    if kind not in (INCLUSION, CONSISTENCY):
        raise Unable(f"the first line {kind[:80]!r} is of no kind of proof that is known here: it is no "
                     "proof, or a newer one")
    return _check_inclusion(rest, key) if kind == INCLUSION else _check_consistency(rest, key, older)


def take_value(text, name):
    line, rest = take_line(text, f"its line {name!r}")
    need(line.startswith(name + " "), f"the line {name!r} is missing, found {line[:80]!r}")
    return line[len(name) + 1:], rest


def take_hashes(text, limit=PROOF_HASHES_MAX):
    hashes = []
    while True:
        line, text = take_line(text, "the empty line after the hashes")
        if not line:
            return hashes, text
        need(len(hashes) < limit, f"more than {limit} hashes")
        hashes.append(decode_base64(line, f"hash {len(hashes)}", HASH))


def open_part(text, key, which):
    try:
        return open_checkpoint(text.encode(), key)
    except Wrong as wrong:
        raise Wrong(f"{which}: {wrong}") from None


def open_two(text, key, older=None):
    parts = text.split("\n\n")
    need(len(parts) == 4, "two checkpoints must stand at the end, with an empty line between them")
    return (open_part(f"{parts[0]}\n\n{parts[1]}\n", older or key, "old checkpoint"),
            open_part(f"{parts[2]}\n\n{parts[3]}", key, "new checkpoint"))


def _check_inclusion(text, key):
    value, text = take_value(text, "extra")
    entry = decode_base64(value, "the entry")
    value, text = take_value(text, "index")
    index = decode_number(value, "the index")
    hashes, text = take_hashes(text)
    signed = open_part(text, key, "checkpoint")
    need(HASH < len(entry) <= ENTRY_MAX,
         f"the entry has {len(entry)} bytes, allowed are {HASH + 1} to {ENTRY_MAX}")
    need(index < signed.size, f"entry {index} is not among the {signed.size} of the checkpoint")
    root = climb(index, signed.size - 1, leaf_hash(entry), hashes)[1]
    need(root == signed.root, f"the entry and the hashes lead to the root {root.hex()}, signed is "
                              f"{signed.root.hex()}: this entry does not stand there")
    return Inclusion(index, entry, signed)


def _check_consistency(text, key, older):
    stated = []
    for name in ("old", "new"):
        value, text = take_value(text, name)
        size, _, root = value.partition(" ")
        stated.append((decode_number(size, f"the {name} size"),
                       decode_base64(root, f"the {name} root", HASH)))
    hashes, text = take_hashes(text)
    old, new = open_two(text, key, older)
    for name, line, signed in (("old", stated[0], old), ("new", stated[1], new)):
        need(line == (signed.size, signed.root),
             f"the line {name!r} does not say what the {name} checkpoint says")
    need(0 < old.size <= new.size, f"nothing can be proved from size {old.size} to size {new.size}")
    if old.size == new.size:
        need(not hashes and old.root == new.root, f"two roots are signed for size {old.size}, or there "
                                                  "are needless hashes: keep both checkpoints")
        return Consistency(old, new)
    i, last = old.size - 1, new.size - 1
    while i & 1:
        i, last = i >> 1, last >> 1
    need(not i or hashes, "there are no hashes")
    first, way = (hashes[0], hashes[1:]) if i else (old.root, hashes)
    for name, computed, signed in zip(("old", "new"), climb(i, last, first, way), (old, new)):
        need(computed == signed.root,
             f"the hashes lead to the {name} root {computed.hex()}, signed is {signed.root.hex()}: the "
             "newer ledger does not begin with the older one")
    return Consistency(old, new)
