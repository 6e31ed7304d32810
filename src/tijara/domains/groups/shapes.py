"""Groups of a market's buyers: who is in them, and how he came to be."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class GroupRule(StrEnum):
    """Who is in a group."""

    NAMED = "named"
    """Whom staff have named, or a tier has brought."""
    COMPANIES = "companies"
    """Every company whose VAT number was found to be one: looked at when prices are asked."""
    NEWCOMERS = "newcomers"
    """Who never ordered here: looked at when prices are asked."""


class JoinedBy(StrEnum):
    HAND = "hand"
    LIST = "list"
    """With others, by a list of addresses."""
    TIER = "tier"
    """He reached a tier of the points programme."""


@dataclass(frozen=True, slots=True)
class GroupDraft:
    """A group as staff write it. `is_for_shops`: sellers may use it in price lists and promotions
    of their own."""

    name_ar: str
    name_en: str = ""
    name_fr: str = ""
    rule: str = GroupRule.NAMED
    is_for_shops: bool = False


@dataclass(frozen=True, slots=True)
class GroupView:
    id: UUID
    market_id: UUID
    name_ar: str
    name_en: str
    name_fr: str
    rule: GroupRule
    is_for_shops: bool
    made_at: datetime
    ended_at: datetime | None = None

    @property
    def has_members(self) -> bool:
        """They are written down one by one."""
        return self.rule is GroupRule.NAMED


@dataclass(frozen=True, slots=True)
class MemberView:
    buyer_id: UUID
    by: JoinedBy
    joined_at: datetime


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a list of addresses: how many came in, were in it already, and which are of
    nobody with an account."""

    joined: int = 0
    known: int = 0
    unknown: tuple[str, ...] = field(default_factory=tuple)
