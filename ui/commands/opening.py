"""What a command works with, made from the settings that file, environment and flags give."""

import os
from pathlib import Path

from ui.accounts.accounts import Accounts
from ui.config import Settings, load_settings
from ui.records import AnswerRecords
from ui.switch import Switch


def settings_for(config: Path | None, data_dir: Path | None) -> Settings:
    """The settings. Raises ConfigError."""
    return load_settings(os.environ, config, {("index", "data_dir"): data_dir})


def switch_of(config: Path | None, data_dir: Path | None) -> Switch:
    """The answering switch of the data folder."""
    return Switch(settings_for(config, data_dir).index.data_dir)


def accounts_of(config: Path | None, data_dir: Path | None) -> Accounts:
    """The users of the data folder."""
    settings = settings_for(config, data_dir)
    return Accounts(settings.index.data_dir, settings.ui.accounts)


def records_of(config: Path | None, data_dir: Path | None) -> AnswerRecords:
    """The answer records of the data folder; close them after use."""
    settings = settings_for(config, data_dir)
    return AnswerRecords(settings.index.data_dir, settings.ui.keep_answers_days)
