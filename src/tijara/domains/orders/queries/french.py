"""Orders for who reads French: a line is frozen in Arabic and English (ADR 50)."""

from collections.abc import Iterable
from dataclasses import replace

from tijara.domains.catalogue.queries import variant_names
from tijara.domains.catalogue.shapes import VariantNames

from ..shapes import OrderLineView, OrderView

JOINTS = {"ar": "، ", "en": ", ", "fr": ", "}
"""Between a product's name and its variant's, as a line is frozen."""


def with_french(found: Iterable[OrderView]) -> list[OrderView]:
    """With the French names that the goods have today, where their Arabic and English are still
    those of the line: then the French is a translation of what was sold. What was renamed since
    keeps its English. One statement, whatever their number."""
    found = list(found)
    names = variant_names({line.variant_id for order in found for line in order.lines})
    return [
        replace(order, lines=tuple(_told(line, names.get(line.variant_id)) for line in order.lines))
        for order in found
    ]


def as_read_in(language: str, order: OrderView) -> OrderView:
    """The order for a letter in that language: only French is asked for."""
    return with_french([order])[0] if language == "fr" else order


def _told(line: OrderLineView, names: VariantNames | None) -> OrderLineView:
    frozen = (line.name_ar, line.name_en)
    if names is None or not names.name_fr or frozen != (_whole(names, "ar"), _whole(names, "en")):
        return line
    label = names.label_fr or names.label_en
    return replace(line, name_fr=JOINTS["fr"].join(filter(None, (names.name_fr, label))))


def _whole(names: VariantNames, language: str) -> str:
    name, label = getattr(names, f"name_{language}"), getattr(names, f"label_{language}")
    return JOINTS[language].join(filter(None, (name, label)))
