"""The form of a product's details: its names, words and place, and what its category asks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tijara.domains.catalogue.shapes import (
    AttributeCard,
    AttributeType,
    CategoryNode,
    ProductSheet,
)
from tijara.domains.markets.shapes import TaxClass
from tijara.ui.pieces.fields import field
from tijara.ui.pieces.words import bdi, named
from tijara.ui.refusal_texts import field_sentence
from tijara.ui.taxes import tax_help, tax_options

WORDS = ("name_ar", "name_en", "name_fr", "about_ar", "about_en", "about_fr", "brand")
INDENT = "\u2003"


def read_sheet(given: QueryDict, cards: Iterable[AttributeCard]) -> ProductSheet:
    """As typed: what is wrong with it is the catalogue's to say."""
    return ProductSheet(
        **{word: given.get(word, "") for word in WORDS},
        category_id=read_id(given.get("category", "")),
        kind=given.get("kind", "physical"),
        tax_class=given.get("tax_class", ""),
        attributes={str(card.id): _typed(given, card) for card in cards},
    )


def read_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def sheet_context(
    sheet: ProductSheet,
    cards: Sequence[AttributeCard],
    tree: Sequence[CategoryNode],
    faults: Mapping[str, str] | None = None,
    *,
    classes: Sequence[TaxClass] = (),
) -> dict[str, Any]:
    """What `ui/goods/sheet.html` reads. `classes`: how it may be taxed where it is sold."""
    wrong = {name: field_sentence(code) for name, code in (faults or {}).items()}
    return {
        "sheet": sheet,
        "wrong": wrong,
        "category_options": category_options(tree),
        "chosen_category": str(sheet.category_id or ""),
        "tax_options": tax_options(classes, _("As its department")),
        "tax_help": tax_help(classes),
        "attribute_fields": [_field(card, sheet, wrong) for card in cards],
    }


def category_options(tree: Sequence[CategoryNode]) -> list[tuple[str, str]]:
    """(id, name) down the tree, each below its own, indented by its depth."""
    by_parent: dict[str, list[CategoryNode]] = {}
    for node in tree:
        by_parent.setdefault(node.path.rpartition("/")[0], []).append(node)
    return [("", _("Choose a department")), *_below("", by_parent)]


def _below(path: str, by_parent: dict[str, list[CategoryNode]]) -> list[tuple[str, str]]:
    options = []
    for node in by_parent.get(path, ()):
        options.append((str(node.id), INDENT * node.depth + named(node)))
        options += _below(node.path, by_parent)
    return options


def _typed(given: QueryDict, card: AttributeCard) -> Any:
    name = f"attribute_{card.id}"
    if card.type == AttributeType.CHOICES:
        return given.getlist(name)
    if card.type == AttributeType.TEXT:
        told = {language: given.get(f"{name}_{language}", "") for language in ("ar", "en")}
        return told if any(text.strip() for text in told.values()) else None
    return given.get(name, "")


def _field(card: AttributeCard, sheet: ProductSheet, wrong: Mapping[str, str]) -> SafeString:
    name = f"attribute_{card.id}"
    value: Any = sheet.attributes.get(str(card.id))
    error = wrong.get(name, "")
    label = bdi(named(card))
    told: dict[str, Any] = {"error": error, "optional": not card.is_required}
    if card.type == AttributeType.CHOICES:
        return _boxes(card, name, value or [], error)
    if card.type == AttributeType.TEXT:
        words = value if isinstance(value, dict) else {}
        ar, en = (words.get(language, "") for language in ("ar", "en"))
        return SafeString(
            field(f"{name}_ar", label, ar, dir="rtl", maxlength=300, **told)
            + field(
                f"{name}_en",
                SafeString(f"{label} · English"),
                en,
                dir="ltr",
                maxlength=300,
                optional=True,
            )
        )
    if card.type == AttributeType.NUMBER:
        unit = card.unit_ar if named(card) == card.name_ar else card.unit_en or card.unit_ar
        return field(name, label, value, inputmode="decimal", dir="ltr", unit=unit, **told)
    return field(name, label, _chosen(value), options=_options(card), **told)


def _chosen(value: Any) -> str:
    return {True: "yes", False: "no"}.get(value, value or "") if isinstance(value, bool) else value


def _options(card: AttributeCard) -> list[tuple[str, str]]:
    if card.type == AttributeType.FLAG:
        return [("", "—"), ("yes", _("Yes")), ("no", _("No"))]
    return [("", "—"), *((choice.key, named(choice)) for choice in card.choices)]


def _boxes(card: AttributeCard, name: str, chosen: Sequence[str], error: str) -> SafeString:
    boxes = "".join(
        f'<label class="check"><input type="checkbox" name="{name}" value="{escape(choice.key)}"'
        f"{' checked' if choice.key in chosen else ''}>{bdi(named(choice))}</label>"
        for choice in card.choices
    )
    told = f'<p class="error">{escape(error)}</p>' if error else ""
    return SafeString(
        f'<fieldset class="field full"><legend>{bdi(named(card))}</legend>'
        f'<div class="row g3 wrap-row">{boxes}</div>{told}</fieldset>'
    )
