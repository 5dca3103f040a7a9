"""The verifiable index, as docs/format/index.md says: the keys of a record, what the index says of each key,
and the Merkle map of all keys.
"""
import hashlib
import pathlib
import re

from formats import HASH, Unable, need
from record import read_text

EMPTY = bytes(HASH)
DEPTH_MAX = 8 * HASH
ENVELOPE_KINDS = {6: "provider", 7: "unit", 8: "matter", 9: "contract", 10: "client"}
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


def _walk(struct, steps):
    """The texts to which the steps lead from a struct."""
    need(isinstance(struct, tuple) and struct, "record: a struct is missing on the way to a key")
    (data, values), (guard, value, number, is_list) = struct, steps[0]
    if guard and int.from_bytes(data[2 * int(guard):][:2], "little") != int(value):
        return
    found = values[int(number)] if int(number) < len(values) else None
    need(not is_list or found is None or isinstance(found, list),
         "record: a list is missing on the way to a key")
    for one in (found or []) if is_list else [found]:
        if len(steps) > 1 and one is not None:
            yield from _walk(one, steps[1:])
        elif one is not None:
            yield read_text(one, "key")


class Keys:
    """The keys of records: a set of texts `kind:value` for each."""

    def __init__(self):
        self.table = _read_table()

    def of(self, record):
        version, fields = self.table.get(record.type, (0, ()))
        if record.type_version > version:
            raise Unable(f"version {record.type_version} of type {record.type!r} is unknown here: a newer "
                         "index_fields.txt is needed to know its keys")
        keys = {f"type:{record.type}", f"stream:{record.stream}"}
        ways = [(kind, [(None, None, number, None)]) for number, kind in ENVELOPE_KINDS.items()]
        for kind, steps in ways if record.envelope else ():
            keys.update(f"{kind}:{value}" for value in _walk(record.envelope, steps))
        for kind, way in fields:
            steps = [STEP.fullmatch(step).groups() for step in way.split(".")]
            keys.update(f"{kind}:{value}" for value in _walk(record.body, steps))
        return keys


class Index:
    """The index over records that come one by one."""

    def __init__(self):
        self.keys = Keys()
        self.states = {}  # key hash to (count, head)
        self.changed = set()  # not yet in the map
        self.map = Map()

    def append(self, record, leaf):
        for key in self.keys.of(record):
            place = key_hash(key)
            self.states[place] = fold(self.states.get(place, NOTHING), leaf)
            self.changed.add(place)

    def root(self):
        while self.changed:
            place = self.changed.pop()
            self.map.put(place, self.states[place])
        return self.map.root()
