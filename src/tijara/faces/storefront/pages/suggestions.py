"""What the search box offers while one types: departments, shops, brands, products."""

from urllib.parse import urlencode

from django.http import HttpRequest, JsonResponse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from tijara.domains.catalogue.queries import categories
from tijara.domains.catalogue.shapes import CategoryNode
from tijara.domains.search.queries import suggestions
from tijara.domains.search.shapes import Suggestion
from tijara.domains.stores.queries import all_stores
from tijara.domains.stores.shapes import StoreCard
from tijara.faces.storefront.here import here, sellers_here
from tijara.kit.arabic import fold
from tijara.ui.language import local
from tijara.ui.pieces.marks import small_picture
from tijara.ui.pieces.money import price
from tijara.ui.pieces.words import named

MOST, MOST_DEPARTMENTS, MOST_STORES = 8, 2, 2
LONGEST = 60
KEPT_SECONDS = 60


@require_safe
def search_suggestions(request: HttpRequest) -> JsonResponse:
    """Each is {text, note, href}: where it leads is a page like any other. Goods have a small
    picture beside it, and what they cost as markup."""
    text = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST]
    lines = [*_departments(text), *_stores(text)] if text else []
    found = suggestions(here().id, text, MOST - len(lines))
    brands = {line["text"] for line in lines}
    told = [line for line in map(_line, found) if not (line["note"] and line["text"] in brands)]
    response = JsonResponse({"lines": [*lines, *told]})
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return response


def _departments(text: str) -> list[dict]:
    """Those of whose words one begins so."""
    begun = f" {fold(text)}"
    fitting = [node for node in categories() if begun in f" {_names(node)}"]
    return [
        {
            "text": named(node),
            "note": pgettext("suggestion", "Department"),
            "href": local(f"/c/{node.path}"),
        }
        for node in fitting[:MOST_DEPARTMENTS]
        if begun.strip()
    ]


def _names(thing: CategoryNode | StoreCard) -> str:
    return fold(f"{thing.name_ar} {thing.name_en} {thing.name_fr}")


def _stores(text: str) -> list[dict]:
    """Open shops of this market of whose name a word begins so."""
    begun = f" {fold(text)}"
    if not begun.strip():
        return []
    fitting = [one for one in all_stores() if one.is_open and begun in f" {_names(one)}"]
    at_home = sellers_here(one.seller_id for one in fitting)
    return [
        {
            "text": named(one),
            "note": pgettext("suggestion", "Shop"),
            "href": local(f"/s/{one.slug}"),
        }
        for one in fitting
        if one.seller_id in at_home
    ][:MOST_STORES]


def _line(found: Suggestion) -> dict:
    if found.kind == "brand":
        href = f"{local('/search')}?{urlencode({'brand': found.slug})}"
        return {"text": named(found), "note": pgettext("filter", "Brand"), "href": href}
    told = {"text": named(found), "note": "", "href": local(f"/p/{found.slug}")}
    told["picture"] = small_picture(found.picture) if found.picture else ""
    return told | ({"price": price(found.price, "short")} if found.price else {})
