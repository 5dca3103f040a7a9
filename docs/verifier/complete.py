"""The entries of complete answers: that each stands in its place and has the key (docs/format/proof.md).
That they are all, and the ones that were folded, answer.py has shown."""
import dataclasses

from answer import check_answer
from formats import HASH, need
from index import Keys
from record import read_record


def check_complete(data, key, older=None):
    """The Complete answer that a proof file proves; Wrong where it proves nothing.  Every entry in it is
    the one that was folded, stands where it should, and has the key.  `older`: as for check_proof."""
    answer = check_answer(data, key, older)
    if not answer.entries:
        return answer
    first, end, name = answer.old.size if answer.old else 0, answer.new.size, answer.key
    keys, events = Keys(), []
    for entry in answer.entries:
        record = read_record(entry[HASH:])
        need(first <= record.sequence < end, f"entry {record.sequence} does not stand between the "
                                             "checkpoints, behind the one before it")
        need(name in keys.of(record), f"entry {record.sequence} does not have the key {name!r}")
        first = record.sequence + 1
        events.append(record)
    return dataclasses.replace(answer, events=tuple(events))
