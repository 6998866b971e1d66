import importlib.util
import json
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def pins() -> object:
    spec = importlib.util.spec_from_file_location("pins", ROOT / "scripts" / "pins.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.pins


def test_pins_are_sorted_and_leave_out_the_project_labels_and_known_ones(
    pins, tmp_path: Path
) -> None:
    installed = [("torch", "2.13.0+cpu"), ("Ruff", "1"), ("pcc-assistant", "0.1.0"), ("a_b.c", "2")]
    report = {"install": [{"metadata": {"name": n, "version": v}} for n, v in installed]}
    (tmp_path / "run.json").write_text(json.dumps(report))
    (tmp_path / "known.lock").write_text("ruff==1\n")
    found = pins(tmp_path / "run.json", [tmp_path / "known.lock"])
    assert found == ["a-b-c==2", "torch==2.13.0"]


def test_locked_files_pin_exactly_and_name_no_place() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        assert lines == sorted(lines)
        assert all(line.count("==") == 1 and "/" not in line for line in lines)


def test_everything_the_project_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    locked = (ROOT / "requirements.lock").read_text() + (ROOT / "requirements-dev.lock").read_text()
    pinned = {line.partition("==")[0] for line in locked.splitlines()}
    wanted = {one.split(">")[0].split("=")[0].strip().lower() for one in asked}
    assert wanted <= pinned
