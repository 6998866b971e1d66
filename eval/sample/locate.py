"""Where the shipped sample library lies on this machine, installed or in a checkout."""

from importlib.resources import files
from pathlib import Path


def sample_folder() -> Path:
    """The package folder of the sample: documents, question sets and letters."""
    return Path(str(files("eval.sample")))


def sample_documents() -> Path:
    """The folder of built documents, with their manifest.csv: ready for `pcc ingest`."""
    return sample_folder() / "documents"


def sample_questions() -> Path:
    """The question set with gold evidence over the sample documents."""
    return sample_folder() / "questions.jsonl"
