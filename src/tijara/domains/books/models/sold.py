from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import OwnerOwned


class Sold(OwnerOwned):
    """What an entry of a sale, of a return or of a cost says of one line of the order: what is
    left of a product is the sum of these."""

    append_only = True

    entry_id = models.UUIDField()
    order_id = models.UUIDField()
    line_id = models.UUIDField()
    product_id = models.UUIDField()
    booked_on = models.DateField()
    units = models.IntegerField(default=0)
    costed_units = models.IntegerField(default=0)
    net_minor = models.BigIntegerField(default=0)
    commission_minor = models.BigIntegerField(default=0)
    cost_minor = models.BigIntegerField(default=0)

    class Meta:
        db_table = "books_sold"
        constraints = [
            OwnedForeignKey(
                fields=["owner_id", "entry_id"],
                to="books.Entry",
                to_fields=["owner_id", "id"],
                name="books_sold_entry_fk",
            ),
            models.UniqueConstraint(
                fields=["owner_id", "entry_id", "line_id"], name="books_sold_once"
            ),
        ]
        indexes = [
            models.Index(fields=["owner_id", "booked_on"], name="books_sold_day"),
            models.Index(fields=["owner_id", "order_id"], name="books_sold_order"),
        ]
