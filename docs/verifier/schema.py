"""Reads the body of a record with a schema that came along as text (docs/format/evidence-pack.md,
"Schema"), so that no program has to know the type of the event."""
import decimal
import re

from formats import Wrong, need
from record import read_text

FIELD = re.compile(r"  (\S+) (\[\])?(\S+) (\d+)(?: if (\d+))?( required)?(?: : .*)?")
NUMBER = re.compile(r"([iu])(8|16|32|64)(?:/10\^(\d+))?")


class _Anything:
    def __eq__(self, other):
        return True


ANYTHING = _Anything()  # a value that is not read here, such as a list of numbers


class Schema:
    def __init__(self, text):
        self.types, self.structs, self.enums = {}, {}, {}
        here = None
        for number, line in enumerate(text.splitlines(), 1):
            words = line.split(" ")
            if words[0] == "type" and len(words) >= 4:
                self.types[words[1]] = words[2], words[3]
            elif words[0] == "struct" and len(words) in (4, 6):
                here = self.structs[words[1]] = [int(words[5]) if len(words) == 6 else None, []]
            elif words[0] == "enum" and len(words) == 2:
                here = self.enums[words[1]] = []
            elif isinstance(here, list) and here and isinstance(here[-1], list) and FIELD.fullmatch(line):
                here[1].append(FIELD.fullmatch(line).groups())
            elif here is not None and re.match(r"  \d+ \S+", line):
                here.append(words[3])
            else:
                raise Wrong(f"line {number} of the schema is none: {line[:80]!r}")

    @staticmethod
    def number(text):
        return decimal.Decimal(text)

    def read(self, record):
        """The data of a record, as its JSON has it."""
        need(record.type in self.types, f"the schema has no type {record.type!r}", entry=record.sequence)
        try:
            return self._struct(self.types[record.type][1], record.body)
        except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
            raise Wrong(f"the schema does not fit the record: {error!r}", entry=record.sequence) from None

    def _struct(self, name, struct):
        union, fields = self.structs[name]
        data, pointers = struct
        chosen = int.from_bytes(data[2 * union:][:2], "little") if union is not None else None
        found = {}
        for field, is_list, kind, slot, member, required in fields:
            if member is not None and int(member) != chosen:
                continue
            value = self._value(kind, int(slot), is_list, data, pointers)
            if value is None and member is not None and not is_list:
                value = "" if kind == "text" else {}
            if value is None or value == {} and kind.startswith("group:") and member is None:
                continue
            kept = member is not None or required or not kind.startswith(("bool", "i", "u", "enum:"))
            if is_list or kept or value not in (0, False, self._first(kind)):
                found[field] = value
        return found

    def _first(self, kind):
        return self.enums[kind[5:]][0] if kind.startswith("enum:") else None

    def _value(self, kind, slot, is_list, data, pointers):
        what, _, name = kind.partition(":")
        if what == "void":
            return True
        if what == "group":
            return self._struct(name, (data, pointers))
        if what in ("bool", "enum") or NUMBER.fullmatch(kind):
            if is_list:
                return None if self._pointer(pointers, slot) is None else ANYTHING
            return self._scalar(kind, slot, data)
        value = self._pointer(pointers, slot)
        if value is None:
            return None
        read = {"text": lambda one: read_text(one, "text") if one else "",
                "struct": lambda one: self._struct(name, one),
                "sealed": lambda one: {"sealed": one[1][1].hex(), "subject": read_text(one[1][0], "subject")}}
        return [read[what](one) for one in value] if is_list else read[what](value)

    @staticmethod
    def _pointer(pointers, slot):
        return pointers[slot] if slot < len(pointers) else None

    def _scalar(self, kind, slot, data):
        if kind == "bool":
            return bool(data[slot // 8] >> slot % 8 & 1) if slot // 8 < len(data) else False
        if kind.startswith("enum:"):
            return self.enums[kind[5:]][int.from_bytes(data[2 * slot:][:2], "little")]
        sign, bits, places = NUMBER.fullmatch(kind).groups()
        size = int(bits) // 8
        value = int.from_bytes(data[size * slot:][:size], "little", signed=sign == "i" and
                               size * (slot + 1) <= len(data))
        return decimal.Decimal(value).scaleb(-int(places)) if places else value
