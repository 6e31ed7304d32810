"""The bank's own file says what became of a run's transfers."""

from typing import BinaryIO
from uuid import UUID

from tijara.domains.markets.queries import market_by_id, zone_of
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import PayoutRun
from ..rules import ReportUnreadable, read_report
from .answer_transfers import answer_transfers
from .decide_run import RunUnknown

LARGEST = 5_000_000


class BankReportUnreadable(Refusal):
    """The file is no status report (pain.002), or is too large."""

    code = "settlements.bank_report_unreadable"


class BankReportOfAnother(Refusal):
    """It answers another run: `code`."""

    code = "settlements.bank_report_of_another"


@action(power=Power.PAYOUTS_RECORD, atomic=False)
def read_bank_report(*, actor: Actor, run_id: UUID, file: BinaryIO) -> int:
    """How many transfers were moved by it. The same file again moves nothing."""
    run = PayoutRun.objects.filter(id=run_id).first()
    if run is None:
        raise RunUnknown()
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise BankReportUnreadable()
    try:
        code, answers = read_report(content)
    except ReportUnreadable as fault:
        raise BankReportUnreadable() from fault
    if code != run.code:
        raise BankReportOfAnother(code=code[:35])
    today = now().astimezone(zone_of(market_by_id(run.market_id).country)).date()
    return answer_transfers(actor=actor, run_id=run_id, answers=answers, paid_on=today)
