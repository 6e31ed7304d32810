"""Take lines out of a cart that are no longer wanted."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

TAKE_OUT = "DELETE FROM cart_line WHERE buyer_id = %s AND offer_id = ANY(%s)"


@action(power=Power.BUY, atomic=False)
def empty_cart(*, actor: Actor, buyer_id: UUID, offer_ids: Sequence[UUID]) -> None:
    """What a checkout orders it takes itself (`take_cart_lines_v1`)."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE_OUT, [buyer_id, list(offer_ids)])
