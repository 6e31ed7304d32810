"""Show a buyer the codes that he bought."""

from uuid import UUID

from tijara.domains.inventory.actions import open_codes
from tijara.domains.orders.actions import NoSuchOrder
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.shapes import OrderState
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..shapes import CodeView

OVER = frozenset({OrderState.CANCELLED, OrderState.REFUNDED})


class NotYoursAnyMore(Refusal):
    """The money went back: what was not looked at before is not shown any more."""

    code = "fulfilment.not_yours_any_more"


@action(power=Power.BUY)
def show_codes(
    *, actor: Actor, seller_id: UUID, order_id: UUID
) -> dict[UUID, tuple[CodeView, ...]]:
    """By line. The first time is written down."""
    order = find_order(seller_id, order_id)
    if order is None or order.buyer_id != actor.owner_id:
        raise NoSuchOrder()
    if order.state in OVER:
        raise NotYoursAnyMore()
    found: dict[UUID, tuple[CodeView, ...]] = {}
    for code in open_codes(actor=SYSTEM, seller_id=seller_id, order_id=order_id):
        view = CodeView(code.last, code.shown_at, code.text)
        found[code.line_id] = (*found.get(code.line_id, ()), view)
    return found
