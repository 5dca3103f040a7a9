"""The page of an evidence pack in a real browser: a good one shows green, any other red.
Usage: evidence_page_test.py SINETTI [unittest arguments].  Skipped where there is no Chromium."""
import base64
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import time_authority  # noqa: E402

SINETTI = sys.argv.pop(1) if len(sys.argv) > 1 else ""
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MUTATIONS = 400
EMBEDDED = re.compile(r'(<script type="text/plain" id="pack">)([^<]*)(</script>)')


class InBrowser(unittest.TestCase):
    """A ledger of three decisions, and pages as a browser shows them."""

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
        cls.key = cls.sinetti("key", "show").strip()

    @classmethod
    def make_page(cls, *options, policy=()):
        cls.sinetti("evidence", "pack", "provider:hoiva-1", *options, "--to", "hallinto-oikeus", "--purpose",
                    "valituksen käsittely", "--ground", "808/2019:42", "-o", cls.pack)
        cls.sinetti("evidence", "html", cls.pack, "--key", cls.key, *policy, "-o", cls.folder / "page.html")
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

    def run_script(self, script):
        """What a script, in the place of the page's own beginning, says as the reason."""
        loop = f"""
(async () => {{ let said = "nothing"; try {{ {script} }} catch (error) {{ said = "failed: " + error; }}
  document.getElementById("reason").textContent = said; }})();
"""
        harness = self.html.replace("\nmain();\n", loop, 1)
        self.assertNotEqual(harness, self.html)
        return self.verdict(harness)[1]

    def with_pack(self, data):
        return EMBEDDED.sub(lambda match: match[1] + base64.b64encode(data).decode() + match[3], self.html)


