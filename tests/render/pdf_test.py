"""Reports as PDF: the same bytes again, whatever the clock says, and a clear way on without a browser.
Usage: pdf_test.py SINETTI [unittest arguments].  Skipped where there is no Chromium."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

SINETTI = sys.argv.pop(1) if len(sys.argv) > 1 else ""
SOURCES = pathlib.Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Pdf(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.environment = os.environ | {"SINETTI_LEDGER": str(cls.folder / "ledger"), "TMPDIR": str(cls.folder)}
        for command in (["init", "--origin", "demo.example/pdf"],
                        ["import", SOURCES / "docs/scenarios/100-valvonta.ndjson"]):
            assert cls.run_sinetti(*command).returncode == 0

    @classmethod
    def run_sinetti(cls, *arguments, **environment):
        return subprocess.run([SINETTI, *map(str, arguments)], capture_output=True, encoding="utf-8",
                              env=cls.environment | environment)

    def write(self, name, **environment):
        file = self.folder / name
        return file, self.run_sinetti("report", "overview", "--as-of", "2026-04-20", "--format", "pdf", "-o", file,
                                      **environment)

    def test_the_same_bytes_again_and_no_other(self):
        first, ran = self.write("first.pdf")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        time.sleep(1.1)  # another second on the clock
        second, _ = self.write("second.pdf")
        whole = first.read_bytes()
        self.assertTrue(whole.startswith(b"%PDF-"))
        self.assertEqual(second.read_bytes(), whole)
        self.assertEqual(self.run_sinetti("report", "check", first).returncode, 0)
        first.write_bytes(whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:])
        ran = self.run_sinetti("report", "check", first)
        self.assertEqual(ran.returncode, 1)
        self.assertIn("html", ran.stderr)

    def test_nothing_stays_in_the_temporary_folder(self):
        self.write("left.pdf")
        self.assertEqual([path.name for path in self.folder.iterdir() if "sinetti-pdf" in path.name], [])

    def test_without_a_browser_the_next_step_is_said(self):
        file, ran = self.write("none.pdf", PATH=str(self.folder))
        self.assertEqual(ran.returncode, 3)
        self.assertIn("apt-get install chromium", ran.stderr)
        self.assertFalse(file.exists())


if __name__ == "__main__":
    if not any(map(shutil.which, BROWSERS)):
        print("skipped: no Chromium")
        sys.exit(77)
    unittest.main()
