"""Claim a key inside the transaction of the change that it guards."""

from uuid import UUID

from django.db import connection

from tijara.kit.clock import now


def claim(owner_id: UUID, key: UUID, action: str) -> bool:
    """True for the first claim of the key, False for each repetition.

    The claim commits or rolls back with the change: a crash halfway leaves the key free.
    A second request meanwhile waits for the first one's commit and then gets False.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO idempotency_key (owner_id, key, action, recorded_at) "
            "VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",
            [owner_id, key, action, now()],
        )
        return cursor.rowcount == 1
