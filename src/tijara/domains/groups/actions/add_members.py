"""Bring people into a group by their e-mail addresses: one, or a whole list."""

from uuid import UUID

from tijara.domains.accounts.queries import accounts_by_emails
from tijara.domains.parties.queries import own_buyers_of
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import Group, GroupMember
from ..rules import MOST_ADDRESSES, addresses_in
from ..shapes import Added, GroupRule, JoinedBy
from .save_group import GroupOver


class NoAddresses(Invalid):
    """No e-mail address is in what was typed, or too many are."""

    code = "groups.no_addresses"


@action(power=Power.MARKETS_MANAGE)
def add_members(*, actor: Actor, market_id: UUID, group_id: UUID, text: str) -> Added:
    """Who has an account comes in; the addresses of others are told and kept nowhere."""
    addresses = addresses_in(text)
    if not 0 < len(addresses) <= MOST_ADDRESSES:
        raise NoAddresses({"emails": "no_addresses" if not addresses else "too_many_addresses"})
    rows = Group.objects.filter(market_id=market_id, id=group_id, ended_at=None)
    if not rows.filter(rule=GroupRule.NAMED).select_for_update().exists():
        raise GroupOver()
    people = accounts_by_emails(addresses)
    own = own_buyers_of(people.values())
    buyers = set(own.values())
    known = set(
        GroupMember.objects.filter(id=group_id, buyer_id__in=buyers).values_list(
            "buyer_id", flat=True
        )
    )
    by = JoinedBy.HAND if len(addresses) == 1 else JoinedBy.LIST
    GroupMember.objects.bulk_create(
        [GroupMember(buyer_id=one, id=group_id, by=by) for one in buyers - known],
        ignore_conflicts=True,
    )
    unknown = tuple(one for one in addresses if people.get(one) not in own)
    return Added(len(buyers - known), len(known), unknown)
