"""Payout runs, by two of the staff: one prepares, another approves or gives up, the bank answers.

Whoever gets no answer presses again, so that each press may fall on a run that is half ordered.
"""

from random import Random
from uuid import UUID, uuid4

from tijara.faces.cli.bench.visitor import Visitor
from tijara.kit.clock import now

from .trade import Trade

WAITING = "SELECT id FROM settlements_run WHERE state = 'prepared'"
ORDERED = """
    SELECT DISTINCT run_id FROM settlements_transfer WHERE state = 'ordered'
"""
GIVEN_UP_PERCENT = 15


def pay_by_run(trade: Trade, preparer: Visitor, approver: Visitor, chance: Random) -> None:
    """A run that somebody left prepared is decided first."""
    today = now().date().isoformat()
    run_id = uuid4()
    fields = {"market": trade.slug, "pay_on": today, "least": ""}
    address = f"/office/payout-runs/{run_id}/preparation"
    answer = trade.until_answered(lambda: preparer.post(address, fields))
    if answer.status == 303:
        trade.runs.append(run_id)
        trade.done["runs prepared"] += 1
    for (waiting,) in trade.market.rows(WAITING):
        is_given_up = chance.random() * 100 < GIVEN_UP_PERCENT
        _decide(trade, approver, waiting, "cancellation" if is_given_up else "approval")
    answer_runs(trade, preparer)


def answer_runs(trade: Trade, visitor: Visitor) -> int:
    """The bank has paid what was ordered by now; how many runs had something on its way."""
    waiting = trade.market.rows(ORDERED)
    for (run_id,) in waiting:
        fields = {"bank_reference": f"B-{run_id.hex[:12]}", "paid_on": now().date().isoformat()}
        address = f"/office/payout-runs/{run_id}/answers"
        answer = trade.until_answered(
            lambda address=address, given=fields: visitor.post(address, given)
        )
        trade.done["runs answered"] += answer.status == 303
    return len(waiting)


def _decide(trade: Trade, visitor: Visitor, run_id: UUID, how: str) -> None:
    address = f"/office/payout-runs/{run_id}/{how}"
    answer = trade.until_answered(lambda: visitor.post(address, {}))
    if answer.status == 303:
        trade.decided[run_id] = how
        trade.done[f"runs: {how}"] += 1
