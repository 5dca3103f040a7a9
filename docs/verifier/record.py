"""A record: one canonical Cap'n Proto segment, as docs/format/event.md says (the encoding is published at
capnproto.org/encoding.html).  Its header is read by name; of its body only the structure is, without any
schema of event types: every pointer in canonical order, every byte used, and where sealed values are
(docs/format/sealing.md).
"""
import dataclasses
import datetime
import hashlib
import struct

from formats import Unable, Wrong, need

FORMAT = 1
DATA_WORDS = 6
POINTERS = 6
RECORD_MAX = 65_496
DEPTH_MAX = 64
LIST_MAX = 4096
HEADER_END = 48  # bytes 8 to 47 are given by the ledger when the event gets its place
EMPTY_STRUCT = 0xFFFFFFFC
ELEMENT_BITS = (0, 1, 8, 16, 32, 64, 64)
EPOCH = datetime.datetime(1970, 1, 1)


@dataclasses.dataclass(frozen=True)
class Sealed:
    subject: str
    commitment: str  # hex


@dataclasses.dataclass(frozen=True)
class Record:
    sequence: int
    stream_version: int
    recorded_at: int  # microseconds since 1970
    draft_digest: bytes
    type_version: int
    source: str
    id: str
    type: str
    stream: str
    sealed: tuple
    computed_digest: bytes  # what draft_digest must be where nothing is sealed
    envelope: tuple | None  # structs: their data, and what their pointers lead to
    body: tuple


def format_time(micros):
    try:
        return (EPOCH + datetime.timedelta(microseconds=micros)).isoformat() + "Z"
    except OverflowError:
        return f"{micros} microseconds since 1970"


class _Walk:
    """Reads a message in canonical order: each object begins where the one before it ended."""

    def __init__(self, data):
        self.data = data
        self.words = struct.unpack(f"<{len(data) // 8}Q", data)
        self.next = 1
        self.sealed = []

    def need(self, holds, word, what):
        if not holds:
            raise Wrong(f"record, byte {8 * word}: {what}")

    def claim(self, at, offset, words):
        start = at + 1 + offset
        self.need(start == self.next, at, "the pointer does not lead to the next object in canonical order")
        self.need(words <= len(self.words) - start, at, "the pointer leads beyond the end of the record")
        self.next += words
        return start

    def pointer(self, at, depth):
        """What the pointer leads to: None, the bytes of a list of bytes, a struct as (data, what its
        pointers lead to), a list of what its pointers lead to or of structs, or () for other lists."""
        word = self.words[at]
        if word == 0:
            return None
        self.need(depth <= DEPTH_MAX, at, f"nested deeper than {DEPTH_MAX}")
        self.need(word & 3 < 2, at, "a pointer out of the segment or to a capability")
        offset = (word & 0xFFFFFFFF) >> 2
        if offset >= 1 << 29:
            offset -= 1 << 30
        if word & 3 == 0:
            return self.struct(at, offset, word >> 32 & 0xFFFF, word >> 48, depth)
        return self.list(at, offset, word >> 32 & 7, word >> 35, depth)

    def struct(self, at, offset, data, pointers, depth):
        if data == pointers == 0:
            self.need(self.words[at] == EMPTY_STRUCT, at, "the empty struct is not in canonical form")
            return b"", []
        start = self.claim(at, offset, data + pointers)
        for size, last, name in ((data, start + data - 1, "data word is zero"),
                                 (pointers, start + data + pointers - 1, "pointer is null")):
            self.need(not size or self.words[last], last, f"the last {name} in a struct: not canonical")
        return self.fields(start, data, pointers, depth)

    def fields(self, start, data, pointers, depth):
        values = [self.pointer(start + data + i, depth + 1) for i in range(pointers)]
        if data == 0 and pointers == 3 and all(isinstance(value, bytes) for value in values):
            self.note_sealed(*values)
        return self.data[8 * start:8 * (start + data)], values

    def note_sealed(self, subject, commitment, box):
        """A struct of this shape is a sealed value: subject, commitment, and a box of nonce (12),
        salt, length and value padded to a multiple of 32, and tag (16)."""
        if len(commitment) == 32 and len(box) >= 60 and (len(box) - 28) % 32 == 0:
            if subject.endswith(b"\0") and b"\0" not in subject[:-1]:
                name = subject[:-1].decode("utf-8", "replace")
                self.sealed.append(Sealed(name, commitment.hex()))

    def list(self, at, offset, element, count, depth):
        if element == 7:
            return self.struct_list(at, offset, count, depth)
        self.need(count, at, "a list without elements has a pointer")
        bits = count * ELEMENT_BITS[element]
        words = (bits + 63) // 64
        start = self.claim(at, offset, words)
        if element == 6:
            return [self.pointer(start + i, depth + 1) for i in range(count)]
        self.need(not bits % 64 or not self.words[start + words - 1] >> bits % 64, start + words - 1,
                  "the padding behind a list is not zero")
        return self.data[8 * start:8 * start + count] if element == 2 else ()

    def struct_list(self, at, offset, words, depth):
        start = self.claim(at, offset, 1 + words)
        tag = self.words[start]
        count, data, pointers = (tag & 0xFFFFFFFF) >> 2, tag >> 32 & 0xFFFF, tag >> 48
        size = data + pointers
        self.need(not tag & 3 and 0 < count <= LIST_MAX and count * size == words, start,
                  "the tag of a list of structs does not fit the list")
        firsts = [start + 1 + i * size for i in range(count)]
        for part, last in ((data, data - 1), (pointers, size - 1)):
            self.need(not part or any(self.words[first + last] for first in firsts), start,
                      "the structs of a list are larger than canonical")
        return [self.fields(first, data, pointers, depth) for first in firsts]


