"""Cosignatures of witnesses, the policy that says how many are enough, and contradictions:
docs/format/witness.md."""
import dataclasses
import datetime

import ed25519
from formats import (NOTE_MAX, SIZE_MAX, VerifierKey, Wrong, decode_base64, decode_text, open_checkpoint,
                     parse_key, take_line)

WITNESS = 4  # type of a witness's key
POLICY_MAX = 1_000_000
SECONDS_MAX = 253_402_300_799
CONTRADICTION = "sinetti.fi/contradiction@v1"


@dataclasses.dataclass(frozen=True)
class Policy:
    logs: tuple
    members: dict  # name to the VerifierKey of a witness, or to (threshold, names) of a group
    quorum: str  # a name, or "none"

    def log_of(self, data):
        """The log of the policy that the origin line of a checkpoint names; nothing is believed yet."""
        origin = take_line(decode_text(data, NOTE_MAX), "the origin")[0]
        for key in self.logs:
            if key.name == origin:
                return key
        raise Wrong(f"the policy names no log {origin!r}")

    def met(self, names, member=None):
        member = member or self.quorum
        if member == "none" or member in names:
            return True
        if isinstance(self.members[member], VerifierKey):
            return False
        threshold, below = self.members[member]
        return sum(self.met(names, one) for one in below) >= threshold

    def words(self, member=None):
        member = member or self.quorum
        if member == "none" or isinstance(self.members[member], VerifierKey):
            return member
        threshold, below = self.members[member]
        return f"{threshold} of ({', '.join(map(self.words, below))})"


def parse_policy(data):
    if len(data) > POLICY_MAX:
        raise Wrong(f"policy: more than {POLICY_MAX} bytes")
    if data and not data.endswith(b"\n"):
        raise Wrong("policy: its last line does not end")
    reader = _Reader()
    for number, line in enumerate(data.split(b"\n")[:-1], 1):
        try:
            reader.line(line)
        except Wrong as wrong:
            raise Wrong(f"policy, line {number}: {wrong}") from None
    if reader.quorum is None:
        raise Wrong("policy: a line 'quorum NAME' is missing")
    return Policy(tuple(reader.logs), reader.members, reader.quorum)


class _Reader:
    def __init__(self):
        self.logs, self.members, self.quorum = [], {}, None
        self.keys, self.used = set(), set()

    def line(self, line):
        if any(octet < 32 and octet != 9 or octet == 127 for octet in line):
            raise Wrong("a control character")
        # Names are octets without a meaning here; only space and tab separate.
        items = line.decode("utf-8", "surrogateescape").replace("\t", " ").split(" ")
        items = [item for item in items if item]
        if not items or items[0].startswith("#"):
            return
        kind, items = items[0], items[1:]
        if kind == "log" and 1 <= len(items) <= 2:
            self.logs.append(self.key(items[0], 1))
        elif kind == "witness" and 2 <= len(items) <= 3:
            self.define(items[0], self.key(items[1], WITNESS))
        elif kind == "group" and len(items) >= 3:
            self.define(items[0], self.group(items[1], items[2:]))
        elif kind == "quorum" and len(items) == 1 and self.quorum is None:
            self.quorum = items[0] if items[0] == "none" else self.known(items[0])
        else:
            raise Wrong(f"not a line of a policy, or one too many: {kind!r}")

    def key(self, text, kind):
        key = parse_key(text, kind)
        if key.public_key in self.keys:
            raise Wrong(f"the key of {key.name!r} stands in the policy twice")
        self.keys.add(key.public_key)
        return key

    def known(self, name):
        if name not in self.members:
            raise Wrong(f"no line before it defines {name!r}")
        return name

    def define(self, name, member):
        if name == "none" or name in self.members:
            raise Wrong(f"the name {name!r} is taken")
        self.members[name] = member

    def group(self, threshold, names):
        for name in names:
            if self.known(name) in self.used:
                raise Wrong(f"{name!r} is a member already, and counts only once")
            self.used.add(name)
        if threshold in ("all", "any"):
            return len(names) if threshold == "all" else 1, names
        if not (threshold.isascii() and threshold.isdecimal() and threshold[0] != "0"
                and len(threshold) < 10 and int(threshold) <= len(names)):
            raise Wrong(f"of {len(names)} members, {threshold} cannot be asked for")
        return int(threshold), names


def check_cosignature(text, value, key):
    """The time that the witness signed together with the text."""
    seconds = int.from_bytes(value[:8], "big")
    message = f"cosignature/v1\ntime {seconds}\n{text}".encode()
    if seconds > SECONDS_MAX or not ed25519.verify(key.public_key, message, value[8:]):
        raise Wrong(f"the cosignature of {key.name!r} is wrong: text or time was changed, or another "
                    "key signed it")
    return seconds


def cosigners(data, policy):
    """Name and time of each witness of the policy that cosigned a note, which somebody has opened."""
    text, _, lines = decode_text(data, NOTE_MAX).rpartition("\n\n")
    found = {}
    for line in lines.split("\n")[:-1]:
        _, name, value = line.split(" ")
        value = decode_base64(value, "a signature")
        for member, key in policy.members.items():
            if isinstance(key, VerifierKey) and (name, value[:4]) == (key.name, key.id):
                seconds = check_cosignature(text + "\n", value[4:], key)
                found[member] = min(seconds, found.get(member, SIZE_MAX))
    return {name: datetime.datetime.fromtimestamp(seconds, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            for name, seconds in found.items()}


def require_quorum(data, policy):
    """Who cosigned a note that somebody has opened; Wrong where they are not enough."""
    found = cosigners(data, policy)
    if not policy.met(found):
        raise Wrong(f"the policy asks for {policy.words()}; cosigned by {', '.join(found) or 'nobody'}")
    return found


def newest_note(data):
    """The checkpoint in which a proof file ends.  The text of a checkpoint has no empty line."""
    parts = data.split(b"\n\n")
    return b"\n\n".join(parts[-2:])


def check_contradiction(data, key):
    """What is wrong with the two checkpoints of a contradiction file, and both."""
    kind, rest = take_line(decode_text(data, 2 * NOTE_MAX + 100), "its first line")
    parts = rest.split("\n\n")
    if kind != CONTRADICTION or not rest.startswith("\n") or len(parts) != 4:
        raise Wrong("not a contradiction file: two checkpoints with an empty line before each")
    first = open_checkpoint(f"{parts[0][1:]}\n\n{parts[1]}\n".encode(), key)
    second = open_checkpoint(f"{parts[2]}\n\n{parts[3]}".encode(), key)
    if first.size == second.size:
        if first.root != second.root:
            return "fork", first, second
        if first.index and second.index and first.index != second.index:
            return "fork of the index", first, second
    elif first.time and second.time:
        small, large = sorted((first, second), key=lambda one: one.size)
        if _moment(small.time) > _moment(large.time):
            return "set back", first, second
    raise Wrong("the two checkpoints can both be true: this proves nothing")


def _moment(text):
    return datetime.datetime.fromisoformat(text)
