"""The real program's demonstration ledger, checked by the verifier, whole and damaged.
Usage: program_test.py SINETTI [unittest arguments]"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import ledger_maker as make
import disclosure
import formats

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
        file = self.folder / "disclosure"
        run("disclose", 0, "--to", "asianosainen", "--purpose", "tiedonsaanti", "--ground",
            "621/1999:11", "--withheld", "621/1999:24.1", "--subject", "p-1", "-o", file)
        key = self.folder / "disclosing.vkey"
        key.write_text(run("key", "show"))
        outcome = make.verify("proof", file, "--key", key, "--json")
        self.assertEqual(outcome.returncode, 0, outcome.stdout)
        facts = json.loads(outcome.stdout)
        self.assertEqual((facts["kind"], facts["to"], facts["recorded"]),
                         ("disclosure", "asianosainen", [1]))
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


if __name__ == "__main__":
    if not os.path.isfile(SINETTI):
        print(f"program_test: no program {SINETTI!r}: build it first; skipped")
        sys.exit(77)
    unittest.main()
