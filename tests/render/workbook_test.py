"""Reports as workbooks, read back with nothing but an unzipper and an XML parser: every cell is what the JSON
output says, with its type; the same bytes every time.  Usage: workbook_test.py SINETTI [unittest arguments]."""
import datetime
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET
import zipfile

SINETTI = sys.argv.pop(1) if len(sys.argv) > 1 else ""
SOURCES = pathlib.Path(__file__).resolve().parents[2]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REPORTS = [["overview"], ["funding"], ["provider", "hoiva-esimerkki"], ["discrepancies"]]


def column_of(reference):
    number = 0
    for letter in re.match("[A-Z]+", reference).group():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


class Sheet:
    """Cells by (row, column): text, or (number, format)."""

    def __init__(self, tree, strings, formats):
        self.tree = tree
        self.cells = {}
        for cell in tree.iter(MAIN + "c"):
            place = (int(re.search(r"\d+", cell.get("r")).group()) - 1, column_of(cell.get("r")))
            value = cell.find(MAIN + "v")
            if value is None:
                continue
            if cell.get("t") == "s":
                self.cells[place] = strings[int(value.text)]
            else:
                self.cells[place] = (float(value.text), formats[int(cell.get("s", "0"))])

    def rows(self):
        return 1 + max((row for row, _ in self.cells), default=-1)


