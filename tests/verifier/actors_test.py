"""Actors in Python: the worked example of docs/format/actor.md, and ledgers with signatures that must be
refused, made here from the page."""
import base64
import hashlib
import io
import json
import struct
import unittest

import ledger_maker as make
from actors import draft_record_hash, message
from bundle import check_bundle
from formats import Wrong, parse_key

OFFICE = "malli.example/valvonta"
SOURCE = "urn:example"


def example(name):
    return make.example("actor.md", name)


class Page(unittest.TestCase):
    def test_the_message_and_the_signature_are_those_of_the_page(self):
        dump = make.example("event.md", "record")
        first = b"".join(bytes.fromhex(line[4:29]) for line in dump.splitlines())
        second = base64.b64decode(example("second record"))
        signer = make.Signer(b"\x2c" * 32, OFFICE)
        self.assertEqual(example("key"), signer.key + "\n")
        text = message(make.ORIGIN, OFFICE, [draft_record_hash(first), draft_record_hash(second)])
        self.assertEqual(example("message").encode(), text)
        data = json.loads(example("signed"))["data"]
        self.assertEqual(data["signature"], make.b64(signer.sign(text)))
        self.assertEqual((data["actor"], data["keyId"], data["count"]), (OFFICE, signer.id.hex(), 2))


class Maker:
    """Records in order, each in its place."""

    def __init__(self):
        self.records, self.versions = [], {}

    def add(self, type_, stream, body, identity=None):
        version = self.versions[stream] = self.versions.get(stream, 0) + 1
        sequence = len(self.records)
        identity = identity or f"e{sequence}"

        def of(head):
            return make.canonical(make.Struct(head + [1 | 1 << 16], [
                make.text(SOURCE), make.text(identity), make.text(type_), make.text(stream), None, body]))

        digest = hashlib.sha256(of([0] * 5)).digest()[:16]
        self.records.append(of([sequence, version, make.START + sequence, *struct.unpack("<QQ", digest)]))

    def note(self, words):
        self.add("example.noted", "notes", make.note_body(words))

    def register(self, signer):
        self.add("actor.registered", "actors",
                 make.Struct([2], [make.text(signer.name), make.text(signer.key)]))

    def rotate(self, signer, recovery=False):
        self.add("actor.keyRotated", "actors", make.Struct(
            [1] if recovery else [], [make.text(signer.name), make.text(signer.key)]))

    def revoke(self, signer, reason, moment):
        self.add("actor.keyRevoked", "actors", make.Struct(
            [reason], [make.text(signer.name), make.text(signer.id.hex()), make.text(moment)]))

    def policy(self, *types):
        self.add("signature.policySet", "actors", make.Struct([], [make.Pointers(map(make.text, types))]))

    def sign(self, signer, count, origin=make.ORIGIN, over=None):
        hashes = [draft_record_hash(one) for one in over or self.records[-count:]]
        signature = signer.sign(message(origin, signer.name, hashes))
        self.add("batch.signed", "signatures", make.Struct(
            [count], [make.text(signer.name), make.text(signer.id.hex()), make.text(make.b64(signature))]))


