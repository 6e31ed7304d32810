from django.db import models

from tijara.kit.clock import now


class GatewayKeys(models.Model):
    """What a gateway of cards must be told, as the operator entered it: one sealed text."""

    owned_by = "local"

    gateway = models.CharField(max_length=40, primary_key=True)
    sealed = models.TextField()
    kept_at = models.DateTimeField(default=now)
    withdrawn_at = models.DateTimeField(null=True)
    """From then on nothing new is paid with them; what was begun is asked about to its end."""

    class Meta:
        db_table = "payments_gateway_keys"
