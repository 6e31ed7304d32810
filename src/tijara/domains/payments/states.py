"""The life of a charge. Money that comes late still pays it; the orders decide what of it."""

from tijara.platform.states import Life

from .shapes import ChargeState as S

LIFE = Life(
    start=S.OPEN,
    moves={
        S.OPEN: frozenset({S.PAID, S.EXPIRED, S.CANCELLED}),
        S.EXPIRED: frozenset({S.PAID}),
        S.CANCELLED: frozenset({S.PAID}),
        S.PAID: frozenset(),
    },
    ends=frozenset({S.PAID}),
)
