"""The core of the verifier, docs/verifier/core.py, alone in an empty folder: what it needs, how long it is, and
that it answers as the whole verifier does."""
import ast
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import unittest

import ledger_maker as make

CORE = ("answer", "chain", "core", "ed25519", "formats")
LINES_MAX = 800
COLUMNS_MAX = 115


class Core(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        for name in CORE:
            shutil.copy(make.VERIFIER / f"{name}.py", self.folder)
        self.page_key = make.example("checkpoint.md", "verifier key").strip()

    def run_core(self, *arguments):
        """Without this folder's environment, user or site packages: what is not there is not found."""
        return subprocess.run([sys.executable, "-E", "-s", "-S", "-B", self.folder / "core.py",
                               *map(str, arguments)], cwd=self.folder, capture_output=True,
                              encoding="utf-8", check=False)

    def put(self, name, data):
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def assert_answer(self, status, *arguments):
        outcome = self.run_core(*arguments)
        self.assertEqual(outcome.returncode, status, outcome.stdout + outcome.stderr)
        self.assertEqual(outcome.stderr, "")
        word = ("VERIFIED", "WRONG", "NOT DECIDED")[status]
        self.assertTrue(outcome.stdout.splitlines()[-1].startswith(word), outcome.stdout)
        return outcome.stdout

    def test_it_is_short_enough_to_be_read(self):
        """Every line that is not empty counts, of comments and texts too, and none is long."""
        lines = [line for name in CORE for line in (make.VERIFIER / f"{name}.py").read_text("utf-8").splitlines()]
        self.assertLess(sum(bool(line.strip()) for line in lines), LINES_MAX)
        self.assertLessEqual(max(map(len, lines)), COLUMNS_MAX)

    def test_no_line_holds_two_statements(self):
        for name in CORE:
            tree = ast.parse((make.VERIFIER / f"{name}.py").read_text("utf-8"))
            lines = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.stmt)]
            self.assertEqual(len(lines), len(set(lines)), name)

    def test_it_needs_the_standard_library_and_itself(self):
        for name in CORE:
            tree = ast.parse((make.VERIFIER / f"{name}.py").read_text("utf-8"))
            for node in ast.walk(tree):
                names = [one.name for one in node.names] if isinstance(node, ast.Import) else (
                    [node.module] if isinstance(node, ast.ImportFrom) else [])
                for one in names:
                    self.assertTrue(one in CORE or one in sys.stdlib_module_names, f"{name}.py imports {one}")

    def test_it_takes_the_examples_of_the_pages_and_no_changed_one(self):
        chance = random.Random(7)
        cases = [("proof", make.example("proof.md", name)) for name in ("inclusion", "consistency", "complete", "absent")]
        cases += [("checkpoint", make.example("checkpoint.md", "checkpoint")),
                  ("bundle", make.example("export.md", "bundle"))]
        for command, text in cases:
            with self.subTest(command, text=text[:40]):
                self.assert_answer(0, command, self.put("file", text), self.page_key)
                data = text.encode()
                for _ in range(6):
                    changed = bytearray(data)
                    changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
                    outcome = self.run_core(command, self.put("file", bytes(changed)), self.page_key)
                    self.assertIn(outcome.returncode, (1, 2), bytes(changed))
                    self.assertEqual(outcome.stderr, "")

    def test_it_answers_of_an_export_as_the_whole_verifier_does(self):
        signer = make.Signer()
        records = [make.record(i, 1, f"s{i}", f"e{i}", make.note_body("x")) for i in range(9)]
        lines = make.bundle_lines(signer, records, [4, 9])
        kept = self.put("kept", signer.checkpoint(make.chain(records)[1], 6))
        good = self.put("bundle", make.bundle_bytes(lines))
        cut = self.put("cut", make.bundle_bytes(lines[:2] + lines[3:8]).replace(b'"size":9', b'"size":5', 1))
        other = make.Signer(b"\x07" * 32)
        for status, arguments in (
                (0, (good, signer.key)), (0, (good, signer.key, kept)), (1, (good, other.key)), (2, (good, "x+y")),
                (0, (cut, signer.key)), (1, (cut, signer.key, kept)), (2, (self.folder / "none", signer.key))):
            with self.subTest(arguments):
                whole = make.verify("bundle", arguments[0], "--key", arguments[1],
                                    *(f"--against={path}" for path in arguments[2:]))
                self.assertEqual(whole.returncode, status, whole.stdout)
                if arguments[1] != "x+y":
                    self.assert_answer(status, "bundle", *arguments)

    def test_it_leaves_other_files_to_the_whole_verifier(self):
        for kind in ("sinetti.fi/evidence-pack@v1", "sinetti.fi/key-chain@v1", "sinetti.fi/disclosure@v1"):
            self.assert_answer(2, "proof", self.put("file", kind + "\n\n"), self.page_key)

    def test_it_says_how_it_is_used(self):
        for arguments in ((), ("proof",), ("proof", "file"), ("other", "file", "key"),
                          ("proof", "file", "key", "kept")):
            outcome = self.run_core(*arguments)
            self.assertEqual(outcome.returncode, 2)
            self.assertIn("core.py bundle FILE KEY", outcome.stdout)


if __name__ == "__main__":
    unittest.main()
