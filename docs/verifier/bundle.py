"""The records of an export bundle (docs/format/export.md): their order in their streams, their times, names and
digests, what actors signed, and the index that follows from them.  That they are the ones that were signed
for, chain.py has shown.
"""
import dataclasses
import hashlib

from actors import Actors
from chain import check_chain
from formats import Unable, need
from index import Index
from record import format_time, read_record


@dataclasses.dataclass
class Records:
    """What holds of them."""
    streams: int = 0
    first_recorded: str | None = None
    last_recorded: str | None = None
    index_unknown: str | None = None  # why not all roots of the index were recomputed
    digests_checked: int = 0
    digests_sealed: int = 0  # records with sealed values: the digest needs keys
    signatures: int = 0  # of actors
    signed: int = 0  # entries under them


class Reader:
    """The checks of each record against all records before it."""

    def __init__(self, origin):
        self.found = Records()
        self.actors = Actors(origin)
        self.index = Index()  # None once a record's keys cannot be known
        self.recorded_at = -2**63
        self.versions = {}  # stream to its last version
        self.names = {}  # digest of source and id, to sequence

    def see(self, sequence, data, leaf):
        record = read_record(data)
        need(record.sequence == sequence, f"its record says that it is entry {record.sequence}")
        need(record.recorded_at > self.recorded_at, f"recorded at {format_time(record.recorded_at)}, "
             f"not after the entry before it ({format_time(self.recorded_at)})")
        version = self.versions.get(record.stream, 0) + 1
        need(record.stream_version == version,
             f"version {record.stream_version} of stream {record.stream!r}, must be {version}")
        name = hashlib.sha256(f"{record.source}\0{record.id}".encode()).digest()
        need(name not in self.names, f"source {record.source!r} and id {record.id!r} name entry "
                                     f"{self.names.get(name)} already")
        need(record.sealed or record.draft_digest == record.computed_digest, "its draft digest is "
             f"{record.draft_digest.hex()}, computed {record.computed_digest.hex()}")
        self.found.digests_sealed += bool(record.sealed)
        self.found.digests_checked += not record.sealed
        self.versions[record.stream] = version
        self.names[name] = sequence
        self.recorded_at = record.recorded_at
        self.actors.see(record, data)
        try:
            if self.index:
                self.index.append(record, leaf)
        except Unable as unable:
            self.index, self.found.index_unknown = None, f"entry {sequence}: {unable}"
        self.found.last_recorded = format_time(record.recorded_at)
        self.found.first_recorded = self.found.first_recorded or self.found.last_recorded

    def index_root(self):
        """The root over all entries seen, in hex; None where it is not known."""
        return self.index and self.index.root().hex()

    def finish(self):
        self.actors.finish()
        self.found.signatures, self.found.signed = self.actors.signatures, self.actors.events
        self.found.streams = len(self.versions)
        return self.found


def check_bundle(file, key, kept=()):
    """As check_chain, and the records are looked at."""
    return check_chain(file, key, kept, Reader)
