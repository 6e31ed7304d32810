"""Write down what offers ask now, where that is not what they asked last."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from tijara.domains.offers.queries import offers_of_products
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

RECORD = """
    INSERT INTO pricing_shown (seller_id, id, offer_id, price_minor, since)
    SELECT %(seller)s, uuidv7(), k.id, k.price, %(now)s
    FROM unnest(%(offers)s::uuid[], %(prices)s::bigint[]) AS k (id, price)
    LEFT JOIN LATERAL (
        SELECT price_minor FROM pricing_shown
        WHERE seller_id = %(seller)s AND offer_id = k.id ORDER BY since DESC LIMIT 1) s ON true
    WHERE s.price_minor IS DISTINCT FROM k.price
"""


@action(power=Power.SYSTEM, atomic=False)
def record_prices(*, actor: Actor, seller_id: UUID, product_ids: Sequence[UUID]) -> None:
    """However often it is told: a price that is the last one is not written again."""
    found = offers_of_products(product_ids).values()
    mine = [card for cards in found for card in cards if card.seller_id == seller_id]
    if not mine:
        return
    given = {
        "seller": seller_id,
        "now": now(),
        "offers": [card.id for card in mine],
        "prices": [card.price.minor for card in mine],
    }
    with connection.cursor() as cursor:
        cursor.execute(RECORD, given)
