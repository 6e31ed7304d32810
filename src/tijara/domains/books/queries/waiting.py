"""What has happened and is not in the books yet. Reads the tables of journal and costs."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from tijara.kit.ids import OPERATOR_ID

from ..models import Export

MOST = 2000
# A look into the index for each row: a join would be planned by figures that a backlog makes wrong.
JOURNALS = """
    SELECT j.seller_id, j.id, j.occurred_at FROM ledger_journal j
    WHERE j.occurred_at >= %(since)s AND j.occurred_at < %(until)s
      AND (%(owner)s::uuid IS NULL OR j.seller_id = %(owner)s::uuid)
      AND (%(currency)s::text IS NULL OR j.currency = %(currency)s::text)
      AND (SELECT e.id FROM books_entry e
           WHERE e.owner_id = j.seller_id AND e.side = 'market' AND e.source = 'journal'
             AND e.source_id = j.id LIMIT 1) IS NULL
      AND EXISTS (SELECT 1 FROM ledger_posting p
                  WHERE p.seller_id = j.seller_id AND p.journal_id = j.id)
    ORDER BY j.occurred_at, j.id LIMIT %(most)s
"""
COSTS = """
    SELECT m.seller_id, m.id, m.moved_at FROM inventory_cost_move m
    WHERE m.moved_at >= %(since)s AND m.moved_at < %(until)s AND m.value_minor <> 0
      AND (%(owner)s::uuid IS NULL OR m.seller_id = %(owner)s::uuid)
      AND (SELECT e.id FROM books_entry e
           WHERE e.owner_id = m.seller_id AND e.side = 'seller' AND e.source = 'cost'
             AND e.source_id = m.id LIMIT 1) IS NULL
    ORDER BY m.moved_at, m.id LIMIT %(most)s
"""


def unbooked(
    since: datetime,
    until: datetime,
    *,
    owner_id: UUID | None = None,
    currency: str | None = None,
    most: int = MOST,
) -> tuple[dict[UUID, tuple[list[UUID], list[UUID]]], datetime]:
    """By owner, the oldest first: ids of journals, and of changes of cost. And until when nothing
    else waits: a long backlog is gone on with from there. A journal that moves nothing is none."""
    given = {"since": since, "until": until, "owner": owner_id, "currency": currency}
    found: dict[UUID, tuple[list[UUID], list[UUID]]] = {}
    with connection.cursor() as cursor:
        for place, asked in enumerate((JOURNALS, COSTS)):
            cursor.execute(asked, given | {"most": most})
            rows = cursor.fetchall()
            if len(rows) == most:
                until = min(until, rows[-1][2])
            for seller_id, id, _moment in rows:
                found.setdefault(seller_id, ([], []))[place].append(id)
    return found, until


def is_behind(since: datetime, until: datetime, owner_id: UUID, currency: str) -> bool:
    """Whether something of that time is not in an owner's book; the operator's is everybody's."""
    whose = None if owner_id == OPERATOR_ID else owner_id
    return bool(unbooked(since, until, owner_id=whose, currency=currency, most=1)[0])


def exports_waiting(at: datetime, most: int) -> list[tuple[UUID, UUID, str]]:
    """(owner, id, page) of documents that are not printed yet."""
    rows = Export.objects.filter(file_id=None, tries__lt=5).exclude(retry_at__gt=at)
    return list(rows.order_by("id").values_list("owner_id", "id", "page")[:most])
