"""Put some of an offer into the cart, beside what is there already."""

from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action

from ..rules import MOST_LINES, MOST_UNITS

PUT = """
    INSERT INTO cart_line AS c (buyer_id, seller_id, offer_id, quantity, seen_minor, added_at)
    SELECT %(buyer)s, %(seller)s, %(offer)s, %(quantity)s, %(seen)s, %(now)s
    WHERE (SELECT count(*) FROM cart_line WHERE buyer_id = %(buyer)s AND offer_id <> %(offer)s)
          < %(most_lines)s
    ON CONFLICT (buyer_id, offer_id) DO UPDATE
    SET quantity = least(c.quantity + excluded.quantity, %(most_units)s),
        seen_minor = excluded.seen_minor
"""


class CartFull(Refusal):
    code = "carts.full"


@action(power=Power.BUY, atomic=False)
def put_in_cart(
    *,
    actor: Actor,
    buyer_id: UUID,
    seller_id: UUID,
    offer_id: UUID,
    quantity: int,
    seen_minor: int,
) -> None:
    """One statement, so that two presses at once both count. `seen_minor` is the price shown."""
    if not 1 <= quantity <= MOST_UNITS:
        raise Invalid({"quantity": "out_of_range"}, most=MOST_UNITS)
    given = {
        "buyer": buyer_id,
        "seller": seller_id,
        "offer": offer_id,
        "quantity": quantity,
        "seen": seen_minor,
        "now": now(),
        "most_lines": MOST_LINES,
        "most_units": MOST_UNITS,
    }
    with connection.cursor() as cursor:
        cursor.execute(PUT, given)
        if not cursor.rowcount:
            raise CartFull(most=MOST_LINES)
