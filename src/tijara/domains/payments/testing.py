"""Makers of charges for tests, and the exam that every payment gateway must pass."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db.models import F

from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id, new_number
from tijara.kit.money import Money

from .actions import open_charge, pay_charge
from .models import Attempt, Charge, GatewayKeys, Notice, Refund
from .queries import charge_of_checkout, forget_gateways
from .rules import reference_of
from .shapes import (
    AttemptState,
    BadNotice,
    ChargePart,
    ChargeToOpen,
    ChargeView,
    Created,
    Failure,
    Fields,
    GatewayPayment,
    GatewaySilent,
    Hint,
    KeysAnswer,
    Nothing,
    PaymentMethod,
    PaymentRequest,
    Redirect,
    Reference,
    RefundToOpen,
)

MOMENTS = {
    Charge: ("opened_at", "due_at"),
    Attempt: ("started_at", "check_at"),
    Notice: ("received_at", "retry_at"),
    Refund: ("retry_at",),
    GatewayKeys: ("withdrawn_at",),
}


def make_charge(
    buyer_id: UUID | None = None, *amounts_minor: int, currency: str = "SAR", **changes
) -> ChargeView:
    """An open card charge with a part for each amount; anything can be changed."""
    owner = buyer_id or new_id()
    parts = tuple(
        ChargePart(new_id(), new_id(), new_number(), amount) for amount in amounts_minor or (34900,)
    )
    given = {
        "checkout_id": new_id(),
        "market_id": new_id(),
        "method": PaymentMethod.CARD,
        "amount": Money(sum(part.amount_minor for part in parts), currency),
        "parts": parts,
        "due_at": now() + timedelta(hours=1),
        "language": "ar",
        "recipient": "noura@example.com",
    }
    draft = ChargeToOpen(**(given | changes))
    open_charge(actor=SYSTEM, buyer_id=owner, charge=draft)
    made = charge_of_checkout(owner, draft.checkout_id)
    assert made is not None
    return made


def make_paid_charge(buyer_id: UUID, **changes) -> ChargeView:
    """Its money has come, the way that its method says."""
    charge = make_charge(buyer_id, **changes)
    is_card = charge.method == PaymentMethod.CARD
    if is_card:
        Attempt.objects.create(
            buyer_id=buyer_id,
            charge_id=charge.id,
            gateway="moyasar",
            state=AttemptState.PAID,
            gateway_id=new_id().hex,
            payment_id=new_id().hex,
        )
    pay_charge(
        actor=SYSTEM,
        on_behalf=SYSTEM,
        buyer_id=buyer_id,
        charge_id=charge.id,
        bank_reference="" if is_card else "FT26330",
    )
    return charge


def refund_of(charge: ChargeView, part: int = 0, **changes) -> RefundToOpen:
    """The refund of one part of a charge."""
    share = charge.parts[part]
    given = {
        "charge_id": charge.id,
        "seller_id": share.seller_id,
        "order_id": share.order_id,
        "number": share.number,
        "method": charge.method,
        "amount": Money(share.amount_minor, charge.amount.currency),
        "reason": "cancelled",
    }
    return RefundToOpen(**(given | changes))


def let_time_pass(**by: float) -> None:
    """Everything that was to happen at a moment comes nearer by that much."""
    gone = timedelta(**by)
    for model, moments in MOMENTS.items():
        model.objects.update(**{moment: F(moment) - gone for moment in moments})


def take_refunds_over() -> bool:
    """As another worker does when the claim of one has run out. Were any claimed at all?"""
    claimed = Refund.objects.filter(retry_at__isnull=False)
    return bool(claimed.update(retry_at=now() + timedelta(hours=1)))


def open_attempt(charge: ChargeView, last_error: str = "") -> UUID:
    """Its buyer is on the gateway's page; or back from it, and the gateway did not answer."""
    attempt = Attempt.objects.create(
        buyer_id=charge.buyer_id,
        charge_id=charge.id,
        gateway="moyasar",
        state=AttemptState.OPEN,
        last_error=last_error,
    )
    return attempt.id


def paid_on(charge: ChargeView, attempt_id: UUID) -> GatewayPayment:
    """What the gateway says when the whole of it was paid there."""
    return GatewayPayment(
        gateway_id="inv_1",
        reference=reference_of(charge.buyer_id, attempt_id),
        amount=charge.amount,
        is_paid=True,
        is_over=True,
        payment_id="pay_1",
    )


def name_payment(buyer_id: UUID, charge_id: UUID, payment_id: str) -> None:
    """The gateway has told what it calls the money."""
    Attempt.objects.filter(buyer_id=buyer_id, charge_id=charge_id).update(payment_id=payment_id)


def forget_payment(buyer_id: UUID, charge_id: UUID) -> None:
    """Nobody has told it yet."""
    name_payment(buyer_id, charge_id, "")


def fail_attempts() -> None:
    """Nobody has paid."""
    Attempt.objects.filter(state=AttemptState.OPEN).update(state=AttemptState.FAILED)


def break_seals() -> None:
    """Nothing opens the keys any more that were entered for gateways."""
    GatewayKeys.objects.update(sealed="1.00000000.AAAA")
    forget_gateways()


def ask_for(amount: Money, **changes) -> PaymentRequest:
    """What a gateway is asked for, every day."""
    given = {
        "reference": reference_of(new_id(), new_id()),
        "amount": amount,
        "description": "طلب K7Q3M-9XW2T",
        "return_address": "http://localhost:1/pay/return",
        "back_address": "http://localhost:1/pay",
        "language": "ar",
        "expires_at": now() + timedelta(hours=1),
    }
    return PaymentRequest(**(given | changes))


