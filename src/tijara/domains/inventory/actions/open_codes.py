"""Open the codes of an order for its buyer; the first time is written down."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.secrets import open_sealed

from ..models import Code
from ..rules import about_code
from ..shapes import OrderCode


@action(power=Power.SYSTEM)
def open_codes(*, actor: Actor, seller_id: UUID, order_id: UUID) -> list[OrderCode]:
    """Whoever calls this has made sure that the reader is the buyer."""
    mine = Code.objects.filter(seller_id=seller_id, order_id=order_id)
    mine.filter(shown_at=None).update(shown_at=now())
    return [
        OrderCode(
            id=row.id,
            line_id=row.line_id,
            last=row.last,
            shown_at=row.shown_at,
            text=open_sealed(row.sealed, about=about_code(seller_id, row.id)),
        )
        for row in mine.order_by("id")
    ]
