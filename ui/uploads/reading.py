"""The process that reads uploaded files into the library: `python -m ui.uploads.reading`.

Settings and paths come as JSON on standard input; progress goes out as one JSON object a line,
the last of them the report or what failed. A process of its own keeps the pages answering at full
speed, and ends with a crash only itself.
"""

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from index.errors import LibraryError
from index.progress import Progress
from index.update import update_library
from ingest.errors import IngestError
from ui.config import Settings

_SECONDS_BETWEEN = 0.3


def main() -> None:
    """Read what standard input names."""
    asked = json.load(sys.stdin)
    settings = Settings.model_validate(asked["settings"])
    out = sys.stdout
    sys.stdout = sys.stderr  # libraries that print must not break the lines
    told = 0.0

    def say(**words: Any) -> None:  # noqa: ANN401 - JSON
        out.write(json.dumps(words) + "\n")
        out.flush()

    def listen(progress: Progress) -> None:
        nonlocal told
        if time.monotonic() - told >= _SECONDS_BETWEEN or progress.done == progress.total:
            told = time.monotonic()
            say(progress=asdict(progress))

    try:
        paths = [Path(path) for path in asked["paths"]]
        report = update_library(settings.index, settings.ingest, paths, listen)
    except (LibraryError, IngestError) as error:
        say(failed=str(error))
    else:
        say(report=json.loads(report.to_json()))


if __name__ == "__main__":
    main()
