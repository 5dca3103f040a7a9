"""The verifiable index in Python against the worked example of docs/format/index.md and against a map
computed by the definition alone."""
import hashlib
import random
import re
import unittest

import ledger_maker as make
import answer
import index
from complete import check_complete
from formats import Unable, Wrong, leaf_hash, parse_key
from record import read_record

KEYS = ("provider:0204819-8", "type:contract.signed", "type:decision.made")


def example(name):
    return make.example("index.md", name)


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def leaves():
    found, previous = [], bytes(32)
    for record in (b"first record", b"second record", b"third record"):
        previous = leaf_hash(previous + record)
        found.append(previous)
    return found


def by_definition(states, depth=0):
    """The root over {key hash: state}, as the page says it, with texts of zeros and ones."""
    if not states:
        return bytes(32)
    if len(states) == 1:
        (key, (count, head)), = states.items()
        return sha(b"\x06", key, count.to_bytes(8, "big"), head)
    halves = [{key: state for key, state in states.items()
               if f"{int.from_bytes(key, 'big'):0256b}"[depth] == side} for side in "01"]
    return sha(b"\x05", *(by_definition(half, depth + 1) for half in halves))


class Page(unittest.TestCase):
    def states(self):
        one, two, three = leaves()
        head = sha(b"\x03", bytes(32), one)
        return {sha(KEYS[0].encode()): (2, sha(b"\x03", head, two)),
                sha(KEYS[1].encode()): (2, sha(b"\x03", head, three)),
                sha(KEYS[2].encode()): (1, sha(b"\x03", bytes(32), two))}

    def test_the_fold_is_that_of_the_page(self):
        text = example("fold")
        for key in KEYS:
            self.assertRegex(text, f"key   {re.escape(key)} +{sha(key.encode()).hex()}")
        for count, head in self.states().values():
            self.assertIn(f"{count}  {head.hex()}", text)
        one = answer.fold(answer.NOTHING, leaves()[0])
        self.assertEqual(answer.fold(one, leaves()[1]), self.states()[answer.key_hash(KEYS[0])])

    def test_the_map_is_that_of_the_page(self):
        text, states = example("map"), self.states()
        self.assertIn(f"root(3)            {by_definition(states).hex()}", text)
        map_ = index.Map()
        for key, state in states.items():
            map_.put(key, state)
            self.assertIn(answer.map_leaf(key, state).hex(), text)
        self.assertEqual(map_.root(), by_definition(states))

    def test_the_proofs_of_the_page_hold_and_changed_ones_do_not(self):
        root = by_definition(self.states())
        for proof in example("map").split("\n\n")[1:]:
            key = answer.key_hash(re.search("proof of (.*),", proof)[1])
            state, *others = [(int(count), bytes.fromhex(head))
                              for count, head in re.findall(r" (\d)  ([0-9a-f]{64})", proof)]
            named = re.search("other    ([0-9a-f]{64})", proof)
            other = (bytes.fromhex(named[1]), others[0]) if named else None
            siblings = [bytes.fromhex(one) for one in re.findall("sibling  (.*)", proof)]
            answer.check_map_proof(key, state, siblings, other, root)
            for bad in ((key, (state[0] + 1, state[1]), siblings, other),
                        (key, answer.NOTHING, siblings, None), (key, state, siblings[1:], other),
                        (key, state, siblings + [bytes(32)], other),
                        (key, state, [bytes(32)] + siblings, other),
                        (key, state, siblings, (key, (1, bytes(32)))),
                        (bytes(32), state, siblings, other)):
                with self.assertRaises(Wrong):
                    answer.check_map_proof(*bad, root)


class Maps(unittest.TestCase):
    def test_random_maps_have_the_root_of_the_definition(self):
        seed = random.randrange(2**32)
        chance = random.Random(seed)
        with self.subTest(seed=seed):
            map_, states = index.Map(), {}
            self.assertEqual(map_.root(), bytes(32))
            for i in range(400):
                key = answer.key_hash(f"matter:{chance.randrange(150)}")
                states[key] = answer.fold(states.get(key, answer.NOTHING), chance.randbytes(32))
                map_.put(key, states[key])
                if i % 20 == 0:
                    self.assertEqual(map_.root(), by_definition(states))
            self.assertEqual(map_.root(), by_definition(states))


