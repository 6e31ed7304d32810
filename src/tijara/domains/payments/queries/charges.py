"""The ways to pay that a market offers; charges, their receipts, and refunds."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db import connection
from django.db.models import Q, QuerySet

from tijara.domains.markets.shapes import MarketPolicy
from tijara.kit.money import Money
from tijara.kit.page import Cursor, Page, keyset_page
from tijara.kit.rebuilding import rebuild
from tijara.kit.recent import RecentOf
from tijara.platform.keyset import newest_first
from tijara.platform.prepared import prepared

from ..models import Attempt, Charge, Receipt, Refund
from ..shapes import (
    OFFERED,
    AttemptState,
    AttemptView,
    ChargePart,
    ChargeState,
    ChargeView,
    PaymentMethod,
    PaymentOption,
    Purpose,
    ReceiptState,
    ReceiptView,
    RefundState,
    RefundView,
)
from .gateways import card_gateway, card_gateway_name

SOON = 5
COUNTED = 1000
"""Beyond this a list says that there are more."""
CHARGE = (
    "buyer_id", "id", "checkout_id", "market_id", "method", "state", "amount_minor", "currency",
    "parts", "reference", "language", "opened_at", "due_at", "paid_at", "purpose", "switched_at",
)  # fmt: skip
ATTEMPT = (
    "id", "gateway", "state", "gateway_id", "payment_id", "reason", "last_error", "started_at",
    "moved_at",
)  # fmt: skip
COUNTS = """
    SELECT wanted.state, (SELECT count(*) FROM (
        SELECT FROM payments_charge WHERE state = wanted.state LIMIT %(most)s) c)
    FROM unnest(%(states)s::text[]) AS wanted (state)
"""
# The index of numbers is all that is asked here: beside a list's order the server goes along that,
# because it can't guess how rare a number is.
FOR_ORDER = """
    WITH named AS MATERIALIZED (
        SELECT buyer_id, id FROM payments_charge
        WHERE jsonb_path_query_array(parts, '$[*].number') @> jsonb_build_array(%s::text))
    SELECT buyer_id, id FROM named LIMIT %s
"""
LINKS = Signer(salt="tijara.payments.link")
AT_THE_DOOR = frozenset({PaymentMethod.CASH_ON_DELIVERY})
RECEIPT = ("id", "file_id", "state", "reason", "note", "uploaded_at", "decided_at")
REFUND = (
    "buyer_id", "id", "charge_id", "seller_id", "order_id", "number", "method", "state",
    "amount_minor", "currency", "reason", "needs_staff", "bank_reference", "opened_at", "paid_at",
    "last_error",
)  # fmt: skip


def payment_options(
    market: MarketPolicy, total: Money, *, is_digital: bool = False
) -> list[PaymentOption]:
    """For a checkout of `total`, fees not yet added. One that can't be used now says why.

    Nothing is paid at the door where nothing comes to the door: no cash for digital goods.
    """
    offered = [PaymentMethod(code) for code in market.payment_methods if code in OFFERED]
    return [
        _option(method, market, total)
        for method in offered
        if _is_possible(method, market) and not (is_digital and method in AT_THE_DOOR)
    ]


def time_to_pay(market: MarketPolicy, method: str) -> timedelta | None:
    """How long goods are kept for who pays before they are sent; None: nobody waits for that."""
    if method in (PaymentMethod.CARD, PaymentMethod.WALLET):
        return timedelta(minutes=market.pay_minutes)
    if method == PaymentMethod.BANK_TRANSFER:
        return timedelta(hours=market.transfer_hours)
    return None


def charge_of_checkout(buyer_id: UUID, checkout_id: UUID) -> ChargeView | None:
    """None also for somebody else's."""
    return next(iter(views_of(_of_checkout(buyer_id, checkout_id))), None)


def charges(keys: Sequence[tuple[UUID, UUID]]) -> dict[UUID, ChargeView]:
    """By (buyer id, charge id), whatever their number."""
    wanted = set(keys)
    rows = _charges(*_parted(wanted))
    return {one.id: one for one in views_of(rows) if (one.buyer_id, one.id) in wanted}


def charges_of_buyers(buyer_ids: Sequence[UUID]) -> list[ChargeView]:
    """All of a person's, under all ids that he has had; the newest first."""
    rows = Charge.objects.filter(buyer_id__in=buyer_ids).order_by("-opened_at")
    return views_of(rows.values_list(*CHARGE))


def refunds_of_buyers(buyer_ids: Sequence[UUID]) -> list[RefundView]:
    rows = Refund.objects.filter(buyer_id__in=buyer_ids).order_by("-opened_at")
    return [_refund(*row) for row in rows.values_list(*REFUND)]


def charges_to_approve(page: int = 1, size: int = 30) -> Page[ChargeView]:
    """Transfers whose receipt waits to be compared with the bank; the longest waiting first."""
    start = (page - 1) * size
    waiting = Receipt.objects.filter(state=ReceiptState.WAITING).order_by("uploaded_at")
    keys = list(waiting.values_list("buyer_id", "charge_id")[start : start + size + 1])
    found = charges(keys[:size])
    return Page([found[id] for _, id in keys[:size]], page, size, has_next=len(keys) > size)


