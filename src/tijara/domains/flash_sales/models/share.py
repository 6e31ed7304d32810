from django.db import models
from django.db.models import F, Q


class Share(models.Model):
    """What a household has had of a sale, told by its phone or its address. Never more than `most`:
    the database says no, whoever asks at once."""

    owned_by = "seller_id"

    pk = models.CompositePrimaryKey("seller_id", "sale_id", "key")
    seller_id = models.UUIDField()
    sale_id = models.UUIDField()
    key = models.CharField(max_length=34)
    units = models.IntegerField()
    most = models.IntegerField()

    class Meta:
        db_table = "flash_share"
        constraints = [
            models.CheckConstraint(
                condition=Q(units__gte=0, units__lte=F("most")), name="flash_share_limit"
            )
        ]
