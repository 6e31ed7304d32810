from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class ReviewReport(SellerOwned):
    """What one reader says against a review. A second word of his takes the first one's place."""

    review_id = models.UUIDField()
    reporter_id = models.UUIDField()
    """A buyer's id, that of a guest too; shown to nobody."""
    reason = models.CharField(max_length=20)
    words = models.CharField(max_length=1000, blank=True)
    reported_at = models.DateTimeField(default=now)
    settled_at = models.DateTimeField(null=True)
    """When staff have decided."""

    class Meta:
        db_table = "reviews_report"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "review_id", "reporter_id"], name="reviews_report_once"
            ),
            OwnedForeignKey(
                fields=["seller_id", "review_id"],
                to="reviews.Review",
                to_fields=["seller_id", "id"],
                name="reviews_report_review_fk",
            ),
        ]
        indexes = [
            models.Index(
                fields=["settled_at"],
                condition=models.Q(settled_at__isnull=False),
                name="reviews_report_settled",
            )
        ]
