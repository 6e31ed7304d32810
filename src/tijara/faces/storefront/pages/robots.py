"""What machines may look at, and where the lists of everything are."""

from django.http import HttpRequest, HttpResponse

from tijara.domains.markets.queries import address_start, markets
from tijara.ui.language import other_languages

NOT_FOR_MACHINES = (
    "account", "addresses", "cart", "checkout", "checkouts", "downloads", "favourites",
    "hub", "inbox", "office", "orders", "pay", "search",
)  # fmt: skip


def robots(request: HttpRequest) -> HttpResponse:
    """Nobody's own pages, and no page that is made for each asker: a robot would never end."""
    starts = [address_start(market.id) for market in markets()]
    lines = ["User-agent: *"]
    for start in starts:
        for language in ("", *(f"/{code}" for code in other_languages())):
            lines += [f"Disallow: {start}{language}/{name}" for name in NOT_FOR_MACHINES]
    lines += [f"Sitemap: {request.build_absolute_uri(f'{start}/sitemap.xml')}" for start in starts]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
