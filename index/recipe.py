"""What an index was made with: two indexes of one recipe can be read by the same code."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Self

from index import words
from index.embedding import embedding_recipe
from index.errors import RecipeMismatch
from index.settings import IndexSettings

_LAYOUT = 3  # goes up when the folder of a generation is laid out differently


@dataclass(frozen=True, slots=True)
class Recipe:
    """The parts whose change makes an index useless.

    How passages are cut is not among them: an index holds the passages of the catalogue, and an
    update cuts anew what was cut by an older recipe.
    """

    embedding: str
    keywords: str
    vectors: str  # kept "embedded" or on a "server"
    layout: int = _LAYOUT

    @classmethod
    def of(cls, settings: IndexSettings) -> Self:
        """What this program, with these settings, makes and reads."""
        place = "embedded" if settings.chroma_url is None else "server"
        return cls(embedding_recipe(settings), words.RECIPE, place)

    @classmethod
    def decode(cls, stored: str) -> Self:
        """The recipe again from its JSON, which an older program may have written."""
        parts = json.loads(stored)
        return cls(**{part.name: parts.get(part.name, "unknown") for part in fields(cls)})

    def encode(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self), sort_keys=True)

    def require(self, stored: "Recipe") -> None:
        """Raise RecipeMismatch unless `stored` is this recipe."""
        wanted, found = asdict(self), asdict(stored)
        differences = [
            f"{part} is {found[part]}, not {wanted[part]}"
            for part in wanted
            if wanted[part] != found[part]
        ]
        if differences:
            raise RecipeMismatch(
                f"The library was indexed differently from what is asked for now "
                f"({'; '.join(differences)})",
                "Run 'pcc library check --repair' to rebuild the indexes, or set back what changed",
            )
