"""What the law of a country gives a buyer after the sale, and what he is promised beside it."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from ..shapes import BuyerTerms, CountryProfile, WithdrawalException


class Dated(Protocol):
    @property
    def goods(self) -> str: ...
    @property
    def since(self) -> date: ...


def in_force[Rule: Dated](rules: Iterable[Rule], goods: str, on: date) -> Rule | None:
    """The youngest that holds that day for such goods."""
    found = [one for one in rules if one.goods == goods and one.since <= on]
    return max(found, key=lambda one: one.since) if found else None


def exceptions_on(profile: CountryProfile, on: date) -> list[WithdrawalException]:
    """Each kind once, in the order of the file."""
    rules = profile.withdrawal_exceptions
    kinds = dict.fromkeys(one.goods for one in rules)
    return [found for goods in kinds if (found := in_force(rules, goods, on))]


def terms_by_law(
    profile: CountryProfile,
    goods: str,
    on: date,
    *,
    market_days: int,
    granted_days: int | None,
    granted_months: int,
) -> BuyerTerms:
    """`granted_days` are the department's own word, None where it has none: then goods that the law
    excepts have the law's days, and all others the market's. Less than the law gives is raised to
    it."""
    excepted = in_force(profile.withdrawal_exceptions, goods, on)
    by_law, usual = profile.return_days or 0, market_days
    if excepted and not excepted.is_when_opened:
        by_law = usual = excepted.days
    days = max(by_law, usual if granted_days is None else granted_days)
    only_unopened = excepted is not None and excepted.is_when_opened and days > 0
    is_shorter = excepted is not None and days < market_days
    warranty = in_force(profile.legal_warranties, goods, on)
    return BuyerTerms(
        return_days=days,
        warranty_months=max(granted_months, warranty.months if warranty else 0),
        excepted=goods if only_unopened or is_shorter else "",
        only_unopened=only_unopened,
    )
