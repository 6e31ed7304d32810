"""Take an intent through the door of each of its sellers, and write down what came of it."""

from collections.abc import Mapping
from uuid import UUID

import orjson
from django.db import connection, transaction

from tijara.domains.carts.actions import put_back
from tijara.domains.carts.shapes import PickedLine
from tijara.domains.inventory.actions import release_hold
from tijara.domains.orders.actions import bring_order, expire_order
from tijara.domains.orders.shapes import CancelReason, OrderToPlace, PlacedOrder
from tijara.domains.payments.actions import open_charge
from tijara.domains.payments.shapes import ChargePart, ChargeToOpen, PaymentMethod, Purpose
from tijara.domains.promotions.actions import record_uses, settle_claims
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.rebuilding import rebuild
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Checkout
from ..queries import kept_outcomes, result_of
from ..rules import uses_of, without_code
from ..shapes import CHARGED, CheckoutResult, OrderOutcome
from ..states import PLACED, PLACING, REFUSED
from .pay_with_credit import pay_with_credit

WRITE_DOWN = """
    UPDATE checkout SET state = %s, outcomes = %s::jsonb, moved_at = %s
    WHERE buyer_id = %s AND id = %s AND (%s OR state = %s)
"""
"""Once, while it is undecided; after that only by whoever has read what was decided."""


class NoSuchCheckout(Refusal):
    code = "checkout.no_such_checkout"
    kind = Kind.MISSING


@action(power=Power.BUY, atomic=False)
def finish_checkout(
    *,
    actor: Actor,
    buyer_id: UUID,
    checkout_id: UUID,
    orders: Mapping[UUID, OrderToPlace] | None = None,
    credit_minor: int = 0,
) -> CheckoutResult:
    """`orders` are read from the kept intent where they are not given, and what is held of the
    wallet (`credit_minor`) with them.

    May run twice at once and be cut off anywhere: the door answers a key that it knows with the
    order that stands. A seller who can't deliver costs the buyer only that seller's part, and its
    lines go back into the cart: before the answer is written, so that a crash loses none. Where
    the order desk is busy the intent stays, and the same key goes on with it.
    """
    if orders is None:
        kept = Checkout.objects.filter(buyer_id=buyer_id, id=checkout_id).first()
        if kept is None:
            raise NoSuchCheckout()
        if kept.state != PLACING:
            return result_of(
                buyer_id, checkout_id, kept_outcomes(kept.outcomes), kept.payment_method
            )
        orders = {
            UUID(seller): rebuild(OrderToPlace, order) for seller, order in kept.intent.items()
        }
        orders = without_code(orders) if kept.is_phone_known else orders
        credit_minor = kept.credit_minor
    answers = [_place(actor, seller_id, order) for seller_id, order in orders.items()]
    if missed := [line for one in answers if not one.order_id for line in _lines(one, orders)]:
        put_back(actor=actor, buyer_id=buyer_id, lines=missed)
    outcomes = [
        OrderOutcome(one.seller_id, one.outcome, one.order_id, one.number) for one in answers
    ]
    _note_promotions(checkout_id, orders, answers)
    method = next(iter(orders.values())).payment_method
    if credit_minor or method in CHARGED:
        outcomes, method = _settle(actor, buyer_id, orders, outcomes, credit_minor)
    elif not _write_down(buyer_id, checkout_id, outcomes):
        outcomes = _add_to_what_stands(buyer_id, checkout_id, outcomes)
    return result_of(buyer_id, checkout_id, outcomes, method)


def _note_promotions(
    checkout_id: UUID, orders: Mapping[UUID, OrderToPlace], answers: list[PlacedOrder]
) -> None:
    """What its orders got by promotions is counted, and what it held of limited ones is spent, or
    given back where its order was refused. An ordinary checkout has none, and asks nothing."""
    uses = {seller_id: uses_of(order) for seller_id, order in orders.items()}
    if not any(uses.values()):
        return
    spent: set[UUID] = set()
    for one in answers:
        if one.order_id and uses[one.seller_id]:
            spent |= {use.promotion_id for use in uses[one.seller_id]}
            order = orders[one.seller_id]
            record_uses(
                actor=SYSTEM,
                seller_id=one.seller_id,
                order_id=one.order_id,
                checkout_id=checkout_id,
                sales=Money(order.items_minor, order.currency),
                uses=uses[one.seller_id],
            )
    settle_claims(actor=SYSTEM, checkout_id=checkout_id, spent=spent)


