"""The real program's demonstration ledger, checked by the verifier, whole and damaged.
Usage: program_test.py SINETTI [unittest arguments]"""
import base64
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import ledger_maker as make
import time_authority
import disclosure
import formats
import index
import pack
from complete import check_complete
from formats import Unable, Wrong, parse_key
from record import read_record

SINETTI = sys.argv.pop(1) if len(sys.argv) > 1 else ""
SCENARIOS = sorted((make.REPOSITORY / "docs" / "scenarios").glob("*.ndjson"))


class Program(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.sinetti("init", "--origin", "demo.example/verifier")
        cls.sinetti("import", SCENARIOS[0])
        cls.early = cls.folder / "early.checkpoint"
        cls.sinetti("checkpoint", "-o", cls.early)
        cls.sinetti("import", *SCENARIOS[1:])
        cls.sinetti("checkpoint", "-o", cls.folder / "late.checkpoint")
        cls.bundle = cls.folder / "bundle.ndjson"
        cls.sinetti("export", "-o", cls.bundle)
        cls.key = cls.folder / "ledger.vkey"
        cls.key.write_text(cls.sinetti("key", "show"))
        cls.lines = cls.bundle.read_text(encoding="utf-8").splitlines(keepends=True)
        cls.first = next(i for i, line in enumerate(cls.lines) if '"kind":"entry"' in line)
        cls.sizes = [json.loads(line)["size"] for line in cls.lines[1:cls.first]]

    @classmethod
    def sinetti(cls, *arguments):
        environment = os.environ | {"SINETTI_LEDGER": str(cls.folder / "ledger")}
        outcome = subprocess.run([SINETTI, *map(str, arguments)], capture_output=True, env=environment,
                                 encoding="utf-8", check=False)
        if outcome.returncode:
            raise AssertionError(f"sinetti {arguments[0]} ended with {outcome.returncode}:\n"
                                 f"{outcome.stdout}{outcome.stderr}")
        return outcome.stdout

    def verify(self, status, *arguments):
        outcome = make.verify(*arguments, "--key", self.key, "--json")
        self.assertEqual(outcome.returncode, status, outcome.stdout + outcome.stderr)
        return json.loads(outcome.stdout)

    def damaged(self, lines):
        path = self.folder / "damaged"
        path.write_text("".join(lines), encoding="utf-8")
        return path

    def test_the_export_verifies_to_its_last_entry(self):
        facts = self.verify(0, "bundle", self.bundle, "--against", self.early)
        self.assertEqual(facts["size"], len(self.lines) - self.first)
        self.assertEqual((facts["anchored"], facts["beyond"]), (facts["size"], 0))
        self.assertGreaterEqual(facts["checkpoints"], 2)
        self.assertGreater(facts["digests_checked"], 0)
        self.assertEqual(facts["digests_checked"] + facts["digests_sealed"], facts["size"])
        self.assertEqual(facts["index_roots"], facts["checkpoints"] + 1)
        self.assertIsNone(facts["index_unknown"])

    def test_checkpoints_verify(self):
        self.verify(0, "checkpoint", self.early)
        facts = self.verify(0, "checkpoint", self.folder / "late.checkpoint")
        self.assertEqual(facts["checkpoint"]["size"], len(self.lines) - self.first)

    def test_a_changed_record_is_named(self):
        at = self.first + 5
        entry = json.loads(self.lines[at])
        middle = len(entry["record"]) // 2
        other = "A" if entry["record"][middle] != "A" else "B"
        entry["record"] = entry["record"][:middle] + other + entry["record"][middle + 1:]
        line = json.dumps(entry, separators=(",", ":")) + "\n"
        facts = self.verify(1, "bundle", self.damaged(self.lines[:at] + [line] + self.lines[at + 1:]))
        self.assertEqual(facts["where"]["entry"], 5)

    def test_dropped_swapped_and_cut_entries_are_named(self):
        at, lines = self.first + 7, self.lines
        for name, bad, place in (
                ("dropped", lines[:at] + lines[at + 1:], 7),
                ("swapped", lines[:at] + [lines[at + 1], lines[at]] + lines[at + 2:], 7),
                ("repeated", lines[:at] + lines[at - 1:], 7),
                ("cut", lines[:-1], len(lines) - self.first - 1)):
            with self.subTest(name):
                facts = self.verify(1, "bundle", self.damaged(bad))
                self.assertEqual(facts["where"]["entry"], place)

    def test_a_changed_checkpoint_is_named(self):
        line = json.loads(self.lines[1])
        line["note"] = line["note"].replace("\ntime 2", "\ntime 3", 1)
        bad = [self.lines[0], json.dumps(line, ensure_ascii=False) + "\n"] + self.lines[2:]
        facts = self.verify(1, "bundle", self.damaged(bad))
        self.assertEqual(facts["where"], {"line": 2, "checkpoint": line["size"]})

    def test_a_strangers_ledger_with_the_same_name_is_refused(self):
        stranger = self.folder / "stranger"
        subprocess.run([SINETTI, "--ledger", stranger, "init", "--origin", "demo.example/verifier"],
                       check=True, capture_output=True)
        outcome = subprocess.run([SINETTI, "--ledger", stranger, "key", "show"], check=True,
                                 capture_output=True, encoding="utf-8")
        self.assertEqual(make.verify("bundle", self.bundle, "--key",
                                     outcome.stdout.strip()).returncode, 1)

    def test_proofs_verify_and_changed_ones_do_not(self):
        inclusion, consistency = self.folder / "inclusion", self.folder / "consistency"
        self.sinetti("prove", "inclusion", 3, "-o", inclusion)
        self.sinetti("prove", "consistency", self.sizes[-2], self.sizes[-1], "-o", consistency)
        facts = self.verify(0, "proof", inclusion)
        self.assertEqual((facts["kind"], facts["index"]), ("inclusion", 3))
        self.assertEqual(facts["event"]["type"].count("."), 1)
        facts = self.verify(0, "proof", consistency)
        self.assertEqual((facts["old"]["size"], facts["new"]["size"]),
                         (self.sizes[-2], self.sizes[-1]))
        for proof in (inclusion, consistency):
            self.sinetti("check-proof", proof, "--key", self.key)
            good = proof.read_bytes()
            for at in range(0, len(good), 1 + len(good) // 40):
                changed = bytearray(good)
                changed[at] ^= 1
                path = self.folder / "damaged"
                path.write_bytes(changed)
                with self.subTest(proof=proof.name, at=at):
                    outcome = make.verify("proof", path, "--key", self.key)
                    self.assertIn(outcome.returncode, (1, 2), outcome.stdout)
                    with self.assertRaises(AssertionError):
                        self.sinetti("check-proof", path, "--key", self.key)

    def test_a_disclosure_verifies_and_every_changed_byte_is_refused(self):
        ledger = self.folder / "disclosing"
        environment = os.environ | {"SINETTI_LEDGER": str(ledger)}

        def run(*arguments):
            return subprocess.run([SINETTI, *map(str, arguments)], check=True, capture_output=True,
                                  env=environment, encoding="utf-8").stdout

        run("init", "--origin", "demo.example/disclosing")
        run("record", "decision.made", "--stream", "matter-1", "--attribute", "client=p-1", "--set",
            "kind=palvelu", "--set", "result=granted", "--set", "decidedOn=2026-01-12", "--set",
            "authority=Malli", "--set", "reasons=viraston syyt", "--set", "clientReasons=oma tilanne")
        run("access", "grant", "tietopalvelu", "--role", "lawyer", "--ground", "621/1999:11", "--by",
            "tietohallinto")
        file = self.folder / "disclosure"
        run("disclose", 0, "--to", "asianosainen", "--purpose", "tiedonsaanti", "--ground",
            "621/1999:11", "--withheld", "621/1999:24.1", "--subject", "p-1", "--actor",
            "tietopalvelu", "-o", file)
        key = self.folder / "disclosing.vkey"
        key.write_text(run("key", "show"))
        outcome = make.verify("proof", file, "--key", key, "--json")
        self.assertEqual(outcome.returncode, 0, outcome.stdout)
        facts = json.loads(outcome.stdout)
        self.assertEqual((facts["kind"], facts["to"], facts["recorded"]),
                         ("disclosure", "asianosainen", [2]))
        self.assertEqual(facts["events"][0]["fields"], [
            {"path": "data.reasons", "value": None, "withheld": "621/1999:24.1"},
            {"path": "data.clientReasons", "value": "oma tilanne", "withheld": None}])
        good, vkey = file.read_bytes(), formats.parse_key(key.read_text().strip())
        for at in range(len(good)):
            changed = bytearray(good)
            changed[at] ^= 1
            with self.subTest(at=at), self.assertRaises((formats.Wrong, formats.Unable)):
                disclosure.check_disclosure(bytes(changed), vkey)
        for cut in (good[:-1], good + b"\n", good.replace(b"withheld data.reasons 621/1999:24.1\n", b"")):
            with self.assertRaises((formats.Wrong, formats.Unable)):
                disclosure.check_disclosure(cut, vkey)

    def test_an_evidence_pack_verifies_and_every_changed_byte_is_refused(self):
        ledger, file = self.folder / "packing", self.folder / "pack"
        environment = os.environ | {"SINETTI_LEDGER": str(ledger)}

        def run(*arguments):
            return subprocess.run([SINETTI, *map(str, arguments)], check=True, capture_output=True,
                                  env=environment, encoding="utf-8").stdout

        run("init", "--origin", "demo.example/packing")
        run("record", "decision.made", "--stream", "matter-1", "--attribute", "client=p-1", "--attribute",
            "matter=M/1", "--set", "kind=palvelu", "--set", "result=granted", "--set", "decidedOn=2026-01-12",
            "--set", "authority=Malli", "--set", "reasons=viraston syyt")
        run("evidence", "pack", "matter:M/1", "--to", "hallinto-oikeus", "--purpose", "valitus", "--ground",
            "808/2019:42", "-o", file)
        key = self.folder / "packing.vkey"
        key.write_text(run("key", "show"))
        outcome = make.verify("proof", file, "--key", key, "--json")
        self.assertEqual(outcome.returncode, 0, outcome.stdout)
        facts = json.loads(outcome.stdout)
        self.assertEqual((facts["kind"], facts["key"], facts["count"], facts["to"], facts["recorded"]),
                         ("evidence-pack", "matter:M/1", 1, "hallinto-oikeus", [1]))
        self.assertEqual(facts["readings"][0]["authority"], "Malli")
        self.assertNotIn("viraston syyt", file.read_text(encoding="utf-8"))
        good, vkey = file.read_bytes(), formats.parse_key(key.read_text().strip())
        for at in range(len(good)):
            changed = bytearray(good)
            changed[at] ^= 1 if at % 2 else 0x20
            with self.subTest(at=at), self.assertRaises((Wrong, Unable)):
                pack.check_pack(bytes(changed), vkey)
        for changed in (good[:-1], good + b"\n", good.replace(b"to hallinto-oikeus", b"to joku muu", 1)):
            with self.assertRaises((Wrong, Unable)):
                pack.check_pack(changed, vkey)

    @unittest.skipUnless(time_authority.is_there(), "no command openssl to play the authority")
    def test_time_stamps_in_a_pack_are_judged_by_whom_the_reader_trusts(self):
        environment = os.environ | {"SINETTI_LEDGER": str(self.folder / "stamped")}

        def run(*arguments):
            return subprocess.run([SINETTI, *map(str, arguments)], check=True, capture_output=True,
                                  env=environment, encoding="utf-8").stdout

        run("init", "--origin", "demo.example/stamped")
        run("record", "org.registered", "--stream", "a", "--set", "orgId=a", "--set", "name=X", "--set",
            "sector=public")
        authority = time_authority.TimeAuthority(self.folder / "tsa", "Authority", rsa=True)
        authority.stamp(run, "request", "1")
        authority.stamp(run, "renew", "1")
        file, key = self.folder / "stamped.pack", self.folder / "stamped.vkey"
        run("evidence", "pack", "stream:a", "--until", "1", "--to", "tarkastaja", "--purpose", "tarkastus",
            "--ground", "741/2023:45", "-o", file)
        key.write_text(run("key", "show"))
        for trusted in (authority.root, authority.certificate):
            outcome = make.verify("proof", file, "--key", key, "--authority", trusted)
            self.assertEqual(outcome.returncode, 0, outcome.stdout)
            self.assertIn("the checkpoint existed on 20", outcome.stdout)
        self.assertIn("nobody was asked", make.verify("proof", file, "--key", key).stdout)
        stranger = time_authority.TimeAuthority(self.folder / "stranger", "Authority")
        outcome = make.verify("proof", file, "--key", key, "--authority", stranger.certificate)
        self.assertNotEqual(outcome.returncode, 0, outcome.stdout)
        outcome = make.verify("proof", file, "--key", key, "--authority", authority.root, "--distrust",
                              "rsa@2026-01-01")
        self.assertEqual(outcome.returncode, 1, outcome.stdout)
        good, vkey = file.read_bytes(), parse_key(key.read_text().strip())
        begin, end = good.index(b"section timestamps "), good.index(b"section recorded ")
        for at in range(begin, end, 3):
            with self.subTest(at=at), self.assertRaises((Wrong, Unable)):
                pack.check_pack(good[:at] + bytes([good[at] ^ 1]) + good[at + 1:], vkey)

    def test_packs_of_all_demonstrations_are_read_by_the_schema_that_is_in_them(self):
        ledger, path = self.folder / "packs", self.folder / "one.pack"
        shutil.copytree(self.folder / "ledger", ledger)
        shutil.copytree(self.folder / "ledger.keys", self.folder / "packs.keys")
        keys, seen = index.Keys(), {}
        for line in self.lines[self.first:]:
            record = read_record(base64.b64decode(json.loads(line)["record"]))
            seen.setdefault(record.type, next(key for key in sorted(keys.of(record)) if key.startswith("stream:")))
        for key in sorted(set(seen.values())):
            with self.subTest(key):
                self.sinetti("--ledger", ledger, "evidence", "pack", key, "--to", "tarkastaja", "--purpose",
                             "tarkastus", "--ground", "741/2023:45", "-o", path)
                checked = pack.check_pack(path.read_bytes(), parse_key(self.key.read_text().strip()))
                self.assertEqual(len(checked.readings), len(checked.answer.leaves))

    def test_complete_answers_verify_and_are_those_of_the_whole_ledger(self):
        keys, answers = index.Keys(), {}
        for line in self.lines[self.first:]:
            entry = json.loads(line)
            data = base64.b64decode(entry["record"])
            for key in keys.of(read_record(data)):
                answers.setdefault(key, []).append(entry["sequence"])
        path = self.folder / "complete"
        for key in sorted(answers)[::40]:
            with self.subTest(key):
                self.sinetti("prove", "complete", key, "--entries", "-o", path)
                self.sinetti("check-proof", path, "--key", self.key)
                facts = self.verify(0, "proof", path)
                self.assertEqual((facts["kind"], facts["before"]), ("complete", 0))
                self.assertEqual([event["sequence"] for event in facts["events"]], answers[key])
                self.sinetti("prove", "complete", key, "--from", self.sizes[0], "-o", path)
                facts = self.verify(0, "proof", path)
                before = sum(sequence < self.sizes[0] for sequence in answers[key])
                self.assertEqual((facts["before"], facts["count"]),
                                 (before, len(answers[key]) - before))
                with self.assertRaises(AssertionError):
                    self.sinetti("prove", "absent", key)

    def test_absent_keys_are_proved_absent(self):
        path = self.folder / "absent"
        for i in range(5):
            self.sinetti("prove", "absent", f"provider:nobody-{i}", "-o", path)
            self.sinetti("check-proof", path, "--key", self.key)
            self.assertEqual(self.verify(0, "proof", path)["count"], 0)
            other = self.folder / "damaged"
            other.write_bytes(path.read_bytes().replace(b"nobody", b"anybody"))
            self.verify(1, "proof", other)

    def test_an_event_dropped_added_swapped_or_borrowed_is_refused(self):
        path, answers = self.folder / "complete", []
        for key in ("type:org.registered", "type:placement.started", "type:claim.recorded"):
            self.sinetti("prove", "complete", key, "--entries", "-o", path)
            head, _, rest = path.read_text(encoding="utf-8").partition("leaves ")
            leaves, _, rest = rest.partition("\n")
            entries, _, checkpoint = rest.partition("\n\n")
            answers.append((head, [leaves[i:i + 40] for i in range(0, len(leaves), 40)],
                            entries.split("\n"), checkpoint))
        trusted, seed = parse_key(self.key.read_text().strip()), random.randrange(2**32)
        chance = random.Random(seed)

        def text(head, leaves, entries, checkpoint):
            return "\n".join([f"{head}leaves {''.join(leaves)}", *entries, "", checkpoint]).encode()

        check_complete(text(*answers[0]), trusted)
        for number in range(100):
            (head, leaves, entries, checkpoint), other = chance.sample(answers, 2)
            at, far = chance.randrange(len(leaves)), chance.randrange(len(other[1]))
            near = (at + 1) % len(leaves)
            for rows, strange in ((leaves := list(leaves), other[1]), (entries := list(entries), other[2])):
                if number % 4 == 0:
                    del rows[at]
                elif number % 4 == 1:
                    rows.insert(at, strange[far])
                elif number % 4 == 2:
                    rows[at], rows[near] = rows[near], rows[at]
                else:
                    rows[at] = strange[far]
            with self.subTest(seed=seed, number=number), self.assertRaises(Wrong):
                check_complete(text(head, leaves, entries, checkpoint), trusted)

    def test_every_changed_byte_of_a_complete_answer_is_refused(self):
        path = self.folder / "complete"
        self.sinetti("prove", "complete", "type:org.registered", "--from", self.sizes[0], "--entries",
                     "-o", path)
        good, key = path.read_bytes(), parse_key(self.key.read_text().strip())
        check_complete(good, key)
        for number, at in enumerate(range(0, len(good), 1 + len(good) // 100)):
            changed = bytearray(good)
            changed[at] ^= (1, 2, 0x20, 0x80)[number % 4]
            with self.subTest(at=at), self.assertRaises((Wrong, Unable)):
                check_complete(bytes(changed), key)


if __name__ == "__main__":
    if not os.path.isfile(SINETTI):
        print(f"program_test: no program {SINETTI!r}: build it first; skipped")
        sys.exit(77)
    unittest.main()
