"""The image and the compose file name what exists. Building them needs a Docker daemon."""

import re
from pathlib import Path

import yaml

from ui.cli import COMMANDS
from ui.config import FILE_VARIABLE, variables

ROOT = Path(__file__).resolve().parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")


def test_what_the_image_copies_is_there_and_let_through() -> None:
    let_through = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    copied = [
        name
        for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.M)
        for name in line.split()
    ]
    assert len(copied) > 5
    for name in copied:
        assert (ROOT / name).exists(), name
        assert f"!{name}" in let_through


def test_the_settings_and_commands_they_name_exist() -> None:
    named = set(re.findall(r"\bPCC_[A-Z_]+[A-Z]\b", DOCKERFILE + COMPOSE))
    assert named <= set(variables()) | {FILE_VARIABLE}
    assert re.search(r'^CMD \["(\w+)"', DOCKERFILE, re.M)[1] in COMMANDS  # type: ignore[index]


def test_the_chroma_server_is_started_only_when_asked_for_and_reached_by_nobody_else() -> None:
    compose = yaml.safe_load(COMPOSE)
    chroma = compose["services"]["chroma"]
    assert chroma["profiles"] == ["chroma"]
    assert chroma["entrypoint"][:2] == ["chroma", "run"]
    assert "ports" not in chroma
    assert [compose["networks"][name] for name in chroma["networks"]] == [{"internal": True}]


def test_containers_run_without_rights() -> None:
    assert re.search(r"^USER pcc$", DOCKERFILE, re.M)
    for service in yaml.safe_load(COMPOSE)["services"].values():
        assert service["read_only"]
        assert service["cap_drop"] == ["ALL"]
