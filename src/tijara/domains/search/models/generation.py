from django.db import models

from tijara.kit.clock import now


class Generation(models.Model):
    """An index that is, or was, made anew beside the one that answers: how far that has come."""

    owned_by = "local"

    engine = models.CharField(max_length=40)
    number = models.IntegerField()
    pk = models.CompositePrimaryKey("engine", "number")
    through = models.UUIDField()
    """The last product that was laid in."""
    laid = models.IntegerField(default=0)
    started_at = models.DateTimeField(default=now)
    served_at = models.DateTimeField(null=True)
    """Since when it answers; empty while it is made."""

    class Meta:
        db_table = "search_generation"
        constraints = [
            models.UniqueConstraint(
                fields=["engine"],
                condition=models.Q(served_at=None),
                name="search_generation_one_at_a_time",
            )
        ]
