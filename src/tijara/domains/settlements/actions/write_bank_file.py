"""Staff take an approved run to the bank, as a file. Who took it is in the audit log."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.secrets import open_sealed

from ..models import PayoutRun, PayoutTransfer
from ..rules import about_iban, transfers_csv, transfers_xml
from ..shapes import BankForm, BankOrder, BankTransfer, RunState, TransferState
from .decide_run import RunUnknown

SENT = (TransferState.ORDERED, TransferState.PAID, TransferState.FAILED, TransferState.RETURNED)


class RunNotBooked(Refusal):
    """Some of its transfers are still being booked, or none was: there is no file yet."""

    code = "settlements.run_not_booked"
    kind = Kind.CONFLICT


@action(power=Power.PAYOUTS_RECORD)
def write_bank_file(*, actor: Actor, run_id: UUID, form: BankForm) -> bytes:
    """The same each time, whatever the bank has answered since: it knows the message id."""
    run = PayoutRun.objects.filter(id=run_id, state=RunState.APPROVED).first()
    if run is None or run.approved_at is None:
        raise RunUnknown()
    rows = PayoutTransfer.objects.filter(run_id=run.id).order_by("proposed_at", "id")
    sent = [_line(run, row) for row in rows if row.state in SENT]
    if not sent or any(row.state == TransferState.PROPOSED for row in rows):
        raise RunNotBooked()
    order = BankOrder(
        message_id=run.code,
        approved_at=run.approved_at,
        pay_on=run.pay_on,
        holder=run.holder,
        iban=run.iban,
        total=Money(sum(one.amount.minor for one in sent), run.currency),
        transfers=tuple(sent),
    )
    return transfers_xml(order) if form is BankForm.XML else transfers_csv(order)


def _line(run: PayoutRun, row: PayoutTransfer) -> BankTransfer:
    return BankTransfer(
        reference=row.id.hex,
        holder=row.holder,
        iban=open_sealed(row.iban_sealed, about=about_iban(row.seller_id)),
        amount=Money(row.amount_minor, row.currency),
        words=run.code,
    )
