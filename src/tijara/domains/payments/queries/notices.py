"""What gateways have told the hooks."""

from uuid import UUID

from tijara.kit.page import Cursor, Page, keyset_page
from tijara.platform.keyset import newest_first

from ..models import Notice
from ..shapes import NoticeState, NoticeView

NOTICE = (
    "id", "gateway", "kind", "state", "note", "times", "received_at", "processed_at", "charge_id",
    "body",
)  # fmt: skip


def notices(
    *,
    state: NoticeState | None = None,
    charge_id: UUID | None = None,
    page: int = 1,
    size: int = 30,
    beside: Cursor | None = None,
) -> Page[NoticeView]:
    """What came to the hooks, the newest first: for staff."""
    found = Notice.objects.filter(state=state) if state else Notice.objects.all()
    if charge_id:
        found = found.filter(charge_id=charge_id)
    rows = newest_first(found, "received_at", beside, page, size).values_list(*NOTICE)
    listed = [_notice(*row) for row in rows]
    return keyset_page(listed, page, size, beside=beside, key=lambda one: (one.received_at, one.id))


def _notice(*columns) -> NoticeView:
    id, gateway, kind, state, *rest = columns
    return NoticeView(id, gateway, kind, NoticeState(state), *rest)
