"""A market's terms of cash, its fees, and the phones to which cash is not offered."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from tijara.domains.geography.queries import city as find_city
from tijara.domains.payments.shapes import PaymentMethod, PaymentOption
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.page import Page
from tijara.kit.recent import Recent

from .models import BlockedPhone, DepositRuleRow, FeeBandRow, TermsRow
from .rules import deposit_of, fee_of, forfeited, marks_of, refused_because
from .rules import return_parts as parts_of
from .shapes import (
    AppealState,
    BlockReason,
    BlockView,
    CashBasket,
    CashTerms,
    DepositRule,
    FeeBand,
)

TERMS = (
    "most_open_orders", "newcomer_limit_minor", "asks_delivery_code", "most_attempts",
    "return_charge_minor", "return_seller_bp", "pays_before_cash", "forfeit_bp",
)  # fmt: skip
BLOCK = (
    "id", "market_id", "tail", "reason", "note", "blocked_at", "until", "lifted_at", "appeal",
    "appeal_text", "appealed_at",
)  # fmt: skip
SOON = 30
Known = tuple[
    dict[UUID, CashTerms],
    dict[UUID, tuple[FeeBand, ...]],
    dict[tuple[UUID, str], datetime | None],
    dict[UUID, tuple[DepositRule, ...]],
]
"""Of all markets: terms, fees, until when marks of phones hold, and when deposits are asked."""
SAID_NOTHING = CashTerms()


def cash_terms(market_id: UUID) -> CashTerms:
    return _known.get()[0].get(market_id, SAID_NOTHING)


def fee_bands(market_id: UUID) -> tuple[FeeBand, ...]:
    return _known.get()[1].get(market_id, ())


def deposit_rules(market_id: UUID) -> tuple[DepositRule, ...]:
    return _known.get()[3].get(market_id, ())


def lost_deposit(ahead_minor: int, forfeit_bp: int | None) -> int:
    """What of it is lost by who does not take his parcel; None where it is no deposit."""
    return forfeited(ahead_minor, forfeit_bp)


def return_parts(market_id: UUID) -> tuple[int, int]:
    """(what the seller bears, what the market bears) of the way back of a refused parcel."""
    return parts_of(cash_terms(market_id))


def asks_who_buys(market_id: UUID) -> bool:
    """Whether the terms depend on what the buyer has ordered before."""
    terms = cash_terms(market_id)
    asks = any(rule.refusals or rule.is_for_newcomers for rule in deposit_rules(market_id))
    return asks or terms.most_open_orders is not None or terms.newcomer_limit_minor is not None


def cash_basket(
    city: str,
    services: tuple[str, ...],
    amount: Money,
    open_orders: int,
    *,
    is_newcomer: bool,
    refusals: int = 0,
) -> CashBasket:
    found = find_city(city) if city else None
    region = found.region if found else ""
    return CashBasket(city, region, services, amount, open_orders, is_newcomer, refusals)


def offered(market_id: UUID, option: PaymentOption, basket: CashBasket) -> PaymentOption:
    """A way to pay as this basket is offered it. Only cash depends on it."""
    if option.method is not PaymentMethod.CASH_ON_DELIVERY:
        return option
    fee = fee_of(fee_bands(market_id), basket)
    refused = option.refused_because or refused_because(cash_terms(market_id), basket)
    deposit = deposit_of(deposit_rules(market_id), basket)
    option = replace(option, refused_because=refused, deposit_minor=deposit)
    return option if fee is None else replace(option, fee=Money(fee, option.fee.currency))


def asks_more(market_id: UUID, basket: CashBasket) -> bool:
    """Whether cash is not offered, or only with a deposit, to who has ordered so before."""
    refused = refused_because(cash_terms(market_id), basket)
    return bool(refused) or deposit_of(deposit_rules(market_id), basket) > 0


def is_blocked(market_id: UUID, phone: str) -> bool:
    """Nothing is asked of the database: what is blocked is known here for half a minute."""
    known = _known.get()[2]
    if not known:
        return False
    ends = [known[key] for mark in marks_of(phone) if (key := (market_id, mark)) in known]
    return any(until is None or until > now() for until in ends)


def blocks(
    market_id: UUID, *, appealed: bool = False, page: int = 1, size: int = 30
) -> Page[BlockView]:
    """Those that hold, the newest first; or those whose owner asks."""
    rows = BlockedPhone.objects.filter(_holding(), market_id=market_id)
    rows = rows.filter(appeal=AppealState.ASKED) if appealed else rows
    start = (page - 1) * size
    told = rows.order_by("-blocked_at").values_list(*BLOCK)[start : start + size + 1]
    found = [_view(*row) for row in told]
    return Page(found[:size], page, size, has_next=len(found) > size)


def forget_cash_terms() -> None:
    _known.forget()


def _view(*row) -> BlockView:
    id, market_id, tail, reason, note, at, until, lifted, appeal, text, asked = row
    return BlockView(
        id, market_id, tail, BlockReason(reason), note, at, until, lifted, AppealState(appeal),
        text, asked,
    )  # fmt: skip


def _holding() -> Q:
    return Q(lifted_at=None) & (Q(until=None) | Q(until__gt=now()))


def _load_terms() -> dict[UUID, CashTerms]:
    rows = TermsRow.objects.values_list("id", *TERMS)
    return {id: CashTerms(*told) for id, *told in rows}


def _load_bands() -> dict[UUID, tuple[FeeBand, ...]]:
    found: dict[UUID, tuple[FeeBand, ...]] = {}
    rows = FeeBandRow.objects.order_by("place", "service", "up_to_minor")
    for market_id, *told in rows.values_list(
        "market_id", "place", "service", "up_to_minor", "fee_minor", "id"
    ):
        place, service, up_to, *rest = told
        band = FeeBand(place, service, up_to or None, *rest)
        found[market_id] = (*found.get(market_id, ()), band)
    return found


def _load_marks() -> dict[tuple[UUID, str], datetime | None]:
    rows = BlockedPhone.objects.filter(_holding()).values_list("market_id", "mark", "until")
    return {(market_id, mark): until for market_id, mark, until in rows}


def _load_rules() -> dict[UUID, tuple[DepositRule, ...]]:
    found: dict[UUID, tuple[DepositRule, ...]] = {}
    rows = DepositRuleRow.objects.order_by("place", "from_minor", "refusals", "id")
    for market_id, *told in rows.values_list(
        "market_id", "place", "from_minor", "refusals", "is_for_newcomers", "share_bp", "id"
    ):
        found[market_id] = (*found.get(market_id, ()), DepositRule(*told))
    return found


def _load() -> Known:
    return _load_terms(), _load_bands(), _load_marks(), _load_rules()


_known = Recent(_load, SOON)
