"""Makers of groups, for tests of the domains above."""

from uuid import UUID

from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

from .actions import place_in_groups, save_group
from .shapes import GroupDraft, GroupRule


def make_group(
    market_id: UUID,
    name: str = "كبار العملاء",
    *,
    rule: GroupRule = GroupRule.NAMED,
    is_for_shops: bool = True,
    members: tuple[UUID, ...] = (),
) -> UUID:
    group_id = new_id()
    draft = GroupDraft(name, "Regulars", "Habitués", rule, is_for_shops)
    save_group(actor=SYSTEM, market_id=market_id, group_id=group_id, draft=draft)
    for buyer_id in members:
        place_in_groups(actor=SYSTEM, buyer_id=buyer_id, among=(), group_id=group_id)
    return group_id
