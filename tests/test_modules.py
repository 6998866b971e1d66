"""Every module imports alone: no cycle is hidden by the order in which others happen to import."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("ingest", "index", "assistant", "eval", "ui")

# Third-party packages are imported once; then each module of ours in a fork that has none of ours.
SCRIPT = """
import importlib, os, sys
for heavy in ("pydantic", "numpy", "rich.progress", "typer", "docx", "bs4", "pypdf"):
    importlib.import_module(heavy)
for name in sys.argv[1:]:
    child = os.fork()
    if not child:
        try:
            importlib.import_module(name)
        except BaseException as error:
            print(f"{name}: {type(error).__name__}: {error}", flush=True)
        os._exit(0)
    os.waitpid(child, 0)
"""


def modules() -> list[str]:
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths]
    return [name.removesuffix(".__init__") for name in names]


@pytest.mark.slow
def test_every_module_imports_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *modules()],
        cwd=ROOT,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.stdout == ""
    assert done.returncode == 0, done.stderr
