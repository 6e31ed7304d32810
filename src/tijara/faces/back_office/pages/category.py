"""One department: its names and place, and what its products tell of themselves."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from tijara.domains.catalogue.actions import (
    AfterSaleInvalid,
    AttributeInvalid,
    CategoryInvalid,
    TaxClassUnknown,
    arrange_category,
    define_attribute,
    drop_attribute,
    grant_after_sale,
    tax_department,
)
from tijara.domains.catalogue.queries import categories, category_attributes
from tijara.domains.catalogue.shapes import (
    AttributeCard,
    AttributeDraft,
    AttributeType,
    CategoryNode,
    Choice,
)
from tijara.domains.markets.queries import country_profile, markets, tax_classes_of
from tijara.domains.markets.shapes import CountryProfile
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.refusal import Invalid
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, sentence_of
from tijara.ui.taxes import tax_help, tax_options
from tijara.ui.typed import whole_number
from tijara.ui.withdrawal_words import days_said, kind_options

LAST = 100
TYPES = {
    AttributeType.CHOICE: gettext_lazy("One of several choices"),
    AttributeType.CHOICES: gettext_lazy("Several of the choices"),
    AttributeType.NUMBER: gettext_lazy("A number, with a unit"),
    AttributeType.FLAG: gettext_lazy("Yes or no"),
    AttributeType.TEXT: gettext_lazy("Free text"),
}


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def category_page(request: HttpRequest, actor: Actor, category_id: UUID) -> HttpResponse:
    node = next((node for node in categories() if node.id == category_id), None)
    if node is None:
        raise Http404
    if request.method != "POST":
        return _page(request, node)
    try:
        said = _act(actor, node, request.POST)
    except TaxClassUnknown as refusal:
        return see_other(request.path, sentence_of(refusal), "warn")
    except (AfterSaleInvalid, AttributeInvalid, CategoryInvalid) as refusal:
        return _page(request, node, refusal)
    return see_other(local(f"/office/catalogue/categories/{category_id}"), said)


def _act(actor: Actor, node: CategoryNode, given: QueryDict) -> str:
    if dropped := read_id(given.get("drop", "")):
        drop_attribute(actor=actor, attribute_id=dropped)
        return _("It is no longer asked for.")
    if "return_days" in given:
        grant_after_sale(
            actor=actor,
            path=node.path,
            return_days=_few(given["return_days"]),
            warranty_months=_few(given.get("warranty_months", "")),
            goods_kind=given.get("goods_kind", ""),
        )
        return _("Saved.")
    if "type" in given:
        attribute_id = read_id(given.get("attribute", "")) or new_id()
        define_attribute(actor=actor, attribute_id=attribute_id, draft=_draft(node, given))
        return _("Saved.")
    if "tax_class" in given:
        tax_department(actor=actor, category_id=node.id, tax_class=given["tax_class"])
        return _("Saved. It holds for new orders.")
    arrange_category(
        actor=actor,
        path=node.path,
        name_ar=given.get("name_ar", ""),
        name_en=given.get("name_en", ""),
        name_fr=given.get("name_fr", ""),
        picture=node.picture,
        position=_number(given.get("position", "")),
    )
    return _("Saved.")


def _draft(node: CategoryNode, given: QueryDict) -> AttributeDraft:
    words = {
        name: given.get(f"a_{name}", "")
        for name in ("name_ar", "name_en", "name_fr", "unit_ar", "unit_en")
    }
    lines = [line for line in given.get("choices", "").splitlines() if line.strip()]
    return AttributeDraft(
        category_id=node.id,
        type=given.get("type", ""),
        choices=tuple(map(_choice, lines)),
        is_required="is_required" in given,
        is_facet="is_facet" in given,
        position=_number(given.get("a_position", "")),
        **words,
    )


def _choice(line: str) -> Choice:
    names = [part.strip() for part in line.split("|")]
    return Choice("", *(names + ["", ""])[:3])


def _few(typed: str) -> int | None:
    """None for nothing; what is no number is out of all bounds."""
    if not typed.strip():
        return None
    number = whole_number(typed)
    return -1 if number is None else number


def _number(typed: str) -> int:
    typed = typed.strip()
    return int(typed) if typed.isdecimal() and len(typed) <= 4 else LAST


def _page(request: HttpRequest, node: CategoryNode, refusal: Invalid | None = None) -> HttpResponse:
    """`?attribute=` opens one of its own for correction; else the form makes a new one."""
    cards = category_attributes(node.id)
    opened = read_id(request.GET.get("attribute", "") or request.POST.get("attribute", ""))
    chosen = next((card for card in cards if card.id == opened), None)
    wrong = {
        name: field_sentence(code) for name, code in (refusal.fields if refusal else {}).items()
    }
    classes = tax_classes_of((one.country for one in markets()), node.tax_class)
    inherited = _("As the department above it") if node.depth else _("Each at its country’s rate")
    above = _("As the department above it") if node.depth else ""
    context = {
        "node": node,
        "rows": [(card, TYPES[card.type], card.category_id == node.id) for card in cards],
        "typed": _typed(request.POST) if isinstance(refusal, AttributeInvalid) else _kept(chosen),
        "chosen": chosen,
        "types": list(TYPES.items()),
        "granted": request.POST if isinstance(refusal, AfterSaleInvalid) else _granted(node),
        "names": request.POST if isinstance(refusal, CategoryInvalid) else _names(node),
        "wrong": wrong,
        "said": sentence_of(refusal) if refusal else "",
        "kind_options": kind_options(above),
        "laws": _laws(),
        "tax_options": tax_options(classes, inherited),
        "tax_help": tax_help(classes),
    }
    return office_page(request, "category", context, status=422 if refusal else 200)


def _names(node: CategoryNode) -> dict:
    names = {name: getattr(node, name) for name in ("name_ar", "name_en", "name_fr")}
    return names | {"position": node.position}


def _granted(node: CategoryNode) -> dict:
    told = {name: getattr(node, name) for name in ("return_days", "warranty_months")}
    numbers = {name: "" if number is None else number for name, number in told.items()}
    return numbers | {"goods_kind": node.goods_kind}


def _laws() -> list[tuple[CountryProfile, str]]:
    """(country, its days by law) of the markets whose law gives any."""
    profiles = [country_profile(code) for code in dict.fromkeys(one.country for one in markets())]
    return [(one, days_said(one.return_days)) for one in profiles if one.return_days]


def _typed(given: QueryDict) -> dict:
    return {name.removeprefix("a_"): value for name, value in given.items()}


def _kept(card: AttributeCard | None) -> dict:
    if card is None:
        return {"is_facet": True, "position": ""}
    lines = [
        " | ".join(filter(None, (choice.name_ar, choice.name_en, choice.name_fr)))
        for choice in card.choices
    ]
    names = ("name_ar", "name_en", "name_fr", "unit_ar", "unit_en", "type", "position")
    kept = {name: getattr(card, name) for name in (*names, "is_required", "is_facet")}
    return kept | {"choices": "\n".join(lines)}
