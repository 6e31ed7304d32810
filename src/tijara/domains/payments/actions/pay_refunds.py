"""Give card payments back at their gateways."""

import logging
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Attempt, Refund
from ..ports import PaymentGateway
from ..queries import gateway_called
from ..rules import AT_ONCE, LEASE, REFUND_TRIES, pause_after
from ..shapes import GatewayPayment, GatewaySilent, RefundState
from .mark_refund_paid import mark_refund_paid

log = logging.getLogger(__name__)


@action(power=Power.SYSTEM, atomic=False)
def pay_refunds(*, actor: Actor, limit: int = 50) -> int:
    """How many were given back. Of one payment one after another, in the order in which they were
    opened: two must not be taken for one another."""
    paid, ends = 0, now() + AT_ONCE
    while keys := list(_due().order_by("opened_at").values_list("buyer_id", "id")[:limit]):
        for buyer_id, refund_id in keys:
            if now() > ends:
                return paid
            ends_at = _claim(buyer_id, refund_id)
            if ends_at is None:
                continue
            try:
                paid += _pay(buyer_id, refund_id, ends_at)
            except Exception as error:
                log.exception("refund %s can't be paid", refund_id)
                refund = Refund.objects.get(buyer_id=buyer_id, id=refund_id)
                _put_off(refund, GatewaySilent(type(error).__name__))
    return paid


def _due() -> QuerySet[Refund]:
    """Of one payment the oldest only: while it is not known what became of that, what the gateway
    says of the payment could be either's."""
    is_time = Q(retry_at=None) | Q(retry_at__lte=now())
    waiting = Refund.objects.filter(state=RefundState.DUE, needs_staff=False)
    of_same = waiting.filter(buyer_id=OuterRef("buyer_id"), attempt_id=OuterRef("attempt_id"))
    is_older = Q(opened_at__lt=OuterRef("opened_at")) | Q(
        opened_at=OuterRef("opened_at"), id__lt=OuterRef("id")
    )
    return waiting.filter(is_time).exclude(Exists(of_same.filter(is_older)))


def _claim(buyer_id: UUID, refund_id: UUID) -> datetime | None:
    """When it ends; None, it is another's. Committed before the gateway is asked."""
    ends_at = now() + LEASE
    mine = _due().filter(buyer_id=buyer_id, id=refund_id)
    return ends_at if mine.update(retry_at=ends_at) else None


def _claim_anew(refund: Refund, ends_at: datetime) -> bool:
    """Right before the gateway is asked to give: a worker that was taken for dead and goes on after
    all finds that its claim is another's, and asks for nothing a second time."""
    if now() >= ends_at:
        return False
    mine = Refund.objects.filter(
        buyer_id=refund.buyer_id, id=refund.id, state=RefundState.DUE, retry_at=ends_at
    )
    return bool(mine.update(retry_at=now() + LEASE))


def _pay(buyer_id: UUID, refund_id: UUID, ends_at: datetime) -> bool:
    """The gateway is asked what it has given back before it is asked to give: it may have done so
    and its answer was lost."""
    refund = Refund.objects.get(buyer_id=buyer_id, id=refund_id)
    attempt = Attempt.objects.get(buyer_id=buyer_id, id=refund.attempt_id)
    gateway: PaymentGateway = gateway_called(attempt.gateway)
    told = gateway.fetch(attempt.gateway_id)
    if isinstance(told, GatewayPayment):
        _remember_before(refund, told)
        if not _is_done(refund, told):
            if not _claim_anew(refund, ends_at):
                return False
            amount = Money(refund.amount_minor, refund.currency)
            told = gateway.refund(attempt.gateway_id, attempt.payment_id, amount)
    if isinstance(told, GatewaySilent):
        _put_off(refund, told)
        return False
    if not _is_done(refund, told):
        _put_off(refund, GatewaySilent("the gateway has not given it back yet"))
        return False
    return mark_refund_paid(actor=SYSTEM, buyer_id=buyer_id, refund_id=refund_id)


def _remember_before(refund: Refund, told: GatewayPayment) -> None:
    """Committed before it is asked to give, and never changed: what it gives is told from this."""
    if refund.given_before_minor is None:
        refund.given_before_minor = _given_back(told)
        refund.save(update_fields=["given_before_minor"])


def _is_done(refund: Refund, told: GatewayPayment) -> bool:
    """Whether the gateway has given this back, beside what it had given before."""
    return _given_back(told) >= (refund.given_before_minor or 0) + refund.amount_minor


def _given_back(told: GatewayPayment) -> int:
    return told.refunded.minor if told.refunded else 0


def _put_off(refund: Refund, silent: GatewaySilent) -> None:
    """What a gateway won't do, staff do by hand."""
    row = Refund.objects.filter(buyer_id=refund.buyer_id, id=refund.id, state=RefundState.DUE)
    row.update(
        tries=refund.tries + 1,
        retry_at=now() + pause_after(refund.tries),
        last_error=silent.why[:300],
        needs_staff=silent.is_final or refund.tries + 1 >= REFUND_TRIES,
    )
