"""The register in forms for other programs and for the next meeting."""

from assistant.commitments.export.calendar import to_icalendar
from assistant.commitments.export.rows import Stamp, contract_rows
from assistant.commitments.export.spreadsheet import to_xlsx
from assistant.commitments.export.tables import to_csv, to_json
from assistant.commitments.export.word import to_docx

__all__ = [
    "Stamp",
    "contract_rows",
    "to_csv",
    "to_docx",
    "to_icalendar",
    "to_json",
    "to_xlsx",
]
