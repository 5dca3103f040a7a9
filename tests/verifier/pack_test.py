"""Evidence packs made here from docs/format/evidence-pack.md, not by the program: the verifier takes a good
one, and refuses it with any part changed, left out, or taken from elsewhere."""
import base64
import functools
import hashlib
import json
import pathlib
import unittest

import ledger_maker as make
import ed25519
import answer
import index
from formats import Unable, Wrong, parse_key
from pack import check_pack, note_of
from timestamp import token_of

ed25519.verify = functools.lru_cache(maxsize=None)(ed25519.verify)

HERE = pathlib.Path(__file__).resolve().parent
KEY = "matter:M/1"
SAID = {"to": "hallinto-oikeus", "purpose": "valituksen käsittely", "ground": "808/2019:42"}
SCHEMA = """\
type action.started 1 ActionStarted : toimenpide aloitettu | åtgärd påbörjad | action started
struct Record 6 6
  sequence u64 0
struct ActionStarted 0 2
  action text 0 required : toimenpide | åtgärd | action
  startedOn text 1 : alkoi | började | started on
"""


def typed(kind, sequence, stream, envelope, body):
    """A record of a type; the maker's own are all of one."""
    plain = make.text
    make.text = lambda value: plain(kind if value == "example.noted" else value)
    try:
        return make.record(sequence, 1, stream, f"e{sequence}", body, envelope=envelope)
    finally:
        make.text = plain


def parties(**named):
    pointers = [None] * 11
    for name, value in named.items():
        pointers[{"matter": 8, "client": 10}[name]] = make.text(value)
    while pointers and pointers[-1] is None:
        pointers.pop()
    return make.Struct([], pointers) if pointers else None


def started(sequence, action, **named):
    body = make.Struct([], [make.text(action), make.text("2026-03-12")])
    return typed("action.started", sequence, f"action-{sequence}", parties(**named), body)


def exported(sequence, key, said, digest, **named):
    texts = [key, said["purpose"], said["ground"], said["to"], "sinetti.fi/evidence-pack@v1"]
    body = make.Struct([], [*map(make.text, texts), make.Struct([], [None, make.text(digest)])])
    return typed("access.exported", sequence, f"access-{sequence}", parties(**named), body)


def section(name, content):
    data = content if isinstance(content, bytes) else content.encode()
    return f"section {name} {len(data)}\n".encode() + data


