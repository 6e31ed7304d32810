"""Who pays the way back of a return, and how much that is."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money


class Payer(StrEnum):
    BUYER = "buyer"
    SELLER = "seller"
    MARKET = "market"


class CarriageEnd(StrEnum):
    """How the way back was settled between who has paid its carrier and who has to."""

    NONE = ""
    CHARGED = "charged"
    """Taken off what goes back to the buyer, for the seller, who had it fetched."""
    BY_SELLER = "by_seller"
    """Given to the buyer, who has sent it, by the seller."""
    BY_MARKET = "by_market"
    """Given to the buyer by the market."""
    TO_SELLER = "to_seller"
    """Given to the seller, who had it fetched, by the market."""


GIVEN = (CarriageEnd.BY_SELLER, CarriageEnd.BY_MARKET)
"""The buyer gets it."""


@dataclass(frozen=True, slots=True)
class CarriageTerms:
    """A market's word: who pays for which reason, and how much where no band fits. `charge_minor`
    None: as much as the delivery of the order had cost. A market that has said nothing settles
    nothing: whoever is to pay pays the carrier."""

    unwanted: Payer = Payer.BUYER
    fault: Payer = Payer.SELLER
    warranty: Payer = Payer.SELLER
    charge_minor: int | None = None


@dataclass(frozen=True, slots=True)
class CarriageBand:
    """What the way back from a place costs, up to a weight. Empty or None: whatever it is."""

    place: str
    up_to_grams: int | None
    charge_minor: int
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Carriage:
    """Of one return: who pays the way back, and what for it, with the tax in it."""

    payer: Payer
    amount: Money
