"""Actors and what they signed, as docs/format/actor.md says: keys in force, signatures of batches, and
what must be signed.  Entries come by once; what they say is judged when all revocations are known.
"""
import base64
import collections
import datetime
import hashlib

import ed25519
from formats import Wrong, need, parse_key
from record import HEADER_END, format_time, read_text

HEADER = "sinetti.fi/batch-signature@v1"
STREAM = "actors"
EVENTS_MAX = 1_000_000
TYPES = ("actor.registered", "actor.keyRotated", "actor.keyRevoked", "signature.policySet", "batch.signed")
COMPROMISED = 2
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def draft_record_hash(data):
    """Of a record without what the ledger gave it."""
    return hashlib.sha256(data[:8] + bytes(HEADER_END - 8) + data[HEADER_END:]).digest()


def message(origin, actor, hashes):
    lines = [HEADER, f"origin {origin}", f"actor {actor}", f"count {len(hashes)}"]
    return "".join(line + "\n" for line in lines + [base64.b64encode(one).decode() for one in hashes]).encode()


def micros(text):
    return (datetime.datetime.fromisoformat(text) - EPOCH) // datetime.timedelta(microseconds=1)


class _Key:
    def __init__(self, key, since):
        self.key, self.since, self.replaced = key, since, None


class Actors:
    """see() every entry in order, then finish()."""

    def __init__(self, origin):
        self.origin = origin
        self.recent = collections.deque(maxlen=EVENTS_MAX)  # hashes since the last signature
        self.given = {}  # (actor, key id) to the key, as far as read
        self.changes = []  # (sequence, what, ...) in order
        self.revoked = {}  # (actor, key id) to the moment after which nothing counts
        self.policies = []  # (sequence, from, types)
        self.demanded = []  # (sequence, type, policy)
        self.signatures = self.events = 0

    def see(self, record, data):
        if record.type in TYPES:
            try:
                self._take(record, *record.body)
            except (ValueError, TypeError):
                raise Wrong(f"its body is not that of {record.type!r}") from None
        if record.type == "batch.signed":
            return self.recent.clear()
        for sequence, moment, types in reversed(self.policies):
            if sequence < record.sequence and moment <= record.recorded_at:
                if any(record.type == one or one.endswith(".") and record.type.startswith(one) for one in types):
                    self.demanded.append((record.sequence, record.type, sequence))
                break
        self.recent.append(draft_record_hash(data))

    def _take(self, record, data, values):
        number = int.from_bytes(data[:2], "little")
        values = (list(values) + [None] * 3)[:3]
        types = values.pop(0) or [] if record.type == "signature.policySet" else None
        text = [read_text(value, "text") if value else "" for value in values]
        if record.type == "batch.signed":
            return self._signature(record, *text, int.from_bytes(data[:4], "little"))
        need(record.stream == STREAM, f"it stands in the stream {record.stream!r} and counts only in {STREAM!r}")
        if record.type == "signature.policySet":
            need(isinstance(types, list), "its types are no list")
            self.policies.append((record.sequence, micros(text[0]) if text[0] else -2**63,
                                  [read_text(one, "type") for one in types]))
        elif record.type == "actor.keyRevoked":
            moment = micros(text[2])
            if number != COMPROMISED:
                moment = max(moment, record.recorded_at)
            name = text[0], text[1]
            need(name in self.given, f"actor {text[0]!r} has no key {text[1]!r}")
            self.revoked[name] = min(moment, self.revoked.get(name, moment))
        else:
            key = parse_key(text[1])
            need(key.name == text[0], f"the key is that of {key.name!r}, the actor is {text[0]!r}")
            need((key.name, key.id.hex()) not in self.given, "a key does not come back")
            self.given[key.name, key.id.hex()] = key
            what = "new" if record.type == "actor.registered" else "recovery" if number & 1 else "rotation"
            self.changes.append((record.sequence, what, key))

    def _signature(self, record, actor, key_id, signature, count):
        """Whether it verifies can be said at once, whether the key was in force only at the end."""
        need(0 < count <= len(self.recent), f"it says that it signs {count} events, there are "
             f"{len(self.recent)} between it and the signature before")
        key = self.given.get((actor, key_id))
        need(key, f"the key {key_id!r} of {actor!r} was never registered")
        hashes = list(self.recent)[-count:]
        need(ed25519.verify(key.public_key, message(self.origin, actor, hashes),
                            base64.b64decode(signature, validate=True)),
             f"it is no signature of the {count} events before it by {actor!r}, key {key_id}")
        self.signatures += 1
        self.events += count
        self.changes.append((record.sequence, "signed", key, count, record.recorded_at))

    def finish(self):
        """Wrong at the first signature that does not count, or the first that is missing."""
        keys, waiting, signed = {}, [], []
        for sequence, what, key, *more in self.changes:
            known = keys.get(key.name)
            if what == "signed":
                count, recorded_at = more
                _check_key(known, key, sequence, recorded_at, self.revoked)
                signed.append((sequence - count, sequence))
                for one in [one for one in waiting if one[1].name == key.name and one[0] >= sequence - count]:
                    waiting.remove(one)
                    _replace(known, one[1], sequence)
            elif what == "new":
                need(not known, f"actor {key.name!r} is registered already", entry=sequence)
                keys[key.name] = [_Key(key, sequence)]
            else:
                need(known, f"no actor {key.name!r} is registered", entry=sequence)
                if what == "recovery":
                    _replace(known, key, sequence)
                else:
                    waiting.append((sequence, key))
        for sequence, key in waiting:
            raise Wrong(f"the key of {key.name!r} is replaced, and the old key has not signed it", entry=sequence)
        place = 0
        for sequence, type_, policy in self.demanded:
            while place < len(signed) and signed[place][1] <= sequence:
                place += 1
            need(place < len(signed) and signed[place][0] <= sequence, f"an event of type {type_!r} must be "
                 f"signed, as event {policy} demands, and is not", entry=sequence)


def _replace(known, key, sequence):
    known[-1].replaced = sequence
    known.append(_Key(key, sequence))


def _check_key(known, key, sequence, recorded_at, revoked):
    one = next((one for one in known or [] if one.key == key), None)
    who = f"the key {key.id.hex()} of {key.name!r}"
    need(one and one.since < sequence, f"{who} was not in force yet", entry=sequence)
    moment = revoked.get((key.name, key.id.hex()), 2**63)
    need(recorded_at <= moment, f"{who} is revoked from {format_time(moment)}", entry=sequence)
    need(not one.replaced or sequence <= one.replaced, f"{who} was replaced at event {one.replaced}",
         entry=sequence)
