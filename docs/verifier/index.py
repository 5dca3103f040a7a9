"""The verifiable index, as docs/format/index.md says: the keys of a record, what the index says of each key,
and the Merkle map of all keys.
"""
import hashlib
import pathlib
import re

from formats import HASH, Unable, need
from record import DATA_WORDS, POINTERS, list_tag, pointer_offset

EMPTY = bytes(HASH)
DEPTH_MAX = 8 * HASH
ENVELOPE_KINDS = {6: "provider", 7: "unit", 8: "matter", 9: "contract", 10: "client"}
ENVELOPE, BODY = 4, 5  # pointers of a record
FIELDS = pathlib.Path(__file__).parent / "index_fields.txt"
STEP = re.compile(r"(?:(\d+)=(\d+)\?)?(\d+)(\[\])?")


def key_hash(key):
    return hashlib.sha256(key.encode()).digest()


def fold(state, leaf):
    """(count, head) with one more event."""
    count, head = state
    return count + 1, hashlib.sha256(b"\x03" + head + leaf).digest()


NOTHING = (0, EMPTY)


def map_leaf(key, state):
    return hashlib.sha256(b"\x06" + key + state[0].to_bytes(8, "big") + state[1]).digest()


def map_node(left, right):
    return hashlib.sha256(b"\x05" + left + right).digest()


def bit(key, depth):
    return key[depth // 8] >> (7 - depth % 8) & 1


class Map:
    """The map of all keys.  A subtree is None, one (key hash, state), or [left, right, hash or None]."""

    def __init__(self):
        self.tree = None

    def put(self, key, state):
        self.tree = self._put(self.tree, key, state, 0)

    def root(self):
        return self._hash(self.tree)

    def _put(self, tree, key, state, depth):
        if tree is None or isinstance(tree, tuple) and tree[0] == key:
            return key, state
        if isinstance(tree, tuple):
            tree = self._put([None, None, None], *tree, depth)
        side = bit(key, depth)
        tree[side] = self._put(tree[side], key, state, depth + 1)
        tree[2] = None
        return tree

    def _hash(self, tree):
        if tree is None:
            return EMPTY
        if isinstance(tree, tuple):
            return map_leaf(*tree)
        tree[2] = tree[2] or map_node(self._hash(tree[0]), self._hash(tree[1]))
        return tree[2]


def check_map_proof(key, state, siblings, other, root):
    """That the map with `root` says `state` of the key hash `key`; `other` is None or (key hash, state)."""
    steps = len(siblings)
    need(steps <= DEPTH_MAX and siblings[:1] != [EMPTY], "the way through the map is not one that a map has")
    result = map_leaf(key, state)
    if state[0]:
        need(not other, "another key stands where the key should")
    else:
        need(state[1] == EMPTY, "a key without events has a head of zeros")
        need(not other or other[0] != key and other[1][0], "the key that stands in its place is no other one")
        need(not other or all(bit(other[0], i) == bit(key, i) for i in range(steps)),
             "the other key does not stand on the way of this one")
        result = map_leaf(*other) if other else EMPTY
    for i, sibling in enumerate(siblings):
        result = map_node(sibling, result) if bit(key, steps - 1 - i) else map_node(result, sibling)
    need(result == root, f"the way through the map leads to {result.hex()}, signed is {root.hex()}")


# Keys of a record

def _read_table():
    table = {}
    for line in FIELDS.read_text("utf-8").partition("\n\n")[2].splitlines():
        name, version, *fields = line.split(" ")
        table[name] = int(version), [tuple(field.split(":", 1)) for field in fields]
    return table


class _Struct:
    """A struct of a record that read_record has passed; pointers lead only to what is there."""

    def __init__(self, data, start, data_words, pointers):
        self.data, self.start, self.data_words, self.pointers = data, start, data_words, pointers

    def number16(self, position):
        at = 8 * self.start + 2 * position
        return int.from_bytes(self.data[at:at + 2], "little") if position < 4 * self.data_words else 0

    def follow(self, number):
        """What a pointer leads to: None, text, _Struct, or a list of texts or of _Structs."""
        return self._object(self.start + self.data_words + number) if number < self.pointers else None

    def _word(self, at):
        return int.from_bytes(self.data[8 * at:8 * at + 8], "little")

    def _object(self, at):
        word = self._word(at)
        if not word:
            return None
        start = at + 1 + pointer_offset(word)
        if word & 3 == 0:
            return _Struct(self.data, start, word >> 32 & 0xFFFF, word >> 48)
        element, count = word >> 32 & 7, word >> 35
        if element == 2:
            return self.data[8 * start:8 * start + count - 1].decode("utf-8")
        if element == 6:
            return [self._object(start + i) for i in range(count)]
        if element != 7:
            return None
        count, words, pointers = list_tag(self._word(start))
        return [_Struct(self.data, start + 1 + i * (words + pointers), words, pointers)
                for i in range(count)]


def _walk(struct, steps):
    if struct is None:
        return
    guard, value, number, is_list = steps[0]
    if guard and struct.number16(int(guard)) != int(value):
        return
    found = struct.follow(int(number))
    for one in (found or []) if is_list else [found]:
        if len(steps) > 1:
            yield from _walk(one, steps[1:])
        elif one:
            yield one


class Keys:
    """The keys of records: a set of texts `kind:value` for each."""

    def __init__(self):
        self.table = _read_table()

    def of(self, data, record):
        version, fields = self.table.get(record.type, (0, ()))
        if record.type_version > version:
            raise Unable(f"version {record.type_version} of type {record.type!r} is unknown here: a newer "
                         "index_fields.txt is needed to know its keys")
        root = _Struct(data, 1, DATA_WORDS, POINTERS)
        keys = {f"type:{record.type}", f"stream:{record.stream}"}
        envelope, body = root.follow(ENVELOPE), root.follow(BODY)
        if envelope:
            for number, kind in ENVELOPE_KINDS.items():
                if value := envelope.follow(number):
                    keys.add(f"{kind}:{value}")
        for kind, way in fields:
            steps = [STEP.fullmatch(step).groups() for step in way.split(".")]
            keys.update(f"{kind}:{value}" for value in _walk(body, steps) if value)
        return keys


class Index:
    """The index over records that come one by one."""

    def __init__(self):
        self.keys = Keys()
        self.states = {}  # key hash to (count, head)
        self.changed = set()  # not yet in the map
        self.map = Map()

    def append(self, data, record, leaf):
        for key in self.keys.of(data, record):
            place = key_hash(key)
            self.states[place] = fold(self.states.get(place, NOTHING), leaf)
            self.changed.add(place)

    def root(self):
        while self.changed:
            place = self.changed.pop()
            self.map.put(place, self.states[place])
        return self.map.root()