def _settle(
    actor: Actor,
    buyer_id: UUID,
    orders: Mapping[UUID, OrderToPlace],
    outcomes: list[OrderOutcome],
    credit_minor: int,
) -> tuple[list[OrderOutcome], str]:
    """Decide, pay what stands with what is held of the wallet, and open the charge of the rest, in
    one commit: what is to be paid is exactly what was decided. A run that comes second gives back
    what it got beside that."""
    first = next(iter(orders.values()))
    checkout_id, method = first.checkout_id, first.payment_method
    with transaction.atomic():
        if _write_down(buyer_id, checkout_id, outcomes):
            credited = _credited(buyer_id, checkout_id, orders, outcomes) if credit_minor else {}
            charge = _charge_of(orders, outcomes, credited) if method in CHARGED else None
            if charge:
                open_charge(actor=actor, buyer_id=buyer_id, charge=charge)
            elif credited:
                method = _paid_by_wallet(buyer_id, checkout_id, method)
            return outcomes, method
    if method == PaymentMethod.CASH_ON_DELIVERY:
        return _add_to_what_stands(buyer_id, checkout_id, outcomes), method
    row = Checkout.objects.filter(buyer_id=buyer_id, id=checkout_id)
    told, method = row.values_list("outcomes", "payment_method").get()
    decided = kept_outcomes(told)
    _give_up_beside(outcomes, {one.order_id for one in decided})
    return decided, method


def _credited(
    buyer_id: UUID,
    checkout_id: UUID,
    orders: Mapping[UUID, OrderToPlace],
    outcomes: list[OrderOutcome],
) -> dict[UUID, int]:
    standing = [one for one in outcomes if one.order_id]
    return pay_with_credit(
        actor=SYSTEM,
        buyer_id=buyer_id,
        checkout_id=checkout_id,
        standing=standing,
        totals=[orders[one.seller_id].total_minor for one in standing],
    )


def _paid_by_wallet(buyer_id: UUID, checkout_id: UUID, method: str) -> str:
    """Nothing is left to be paid another way: also where that was not foreseen, because a seller
    could not deliver his part."""
    if method not in CHARGED:
        return method
    row = Checkout.objects.filter(buyer_id=buyer_id, id=checkout_id)
    row.update(payment_method=PaymentMethod.WALLET)
    return PaymentMethod.WALLET


def _give_up_beside(outcomes: list[OrderOutcome], stand: set[UUID | None]) -> None:
    for one in outcomes:
        if one.order_id and one.order_id not in stand:
            expire_order(
                actor=SYSTEM,
                seller_id=one.seller_id,
                order_id=one.order_id,
                reason=CancelReason.NOT_PAID,
            )


def _charge_of(
    orders: Mapping[UUID, OrderToPlace],
    outcomes: list[OrderOutcome],
    credited: Mapping[UUID, int],
) -> ChargeToOpen | None:
    parts = tuple(
        ChargePart(one.seller_id, one.order_id, one.number, rest)
        for one in outcomes
        if one.order_id and (rest := _to_pay(orders[one.seller_id], credited.get(one.order_id, 0)))
    )
    if not parts:
        return None
    first = orders[parts[0].seller_id]
    return ChargeToOpen(
        checkout_id=first.checkout_id,
        market_id=first.market_id,
        method=PaymentMethod(first.payment_method),
        amount=Money(sum(part.amount_minor for part in parts), first.currency),
        parts=parts,
        due_at=first.due_at or now(),
        language=first.language,
        recipient=first.address.email or first.address.phone,
        purpose=Purpose.DEPOSIT if first.deposit_minor else Purpose.ORDERS,
    )


def _to_pay(order: OrderToPlace, credit_minor: int) -> int:
    """All that the wallet has left of it; or the deposit, of what is paid in cash."""
    rest = order.total_minor - credit_minor
    return min(order.deposit_minor, rest) if order.deposit_minor else rest


def _write_down(
    buyer_id: UUID, checkout_id: UUID, outcomes: list[OrderOutcome], *, is_decided: bool = False
) -> bool:
    """False: a run beside this one has written already."""
    state = PLACED if any(one.order_id for one in outcomes) else REFUSED
    told = orjson.dumps(outcomes).decode()
    with connection.cursor() as cursor:
        cursor.execute(WRITE_DOWN, [state, told, now(), buyer_id, checkout_id, is_decided, PLACING])
        return cursor.rowcount == 1


def _add_to_what_stands(
    buyer_id: UUID, checkout_id: UUID, outcomes: list[OrderOutcome]
) -> list[OrderOutcome]:
    """The run beside this one may have had more luck: an order that stands is never unsaid."""
    with transaction.atomic():
        row = Checkout.objects.select_for_update().filter(buyer_id=buyer_id, id=checkout_id)
        told = kept_outcomes(row.values_list("outcomes", flat=True).get())
        stand = {one.seller_id: one for one in told if one.order_id}
        outcomes = [one if one.order_id else stand.get(one.seller_id, one) for one in outcomes]
        _write_down(buyer_id, checkout_id, outcomes, is_decided=True)
    return outcomes


def _lines(missed: PlacedOrder, orders: Mapping[UUID, OrderToPlace]) -> list[PickedLine]:
    return [
        PickedLine(
            missed.seller_id,
            line.offer_id,
            line.quantity,
            line.unit_minor if line.list_minor is None else line.list_minor,
        )
        for line in orders[missed.seller_id].lines
    ]


def _place(actor: Actor, seller_id: UUID, order: OrderToPlace) -> PlacedOrder:
    answer = bring_order(actor=actor, seller_id=seller_id, order=order)
    if not answer.order_id:
        release_hold(actor=SYSTEM, seller_id=seller_id, checkout_id=order.checkout_id)
    return answer
