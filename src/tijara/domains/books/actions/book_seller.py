"""Write what has happened with one seller into his book and into the operator's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tijara.domains.fulfilment.queries import lines_of_parcel, shipments
from tijara.domains.fulfilment.shapes import LineShare, Share
from tijara.domains.inventory.queries import cost_moves
from tijara.domains.inventory.shapes import CostKind, CostMoveView
from tijara.domains.ledger.queries import journals_by_ids
from tijara.domains.ledger.shapes import JournalView
from tijara.domains.orders.queries import orders
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import legal_identities, markets_of
from tijara.domains.returns.queries import refunds_by_reference
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Entry
from ..queries import book_of_seller, zone_of_book
from ..rules import NewEntry, SoldLine, cost_lines, market_lines, seller_lines
from ..shapes import BookKey, Side, Source
from .lock_book import lock_book
from .post_entries import post_entries

SALE = "parcel_delivered"
REDUCED = "price_reduced"
BACK = {
    "return_refunded": "return",
    "return_exchanged": "return",
    "order_refunded": "order",
    REDUCED: "reduction",
}
"""Kinds of journals that take goods, or a part of their price, back; how what is owed is called."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the journal does not say of its sales and returns: by its reference."""

    taxes: Mapping[str, int]
    sold: Mapping[str, tuple[SoldLine, ...]]
    has_number: bool


@action(power=Power.SYSTEM)
def book_seller(
    *, actor: Actor, seller_id: UUID, journal_ids: Sequence[UUID], cost_ids: Sequence[UUID]
) -> int:
    """How many events were booked; those that are booked already are left out. The seller's book is
    held alone, the operator's beside others."""
    if seller_id not in markets_of([seller_id]):
        return _book_operator(seller_id, journal_ids)
    mine = book_of_seller(seller_id)
    market = BookKey.of_market(mine.currency)
    my_day = lock_book(actor=SYSTEM, key=mine)
    market_day = lock_book(actor=SYSTEM, key=market, is_shared=True)
    left = _left(seller_id, Side.MARKET, Source.JOURNAL, journal_ids)
    told = journals_by_ids(seller_id, left)
    moves = cost_moves(seller_id, _left(seller_id, Side.SELLER, Source.COST, cost_ids))
    seen = _orders(seller_id, told, moves)
    facts = _facts(seller_id, told, seen)
    zone = zone_of_book(mine)

    def day(moment: datetime) -> date:
        return moment.astimezone(zone).date()

    ours = [_of_market(one, day(one.occurred_at)) for one in told]
    his = [_of_seller(one, day(one.occurred_at), facts) for one in told]
    his += [_of_cost(one, day(one.moved_at), seen) for one in moves]
    post_entries(actor=SYSTEM, owner_id=seller_id, key=market, entries=ours, open_from=market_day)
    post_entries(
        actor=SYSTEM,
        owner_id=seller_id,
        key=mine,
        entries=[one for one in his if one.lines],
        open_from=my_day,
    )
    return len(ours) + len(moves)


def _book_operator(owner_id: UUID, journal_ids: Sequence[UUID]) -> int:
    """What happened with no seller, but with the operator or a market: in the operator's book
    alone."""
    left = _left(owner_id, Side.MARKET, Source.JOURNAL, journal_ids)
    by_currency: dict[str, list[JournalView]] = {}
    for one in journals_by_ids(owner_id, left):
        by_currency.setdefault(one.currency, []).append(one)
    for currency, told in by_currency.items():
        key = BookKey.of_market(currency)
        open_from = lock_book(actor=SYSTEM, key=key)
        zone = zone_of_book(key)
        entries = [_of_market(one, one.occurred_at.astimezone(zone).date()) for one in told]
        post_entries(actor=SYSTEM, owner_id=owner_id, key=key, entries=entries, open_from=open_from)
    return sum(map(len, by_currency.values()))


def _left(owner_id: UUID, side: Side, source: Source, ids: Sequence[UUID]) -> list[UUID]:
    """Under the lock: another worker may have been quicker."""
    rows = Entry.objects.filter(owner_id=owner_id, side=side, source=source, source_id__in=ids)
    known = set(rows.values_list("source_id", flat=True))
    return [one for one in ids if one not in known]


