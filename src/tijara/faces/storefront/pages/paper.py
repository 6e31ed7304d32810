"""The papers of the market: who stands behind it, returns, terms, privacy."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.parties.queries import all_sellers
from tijara.domains.stores.queries import stores
from tijara.faces.storefront.frame import page
from tijara.faces.storefront.here import here
from tijara.faces.storefront.papers import TITLES, paper_of


@require_safe
def paper(request: HttpRequest, name: str) -> HttpResponse:
    return page(
        request,
        "paper",
        {
            "paper": paper_of(name, here()),
            "name": name,
            "titles": TITLES.items(),
            "sellers": _sellers() if name == "about" else (),
        },
        shows=(),
    )


def _sellers() -> list[dict]:
    """Shops with the names that stand in the register."""
    terms = [one for one in all_sellers() if one.is_active and one.market_id == here().id]
    windows = stores([one.id for one in terms])
    return [{"terms": one, "store": windows[one.id]} for one in terms if one.id in windows]