class Ledgers(unittest.TestCase):
    def setUp(self):
        self.ledger = Maker()
        self.one, self.two, self.three = (make.Signer(bytes([i]) * 32, OFFICE) for i in (1, 2, 3))
        self.ledger.register(self.one)

    def check(self):
        signer = make.Signer()
        records = self.ledger.records
        data = make.bundle_bytes(make.bundle_lines(signer, records, [len(records)]))
        return check_bundle(io.BytesIO(data), parse_key(signer.key))

    def assert_wrong(self, what, entry):
        with self.assertRaises(Wrong) as caught:
            self.check()
        self.assertRegex(str(caught.exception), what)
        self.assertEqual(caught.exception.where.get("entry"), entry)

    def signed_note(self, words, signer):
        self.ledger.note(words)
        self.ledger.sign(signer, 1)

    def test_right_signatures_are_counted(self):
        self.ledger.note("a")
        self.signed_note("b", self.one)
        self.ledger.note("c")
        self.ledger.note("d")
        self.ledger.sign(self.one, 2)
        findings = self.check()
        self.assertEqual((findings.records.signatures, findings.records.signed), (2, 3))

    def test_signatures_of_other_events_and_other_ledgers_are_wrong(self):
        for over, origin in ((self.ledger.records[:1], make.ORIGIN), (None, "another.example/ledger")):
            self.ledger = Maker()
            self.ledger.register(self.one)
            self.ledger.note("a")
            self.ledger.sign(self.one, 1, origin, over)
            with self.subTest(origin=origin):
                self.assert_wrong("no signature of", 2)

    def test_every_flipped_byte_of_a_covered_record_is_refused(self):
        """Behind a checkpoint that vouches for the forgery: only the actor's signature tells."""
        self.ledger.note("word")
        true = self.ledger.records[1]
        for byte in range(true.index(b"word"), true.index(b"word") + 4):
            self.ledger.records[1:] = []
            self.ledger.versions = {"actors": 1}
            words = bytearray(b"word")
            words[byte - true.index(b"word")] ^= 1
            self.ledger.note(words.decode())
            self.ledger.sign(self.one, 1, over=[true])
            self.assert_wrong("no signature of", 2)

    def test_counts_that_do_not_fit_and_unknown_actors_are_wrong(self):
        self.signed_note("a", self.one)
        self.ledger.note("b")
        self.ledger.sign(self.one, 2)
        self.assert_wrong("it says that it signs 2 events", 4)
        self.ledger = Maker()
        self.signed_note("a", self.one)
        self.assert_wrong("never registered", 1)

    def test_the_key_in_force_at_that_moment_counts(self):
        self.ledger.rotate(self.two)
        self.ledger.sign(self.one, 1)
        self.signed_note("a", self.two)
        self.assertEqual(self.check().records.signatures, 2)
        self.signed_note("b", self.one)
        self.assert_wrong("was replaced", 6)

    def test_a_rotation_that_the_old_key_did_not_sign_is_wrong(self):
        self.ledger.rotate(self.two)
        self.ledger.note("a")
        self.assert_wrong("the old key has not signed", 1)

    def test_a_compromise_reaches_back_and_takes_the_thiefs_next_key_along(self):
        self.signed_note("a", self.one)  # 1, 2
        self.ledger.rotate(self.two)  # 3
        self.ledger.sign(self.one, 1)
        self.assertEqual(self.check().records.signatures, 2)
        self.ledger.revoke(self.one, 2, "2026-01-01T00:00:00.000002Z")
        self.assert_wrong("is revoked from", 4)

    def test_a_retired_keys_past_stays(self):
        self.signed_note("a", self.one)
        self.ledger.revoke(self.one, 1, "2020-01-01T00:00:00Z")
        self.assertEqual(self.check().records.signatures, 1)
        self.signed_note("b", self.one)
        self.assert_wrong("is revoked from", 5)

    def test_what_a_policy_demands_must_be_signed(self):
        self.ledger.note("before")
        self.ledger.policy("example.")
        self.signed_note("a", self.one)
        self.check()
        self.ledger.note("b")
        self.assert_wrong("must be signed, as event 2 demands", 5)

    def test_events_about_actors_elsewhere_are_wrong(self):
        self.ledger.add("actor.registered", "elsewhere",
                        make.Struct([2], [make.text("b"), make.text(make.Signer(name="b").key)]))
        self.assert_wrong("counts only in", 1)

    def test_a_body_of_another_shape_is_wrong_and_no_crash(self):
        for body in (make.note_body("x"), make.Struct([1], [make.text(OFFICE), make.note_body("x")])):
            for type_ in ("actor.registered", "actor.keyRevoked", "batch.signed", "signature.policySet"):
                self.ledger = Maker()
                self.ledger.add(type_, "actors", body)
                with self.subTest(type=type_):
                    with self.assertRaises(Wrong):
                        self.check()


if __name__ == "__main__":
    unittest.main()
