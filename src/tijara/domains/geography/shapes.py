"""Places, as plain facts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Level(StrEnum):
    REGION = "region"
    CITY = "city"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class Region:
    code: str
    country: str
    name_ar: str
    name_en: str
    name_fr: str = ""


@dataclass(frozen=True, slots=True)
class City:
    """`code` is unique over all countries: "sa-riyadh"."""

    code: str
    country: str
    region: str
    name_ar: str
    name_en: str
    name_fr: str = ""
    """Where French calls it otherwise than English."""


@dataclass(frozen=True, slots=True)
class District:
    """A part of a city. Addresses keep its name as it was written, not its code."""

    code: str
    city: str
    name_ar: str
    name_en: str


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """How many places of a country are known at a level: by the project, and by a list beside."""

    country: str
    level: Level
    shipped: int
    brought: int
    told_at: datetime | None


@dataclass(frozen=True, slots=True)
class RefusedPlace:
    """A row that was not taken, the line it begins on, and the code of the reason."""

    line: int
    fault: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacesReport:
    """What a list of places would change, or has changed."""

    country: str
    level: Level
    is_dry_run: bool
    rows: int
    added: int
    changed: int
    same: int
    shipped: int
    """Rows that name what ships with the project: its names stay."""
    examples: tuple[str, ...]
    """Some of the new ones."""
    columns: dict[str, str]
    """Which column was taken for what."""
    refused: tuple[RefusedPlace, ...]
