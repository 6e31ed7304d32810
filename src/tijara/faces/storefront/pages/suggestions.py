"""What the search box offers while one types: departments, brands, products. At most eight."""

from urllib.parse import urlencode

from django.http import HttpRequest, JsonResponse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from tijara.domains.catalogue.queries import categories
from tijara.domains.catalogue.shapes import CategoryNode
from tijara.domains.search.queries import suggestions
from tijara.domains.search.shapes import Suggestion
from tijara.faces.storefront.here import here
from tijara.kit.arabic import fold
from tijara.ui.language import local
from tijara.ui.pieces.words import named

MOST, MOST_DEPARTMENTS = 8, 2
LONGEST = 60
KEPT_SECONDS = 60


@require_safe
def search_suggestions(request: HttpRequest) -> JsonResponse:
    """Each is {text, note, href}: where it leads is a page like any other."""
    text = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST]
    lines = _departments(text) if text else []
    found = suggestions(here().id, text, MOST - len(lines))
    response = JsonResponse({"lines": [*lines, *map(_line, found)]})
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return response


def _departments(text: str) -> list[dict]:
    """Those of whose words one begins so."""
    begun = f" {fold(text)}"
    fitting = [node for node in categories() if begun in f" {fold(' '.join(_names(node)))}"]
    return [
        {
            "text": named(node),
            "note": pgettext("suggestion", "Department"),
            "href": local(f"/c/{node.path}"),
        }
        for node in fitting[:MOST_DEPARTMENTS]
        if begun.strip()
    ]


def _names(node: CategoryNode) -> tuple[str, ...]:
    return node.name_ar, node.name_en, node.name_fr


def _line(found: Suggestion) -> dict:
    if found.kind == "brand":
        href = f"{local('/search')}?{urlencode({'brand': found.slug})}"
        return {"text": named(found), "note": pgettext("filter", "Brand"), "href": href}
    return {"text": named(found), "note": "", "href": local(f"/p/{found.slug}")}
