"""Prices for this buyer, and prices before."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q

from tijara.domains.offers.shapes import OfferKey
from tijara.kit.money import Money
from tijara.kit.recent import Recent
from tijara.platform.audits import Findings, proof

from .models import Price, PriceList, PriceMember
from .rules import honest_was, is_for, is_in_force, lowest_before, price_by
from .shapes import (
    Audience,
    Buyer,
    ListTerms,
    Member,
    PriceAsked,
    PriceFound,
    PriceListView,
    PriceRow,
    ShownPrice,
    Step,
)

LIST = (
    "seller_id", "id", "name_ar", "name_en", "name_fr", "audience", "off_bp", "starts_on",
    "ends_on", "group_id", "is_active", "made_at",
)  # fmt: skip
SOON = 5
NARROW = (Audience.CHOSEN, Audience.GROUP, Audience.COMPANIES, Audience.EVERYONE)
SHOWN = """
    SELECT k.seller_id, k.id, s.since, s.price_minor
    FROM unnest(%s::uuid[], %s::uuid[]) AS k (seller_id, id)
    CROSS JOIN LATERAL (
        SELECT since, price_minor FROM pricing_shown
        WHERE seller_id = k.seller_id AND offer_id = k.id ORDER BY since DESC LIMIT 100) s
    ORDER BY s.since
"""
BROKEN = """
    SELECT count(*), coalesce(array_agg('offer ' || o.id) FILTER (
        WHERE s.price_minor <> o.price_minor), '{}')
    FROM offer o
    LEFT JOIN LATERAL (
        SELECT price_minor FROM pricing_shown h
        WHERE h.seller_id = o.seller_id AND h.offer_id = o.id ORDER BY h.since DESC LIMIT 1) s
      ON true
    WHERE NOT EXISTS (
        SELECT 1 FROM outbox_event e WHERE e.owner_id = o.seller_id AND e.delivered_at IS NULL
           AND e.name = 'offers.offers_changed.v1')
"""


def prices_for(buyer: Buyer, asked: Sequence[PriceAsked], on: date) -> dict[UUID, PriceFound]:
    """By offer, where a list asks less than the offer. The lowest price wins; of equal ones that of
    the list for fewer buyers, then of the older list.

    No statement where none of the sellers has a list for this buyer, else one; another where one of
    them has chosen his customers by name.
    """
    lists = _lists_for(buyer, {one.seller_id for one in asked}, on)
    if not lists:
        return {}
    rows = _rows(lists, asked)
    found = {}
    for one in asked:
        offers = [
            (_by(told, rows, one), NARROW.index(told.terms.audience), told.id, told)
            for told in lists
            if told.seller_id == one.seller_id
        ]
        if not offers:
            continue
        unit, _, _, best = min(offers, key=lambda each: each[:3])
        if unit < one.listed.minor:
            found[one.offer_id] = PriceFound(
                Money(unit, one.listed.currency),
                best.id,
                best.terms.name_ar,
                best.terms.name_en,
                best.terms.name_fr,
            )
    return found


def groups_named(seller_ids: Collection[UUID], on: date) -> frozenset[UUID]:
    """The groups that lists of these sellers are for; no statement."""
    return frozenset(
        told.terms.group_id
        for told in _known.get()
        if told.terms.group_id and told.seller_id in seller_ids and is_in_force(told.terms, on)
    )


def steps_of(key: OfferKey, listed: Money, on: date) -> list[Step]:
    """The quantity steps that everybody may see, the smallest first; one that is dearer again, too,
    where a list says so: what is told is what is paid. No statement where the seller has no such
    list."""
    lists = [
        told
        for told in _lists_for(Buyer(), {key.seller_id}, on)
        if told.terms.audience is Audience.EVERYONE
    ]
    if not lists:
        return []
    asked = PriceAsked(key.seller_id, key.offer_id, 1, listed)
    rows = _rows(lists, [asked])
    quantities = sorted({row.from_quantity for one in rows.values() for row in one} | {1})
    steps: list[Step] = []
    for quantity in quantities:
        unit = min(
            price_by(
                rows.get((told.id, key.offer_id), ()), told.terms.off_bp, listed.minor, quantity
            )
            for told in lists
        )
        if unit != (steps[-1].unit.minor if steps else listed.minor):
            steps.append(Step(quantity, Money(unit, listed.currency)))
    return steps


def price_ladder(asked: PriceAsked, on: date) -> list[tuple[PriceListView, Money]]:
    """What one costs by each of the seller's lists that asks less than the offer today, in the
    order in which they win: for his own eyes."""
    lists = [
        told
        for told in price_lists(asked.seller_id)
        if told.is_active and is_in_force(told.terms, on)
    ]
    rows = _rows(lists, [asked])
    found = [(_by(told, rows, asked), told) for told in lists]
    found.sort(key=lambda one: (one[0], NARROW.index(one[1].terms.audience), one[1].id))
    less = [one for one in found if one[0] < asked.listed.minor]
    return [(told, Money(unit, asked.listed.currency)) for unit, told in less]


def shown_prices(keys: Iterable[OfferKey]) -> dict[OfferKey, list[ShownPrice]]:
    """What offers asked and since when, the oldest first; one statement."""
    wanted = list(keys)
    if not wanted:
        return {}
    found: dict[OfferKey, list[ShownPrice]] = {}
    with connection.cursor() as cursor:
        cursor.execute(SHOWN, [[k.seller_id for k in wanted], [k.offer_id for k in wanted]])
        for seller_id, offer_id, since, price in cursor.fetchall():
            found.setdefault(OfferKey(seller_id, offer_id), []).append(ShownPrice(since, price))
    return found


def prior_price(shown: Sequence[ShownPrice], moment: datetime) -> int | None:
    """The lowest of the thirty days before `moment`; None where nothing is known of them."""
    return lowest_before(shown, moment)


def struck_price(
    was_minor: int | None, shown: Sequence[ShownPrice], price_minor: int
) -> int | None:
    """What of a seller's price of before may be shown struck through."""
    return honest_was(was_minor, shown, price_minor)