def _orders(
    seller_id: UUID, journals: Sequence[JournalView], moves: Sequence[CostMoveView]
) -> dict[UUID, OrderView]:
    about = {one.order_id for one in journals if one.kind == SALE or one.kind in BACK}
    about |= {one.order_id for one in moves}
    return orders([(seller_id, one) for one in about if one])


def _facts(
    seller_id: UUID, journals: Sequence[JournalView], seen: Mapping[UUID, OrderView]
) -> Facts:
    taxes: dict[str, int] = {}
    sold: dict[str, tuple[SoldLine, ...]] = {}
    sales = {UUID(one.reference.partition(":")[2]): one for one in journals if one.kind == SALE}
    parcels = shipments(seller_id, [one.order_id for one in sales.values() if one.order_id])
    for order_id, all_of_it in parcels.items():
        for parcel in all_of_it:
            if (journal := sales.get(parcel.id)) and order_id in seen:
                lines = lines_of_parcel(seen[order_id], all_of_it, parcel.id)
                taxes[journal.reference] = _tax(seen[order_id], parcel.share, lines)
                sold[journal.reference] = _sold(seen[order_id], lines, 1)
    backs = {_owed(one): one for one in journals if one.kind in BACK}
    for reference, (share, parts) in refunds_by_reference(seller_id, list(backs)).items():
        journal = backs[reference]
        taxes[journal.reference] = share.tax_minor
        if order := seen.get(journal.order_id) if journal.order_id else None:
            taxes[journal.reference] = _tax(order, share, parts)
            is_back = journal.kind != REDUCED
            sold[journal.reference] = _sold(order, parts, -1, is_back=is_back)
    return Facts(taxes, sold, bool(legal_identities([seller_id])[seller_id].vat_number))


def _tax(order: OrderView, share: Share, parts: Sequence[LineShare]) -> int:
    """What its seller owes of a sale: the tax in what the buyer paid and in what the market did."""
    of_lines = sum(one.support_tax_minor for one in parts)
    has_delivery = share.support_minor > sum(one.support_minor for one in parts)
    return share.tax_minor + of_lines + (order.delivery_support_tax_minor if has_delivery else 0)


def _owed(journal: JournalView) -> str:
    return f"{BACK[journal.kind]}:{journal.reference.partition(':')[2]}"


def _sold(
    order: OrderView, lines: Sequence[LineShare], sign: int, *, is_back: bool = True
) -> tuple[SoldLine, ...]:
    """Where only the price went down, no unit came back."""
    products = {line.id: line.product_id for line in order.lines}
    return tuple(
        SoldLine(
            line_id=one.line_id,
            product_id=products[one.line_id],
            units=sign * one.quantity if is_back else 0,
            net_minor=sign * _net(one),
            commission_minor=sign * one.commission_minor,
        )
        for one in lines
    )


def _net(one: LineShare) -> int:
    """Without tax, of the buyer and of the market together."""
    return one.items_minor + one.support_minor - one.tax_minor - one.support_tax_minor


def _of_market(one: JournalView, day: date) -> NewEntry:
    lines = market_lines(one.postings)
    return NewEntry(Source.JOURNAL, one.id, one.kind, day, lines, one.order_id)


def _of_seller(one: JournalView, day: date, facts: Facts) -> NewEntry:
    lines = seller_lines(
        one.kind,
        one.postings,
        tax_minor=facts.taxes.get(one.reference, 0),
        has_number=facts.has_number,
    )
    sold = facts.sold.get(one.reference, ())
    return NewEntry(Source.JOURNAL, one.id, one.kind, day, lines, one.order_id, sold=sold)


def _of_cost(one: CostMoveView, day: date, seen: Mapping[UUID, OrderView]) -> NewEntry:
    """What was handed over, came back or was lost, is a cost of its product."""
    lines = cost_lines(one.kind, one.value_minor)
    sold: tuple[SoldLine, ...] = ()
    order = seen.get(one.order_id) if one.order_id else None
    if order and one.line_id and one.kind is not CostKind.WRITTEN_OFF:
        products = {line.id: line.product_id for line in order.lines}
        sold = (
            SoldLine(
                line_id=one.line_id,
                product_id=products[one.line_id],
                costed_units=-one.units,
                cost_minor=-one.value_minor,
            ),
        )
    return NewEntry(Source.COST, one.id, one.kind, day, lines, one.order_id, sold=sold)
