"""The papers of the market: who stands behind it, returns, terms, privacy."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.parties.queries import selling_in
from tijara.domains.stores.queries import stores
from tijara.faces.storefront.frame import page
from tijara.faces.storefront.here import here
from tijara.faces.storefront.papers import TITLES, paper_of
from tijara.ui.directions import page_number


@require_safe
def paper(request: HttpRequest, name: str) -> HttpResponse:
    told: dict[str, object] = {"paper": paper_of(name, here()), "name": name}
    if name == "about":
        told |= _sellers(page_number(request))
    return page(request, "paper", told | {"titles": TITLES.items()}, shows=())


def _sellers(number: int) -> dict[str, object]:
    """Shops with the names that stand in the register, a page at a time."""
    found = selling_in(here().id, number)
    windows = stores([one.id for one in found.items])
    shown = [{"terms": one, "store": windows[one.id]} for one in found.items if one.id in windows]
    return {"sellers": shown, "page": found}
