"""Bring the library up to a set of files."""

from index.update.report import Failure, IngestReport, Renaming
from index.update.run import update_library
from index.update.steps import Steps

__all__ = ["Failure", "IngestReport", "Renaming", "Steps", "update_library"]
