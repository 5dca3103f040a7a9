"""The page of an evidence pack in a real browser: a good one shows green, any other red.
Usage: evidence_page_test.py SINETTI [unittest arguments].  Skipped where there is no Chromium."""
import base64
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SINETTI = sys.argv.pop(1) if len(sys.argv) > 1 else ""
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MUTATIONS = 400
EMBEDDED = re.compile(r'(<script type="text/plain" id="pack">)([^<]*)(</script>)')


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.environment = os.environ | {"SINETTI_LEDGER": str(cls.folder / "ledger")}
        cls.sinetti("init", "--origin", "demo.example/page")
        for number in (1, 2, 3):
            cls.sinetti("record", "decision.made", "--stream", f"matter-{number % 2}", "--attribute", "client=p-1",
                        "--attribute", "provider=hoiva-1", "--set", "kind=palvelu", "--set", "result=granted",
                        "--set", "decidedOn=2026-01-12", "--set", "authority=Mäkelän <kunta> & \"muut\"",
                        "--set", "reasons=viraston syyt")
        cls.pack = cls.folder / "pack"
        cls.sinetti("evidence", "pack", "provider:hoiva-1", "--since", "1", "--to", "hallinto-oikeus", "--purpose",
                    "valituksen käsittely", "--ground", "808/2019:42", "-o", cls.pack)
        cls.key = cls.sinetti("key", "show").strip()
        cls.sinetti("evidence", "html", cls.pack, "--key", cls.key, "-o", cls.folder / "page.html")
        cls.html = (cls.folder / "page.html").read_text(encoding="utf-8")

    @classmethod
    def sinetti(cls, *arguments):
        return subprocess.run([SINETTI, *map(str, arguments)], check=True, capture_output=True,
                              env=cls.environment, encoding="utf-8").stdout

    def show(self, html):
        """The page as it stands once its script has run."""
        file = self.folder / "shown.html"
        file.write_text(html, encoding="utf-8")
        with tempfile.TemporaryDirectory() as profile:
            return subprocess.run(
                [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                 f"--user-data-dir={profile}", "--virtual-time-budget=100000", "--timeout=120000", "--dump-dom",
                 file.as_uri()], check=True, capture_output=True, encoding="utf-8", timeout=280).stdout

    def verdict(self, html):
        shown = self.show(html)
        return re.search(r'data-verdict="(\w+)"', shown)[1], re.search(r'id="reason">([^<]*)<', shown)[1]

    def with_pack(self, data):
        return EMBEDDED.sub(lambda match: match[1] + base64.b64encode(data).decode() + match[3], self.html)

    def test_it_is_readable_without_scripts_and_says_that_nothing_was_checked(self):
        self.assertIn('<body data-verdict="none">', self.html)
        for words in ("Ei tarkistettu:", "Inte kontrollerad:", "Not checked:", "kaikki 2 tapahtumaa",
                      "alla 2 händelser", "all 2 events", self.key):
            self.assertIn(words, self.html)
        self.assertNotRegex(self.html, r"(?:src|href|action)=|https?://|@import|url\(")
        self.assertIn("default-src 'none'", self.html)

    def test_a_good_pack_shows_green(self):
        shown = self.show(self.html)
        self.assertIn('data-verdict="good"', shown, re.search(r'id="reason">([^<]*)<', shown)[1])
        self.assertRegex(shown, r'<div data-when="good">')  # no longer hidden
        self.assertIn("Mäkelän &lt;kunta&gt;", shown)  # the events in full

    def test_a_changed_page_shows_red(self):
        other = self.key[:-6] + ("AAAAA=" if self.key.endswith("=") else "AAAAAA")
        at = self.html.index("Handed to: hallinto-oikeus")
        changes = {
            "summary": self.html[:at] + "Handed to: joku muu" + self.html[at + 26:],
            "key": self.html.replace(self.key, other, 1),
            "no pack": EMBEDDED.sub(lambda match: match[1] + match[3], self.html),
        }
        for name, html in changes.items():
            with self.subTest(name):
                self.assertNotEqual(html, self.html)
                verdict, reason = self.verdict(html)
                self.assertEqual(verdict, "bad")
                self.assertTrue(reason)

    def test_tampered_packs_show_red(self):
        good, seed = self.pack.read_bytes(), random.randrange(2**32)
        chance = random.Random(seed)
        for number in range(5):
            changed = bytearray(good)
            at = chance.randrange(len(good))
            changed[at] ^= 1 << chance.randrange(8)
            with self.subTest(seed=seed, number=number, at=at):
                verdict, reason = self.verdict(self.with_pack(bytes(changed)))
                self.assertEqual(verdict, "bad")
                self.assertTrue(reason)

    def test_every_one_of_many_mutations_is_refused(self):
        """The page's own check, called on many packs in one run of the browser."""
        good, seed = self.pack.read_bytes(), random.randrange(2**32)
        chance = random.Random(seed)
        packs = []
        for number in range(MUTATIONS):
            changed = bytearray(good)
            at, far = chance.randrange(len(good)), chance.randrange(len(good))
            if number % 4 == 0:
                changed[at] ^= 1 << chance.randrange(8)
            elif number % 4 == 1:
                del changed[at]
            elif number % 4 == 2:
                changed[at:at] = good[far:far + 1]
            else:
                lines = good.split(b"\n")
                first, second = chance.sample(range(len(lines) - 1), 2)
                lines[first], lines[second] = lines[second], lines[first]
                changed = bytearray(b"\n".join(lines))
            if bytes(changed) != good:
                packs.append(base64.b64encode(changed).decode())
        loop = f"""
(async () => {{
  const good = document.getElementById("pack").textContent, key = document.getElementById("key").textContent;
  let refused = 0, accepted = [];
  try {{ await checkPack(unlatin(atob(good)), key); }} catch (error) {{ accepted.push("the good one: " + error); }}
  for (const [number, pack] of {packs!r}.entries())
    try {{ await checkPack(unlatin(atob(pack)), key); accepted.push(number); }} catch (error) {{ ++refused; }}
  document.getElementById("reason").textContent = "refused " + refused + " accepted [" + accepted + "]";
}})();
"""
        harness = self.html.replace("\nmain();\n", loop, 1)
        self.assertNotEqual(harness, self.html)
        _, reason = self.verdict(harness)
        self.assertEqual(reason, f"refused {len(packs)} accepted []", f"seed {seed}")
        self.assertGreater(len(packs), MUTATIONS * 9 // 10)


if __name__ == "__main__":
    if not os.path.isfile(SINETTI):
        print(f"evidence_page_test: no program {SINETTI!r}: build it first; skipped")
        sys.exit(77)
    if not BROWSER:
        print("evidence_page_test: no Chromium here: the page was not tried in a browser; skipped")
        sys.exit(77)
    unittest.main()
