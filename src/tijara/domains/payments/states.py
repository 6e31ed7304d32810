"""The life of a charge. Money that comes late still pays it; the orders decide what of it."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Effect, Holding, Move, Process, Rest, Way

from .shapes import ChargeState as S

PROCESS = proved(
    Process(
        name="payments.charge",
        version=1,
        actors=("buyer", "staff"),
        start=S.OPEN,
        ends=(S.PAID,),
        rests=(Rest(S.OPEN, "staff"), Rest(S.EXPIRED), Rest(S.CANCELLED)),
        holdings=(Holding("money"),),
        effects=(
            Effect("collect", "money", Way.IN, "buyer"),
            Effect("hand_over", "money", Way.OUT, "orders"),
        ),
        moves=(
            Move("pay", (S.OPEN, S.EXPIRED, S.CANCELLED), S.PAID, ("staff", SYSTEM),
                 does=("collect", "hand_over"), tells="payments.charge_paid.v1"),
            Move("expire", (S.OPEN,), S.EXPIRED, (SYSTEM,), guards=("no_more_is_awaited",),
                 tells="payments.charge_expired.v1", due="due_at"),
            Move("cancel", (S.OPEN,), S.CANCELLED, ("buyer", SYSTEM)),
        ),
    )
)  # fmt: skip
"""An open one may wait for staff: they have a receipt to look at. Whoever pays a charge late or not
at all is not waited for."""
