"""What of an order may be sent back, and what goes back for it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection

from tijara.domains.catalogue.queries import after_sale, product_facts, variant_names, variants
from tijara.domains.catalogue.shapes import VariantNames
from tijara.domains.fulfilment.queries import (
    delivered_lines,
    delivered_share,
    shipments,
)
from tijara.domains.fulfilment.shapes import Ending, LineShare, Share, ShipmentView
from tijara.domains.markets.queries import buyer_terms, country_profile, market_by_id
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.offers.queries import offers_of_product
from tijara.domains.offers.shapes import OfferCard
from tijara.domains.orders.queries import orders
from tijara.domains.orders.shapes import OPEN, LineKind, OrderLineView, OrderState, OrderView
from tijara.domains.parties.queries import markets_of
from tijara.kit.clock import now

from ..rules.days import line_terms, reasons_on
from ..rules.reductions import money_left
from ..rules.shares import next_part, share_of_parts, units_left
from ..rules.tenders import Tenders, left_of
from ..shapes import (
    BY_SHOP,
    DeliveredGoods,
    LineTerms,
    RefundCause,
    ReturnableLine,
    ReturnView,
    Swap,
)
from .owed import TAKEN_BACK, goods_refunds, is_reduced
from .units import refunded_parts, refunded_units, spoken_units
from .ways import ways_to_pay_more

TAKES_BACK = (*OPEN, OrderState.DELIVERED)
"""While it is open parcels of an order may have arrived, and others not."""
BACK = """
    SELECT cause, delivery_minor > 0 OR fee_minor > 0, amount_minor, ahead_minor, credit_minor
    FROM returns_owed WHERE seller_id = %s AND order_id = %s AND cause = ANY(%s)
