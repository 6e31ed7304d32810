"""Tax as people read it: its rows in a summary, and why something is not taxed like the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.domains.markets.queries import (
    country_profile,
    country_profiles,
    market_by_id,
    tax_classes,
)
from tijara.domains.markets.shapes import TaxClass
from tijara.domains.orders.shapes import OrderView
from tijara.domains.taxes.shapes import TaxCategory, TaxGroup
from tijara.kit.money import Money
from tijara.ui.pieces.words import named

NOTES: dict[TaxCategory, Promise] = {
    TaxCategory.ZERO: _("VAT 0%"),
    TaxCategory.EXEMPT: _("Exempt from VAT"),
    TaxCategory.EXPORT: _("Leaves the country: no VAT"),
    TaxCategory.REVERSE: _("Reverse charge: your company accounts for the VAT itself"),
}
ORDINARY = "standard"


@dataclass(frozen=True, slots=True)
class TaxRow:
    """ "15" and the amount."""

    percent: str
    money: Money


@dataclass(frozen=True, slots=True)
class TaxNote:
    """ "VAT 0%" and the names of the goods that it is about."""

    text: str | Promise
    goods: str


@dataclass(frozen=True, slots=True)
class ShownTaxes:
    rows: tuple[TaxRow, ...] = ()
    notes: tuple[TaxNote, ...] = ()
    includes_tax: bool = True


def shown_taxes(
    groups: Sequence[TaxGroup], currency: str, country: str, *, includes_tax: bool
) -> ShownTaxes:
    """A row for each rate; a note for what is taxed otherwise. Of what is outside the tax nothing
    is said."""
    rows = tuple(
        TaxRow(percent(one.rate_bp), Money(one.tax_minor, currency))
        for one in groups
        if one.category is TaxCategory.STANDARD
    )
    notes = tuple(
        TaxNote(NOTES[one.category], _names(one.tax_classes, country))
        for one in groups
        if one.category in NOTES
    )
    return ShownTaxes(rows, notes, includes_tax)


def taxes_of_order(order: OrderView) -> ShownTaxes:
    country = market_by_id(order.market_id).country if order.market_id else ""
    return shown_taxes(
        order.taxes, order.total.currency, country, includes_tax=order.prices_include_tax
    )


def added_taxes(order: OrderView) -> list[dict[str, object]]:
    """Rows of a summary, where prices come without tax."""
    taxes = taxes_of_order(order)
    if taxes.includes_tax:
        return []
    return [{"label": f"{_('VAT')} {row.percent}%", "money": row.money} for row in taxes.rows]


def percent(rate_bp: int) -> str:
    return f"{rate_bp / 100:g}"


def tax_options(
    countries: Iterable[str], inherited: Promise | str, kept: str = ""
) -> list[tuple[str, object]]:
    """(word, label) of a choice: how goods are taxed in these countries. The first word is none;
    one that is kept stays to choose, also where only another country knows it."""
    known = _classes(countries)
    if kept and kept != ORDINARY and kept not in known:
        everywhere = _classes(profile.code for profile in country_profiles())
        known |= {kept: everywhere[kept]} if kept in everywhere else {}
    options: list[tuple[str, object]] = [("", inherited), (ORDINARY, _("Taxed like most goods"))]
    return options + [
        (word, " · ".join(filter(None, (named(one), class_rate(one)))))
        for word, one in known.items()
    ]


def tax_help(countries: Iterable[str]) -> list[TaxNote]:
    """What belongs to each class of goods, in plain words."""
    return [TaxNote(named(one), named(one, "note")) for one in _classes(countries).values()]


def class_rate(one: TaxClass) -> str:
    """ "VAT 0%", "Exempt from VAT", "9%"; empty where it is at the country's rate."""
    if one.category == TaxCategory.STANDARD:
        return f"{percent(one.bp)}%" if one.bp else ""
    return str(NOTES[TaxCategory(one.category)])


def levies_tax(country: str) -> bool:
    return bool(country_profile(country).vat_rates)


def _classes(countries: Iterable[str]) -> dict[str, TaxClass]:
    """By their words; what several countries know is told as the first of them tells it."""
    known: dict[str, TaxClass] = {}
    for country in countries:
        for one in tax_classes(country):
            known.setdefault(one.code, one)
    return known


def _names(words: Sequence[str], country: str) -> str:
    known = {one.code: one for one in tax_classes(country)} if country else {}
    return "، ".join(named(known[word]) for word in words if word in known)
