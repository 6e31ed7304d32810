"""Brands, and making one of two that are one."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tijara.domains.catalogue.actions import BrandUnknown, merge_brands
from tijara.domains.catalogue.queries import brands
from tijara.faces.back_office.goods import catalogue_tabs
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number, see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import sentence_of

LONGEST_TEXT = 60
OFFERED = 500


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def brands_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    if request.method == "POST":
        return _merge(request, actor)
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    context = {
        "page": brands(text=text, page=page_number(request)),
        "query": text,
        "options": [("", _("Choose a brand")), *_options()],
        "tabs": catalogue_tabs("/brands"),
        "list_hint": _("Brand"),
    }
    return office_page(request, "brands", context)


def _options() -> list[tuple[str, str]]:
    rows = sorted(brands(size=OFFERED).items, key=named)
    return [(str(row.id), f"{named(row)} ({row.products})") for row in rows]


def _merge(request: HttpRequest, actor: Actor) -> HttpResponse:
    brand_id = read_id(request.POST.get("brand", ""))
    into_id = read_id(request.POST.get("into", ""))
    address = local("/office/catalogue/brands")
    try:
        if brand_id is None or into_id is None:
            raise BrandUnknown()
        moved = merge_brands(actor=actor, brand_id=brand_id, into_id=into_id)
    except BrandUnknown as refusal:
        return see_other(address, sentence_of(refusal), "warn")
    text = ngettext(
        "They are one brand now; %(count)d product moved.",
        "They are one brand now; %(count)d products moved.",
        moved,
    )
    return see_other(address, text % {"count": moved})