class GatewayExam:
    """Subclass it as `TestExam` in the provider's tests. Give `gateway`, a fixture of a gateway
    connected to the vendor's simulator, `stranger`, one with keys that the vendor does not know,
    and `payer`: `payer.pay(created)`, `payer.fail(created)`
    as a person would on the vendor's page, `payer.notice(created)` the body of the vendor's notice
    of it, and `payer.break_next(what)` for "create", "fetch" or "refund" that answer with an error
    (the refund only after it was done)."""

    PRICES = (
        Money(34900, "SAR"),
        Money(100, "SAR"),
        Money(99_999_999, "AED"),
        Money(1234, "KWD"),
    )

    @pytest.mark.parametrize("price", PRICES, ids=str)
    def test_a_payment_comes_back_as_it_was_asked_for(self, gateway, payer, price):
        asked = ask_for(price)
        made = gateway.create(asked)
        assert isinstance(made, Created)
        told = gateway.fetch(made.gateway_id)
        assert (told.reference, told.amount) == (asked.reference, price)
        assert not told.is_paid and not told.is_over

    def test_it_says_whether_it_knows_our_keys(self, gateway, stranger):
        assert gateway.try_keys() is KeysAnswer.ACCEPTED
        assert stranger.try_keys() is KeysAnswer.REFUSED

    def test_its_page_is_where_it_says_its_pages_are(self, gateway):
        step = gateway.create(ask_for(Money(34900, "SAR"))).next_step
        assert isinstance(step, Redirect | Fields | Reference | Nothing)
        if isinstance(step, Redirect | Fields):
            assert any(step.address.startswith(page.replace("*.", "")) for page in gateway.pages)

    def test_what_was_paid_is_paid(self, gateway, payer):
        made = gateway.create(ask_for(Money(34900, "SAR")))
        payer.pay(made)
        told = gateway.fetch(made.gateway_id)
        assert told.is_paid and told.payment_id
        assert told.amount == Money(34900, "SAR")
        assert told.refunded == Money(0, "SAR")

    def test_what_failed_says_why_and_can_be_tried_again(self, gateway, payer):
        made = gateway.create(ask_for(Money(34900, "SAR")))
        payer.fail(made)
        told = gateway.fetch(made.gateway_id)
        assert not told.is_paid and told.failure in set(Failure)
        payer.pay(made)
        assert gateway.fetch(made.gateway_id).is_paid

    def test_what_is_over_says_so(self, gateway):
        made = gateway.create(ask_for(Money(34900, "SAR"), expires_at=now() - timedelta(hours=1)))
        assert gateway.fetch(made.gateway_id).is_over

    def test_money_goes_back_in_parts_and_never_more_than_came(self, gateway, payer):
        made = gateway.create(ask_for(Money(34900, "SAR")))
        payer.pay(made)
        payment_id = gateway.fetch(made.gateway_id).payment_id
        first = gateway.refund(made.gateway_id, payment_id, Money(10000, "SAR"))
        assert first.refunded == Money(10000, "SAR")
        second = gateway.refund(made.gateway_id, payment_id, Money(24900, "SAR"))
        assert second.refunded == Money(34900, "SAR")
        third = gateway.refund(made.gateway_id, payment_id, Money(100, "SAR"))
        assert isinstance(third, GatewaySilent) and third.is_final

    def test_a_refund_whose_answer_was_lost_is_seen_by_asking(self, gateway, payer):
        made = gateway.create(ask_for(Money(34900, "SAR")))
        payer.pay(made)
        payment_id = gateway.fetch(made.gateway_id).payment_id
        payer.break_next("refund")
        lost = gateway.refund(made.gateway_id, payment_id, Money(34900, "SAR"))
        assert isinstance(lost, GatewaySilent) and not lost.is_final
        assert gateway.fetch(made.gateway_id).refunded == Money(34900, "SAR")

    def test_errors_of_the_gateway_are_answers_and_may_be_asked_again(self, gateway, payer):
        payer.break_next("create")
        silent = gateway.create(ask_for(Money(34900, "SAR")))
        assert isinstance(silent, GatewaySilent) and not silent.is_final
        made = gateway.create(ask_for(Money(34900, "SAR")))
        payer.break_next("fetch")
        silent = gateway.fetch(made.gateway_id)
        assert isinstance(silent, GatewaySilent) and not silent.is_final

    @pytest.mark.parametrize("gateway_id", ["", "../refund", "no such payment", "0" * 36])
    def test_what_it_does_not_know_is_final(self, gateway, gateway_id):
        told = gateway.fetch(gateway_id)
        assert isinstance(told, GatewaySilent) and told.is_final

    def test_it_says_what_it_can_not_carry(self, gateway):
        for price in self.PRICES:
            assert gateway.carries(price)
        nothing = Money(0, "SAR")
        assert not gateway.carries(nothing)
        refused = gateway.create(ask_for(nothing))
        assert isinstance(refused, GatewaySilent) and refused.is_final

    def test_its_own_notice_points_to_the_payment(self, gateway, payer):
        made = gateway.create(ask_for(Money(34900, "SAR")))
        payer.pay(made)
        hint = gateway.read_notice(payer.notice(made), {})
        assert isinstance(hint, Hint) and hint.gateway_id == made.gateway_id

    @pytest.mark.parametrize(
        "body", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"data": 1}', b"[" * 5000, b"a=1&b=2"]
    )
    def test_rubbish_is_no_notice(self, gateway, body):
        assert isinstance(gateway.read_notice(body, {}), BadNotice)

    def test_half_a_notice_is_none(self, gateway, payer):
        made = gateway.create(ask_for(Money(34900, "SAR")))
        payer.pay(made)
        body = payer.notice(made)
        for end in range(0, len(body), 97):
            assert isinstance(gateway.read_notice(body[:end], {}), BadNotice)
