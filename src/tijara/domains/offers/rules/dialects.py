"""Exports of other shops: what their columns mean where the names alone don't tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tijara.kit.arabic import fold


@dataclass(frozen=True, slots=True)
class Dialect:
    """`needs`: columns that only this shop's files have together. `columns`: field by name."""

    name: str
    needs: frozenset[str] = frozenset()
    columns: Mapping[str, str] = field(default_factory=dict)


def _dialect(name: str, needs: str, **fields: str) -> Dialect:
    """The columns of each field are parted by |; those of `nothing` are passed over."""
    columns = {
        fold(column): "" if field == "nothing" else field
        for field, names in fields.items()
        for column in names.split("|")
    }
    return Dialect(name, frozenset(map(fold, needs.split("|"))), columns)


NONE = Dialect("")
DIALECTS = (
    _dialect(
        "Shopify",
        "Handle|Title|Option1 Value",
        category="Type|Product Category",
        nothing="Google Shopping / Google Product Category|Status|Published",
        key="Handle",
    ),
    _dialect(
        "WooCommerce",
        "Type|Parent|Regular price",
        row_kind="Type",
        about="Description",
        nothing="Short description|Published|External URL",
    ),
    _dialect("سلة", "النوع|أسم المنتج|سعر المنتج", row_kind="النوع", nothing="نوع المنتج|MPN"),
    _dialect("زد", "sku|name_ar|name_en|quantity", nothing="id|published"),
)
"""The first that fits. Names as their owners write them."""


def dialect_of(header: Sequence[str]) -> Dialect:
    names = {fold(name) for name in header}
    return next((each for each in DIALECTS if each.needs <= names), NONE)
