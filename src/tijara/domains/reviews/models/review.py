from uuid import UUID

from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class ReviewQuerySet(models.QuerySet):
    def locked(self, seller_id: UUID, review_id: UUID) -> "Review | None":
        """Kept from every other step until this transaction ends: its stars are counted once."""
        return self.select_for_update().filter(seller_id=seller_id, id=review_id).first()


class Review(SellerOwned):
    """What one buyer says of a product that this seller has sold him."""

    market_id = models.UUIDField()
    product_id = models.UUIDField()
    order_id = models.UUIDField()
    line_id = models.UUIDField()
    buyer_id = models.UUIDField()
    stars = models.SmallIntegerField()
    words = models.CharField(max_length=2000, blank=True)
    shown_name = models.CharField(max_length=60, blank=True)
    pictures = models.JSONField(default=list)
    """Names of made pictures, in their order."""
    state = models.CharField(max_length=10)
    reason = models.CharField(max_length=20, blank=True)
    is_watched = models.BooleanField(default=False)
    """Staff have taken a version of it down: its next ones wait for them."""
    reports = models.IntegerField(default=0)
    """Since staff looked at it last."""
    helpful = models.IntegerField(default=0, db_default=0)
    """How many people found it helpful."""
    written_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now)
    answer = models.CharField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        db_table = "reviews_review"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "product_id", "buyer_id"], name="reviews_review_once"
            ),
            models.CheckConstraint(
                condition=models.Q(stars__gte=1, stars__lte=5), name="reviews_review_stars"
            ),
            models.CheckConstraint(
                condition=models.Q(reports__gte=0), name="reviews_review_reports"
            ),
            models.CheckConstraint(
                condition=models.Q(helpful__gte=0), name="reviews_review_helpful"
            ),
            OwnedForeignKey(
                fields=["seller_id", "order_id"],
                to="orders.Order",
                to_fields=["seller_id", "id"],
                name="reviews_review_order_fk",
            ),
        ]
        indexes = [
            models.Index(
                fields=["product_id", "market_id", "-written_at"],
                condition=models.Q(state="shown"),
                name="reviews_review_of_product",
            ),
            models.Index(fields=["seller_id", "-written_at"], name="reviews_review_of_seller"),
            models.Index(fields=["seller_id", "order_id"], name="reviews_review_of_order"),
            models.Index(
                fields=["changed_at"],
                condition=models.Q(state="waiting"),
                name="reviews_review_waiting",
            ),
            models.Index(
                fields=["changed_at"],
                condition=models.Q(reports__gt=0),
                name="reviews_review_reported",
            ),
        ]
