"""Complete answers (docs/format/proof.md): all events of a key between two checkpoints, or that there
are none; and what they need of the map of all keys (docs/format/index.md).  Part of the core."""
import base64
import dataclasses
import hashlib
import re

from formats import (ENTRY_MAX, HASH, Checkpoint, decode_base64, decode_number, decode_text, leaf_hash,
                     need, open_part, open_two, take_hashes, take_line, take_value)

COMPLETE = "sinetti.fi/complete-proof@v1"
FILE_MAX = 512 << 20
EMPTY = bytes(HASH)
DEPTH_MAX = 8 * HASH
NOTHING = (0, EMPTY)  # the state of a key without events


# The map of all keys

def key_hash(key):
    return hashlib.sha256(key.encode()).digest()


def fold(state, leaf):
    """(count, head) with one more event."""
    count, head = state
    return count + 1, hashlib.sha256(b"\x03" + head + leaf).digest()


def map_leaf(key, state):
    return hashlib.sha256(b"\x06" + key + state[0].to_bytes(8, "big") + state[1]).digest()


def map_node(left, right):
    return hashlib.sha256(b"\x05" + left + right).digest()


def bit(key, depth):
    return key[depth // 8] >> (7 - depth % 8) & 1


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


# Answers

@dataclasses.dataclass(frozen=True)
class Complete:
    key: str
    old: Checkpoint | None
    new: Checkpoint
    before: int  # events of the key before the older checkpoint
    leaves: list
    entries: list  # of each leaf, or none at all
    events: tuple = ()  # their records, where complete.py has read them


def _take_state(line, name, words):
    """The values of a line of `words` words, the last two of which are count and head."""
    parts = line.split(" ")
    need(len(parts) == words, f"the line {name!r} has {len(parts)} values, not {words}")
    return parts[0], (decode_number(parts[-2], f"the count at {name!r}"),
                      decode_base64(parts[-1], f"the head at {name!r}", HASH))


def _take_part(text, name):
    """(size, state, siblings, other key) and what follows them."""
    line, text = take_value(text, name)
    size, state = _take_state(line, name, 3)
    other = None
    if text.startswith("other "):
        line, text = take_value(text, "other")
        place, other_state = _take_state(line, "other", 3)
        other = decode_base64(place, "the other key hash", HASH), other_state
    siblings, text = take_hashes(text, DEPTH_MAX)
    return (decode_number(size, f"the size at {name!r}"), state, siblings, other), text


def _take_leaves(text):
    line, text = take_line(text, "its line 'leaves'")
    if line == "leaves":
        return [], text
    value = line.removeprefix("leaves ")
    try:
        data = base64.b85decode(value.encode("ascii"))
    except ValueError:
        data = b""
    need(value != line and data and len(data) % HASH == 0 and base64.b85encode(data).decode() == value,
         "the line 'leaves' does not hold hashes in the one base 85 form")
    return [data[i:i + HASH] for i in range(0, len(data), HASH)], text


def _take_entries(text):
    entries = []
    while not text.startswith("\n"):
        value, text = take_value(text, "entry")
        entries.append(decode_base64(value, f"entry {len(entries) + 1}"))
        need(HASH < len(entries[-1]) <= ENTRY_MAX, f"an entry has {len(entries[-1])} bytes")
    return entries, text[1:]


def _check_part(part, checkpoint, key, name):
    size, state, siblings, other = part
    need(size == checkpoint.size, f"the line {name!r} says {size} entries, its checkpoint {checkpoint.size}")
    need(checkpoint.index, f"the checkpoint of {size} entries carries no index: it proves no complete answer")
    check_map_proof(key_hash(key), state, siblings, other, bytes.fromhex(checkpoint.index))
    return state


def check_answer(data, key, older=None):
    """The Complete answer that a proof file proves; Wrong where it proves nothing.  Every entry in it is
    the one that was folded.  That its record has the key, complete.py looks at."""
    kind, text = take_line(decode_text(data, FILE_MAX), "its first line")
    need(kind == COMPLETE, f"not a complete answer: {kind[:80]!r}")
    name, text = take_value(text, "key")
    need(re.fullmatch("[^:\x7f]+:[^\x7f]+", name), f"not a key: {name!r}")
    place, text = take_value(text, "place")
    need(decode_base64(place, "the key hash", HASH) == key_hash(name),
         f"its line 'place' is not that of the key {name!r}")
    old_part, old, state = None, None, NOTHING
    if text.startswith("from "):
        old_part, text = _take_part(text, "from")
    new_part, text = _take_part(text, "to")
    leaves, text = _take_leaves(text)
    entries, text = _take_entries(text)
    if old_part:
        old, new = open_two(text, key, older)
        state = _check_part(old_part, old, name, "from")
    else:
        new = open_part(text, key, "checkpoint")
    end = _check_part(new_part, new, name, "to")
    need(not old or old.size <= new.size, "the older checkpoint is the larger one")
    before = state[0]
    for leaf in leaves:
        state = fold(state, leaf)
    need(state == end, f"the events shown lead to {state[0]} events with the head {state[1].hex()}, signed are "
                       f"{end[0]} with {end[1].hex()}: one is missing, added, changed or out of order")
    need(len(entries) in (0, len(leaves)), f"there are {len(leaves)} events and {len(entries)} entries")
    for number, (entry, leaf) in enumerate(zip(entries, leaves), 1):
        need(leaf_hash(entry) == leaf, f"entry {number} is not the one whose leaf hash was folded")
    return Complete(name, old, new, before, leaves, entries)
