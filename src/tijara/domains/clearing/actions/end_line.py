"""Write down how a line ended that paid too much, or took what we know nothing of."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.lists import LineKind
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time

from ..models import GatewayLine, GatewayReport
from ..queries import standings
from ..rules import after, outcome_of, shares_of
from ..shapes import Ending, Verdict
from .close_report import close_report
from .post_shares import post_shares

EXPLAINED = "gateway_explained"


class LineEnded(Refusal):
    """There is nothing to explain of it, or it can't end like this."""

    code = "clearing.line_ended"


class NotAPaymentOfOurs(Refusal):
    """We still know of no payment by this name, or not of so much."""

    code = "clearing.not_a_payment_of_ours"


@action(power=Power.PAYMENTS_MANAGE)
def end_line(*, actor: Actor, report_id: UUID, line_id: UUID, ending: Ending) -> None:
    """The last one closes its report. What was paid too much can't be borne: it isn't ours."""
    row = GatewayReport.objects.select_for_update().filter(id=report_id).first()
    lines = GatewayLine.objects.filter(report_id=report_id, id=line_id, ended_at=None)
    line = lines.exclude(excess_minor=0).first()
    if row is None or row.booked_at is None or line is None:
        raise LineEnded()
    one_at_a_time(f"clearing.{row.gateway}")
    if ending is Ending.MATCHED:
        _match(line, row.currency)
    elif ending is Ending.GIVEN_BACK:
        _move(line, row.currency, Account.BANK)
    elif ending is Ending.BORNE and line.excess_minor < 0:
        _move(line, row.currency, Account.GATEWAY_LOSSES)
    else:
        raise LineEnded()
    line.ending, line.ended_at, line.ended_by = ending, now(), actor.person_id
    line.save()
    close_report(actor=actor, report_id=row.id)


def _match(line: GatewayLine, currency: str) -> None:
    """Its money leaves our own books by the bank and comes to its sellers' the same way."""
    found = standings(line.gateway, [line.reference]).get(line.reference)
    if line.verdict != Verdict.UNKNOWN or found is None:
        raise NotAPaymentOfOurs()
    collected, standing = found
    outcome = outcome_of(LineKind.PAYMENT, line.excess_minor, standing)
    if outcome.excess_minor:
        raise NotAPaymentOfOurs()
    shares = shares_of(outcome, standing, 0, 0)
    post_shares(actor=SYSTEM, kind=EXPLAINED, line_id=line.id, shares=shares, currency=currency)
    _move(line, currency, Account.BANK)
    line.settled_minor, line.charge_id = outcome.settled_minor, collected.charge_id
    line.left_minor = after(standing, outcome).left_minor


def _move(line: GatewayLine, currency: str, where: Account) -> None:
    """Out of what is to be explained, or into it where the gateway had taken it."""
    minor = line.excess_minor
    moved = Transfer(Account.GATEWAY_PAYABLE, where, minor)
    if minor < 0:
        moved = Transfer(where, Account.GATEWAY_PAYABLE, -minor)
    post_journal(
        actor=SYSTEM,
        seller_id=OPERATOR_ID,
        kind=EXPLAINED,
        reference_id=line.id,
        currency=currency,
        transfers=[moved],
    )
