"""Whatever is flipped, dropped, inserted, swapped, cut or signed by somebody else is refused, and the
first bad position named."""
import functools
import io
import json
import pathlib
import tempfile
import unittest

import ledger_maker as make
import ed25519
from bundle import check_bundle
from formats import Unable, Wrong, check_proof, open_checkpoint, parse_key

# A flipped byte leaves most signatures as they were: each different one is computed once.
ed25519.verify = functools.lru_cache(maxsize=None)(ed25519.verify)


def small_records():
    return [make.record(0, 1, "a", "e0", make.note_body("first")),
            make.record(1, 1, "b", "e1", make.Struct([9], [make.sealed("p-1", b"s" * 16, b"secret")])),
            make.record(2, 2, "a", "e2", make.note_body("third")),
            make.record(3, 2, "b", "e3", make.note_body("fourth"))]


class Ledger(unittest.TestCase):
    def setUp(self):
        self.signer = make.Signer()
        self.key = parse_key(self.signer.key)
        self.records = small_records()
        self.leaves = make.chain(self.records)[1]
        self.lines = make.bundle_lines(self.signer, self.records, [1, 3])

    def check(self, lines=None, key=None, kept=()):
        data = lines if isinstance(lines, bytes) else make.bundle_bytes(lines or self.lines)
        return check_bundle(io.BytesIO(data), key or self.key, kept)

    def assert_wrong(self, what, lines, kept=(), **where):
        with self.assertRaises(Wrong) as caught:
            self.check(lines, kept=kept)
        self.assertIn(what, str(caught.exception))
        for kind, place in where.items():
            self.assertEqual(caught.exception.where.get(kind), place, str(caught.exception))


