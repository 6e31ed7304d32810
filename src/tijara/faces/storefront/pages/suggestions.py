"""What the search box offers while one types: what others search for, departments, shops, brands,
products; and in words how much of it there is."""

from urllib.parse import urlencode

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from tijara.domains.search.queries import suggestions
from tijara.domains.search.shapes import Suggestion
from tijara.faces.storefront.heard import after
from tijara.faces.storefront.here import here
from tijara.faces.storefront.suggesting import Line, lines_for
from tijara.kit.arabic import fold
from tijara.ui.language import local
from tijara.ui.pieces.marks import small_picture
from tijara.ui.pieces.money import price
from tijara.ui.pieces.words import named

MOST, FEWEST_GOODS, SHORTEST = 8, 3, 2
LONGEST = 60
KEPT_SECONDS = 60


@require_safe
def search_suggestions(request: HttpRequest) -> JsonResponse:
    """`lines` are {text, note, href}: where each leads is a page like any other. Goods have a small
    picture beside it, and what they cost as markup. `say` stands above them where nothing is
    written so: what follows is a guess, or nothing; `said` is for the ear."""
    text = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST]
    found = suggestions(here().id, text, MOST)
    told = lines_for(text, found.meant)
    names = {line.text for line in told}
    goods = [_line(one, text) for one in found.items]
    goods = [line for line in goods if not (line["note"] and line["text"] in names)]
    goods = goods[: max(MOST - len(told), FEWEST_GOODS)]
    lines = [*map(_plain, told), *goods]
    say = _say(text, found.nearest, is_empty=not lines)
    said = say or ngettext("%(count)s suggestion", "%(count)s suggestions", len(lines)) % {
        "count": len(lines)
    }
    response = JsonResponse({"lines": lines, "say": say, "said": said})
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return response


def _say(text: str, nearest: str, *, is_empty: bool) -> str:
    if nearest:
        return _("Nothing is written like that. Nearest to it: “%(nearest)s”") % {
            "nearest": nearest
        }
    if is_empty and len(fold(text)) >= SHORTEST:
        return _("Nothing here is called that. Try fewer letters, or another word.")
    return ""


def _plain(line: Line) -> dict:
    return {"text": line.text, "note": line.note, "href": line.href}


def _line(found: Suggestion, text: str) -> dict:
    if found.kind == "brand":
        href = f"{local('/search')}?{urlencode({'brand': found.slug})}"
        return {"text": named(found), "note": pgettext("filter", "Brand"), "href": href}
    href = f"{local(f'/p/{found.slug}')}?of={after(text)}"
    told = {"text": named(found), "note": "", "href": href}
    told["picture"] = small_picture(found.picture) if found.picture else ""
    return told | ({"price": price(found.price, "short")} if found.price else {})
