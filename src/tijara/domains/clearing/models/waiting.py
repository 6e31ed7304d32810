from django.db import models

from tijara.platform.ownership.rows import SellerOwned


class WaitingOrder(SellerOwned):
    """What of an order's money by card the gateway owes, as of `WaitingTo`: nothing else of it is
    kept. Its id is the order's, or follows from it where it is what was put down ahead. Only
    `keep_waiting` writes it."""

    order_id = models.UUIDField()
    number = models.CharField(max_length=12)
    currency = models.CharField(max_length=3)
    minor = models.BigIntegerField()
    since = models.DateTimeField()

    class Meta:
        db_table = "clearing_waiting"
        indexes = [models.Index(fields=["seller_id", "order_id"], name="clearing_waiting_order")]


class WaitingTo(models.Model):
    """The id up to which all postings have been looked at: one row; None before the first time."""

    owned_by = "local"

    id = models.SmallIntegerField(primary_key=True)
    posting_id = models.UUIDField(null=True)

    class Meta:
        db_table = "clearing_waiting_to"
