"""The cells of the stock list: units on the shelf and prices, as they are typed. Each cell that was
changed is an action of its own; what is refused says why beside it, and the others are saved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid5

from django.http import Http404

from tijara.domains.inventory.actions import (
    BelowHeld,
    MovedMeanwhile,
    NoSuchStock,
    NotCounted,
    count_stock,
)
from tijara.domains.offers.actions import OfferChangedMeanwhile, OfferUnknown, change_price
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferCard, OfferKey
from tijara.faces.seller_hub.desk import Desk
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.ui.goods.sheet import read_id
from tijara.ui.refusal_texts import field_sentence, sentence_of
from tijara.ui.typed import amount, whole_number

UNITS, PRICE = "units", "price"
REFUSED = (
    BelowHeld,
    MovedMeanwhile,
    NoSuchStock,
    NotCounted,
    OfferChangedMeanwhile,
    OfferUnknown,
)
"""What may have come between: the row is older than the shelf, or gone from it."""
LONGEST = 20
MOST = 200
"""Cells of one form; a page of the list has fewer."""


@dataclass(frozen=True, slots=True)
class Cell:
    """`what` is UNITS of a stock or PRICE of an offer; `sentence` is empty where it was saved."""

    what: str
    row_id: UUID
    typed: str
    sentence: str = ""

    @property
    def name(self) -> str:
        return f"{self.what}_{self.row_id}"


def save_cells(desk: Desk, form: Mapping[str, str]) -> list[Cell]:
    """Those that were changed, each with what became of it."""
    key = read_id(form.get("key", ""))
    if key is None:
        raise Http404
    changed = [name for name in form if _is_changed(name, form)][:MOST]
    prices = [_row_of(name) for name in changed if name.startswith(PRICE)]
    known = offers([OfferKey(desk.seller_id, one) for one in prices]) if prices else {}
    found = []
    for name in changed:
        row_id, typed = _row_of(name), form[name]
        if name.startswith(UNITS):
            seen = whole_number(form.get(f"seen_{row_id}", ""))
            sentence = _tried(_count, desk, row_id, typed, seen, uuid5(key, f"{name} {typed}"))
        else:
            card = known.get(OfferKey(desk.seller_id, row_id))
            version = whole_number(form.get(f"version_{row_id}", "")) or 0
            sentence = _tried(_reprice, desk, row_id, typed, card, version)
        found.append(Cell(name.partition("_")[0], row_id, typed[:LONGEST], sentence))
    return found


def _is_changed(name: str, form: Mapping[str, str]) -> bool:
    what, _, row = name.partition("_")
    if what not in (UNITS, PRICE) or not row:
        return False
    kept = form.get(f"{'seen' if what == UNITS else 'kept'}_{row}", "")
    return form[name].strip() != kept


def _row_of(name: str) -> UUID:
    """A field that names no row was not made by us."""
    row_id = read_id(name.partition("_")[2])
    if row_id is None:
        raise Http404
    return row_id


def _tried(act: Callable[..., str], *given: object) -> str:
    """What is wrong, as a sentence; nothing where it was saved."""
    try:
        return act(*given)
    except Invalid as refusal:
        return field_sentence(next(iter(refusal.fields.values())))
    except REFUSED as refusal:
        return sentence_of(refusal)


def _count(desk: Desk, stock_id: UUID, typed: str, seen: int | None, key: UUID) -> str:
    desk.must(Power.STOCK_MANAGE)
    on_hand = whole_number(typed)
    if on_hand is None:
        return field_sentence("not_a_number")
    count_stock(
        actor=desk.actor,
        seller_id=desk.seller_id,
        stock_id=stock_id,
        on_hand=on_hand,
        key=key,
        seen=seen,
    )
    return ""


def _reprice(desk: Desk, offer_id: UUID, typed: str, card: OfferCard | None, version: int) -> str:
    """A price that has come up to the old one is no reduction any more: the old one goes."""
    price = amount(typed, desk.market.currency)
    if price is None:
        return field_sentence("not_an_amount")
    change_price(
        actor=desk.actor,
        seller_id=desk.seller_id,
        offer_id=offer_id,
        price=price,
        was=_was(card, price),
        version=version,
    )
    return ""


def _was(card: OfferCard | None, price: Money) -> Money | None:
    return card.was if card and card.was and price < card.was else None
