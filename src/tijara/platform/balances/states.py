"""The life of what staff give or take: at once, or after another of them has looked."""

from tijara.kit.balances import GrantState as S
from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Move, Process, Rest

GRANT = proved(
    Process(
        name="balances.grant",
        version=1,
        actors=("staff",),
        start=S.PROPOSED,
        ends=(S.DONE, S.DECLINED),
        rests=(Rest(S.PROPOSED, "staff"),),
        moves=(
            Move("carry_out", (S.PROPOSED,), S.DONE, ("staff", SYSTEM)),
            Move("decline", (S.PROPOSED,), S.DECLINED, ("staff",)),
        ),
    )
)
