"""The verifier against published vectors, the worked examples of the format pages and ledgers made
here.  Vectors of strangers are read from ../shared/data where that is present."""
import hashlib
import io
import json
import sys
import time
import unittest

import ledger_maker as make
import ed25519
from bundle import check_bundle
from formats import (Consistency, Inclusion, Tree, Unable, Wrong, check_proof, decode_base64,
                     leaf_hash, node_hash, open_checkpoint, open_note, parse_key)
from record import read_record

VECTORS = make.REPOSITORY.parent / "shared" / "data" / "vectors"

# RFC 8032, section 7.1: public key, message, signature.
RFC_8032 = (
    ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
     "d25bf5f0595bbe24655141438e7a100b"),
    ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
     "387b2eaeb4302aeeb00d291612bb0c00"),
    ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
     "4a7c15e9716ed28dc027beceea1ec40a"),
)


class Signatures(unittest.TestCase):
    def test_vectors_of_rfc_8032_verify_and_no_changed_bit_does(self):
        for key, message, signature in RFC_8032:
            key, message = bytes.fromhex(key), bytes.fromhex(message)
            signature = bytes.fromhex(signature)
            self.assertTrue(ed25519.verify(key, message, signature))
            for bit in range(0, 512, 37):
                changed = bytearray(signature)
                changed[bit // 8] ^= 1 << bit % 8
                self.assertFalse(ed25519.verify(key, message, bytes(changed)))
            self.assertFalse(ed25519.verify(key, message + b"x", signature))

    def test_a_long_message(self):
        signer = make.Signer(bytes(range(32)))
        message = bytes(i % 251 for i in range(1023))
        self.assertTrue(ed25519.verify(signer.public, message, signer.sign(message)))

    def test_second_encodings_of_one_value_are_refused(self):
        key, message, signature = (bytes.fromhex(text) for text in RFC_8032[1])
        s = int.from_bytes(signature[32:], "little") + ed25519.ORDER
        self.assertFalse(ed25519.verify(key, message, signature[:32] + s.to_bytes(32, "little")))
        self.assertFalse(ed25519.verify(key, message, signature + b"\0"))
        neutral, sign = 1, 1 << 255
        self.assertIsNotNone(ed25519.decode(neutral.to_bytes(32, "little")))
        for bad in (neutral | sign, neutral + ed25519.P, ed25519.P - 1 | sign, 2, 2 | sign):
            self.assertIsNone(ed25519.decode(bad.to_bytes(32, "little")), bad)
        self.assertIsNone(ed25519.decode(b"\1" + bytes(32)))

    def test_wycheproof(self):
        path = VECTORS / "wycheproof" / "ed25519_test.json"
        if not path.exists():
            self.skipTest(f"{path.name} is not present")
        count = 0
        for group in json.loads(path.read_text())["testGroups"]:
            key = bytes.fromhex(group["publicKey"]["pk"])
            for case in group["tests"]:
                with self.subTest(case["tcId"], comment=case["comment"]):
                    good = ed25519.verify(key, bytes.fromhex(case["msg"]), bytes.fromhex(case["sig"]))
                    self.assertEqual(good, case["result"] == "valid")
                count += 1
        self.assertGreater(count, 100)


class Pages(unittest.TestCase):
    def setUp(self):
        self.key = parse_key(make.example("checkpoint.md", "verifier key").strip())

    def test_keys_that_are_none(self):
        name, number, typed = self.key.text.split("+", 2)
        data = decode_base64(typed, "key")

        def with_id(data):
            number = hashlib.sha256(name.encode() + b"\n" + data).hexdigest()[:8]
            return f"{name}+{number}+{make.b64(data)}"

        parse_key(with_id(data))
        for bad in (f"{name}+{int(number, 16) ^ 1:08x}+{typed}", with_id(data + b"x"), with_id(data[:-1]),
                    f"{name}+{number}", f"{name}+{number.upper()}+{typed}",
                    self.key.text + "\n", self.key.text.replace("sinetti", "sinetti ", 1), ""):
            with self.subTest(bad), self.assertRaises(Wrong):
                parse_key(bad)
        for unknown in (b"", b"\2" + data[1:]):
            with self.assertRaises(Unable):
                parse_key(with_id(unknown))

    def test_hashing_example(self):
        lines = [line.split() for line in make.example("hashing.md", "hashing").splitlines()]
        stated = {words[0]: words[1] for words in lines if len(words) == 2}
        tree, leaves = Tree(), []
        self.assertEqual(tree.root().hex(), stated["root(0)"])
        for n in range(3):
            entry, record, leaf = lines[4 * n:4 * n + 3]
            self.assertEqual(entry[:2] + leaf[:2], ["entry", str(n), "leaf", str(n)])
            leaves.append(leaf_hash(bytes.fromhex(entry[2] + record[0])))
            self.assertEqual(leaves[-1].hex(), leaf[2])
            tree.append(leaves[-1])
            self.assertEqual(tree.root().hex(), stated[f"root({n + 1})"])
        self.assertEqual(node_hash(*leaves[:2]).hex(), stated["node"])

    def test_tiles_example(self):
        tree = Tree()
        for i in range(600):
            tree.append(leaf_hash(i.to_bytes(2, "big")))
        words = make.example("hashing.md", "tiles").split()
        self.assertEqual(tree.root().hex(), words[words.index("root(600)") + 1])

    def test_checkpoint_example(self):
        checkpoint = open_checkpoint(make.example("checkpoint.md", "checkpoint").encode(), self.key)
        self.assertEqual((checkpoint.size, checkpoint.time), (3, make.TIME))

    def test_proof_examples(self):
        proof = check_proof(make.example("proof.md", "inclusion").encode(), self.key)
        self.assertIsInstance(proof, Inclusion)
        self.assertEqual((proof.index, proof.entry[32:]), (1, b"second record"))
        proof = check_proof(make.example("proof.md", "consistency").encode(), self.key)
        self.assertIsInstance(proof, Consistency)
        self.assertEqual((proof.old.size, proof.new.size), (2, 3))

    def test_export_example(self):
        example = make.example("export.md", "bundle").encode()
        records = [make.record(0, 1, "example-1", "e1", make.note_body("first")),
                   make.record(1, 2, "example-1", "e2", make.note_body("second"))]
        made = make.bundle_bytes(make.bundle_lines(make.Signer(), records, [1, 2]))
        self.assertEqual(example.decode(), made.decode())
        findings = check_bundle(io.BytesIO(example), self.key)
        self.assertEqual((findings.size, findings.anchored, findings.checkpoints), (2, 2, 2))

    def test_event_example(self):
        rows = make.example("event.md", "record").splitlines()
        data = bytes.fromhex("".join(row[6:29] for row in rows))
        read = read_record(data)
        self.assertEqual((read.source, read.id, read.type, read.stream, read.type_version),
                         ("urn:example", "1", "action.started", "action-1", 1))
        digest = make.example("event.md", "digest").strip()
        self.assertEqual(read.computed_digest.hex(), digest)

    def test_sealing_example(self):
        words = make.example("sealing.md", "sealing").split()
        words = dict(zip(words[::2], words[1::2]))
        for value, status in ((words["value"], 0), (words["value"] + "x", 1)):
            outcome = make.verify("disclosed", "--commitment", words["commitment"],
                                  "--salt", words["salt"], "--value", value)
            self.assertEqual(outcome.returncode, status, outcome.stdout)

    def test_disclosed_example(self):
        words = dict(line.split(maxsplit=1)
                     for line in make.example("export.md", "disclosed").splitlines())
        for value, status in ((words["value"], 0), (words["value"] + ".", 1)):
            outcome = make.verify("disclosed", "--commitment", words["commitment"],
                                  "--salt", words["salt"], "--value", value)
            self.assertEqual(outcome.returncode, status, outcome.stdout)


class Strangers(unittest.TestCase):
    def test_notes_of_other_programs(self):
        path = VECTORS / "tlog" / "notes.ndjson"
        if not path.exists():
            self.skipTest(f"{path.name} is not present")
        count = 0
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            with self.subTest(case["src"]):
                try:
                    open_note(case["note"].encode(), parse_key(case["vkey"]))
                    outcome = "ok"
                except (Wrong, Unable):
                    outcome = "refused"
                self.assertEqual(outcome == "ok", case["expect"] == "ok")
            count += 1
        self.assertGreater(count, 10)

    def test_inclusion_and_consistency_vectors(self):
        """The proofs of all pairs up to 20 agree with the recursive definition in RFC 6962."""
        signer = make.Signer()
        key = parse_key(signer.key)
        records = [b"record %d" % i for i in range(20)]
        leaves = make.chain(records)[1]
        notes = {size: signer.checkpoint(leaves, size) for size in (1, 2, 3, 7, 8, 13, 20)}
        for size, note in notes.items():
            for index in range(size):
                check_proof(make.inclusion_file(index, records[:size], note), key)
        for old in (1, 2, 3, 7, 8, 13, 20):
            for new in (size for size in notes if size >= old):
                check_proof(make.consistency_file(old, new, records, signer), key)


class Records(unittest.TestCase):
    def test_header_and_sealed_values_are_found(self):
        value = make.sealed("p-1", b"s" * 16, "Ääni".encode())
        body = make.Struct([5], [make.text("x"), make.Structs([
            make.Struct([1], [value]), make.Struct([0], [make.sealed("p-2", b"t" * 16, b"")])])])
        data = make.record(7, 3, "matter-1", "e7", body)
        read = read_record(data)
        self.assertEqual((read.sequence, read.stream_version, read.stream, read.id, read.type),
                         (7, 3, "matter-1", "e7", "example.noted"))
        self.assertEqual([one.subject for one in read.sealed], ["p-1", "p-2"])
        self.assertEqual(read.sealed[0].commitment,
                         hashlib.sha256(b"\4" + b"s" * 16 + "Ääni".encode()).hexdigest())
        self.assertEqual(read.draft_digest, read.computed_digest)

    def test_golden_records(self):
        for path in sorted((make.REPOSITORY / "tests" / "event" / "golden").glob("*.json")):
            golden = json.loads(path.read_text(encoding="utf-8"))
            read, draft = read_record(bytes.fromhex(golden["record"])), golden["draft"]
            with self.subTest(path.name):
                self.assertEqual((read.source, read.id, read.type, read.stream),
                                 tuple(draft[name] for name in ("source", "id", "type", "stream")))
                # The box of sealed.json is a stand-in of a few bytes: no sealed value.
                self.assertEqual(read.sealed, ())
                self.assertEqual(read.computed_digest.hex() == golden["digest"],
                                 path.name != "sealed.json")

    def test_what_is_not_canonical_is_refused(self):
        good = make.record(0, 1, "s", "e", make.note_body("first"))
        read_record(good)
        for name, bad in {
                "bytes behind": good + bytes(8),
                "cut": good[:-8],
                "half a word": good[:-1],
                "empty": b"",
                "trailing zero word": make.record(0, 1, "s", "e", make.Struct([1, 0], [])),
                "trailing null pointer": make.record(0, 1, "s", "e", make.Struct([1], [None])),
                "no body": make.record(0, 1, "s", "e", None),
                "empty struct of another form": make.record(0, 1, "s", "e", make.Struct()),
                "list without elements": make.record(0, 1, "s", "e", make.Struct([], [b"", b"x"])),
                "too long": make.record(0, 1, "s", "e", make.note_body("x" * 65_400)),
                "empty text": make.record(0, 1, "", "e", make.note_body("x")),
                "format 0": make.record(0, 1, "s", "e", make.note_body("x"), format_word=1 << 16),
        }.items():
            with self.subTest(name), self.assertRaises(Wrong):
                read_record(bad)
        with self.assertRaises(Unable):
            read_record(make.record(0, 1, "s", "e", make.note_body("x"), format_word=2 | 1 << 16))

    def test_hostile_bytes_are_refused_and_nothing_worse(self):
        good = make.record(0, 1, "s", "e", make.Struct([5], [make.Structs([
            make.Struct([1], [make.text("x")]), make.Struct([2], [make.text("y")])])]))
        for at in range(len(good)):
            for value in (0x00, 0x01, 0x7F, 0x80, 0xFF):
                changed = bytearray(good)
                changed[at] = value
                try:
                    read_record(bytes(changed))
                except (Wrong, Unable):
                    pass

    def test_strict_texts_of_values(self):
        for bad in ("AB==", "AA=", "AA", "AA==\n", " AA==", "A-==", "Ä"):
            with self.subTest(bad), self.assertRaises(Wrong):
                decode_base64(bad, "value")


class Speed(unittest.TestCase):
    def test_a_ledger_of_1000_entries_and_50_checkpoints_takes_seconds(self):
        records = [make.record(i, i // 10 + 1, f"s-{i % 10}", f"e{i}", make.note_body("x" * 300))
                   for i in range(1000)]
        signer = make.Signer()
        data = make.bundle_bytes(make.bundle_lines(signer, records, range(20, 1001, 20)))
        start = time.monotonic()
        findings = check_bundle(io.BytesIO(data), parse_key(signer.key))
        seconds = time.monotonic() - start
        print(f"1000 entries, 50 checkpoints: {seconds:.2f} s", file=sys.stderr)
        self.assertEqual((findings.size, findings.anchored, findings.records.streams), (1000, 1000, 10))
        self.assertLess(seconds, 20)


if __name__ == "__main__":
    unittest.main()
