"""Which steps an order takes when its parcels have changed."""

from collections.abc import Sequence

from tijara.domains.orders.shapes import OrderState as S

from ..shapes import Ending

WAY = {S.PLACED: S.CONFIRMED, S.CONFIRMED: S.SHIPPED, S.PACKED: S.SHIPPED}
"""How an order comes to be shipped."""


def steps_after(
    state: S, endings: Sequence[Ending], *, is_whole: bool, is_digital: bool
) -> list[S]:
    """The states to enter, in their order. `is_whole`: no unit is without a parcel.

    Shipped when it is whole and something is sent; then, when all parcels have ended: delivered
    if one was, refused if one was and none delivered, cancelled if all was given up or lost.
    """
    if not is_whole or state not in (*WAY, S.SHIPPED):
        return []
    end = _end(endings)
    if end is S.CANCELLED or (is_digital and end is S.DELIVERED):
        return [end]
    if is_digital:
        return []
    steps = []
    while state in WAY:
        state = WAY[state]
        steps.append(state)
    return [*steps, end] if end else steps


def _end(endings: Sequence[Ending]) -> S | None:
    if not endings or Ending.NONE in endings:
        return None
    if Ending.DELIVERED in endings:
        return S.DELIVERED
    return S.REFUSED if Ending.REFUSED in endings else S.CANCELLED
