"""The independent verifier on damaged files of every kind: it ends with a verdict, never with an error
of Python, and what it accepts says what was signed.  SEED and ROUNDS come from the environment."""
import io
import os
import random
import time
import unittest

import ledger_maker as make
from bundle import check_bundle
from formats import Inclusion, Unable, Wrong, check_proof, open_checkpoint, parse_key
from record import read_record

SEED = int(os.environ.get("SEED") or time.time_ns() % 2**32)
ROUNDS = int(os.environ.get("ROUNDS") or 1500)
SLOW = 5  # seconds that no small file may take

PIECES = [b"\n", b"\n\n", b"\xe2\x80\x94 ", b'"', b"{", b"[" * 2000, b"\\ud800", b"\0", b"\xff", b"-1",
          b"9" * 5000, b"1e9", b"NaN", b"null", b"true", b"=", b"AAAA", b" ", b'"kind":"entry",']


def damaged(data, others, chance):
    """`data` with one to four things done to it."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        length = chance.randint(1, 40)
        match chance.randrange(7):
            case 0 | 1 if at < len(data):
                data[at] ^= 1 << chance.randrange(8)
            case 2:
                del data[at:at + length]
            case 3:
                data[at:at] = data[at:at + length]
            case 4:
                data[at:at] = chance.choice(PIECES)
            case 5:
                other = chance.choice(others)
                data[at:] = other[chance.randrange(len(other)):]
            case _:
                lines = bytes(data).split(b"\n")
                i, j = chance.randrange(len(lines)), chance.randrange(len(lines))
                lines[i], lines[j] = lines[j], lines[i]
                data = bytearray(b"\n".join(lines))
    return bytes(data)


class Damage(unittest.TestCase):
    def setUp(self):
        self.signer = make.Signer()
        self.key = parse_key(self.signer.key)
        self.records = [make.record(0, 1, "a", "e0", make.note_body("first")),
                        make.record(1, 1, "b", "e1",
                                    make.Struct([9], [make.sealed("p-1", b"s" * 16, b"secret")])),
                        make.record(2, 2, "a", "e2", make.note_body("third"))]
        self.leaves = make.chain(self.records)[1]
        self.chance = random.Random(SEED)

    def throw_at(self, seeds, check):
        """Calls check(data) with the seeds, which it must accept, and with what becomes of them."""
        for seed in seeds:
            check(seed)
        verdicts = {"accepted": 0, "refused": 0}
        for number in range(ROUNDS):
            data = damaged(self.chance.choice(seeds), seeds, self.chance)
            began = time.monotonic()
            with self.subTest(seed=SEED, round=number, data=data):
                try:
                    check(data)
                    verdicts["accepted"] += 1
                except (Wrong, Unable) as refused:
                    self.assertTrue(str(refused))
                    verdicts["refused"] += 1
                self.assertLess(time.monotonic() - began, SLOW)
        self.assertGreater(verdicts["refused"], ROUNDS // 2)

    def test_bundles(self):
        def check(data):
            findings = check_bundle(io.BytesIO(data), self.key)
            if findings.anchored == findings.size:
                self.assertEqual(findings.root, make.root(self.leaves[:findings.size]).hex())

        self.throw_at([make.bundle_bytes(make.bundle_lines(self.signer, self.records[:count],
                                                           sorted({1, count})))
                       for count in (1, 3)], check)

    def test_checkpoints(self):
        def check(data):
            checkpoint = open_checkpoint(data, self.key)
            self.assertEqual(checkpoint.root, make.root(self.leaves[:checkpoint.size]))

        self.throw_at([self.signer.checkpoint(self.leaves, size).encode() for size in (1, 2, 3)],
                      check)

    def test_proofs(self):
        def check(data):
            proof = check_proof(data, self.key)
            if isinstance(proof, Inclusion):
                self.assertEqual(proof.entry[32:], self.records[proof.index])

        note = self.signer.checkpoint(self.leaves, 3)
        self.throw_at([make.inclusion_file(i, self.records, note) for i in range(3)] +
                      [make.consistency_file(old, 3, self.records, self.signer) for old in (1, 2)],
                      check)

    def test_records(self):
        self.throw_at(self.records, read_record)

    def test_keys(self):
        def check(data):
            try:
                self.assertEqual(parse_key(data.decode()).text, data.decode())
            except UnicodeDecodeError:
                raise Wrong("not UTF-8") from None

        self.throw_at([self.signer.key.encode(), make.Signer(b"\x2b" * 32, "a.example").key.encode()],
                      check)


if __name__ == "__main__":
    print(f"SEED={SEED} ROUNDS={ROUNDS}")
    unittest.main()
