"""What delivery costs, where it goes and when it comes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money


class DeliveryCode(StrEnum):
    STANDARD = "standard"
    EXPRESS = "express"
    PICKUP = "pickup"
    ABROAD = "abroad"
    """To another country, on the terms that the seller has for it: nobody else has any."""


@dataclass(frozen=True, slots=True)
class ServiceName:
    """How a way of delivery is called."""

    name_ar: str
    name_en: str
    name_fr: str


@dataclass(frozen=True, slots=True)
class DeliveryQuote:
    price: Money
    earliest: date
    latest: date
    free_from: Money | None
    """Goods of this seller worth this much are delivered free."""


@dataclass(frozen=True, slots=True)
class DeliveryOption:
    """One way for a seller's parcel to reach the buyer, with its price and its days."""

    code: str
    name_ar: str
    name_en: str
    price: Money
    earliest: date
    latest: date
    free_from: Money | None
    """Goods of this seller worth this much come free this way."""
    place: str = ""
    """Where the goods are picked up, in the seller's words."""
    name_fr: str = ""


@dataclass(frozen=True, slots=True)
class ServiceTerms:
    """A way of delivery as a market or a seller offers it. Days are working days on the road."""

    code: DeliveryCode
    price_minor: int
    free_from_minor: int | None
    from_days: int
    to_days: int
    place: str = ""
    is_offered: bool = True

    @property
    def place_needed(self) -> bool:
        """Goods are picked up somewhere."""
        return self.code is DeliveryCode.PICKUP


@dataclass(frozen=True, slots=True)
class Zone:
    """What is different in one region or city: dearer, slower, or nobody goes there."""

    place: str
    """A region's or a city's code of geography."""
    is_served: bool = True
    extra_minor: int = 0
    extra_days: int = 0


@dataclass(frozen=True, slots=True)
class CountryTerms:
    """What a seller asks to deliver to a country abroad, and how long it takes. Days are working
    days on the road."""

    country: str
    price_minor: int
    free_from_minor: int | None
    from_days: int
    to_days: int


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a seller's goods are at a door, at the latest, in working days on the road; None:
    nothing of his goes to doors. `has_places`: what holds in some places, he says himself."""

    days: int | None
    has_places: bool


@dataclass(frozen=True, slots=True)
class Delays:
    """How many working days longer the road to a place is; None: nobody goes there."""

    usual: int | None
    own: Mapping[UUID, int | None]
    """Of every seller who says it himself."""


@dataclass(frozen=True, slots=True)
class DeliveryTerms:
    """All that a market or a seller has said about delivery."""

    services: tuple[ServiceTerms, ...] = ()
    zones: tuple[Zone, ...] = ()
    abroad: tuple[CountryTerms, ...] = ()
    """Of a seller alone."""
