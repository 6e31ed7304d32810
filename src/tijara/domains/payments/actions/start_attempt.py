"""Go and pay by card: ask the gateway for a payment, or find the one that is open already."""

from uuid import UUID

from django.db import transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.breaker import Breaker, breaker_of
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import Attempt, Charge
from ..queries import card_gateway_name, gateway_called
from ..rules import ANSWER_WITHIN, next_check, reference_of
from ..shapes import (
    AttemptState,
    ChargeState,
    Created,
    Failure,
    GatewaySilent,
    NextStep,
    PaymentMethod,
    PaymentRequest,
    Redirect,
    WayBack,
)
from ..states import ATTEMPT

SILENCES, REST = 3, 20.0
"""So many payers in a row whom the gateway has not answered; seconds for which the others are told
so at once."""


class ChargeNotOpen(Refusal):
    """It is paid, or its time is over; its page says which."""

    code = "payments.charge_not_open"


class AlreadyStarting(Refusal):
    """Another window is asking the gateway at this very moment."""

    code = "payments.already_starting"
    kind = Kind.UNAVAILABLE


class GatewayUnavailable(Refusal):
    """The gateway can't be reached; no money was taken."""

    code = "payments.gateway_unavailable"
    kind = Kind.UNAVAILABLE


@action(power=Power.BUY, atomic=False)
def start_attempt(*, actor: Actor, buyer_id: UUID, charge_id: UUID, way_back: WayBack) -> NextStep:
    """The intent is committed before the gateway is asked, and its answer after it.

    A page that was made before and never paid is gone to again. One whose answer was lost is left
    alone: nobody knows its address, so nobody can pay it.
    """
    charge, attempt = _begin(buyer_id, charge_id)
    if attempt.page:
        return Redirect(attempt.page)
    request = PaymentRequest(
        reference=reference_of(buyer_id, attempt.id),
        amount=Money(charge.amount_minor, charge.currency),
        description=way_back.description,
        return_address=way_back.return_address,
        back_address=way_back.back_address,
        language=charge.language,
        expires_at=charge.due_at,
    )
    answer = gateway_called(attempt.gateway).create(request)
    _breaker(attempt.gateway).note(is_silent=isinstance(answer, GatewaySilent))
    _write_down(attempt, charge, answer)
    if isinstance(answer, GatewaySilent):
        raise GatewayUnavailable()
    return answer.next_step


def _begin(buyer_id: UUID, charge_id: UUID) -> tuple[Charge, Attempt]:
    with transaction.atomic():
        rows = Charge.objects.select_for_update(no_key=True)
        charge = rows.filter(buyer_id=buyer_id, id=charge_id).first()
        if (
            charge is None
            or charge.state != ChargeState.OPEN
            or charge.method != PaymentMethod.CARD
            or charge.due_at <= now()
        ):
            raise ChargeNotOpen()
        return charge, _standing(charge) or _new(charge)


def _standing(charge: Charge) -> Attempt | None:
    """The one that can still be paid. One that is being asked for just now is waited for."""
    rows = Attempt.objects.filter(buyer_id=charge.buyer_id, charge_id=charge.id)
    begun = rows.filter(state__in=(AttemptState.ASKED, AttemptState.OPEN)).order_by("-started_at")
    for attempt in begun:
        if attempt.state == AttemptState.OPEN:
            return attempt
        if attempt.started_at > now() - ANSWER_WITHIN:
            raise AlreadyStarting()
        told = {"reason": Failure.GATEWAY, "moved_at": now(), "check_at": None}
        move_rows(ATTEMPT, rows.filter(id=attempt.id), Step("fail", SYSTEM, sets=told))
    return None


def _new(charge: Charge) -> Attempt:
    """None is begun where the gateway was let go since the charge was opened, or has been silent:
    payers who wait for it would take the shop's threads from those who pay in other ways."""
    gateway = card_gateway_name()
    if not gateway or not _breaker(gateway).may_ask():
        raise GatewayUnavailable()
    return Attempt.objects.create(
        buyer_id=charge.buyer_id,
        id=new_id(),
        charge_id=charge.id,
        gateway=gateway,
        state=ATTEMPT.start,
    )


def _breaker(gateway: str) -> Breaker:
    return breaker_of(gateway_called(gateway), silences=SILENCES, rest_seconds=REST)


def _write_down(attempt: Attempt, charge: Charge, answer: Created | GatewaySilent) -> None:
    row = Attempt.objects.filter(buyer_id=attempt.buyer_id, id=attempt.id)
    if isinstance(answer, GatewaySilent):
        told = {"reason": Failure.GATEWAY, "last_error": answer.why[:300], "moved_at": now()}
        move_rows(ATTEMPT, row, Step("fail", SYSTEM, sets=told))
        return
    step = answer.next_step
    opened = {
        "gateway_id": answer.gateway_id,
        "page": step.address if isinstance(step, Redirect) else "",
        "moved_at": now(),
        "check_at": next_check(0, charge.due_at, now()),
    }
    move_rows(ATTEMPT, row, Step("open", SYSTEM, sets=opened))
