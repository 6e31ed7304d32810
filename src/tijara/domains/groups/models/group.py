from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class Group(models.Model):
    """A group of a market's buyers. Once ended nobody is in it."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()
    name_ar = models.CharField(max_length=60)
    name_en = models.CharField(max_length=60, blank=True)
    name_fr = models.CharField(max_length=60, blank=True)
    rule = models.CharField(max_length=10)
    is_for_shops = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "groups_group"
        indexes = [models.Index(fields=["market_id", "-made_at"], name="groups_group_of_market")]
