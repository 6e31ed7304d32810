from uuid import UUID

from django.db import models
from django.utils.crypto import salted_hmac


class OneTimeCode(models.Model):
    """The one code that is good now for a purpose, a recipient and whoever asked for it."""

    owned_by = "local"

    key = models.CharField(primary_key=True, max_length=64)
    """A keyed hash of purpose, recipient and owner: no phone or address is kept here."""
    digest = models.CharField(max_length=64)
    """A keyed hash of the code."""
    tries = models.SmallIntegerField(default=0)
    sent_at = models.DateTimeField()

    class Meta:
        db_table = "account_one_time_code"
        indexes = [models.Index(fields=["sent_at"], name="account_one_time_code_sent")]

    @staticmethod
    def key_of(purpose: str, recipient: str, owner_id: UUID) -> str:
        return _keyed("key", f"{purpose} {owner_id.hex} {recipient}")

    def digest_of(self, code: str) -> str:
        """Bound to the row, so that no digest fits another one's."""
        return _keyed("code", f"{self.key} {code}")


def _keyed(use: str, value: str) -> str:
    return salted_hmac(f"tijara.accounts.code.{use}", value, algorithm="sha256").hexdigest()
