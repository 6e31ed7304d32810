"""Put licence codes into a stock: each is one unit, sealed, and sold once."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import F

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record
from tijara.platform.secrets import seal

from ..events import StockChanged
from ..models import Code, Movement, Stock
from ..rules import LONGEST_CODE, MOST_CODES, about_code, codes_in, last_of, mark_of
from ..shapes import CodesAdded, CostChange, CostKind, MovementKind, StockKind
from .keep_as import keep_as
from .keep_costs import keep_costs


@action(power=Power.STOCK_MANAGE)
def add_codes(*, actor: Actor, seller_id: UUID, stock_id: UUID, text: str) -> CodesAdded:
    """One code a line. Those that the stock has had before are left out and told; so the same
    form sent twice adds nothing the second time."""
    codes = codes_in(text)
    if fault := _fault(codes):
        raise Invalid({"codes": fault})
    stock = keep_as(actor=SYSTEM, seller_id=seller_id, stock_id=stock_id, kind=StockKind.CODES)
    marks = {mark_of(seller_id, code): code for code in codes}
    kept = Code.objects.filter(seller_id=seller_id, stock_id=stock_id, mark__in=list(marks))
    for known in kept.values_list("mark", flat=True):
        del marks[known]
    if marks:
        _put(stock, marks)
    return CodesAdded(added=len(marks), repeated=len(codes) - len(marks))


def _fault(codes: Sequence[str]) -> str:
    if not codes:
        return "required"
    if len(codes) > MOST_CODES:
        return "too_many_codes"
    return "code_too_long" if max(map(len, codes)) > LONGEST_CODE else ""


def _put(stock: Stock, codes: dict[str, str]) -> None:
    """`codes` by their marks. The stock is locked, so nobody else is adding to it."""
    rows = [Code(seller_id=stock.seller_id, stock_id=stock.id, mark=mark) for mark in codes]
    for row, code in zip(rows, codes.values(), strict=True):
        row.sealed = seal(code, about=about_code(row.seller_id, row.id))
        row.last = last_of(code)
    Code.objects.bulk_create(rows)
    mine = Stock.objects.filter(seller_id=stock.seller_id, id=stock.id)
    mine.update(on_hand=F("on_hand") + len(rows))
    reference_id = new_id()
    Movement.objects.create(
        seller_id=stock.seller_id,
        stock_id=stock.id,
        quantity=len(rows),
        kind=MovementKind.RECEIPT,
        reference_id=reference_id,
    )
    keep_costs(
        actor=SYSTEM,
        seller_id=stock.seller_id,
        changes=[CostChange(stock.id, CostKind.RECEIVED, len(rows))],
        reference_id=reference_id,
    )
    record(stock.seller_id, StockChanged(stock.seller_id, (stock.variant_id,)))
