from django.db import models

from tijara.kit.clock import now


class ProgrammeRow(models.Model):
    """A market's points. Its id is the market's."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True)
    is_on = models.BooleanField(default=False)
    worth_minor = models.IntegerField()
    lives_months = models.SmallIntegerField()
    least_points = models.IntegerField()
    most_points = models.IntegerField()
    alone_points = models.IntegerField()
    saved_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "loyalty_programme"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(worth_minor__gt=0, least_points__gt=0),
                name="loyalty_programme_sound",
            )
        ]
