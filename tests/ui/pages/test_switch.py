"""The switch that turns answering off."""

import pytest

from ui.errors import SwitchError
from ui.switch import Switch


def test_it_is_on_until_somebody_turns_it_off_and_says_why(tmp_path):
    switch = Switch(tmp_path / "data")
    assert switch.state().on
    with pytest.raises(SwitchError, match="say why"):
        switch.off("  ")
    switch.off("Pre-election period")
    assert not Switch(tmp_path / "data").state().on
    assert switch.state().why == "Pre-election period"
    switch.on("It is over")
    assert switch.state().on
    assert [(change.on, change.why) for change in switch.history()] == [
        (False, "Pre-election period"),
        (True, "It is over"),
    ]


@pytest.mark.parametrize("content", ["{", "[]", '{"on": true, "other": 1}'])
def test_a_switch_that_cannot_be_read_is_off(tmp_path, content):
    (tmp_path / "answering-switch.json").write_text(content)
    assert not Switch(tmp_path).state().on


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(SwitchError, match="may be written"):
        Switch(tmp_path / "file").off("why")