def price_lists(seller_id: UUID) -> list[PriceListView]:
    """A seller's own, the newest first."""
    prices = _counted(Price, seller_id)
    members = _counted(PriceMember, seller_id)
    rows = PriceList.objects.filter(seller_id=seller_id).order_by("-made_at", "id")
    return [
        _view(row, prices.get(row[1], 0), members.get(row[1], 0)) for row in rows.values_list(*LIST)
    ]


def price_list(seller_id: UUID, list_id: UUID) -> PriceListView | None:
    return next((one for one in price_lists(seller_id) if one.id == list_id), None)


def list_rows(seller_id: UUID, list_id: UUID) -> list[PriceRow]:
    rows = Price.objects.filter(seller_id=seller_id, list_id=list_id)
    told = rows.order_by("offer_id", "from_quantity")
    return [PriceRow(*row) for row in told.values_list("offer_id", "from_quantity", "price_minor")]


def list_members(seller_id: UUID, list_id: UUID) -> list[Member]:
    rows = PriceMember.objects.filter(seller_id=seller_id, list_id=list_id).order_by("label", "id")
    return [Member(*row) for row in rows.values_list("id", "label", "buyer_id", "vat_number")]


def forget_price_lists() -> None:
    """After a change: this process shows it at once, others within seconds."""
    _known.forget()


@proof("the history of prices ends with what every offer asks now")
def history_proof() -> Findings:
    with connection.cursor() as cursor:
        cursor.execute(BROKEN)
        return Findings(*cursor.fetchone())


def _by(
    told: PriceListView, rows: dict[tuple[UUID, UUID], list[PriceRow]], asked: PriceAsked
) -> int:
    mine = rows.get((told.id, asked.offer_id), [])
    return price_by(mine, told.terms.off_bp, asked.listed.minor, asked.quantity)


def _lists_for(buyer: Buyer, seller_ids: set[UUID], on: date) -> list[PriceListView]:
    """One statement where one of the sellers has a list for chosen customers, and the buyer could
    be one of them."""
    here = [
        told
        for told in _known.get()
        if told.seller_id in seller_ids and is_in_force(told.terms, on)
    ]
    chosen = [told for told in here if told.terms.audience is Audience.CHOSEN]
    among = _lists_that_name(buyer, chosen) if chosen else frozenset()
    return [told for told in here if is_for(told.terms, buyer, is_chosen=told.id in among)]


def _lists_that_name(buyer: Buyer, chosen: Sequence[PriceListView]) -> frozenset[UUID]:
    he = Q(buyer_id=buyer.buyer_id) if buyer.buyer_id else Q()
    if buyer.vat_number:
        he |= Q(vat_number=buyer.vat_number)
    if not he:
        return frozenset()
    seller_ids, list_ids = {one.seller_id for one in chosen}, [one.id for one in chosen]
    rows = PriceMember.objects.filter(he, seller_id__in=seller_ids, list_id__in=list_ids)
    return frozenset(rows.values_list("list_id", flat=True))


def _rows(
    lists: Sequence[PriceListView], asked: Sequence[PriceAsked]
) -> dict[tuple[UUID, UUID], list[PriceRow]]:
    found: dict[tuple[UUID, UUID], list[PriceRow]] = {}
    rows = Price.objects.filter(
        seller_id__in={one.seller_id for one in lists},
        list_id__in=[one.id for one in lists],
        offer_id__in=[one.offer_id for one in asked],
    )
    for list_id, *row in rows.values_list("list_id", "offer_id", "from_quantity", "price_minor"):
        found.setdefault((list_id, row[0]), []).append(PriceRow(*row))
    return found


def _counted(model: type[Price] | type[PriceMember], seller_id: UUID) -> dict[UUID, int]:
    rows = model.objects.filter(seller_id=seller_id).order_by()
    return dict(rows.values_list("list_id").annotate(number=Count("id")))


def _view(row: tuple, rows: int, members: int) -> PriceListView:
    seller_id, list_id, name_ar, name_en, name_fr, audience, off_bp, *rest = row
    starts_on, ends_on, group_id, is_active, made_at = rest
    terms = ListTerms(
        name_ar, name_en, name_fr, Audience(audience), off_bp, starts_on, ends_on, group_id
    )
    return PriceListView(seller_id, list_id, terms, is_active, rows, members, made_at)


def _load() -> tuple[PriceListView, ...]:
    """Every list that is on: few, and asked for with every cart. Whom they are for may be many."""
    rows = PriceList.objects.filter(is_active=True).values_list(*LIST)
    return tuple(_view(row, 0, 0) for row in rows)


_known = Recent(_load, SOON)
