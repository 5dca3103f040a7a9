"""Ledgers that changed their key, as the program makes them: what the verifier follows, and what it refuses.
Usage: keychain_test.py SINETTI [unittest arguments]"""
import functools
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import ledger_maker as make
import ed25519
from formats import Unable, Wrong, parse_key
from keychain import follow, split_chain

ed25519.verify = functools.lru_cache(maxsize=None)(ed25519.verify)
SINETTI = sys.argv.pop(1) if len(sys.argv) > 1 else ""


class KeyChain(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.sinetti("init", "--origin", "demo.example/keys")
        cls.old = cls.write("old.vkey", cls.sinetti("key", "show"))
        cls.record("a")
        cls.record("b")
        cls.sinetti("checkpoint", "-o", cls.folder / "old.checkpoint")
        cls.sinetti("prove", "inclusion", "0", "-o", cls.folder / "old.proof")
        for suffix in ("", ".keys"):
            shutil.copytree(f"{cls.folder}/ledger{suffix}", f"{cls.folder}/stolen{suffix}")
        for name in ("forged-1", "forged-2"):
            cls.record(name, "stolen")
        cls.sinetti("prove", "inclusion", "2", "-o", cls.folder / "forged.proof", ledger="stolen")
        cls.new = cls.write("new.vkey", cls.sinetti("key", "rotate"))
        cls.record("c")
        cls.sinetti("prove", "inclusion", "3", "-o", cls.folder / "new.proof")
        cls.sinetti("prove", "consistency", "2", "--with-keys", "-o", cls.folder / "grew.proof")
        cls.sinetti("export", "-o", cls.folder / "bundle.ndjson")
        cls.chain = cls.folder / "ledger.chain"
        cls.sinetti("key", "chain", "-o", cls.chain)

    @classmethod
    def write(cls, name, text):
        path = cls.folder / name
        path.write_text(text)
        return path

    @classmethod
    def sinetti(cls, *arguments, ledger="ledger"):
        environment = os.environ | {"SINETTI_LEDGER": str(cls.folder / ledger)}
        outcome = subprocess.run([SINETTI, *map(str, arguments)], capture_output=True, env=environment,
                                 encoding="utf-8", check=False)
        if outcome.returncode:
            raise AssertionError(f"{arguments}: {outcome.stdout}{outcome.stderr}")
        return outcome.stdout

    @classmethod
    def record(cls, name, ledger="ledger"):
        cls.sinetti("record", "org.registered", "--stream", name, "--set", f"orgId={name}", "--set", "name=X",
                    "--set", "sector=public", ledger=ledger)

    def verify(self, status, *arguments):
        outcome = make.verify(*arguments)
        self.assertEqual(outcome.returncode, status, outcome.stdout + outcome.stderr)
        return outcome.stdout

    def test_proofs_from_before_and_behind_hold_for_both_keys(self):
        self.verify(0, "proof", self.folder / "old.proof", "--key", self.old)
        self.verify(0, "proof", self.folder / "new.proof", "--key", self.new)
        self.verify(1, "proof", self.folder / "new.proof", "--key", self.old)
        for key in (self.old, self.new):
            for name in ("old.proof", "new.proof"):
                self.verify(0, "proof", self.folder / name, "--key", key, "--key-chain", self.chain)
            self.verify(0, "proof", self.folder / "grew.proof", "--key", key)

    def test_a_pack_leads_from_either_key_to_the_other(self):
        path = self.folder / "pack"
        self.sinetti("evidence", "pack", "stream:a", "--to", "tarkastaja", "--purpose", "tarkastus", "--ground",
                     "741/2023:45", "-o", path)
        for key in (self.old, self.new):
            self.verify(0, "proof", path, "--key", key)
        policy = self.write("old.policy", f"log {self.old.read_text()}quorum none\n")
        self.verify(0, "proof", path, "--policy", policy)
        stranger = self.write("stranger.vkey", make.Signer(bytes([9]) * 32, "demo.example/keys").key + "\n")
        self.assertIn("not among the keys", self.verify(1, "proof", path, "--key", stranger))

    def test_what_a_thief_signs_later_does_not_count(self):
        for key in (self.old, self.new):
            out = self.verify(1, "proof", self.folder / "forged.proof", "--key", key, "--key-chain", self.chain)
            self.assertIn("was replaced and vouches for at most 3", out)

    def test_a_whole_ledger_is_followed_to_its_newest_key(self):
        bundle = self.folder / "bundle.ndjson"
        self.verify(0, "bundle", bundle, "--key", self.new)
        self.verify(1, "bundle", bundle, "--key", self.old)
        self.verify(0, "bundle", bundle, "--key", self.old, "--key-chain", self.chain,
                    "--against", self.folder / "old.checkpoint")

    def test_no_byte_of_a_statement_can_change(self):
        good = self.chain.read_bytes()
        trusted = parse_key(self.old.read_text().strip())
        self.assertEqual(len(follow(trusted, split_chain(good)[0])), 2)
        for place in range(len(good)):
            changed = bytearray(good)
            changed[place] ^= (0x01, 0x20, 0x80)[place % 3]
            with self.assertRaises((Wrong, Unable), msg=f"byte {place}"):
                follow(trusted, split_chain(bytes(changed))[0])

    def test_a_stranger_is_led_nowhere(self):
        stranger = make.Signer(bytes([9]) * 32, "demo.example/keys")
        with self.assertRaises(Wrong):
            follow(parse_key(stranger.key), split_chain(self.chain.read_bytes())[0])

    def test_behind_a_compromise_outside_help_is_asked_for(self):
        self.sinetti("key", "compromised", "--last-good", self.folder / "old.checkpoint", ledger="stolen")
        chain = self.folder / "stolen.chain"
        self.sinetti("key", "chain", "-o", chain, ledger="stolen")
        newest = self.write("newest.vkey", self.sinetti("key", "show", ledger="stolen"))
        def check(key):
            return self.verify(1, "proof", self.folder / "old.proof", "--key", key, "--key-chain", chain)
        self.assertIn("on a way that you trust", check(self.old))
        self.assertIn("witnesses have cosigned", check(newest))


if __name__ == "__main__":
    if not os.path.isfile(SINETTI):
        print(f"keychain_test: no program {SINETTI!r}: build it first; skipped")
        sys.exit(77)
    unittest.main()
