"""The verifiable index, as docs/format/index.md says: the keys of a record, what the index says of each key,
and the Merkle map of all keys.
"""
import pathlib
import re

from answer import EMPTY, NOTHING, bit, fold, key_hash, map_leaf, map_node
from formats import Unable, need
from record import read_text

ENVELOPE_KINDS = {6: "provider", 7: "unit", 8: "matter", 9: "contract", 10: "client"}
FIELDS = pathlib.Path(__file__).parent / "index_fields.txt"
STEP = re.compile(r"(?:(\d+)=(\d+)\?)?(\d+)(\[\])?")


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