class RecordKeys(unittest.TestCase):
    ALWAYS = {"type:example.noted", "stream:s"}

    def keys_of(self, *fields, body=make.note_body("x"), envelope=None, version=1):
        data = make.record(0, 1, "s", "e", body, envelope=envelope, format_word=1 | version << 16)
        keys = index.Keys()
        keys.table["example.noted"] = 1, [field.split(":") for field in fields]
        return keys.of(read_record(data)) - self.ALWAYS

    def test_the_record_of_the_page_has_its_keys(self):
        rows = make.example("event.md", "record").splitlines()
        data = bytes.fromhex("".join(row[6:29] for row in rows))
        self.assertEqual(index.Keys().of(read_record(data)),
                         {"type:action.started", "stream:action-1"})

    def test_the_envelope_has_five_kinds(self):
        envelope = make.Struct([], [None] * 6 + [make.text(kind) for kind in "pumcxo"])
        self.assertEqual(self.keys_of(envelope=envelope),
                         {"provider:p", "unit:u", "matter:m", "contract:c", "client:x"})

    def test_ways_lead_through_lists_structs_and_the_chosen_member_of_a_union(self):
        inner = make.Structs([make.Struct([1], [make.text("one"), make.text("far")]),
                              make.Struct([2], [make.text("two"), None])])
        body = make.Struct([], [make.Pointers([make.text("a"), make.text("b:c")]), inner,
                                make.Struct([3 << 16], [make.text("deep")])])
        for way, values in (("0[]", {"a", "b:c"}), ("1[].0", {"one", "two"}), ("1[].1", {"far"}),
                            ("1[].0=2?0", {"two"}), ("2.0", {"deep"}), ("2.1=3?0", {"deep"}),
                            ("2.1=2?0", set()), ("2.9=3?0", set()), ("2.7", set()), ("3.0", set())):
            with self.subTest(way):
                self.assertEqual(self.keys_of(f"unit:{way}", body=body),
                                 {f"unit:{value}" for value in values})

    def test_a_key_that_an_event_has_twice_counts_once(self):
        envelope = make.Struct([], [None] * 6 + [make.text("same")])
        self.assertEqual(self.keys_of("provider:0", body=make.note_body("same"), envelope=envelope),
                         {"provider:same"})

    def test_the_keys_of_a_newer_version_are_not_guessed(self):
        with self.assertRaisesRegex(Unable, "version 2"):
            self.keys_of(version=2)


class CompleteAnswers(unittest.TestCase):
    KEY = parse_key("sinetti.example/ledger+ace26f36+ARl/ayPhbIUyxqvIOPrNXqeJvgx2spIDNAOb+os9No1h")

    def example(self, name):
        return make.example("proof.md", name).encode()

    def test_the_examples_of_the_page_hold(self):
        # The record of the first is a short text, so its keys are not read.
        without = re.sub(b"entry .*\n", b"", self.example("complete"))
        proof = check_complete(without, self.KEY)
        self.assertEqual((proof.key, proof.before, proof.leaves), (KEYS[0], 1, [leaves()[1]]))
        self.assertEqual((proof.old.size, proof.new.size), (1, 3))
        with self.assertRaisesRegex(Wrong, "record"):
            check_complete(self.example("complete"), self.KEY)
        proof = check_complete(self.example("absent"), self.KEY)
        self.assertEqual((proof.old, proof.leaves, proof.new.size), (None, [], 3))

    def test_every_changed_byte_is_refused(self):
        for good in (re.sub(b"entry .*\n", b"", self.example("complete")), self.example("absent")):
            for at in range(0, len(good), 3):
                changed = bytearray(good)
                changed[at] ^= 1
                with self.subTest(at=at), self.assertRaises((Wrong, Unable)):
                    check_complete(bytes(changed), self.KEY)


if __name__ == "__main__":
    unittest.main()