class Bundles(Ledger):
    def test_the_untouched_ledger_verifies(self):
        findings = self.check()
        self.assertEqual((findings.size, findings.anchored, findings.checkpoints), (4, 3, 2))
        self.assertEqual((findings.records.digests_checked, findings.records.digests_sealed), (3, 1))
        self.assertEqual(findings.anchored_at, make.TIME)

    def test_every_flipped_bit_of_the_whole_bundle_is_refused(self):
        """But for the records after the last checkpoint: what holds them is shown below."""
        anchored = make.bundle_lines(self.signer, self.records, [1, 4])
        data = make.bundle_bytes(anchored)
        for at in range(len(data)):
            for bit in range(8):
                changed = bytearray(data)
                changed[at] ^= 1 << bit
                with self.subTest(at=at, bit=bit), self.assertRaises((Wrong, Unable)):
                    self.check(bytes(changed))

    def test_every_flipped_byte_of_each_record_is_refused_at_that_record(self):
        for number, record in enumerate(self.records[:3]):
            for at in range(len(record)):
                changed = bytearray(record)
                changed[at] ^= 0x21
                lines = [dict(line) for line in self.lines]
                lines[3 + number]["record"] = make.b64(changed)
                with self.subTest(record=number, at=at), self.assertRaises((Wrong, Unable)) as caught:
                    self.check(lines)
                if isinstance(caught.exception, Wrong):
                    where = caught.exception.where
                    self.assertEqual(where.get("entry", where.get("checkpoint", 0) - 1), number)

    def test_a_record_beyond_the_last_checkpoint_is_held_by_its_own_digest(self):
        changed = self.records[3].replace(b"fourth", b"fifth!")
        lines = [dict(line) for line in self.lines]
        lines[6]["record"] = make.b64(changed)
        self.assert_wrong("draft digest", lines, entry=3, line=7)

    def test_dropped_inserted_repeated_and_swapped_entries(self):
        head, entries = self.lines[:3], self.lines[3:]
        self.assert_wrong("missing", head + entries[:1] + entries[2:], entry=1, line=5)
        self.assert_wrong("missing", head + entries[1:], entry=0, line=4)
        self.assert_wrong("twice", head + entries[:2] + entries[1:], entry=2, line=6)
        self.assert_wrong("out of order", head + [entries[i] for i in (0, 2, 1, 3)], entry=1)
        self.assert_wrong("must be zeros", head + [entries[0] | {"previous": "11" * 32}] + entries[1:],
                          entry=0, line=4)
        self.assert_wrong("more follow", self.lines + [entries[3] | {"sequence": 4}], entry=4)

    def test_a_rewritten_tail_differs_from_what_was_signed(self):
        records = list(self.records)
        records[1] = make.record(1, 1, "b", "e1", make.note_body("other"))
        forged = make.bundle_lines(self.signer, records, [])
        self.assert_wrong("these are not the entries that were signed; those up to 1 are",
                          forged[:1] + self.lines[1:3] + forged[1:], checkpoint=3)

    def test_a_cut_tail(self):
        self.assert_wrong("the bundle ends after 3", self.lines[:-1], entry=3)
        self.assert_wrong("the bundle ends after 2", self.lines[:-2], entry=2)
        cut = [self.lines[0] | {"size": 2}] + self.lines[1:5]
        self.assert_wrong("3 entries were signed", cut, entry=2)
        data = make.bundle_bytes(self.lines)
        for end in range(len(data)):
            with self.subTest(end=end), self.assertRaises(Wrong):
                self.check(data[:end])

    def test_a_cut_that_hides_its_checkpoint_is_shown_by_one_kept_elsewhere(self):
        cut = make.bundle_lines(self.signer, self.records[:2], [1])
        self.assertEqual(self.check(cut).size, 2)
        kept = open_checkpoint(self.signer.checkpoint(self.leaves, 3).encode(), self.key)
        self.assert_wrong("it was cut, or the ledger set back", cut, kept=[("kept", kept)], entry=2)
        self.assertEqual(self.check(kept=[("kept", kept)]).kept_elsewhere, 1)

    def test_a_second_history_signed_by_the_same_key_is_shown_by_one_kept_elsewhere(self):
        other = [make.record(0, 1, "a", "e0", make.note_body("rewritten"))]
        kept = open_checkpoint(self.signer.checkpoint(make.chain(other)[1], 1).encode(), self.key)
        self.assert_wrong("kept: the root of the first 1 entries", self.lines, kept=[("kept", kept)])

    def test_wrong_key_wrong_signer_wrong_origin(self):
        stranger = make.Signer(b"\x2b" * 32)
        with self.assertRaises(Wrong):
            self.check(key=parse_key(stranger.key))
        forged = make.bundle_lines(stranger, self.records, [1, 3])
        with self.assertRaises(Wrong):
            self.check(forged)
        self.assert_wrong("not signed by the key", self.lines[:1] + forged[1:], checkpoint=1, line=2)
        self.assert_wrong("origin", [self.lines[0] | {"origin": "other"}] + self.lines[1:], line=1)
        self.assertTrue(check_bundle(io.BytesIO(make.bundle_bytes(forged)), None).key_is_from_bundle)

    def test_rules_between_entries(self):
        def after_first(*arguments, **named):
            records = [self.records[0], make.record(*arguments, body=make.note_body("x"), **named)]
            return make.bundle_lines(self.signer, records, [2])

        self.check(after_first(1, 2, "a", "e1"))
        self.assert_wrong("must be 2", after_first(1, 3, "a", "e1"), entry=1)
        self.assert_wrong("must be 1", after_first(1, 2, "b", "e1"), entry=1)
        self.assert_wrong("must be 2", after_first(1, 1, "a", "e1"), entry=1)
        self.assert_wrong("name entry 0 already", after_first(1, 2, "a", "e0"), entry=1)
        self.check(after_first(1, 2, "a", "e0", source="urn:other"))
        self.assert_wrong("not after", after_first(1, 2, "a", "e1", recorded_at=make.START), entry=1)
        self.assert_wrong("says that it is entry 5", after_first(5, 2, "a", "e1"), entry=1)
        self.assert_wrong("draft digest", after_first(1, 2, "a", "e1", digest=bytes(16)), entry=1)

    def test_checkpoints_of_another_size_or_order(self):
        lines = [dict(line) for line in self.lines]
        self.assert_wrong("ascending", lines[:1] + [lines[2], lines[1]] + lines[3:], line=3)
        self.assert_wrong("ascending", lines[:2] + lines[1:], line=3)
        self.assert_wrong("before the entries", lines[:2] + lines[3:6] + [lines[2]] + lines[6:])
        lines[1]["size"] = 2
        self.assert_wrong("its note is of size 1", lines, checkpoint=2)

    def test_lines_that_are_no_lines_of_a_bundle(self):
        good = make.bundle_bytes(self.lines).decode().splitlines()
        for name, line in {
                "unknown kind": '{"kind":"other"}', "no object": "[]", "not JSON": "{", "empty": "",
                "member twice": good[3].replace('"kind"', '"sequence":0,"kind"'),
                "unknown member": good[3].replace('"kind"', '"more":0,"kind"'),
                "fraction": good[3].replace('"sequence":0', '"sequence":0.0'),
                "truth value": good[3].replace('"sequence":0', '"sequence":false'),
                "negative": good[3].replace('"sequence":0', '"sequence":-1'),
                "huge": good[3].replace('"sequence":0', '"sequence":1' + "0" * 5000),
                "lone surrogate": good[3].replace('"record":"', '"record":"\\ud800'),
                "deep": "[" * 100_000, "upper case": good[4].upper(),
        }.items():
            lines = good[:3] + [line] + good[4:]
            with self.subTest(name), self.assertRaises(Wrong) as caught:
                self.check(("\n".join(lines) + "\n").encode())
            self.assertEqual(caught.exception.where["line"], 4)
        with self.assertRaises(Unable):
            self.check([self.lines[0] | {"format": 2, "new": []}] + self.lines[1:])
        with self.assertRaises(Unable):
            self.check([self.lines[0] | {"algorithm": "sha3-256"}] + self.lines[1:])