def all_charges(
    *,
    state: ChargeState | None = None,
    text: str = "",
    page: int = 1,
    size: int = 30,
    beside: Cursor | None = None,
) -> Page[ChargeView]:
    """Of all buyers, the newest first: for staff. `text` is the start of a reference, or the number
    of one of its orders."""
    found = Charge.objects.filter(state=state) if state else Charge.objects.all()
    if text := text.strip().upper():
        found = found.filter(Q(reference__startswith=text) | Q(pk__in=_keys_for(text)))
    rows = newest_first(found, "opened_at", beside, page, size)
    listed = views_of(rows.values_list(*CHARGE))
    return keyset_page(listed, page, size, beside=beside, key=lambda one: (one.opened_at, one.id))


def open_charges(purpose: Purpose) -> tuple[ChargeView, ...]:
    """Whose money is waited for, the newest first: few at a time. Kept for some seconds, because
    each seller's part of them stands in the charge."""
    return _open.get([purpose])[purpose]


def charges_by_state() -> dict[ChargeState, int]:
    """How many charges are in each state, over all buyers, each counted up to COUNTED."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTS, {"states": [str(one) for one in ChargeState], "most": COUNTED})
        return {ChargeState(state): number for state, number in cursor.fetchall()}


def work_for_staff() -> tuple[int, int]:
    """(receipts that wait to be compared with the bank, refunds that wait for a hand)."""
    return (
        Receipt.objects.filter(state=ReceiptState.WAITING).count(),
        Refund.objects.filter(state=RefundState.DUE, needs_staff=True).count(),
    )


def charge_by_id(charge_id: UUID) -> ChargeView | None:
    """Whoever's it is: for staff."""
    rows = Charge.objects.filter(id=charge_id).values_list(*CHARGE)
    return next(iter(views_of(rows)), None)


def charges_by_id(charge_ids: Iterable[UUID]) -> dict[UUID, ChargeView]:
    """The same for many; unknown ones are left out."""
    rows = Charge.objects.filter(id__in=set(charge_ids)).values_list(*CHARGE)
    return {one.id: one for one in views_of(rows)}


def attempts_of(buyer_id: UUID, charge_id: UUID) -> list[AttemptView]:
    """The newest first."""
    rows = Attempt.objects.filter(buyer_id=buyer_id, charge_id=charge_id).order_by("-started_at")
    return [_attempt(*row) for row in rows.values_list(*ATTEMPT)]


def refunds_of_charge(buyer_id: UUID, charge_id: UUID) -> list[RefundView]:
    rows = Refund.objects.filter(buyer_id=buyer_id, charge_id=charge_id).order_by("opened_at")
    return [_refund(*row) for row in rows.values_list(*REFUND)]


def receipt_file(buyer_id: UUID, receipt_id: UUID) -> UUID | None:
    """The file of a receipt of this buyer."""
    row = Receipt.objects.filter(buyer_id=buyer_id, id=receipt_id)
    return row.values_list("file_id", flat=True).first()


def pay_link_token(buyer_id: UUID, checkout_id: UUID) -> str:
    """What a buyer opens his payment with from a message. It can't be guessed or altered."""
    key = urlsafe_b64encode(buyer_id.bytes + checkout_id.bytes).decode().rstrip("=")
    return LINKS.sign(key)


def read_pay_token(token: str) -> tuple[UUID, UUID] | None:
    """(buyer id, checkout id), or None for a token that we did not make."""
    try:
        raw = urlsafe_b64decode(LINKS.unsign(token) + "=")
    except (BadSignature, ValueError):
        return None
    return UUID(bytes=raw[:16]), UUID(bytes=raw[16:])


def refunds_of_order(seller_id: UUID, buyer_id: UUID, order_id: UUID) -> list[RefundView]:
    return [_refund(*row) for row in _refunds_of_order(buyer_id, seller_id, order_id)]


def refunds_of_keys(keys: Sequence[tuple[UUID, UUID]]) -> list[RefundView]:
    """By (buyer id, refund id): those that are there."""
    buyers, ids = {buyer for buyer, _ in keys}, {id for _, id in keys}
    rows = Refund.objects.filter(buyer_id__in=buyers, id__in=ids).values_list(*REFUND)
    return [_refund(*row) for row in rows]


def refunds(
    *,
    state: RefundState | None = None,
    page: int = 1,
    size: int = 30,
    beside: Cursor | None = None,
) -> Page[RefundView]:
    """Of all buyers, the newest first: for staff."""
    found = Refund.objects.filter(state=state) if state else Refund.objects.all()
    rows = newest_first(found, "opened_at", beside, page, size).values_list(*REFUND)
    listed = [_refund(*row) for row in rows]
    return keyset_page(listed, page, size, beside=beside, key=lambda one: (one.opened_at, one.id))


