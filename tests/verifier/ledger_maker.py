"""Small ledgers for tests, made here from the format pages: canonical records, chain, tree, signed
checkpoints, proofs and bundles.  The tree is computed by recursion, unlike in the verifier."""
import base64
import hashlib
import json
import pathlib
import struct
import subprocess
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
VERIFIER = REPOSITORY / "docs" / "verifier"
sys.path.insert(0, str(VERIFIER))

import ed25519  # noqa: E402

ORIGIN = "sinetti.example/ledger"
SEED = b"\x2a" * 32
TIME = "2026-03-01T12:00:00Z"
START = 1_767_225_600_000_000  # 2026-01-01T00:00:00Z


# Records

class Struct:
    def __init__(self, data=(), pointers=()):
        self.data, self.pointers = list(data), list(pointers)


class Structs(list):
    """A list of Struct, all of one shape."""


class Pointers(list):
    """A list of lists of bytes (texts)."""


def text(value):
    return value.encode() + b"\0"


def canonical(root):
    """The canonical segment of a Struct whose pointers are Struct, Structs, Pointers, bytes or None."""
    words = [0]

    def place(at, value):
        here = (len(words) - at - 1) << 2 & 0xFFFFFFFF
        if value is None:
            return
        if isinstance(value, Struct):
            words[at] = here | len(value.data) << 32 | len(value.pointers) << 48
            start = len(words)
            words.extend(value.data + [0] * len(value.pointers))
            fill(start, value)
        elif isinstance(value, Structs):
            shape = len(value[0].data), len(value[0].pointers)
            words[at] = here | 1 | 7 << 32 | len(value) * sum(shape) << 35
            words.append(len(value) << 2 | shape[0] << 32 | shape[1] << 48)
            start = len(words)
            for one in value:
                words.extend(one.data + [0] * len(one.pointers))
            for i, one in enumerate(value):
                fill(start + i * sum(shape), one)
        elif isinstance(value, Pointers):
            words[at] = here | 1 | 6 << 32 | len(value) << 35
            start = len(words)
            words.extend([0] * len(value))
            for i, one in enumerate(value):
                place(start + i, one)
        else:
            words[at] = here | 1 | 2 << 32 | len(value) << 35
            padded = value + bytes(-len(value) % 8)
            words.extend(struct.unpack(f"<{len(padded) // 8}Q", padded))

    def fill(start, value):
        for i, child in enumerate(value.pointers):
            place(start + len(value.data) + i, child)

    place(0, root)
    return struct.pack(f"<{len(words)}Q", *words)


def sealed(subject, salt, value):
    """A Sealed struct whose box holds nothing that opens: only its size is as it must be."""
    padded = len(salt) + 4 + len(value)
    box = bytes(range(12)) + bytes([7]) * (padded + -padded % 32 + 16)
    return Struct([], [text(subject), hashlib.sha256(b"\4" + salt + value).digest(), box])


def record(sequence, version, stream, identity, body, source="urn:example", recorded_at=None,
           digest=None, format_word=1 | 1 << 16, envelope=None):
    """A record in its place.  The draft digest is the right one unless another is given."""
    def of(head):
        return canonical(Struct(head + [format_word],
                                [text(source), text(identity), text("example.noted"), text(stream),
                                 envelope, body]))

    if digest is None:
        digest = hashlib.sha256(of([0] * 5)).digest()[:16]
    if recorded_at is None:
        recorded_at = START + sequence
    return of([sequence, version, recorded_at, *struct.unpack("<QQ", digest)])


def note_body(words):
    return Struct([], [text(words)])


# Chain and tree

def leaf(entry):
    return hashlib.sha256(b"\0" + entry).digest()


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def split(count):
    return 1 << (count - 1).bit_length() - 1


def root(leaves):
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    k = split(len(leaves))
    return node(root(leaves[:k]), root(leaves[k:]))


def inclusion(index, leaves):
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if index < k:
        return inclusion(index, leaves[:k]) + [root(leaves[k:])]
    return inclusion(index - k, leaves[k:]) + [root(leaves[:k])]