def read_workbook(path):
    """Sheets by name, in order."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        part = lambda name: ET.fromstring(archive.read("xl/" + name))
        strings = ["".join(text.text or "" for text in item.iter(MAIN + "t")) for item in part("sharedStrings.xml")]
        styles = part("styles.xml")
        codes = {int(one.get("numFmtId")): one.get("formatCode") for one in styles.iter(MAIN + "numFmt")}
        formats = [codes.get(int(one.get("numFmtId")), "") for one in styles.find(MAIN + "cellXfs")]
        names = [sheet.get("name") for sheet in part("workbook.xml").iter(MAIN + "sheet")]
        return {name: Sheet(part(f"worksheets/sheet{i}.xml"), strings, formats)
                for i, name in enumerate(names, 1)}


def is_day(code):
    return "yyyy" in code


def as_json(cell):
    """A cell in the way of the JSON output."""
    if isinstance(cell, str):
        return cell
    number, code = cell
    if is_day(code):
        return (datetime.date(1899, 12, 30) + datetime.timedelta(days=number)).isoformat()
    if "€" in code:
        return {"cents": round(number * 100)}
    if "%" in code:
        return {"thousandthsOfPercent": round(number * 100_000)}
    if "0.0" in code:
        return {"thousandths": round(number * 1000)}
    return int(number)


class Workbook(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.environment = os.environ | {"SINETTI_LEDGER": str(cls.folder / "ledger")}
        cls.run_sinetti("init", "--origin", "demo.example/workbook")
        cls.run_sinetti("import", *sorted(SOURCES.glob("docs/scenarios/*.ndjson")))

    @classmethod
    def run_sinetti(cls, *arguments, code=0):
        ran = subprocess.run([SINETTI, *map(str, arguments)], capture_output=True, env=cls.environment)
        assert ran.returncode == code, ran.stderr.decode()
        return ran.stdout

    def report(self, asked, form, *more):
        return self.run_sinetti("report", *asked, "--as-of", "2026-04-20", "--format", form, *more)

    def workbook(self, asked, *more):
        file = self.folder / "report.xlsx"
        self.report(asked, "xlsx", "-o", file, *more)
        return file

    def expected_tables(self, asked, *more):
        """Of the JSON output, as lists of rows; charts before the tables of their section."""
        report = json.loads(self.report(asked, "json", *more))
        tables = []
        for section in report["sections"]:
            for chart in section["charts"]:
                value = (lambda n: {"cents": n}) if chart["unit"] == "cents" else (lambda n: n)
                tables.append([[{"value": group["label"]}] + [{"value": value(n)} for n in group["values"]]
                               for group in chart["groups"]])
            for table in section["tables"]:
                tables.append([list(row.values()) for row in table["rows"]])
        return report, tables

    def compare(self, sheets, tables):
        for (name, sheet), rows in zip(sheets, tables, strict=True):
            self.assertEqual(sheet.rows(), len(rows) + 1, name)
            for i, row in enumerate(rows, 1):
                events = set()
                for k, cell in enumerate(row):
                    value = cell["value"]
                    if isinstance(value, dict) and "counts" in value:
                        value = ", ".join(map(str, value["counts"]))
                    self.assertEqual(as_json(sheet.cells[i, k]), value, f"{name} row {i} column {k}")
                    events.update(cell.get("events", ()))
                shown = sheet.cells.get((i, len(row)), "")
                self.assertEqual({int(n) for n in re.findall(r"#(\d+)", shown)}, events, name)

    def test_every_cell_is_what_the_json_output_says(self):
        kinds = set()
        for asked in REPORTS:
            for language in ("fi", "sv", "en"):
                report, tables = self.expected_tables(asked, "--lang", language)
                sheets = read_workbook(self.workbook(asked, "--lang", language))
                inner = list(sheets.items())[1:-1]
                with self.subTest(asked=asked, language=language):
                    self.compare(inner, tables)
                    last = list(sheets.values())[-1]
                    self.assertEqual([last.cells[i, 0][0] for i in range(1, last.rows())],
                                     [event["sequence"] for event in report["events"]])
                    self.assertEqual([last.cells[i, 7] for i in range(1, last.rows())],
                                     [event["leafHash"] for event in report["events"]])
                for _, sheet in inner:
                    kinds.update("day" if is_day(cell[1]) else cell[1].split('"')[0]
                                 for cell in sheet.cells.values() if not isinstance(cell, str))
        self.assertIn("day", kinds)
        self.assertTrue(any(kind.startswith("#,##0.00") for kind in kinds), kinds)
        self.assertTrue(any("%" in kind for kind in kinds), kinds)

    def test_the_comparison_sees_one_changed_figure(self):
        _, tables = self.expected_tables(["overview"])
        sheets = list(read_workbook(self.workbook(["overview"])).items())[1:-1]
        number = next(cell for table in tables for row in table for cell in row if isinstance(cell["value"], int))
        number["value"] += 1
        with self.assertRaises(AssertionError):
            self.compare(sheets, tables)

    def test_the_first_sheet_says_where_the_figures_come_from(self):
        sheets = read_workbook(self.workbook(["overview"], "--lang", "fi"))
        first = next(iter(sheets.values()))
        text = "\n".join(cell for cell in first.cells.values() if isinstance(cell, str))
        for piece in ("Valvojan yleiskuva", "20.4.2026", "demo.example/workbook", "Juuritiiviste"):
            self.assertIn(piece, text)
        for name in list(sheets)[1:-1]:
            self.assertIn(name, text)

    def test_headers_stay_in_sight_and_can_be_filtered(self):
        for name, sheet in list(read_workbook(self.workbook(["overview"])).items())[1:]:
            self.assertIsNotNone(sheet.tree.find(f"{MAIN}autoFilter"), name)
            pane = next(sheet.tree.iter(MAIN + "pane"))
            self.assertEqual((pane.get("ySplit"), pane.get("state")), ("1", "frozen"), name)

    def test_links_lead_to_the_row_of_the_event(self):
        sheets = read_workbook(self.workbook(["overview"], "--lang", "en"))
        followed = 0
        for sheet in list(sheets.values())[1:-1]:
            for link in sheet.tree.iter(MAIN + "hyperlink"):
                name, row = re.fullmatch(r"'?([^'!]+)'?!A(\d+)", link.get("location")).groups()
                place = (int(re.search(r"\d+", link.get("ref")).group()) - 1, column_of(link.get("ref")))
                shown = int(re.match(r"#(\d+)", sheet.cells[place]).group(1))
                self.assertEqual(sheets[name].cells[int(row) - 1, 0][0], shown)
                followed += 1
        self.assertGreater(followed, 10)

    def test_the_same_bytes_again_and_no_other(self):
        file = self.workbook(["overview"])
        whole = file.read_bytes()
        self.assertEqual(self.workbook(["overview"]).read_bytes(), whole)
        self.run_sinetti("report", "check", file)
        seed = random.randrange(1 << 32)
        choose = random.Random(seed)
        for place in choose.sample(range(len(whole)), 25) + [0, len(whole) - 1]:
            with self.subTest(seed=seed, place=place):
                file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1:])
                ran = subprocess.run([SINETTI, "report", "check", file], capture_output=True, env=self.environment)
                self.assertIn(ran.returncode, (1, 2))


if __name__ == "__main__":
    unittest.main()
