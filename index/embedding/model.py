"""Find the model that a setting names, and name its exact weights."""

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

_WHOLE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Model:
    """A sentence-transformers model: where it is and its recipe.

    `location` is a folder, or a name that sentence-transformers resolves by itself.
    """

    location: str
    recipe: str

    @property
    def short_name(self) -> str:
        """A name for what is kept of this model on disk."""
        return short_name(self.recipe)


def short_name(recipe: str) -> str:
    """A name for what is kept on disk of the model of `recipe`."""
    return hashlib.sha256(recipe.encode()).hexdigest()[:16]


def find_model(name: str) -> Model:
    """The model for the setting `name`: a folder, a package with a `model` folder, or a name."""
    folder = Path(name)
    if not folder.is_dir():
        packaged = _packaged_folder(name)
        if packaged is None:
            return Model(name, f"{name}:by-name")
        folder = packaged
    return Model(str(folder), f"{Path(name).name}:{_digest(folder)}")


def _packaged_folder(name: str) -> Path | None:
    if not name.isidentifier():
        return None
    spec = importlib.util.find_spec(name)
    for place in (spec.submodule_search_locations or []) if spec else []:
        folder = Path(place) / "model"
        if folder.is_dir():
            return folder
    return None


def _digest(folder: Path) -> str:
    """Of every file's name, size and contents; of a large one only its first and last megabyte.

    Hashing all of the weights would cost every question a tenth of a second.
    """
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix not in {".json", ".txt", ".safetensors", ".bin", ".model"}:
            continue
        size = path.stat().st_size
        digest.update(f"{path.relative_to(folder)}:{size}\n".encode())
        with path.open("rb") as file:
            digest.update(file.read(_WHOLE_BYTES))
            if size > _WHOLE_BYTES:
                file.seek(max(_WHOLE_BYTES, size - _WHOLE_BYTES))
                digest.update(file.read())
    return digest.hexdigest()[:12]