def consistency(size, leaves, whole=True):
    if size == len(leaves):
        return [] if whole else [root(leaves)]
    k = split(len(leaves))
    if size <= k:
        return consistency(size, leaves[:k], whole) + [root(leaves[k:])]
    return consistency(size - k, leaves[k:], False) + [root(leaves[:k])]


def chain(records):
    """(previous, record) of each entry, and the leaf hashes."""
    entries, leaves, previous = [], [], bytes(32)
    for one in records:
        entries.append((previous, one))
        previous = leaf(previous + one)
        leaves.append(previous)
    return entries, leaves


# Keys, notes, files

def b64(data):
    return base64.b64encode(data).decode()


class Signer:
    """Ed25519 signing as in RFC 8032, section 5.1.6.  Slow and not for secrets: tests only."""

    def __init__(self, seed=SEED, name=ORIGIN):
        digest = hashlib.sha512(seed).digest()
        number = int.from_bytes(digest[:32], "little")
        self.scalar = number & (1 << 254) - 8 | 1 << 254
        self.prefix = digest[32:]
        self.public = ed25519.encode(ed25519.combine(self.scalar, ed25519.BASE, 0, ed25519.BASE))
        self.name = name
        typed = b"\1" + self.public
        self.id = hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4]
        self.key = f"{name}+{self.id.hex()}+{b64(typed)}"

    def sign(self, message):
        order, base = ed25519.ORDER, ed25519.BASE
        nonce = int.from_bytes(hashlib.sha512(self.prefix + message).digest(), "little") % order
        r = ed25519.encode(ed25519.combine(nonce, base, 0, base))
        k = int.from_bytes(hashlib.sha512(r + self.public + message).digest(), "little") % order
        return r + ((nonce + k * self.scalar) % order).to_bytes(32, "little")

    def note(self, words):
        return f"{words}\n\u2014 {self.name} {b64(self.id + self.sign(words.encode()))}\n"

    def checkpoint(self, leaves, size, extensions=f"time {TIME}\n"):
        return self.note(f"{self.name}\n{size}\n{b64(root(leaves[:size]))}\n{extensions}")


def bundle_lines(signer, records, sizes, origin=ORIGIN):
    """The lines of a bundle, as objects."""
    entries, leaves = chain(records)
    lines = [{"kind": "ledger", "format": 1, "origin": origin, "algorithm": "sha256",
              "verifierKey": signer.key, "size": len(records)}]
    lines += [{"kind": "checkpoint", "size": size, "note": signer.checkpoint(leaves, size)}
              for size in sizes]
    lines += [{"kind": "entry", "sequence": i, "previous": previous.hex(), "record": b64(data)}
              for i, (previous, data) in enumerate(entries)]
    return lines


def bundle_bytes(lines):
    return "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"
                   for line in lines).encode()


def inclusion_file(index, records, note):
    entries, leaves = chain(records)
    hashes = "".join(b64(one) + "\n" for one in inclusion(index, leaves))
    return (f"c2sp.org/tlog-proof@v1\nextra {b64(b''.join(entries[index]))}\nindex {index}\n"
            f"{hashes}\n{note}").encode()


def consistency_file(old, new, records, signer):
    leaves = chain(records)[1]
    hashes = "".join(b64(one) + "\n" for one in consistency(old, leaves[:new]))
    return (f"sinetti.fi/consistency-proof@v1\nold {old} {b64(root(leaves[:old]))}\n"
            f"new {new} {b64(root(leaves[:new]))}\n{hashes}\n{signer.checkpoint(leaves, old)}\n"
            f"{signer.checkpoint(leaves, new)}").encode()


# The program and the pages

def verify(*arguments):
    """Runs verify.py as a user does."""
    return subprocess.run([sys.executable, "-B", VERIFIER / "verify.py", *map(str, arguments)],
                          capture_output=True, encoding="utf-8", check=False)


def example(page, name):
    """The block under `<!-- example: NAME -->` of a page in docs/format."""
    whole = (REPOSITORY / "docs" / "format" / page).read_text(encoding="utf-8")
    after = whole.split(f"<!-- example: {name} -->\n", 1)[1]
    return after.split("\n", 1)[1].split("```", 1)[0]