"""


def returnable_lines(order: OrderView) -> list[ReturnableLine]:
    """Every line of an order of which something has arrived, with what may be sent back of it
    today, whatever its other parcels do."""
    if order.state not in TAKES_BACK:
        return []
    parcels = shipments(order.seller_id, [order.id]).get(order.id, [])
    has_come = any(one.outcome is Ending.DELIVERED for one in parcels)
    if not has_come or is_reduced(order.seller_id, order.id):
        return []
    taken = refunded_units(order.seller_id, order.id), spoken_units(order.seller_id, order.id)
    left = units_left(delivered_lines(order, parcels), *taken)
    market = market_by_id(markets_of([order.seller_id])[order.seller_id])
    zone = ZoneInfo(country_profile(market.country).time_zone)
    terms = _terms(order, parcels, market, zone)
    today = now().astimezone(zone).date()
    return [
        _returnable(line, left.get(line.id, 0), terms.get(line.id), today) for line in order.lines
    ]


def delivered_goods(order: OrderView) -> DeliveredGoods:
    """What was delivered of the order, and what of that has gone back: three statements."""
    parcels = shipments(order.seller_id, [order.id]).get(order.id, [])
    back = _taken_back(order)
    rest, ahead = left_of(
        [
            Tenders(one.rest.minor, one.ahead_minor, one.credit_minor)
            for one in parcels
            if one.outcome is Ending.DELIVERED
        ],
        [tenders for _cause, _has_charges, tenders in back],
    )
    return DeliveredGoods(
        lines=delivered_lines(order, parcels),
        whole=delivered_share(parcels),
        gone=refunded_parts(order.seller_id, order.id),
        more_comes=order.state in OPEN,
        are_charges_back=any(
            has_charges for cause, has_charges, _ in back if cause == RefundCause.RETURNED
        ),
        tender_left_minor=rest,
        ahead_left_minor=ahead,
        is_reduced=any(cause == RefundCause.REDUCED for cause, _, _ in back),
    )


def _taken_back(order: OrderView) -> list[tuple[str, bool, Tenders]]:
    """(the cause, whether delivery or fee went with it, what paid the sum) of each time."""
    with connection.cursor() as cursor:
        cursor.execute(BACK, [order.seller_id, order.id, [cause.value for cause in TAKEN_BACK]])
        return [
            (cause, has_charges, Tenders(amount - ahead - credit, ahead, credit))
            for cause, has_charges, amount, ahead, credit in cursor.fetchall()
        ]


def goods_left(goods: DeliveredGoods, order: OrderView) -> dict[UUID, LineShare]:
    """What each delivered line still has of its money."""
    gone = [part for one in goods_refunds(order.seller_id, order.id) for part in one.parts]
    return money_left(goods.lines, gone)


def parts_of(goods: DeliveredGoods, units: Mapping[UUID, int]) -> list[LineShare]:
    """The money of so many units, after those that have gone back before them."""
    return [
        next_part(goods.lines[line_id], goods.gone.get(line_id, LineShare(line_id, 0)), many)
        for line_id, many in units.items()
        if many
    ]


def share_of_units(
    goods: DeliveredGoods, units: Mapping[UUID, int], *, with_charges: bool
) -> Share:
    """Delivery and fee go back once."""
    return share_of_parts(
        parts_of(goods, units),
        goods.whole,
        goods.lines.values(),
        with_charges=with_charges and not goods.are_charges_back,
    )


def share_of_return(order: OrderView, told: ReturnView, *, with_charges: bool = False) -> Share:
    """What goes back for it: for what was accepted of it, or for all of it before it was looked
    at."""
    goods, units = delivered_goods(order), units_wanted(told)
    with_charges = with_charges or owes_charges(goods, told.reason, units)
    return share_of_units(goods, units, with_charges=with_charges)


def share_of_rest(order: OrderView) -> Share:
    """All that was delivered and has not gone back."""
    goods = delivered_goods(order)
    left = units_left(goods.lines, goods.before)
    return share_of_units(goods, left, with_charges=True)


def owes_charges(goods: DeliveredGoods, reason: str, units: Mapping[UUID, int]) -> bool:
    """Delivery and fee go back where it is the shop's fault and nothing of the order is kept; what
    is still on its way may be kept."""
    is_last = not goods.more_comes and not units_left(goods.lines, goods.before, units)
    return reason in BY_SHOP and is_last


def units_wanted(told: ReturnView) -> dict[UUID, int]:
    return {
        each.line.id: each.quantity if each.accepted is None else each.accepted
        for each in told.lines
    }


def _terms(
    order: OrderView,
    parcels: Sequence[ShipmentView],
    market: MarketPolicy,
    zone: ZoneInfo,
) -> dict[UUID, LineTerms]:
    came: dict[UUID, datetime] = {}
    for parcel in parcels:
        if parcel.outcome is Ending.DELIVERED and parcel.ended_at:
            for units in parcel.units:
                known = came.get(units.line_id, parcel.ended_at)
                came[units.line_id] = max(known, parcel.ended_at)
    lines = [line for line in order.lines if line.kind is LineKind.PHYSICAL]
    carried = [line for line in lines if line.id in came]
    more_comes = order.state in OPEN
    ended = [one.ended_at for one in parcels if one.ended_at]
    whole_on = (now() if more_comes else max(ended, default=now())).astimezone(zone).date()
    paths = {
        facts.id: facts.category_path
        for facts in product_facts({line.product_id for line in carried})
    }
    found = {}
    for line in carried:
        granted = after_sale(paths.get(line.product_id, ""))
        day = came[line.id].astimezone(zone).date()
        promised = buyer_terms(
            market, granted.goods_kind, day, granted.return_days, granted.warranty_months
        )
        found[line.id] = line_terms(
            day,
            promised,
            market_days=market.return_days,
            whole_on=whole_on,
            more_comes=more_comes,
        )
    return found


def _returnable(
    line: OrderLineView, left: int, terms: LineTerms | None, today: date
) -> ReturnableLine:
    reasons = tuple(reasons_on(terms, today)) if terms and line.total else ()
    return ReturnableLine(line, left if reasons else 0, reasons, terms)


def free_units(seller_id: UUID, order_id: UUID) -> dict[UUID, int]:
    """What of each line was delivered and neither went back nor is in a return under way."""
    order = orders([(seller_id, order_id)])[order_id]
    goods = delivered_goods(order)
    return units_left(goods.lines, goods.before, spoken_units(seller_id, order_id))


def swaps_of(order: OrderView, line: OrderLineView) -> Iterable[Swap]:
    """What the same seller has of the same product, the same variant first. That one costs what it
    did; another one what its price is beside the price at the sale: what was off it then is off
    again. Nothing that would cost nothing; of what was paid in two ways already, nothing for which
    its buyer's wallet could not pay the difference."""
    offers = [
        offer
        for offer in offers_of_product(line.product_id)
        if offer.seller_id == order.seller_id
        and offer.can_be_bought
        and _more(offer, line) * line.quantity + line.asked.minor > 0
        and _is_payable(order, _more(offer, line))
    ]
    cards = variants({offer.variant_id for offer in offers})
    for offer in sorted(offers, key=lambda one: one.variant_id != line.variant_id):
        card = cards.get(offer.variant_id)
        yield Swap(
            offer.variant_id,
            offer.id,
            offer.stock_id,
            card.label_ar if card else "",
            card.label_en if card else "",
            offer.free,
            _more(offer, line),
        )


def swap_of(told: ReturnView) -> VariantNames | None:
    """What is wished for in its place, with its names."""
    return variant_names({told.variant_id}).get(told.variant_id) if told.variant_id else None


def _is_payable(order: OrderView, more_minor: int) -> bool:
    return more_minor <= 0 or not order.ahead_minor or bool(ways_to_pay_more(order, more_minor))


def _more(offer: OfferCard, line: OrderLineView) -> int:
    return 0 if offer.variant_id == line.variant_id else offer.price.minor - line.list_minor
