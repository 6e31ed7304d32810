"""After the set-up: the shop's address to hand round, and what is worth doing next."""

from dataclasses import dataclass

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from tijara.domains.catalogue.queries import edited_product
from tijara.domains.content.queries import banners
from tijara.domains.installation.queries import setup_state
from tijara.domains.installation.shapes import Selling, SetupState
from tijara.domains.markets.queries import markets
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.payments.queries import card_gateway_name
from tijara.domains.stores.queries import all_stores
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.accents import HOUSE
from tijara.kit.actor import Actor
from tijara.ui.visitors import NUDGE


@dataclass(frozen=True, slots=True)
class FirstStep:
    """`where` empty: it is done on the machine, and the text says how."""

    is_done: bool
    title: Promise
    text: Promise
    where: str = ""


@require_safe
@in_office
def first_steps(request: HttpRequest, actor: Actor) -> HttpResponse:
    market, state = next(iter(markets()), None), setup_state()
    steps = [*_trade(market, state), *_house(request)]
    product = edited_product(state.product_id) if state else None
    on_sale = product if product and product.is_published else None
    shown = f"/p/{on_sale.slug}" if on_sale else "/"
    address = f"{settings.PUBLIC_ADDRESS}{shown}"
    context = {
        "market": market,
        "product": on_sale,
        "address": address,
        "qr": segno.make(address, error="m").svg_data_uri(scale=4, border=2),
        "steps": sorted(steps, key=lambda one: one.is_done),
        "done": sum(one.is_done for one in steps),
        "own": bool(state and state.selling != Selling.MANY),
    }
    return office_page(request, "first_steps", context)


def _trade(market: MarketPolicy | None, state: SetupState | None) -> list[FirstStep]:
    if market is None:
        return []
    place = f"/office/markets/{market.slug}"
    papers = market.papers
    has_look = bool(market.logo) or market.accent not in ("", HOUSE)
    steps = [
        FirstStep(
            bool(all_stores()),
            _("A shop sells here"),
            _("Yours, or one that you let in at “Applications”."),
            "/office/applications",
        ),
        FirstStep(
            has_look,
            _("It wears your colour and logo"),
            _("People recognise you by them."),
            f"{place}/look",
        ),
        FirstStep(
            bool(banners(market.id)),
            _("The front page has a picture of yours"),
            _("A banner leads it: picture, heading, and where it leads."),
            f"{place}/banners",
        ),
        FirstStep(
            bool(papers.commercial_register and (papers.phone or papers.email)),
            _("It says who runs it, as the law wants"),
            _("Commercial register, telephone and e-mail stand at the foot of every page."),
            f"{place}/papers",
        ),
        FirstStep(
            bool(card_gateway_name()) and "card" in market.payment_methods,
            _("Buyers can pay by card"),
            _("Connect a gateway, and offer cards in the market’s terms."),
            "/office/payments/gateway",
        ),
        FirstStep(
            market.delivery_minor > 0 or market.free_delivery_from_minor is not None,
            _("Delivery has its price"),
            _("Until then it is free for buyers."),
            place,
        ),
    ]
    if state and state.selling != Selling.MANY:
        steps.append(
            FirstStep(
                bool(state.done & {"product"}),
                _("The first product is on sale"),
                _("One by one, or a whole list at once."),
                "/hub/products/new",
            )
        )
    return steps


def _house(request: HttpRequest) -> list[FirstStep]:
    return [
        FirstStep(
            not request.session.get(NUDGE, False),
            _("Your account has a second lock"),
            _("A passkey or an app: whoever learns your password still stands outside."),
            "/account/security",
        ),
        FirstStep(
            bool(settings.EMAIL_CHANNEL),
            _("Letters go out"),
            _("Set TIJARA_EMAIL_CHANNEL=smtp where the market runs; until then none is sent."),
        ),
        FirstStep(
            settings.PUBLIC_ADDRESS.startswith("https://"),
            _("It is open to the world"),
            _("Set TIJARA_HOSTS and TIJARA_ADDRESS, behind a proxy that ends TLS."),
        ),
    ]
