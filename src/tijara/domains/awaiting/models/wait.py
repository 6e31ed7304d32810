from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class Wait(models.Model):
    """Somebody waits for a variant in a market. It is over with the letter that says it is back."""

    owned_by = "buyer_id"

    buyer_id = models.UUIDField()
    """A person's, or that of the address that a guest has left (`rules.mailbox_id`)."""
    id = models.UUIDField(default=new_id)
    pk = models.CompositePrimaryKey("buyer_id", "id")
    market_id = models.UUIDField()
    product_id = models.UUIDField()
    variant_id = models.UUIDField()
    email = models.CharField(max_length=254, blank=True)
    """Of a guest."""
    language = models.CharField(max_length=7)
    asked_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "awaiting_wait"
        constraints = [
            models.UniqueConstraint(
                fields=["buyer_id", "market_id", "variant_id"], name="awaiting_wait_once"
            )
        ]
        indexes = [
            models.Index(fields=["market_id", "variant_id", "asked_at"], name="awaiting_wait_turn"),
            models.Index(fields=["asked_at"], name="awaiting_wait_age"),
        ]


class Silence(models.Model):
    """Who wants no letters about goods that are back."""

    owned_by = "buyer_id"

    buyer_id = models.UUIDField(primary_key=True)

    class Meta:
        db_table = "awaiting_silence"
