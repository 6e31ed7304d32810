"""The life of an order, whole, on one screen."""

from tijara.platform.states import Life

from .shapes import OrderState as S

LIFE = Life(
    start=S.PLACED,
    moves={
        S.PLACED: frozenset({S.CONFIRMED, S.CANCELLED}),
        S.CONFIRMED: frozenset({S.SHIPPED, S.CANCELLED}),
        S.SHIPPED: frozenset({S.DELIVERED, S.REFUSED}),
        S.DELIVERED: frozenset(),
        S.REFUSED: frozenset(),
        S.CANCELLED: frozenset(),
    },
    ends=frozenset({S.DELIVERED, S.REFUSED, S.CANCELLED}),
)
