from pathlib import Path

import pytest

from ui.config import Settings, describe, load_settings, variables
from ui.errors import ConfigError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "pcc.toml"
    path.write_text('[index]\ndata_dir = "from-file"\ndepth = 7\n[ui.limits]\nupload_files = 3\n')
    return path


def test_file_then_environment_then_flags(file: Path) -> None:
    environment = {"PCC_CONFIG": str(file), "PCC_DATA_DIR": "from-environment", "PCC_DEPTH": "8"}
    settings = load_settings(environment, flags={("index", "data_dir"): Path("from-flag")})
    assert settings.index.data_dir == Path("from-flag")
    assert settings.index.depth == 8
    assert settings.ui.limits.upload_files == 3


def test_a_flag_that_was_not_given_changes_nothing(file: Path) -> None:
    settings = load_settings({}, file, {("index", "data_dir"): None})
    assert settings.index.data_dir == Path("from-file")


def test_the_file_in_the_working_folder_is_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    assert load_settings({}).index.depth == 7


def test_long_and_short_variables_set_the_same() -> None:
    names = variables()
    assert names["PCC_INDEX_DATA_DIR"] == names["PCC_DATA_DIR"] == ("index", "data_dir")
    assert names["PCC_UI_LIMITS_UPLOAD_FILES"] == ("ui", "limits", "upload_files")


def test_lists_are_given_as_json() -> None:
    settings = load_settings({"PCC_UI_EXAMPLES": '["Who?", "When?"]'})
    assert settings.ui.examples == ("Who?", "When?")


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"PCC_DEPTH": "none"}, "index.depth"),
        ({"PCC_DATADIR": "x"}, "did you mean PCC_DATA_DIR"),
        ({"PCC_CONFIG": "nowhere.toml"}, "no settings file nowhere.toml"),
        ({"PCC_UI_EXAMPLES": "[broken"}, "not a JSON list"),
    ],
)
def test_a_wrong_variable_is_named(environment: dict[str, str], words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        load_settings(environment)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[index", "not a readable TOML"),
        ("[index]\ndept = 3\n", "index.dept"),
        ("index = 3\n", "index"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "pcc.toml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=words):
        load_settings({"PCC_DEPTH": "3"}, path)


def test_variables_of_other_programs_are_left_alone() -> None:
    assert load_settings({"PCC_SHARED": "/x", "PCC_SOMETHING_ELSE": "1"}) == Settings()


def test_every_setting_says_what_it_is_for() -> None:
    lines = describe(Settings())
    assert [line.variable for line in lines if not line.description] == []
    assert len({line.variable for line in lines}) == len(lines)
