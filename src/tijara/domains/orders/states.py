"""The life of an order, whole, on one screen."""

from tijara.platform.states import Life

from .shapes import OrderState as S

LIFE = Life(
    start=S.PENDING,
    moves={
        S.PENDING: frozenset({S.PLACED, S.CANCELLED}),
        S.PLACED: frozenset({S.CONFIRMED, S.DELIVERED, S.CANCELLED}),
        S.CONFIRMED: frozenset({S.PACKED, S.SHIPPED, S.DELIVERED, S.CANCELLED}),
        S.PACKED: frozenset({S.SHIPPED, S.CANCELLED}),
        S.SHIPPED: frozenset({S.DELIVERED, S.REFUSED}),
        S.DELIVERED: frozenset({S.REFUNDED}),
        S.REFUSED: frozenset(),
        S.CANCELLED: frozenset(),
        S.REFUNDED: frozenset(),
    },
    ends=frozenset({S.REFUSED, S.CANCELLED, S.REFUNDED}),
)
"""An order that waits for nothing begins at PLACED."""

WITHOUT_A_ROAD = frozenset({S.PLACED, S.CONFIRMED})
"""From here to DELIVERED go only paid orders of digital goods: nobody carries them."""
