"""What can go wrong in the pages and commands.

UiError
├── ConfigError      a setting is wrong or unknown
├── SwitchError      the answering switch could not be changed
├── AccountError     a user could not be made, found or changed
└── ServeError       the pages cannot be served as asked
"""


class UiError(Exception):
    """Base of this folder's errors. The message says what failed, on what, and what to do."""


class ConfigError(UiError):
    """A setting is wrong or unknown."""


class SwitchError(UiError):
    """The answering switch could not be changed."""


class AccountError(UiError):
    """A user could not be made, found or changed."""


class ServeError(UiError):
    """The pages cannot be served as asked."""