class Page(InBrowser):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.make_page("--since", "1")

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
        reason = self.run_script(f"""
  const good = document.getElementById("pack").textContent, key = document.getElementById("key").textContent;
  let refused = 0, accepted = [];
  try {{ await checkPack(unlatin(atob(good)), key); }} catch (error) {{ accepted.push("the good one: " + error); }}
  for (const [number, pack] of {packs!r}.entries())
    try {{ await checkPack(unlatin(atob(pack)), key); accepted.push(number); }} catch (error) {{ ++refused; }}
  said = "refused " + refused + " accepted [" + accepted + "]";""")
        self.assertEqual(reason, f"refused {len(packs)} accepted []", f"seed {seed}")
        self.assertGreater(len(packs), MUTATIONS * 9 // 10)

    def test_a_pack_of_version_1_shows_green(self):
        golden = pathlib.Path(__file__).resolve().parents[1] / "evidence" / "golden"
        self.sinetti("evidence", "html", golden / "pack-v1.evidence", "--key", golden / "pack-v1.vkey", "-o",
                     self.folder / "v1.html")
        self.assertEqual(self.verdict((self.folder / "v1.html").read_text(encoding="utf-8")), ("good", ""))


@unittest.skipUnless(time_authority.is_there(), "no command openssl to play the time-stamping authority")
class Vouched(InBrowser):
    """A checkpoint that a witness cosigned and an authority stamped; then the ledger's key is changed, and the page
    is made with the old one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.witness = cls.sinetti("witness", "init", "--name", "todistaja.example/w", "--state", cls.folder / "w")
        (cls.folder / "log.vkey").write_text(cls.key + "\n")
        (cls.folder / "policy").write_text(f"log {cls.key}\nwitness audit {cls.witness}\nquorum audit\n")
        cls.sinetti("witness", "add-log", cls.folder / "log.vkey", "--state", cls.folder / "w")
        cls.sinetti("checkpoint", "-o", cls.folder / "first")
        cls.sinetti("witness", "cosign", cls.folder / "first", "-o", cls.folder / "cosigned", "--state",
                    cls.folder / "w")
        cls.sinetti("checkpoint", "--attach", cls.folder / "cosigned", "--policy", cls.folder / "policy")
        time_authority.TimeAuthority(cls.folder / "tsa", "Aikaleima").stamp(cls.sinetti, "request", "3")
        time_authority.TimeAuthority(cls.folder / "rsa", "Toinen", rsa=True).stamp(cls.sinetti, "renew", "3")
        cls.sinetti("key", "rotate")
        cls.make_page("--until", "3", policy=("--policy", cls.folder / "policy"))

    def test_it_shows_green_and_who_vouches(self):
        shown = self.show(self.html)
        self.assertIn('data-verdict="good"', shown, re.search(r'id="reason">([^<]*)<', shown)[1])
        vouched = re.search(r'id="vouched">(.*?)</dl>', shown, re.DOTALL)[1]
        self.assertRegex(vouched, r"audit, 20\d\d-\d\d-\d\dT")
        for authority in ("Aikaleima", "Toinen"):
            self.assertRegex(vouched, rf"20\d\d-[^,]*Z, {authority}, SHA-256 [0-9a-f]{{64}}")
        self.assertIn("Onko varmenne luotettava, ei tarkistettu", vouched)
        newest = self.sinetti("key", "show").strip()
        self.assertNotEqual(newest, self.key)
        self.assertEqual(self.verdict(self.html.replace(self.key, newest, 1)), ("good", ""))

    def test_without_enough_witnesses_it_shows_red(self):
        element = re.search(r'id="policy">([^<]*)<', self.html)[1]
        other = self.sinetti("witness", "init", "--name", "muu.example/w", "--state", self.folder / "w2")
        for policy in (f"witness audit {other}\nquorum audit\n",
                       f"witness audit {self.witness}\nwitness b {other}\ngroup both all audit b\nquorum both\n"):
            changed = base64.b64encode(policy.encode()).decode()
            verdict, reason = self.verdict(self.html.replace(element, changed, 1))
            self.assertEqual(verdict, "bad")
            self.assertIn("not enough of the policy's witnesses", reason)

    def test_changed_parts_are_refused_each_by_its_own_check(self):
        """Also where the ledger had recorded the digest of the changed pack."""
        reason = self.run_script("""
  const text = name => document.getElementById(name).textContent.trim();
  const pack = await checkPack(unlatin(atob(text("pack"))), text("key"), atob(text("policy")));
  const note = pack.answered.checkpoint.note, trusted = await readKey(text("key"));
  const policy = await readPolicy(atob(text("policy")));
  const flip = (bytes, at) => { const copy = bytes.slice(); copy[at] ^= 1; return copy; };
  const passes = [], tries = { keys: 0, cosignature: 0, stamp: 0 };
  const attempt = async (what, at, check) => {
    ++tries[what];
    try { await check(); passes.push(what + " " + at); } catch (error) {}
  };
  const keys = utf8(pack.keys);
  for (let at = 0; at < keys.length; at += 3)
    await attempt("keys", at, () => followKeys(trusted, new TextDecoder().decode(flip(keys, at))));
  const line = note.split("\\n").find(one => one.includes("todistaja.example"));
  const value = unlatin(atob(line.split(" ")[2]));
  for (let at = 4; at < value.length; ++at)
    await attempt("cosignature", at, () => checkWitnesses(note.replace(line.split(" ")[2],
      btoa(latin(flip(value, at)))), policy));
  const stamp = pack.timestamps.split("\\n").find(one => one.startsWith("stamp ")).slice(6), token = unlatin(atob(stamp));
  const time = latin(token).search(/20\\d{12}Z/);
  const places = [...Array(14).keys()].map(i => time + i).concat([...Array(40).keys()].map(i => token.length - 40 + i));
  for (const at of places)
    await attempt("stamp", at, () => checkStamps(pack.timestamps.replace(stamp, btoa(latin(flip(token, at)))), note));
  await attempt("stamp", "note", () => checkStamps(pack.timestamps, note.replace("\\ntime 2", "\\ntime 3")));
  said = JSON.stringify([tries, passes]);""")
        self.assertTrue(reason.startswith("["), reason)
        tries, passes = json.loads(reason.replace("&quot;", '"'))
        self.assertEqual(passes, [])
        self.assertGreater(min(tries.values()), 50)


if __name__ == "__main__":
    if not os.path.isfile(SINETTI):
        print(f"evidence_page_test: no program {SINETTI!r}: build it first; skipped")
        sys.exit(77)
    if not BROWSER:
        print("evidence_page_test: no Chromium here: the page was not tried in a browser; skipped")
        sys.exit(77)
    unittest.main()
