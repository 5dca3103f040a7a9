"""Cosignatures, policies and contradictions: public witnesses, the examples of the page, and damage."""
import functools
import itertools
import pathlib
import tempfile
import unittest

import ledger_maker as make
import ed25519
from formats import NOTE_MAX, Unable, Wrong, open_checkpoint, parse_key
from witness import (WITNESS, check_contradiction, check_cosignature, cosigners, newest_note, parse_policy,
                     require_quorum)

ed25519.verify = functools.lru_cache(maxsize=None)(ed25519.verify)

# A checkpoint of a public certificate log as a public witness cosigned it.
PUBLIC_KEY = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
PUBLIC_TEXT = ("arche2025h1.staging.ct.transparency.dev\n1432088532\n"
               "U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=\n")
PUBLIC_VALUE = ("2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0"
                "WBxtqB0DrAWfBw==")


class Witness(make.Signer):
    """A signer of type 4."""

    def __init__(self, seed, name):
        super().__init__(bytes([seed]) * 32, name)
        typed = bytes([WITNESS]) + self.public
        self.id = make.hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4]
        self.key = f"{name}+{self.id.hex()}+{make.b64(typed)}"

    def cosign(self, note, seconds):
        text = note.rpartition("\n\n")[0] + "\n"
        value = self.sign(f"cosignature/v1\ntime {seconds}\n{text}".encode())
        return note + f"\u2014 {self.name} {make.b64(self.id + seconds.to_bytes(8, 'big') + value)}\n"


class Page(unittest.TestCase):
    def setUp(self):
        self.log = parse_key(make.example("checkpoint.md", "verifier key").strip())
        self.witness = parse_key(make.example("witness.md", "witness key").strip(), WITNESS)
        self.cosigned = make.example("witness.md", "cosigned").encode()
        self.policy = parse_policy(
            f"log {self.log.text}\nwitness w1 {self.witness.text}\nquorum w1\n".encode())

    def test_a_public_cosignature(self):
        key = parse_key(PUBLIC_KEY, WITNESS)
        value = make.base64.b64decode(PUBLIC_VALUE)
        self.assertEqual(value[:4], key.id)
        self.assertEqual(check_cosignature(PUBLIC_TEXT, value[4:], key), 1779573024)
        with self.assertRaises(Unable):
            parse_key(PUBLIC_KEY)  # no key of a log

    def test_the_cosigned_checkpoint(self):
        self.assertEqual(open_checkpoint(self.cosigned, self.log).size, 3)
        self.assertEqual(cosigners(self.cosigned, self.policy), {"w1": "2026-03-02T12:00:00Z"})
        message = make.example("witness.md", "message")
        text = self.cosigned.decode().rpartition("\n\n")[0] + "\n"
        self.assertEqual(message, f"cosignature/v1\ntime 1772452800\n{text}")

    def test_every_flipped_bit_of_the_cosigned_checkpoint_is_refused(self):
        for at, bit in itertools.product(range(len(self.cosigned)), range(8)):
            changed = bytearray(self.cosigned)
            changed[at] ^= 1 << bit
            with self.subTest(at=at, bit=bit), self.assertRaises((Wrong, Unable)):
                open_checkpoint(bytes(changed), self.log)
                require_quorum(bytes(changed), self.policy)

    def test_the_contradiction(self):
        data = make.example("witness.md", "contradiction").encode()
        kind, first, second = check_contradiction(data, self.log)
        self.assertEqual((kind, first.size, second.size), ("fork", 3, 3))
        for at in range(len(data)):
            changed = bytearray(data)
            changed[at] ^= 1
            with self.subTest(at=at), self.assertRaises((Wrong, Unable)):
                check_contradiction(bytes(changed), self.log)

    def test_what_is_no_contradiction(self):
        signer = make.Signer()
        key = parse_key(signer.key)
        leaves = make.chain([b"record %d" % i for i in range(4)])[1]
        small, large = signer.checkpoint(leaves, 2), signer.checkpoint(leaves, 3)
        early = signer.checkpoint(leaves, 3, "time 2020-01-01T00:00:00Z\n")
        file = "sinetti.fi/contradiction@v1\n\n{}\n{}".format
        for first, second in ((small, large), (small, small), (large, large)):
            with self.assertRaises(Wrong):
                check_contradiction(file(first, second).encode(), key)
        self.assertEqual(check_contradiction(file(small, early).encode(), key)[0], "set back")


