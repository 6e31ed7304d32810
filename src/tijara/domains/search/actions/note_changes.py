"""Note which products an engine outside has to hear of, in the commit that changes them."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import engine_outside

NOTE = """
    INSERT INTO search_engine_change AS c (product_id, version)
    SELECT product_id, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint
    FROM unnest(%s::uuid[]) AS k (product_id) ORDER BY product_id
    ON CONFLICT (product_id) DO UPDATE SET version = greatest(
        c.version + 1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint)
"""


@action(power=Power.SYSTEM)
def note_changes(*, actor: Actor, product_ids: Iterable[UUID]) -> None:
    """No statement where PostgreSQL is the engine; else one."""
    if engine_outside() is None:
        return
    with connection.cursor() as cursor:
        cursor.execute(NOTE, [sorted(set(product_ids))])
