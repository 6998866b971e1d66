"""What can go wrong in answering.

AssistantError
└── ThesaurusError    the word list does not parse
"""


class AssistantError(Exception):
    """Base of all errors of the assistant; the message says what failed and what to do."""


class ThesaurusError(AssistantError):
    """The word list is not a TOML file with a list of groups of words."""
