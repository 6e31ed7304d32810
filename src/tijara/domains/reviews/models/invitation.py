from django.db import models

from tijara.platform.ownership.rows import SellerOwned


class Invitation(SellerOwned):
    """A delivered order whose buyer will be asked for a review. Its id is the order's; it goes once
    he was asked, or when it turns out that he won't be."""

    buyer_id = models.UUIDField()
    due_at = models.DateTimeField()

    class Meta:
        db_table = "reviews_invitation"
        indexes = [models.Index(fields=["due_at"], name="reviews_invitation_due")]


class Silence(models.Model):
    """A buyer who wants no letters that ask for reviews."""

    owned_by = "buyer_id"

    buyer_id = models.UUIDField(primary_key=True)

    class Meta:
        db_table = "reviews_silence"
