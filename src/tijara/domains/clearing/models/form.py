from django.db import models

from tijara.kit.clock import now


class GatewayForm(models.Model):
    """How a gateway's reports are read, as staff have said it."""

    owned_by = "local"

    gateway = models.CharField(max_length=40, primary_key=True)
    columns = models.JSONField()
    kinds = models.JSONField()
    said_at = models.DateTimeField(default=now)
    said_by = models.UUIDField(null=True)

    class Meta:
        db_table = "clearing_form"
