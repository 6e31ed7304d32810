"""What a telephone needs to put the shop on its home screen, in each language and market."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.faces.storefront.here import here, market_links
from tijara.ui.assets import asset
from tijara.ui.disclosures import the_operator
from tijara.ui.language import is_rtl, local, market_start
from tijara.ui.pieces.words import named

A_DAY = 24 * 3600
COLOUR, GROUND = "#1c2f6b", "#fbfaf7"
SIZES = (192, 512)


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    name = named(the_operator()) or _("Tijara")
    told = {
        "id": f"{market_start()}/",
        "name": named(here()) if market_links() else name,
        "short_name": name[:12],
        "description": _("One market of sellers you know and delivery you can trust."),
        "lang": get_language(),
        "dir": "rtl" if is_rtl() else "ltr",
        "start_url": local("/"),
        "scope": "/",
        "display": "standalone",
        "theme_color": COLOUR,
        "background_color": GROUND,
        "categories": ["shopping"],
        "icons": [*_icons("mark", "any"), *_icons("full", "maskable")],
        "shortcuts": [
            {"name": _("Your cart"), "url": local("/cart")},
            {"name": _("My orders"), "url": local("/orders")},
        ],
    }
    response = JsonResponse(told, content_type="application/manifest+json")
    response["Cache-Control"] = f"public, max-age={A_DAY}"
    return response


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
