"""What can go wrong in answering.

AssistantError
├── BodiesUnreadable  the list of other bodies cannot be used
└── ThesaurusError    the word list does not parse
"""


class AssistantError(Exception):
    """Base of all errors of the assistant; the message says what failed and what to do."""


class ThesaurusError(AssistantError):
    """The word list is not a TOML file with a list of groups of words."""


class BodiesUnreadable(AssistantError):
    """The list of other bodies that may hold what is asked cannot be used."""
