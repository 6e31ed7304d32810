"""The life of what an order earns: pending until its deal is over."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Move, Process

from .shapes import EarningState as S

EARNING = proved(
    Process(
        name="loyalty.earning",
        version=1,
        start=S.PENDING,
        ends=(S.EARNED,),
        moves=(Move("earn", (S.PENDING,), S.EARNED, (SYSTEM,), due="due_at"),),
    )
)
"""While the deal goes on, its moment is put off; an order that came back whole earns nothing."""
