"""A basket made ready for the eye: what is missing for free delivery, what has gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from tijara.domains.carts.shapes import PickedLine
from tijara.domains.checkout.queries import BLOCKING
from tijara.domains.checkout.shapes import Basket, SellerBasket
from tijara.domains.markets.queries import tax_classes
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.taxes.shapes import TaxGroup
from tijara.kit.money import Money
from tijara.ui.taxes import ShownTaxes, shown_taxes

GONE = BLOCKING - {"few_left"}


@dataclass(frozen=True, slots=True)
class ShownSeller:
    """`missing` is what to add for free delivery; None where it is free or never is."""

    part: SellerBasket
    missing: Money | None

    @property
    def sells(self) -> bool:
        """Something of it can still be bought: only then is it promised a day and a way."""
        return any(line.problem not in GONE for line in self.part.lines)


def shown_sellers(whole: Basket) -> list[ShownSeller]:
    return [ShownSeller(part, _missing(part)) for part in whole.sellers]


def taxes_of_basket(groups: Sequence[TaxGroup], market: MarketPolicy) -> ShownTaxes:
    """Of a whole basket, or of it with the fee of one way to pay."""
    classes, includes_tax = tax_classes(market.country), market.prices_include_tax
    return shown_taxes(groups, market.currency, classes, includes_tax=includes_tax)


def has_lost(whole: Basket) -> bool:
    """Whether lines were left out because no shop has them any more."""
    lines = [line for part in whole.sellers for line in part.lines]
    return whole.has_problems and not any(line.problem in BLOCKING for line in lines)


def lost_lines(whole: Basket, picked: Sequence[PickedLine]) -> list[UUID]:
    """Offers that were picked and that no shop has any more."""
    shown = {line.offer_id for part in whole.sellers for line in part.lines}
    return [line.offer_id for line in picked if line.offer_id not in shown]


def _missing(part: SellerBasket) -> Money | None:
    if not part.delivery or part.free_from is None or not part.items < part.free_from:
        return None
    return part.free_from - part.items
