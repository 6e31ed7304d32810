"""Write a group of buyers down, or change its name and whether shops may use it."""

from dataclasses import replace
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action

from ..models import Group
from ..queries import forget_groups
from ..rules import group_faults
from ..shapes import GroupDraft

MOST_GROUPS = 50


class GroupInvalid(Invalid):
    code = "groups.invalid"


class GroupOver(Refusal):
    """It was ended, or is of another market."""

    code = "groups.over"
    kind = Kind.MISSING


class TooManyGroups(Refusal):
    """A market has at most fifty that are not ended."""

    code = "groups.too_many"


@action(power=Power.MARKETS_MANAGE)
def save_group(*, actor: Actor, market_id: UUID, group_id: UUID, draft: GroupDraft) -> None:
    """`group_id` was made with the form, so that pressing twice makes one. Who is in it is decided
    by its rule, which never changes."""
    draft = _tidy(draft)
    if faults := group_faults(draft):
        raise GroupInvalid(faults)
    names = {
        "name_ar": draft.name_ar,
        "name_en": draft.name_en,
        "name_fr": draft.name_fr,
        "is_for_shops": draft.is_for_shops,
    }
    mine = Group.objects.filter(market_id=market_id, ended_at=None)
    if not mine.filter(id=group_id).update(**names):
        if mine.count() >= MOST_GROUPS:
            raise TooManyGroups()
        if Group.objects.filter(id=group_id).exists():
            raise GroupOver()
        Group.objects.create(id=group_id, market_id=market_id, rule=draft.rule, **names)
    forget_groups()


def _tidy(draft: GroupDraft) -> GroupDraft:
    return replace(
        draft,
        name_ar=strip_controls(draft.name_ar).strip(),
        name_en=strip_controls(draft.name_en).strip(),
        name_fr=strip_controls(draft.name_fr).strip(),
    )
