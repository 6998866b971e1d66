"""Settings of every folder, composed once: the TOML file, then `PCC_*` variables, then flags.

Each folder owns one small frozen model; this module only puts them together. In the file each
model is a table (`[index]`, `[ui.limits]`). The variable of a setting is its path in capitals
(`PCC_INDEX_DATA_DIR`, `PCC_UI_LIMITS_BODY_BYTES`); where a setting's own name is used only once,
the short form does as well (`PCC_DATA_DIR`).
"""

import difflib
import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.foi.settings import FoiSettings
from assistant.settings import AssistantSettings
from index.settings import IndexSettings
from ingest.settings import IngestSettings
from ui.errors import ConfigError
from ui.settings import UiSettings

DEFAULT_FILE = Path("pcc.toml")
PREFIX = "PCC_"
FILE_VARIABLE = "PCC_CONFIG"

SettingPath = tuple[str, ...]
Tree = dict[str, object]


class Settings(BaseModel):
    """Everything that can be set, one part for each folder, and one for requests."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ingest: IngestSettings = IngestSettings()
    index: IndexSettings = IndexSettings()
    assistant: AssistantSettings = AssistantSettings()
    foi: FoiSettings = FoiSettings()
    ui: UiSettings = UiSettings()


def load_settings(
    environment: Mapping[str, str],
    file: Path | None = None,
    flags: Mapping[SettingPath, object] | None = None,
) -> Settings:
    """Compose the settings. A flag of None was not given.

    The file is `file`, else the one `PCC_CONFIG` names, else `pcc.toml` if it is there.
    Raises ConfigError that names the setting and where its value came from.
    """
    tree = _read_file(_file_to_read(environment, file))
    for path, value in _from_environment(environment):
        _plant(tree, path, value)
    for path, value in (flags or {}).items():
        if value is not None:
            _plant(tree, path, value)
    try:
        return Settings.model_validate(tree)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise ConfigError(f"setting {name}: {first['msg']}. See docs/SETTINGS.md") from error


def variables() -> dict[str, SettingPath]:
    """Every variable that sets something, long and short, with the path it sets."""
    paths = tuple(_leaves(Settings))
    uses = Counter(path[-1] for path in paths)
    names = {_variable(path): path for path in paths}
    return names | {_variable(path[-1:]): path for path in paths if uses[path[-1]] == 1}


@dataclass(frozen=True, slots=True)
class SettingLine:
    """One setting as it is listed: its variable, its value and what it is for."""

    variable: str
    value: str
    description: str


def describe(settings: Settings) -> tuple[SettingLine, ...]:
    """Every setting with its value, in the order of the models."""
    return tuple(_described(settings, path) for path in _leaves(Settings))


def _described(settings: BaseModel, path: SettingPath) -> SettingLine:
    model = settings
    for name in path[:-1]:
        model = getattr(model, name)
    field = type(model).model_fields[path[-1]]
    value = "" if (found := getattr(model, path[-1])) is None else str(found)
    return SettingLine(_variable(path), value, field.description or "")


def _leaves(model: type[BaseModel], above: SettingPath = ()) -> Iterator[SettingPath]:
    for name, field in model.model_fields.items():
        inner = _model_in(field.annotation)
        if inner is None:
            yield (*above, name)
        else:
            yield from _leaves(inner, (*above, name))


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return None


def _variable(path: SettingPath) -> str:
    return PREFIX + "_".join(path).upper()


def _file_to_read(environment: Mapping[str, str], file: Path | None) -> Path | None:
    named = file or (Path(environment[FILE_VARIABLE]) if environment.get(FILE_VARIABLE) else None)
    if named is None:
        return DEFAULT_FILE if DEFAULT_FILE.is_file() else None
    if not named.is_file():
        raise ConfigError(f"there is no settings file {named}: correct --config or {FILE_VARIABLE}")
    return named


def _read_file(file: Path | None) -> Tree:
    if file is None:
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{file} is not a readable TOML file: {error}") from error


def _from_environment(environment: Mapping[str, str]) -> Iterator[tuple[SettingPath, object]]:
    known = variables()
    for name, value in sorted(environment.items()):
        if name in known:
            yield known[name], _value(value)
        elif name.startswith(PREFIX) and (near := difflib.get_close_matches(name, known, 1, 0.85)):
            raise ConfigError(f"there is no setting {name}: did you mean {near[0]}?")


def _value(text: str) -> object:
    """Lists are given as JSON; everything else is typed by the model."""
    if text.startswith("["):
        try:
            return json.loads(text)
        except ValueError as error:
            raise ConfigError(f"{text} is not a JSON list: {error}") from error
    return text


def _plant(tree: Tree, path: SettingPath, value: object) -> None:
    *above, last = path
    for name in above:
        branch = tree.setdefault(name, {})
        if not isinstance(branch, dict):
            raise ConfigError(f"setting {'.'.join(path)}: {name} must be a table in the file")
        tree = branch
    tree[last] = value
