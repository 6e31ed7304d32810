"""How a rule of commission is told to people: where it fits, and what it takes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from tijara.domains.catalogue.shapes import BrandRow, CategoryNode, ProductName
from tijara.domains.commissions.shapes import CommissionTerms, LimitsFor, Miss, NamedRule
from tijara.domains.stores.shapes import StoreCard
from tijara.kit.money import Money

MISSES: dict[Miss, Promise] = {
    Miss.NOT_YET: pgettext_lazy("rule of commission", "has not begun"),
    Miss.OVER: pgettext_lazy("rule of commission", "is over"),
    Miss.SELLER: pgettext_lazy("rule of commission", "another seller"),
    Miss.DEPARTMENT: pgettext_lazy("rule of commission", "another department"),
    Miss.BRAND: pgettext_lazy("rule of commission", "another brand"),
    Miss.PRODUCT: pgettext_lazy("rule of commission", "another product"),
    Miss.PRICE: pgettext_lazy("rule of commission", "another price"),
}


@dataclass(frozen=True, slots=True)
class ToldRule:
    """A rule with the names of what it speaks of."""

    id: UUID
    label: str
    rate: str
    fixed: Money | None
    floor: Money | None
    cap: Money | None
    is_of_order: bool
    store: StoreCard | None
    department: CategoryNode | None
    brand: BrandRow | None
    product: ProductName | None
    price_from: Money | None
    price_below: Money | None
    starts_on: date | None
    ends_on: date | None

    @property
    def fits_all(self) -> bool:
        says = (self.store, self.department, self.brand, self.product)
        return not any(says) and self.price_from is None and self.price_below is None


def told_rules(rules: Iterable[NamedRule], currency: str) -> list[ToldRule]:
    """In their order."""
    return [_told(one, one.rule.terms, currency) for one in rules]


def _told(one: NamedRule, terms: CommissionTerms, currency: str) -> ToldRule:
    return ToldRule(
        id=one.rule.id,
        label=terms.label,
        rate=percent(terms.rate_bp),
        fixed=_money(terms.fixed_minor or None, currency),
        floor=_money(terms.floor_minor or None, currency),
        cap=_money(terms.cap_minor, currency),
        is_of_order=terms.limits_for is LimitsFor.ORDER,
        store=one.store,
        department=one.department,
        brand=one.brand,
        product=one.product,
        price_from=_money(terms.price_from_minor, currency),
        price_below=_money(terms.price_below_minor, currency),
        starts_on=terms.starts_on,
        ends_on=terms.ends_on,
    )


def percent(rate_bp: int) -> str:
    return f"{rate_bp / 100:g}"


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money(minor, currency)
