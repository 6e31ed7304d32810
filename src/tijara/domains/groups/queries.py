"""Groups of a market, and who is in them."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from tijara.kit.page import Page
from tijara.kit.recent import Recent

from .models import Group, GroupMember
from .shapes import GroupRule, GroupView, JoinedBy, MemberView

GROUP = (
    "id", "market_id", "name_ar", "name_en", "name_fr", "rule", "is_for_shops", "made_at",
    "ended_at",
)  # fmt: skip
SOON = 5


def groups_in(market_id: UUID) -> list[GroupView]:
    """Those that are not ended, the oldest first. No statement: they are kept for seconds."""
    return [one for one in _known.get() if one.market_id == market_id]


def groups_for_shops(market_id: UUID) -> list[GroupView]:
    """Those that sellers may use: their names, and nothing about who is in them."""
    return [one for one in groups_in(market_id) if one.is_for_shops]


def group_of(market_id: UUID, group_id: UUID) -> GroupView | None:
    """An ended one too."""
    rows = Group.objects.filter(market_id=market_id, id=group_id).values_list(*GROUP)
    return next((_view(row) for row in rows), None)


def rules_of(group_ids: Collection[UUID]) -> frozenset[GroupRule]:
    """By which rules people come to be in any of these."""
    return frozenset(one.rule for one in _known.get() if one.id in group_ids)


def groups_of_buyer(
    buyer_id: UUID,
    among: Collection[UUID],
    *,
    is_company: bool = False,
    is_newcomer: bool = False,
) -> frozenset[UUID]:
    """In which of these groups he is. One statement where one of them has named members."""
    known = [one for one in _known.get() if one.id in among]
    holding = {GroupRule.COMPANIES: is_company, GroupRule.NEWCOMERS: is_newcomer}
    found = {one.id for one in known if holding.get(one.rule)}
    if named := [one.id for one in known if one.has_members]:
        rows = GroupMember.objects.filter(buyer_id=buyer_id, id__in=named)
        found.update(rows.values_list("id", flat=True))
    return frozenset(found)


def members_of(group_id: UUID, page: int = 1, size: int = 30) -> Page[MemberView]:
    """The last who joined first: for staff."""
    start = (page - 1) * size
    rows = GroupMember.objects.filter(id=group_id).order_by("-joined_at", "buyer_id")
    told = rows.values_list("buyer_id", "by", "joined_at")[start : start + size + 1]
    found = [MemberView(buyer_id, JoinedBy(by), moment) for buyer_id, by, moment in told]
    return Page(found[:size], page, size, has_next=len(found) > size)


def joined_groups(buyer_ids: Collection[UUID]) -> list[tuple[GroupView, datetime]]:
    """Those that a person is in by name, and since when."""
    rows = GroupMember.objects.filter(buyer_id__in=buyer_ids).order_by("joined_at", "id")
    joined = list(rows.values_list("id", "joined_at"))
    told = Group.objects.filter(id__in={id for id, _ in joined}).values_list(*GROUP)
    known = {row[0]: _view(row) for row in told}
    return [(known[id], moment) for id, moment in joined if id in known]


def member_counts(group_ids: Collection[UUID]) -> dict[UUID, int]:
    rows = GroupMember.objects.filter(id__in=list(group_ids)).values_list("id").order_by("id")
    return dict(rows.annotate(number=Count("buyer_id")))


def forget_groups() -> None:
    """After a change: this process shows it at once, others within seconds."""
    _known.forget()


def _view(row: tuple) -> GroupView:
    id, market_id, name_ar, name_en, name_fr, rule, *rest = row
    return GroupView(id, market_id, name_ar, name_en, name_fr, GroupRule(rule), *rest)


def _load() -> tuple[GroupView, ...]:
    rows = Group.objects.filter(ended_at=None).order_by("made_at", "id")
    return tuple(_view(row) for row in rows.values_list(*GROUP))


_known = Recent(_load, SOON)
