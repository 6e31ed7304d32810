"""Tax as people read it: its rows in a summary, and why something is not taxed like the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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
    groups: Sequence[TaxGroup],
    currency: str,
    classes: Sequence[TaxClass],
    *,
    includes_tax: bool,
) -> ShownTaxes:
    """A row for each rate; a note for what is taxed otherwise, with the names of its `classes`. Of
    what is outside the tax nothing is said."""
    rows = tuple(
        TaxRow(percent(one.rate_bp), Money(one.tax_minor, currency))
        for one in groups
        if one.category is TaxCategory.STANDARD
    )
    notes = tuple(
        TaxNote(NOTES[one.category], _names(one.tax_classes, classes))
        for one in groups
        if one.category in NOTES
    )
    return ShownTaxes(rows, notes, includes_tax)


def taxes_of_order(order: OrderView, classes: Sequence[TaxClass]) -> ShownTaxes:
    currency, includes_tax = order.total.currency, order.prices_include_tax
    return shown_taxes(order.taxes, currency, classes, includes_tax=includes_tax)


def added_taxes(order: OrderView) -> list[dict[str, object]]:
    """Rows of a summary, where prices come without tax."""
    taxes = taxes_of_order(order, ())
    if taxes.includes_tax:
        return []
    return [{"label": f"{_('VAT')} {row.percent}%", "money": row.money} for row in taxes.rows]


def percent(rate_bp: int) -> str:
    return f"{rate_bp / 100:g}"


def tax_options(classes: Sequence[TaxClass], inherited: Promise | str) -> list[tuple[str, object]]:
    """(word, label) of a choice: how goods are taxed. The first word is none."""
    options: list[tuple[str, object]] = [("", inherited), (ORDINARY, _("Taxed like most goods"))]
    return options + [
        (one.code, " · ".join(filter(None, (named(one), class_rate(one))))) for one in classes
    ]


def tax_help(classes: Sequence[TaxClass]) -> list[TaxNote]:
    """What belongs to each class of goods, in plain words."""
    return [TaxNote(named(one), named(one, "note")) for one in classes]


def class_rate(one: TaxClass) -> str:
    """ "VAT 0%", "Exempt from VAT", "9%"; empty where it is at the country's rate."""
    if one.category == TaxCategory.STANDARD:
        return f"{percent(one.bp)}%" if one.bp else ""
    return str(NOTES[TaxCategory(one.category)])


def _names(words: Sequence[str], classes: Sequence[TaxClass]) -> str:
    return "، ".join(named(one) for one in classes if one.code in words)
