from django.contrib.postgres.fields import ArrayField
from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import OwnerOwned


class OrderedByPhone(OwnerOwned):
    """A checkout, to be found by the phone of its orders. Its owner is the mark of that phone in
    that market (`rules.phone_mark`), its id the key by which the orders went through the door."""

    seller_ids = ArrayField(models.UUIDField())
    turn = models.SmallIntegerField(null=True)
    """The how manieth time this phone's owner was new here, where a price hung on it."""
    since = models.DateTimeField(default=now)

    class Meta:
        db_table = "checkout_ordered_by_phone"
        constraints = [
            models.UniqueConstraint(
                fields=["owner_id", "turn"],
                condition=models.Q(turn__isnull=False),
                name="checkout_first_once",
            )
        ]
