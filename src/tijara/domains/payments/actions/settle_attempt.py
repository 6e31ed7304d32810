"""Move a payment and its charge by what the gateway has told: the one place, and exactly once."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import Attempt, Charge, Refund
from ..rules import next_check, reference_of
from ..shapes import AttemptState, ChargeState, GatewayPayment, PaymentMethod
from ..states import ATTEMPT, REFUND
from .pay_charge import pay_charge


@action(power=Power.SYSTEM)
def settle_attempt(
    *, actor: Actor, buyer_id: UUID, attempt_id: UUID, told: GatewayPayment
) -> AttemptState | None:
    """The payment's state now; None where it is not there.

    Whoever comes first, the notice, the buyer's return or the clock, moves it; the others find it
    moved. Money that is not what was asked for moves nothing and is shown to staff. Money for a
    charge that was paid already goes back.
    """
    key = Attempt.objects.filter(buyer_id=buyer_id, id=attempt_id)
    charge_id = key.values_list("charge_id", flat=True).first()
    if charge_id is None:
        return None
    rows = Charge.objects.select_for_update(no_key=True)
    charge = rows.get(buyer_id=buyer_id, id=charge_id)
    attempt = key.get()
    if attempt.state in ATTEMPT.ends:
        return AttemptState(attempt.state)
    if told.reference != reference_of(buyer_id, attempt_id):
        return _move(attempt, "be_odd", last_error="it carries another reference")
    if told.is_paid:
        return _take(charge, attempt, told)
    return _wait(charge, attempt, told)


def _take(charge: Charge, attempt: Attempt, told: GatewayPayment) -> AttemptState:
    attempt.payment_id, attempt.reason = told.payment_id, ""
    if told.amount != Money(charge.amount_minor, charge.currency):
        wrong = f"{told.amount.to_decimal_string()} {told.amount.currency} came"
        return _move(attempt, "be_odd", last_error=wrong)
    if charge.state == ChargeState.PAID:
        _give_back(charge, attempt)
        return _move(attempt, "come_twice", does=("give_back",))
    _paid_by_card(charge)
    pay_charge(actor=SYSTEM, on_behalf=SYSTEM, buyer_id=charge.buyer_id, charge_id=charge.id)
    return _move(attempt, "pay", does=("pay_charge",))


def _paid_by_card(charge: Charge) -> None:
    """Its buyer may have chosen a transfer meanwhile: how the money came is how it was paid."""
    if charge.method != PaymentMethod.CARD:
        charge.method = PaymentMethod.CARD
        charge.save(update_fields=["method"])


def _give_back(charge: Charge, attempt: Attempt) -> None:
    Refund.objects.bulk_create(
        [
            Refund(
                buyer_id=charge.buyer_id,
                once=f"surplus:{attempt.id.hex}",
                charge_id=charge.id,
                attempt_id=attempt.id,
                method=PaymentMethod.CARD,
                state=REFUND.start,
                currency=charge.currency,
                amount_minor=charge.amount_minor,
                reason="paid_twice",
            )
        ],
        ignore_conflicts=True,
    )


def _wait(charge: Charge, attempt: Attempt, told: GatewayPayment) -> AttemptState:
    """Not paid yet, or never: the next look is later and later."""
    attempt.reason = told.failure
    if told.is_over:
        return _move(attempt, "fail")
    attempt.check_at = next_check(attempt.checks, charge.due_at, now())
    attempt.checks = min(attempt.checks + 1, 1000)
    attempt.last_error = ""
    attempt.save(update_fields=["reason", "check_at", "checks", "last_error"])
    return AttemptState(attempt.state)


def _move(
    attempt: Attempt, name: str, *, last_error: str = "", does: tuple[str, ...] = ()
) -> AttemptState:
    told = {
        "moved_at": now(),
        "check_at": None,
        "last_error": last_error,
        "payment_id": attempt.payment_id,
        "reason": attempt.reason,
    }
    row = Attempt.objects.filter(buyer_id=attempt.buyer_id, id=attempt.id)
    move_rows(ATTEMPT, row, Step(name, SYSTEM, does, sets=told))
    return AttemptState(ATTEMPT.move(name).after)
