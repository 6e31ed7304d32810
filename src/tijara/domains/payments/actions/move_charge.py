"""Move a charge one step along its life: its state and its fact in one statement."""

from uuid import UUID

from psycopg.sql import SQL

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Outcome, Step, Track, move

from ..events import ChargeExpired, ChargePaid
from ..states import PROCESS

TOLD = {
    "buyer_id": SQL("fit.buyer_id"),
    "charge_id": SQL("fit.id"),
    "checkout_id": SQL("fit.checkout_id"),
    "method": SQL("fit.method"),
    "currency": SQL("fit.currency"),
    "parts": SQL("fit.parts"),
    "purpose": SQL("fit.purpose"),
}
TRACK = Track(
    process=PROCESS,
    table="payments_charge",
    owner="buyer_id",
    facts={ChargePaid: TOLD, ChargeExpired: TOLD},
)


@action(power=Power.SYSTEM, atomic=False)
def move_charge(*, actor: Actor, buyer_id: UUID, charge_id: UUID, step: Step) -> bool:
    """False: it is not where this begins. `step` says who moves it, and what its caller does."""
    return move(TRACK, buyer_id, charge_id, step).outcome is Outcome.MOVED
