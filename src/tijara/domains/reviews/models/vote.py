from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class HelpfulVote(SellerOwned):
    """That a person has found a review helpful. It lies with the review; how many do, the review
    itself says."""

    review_id = models.UUIDField()
    buyer_id = models.UUIDField()
    """His own, whatever ids he has bought under."""
    voted_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "reviews_vote"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "review_id", "buyer_id"], name="reviews_vote_once"
            ),
            OwnedForeignKey(
                fields=["seller_id", "review_id"],
                to="reviews.Review",
                to_fields=["seller_id", "id"],
                name="reviews_vote_review_fk",
            ),
        ]
        indexes = [models.Index(fields=["buyer_id"], name="reviews_vote_of_buyer")]
