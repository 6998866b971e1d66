import pickle
import re

import pytest

from ingest import errors
from ingest.errors import IngestError


def kinds() -> list[type[IngestError]]:
    found = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    return [kind for kind in found if issubclass(kind, IngestError)]


@pytest.mark.parametrize("kind", kinds())
def test_every_error_says_on_what_what_and_what_to_do(kind):
    error = kind("a.pdf", "it is broken", "Mend it.")
    assert str(error) == "a.pdf: it is broken. Mend it."


@pytest.mark.parametrize("kind", kinds())
def test_errors_come_back_whole_from_another_process(kind):
    error = pickle.loads(pickle.dumps(kind("a.pdf", "it is broken", "Mend it.")))
    assert type(error) is kind
    assert (error.name, error.what, error.remedy) == ("a.pdf", "it is broken", "Mend it.")


def test_the_tree_in_the_module_is_the_tree():
    drawn = re.findall(r"\w+", errors.__doc__)
    assert {kind.__name__ for kind in kinds()} == {word for word in drawn if hasattr(errors, word)}
