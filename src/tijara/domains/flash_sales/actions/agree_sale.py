"""The market agrees to a flash sale: from now on its units are set apart."""

from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from tijara.domains.inventory.actions import NotEnoughStock, hold_stock
from tijara.domains.inventory.shapes import HoldRequest
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import Sale
from ..queries import forget_sales
from ..queries import sale as sale_view
from ..shapes import SaleView
from .turn_sale import NoSuchSale, turn_sale

AFTER = timedelta(days=1)
"""How much longer its units are held than it lasts: ending it lets them go, not the sweep."""
MOST_WAVE = 20_000


class SaleTermsInvalid(Invalid):
    """The limits can't be those, or the stock has fewer units than were to be set apart."""

    code = "flash_sales.terms_invalid"


@action(power=Power.MARKETS_MANAGE)
def agree_sale(
    *,
    actor: Actor,
    seller_id: UUID,
    sale_id: UUID,
    wave: int,
    per_person: int,
    per_household: int,
) -> None:
    """On these limits. All of its goods are held in the same commit, or it is not agreed."""
    sale = sale_view(seller_id, sale_id)
    if sale is None:
        raise NoSuchSale()
    wrong = {}
    if not 1 <= wave <= MOST_WAVE:
        wrong["wave"] = "range"
    if not 1 <= per_person <= 100:
        wrong["per_person"] = "range"
    elif not per_person <= per_household <= 100:
        wrong["per_household"] = "range"
    if sale.ends_at <= now():
        wrong["ends_at"] = "past"
    if wrong:
        raise SaleTermsInvalid(wrong)
    turn_sale(actor=actor, seller_id=seller_id, sale_id=sale_id, move="agree")
    Sale.objects.filter(seller_id=seller_id, id=sale_id).update(
        wave=wave, per_person=per_person, per_household=per_household
    )
    _set_apart(sale)
    forget_sales()


def _set_apart(sale: SaleView) -> None:
    """One hold an item, by the item's id, so that each is given out by itself."""
    minutes = _minutes_until(sale.ends_at + AFTER)
    for item in sorted(sale.items, key=lambda one: one.stock_id):
        try:
            hold_stock(
                actor=SYSTEM,
                seller_id=sale.seller_id,
                checkout_id=item.id,
                requests=[HoldRequest(item.stock_id, item.units)],
                minutes=minutes,
            )
        except NotEnoughStock as short:
            raise SaleTermsInvalid({"items": "few"}) from short


def _minutes_until(moment: datetime) -> int:
    return ceil((moment - now()).total_seconds() / 60)