class Proofs(Ledger):
    def assert_every_flip_refused(self, data):
        check_proof(data, self.key)
        for at in range(len(data)):
            for mask in (0x01, 0x20):
                changed = bytearray(data)
                changed[at] ^= mask
                with self.subTest(at=at, mask=mask), self.assertRaises((Wrong, Unable)):
                    check_proof(bytes(changed), self.key)
        for end in range(len(data)):
            with self.subTest(end=end), self.assertRaises((Wrong, Unable)):
                check_proof(data[:end], self.key)

    def test_every_flipped_byte_and_every_cut_of_an_inclusion_proof(self):
        note = self.signer.checkpoint(self.leaves, 4)
        self.assert_every_flip_refused(make.inclusion_file(2, self.records, note))

    def test_every_flipped_byte_and_every_cut_of_a_consistency_proof(self):
        self.assert_every_flip_refused(make.consistency_file(3, 4, self.records, self.signer))

    def leaves_root(self, size):
        return make.root(self.leaves[:size])

    def test_more_or_fewer_hashes_and_size_0(self):
        good = make.consistency_file(3, 4, self.records, self.signer).decode()
        lines = good.split("\n")
        for bad in (lines[:3] + lines[4:], lines[:4] + lines[3:], lines[:3] + lines[5:]):
            with self.assertRaises(Wrong):
                check_proof("\n".join(bad).encode(), self.key)
        many = lines[:3] + lines[3:4] * 129 + lines[5:]
        with self.assertRaisesRegex(Wrong, "more than 128 hashes"):
            check_proof("\n".join(many).encode(), self.key)
        same = make.consistency_file(3, 3, self.records, self.signer)
        check_proof(same, self.key)
        first, line, rest = same.decode().partition(f"new 3 {make.b64(self.leaves_root(3))}\n")
        with self.assertRaises(Wrong):
            check_proof((first + line + make.b64(bytes(32)) + "\n" + rest).encode(), self.key)
        other = make.chain([self.records[0], b"x", b"y"])[1]
        two = (f"{first.replace(make.b64(self.leaves_root(3)), make.b64(make.root(other)))}{line}\n"
               f"{self.signer.checkpoint(other, 3)}\n{self.signer.checkpoint(self.leaves, 3)}")
        with self.assertRaises(Wrong) as caught:
            check_proof(two.encode(), self.key)
        self.assertIn("two roots are signed for size 3", str(caught.exception))
        empty = make.b64(make.root([]))
        nothing = (f"sinetti.fi/consistency-proof@v1\nold 0 {empty}\nnew 0 {empty}\n\n"
                   f"{self.signer.checkpoint([], 0)}\n{self.signer.checkpoint([], 0)}")
        with self.assertRaises(Wrong):
            check_proof(nothing.encode(), self.key)


class Notes(Ledger):
    def test_every_flipped_byte_of_a_checkpoint(self):
        data = self.signer.checkpoint(self.leaves, 3).encode()
        open_checkpoint(data, self.key)
        for at in range(len(data)):
            for bit in range(8):
                changed = bytearray(data)
                changed[at] ^= 1 << bit
                with self.subTest(at=at, bit=bit), self.assertRaises(Wrong):
                    open_checkpoint(bytes(changed), self.key)

    def test_signatures_of_others_are_ignored_and_a_wrong_one_of_ours_is_not(self):
        note = self.signer.checkpoint(self.leaves, 3)
        stranger = make.Signer(b"\x2b" * 32, "witness.example")
        other = stranger.note(note.split("\n\n")[0] + "\n").split("\n\n")[1]
        open_checkpoint((note + other).encode(), self.key)
        bad = f"\u2014 {make.ORIGIN} {make.b64(self.key.id + bytes(64))}\n"
        with self.assertRaises(Wrong):
            open_checkpoint((note + bad).encode(), self.key)
        with self.assertRaises(Wrong):
            open_checkpoint((note + other * 100).encode(), self.key)

    def test_texts_that_are_signed_and_still_no_checkpoint(self):
        root = make.b64(make.root(self.leaves[:3]))
        for bad in (f"other\n3\n{root}\n", f"{make.ORIGIN}\n03\n{root}\n", f"{make.ORIGIN}\n-3\n{root}\n",
                    f"{make.ORIGIN}\n0\n{root}\n", f"{make.ORIGIN}\n3\n{root[:-4]}\n",
                    f"{make.ORIGIN}\n3\n", f"{make.ORIGIN}\n3\n{root}\ntime 2026-03-01T12:00:00+00:00\n",
                    f"{make.ORIGIN}\n3\n{root}\ntime 2026-02-30T12:00:00Z\n",
                    f"{make.ORIGIN}\n3\n{root}\ntime {make.TIME}\ntime {make.TIME}\n",
                    f"{make.ORIGIN}\n3\n{root}\n\nafter an empty line\n"):
            with self.subTest(bad), self.assertRaises(Wrong):
                open_checkpoint(self.signer.note(bad).encode(), self.key)
        good = f"{make.ORIGIN}\n3\n{root}\ntime 2026-03-01T12:00:00.000001Z\nwhat is to come\n"
        checkpoint = open_checkpoint(self.signer.note(good).encode(), self.key)
        self.assertEqual(checkpoint.unknown, ("what is to come",))