class Maker:
    def __init__(self):
        self.signer = make.Signer()
        self.records = [started(0, "a-0", matter="M/1", client="p-1"), started(1, "a-1"),
                        started(2, "a-2", matter="M/1")]

    def answer(self, shown=None):
        entries, leaves = make.chain(self.records)
        map_, states = index.Map(), {}
        keys = {KEY: [0, 2], "stream:action-1": [1], "client:p-1": [0]}
        for key, numbers in keys.items():
            states[key] = answer.NOTHING
            for number in numbers:
                states[key] = answer.fold(states[key], leaves[number])
            map_.put(answer.key_hash(key), states[key])
        note = self.signer.checkpoint(leaves, 3, f"index {make.b64(map_.root())}\ntime {make.TIME}\n")
        count, head = states[KEY]
        siblings, tree, place, depth = [], map_.tree, answer.key_hash(KEY), 0
        while isinstance(tree, list):
            side = answer.bit(place, depth)
            siblings.insert(0, map_._hash(tree[1 - side]))
            tree, depth = tree[side], depth + 1
        shown = [0, 2] if shown is None else shown
        lines = ["sinetti.fi/complete-proof@v1", f"key {KEY}", f"place {make.b64(place)}",
                 f"to 3 {count} {make.b64(head)}", *map(make.b64, siblings), "",
                 "leaves " + "".join(base64.b85encode(leaves[i]).decode() for i in shown),
                 *("entry " + make.b64(b"".join(entries[i])) for i in shown), "", note]
        return "\n".join(lines), note

    def pack(self, said=SAID, readings=None, schema=SCHEMA, clients=("p-1",), record_said=None, answer=None,
             version=2, timestamps="", keys=""):
        text, note = self.answer()
        leaves = make.chain(self.records)[1]
        events = readings or [
            {"type": "action.started", "stream": f"action-{i}", "sequence": i, "leaf": leaves[i].hex(),
             "data": {"action": f"a-{i}", "startedOn": "2026-03-12"}} for i in (0, 2)]
        manifest = f"sinetti.fi/evidence-pack@v{version}\n"
        manifest += "".join(f"{name} {value}\n" for name, value in said.items())
        later = (("timestamps", timestamps), ("keys", keys)) if version == 2 else ()
        manifest = manifest.encode() + b"".join(
            section(name, content) for name, content in (
                ("summary.fi", "Yhteenveto.\n"), ("summary.sv", "Sammanfattning.\n"), ("summary.en", "Summary.\n"),
                ("events", "".join(json.dumps(event) + "\n" for event in events)), ("schema", schema),
                ("documents", ""), ("answer", answer or text), *later))
        digest = hashlib.sha256(manifest).hexdigest()
        records = self.records + [exported(3 + i, KEY, record_said or said, digest, client=client)
                                  for i, client in enumerate(clients)]
        size, leaves = len(records), make.chain(records)[1]
        later = self.signer.checkpoint(leaves, size)
        hashes = "".join(make.b64(one) + "\n" for one in make.consistency(3, leaves))
        between = (f"sinetti.fi/consistency-proof@v1\nold 3 {make.b64(make.root(leaves[:3]))}\n"
                   f"new {size} {make.b64(make.root(leaves))}\n{hashes}\n{note}\n{later}")
        proofs = [section("recorded", make.inclusion_file(i, records, later)) for i in range(3, size)]
        return manifest, proofs, section("consistency", between)


