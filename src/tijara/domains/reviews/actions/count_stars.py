"""Count a review's stars into the totals of its product and its seller, or out of them."""

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell
from tijara.platform.outbox.recorder import record

from ..events import RatingChanged
from ..models import Review
from ..rules import counted
from ..shapes import MOST_STARS

COLUMNS = ("ones", "twos", "threes", "fours", "fives")
COUNT_PRODUCT = """
    INSERT INTO reviews_product_rating AS r
        (product_id, market_id, sellers, ones, twos, threes, fours, fives)
    VALUES (%(product)s, %(market)s, ARRAY[%(seller)s]::uuid[],
        greatest(%(ones)s, 0), greatest(%(twos)s, 0),
        greatest(%(threes)s, 0), greatest(%(fours)s, 0), greatest(%(fives)s, 0))
    ON CONFLICT (product_id, market_id) DO UPDATE SET ones = r.ones + %(ones)s,
        twos = r.twos + %(twos)s, threes = r.threes + %(threes)s, fours = r.fours + %(fours)s,
        fives = r.fives + %(fives)s,
        sellers = CASE WHEN %(seller)s = ANY(r.sellers) THEN r.sellers
            ELSE r.sellers || %(seller)s END
"""
COUNT_SELLER = """
    INSERT INTO reviews_seller_rating AS r (seller_id, ones, twos, threes, fours, fives)
    VALUES (%(seller)s, greatest(%(ones)s, 0), greatest(%(twos)s, 0),
        greatest(%(threes)s, 0), greatest(%(fours)s, 0), greatest(%(fives)s, 0))
    ON CONFLICT (seller_id) DO UPDATE SET ones = r.ones + %(ones)s,
        twos = r.twos + %(twos)s, threes = r.threes + %(threes)s, fours = r.fours + %(fours)s,
        fives = r.fives + %(fives)s
"""


@action(power=Power.SYSTEM)
def count_stars(*, actor: Actor, review: Review, before: int) -> None:
    """`before` are the stars that it counted with until now (`rules.counted`), 0 for none. Whoever
    calls holds the review's lock, so it is counted once; whoever reads the product's page is shown
    it anew, counted or not."""
    after = counted(review.state, review.stars)
    if before != after:
        changes = dict.fromkeys(COLUMNS, 0)
        for stars, change in ((before, -1), (after, 1)):
            if 1 <= stars <= MOST_STARS:
                changes[COLUMNS[stars - 1]] += change
        whose = {
            "product": review.product_id,
            "market": review.market_id,
            "seller": review.seller_id,
        }
        with connection.cursor() as cursor:
            cursor.execute(COUNT_PRODUCT, changes | whose)
            cursor.execute(COUNT_SELLER, changes | whose)
        record(
            review.seller_id,
            RatingChanged(review.seller_id, review.product_id, review.market_id),
        )
    tell([review.product_id, review.seller_id])
