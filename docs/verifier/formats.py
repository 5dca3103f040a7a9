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


class Wrong(Exception):
    """What was given is not what it claims to be: exit status 1.  `where` names the first bad place."""

    def __init__(self, what, **where):
        super().__init__(what)
        self.where = where


class Unable(Exception):
    """It cannot be checked (no such file, unknown format, no key): exit status 2."""


# Texts of values

def decode_base64(text, what, length=None):
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        raise Wrong(f"{what} is not base64") from None
    if base64.b64encode(data).decode() != text:
        raise Wrong(f"{what} is not in the one base64 form that is allowed")
    if length is not None and len(data) != length:
        raise Wrong(f"{what} has {len(data)} bytes, not {length}")
    return data


def decode_hex(text, what, length=None):
    if not isinstance(text, str) or not re.fullmatch("(?:[0-9a-f]{2})*", text):
        raise Wrong(f"{what} is not in lower-case hex digits")
    if length is not None and len(text) != 2 * length:
        raise Wrong(f"{what} has {len(text) // 2} bytes, not {length}")
    return bytes.fromhex(text)


def decode_number(text, what):
    if not re.fullmatch("0|[1-9][0-9]{0,18}", text) or int(text) > SIZE_MAX:
        raise Wrong(f"{what} is not a number without sign and leading zeros: {text!r}")
    return int(text)


def check_time(text):
    form = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.(?!000000)\d{6})?Z"
    try:
        if not re.fullmatch(form, text, re.ASCII):
            raise ValueError
        datetime.datetime.fromisoformat(text[:19])
    except ValueError:
        raise Wrong(f"time is not RFC 3339 in UTC, in the one allowed form: {text!r}") from None
    return text


def take_line(text, what):
    line, newline, rest = text.partition("\n")
    if not newline:
        raise Wrong(f"it ends before {what}, or within it")
    return line, rest


def decode_text(data, limit):
    if len(data) > limit:
        raise Wrong(f"it has {len(data)} bytes, the limit is {limit}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Wrong(f"byte {error.start} is not UTF-8") from None
    if re.search("[\x00-\x09\x0b-\x1f]", text):
        raise Wrong("it holds a control character")
    return text


# Keys and notes

@dataclasses.dataclass(frozen=True)
class VerifierKey:
    name: str
    id: bytes
    public_key: bytes
    text: str


def check_key_name(name):
    if not 1 <= len(name.encode()) <= 255 or re.search(r"[+\s\x00-\x1f\x7f-\x9f]", name):
        raise Wrong(f"not a key name: {name!r}")


def parse_key(text):
    parts = text.split("+", 2)
    if len(parts) != 3:
        raise Wrong("a verifier key is NAME+ID+KEY, in one line")
    name = parts[0]
    check_key_name(name)
    stated = decode_hex(parts[1], "the id of the verifier key", 4)
    typed = decode_base64(parts[2], "the verifier key")
    if not typed or typed[0] != ED25519:
        raise Unable(f"verifier key of {name!r}: its type is unknown here; only Ed25519 is known")
    if len(typed) != 1 + HASH:
        raise Wrong(f"the verifier key has {len(typed) - 1} bytes, not {HASH}")
    computed = hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4]
    if stated != computed:
        raise Wrong(f"the verifier key says its id is {stated.hex()}, computed {computed.hex()}")
    return VerifierKey(name, stated, typed[1:], text)


@dataclasses.dataclass(frozen=True)
class Checkpoint:
    origin: str
    size: int
    root: bytes
    time: str | None
    index: str | None
    unknown: tuple  # extension lines without a meaning here


def open_note(data, key):
    """The text of a signed note and the names of other signers, once the key has vouched for it."""
    whole = decode_text(data, NOTE_MAX)
    split = whole.rfind("\n\n")
    if split < 0:
        raise Wrong("no empty line stands between text and signatures")
    text, rest = whole[:split + 1], whole[split + 2:]
    vouched, others, count = False, [], 0
    while rest or not count:
        line, rest = take_line(rest, "a signature line")
        count += 1
        if count > SIGNATURES_MAX:
            raise Wrong(f"more than {SIGNATURES_MAX} signatures")
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "\u2014":
            raise Wrong(f"not a signature line: {line!r}")
        check_key_name(parts[1])
        value = decode_base64(parts[2], f"the signature of {parts[1]!r}")
        if len(value) < 5:
            raise Wrong(f"the signature of {parts[1]!r} is too short")
        if (parts[1], value[:4]) != (key.name, key.id):
            others.append(parts[1])
            continue
        if not ed25519.verify(key.public_key, text.encode(), value[4:]):
            raise Wrong(f"the signature of {key.name!r} is wrong: the text was changed, or another "
                        "key signed it")
        vouched = True
    if not vouched:
        raise Wrong(f"not signed by the key {key.text}; its signatures name {others}")
    return text, others


def open_checkpoint(data, key):
    text, _ = open_note(data, key)
    origin, rest = take_line(text, "the origin")
    size_text, rest = take_line(rest, "the size")
    root_text, rest = take_line(rest, "the root")
    size = decode_number(size_text, "the size")
    root = decode_base64(root_text, "the root", HASH)
    if origin != key.name:
        raise Wrong(f"the origin is {origin!r}, the key is that of {key.name!r}")
    if size == 0 and root != Tree().root():
        raise Wrong("the checkpoint is of 0 entries and its root is not that of no entries")
    known, unknown = {}, []
    while rest:
        line, rest = take_line(rest, "an extension line")
        name, space, value = line.partition(" ")
        if not line:
            raise Wrong("an empty line stands among the extension lines")
        if not space or name not in ("index", "time"):
            unknown.append(line)
            continue
        if name in known:
            raise Wrong(f"extension line {name!r} stands twice")
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