class Packs(unittest.TestCase):
    def setUp(self):
        self.maker = Maker()
        self.key = parse_key(self.maker.signer.key)

    def check(self, *parts, **changes):
        manifest, proofs, between = parts or self.maker.pack(**changes)
        return check_pack(manifest + b"".join(proofs) + between, self.key)

    def refuse(self, what, *parts, **changes):
        with self.assertRaises((Wrong, Unable)) as caught:
            self.check(*parts, **changes)
        self.assertIn(what, str(caught.exception))

    def test_a_good_pack_shows_what_it_holds(self):
        pack = self.check()
        self.assertEqual((pack.recipient, pack.purpose, pack.ground), tuple(SAID.values()))
        self.assertEqual([event.sequence for event in pack.answer.events], [0, 2])
        self.assertEqual((pack.answer.key, pack.recorded, pack.recorded_by.size), (KEY, [3], 4))
        self.assertEqual(pack.readings[1]["data"]["action"], "a-2")
        manifest, proofs, between = self.maker.pack()
        self.assertIn(b"\n3\n", note_of(manifest + b"".join(proofs) + between))

    def test_every_changed_byte_is_refused(self):
        manifest, proofs, between = self.maker.pack()
        good = manifest + b"".join(proofs) + between
        for at in range(len(good)):
            changed = bytearray(good)
            changed[at] ^= (1, 2, 0x20, 0x80)[at % 4]
            with self.subTest(at=at), self.assertRaises((Wrong, Unable)):
                check_pack(bytes(changed), self.key)
        for at in range(0, len(good), 7):
            with self.subTest(cut=at), self.assertRaises((Wrong, Unable)):
                check_pack(good[:at], self.key)

    def test_what_the_ledger_did_not_record_is_refused(self):
        self.refuse("did not record", record_said=SAID | {"to": "joku muu"})
        self.refuse("did not record", record_said=SAID | {"ground": "808/2019:43"})
        manifest, proofs, between = self.maker.pack()
        self.refuse("did not record", manifest.replace(b"Summary.", b"summary."), proofs, between)
        self.refuse("newer", manifest, [], between)
        self.refuse("ascending", manifest, proofs * 2, between)

    def test_a_client_who_was_not_told_is_named(self):
        self.refuse("client:p-1", clients=("p-2",))
        self.check(clients=("p-1", "p-2"))

    def test_a_reading_that_says_something_else_is_refused(self):
        readings = [{"type": "action.started", "stream": f"action-{i}", "sequence": i,
                     "data": {"action": f"a-{i}", "startedOn": "2026-03-12"}} for i in (0, 2)]
        self.check(readings=readings)
        for change in ({"data": {"action": "a-9", "startedOn": "2026-03-12"}}, {"data": {"action": "a-2"}},
                       {"data": {"action": "a-2", "startedOn": "2026-03-12", "more": 1}}, {"sequence": 1},
                       {"stream": "action-7"}, {"type": "action.closed"}):
            self.refuse("reading", readings=[readings[0], readings[1] | change])
        self.refuse("readings", readings=readings[:1])
        self.refuse("reading", schema=SCHEMA.replace("startedOn text 1", "startedOn text 0"))
        self.refuse("no type", schema=SCHEMA.replace("action.started", "action.closed"))
        self.refuse("line", schema=SCHEMA + "nonsense\n")

    def test_an_answer_that_leaves_an_event_out_is_refused_although_it_was_recorded(self):
        self.refuse("one is missing", answer=self.maker.answer([0])[0])
        self.refuse("one is missing", answer=self.maker.answer([2, 0])[0])

    def test_version_1_is_read_and_has_neither_of_the_new_sections(self):
        self.assertEqual(self.check(version=1).stamps, [])
        manifest, proofs, between = self.maker.pack(version=1)
        self.refuse("newer", manifest, [section("timestamps", "x\n")] + proofs, between)
        manifest, proofs, between = self.maker.pack()
        self.refuse("", manifest.replace(b"@v2", b"@v1"), proofs, between)
        # One that the program made before there was a version 2.
        folder = HERE.parent / "evidence" / "golden"
        data = (folder / "pack-v1.evidence").read_bytes()
        key = parse_key((folder / "pack-v1.vkey").read_text().strip())
        checked = check_pack(data, key)
        self.assertEqual((checked.answer.before, len(checked.readings), checked.recorded), (1, 2, [3, 4]))
        for at in range(0, len(data), 101):
            with self.subTest(at=at), self.assertRaises((Wrong, Unable)):
                check_pack(data[:at] + bytes([data[at] ^ 1]) + data[at + 1:], key)

    def test_time_stamps_of_something_else_are_refused_although_they_were_recorded(self):
        answer = (HERE.parent / "fuzz" / "timestamp_seeds.txt").read_text(encoding="ascii").split()[0]
        token = base64.b64encode(token_of(base64.b64decode(answer))).decode()
        record = f"sinetti.fi/timestamps@v1\nsize 3\nchain sha256\nstamp {token}\n"
        self.refuse("stamp 1 is of something else", timestamps=record)
        self.refuse("a checkpoint of 4", timestamps=record.replace("size 3", "size 4"))
        self.refuse("does not belong", timestamps=record + "more\n")

    def test_keys_that_lead_nowhere_are_refused_although_they_were_recorded(self):
        chain = make.example("key-chain.md", "chain")
        self.refuse("stands something else", keys=chain + "\nmore\n")
        self.refuse("not a chain of keys", keys="keys\n")

    def test_a_section_of_a_newer_version_is_not_passed_over(self):
        manifest, proofs, between = self.maker.pack()
        self.refuse("newer", manifest, [section("opinions", "x\n")] + proofs, between)
        self.refuse("follows", manifest, proofs, between + b"\n")

    def test_another_key_and_another_history_are_refused(self):
        with self.assertRaises(Wrong):
            manifest, proofs, between = self.maker.pack()
            check_pack(manifest + b"".join(proofs) + between, parse_key(make.Signer(b"\x2b" * 32).key))
        other = Maker()
        other.records[1] = started(1, "rewritten")
        self.refuse("", *self.maker.pack()[:2], other.pack()[2])
        self.refuse("", self.maker.pack()[0], *other.pack()[1:])


if __name__ == "__main__":
    unittest.main()
