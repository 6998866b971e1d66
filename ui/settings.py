"""What an office sets for its pages: its name, colours, wording and the limits on visitors."""

from ipaddress import IPv4Network, IPv6Network
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


class LimitSettings(BaseModel):
    """How much one visitor may ask of the pages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    question_characters: int = Field(
        default=300, ge=20, le=2_000, description="longest question on the public page"
    )
    officer_question_characters: int = Field(
        default=2_000, ge=20, le=10_000, description="longest question on the officer pages"
    )
    questions_per_minute: int = Field(
        default=30, ge=1, description="questions one visitor may keep up, after the first burst"
    )
    question_burst: int = Field(
        default=20, ge=1, description="questions one visitor may ask at once before being slowed"
    )
    address_questions_per_minute: int = Field(
        default=600, ge=1, description="the same for all visitors behind one network address"
    )
    address_question_burst: int = Field(
        default=300, ge=1, description="burst for all visitors behind one network address"
    )
    requests_per_minute: int = Field(
        default=1_200, ge=10, description="requests of any kind from one network address"
    )
    longest_wait: float = Field(
        default=20.0, ge=0, description="seconds a question may be held back before it is refused"
    )
    answer_threads: int = Field(
        default=8, ge=1, le=64, description="questions answered at the same moment"
    )
    waiting_questions: int = Field(
        default=200, ge=1, description="questions that may wait for a free place"
    )
    body_bytes: int = Field(
        default=64_000, ge=4_096, description="largest request body outside uploads"
    )
    upload_bytes: int = Field(
        default=100_000_000, ge=1_000, description="largest uploaded file, in bytes"
    )
    upload_files: int = Field(default=50, ge=1, description="most files in one upload")


class AccountSettings(BaseModel):
    """How long a login lasts and how guessing is slowed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    session_hours: int = Field(
        default=24, ge=21, le=168, description="life of a login; over 20 hours, so WCAG 2.2.1 holds"
    )
    failures_allowed: int = Field(
        default=5, ge=1, le=20, description="wrong passwords before the name is locked"
    )
    attempts_per_minute: int = Field(
        default=10, ge=1, description="times one network address may try to log in"
    )
    lock_minutes: int = Field(default=15, ge=1, description="how long a locked name stays locked")
    secure_cookies: bool = Field(
        default=False, description="send the login cookie over HTTPS only; set it behind a proxy"
    )


class UiSettings(BaseModel):
    """The pages of one office."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    office_name: str = Field(
        default="Office of the Police and Crime Commissioner",
        min_length=1,
        max_length=120,
        description="printed at the head of every page",
    )
    service_name: str = Field(
        default="Ask our documents", min_length=1, max_length=60, description="name of the service"
    )
    contact_email: str = Field(default="", max_length=200, description="where people can write")
    contact_phone: str = Field(default="", max_length=40, description="where people can ring")
    contact_address: str = Field(default="", max_length=300, description="postal address")
    website: str = Field(
        default="",
        max_length=200,
        pattern=r"^(https?://\S+)?$",
        description="the office's own site",
    )
    banner: str = Field(
        default="",
        max_length=400,
        description="a notice above every public page, in plain text",
    )
    header_colour: Colour = Field(default="#1d3557", description="background of the page header")
    accent_colour: Colour = Field(default="#1d5c96", description="links and main buttons")
    answering: bool = Field(default=True, description="false turns answering off; search stays on")
    switched_off_message: str = Field(
        default="Answering is switched off at the moment. You can still search the documents.",
        max_length=400,
        description="shown in place of an answer while answering is off",
    )
    examples: tuple[str, ...] = Field(
        default=(), max_length=6, description="example questions; none: taken from the library"
    )
    log_level: Literal["debug", "info", "warning"] = Field(
        default="info", description="what is logged; requests are logged at debug"
    )
    keep_answers_days: int = Field(
        default=365, ge=1, description="days an answer record is kept before it is deleted"
    )
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...] = Field(
        default=(), description="networks whose X-Forwarded-* headers are believed"
    )
    sub_path: str = Field(
        default="",
        pattern=r"^(/[A-Za-z0-9._~-]+)*$",
        description="path under which a reverse proxy shows the pages, e.g. /ask",
    )
    limits: LimitSettings = LimitSettings()
    accounts: AccountSettings = AccountSettings()