def _is_possible(method: PaymentMethod, market: MarketPolicy) -> bool:
    """Cards need a gateway that was set up, transfers an account to send them to."""
    if method is PaymentMethod.CARD:
        return bool(card_gateway_name())
    return method is not PaymentMethod.BANK_TRANSFER or bool(market.bank_iban)


def _option(method: PaymentMethod, market: MarketPolicy, total: Money) -> PaymentOption:
    if method is PaymentMethod.CASH_ON_DELIVERY:
        limit = market.cash_on_delivery_limit_minor
        refused = "over_cash_limit" if limit is not None and total.minor > limit else ""
        fee = Money(market.cash_on_delivery_fee_minor, market.currency)
        return PaymentOption(method, fee, refused)
    is_carried = method is not PaymentMethod.CARD or card_gateway().carries(total)
    refused = "" if is_carried else "not_by_card"
    return PaymentOption(method, Money(0, market.currency), refused)


def views_of(rows: Iterable[tuple]) -> list[ChargeView]:
    told = list(rows)
    keys = {(row[0], row[1]) for row in told if row[4] == PaymentMethod.BANK_TRANSFER or row[-1]}
    receipts = _receipts(keys)
    return [_charge(receipts, *row) for row in told]


def _receipts(keys: set[tuple[UUID, UUID]]) -> dict[UUID, list[ReceiptView]]:
    """The newest first, by charge."""
    found: dict[UUID, list[ReceiptView]] = {}
    if not keys:
        return found
    for charge_id, *told in _receipts_of(*_parted(keys)):
        found.setdefault(charge_id, []).append(_receipt(*told))
    return found


def _parted(keys: set[tuple[UUID, UUID]]) -> tuple[list[UUID], list[UUID]]:
    """The buyers of some charges, and their ids."""
    return [buyer for buyer, _ in keys], [id for _, id in keys]


@prepared
def _of_checkout(buyer_id: UUID, checkout_id: UUID) -> QuerySet:
    rows = Charge.objects.filter(buyer_id=buyer_id, checkout_id=checkout_id)
    return rows.values_list(*CHARGE)


@prepared
def _charges(buyer_ids: list[UUID], charge_ids: list[UUID]) -> QuerySet:
    rows = Charge.objects.filter(buyer_id__among=buyer_ids, id__among=charge_ids)
    return rows.values_list(*CHARGE)


@prepared
def _receipts_of(buyer_ids: list[UUID], charge_ids: list[UUID]) -> QuerySet:
    rows = Receipt.objects.filter(buyer_id__among=buyer_ids, charge_id__among=charge_ids)
    return rows.order_by("-uploaded_at").values_list("charge_id", *RECEIPT)


@prepared
def _refunds_of_order(buyer_id: UUID, seller_id: UUID, order_id: UUID) -> QuerySet:
    rows = Refund.objects.filter(buyer_id=buyer_id, seller_id=seller_id, order_id=order_id)
    return rows.order_by("opened_at").values_list(*REFUND)


def _receipt(*columns) -> ReceiptView:
    id, file_id, state, *rest = columns
    return ReceiptView(id, file_id, ReceiptState(state), *rest)


def _charge(receipts: dict[UUID, list[ReceiptView]], *columns) -> ChargeView:
    buyer_id, id, checkout_id, market_id, method, state, amount, currency, parts = columns[:9]
    reference, language, opened_at, due_at, paid_at, purpose, switched_at = columns[9:]
    return ChargeView(
        buyer_id=buyer_id,
        id=id,
        checkout_id=checkout_id,
        market_id=market_id,
        method=PaymentMethod(method),
        state=ChargeState(state),
        amount=Money(amount, currency),
        parts=tuple(rebuild(ChargePart, part) for part in parts),
        reference=reference,
        language=language,
        opened_at=opened_at,
        due_at=due_at,
        paid_at=paid_at,
        purpose=Purpose(purpose),
        receipts=tuple(receipts.get(id, ())),
        is_switched=switched_at is not None,
    )


def _attempt(*columns) -> AttemptView:
    id, gateway, state, *rest = columns
    return AttemptView(id, gateway, AttemptState(state), *rest)


def _refund(*columns) -> RefundView:
    *start, method, state, amount, currency = columns[:10]
    typed = (PaymentMethod(method), RefundState(state), Money(amount, currency))
    return RefundView(*(*start, *typed, *columns[10:]))


def _keys_for(number: str) -> list[tuple[UUID, UUID]]:
    """The charges of an order: one as a rule, and one for each time that it was begun anew."""
    with connection.cursor() as cursor:
        cursor.execute(FOR_ORDER, [number, COUNTED])
        return cursor.fetchall()


def _load_open(purposes: set[Purpose]) -> dict[Purpose, tuple[ChargeView, ...]]:
    rows = Charge.objects.filter(state=ChargeState.OPEN, purpose__in=purposes)
    found = views_of(rows.order_by("-opened_at").values_list(*CHARGE))
    return {one: tuple(view for view in found if view.purpose is one) for one in purposes}


_open = RecentOf(_load_open, SOON)
