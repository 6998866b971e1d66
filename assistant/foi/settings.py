"""What an office sets once: who it is, who signs, who reviews, whom it points to, how it counts."""

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.foi.clock import ClockSettings


class CostSettings(BaseModel):
    """The appropriate limit of section 12. (K) 18 hours at £25 for an office as for a force."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    hours: float = Field(18.0, gt=0, description="Hours of work that the limit allows")
    pounds_per_hour: float = Field(25.0, gt=0, description="Pounds that an hour counts for")

    @property
    def pounds(self) -> float:
        """The limit in pounds."""
        return self.hours * self.pounds_per_hour


class OfficeSettings(BaseModel):
    """The office as its letters name it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(
        "Office of the Police and Crime Commissioner", description="Name on the letterhead"
    )
    address: str = Field("", description="Postal address, parts divided by commas")
    email: str = Field("", description="Address for requests and reviews")
    telephone: str = Field("", description="Telephone number on letters")
    website: str = Field("", description="Address of the website")
    contact: str = Field("", description="Named contact for requests")
    signatory: str = Field("", description="Who signs letters")
    signatory_role: str = Field("", description="Role of the signatory")
    reviewer: str = Field("", description="Who reviews answers; never the signatory")
    reviewer_role: str = Field("", description="Role of the reviewer")
    office_holders: tuple[str, ...] = Field(
        (), description="Names that letters may hold beside those found in the library"
    )


class RegulatorSettings(BaseModel):
    """The regulator that a requester may complain to. Its name is changing, so it is data."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field("Information Commissioner's Office", description="Name of the regulator")
    address: str = Field(
        "Wycliffe House, Water Lane, Wilmslow, Cheshire, SK9 5AF", description="Postal address"
    )
    telephone: str = Field("0303 123 1113", description="Telephone number")
    website: str = Field("https://ico.org.uk/make-a-complaint/", description="Where to complain")


class FoiSettings(BaseModel):
    """Everything about requests that an office may set."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    office: OfficeSettings = OfficeSettings()
    regulator: RegulatorSettings = RegulatorSettings()
    clock: ClockSettings = ClockSettings()
    cost: CostSettings = CostSettings()
    holidays_file: Path | None = Field(
        None, description="Bank holidays as the government publishes them; empty: as shipped"
    )
    holidays_url: str = Field(
        "https://www.gov.uk/bank-holidays.json",
        description="Where holidays are fetched from when a person asks for it, and only then",
    )
    extra_holidays: tuple[date, ...] = Field(
        (), description="One-off holidays proclaimed since, as a JSON list of dates"
    )
    bodies_file: Path | None = Field(
        None, description="TOML file of the bodies to point to; empty: as shipped"
    )
    letter_words: Path | None = Field(
        None, description="TOML file of the letter's standing words; empty: as shipped"
    )
    template: Path | None = Field(
        None, description="Word template of the letter; empty: as shipped"
    )
    related_days: int = Field(
        60, ge=1, description="Working days within which similar requests may be added up"
    )
    keep_days: int = Field(
        730, ge=1, description="Days that a closed request keeps its letter and requester"
    )
    confidence: float = Field(
        0.3, ge=0, le=1, description="Confidence below which an answer is not proposed"
    )
    coverage: float = Field(
        0.45,
        ge=0,
        le=1,
        description="Share of what is asked that an answer's sources must speak of",
    )
