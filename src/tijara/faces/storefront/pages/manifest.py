"""What a telephone needs to put the shop on its home screen, in each language and market."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.faces.storefront.here import here, market_links
from tijara.kit.accents import HOUSE, accent_of
from tijara.kit.pictures import made_picture
from tijara.ui.assets import asset
from tijara.ui.disclosures import operator_name
from tijara.ui.language import is_rtl, local, market_start
from tijara.ui.look import Brand, brand_here, mark_address
from tijara.ui.pieces.words import named

A_DAY = 24 * 3600
GROUND = "#fbfaf7"
SIZES = (192, 512)


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    market, own = here(), brand_here()
    name = operator_name()
    told = {
        "id": f"{market_start()}/",
        "name": named(market) if own or market_links() else name,
        "short_name": (named(own) if own else name)[:12],
        "description": _("One market of sellers you know and delivery you can trust."),
        "lang": get_language(),
        "dir": "rtl" if is_rtl() else "ltr",
        "start_url": local("/"),
        "scope": "/",
        "display": "standalone",
        "theme_color": accent_of(market.accent or HOUSE).day.band,
        "background_color": GROUND,
        "categories": ["shopping"],
        "icons": _own_icons(own) if own else [*_icons("mark", "any"), *_icons("full", "maskable")],
        "shortcuts": [
            {"name": _("Your cart"), "url": local("/cart")},
            {"name": _("My orders"), "url": local("/orders")},
        ],
    }
    response = JsonResponse(told, content_type="application/manifest+json")
    response["Cache-Control"] = f"public, max-age={A_DAY}"
    return response


def _own_icons(own: Brand) -> list[dict]:
    """The market's logo, or the first letter of its name on its colour."""
    if made := made_picture(own.logo):
        size = f"{made.widths[-1]}x{made.widths[-1]}"
        address = made.address(made.widths[-1], "webp")
        return [{"src": address, "sizes": size, "type": "image/webp", "purpose": "any"}]
    address = mark_address(own.accent, named(own))
    return [{"src": address, "sizes": "any", "type": "image/svg+xml", "purpose": "any"}]


def _icons(kind: str, purpose: str) -> list[dict]:
    return [
        {
            "src": asset(f"icons/{kind}-{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for size in SIZES
    ]
