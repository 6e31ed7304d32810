from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class DealProcess(models.Model):
    """How the deals of a market live, from `made_at` until it chooses again. A version never
    changes: deals that began with it keep it to their end."""

    owned_by = "reference"
    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.SmallIntegerField(unique=True)
    """Of all markets together: a deal's row names its process by this alone."""
    market_id = models.UUIDField()
    kind = models.CharField(max_length=10)
    body = models.JSONField()
    """The process, proved when it was written."""
    answer_days = models.SmallIntegerField()
    decide_days = models.SmallIntegerField()
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "deals_process"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(version__gte=100), name="deals_process_not_the_houses"
            ),
            models.CheckConstraint(
                condition=models.Q(answer_days__gte=1, decide_days__gte=1),
                name="deals_process_time_to_think",
            ),
        ]
        indexes = [models.Index(fields=["market_id", "-version"], name="deals_process_market")]
