"""How sellers are paid: in runs that one prepares and another approves, one by hand; what the bank
refuses or sends back; what is kept back of them, and what they owe.
"""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from uuid import UUID

from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.queries import zone_of
from tijara.domains.settlements.actions import (
    answer_transfers,
    decide_run,
    demand_payment,
    keep_reserves,
    leave_out_transfer,
    order_transfers,
    prepare_run,
    record_payout,
    record_repayment,
    return_transfer,
)
from tijara.domains.settlements.queries import owed_by, payable, transfers_of_run
from tijara.domains.settlements.shapes import BankAnswer, TransferState, TransferView
from tijara.faces.cli.bench import past
from tijara.faces.cli.bench.past import Shelf
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money

from .history import History
from .places import Place

MOST = 500


def run(history: History, place: Place, seed: str) -> None:
    """One run of this market, from its proposal to what came back. How it goes is drawn by its own
    seed: how many sellers are owed something changes nothing of what comes after."""
    chance, run_id = Random(seed), new_id()
    first, second = past.staff(), past.staff()
    today = now().astimezone(zone_of(place.market.country)).date()
    is_prepared = history.event(
        "run prepared",
        lambda: (
            prepare_run(actor=first, run_id=run_id, market_id=place.market.id, pay_on=today) or True
        ),
    )
    if not is_prepared:
        return
    proposed = _transfers(run_id)
    if chance.random() < 0.3:
        left = chance.choice(proposed)
        which = {"run_id": run_id, "seller_id": left.seller_id, "transfer_id": left.id}
        history.event("transfer left out", lambda: leave_out_transfer(actor=first, **which))
    if chance.random() < 0.3:
        history.event(
            "run approved", lambda: decide_run(actor=first, run_id=run_id, is_approved=True)
        )
    is_approved = chance.random() < 0.85
    history.event(
        "run approved" if is_approved else "run given up",
        lambda: decide_run(actor=second, run_id=run_id, is_approved=is_approved),
    )
    if is_approved:
        history.event("transfers ordered", lambda: order_transfers(actor=SYSTEM))
        _answered(history, place, chance, run_id)


def pay_by_hand(history: History, shelf: Shelf) -> None:
    """All that the seller may be paid, what comes back after that puts him below nothing; or more
    than that, which is refused."""
    money = payable(shelf.seller_id)
    if history.chance.random() < 0.2:
        earned = -balances(shelf.seller_id).get(Account.SELLER_PAYABLE, 0)
        money = Money(earned, money.currency)
    if money.minor <= 0:
        return
    reference = f"P-{new_id().hex[:20]}"
    history.event(
        "pay out",
        lambda: record_payout(
            actor=past.staff(),
            seller_id=shelf.seller_id,
            amount=money,
            bank_reference=reference,
            paid_on=now().date(),
        ),
    )


def collect(history: History, shelves: Sequence[Shelf]) -> None:
    """From the first seller who owes us: he is asked in writing, and pays all of it or a part."""
    owing = ((one, owed_by(one.seller_id)) for one in shelves)
    shelf, owed = next((pair for pair in owing if pair[1].minor > 0), (None, None))
    if shelf is None or owed is None:
        return
    demand_id, due_on = new_id(), now().date() + timedelta(days=5)
    told = {"actor": past.staff(), "seller_id": shelf.seller_id}
    history.event(
        "payment demanded",
        lambda: demand_payment(**told, demand_id=demand_id, amount=owed, due_on=due_on),
    )
    part = owed.minor if history.chance.random() < 0.6 else max(1, owed.minor // 2)
    money, reference = Money(part, owed.currency), f"D-{new_id().hex[:20]}"
    history.event(
        "repaid",
        lambda: record_repayment(
            **told, amount=money, bank_reference=reference, paid_on=now().date()
        ),
    )


def keep(history: History) -> None:
    done = history.event("reserves kept", lambda: keep_reserves(actor=SYSTEM))
    history.seen["reserve moved"] += done if isinstance(done, int) else 0


def _answered(history: History, place: Place, chance: Random, run_id: UUID) -> None:
    """The bank's word for each: paid, or not; a part of it twice. Some come back after that."""
    today = now().astimezone(zone_of(place.market.country)).date()
    answers = [BankAnswer("", is_paid=True, bank_reference=f"FT-{run_id.hex[:16]}")]
    for one in _transfers(run_id):
        if chance.random() < 0.12:
            answers.append(BankAnswer(one.id.hex, is_paid=False, reason="الحساب مغلق"))
    for told in (answers[1:], answers) if chance.random() < 0.3 else (answers,):
        history.event(
            "run answered",
            lambda told=told: answer_transfers(
                actor=past.staff(), run_id=run_id, answers=told, paid_on=today
            ),
        )
    for one in _transfers(run_id):
        if one.state is TransferState.PAID and chance.random() < 0.1:
            which = {"seller_id": one.seller_id, "transfer_id": one.id}
            history.event(
                "transfer returned",
                lambda which=which: return_transfer(
                    actor=past.staff(), **which, reason="أعاده بنك المستفيد"
                ),
            )
    for one in _transfers(run_id):
        history.seen[f"transfer {one.state}"] += 1


def _transfers(run_id: UUID) -> list[TransferView]:
    return transfers_of_run(run_id, size=MOST).items
