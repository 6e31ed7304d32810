from datetime import datetime
from uuid import UUID

from django.db import connection, models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import BuyerOwned

KNOWN = """
    SELECT 1 FROM checkout_confirmed_phone
    WHERE buyer_id = %s AND phone = %s AND confirmed_at > %s
"""


class ConfirmedPhoneQuerySet(models.QuerySet):
    def is_known(self, buyer_id: UUID, phone: str, since: datetime) -> bool:
        """Plain SQL: each cash order asks it."""
        with connection.cursor() as cursor:
            cursor.execute(KNOWN, [buyer_id, phone, since])
            return cursor.fetchone() is not None


class ConfirmedPhone(BuyerOwned):
    """A phone that a buyer has shown to be his, by a code that was sent there."""

    phone = models.CharField(max_length=20)
    confirmed_at = models.DateTimeField(default=now)

    objects = ConfirmedPhoneQuerySet.as_manager()

    class Meta:
        db_table = "checkout_confirmed_phone"
        constraints = [
            models.UniqueConstraint(
                fields=["buyer_id", "phone"], name="checkout_confirmed_phone_once"
            )
        ]
