"""Rows of one moment, read page by page."""

from collections.abc import Callable

import pytest

from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.page import Page, read_cursor
from tijara.platform.audit.log import Act, recent_acts
from tijara.platform.audit.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def acts() -> Callable[..., Page[Act]]:
    """Five, all of one moment, and none of anybody else."""
    owner, moment = new_id(), now()
    AuditEntry.objects.bulk_create(
        AuditEntry(owner_id=owner, actor_kind="staff", recorded_at=moment, place=place)
        for place in range(1, 6)
    )
    return lambda **given: recent_acts(owner_id=owner, **given)


@pytest.mark.parametrize("size", [1, 2])
def test_rows_of_one_moment_are_neither_passed_over_nor_twice(acts, size):
    pages = [acts(size=size)]
    while pages[-1].has_next:
        place = read_cursor(pages[-1].after)
        pages.append(acts(size=size, page=len(pages) + 1, beside=place))
    ids = [act.id for page in pages for act in page.items]
    assert len(set(ids)) == len(ids) == 5
    assert ids == sorted(ids, reverse=True)
    back = pages[-1:]
    while back[0].number > 1:
        place = read_cursor(back[0].before, is_end=True)
        back.insert(0, acts(size=size, page=back[0].number - 1, beside=place))
    read = [[act.id for act in page.items] for page in back]
    assert read == [[act.id for act in page.items] for page in pages]
