"""What every test stands on: no network beyond this machine, no settings from outside.

Sockets are held to loopback by pytest-socket (options in pyproject.toml). Tests marked `corpus`
need the private development corpus, and tests marked `browser` a Chromium: where either is missing
they are skipped with a reason that the summary shows.
"""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def corpus_folder() -> Path:
    """Where the private corpus may be: PCC_SHARED, else `../shared` beside the repository."""
    return Path(os.environ.get("PCC_SHARED") or ROOT.parent / "shared")


CORPUS = corpus_folder()  # read before the environment is cleaned


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("PCC_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The private corpus' folder; only for tests marked `corpus`."""
    return CORPUS


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    no_corpus = None if CORPUS.is_dir() else f"no development corpus at {CORPUS} (PCC_SHARED)"
    no_browser = None if any(map(shutil.which, BROWSERS)) else f"no {' or '.join(BROWSERS)}"
    for item in items:
        for marker, reason in (("corpus", no_corpus), ("browser", no_browser)):
            if reason and item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))
