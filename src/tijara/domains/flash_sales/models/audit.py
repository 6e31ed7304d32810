from django.db import models

from tijara.kit.clock import now


class Audit(models.Model):
    """The audit of a sale as it was sealed at its end: this file, and no other, for ever."""

    owned_by = "seller_id"

    pk = models.CompositePrimaryKey("seller_id", "sale_id")
    seller_id = models.UUIDField()
    sale_id = models.UUIDField()
    content = models.BinaryField()
    digest = models.CharField(max_length=64)
    """SHA-256 of the file; it stands in the operator's chain of acts, too."""
    figures = models.JSONField()
    """What the page says of it: the file itself may be long."""
    sealed_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "flash_audit"
