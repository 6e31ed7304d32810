"""What every log of moves has: the columns that `moving` and `sweeping` write."""

from django.db import models

from tijara.kit.clock import now


class MoveRow(models.Model):
    """One step in the life of a thing: who moved it, from where to where, and when. Whoever keeps
    such a log adds its owner and the column that names the thing."""

    append_only = True

    before = models.CharField(max_length=20)
    after = models.CharField(max_length=20)
    actor_kind = models.CharField(max_length=10)
    person_id = models.UUIDField(null=True)
    reason = models.CharField(max_length=40, blank=True)
    moved_at = models.DateTimeField(default=now)

    class Meta:
        abstract = True