# Proof files

INCLUSION = "c2sp.org/tlog-proof@v1"
CONSISTENCY = "sinetti.fi/consistency-proof@v1"


@dataclasses.dataclass(frozen=True)
class Inclusion:
    index: int
    entry: bytes
    checkpoint: Checkpoint


@dataclasses.dataclass(frozen=True)
class Consistency:
    old: Checkpoint
    new: Checkpoint


def check_proof(data, key):
    """The Inclusion or Consistency that a proof file proves; Wrong where it proves nothing."""
    text = decode_text(data, PROOF_FILE_MAX)
    kind, rest = take_line(text, "its first line")
    if kind == INCLUSION:
        return _check_inclusion(rest, key)
    if kind == CONSISTENCY:
        return _check_consistency(rest, key)
    raise Unable(f"the first line {kind[:80]!r} is of no kind of proof that is known here: it is no "
                 "proof, or a newer one")


def _take_value(text, name):
    line, rest = take_line(text, f"its line {name!r}")
    if not line.startswith(name + " "):
        raise Wrong(f"the line {name!r} is missing, found {line[:80]!r}")
    return line[len(name) + 1:], rest


def _take_hashes(text):
    hashes = []
    while True:
        line, text = take_line(text, "the empty line after the hashes")
        if not line:
            return hashes, text
        if len(hashes) == PROOF_HASHES_MAX:
            raise Wrong(f"more than {PROOF_HASHES_MAX} hashes")
        hashes.append(decode_base64(line, f"hash {len(hashes)}", HASH))


def _open_part(text, key, which):
    try:
        return open_checkpoint(text.encode(), key)
    except Wrong as wrong:
        raise Wrong(f"{which}: {wrong}") from None


def _check_inclusion(text, key):
    value, text = _take_value(text, "extra")
    entry = decode_base64(value, "the entry")
    value, text = _take_value(text, "index")
    index = decode_number(value, "the index")
    hashes, text = _take_hashes(text)
    checkpoint = _open_part(text, key, "checkpoint")
    if not HASH < len(entry) <= ENTRY_MAX:
        raise Wrong(f"the entry has {len(entry)} bytes, allowed are {HASH + 1} to {ENTRY_MAX}")
    if index >= checkpoint.size:
        raise Wrong(f"entry {index} is not among the {checkpoint.size} of the checkpoint")
    result, i, last = leaf_hash(entry), index, checkpoint.size - 1
    for sibling in hashes:
        if last == 0:
            raise Wrong("there are more hashes than the way to the root has")
        if i & 1 or i == last:
            result = node_hash(sibling, result)
            while i and not i & 1:
                i, last = i >> 1, last >> 1
        else:
            result = node_hash(result, sibling)
        i, last = i >> 1, last >> 1
    if last:
        raise Wrong("there are fewer hashes than the way to the root has")
    if result != checkpoint.root:
        raise Wrong(f"the entry and the hashes lead to the root {result.hex()}, signed is "
                    f"{checkpoint.root.hex()}: this entry does not stand there")
    return Inclusion(index, entry, checkpoint)


def _check_consistency(text, key):
    stated = []
    for name in ("old", "new"):
        value, text = _take_value(text, name)
        size, _, root = value.partition(" ")
        stated.append((decode_number(size, f"the {name} size"),
                       decode_base64(root, f"the {name} root", HASH)))
    hashes, text = _take_hashes(text)
    parts = text.split("\n\n")
    if len(parts) != 4:
        raise Wrong("after the hashes must stand two checkpoints, with an empty line between them")
    old = _open_part(f"{parts[0]}\n\n{parts[1]}\n", key, "old checkpoint")
    new = _open_part(f"{parts[2]}\n\n{parts[3]}", key, "new checkpoint")
    for name, (size, root), signed in (("old", stated[0], old), ("new", stated[1], new)):
        if (size, root) != (signed.size, signed.root):
            raise Wrong(f"the line {name!r} does not say what the {name} checkpoint says")
    if not 0 < old.size <= new.size:
        raise Wrong(f"nothing can be proved from size {old.size} to size {new.size}")
    if old.size == new.size:
        if hashes or old.root != new.root:
            raise Wrong(f"two roots are signed for size {old.size}, or there are needless hashes: "
                        "keep both checkpoints")
        return Consistency(old, new)
    i, last = old.size - 1, new.size - 1
    while i & 1:
        i, last = i >> 1, last >> 1
    way = list(hashes)
    if i and not way:
        raise Wrong("there are no hashes")
    first = way.pop(0) if i else old.root
    old_root = new_root = first
    for sibling in way:
        if last == 0:
            raise Wrong("there are more hashes than the way to the root has")
        if i & 1 or i == last:
            old_root, new_root = node_hash(sibling, old_root), node_hash(sibling, new_root)
            while i and not i & 1:
                i, last = i >> 1, last >> 1
        else:
            new_root = node_hash(new_root, sibling)
        i, last = i >> 1, last >> 1
    if last:
        raise Wrong("there are fewer hashes than the way to the root has")
    for name, computed, signed in (("old", old_root, old.root), ("new", new_root, new.root)):
        if computed != signed:
            raise Wrong(f"the hashes lead to the {name} root {computed.hex()}, signed is "
                        f"{signed.hex()}: the newer ledger does not begin with the older one")
    return Consistency(old, new)