class Commands(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.key = self.write("key", make.example("checkpoint.md", "verifier key"))
        self.enough = self.write("enough", make.example("witness.md", "policy").replace(
            "quorum enough", "quorum audit"))
        self.short = self.write("short", make.example("witness.md", "policy"))

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def test_checkpoints_and_proofs_under_a_policy(self):
        cosigned = make.example("witness.md", "cosigned")
        plain = make.example("checkpoint.md", "checkpoint")
        proof = make.example("proof.md", "inclusion")
        for command, text in (("checkpoint", cosigned), ("proof", proof.replace(plain, cosigned))):
            file = self.write("file", text)
            for policy, status, words in ((self.enough, 0, "audit at 2026-03-02T12:00:00Z"),
                                          (self.short, 1, "2 of (audit, 1 of (w2, w3))")):
                outcome = make.verify(command, file, "--policy", policy)
                self.assertEqual(outcome.returncode, status, outcome.stdout + outcome.stderr)
                self.assertIn(words, outcome.stdout)
        outcome = make.verify("proof", self.write("file", proof), "--policy", self.enough)
        self.assertEqual(outcome.returncode, 1, outcome.stdout)
        self.assertIn("cosigned by nobody", outcome.stdout)
        outcome = make.verify("proof", self.write("file", proof))
        self.assertEqual(outcome.returncode, 2, outcome.stdout)

    def test_a_contradiction(self):
        file = self.write("file", make.example("witness.md", "contradiction"))
        outcome = make.verify("proof", file, "--key", self.key)
        self.assertEqual(outcome.returncode, 0, outcome.stdout + outcome.stderr)
        self.assertIn("cannot both be true: fork", outcome.stdout)


class Policies(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.log = make.Signer()
        cls.witnesses = [Witness(10 + i, f"witness.example/{i}") for i in range(3)]
        leaves = make.chain([b"one", b"two"])[1]
        cls.note = cls.log.checkpoint(leaves, 2)

    def text(self, *lines):
        known = [f"log {self.log.key}"] + [
            f"witness w{i} {witness.key} https://example.org/" for i, witness in enumerate(self.witnesses)]
        return ("\n".join(known + list(lines)) + "\n").encode()

    def note_by(self, *numbers):
        note = self.note
        for number in numbers:
            note = self.witnesses[number].cosign(note, 1_800_000_000 + number)
        return note.encode()

    def test_a_quorum_is_n_of_m_by_groups(self):
        cases = (
            (("quorum none",), lambda w: True),
            (("quorum w1",), lambda w: 1 in w),
            (("group g any w0 w1", "quorum g"), lambda w: bool({0, 1} & w)),
            (("group g all w0 w1", "quorum g"), lambda w: {0, 1} <= w),
            (("group g 2 w0 w1 w2", "quorum g"), lambda w: len(w) > 1),
            (("group a 1 w0 w1", "# two levels", "  group\tb all a w2", "quorum b"),
             lambda w: bool({0, 1} & w) and 2 in w),
        )
        for lines, expected in cases:
            policy = parse_policy(self.text(*lines))
            for count in range(4):
                for numbers in itertools.combinations(range(3), count):
                    with self.subTest(lines, numbers=numbers):
                        note = self.note_by(*numbers)
                        self.assertEqual(policy.log_of(note).text, self.log.key)
                        self.assertEqual(policy.met(cosigners(note, policy)), expected(set(numbers)))

    def test_a_wrong_cosignature_is_refused_even_where_it_is_not_needed(self):
        policy = parse_policy(self.text("quorum w0"))
        wrong = self.witnesses[1].cosign(self.note.replace("\n2\n", "\n3\n"), 1_800_000_000)
        line = wrong.splitlines(keepends=True)[-1].encode()
        with self.assertRaises(Wrong):
            require_quorum(self.note_by(0) + line, policy)
        # One that the policy does not know is not looked at.
        stranger = Witness(99, "stranger.example").cosign(self.note, 1).splitlines(keepends=True)[-1]
        self.assertEqual(list(require_quorum(self.note_by(0) + stranger.encode(), policy)), ["w0"])

    def test_what_is_no_policy(self):
        for lines in ((), ("quorum g",), ("quorum w0", "quorum w0"), ("quorum",), ("quorum w0 w1",),
                      ("group g 0 w0", "quorum g"), ("group g 2 w0", "quorum g"),
                      ("group g 01 w0", "quorum g"), ("group g +1 w0", "quorum g"),
                      ("group g any w0 w0", "quorum g"), ("group g any g", "quorum g"),
                      ("group g any", "quorum g"), ("group none any w0", "quorum none"),
                      ("group w0 any w1", "quorum w0"), ("group a any w0", "group b any w0", "quorum b"),
                      ("group g any none", "quorum g"), ("other w0", "quorum w0"), ("quorum w0\x0b",),
                      (f"log {self.log.key}", "quorum w0"),
                      (f"witness x {self.witnesses[0].key}", "quorum w0"),
                      (f"witness {self.witnesses[0].key}", "quorum w0")):
            with self.subTest(lines), self.assertRaises(Wrong):
                parse_policy(self.text(*lines))
        with self.assertRaises(Wrong):
            parse_policy(self.text("quorum w0")[:-1])
        with self.assertRaises(Unable):
            parse_policy(f"log {self.witnesses[0].key}\nquorum none\n".encode())

    def test_the_newest_note_of_a_proof(self):
        records = [b"one", b"two"]
        for data in (make.inclusion_file(1, records, self.note),
                     make.inclusion_file(0, records[:1], self.note),
                     make.consistency_file(1, 2, records, self.log)):
            self.assertEqual(newest_note(data), self.note.encode())
        self.assertLess(len(newest_note(b"\n\n" * 9)), NOTE_MAX)


if __name__ == "__main__":
    unittest.main()
