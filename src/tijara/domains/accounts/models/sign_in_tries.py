from django.db import models

from tijara.kit.clock import now


class SignInTries(models.Model):
    """How often a sign-in was tried of late: for an account, an address, and the two together."""

    owned_by = "local"

    key = models.CharField(primary_key=True, max_length=64)
    """A hash, so that no e-mail or address is kept here."""
    tries = models.IntegerField(default=0)
    since = models.DateTimeField(default=now)

    class Meta:
        db_table = "account_sign_in_tries"
        indexes = [models.Index(fields=["since"], name="account_sign_in_tries_since")]
