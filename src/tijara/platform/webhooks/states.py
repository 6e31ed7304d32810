"""The life of a delivery: sent, or given up after many tries."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Move, Process

from .shapes import DeliveryState as S

DELIVERY = proved(
    Process(
        name="webhooks.delivery",
        version=1,
        start=S.WAITING,
        ends=(S.SENT, S.GIVEN_UP),
        moves=(
            Move("send", (S.WAITING,), S.SENT, (SYSTEM,)),
            Move("give_up", (S.WAITING,), S.GIVEN_UP, (SYSTEM,)),
        ),
    )
)
"""Whoever keeps an endpoint may have an ended one sent anew."""
