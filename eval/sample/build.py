"""Builds the sample documents from their sources: `python -m eval.sample.build [FOLDER]`.

Needs reportlab (a development dependency) only for this; the built files are kept in the repo.
"""

import sys
from pathlib import Path

from eval.sample.as_html import web_page
from eval.sample.as_pdf import write_pdf
from eval.sample.as_text import text_conversion
from eval.sample.as_word import write_word
from eval.sample.locate import sample_documents, sample_folder
from eval.sample.manifest import manifest
from eval.sample.markup import Source, read_sources

_OFFICE = "Office of the Police and Crime Commissioner for Marlshire"
_PANEL = "Marlshire Police and Crime Panel"
_ENDINGS = {"pdf": ".pdf", "word": ".docx", "html": ".html", "text": ".txt"}


def build(folder: Path) -> list[Path]:
    """Write every document and manifest.csv into `folder`; returns what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = read_sources(sample_folder() / "sources")
    built = [(source, source.name + _ENDINGS[source.meta["format"]]) for source in sources]
    for source, file in built:
        _write(source, folder / file)
    table = folder / "manifest.csv"
    table.write_text(manifest(built), encoding="utf-8")
    return [*(folder / file for _, file in built), table]


def _write(source: Source, path: Path) -> None:
    author = _PANEL if source.meta["body"] == "panel" else _OFFICE
    match source.meta["format"]:
        case "pdf":
            write_pdf(source, path, author)
        case "word":
            write_word(source, path, author)
        case "html":
            path.write_text(web_page(source, _OFFICE), encoding="utf-8")
        case _:
            path.write_text(text_conversion(source), encoding="utf-8")


def main() -> None:
    """Build into the folder given, else into the package's own."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else sample_documents()
    for path in build(folder):
        sys.stdout.write(f"{path} {path.stat().st_size}\n")


if __name__ == "__main__":
    main()
