"""What may be set about reading documents."""

from pydantic import BaseModel, ConfigDict, Field


class IngestSettings(BaseModel):
    """Limits and choices for reading one file. Sizes are bytes, times are seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_file_bytes: int = Field(
        default=200 * 1024 * 1024, gt=0, description="Larger files are reported, not read."
    )
    max_pages: int = Field(default=2000, gt=0, description="Pages of one file that are read.")
    max_characters: int = Field(
        default=20_000_000, gt=0, description="Characters of text taken from one file."
    )
    max_unpacked_bytes: int = Field(
        default=400 * 1024 * 1024, gt=0, description="Unpacked size allowed for a Word file."
    )
    max_seconds: float = Field(default=30.0, gt=0, description="Wall time for one file.")
    ocr_page_seconds: float = Field(
        default=20.0, gt=0, description="Wall time more for each page read from its picture."
    )
    max_memory_bytes: int = Field(
        default=1024 * 1024 * 1024, gt=0, description="Memory of the process that reads one file."
    )
    workers: int | None = Field(
        default=None, gt=0, description="Files read at once; unset means one per core."
    )
    ocr: bool = Field(default=True, description="Read scanned pages with Tesseract if installed.")
    ocr_language: str = Field(default="eng", description="Tesseract language data to use.")
    ocr_dpi: int = Field(default=300, ge=72, le=600, description="Resolution pages are scanned at.")
