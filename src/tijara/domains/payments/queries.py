"""The ways to pay that a market offers; charges, their receipts, and refunds."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.conf import settings

from tijara.domains.markets.shapes import MarketPolicy
from tijara.kit.money import Money
from tijara.kit.page import Page
from tijara.kit.rebuilding import rebuild

from .models import Charge, Receipt, Refund
from .shapes import (
    ChargePart,
    ChargeState,
    ChargeView,
    PaymentMethod,
    PaymentOption,
    ReceiptState,
    ReceiptView,
    RefundState,
    RefundView,
)

CHARGE = (
    "buyer_id", "id", "checkout_id", "market_id", "method", "state", "amount_minor", "currency",
    "parts", "reference", "language", "opened_at", "due_at", "paid_at",
)  # fmt: skip
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
    offered = [method for method in PaymentMethod if _is_offered(method)]
    if is_digital:
        offered.remove(PaymentMethod.CASH_ON_DELIVERY)
    return [_option(method, market, total) for method in offered]


def charge_of_checkout(buyer_id: UUID, checkout_id: UUID) -> ChargeView | None:
    """None also for somebody else's."""
    rows = Charge.objects.filter(buyer_id=buyer_id, checkout_id=checkout_id)
    return next(iter(_charges(rows.values_list(*CHARGE))), None)


def charges(keys: Sequence[tuple[UUID, UUID]]) -> dict[UUID, ChargeView]:
    """By (buyer id, charge id), whatever their number."""
    wanted = set(keys)
    buyers, ids = {buyer for buyer, _ in wanted}, {id for _, id in wanted}
    rows = Charge.objects.filter(buyer_id__in=buyers, id__in=ids).values_list(*CHARGE)
    return {one.id: one for one in _charges(rows) if (one.buyer_id, one.id) in wanted}


def charges_to_approve(page: int = 1, size: int = 30) -> Page[ChargeView]:
    """Transfers whose receipt waits to be compared with the bank; the longest waiting first."""
    start = (page - 1) * size
    waiting = Receipt.objects.filter(state=ReceiptState.WAITING).order_by("uploaded_at")
    keys = list(waiting.values_list("buyer_id", "charge_id")[start : start + size + 1])
    found = charges(keys[:size])
    return Page([found[id] for _, id in keys[:size]], page, size, has_next=len(keys) > size)


def refunds_of_order(seller_id: UUID, buyer_id: UUID, order_id: UUID) -> list[RefundView]:
    rows = Refund.objects.filter(buyer_id=buyer_id, seller_id=seller_id, order_id=order_id)
    return [_refund(*row) for row in rows.order_by("opened_at").values_list(*REFUND)]


def refunds(*, state: RefundState | None = None, page: int = 1, size: int = 30) -> Page[RefundView]:
    """Of all buyers, the newest first: for staff."""
    found = Refund.objects.filter(state=state) if state else Refund.objects.all()
    start = (page - 1) * size
    rows = found.order_by("-opened_at", "-id").values_list(*REFUND)[start : start + size + 1]
    listed = [_refund(*row) for row in rows]
    return Page(listed[:size], page, size, has_next=len(listed) > size)


def _is_offered(method: PaymentMethod) -> bool:
    """Cards need a gateway that was set up."""
    return method is not PaymentMethod.CARD or bool(settings.CARD_GATEWAY)


def _option(method: PaymentMethod, market: MarketPolicy, total: Money) -> PaymentOption:
    if method is not PaymentMethod.CASH_ON_DELIVERY:
        return PaymentOption(method, Money(0, market.currency))
    limit = market.cash_on_delivery_limit_minor
    refused = "over_cash_limit" if limit is not None and total.minor > limit else ""
    return PaymentOption(method, Money(market.cash_on_delivery_fee_minor, market.currency), refused)


def _charges(rows: Iterable[tuple]) -> list[ChargeView]:
    told = list(rows)
    keys = {(row[0], row[1]) for row in told if row[4] == PaymentMethod.BANK_TRANSFER}
    receipts = _receipts(keys)
    return [_charge(receipts, *row) for row in told]


def _receipts(keys: set[tuple[UUID, UUID]]) -> dict[UUID, list[ReceiptView]]:
    """The newest first, by charge."""
    found: dict[UUID, list[ReceiptView]] = {}
    if not keys:
        return found
    rows = Receipt.objects.filter(
        buyer_id__in={buyer for buyer, _ in keys}, charge_id__in={id for _, id in keys}
    )
    for charge_id, *told in rows.order_by("-uploaded_at").values_list("charge_id", *RECEIPT):
        found.setdefault(charge_id, []).append(_receipt(*told))
    return found


def _receipt(*columns) -> ReceiptView:
    id, file_id, state, *rest = columns
    return ReceiptView(id, file_id, ReceiptState(state), *rest)


def _charge(receipts: dict[UUID, list[ReceiptView]], *columns) -> ChargeView:
    buyer_id, id, checkout_id, market_id, method, state, amount, currency, parts = columns[:9]
    reference, language, opened_at, due_at, paid_at = columns[9:]
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
        receipts=tuple(receipts.get(id, ())),
    )


def _refund(*columns) -> RefundView:
    *start, method, state, amount, currency = columns[:10]
    typed = (PaymentMethod(method), RefundState(state), Money(amount, currency))
    return RefundView(*(*start, *typed, *columns[10:]))