def read_text(value, name):
    try:
        if isinstance(value, bytes) and len(value) > 1 and value[-1] == 0 and 0 not in value[:-1]:
            return value[:-1].decode("utf-8")
    except UnicodeDecodeError:
        pass
    raise Wrong(f"record: its {name} is not a text, or an empty one")


def read_record(data):
    """The Record of these bytes; Wrong where they are none, Unable where they are of a newer format."""
    least = 8 * (1 + DATA_WORDS + POINTERS)
    need(len(data) % 8 == 0 and least <= len(data) <= RECORD_MAX, f"record: it has {len(data)} bytes; "
         f"allowed are whole words of 8, from {least} to {RECORD_MAX}")
    walk = _Walk(data)
    words = walk.words
    format_, type_version = words[6] & 0xFFFF, words[6] >> 16 & 0xFFFF
    shape = (words[0] & 0xFFFFFFFF, words[0] >> 32 & 0xFFFF, words[0] >> 48)
    if shape[0] == 0 and shape[1] >= DATA_WORDS and format_ > FORMAT:
        raise Unable(f"record: format {format_} is newer than this program, which knows {FORMAT}")
    walk.need(shape == (0, DATA_WORDS, POINTERS), 0, "the root is not that of a record")
    walk.need(format_ == FORMAT and type_version and not words[6] >> 48, 6,
              "format, type version or what follows them is wrong")
    walk.next = 1 + DATA_WORDS
    start = walk.claim(0, DATA_WORDS, POINTERS)
    walk.need(words[start + POINTERS - 1], start + POINTERS - 1, "the record has no body")
    values = [walk.pointer(start + i, 1) for i in range(POINTERS)]
    walk.need(walk.next == len(words), walk.next, "bytes follow that belong to nothing")
    names = ("source", "id", "type", "stream")
    texts = [read_text(value, name) for value, name in zip(values, names)]
    computed = hashlib.sha256(data[:8] + bytes(HEADER_END - 8) + data[HEADER_END:]).digest()[:16]
    recorded_at = words[3] - (words[3] >> 63 << 64)
    return Record(words[1], words[2], recorded_at, data[32:48], type_version, *texts,
                  tuple(walk.sealed), computed, *values[4:])


def event_facts(event):
    return {"type": event.type, "source": event.source, "id": event.id, "stream": event.stream,
            "streamVersion": event.stream_version, "recordedAt": format_time(event.recorded_at),
            "sealed": [dataclasses.asdict(sealed) for sealed in event.sealed]}


def event_lines(event):
    return [f"event       {event.type!r}, source {event.source!r}, id {event.id!r}, stream "
            f"{event.stream!r} version {event.stream_version}, recorded "
            f"{format_time(event.recorded_at)}"] + [
            f"sealed      for {s.subject!r}: commitment {s.commitment}" for s in event.sealed]