class CommandLine(Ledger):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, data):
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def run_json(self, status, *arguments):
        outcome = make.verify(*arguments, "--json")
        self.assertEqual(outcome.returncode, status, outcome.stdout + outcome.stderr)
        return json.loads(outcome.stdout)

    def test_exit_status_and_json_of_bundles(self):
        path = self.file("bundle", make.bundle_bytes(self.lines))
        key = self.file("vkey", self.signer.key + "\n")
        facts = self.run_json(0, "bundle", path, "--key", key)
        self.assertEqual((facts["result"], facts["anchored"], facts["beyond"]), ("verified", 3, 1))
        facts = self.run_json(2, "bundle", path)
        self.assertTrue(facts["key_is_from_bundle"])
        unsigned = self.file("unsigned", make.bundle_bytes(make.bundle_lines(self.signer,
                                                                             self.records, [])))
        self.run_json(2, "bundle", unsigned, "--key", self.signer.key)
        kept = self.file("kept", self.signer.checkpoint(self.leaves, 4))
        facts = self.run_json(0, "bundle", path, "--key", key, "--against", kept)
        self.assertEqual((facts["anchored"], facts["beyond"]), (4, 0))
        facts = self.run_json(1, "bundle", self.file("cut", make.bundle_bytes(self.lines[:-1])),
                              "--key", key)
        self.assertEqual(facts["where"], {"entry": 3})

    def test_what_cannot_be_decided_ends_with_2(self):
        self.run_json(2, "bundle", self.folder / "absent", "--key", self.signer.key)
        self.run_json(2, "bundle", self.folder / "absent", "--key", "no key")
        self.run_json(2, "proof", self.file("text", "some text\n"), "--key", self.signer.key)
        self.assertEqual(make.verify("proof", self.folder / "text").returncode, 2)
        self.assertEqual(make.verify().returncode, 2)
        self.assertIn("examples:", make.verify("--help").stdout)

    def test_a_proof_tells_which_event_it_proves_and_what_is_sealed_in_it(self):
        note = self.signer.checkpoint(self.leaves, 4)
        path = self.file("proof", make.inclusion_file(1, self.records, note))
        facts = self.run_json(0, "proof", path, "--key", self.signer.key)
        self.assertEqual((facts["index"], facts["event"]["id"]), (1, "e1"))
        sealed = facts["event"]["sealed"][0]
        self.assertEqual(sealed["subject"], "p-1")
        value = self.file("value", b"secret")
        self.run_json(0, "disclosed", "--commitment", sealed["commitment"], "--salt",
                      (b"s" * 16).hex(), "--value-file", value)
        path = self.file("proof", make.inclusion_file(1, [b"x", self.records[2]], self.signer.checkpoint(
            make.chain([b"x", self.records[2]])[1], 2)))
        self.assertIn("says that it is entry 2", make.verify("proof", path, "--key",
                                                              self.signer.key).stdout)

    def test_texts_of_others_cannot_steer_the_terminal(self):
        record = make.record(0, 1, "a", "e\x1b[2J\x9b", make.note_body("x"))
        note = self.signer.checkpoint(make.chain([record])[1], 1)
        outcome = make.verify("proof", self.file("proof", make.inclusion_file(0, [record], note)),
                              "--key", self.signer.key)
        self.assertEqual(outcome.returncode, 0)
        self.assertFalse(set(outcome.stdout) & {"\x1b", "\x9b"})


if __name__ == "__main__":
    unittest.main()
