"""How the demonstration's orders are paid before they go their way: by card or by transfer."""

from io import BytesIO
from uuid import UUID

from tijara.domains.orders.actions import release_order
from tijara.domains.payments.actions import (
    approve_transfer,
    check_attempt,
    keep_notice,
    pay_refunds,
    record_refund,
    reject_receipt,
    start_attempt,
    upload_receipt,
)
from tijara.domains.payments.queries import attempts_of, charge_of_checkout, refunds_of_order
from tijara.domains.payments.shapes import (
    ChargeView,
    PaymentMethod,
    Redirect,
    RejectReason,
    WayBack,
)
from tijara.faces.cli.gateway_simulator import GOOD_CARD, POOR_CARD
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.powers import BUYER_POWERS
from tijara.platform import places

from . import cards, content
from .receipt import picture_of


def method_of(told: dict) -> PaymentMethod:
    return PaymentMethod(told.get("payment", "cash_on_delivery"))


def pay(told: dict, buyer_id: UUID, placed: list[tuple[UUID, UUID]]) -> bool:
    """Whether there was anything to pay.

    As far as its buyer has come: `pays` says it; a deposit is always paid. Cash waits for its
    phone alone, and this phone is known. The orders hear of their money by the outbox."""
    charge = charge_of_checkout(buyer_id, content.id_of("checkout", told["key"]))
    if charge is not None:
        PAYS[told.get("pays", DEPOSITS[charge.method])](charge)
    elif method_of(told) is PaymentMethod.CASH_ON_DELIVERY:
        for seller_id, order_id in placed:
            release_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    return charge is not None


def give_back(told: dict, buyer_id: UUID, placed: list[tuple[UUID, UUID]]) -> None:
    """What a transfer brought goes back by hand, where the content says that staff did so."""
    for seller_id, order_id in placed if "given_back" in told else ():
        for refund in refunds_of_order(seller_id, buyer_id, order_id):
            record_refund(
                actor=SYSTEM,
                buyer_id=buyer_id,
                refund_id=refund.id,
                bank_reference=told["given_back"],
            )


def give_back_cards() -> None:
    while pay_refunds(actor=SYSTEM):
        pass


def pay_charge_by_card(charge: ChargeView) -> None:
    _use_card(charge, GOOD_CARD)


def _by_poor_card(charge: ChargeView) -> None:
    _use_card(charge, POOR_CARD)


def _use_card(charge: ChargeView, card: str) -> None:
    front = f"http://localhost:{places.web_port()}/"
    number = charge.parts[0].number
    step = start_attempt(
        actor=_buyer(charge),
        buyer_id=charge.buyer_id,
        charge_id=charge.id,
        way_back=WayBack(return_address=front, back_address=front, description=number),
    )
    if isinstance(step, Redirect):
        cards.pay_at(step.address, card)
    for attempt in attempts_of(charge.buyer_id, charge.id):
        check_attempt(actor=SYSTEM, buyer_id=charge.buyer_id, attempt_id=attempt.id)
        told = cards.notice_of(attempt.gateway_id)
        keep_notice(actor=SYSTEM, gateway=attempt.gateway, body=told, headers={})


def _by_transfer(charge: ChargeView) -> None:
    _bring_receipt(charge)
    approve_transfer(
        actor=SYSTEM,
        buyer_id=charge.buyer_id,
        charge_id=charge.id,
        received=charge.amount,
        bank_reference=f"SARIE-{charge.reference}",
    )


def _bring_receipt(charge: ChargeView) -> UUID:
    return upload_receipt(
        actor=_buyer(charge),
        buyer_id=charge.buyer_id,
        charge_id=charge.id,
        content=BytesIO(picture_of(charge)),
    )


def _bring_wrong_receipt(charge: ChargeView) -> None:
    reject_receipt(
        actor=SYSTEM,
        buyer_id=charge.buyer_id,
        receipt_id=_bring_receipt(charge),
        reason=RejectReason.NOT_ARRIVED,
    )


def _buyer(charge: ChargeView) -> Actor:
    return Actor(ActorKind.BUYER, owner_id=charge.buyer_id, powers=BUYER_POWERS)


PAYS = {
    "by_card": pay_charge_by_card,
    "by_poor_card": _by_poor_card,
    "by_transfer": _by_transfer,
    "brings_receipt": _bring_receipt,
    "brings_wrong_receipt": _bring_wrong_receipt,
    "not_yet": lambda charge: None,
}
DEPOSITS = {PaymentMethod.CARD: "by_card", PaymentMethod.BANK_TRANSFER: "by_transfer"}
