"""What python3-febelfin-coda reads in CODA files, as JSON: an oracle that shares nothing with us.

Prints one list per file: its statements, or the error that stopped that reader in one. It counts
record 4, drops the sign of an old balance, and knows version 2 only, so it stops where we do not.
Amounts are texts with three decimals, as CODA has them.
"""
import io
import json
import sys

from coda import CODA


class Reader(CODA):
    """That reader forgets to make the list of free communications (record 4)."""

    def __init__(self, records):
        self.free_communications = []
        super().__init__(records)


def statement_of(text):
    """The one statement of a logical file, or what stopped that reader in it."""
    try:
        (statement,) = Reader(io.StringIO(text)).statements
    except Exception as error:  # whatever stops it, the statement is not compared
        return {"error": f"{type(error).__name__}: {error}"}
    return {
        "opening": f"{statement.old_balance:.3f}",
        "closing": f"{statement.new_balance:.3f}",
        "closing_date": str(statement.new_balance_date),
        "movements": [
            {"amount": f"{move.amount:.3f}", "booking_date": str(move.entry_date)}
            for move in statement.moves
        ],
    }


def logical_files(path):
    """From record 0 to record 9: that reader miscounts the records of a second one."""
    files = []
    with open(path, encoding="windows-1252") as records:
        for record in records:
            if record.startswith("0"):
                files.append("")
            files[-1] += record
    return files


print(json.dumps([[statement_of(text) for text in logical_files(path)] for path in sys.argv[1:]]))
