"""Points of a shop's goods: what they earned its buyers, and what the shop adds and pays."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods

from tijara.domains.loyalty.actions import ExtraInvalid, NoPointsHere, offer_extra_points
from tijara.domains.loyalty.queries import extra_of, programme_of, shop_points
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.typed import whole_number

PLACE = "/hub/points"
DAYS = 90
WAYS: dict[int, tuple[Promise, Promise]] = {
    0: (
        pgettext_lazy("extra points", "Only the market’s"),
        pgettext_lazy("extra points", "Your buyers earn as everywhere; it costs you nothing."),
    ),
    5_000: (
        pgettext_lazy("extra points", "One and a half times"),
        pgettext_lazy("extra points", "You pay a third of the points."),
    ),
    10_000: (
        pgettext_lazy("extra points", "Double points"),
        pgettext_lazy("extra points", "You pay half of the points."),
    ),
    20_000: (
        pgettext_lazy("extra points", "Triple points"),
        pgettext_lazy("extra points", "You pay two thirds of the points."),
    ),
    40_000: (
        pgettext_lazy("extra points", "Five times the points"),
        pgettext_lazy("extra points", "You pay four fifths of the points."),
    ),
}
"""What may be added, of 10,000: its name, and what it means for the shop."""


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def points(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.PROMOTIONS_MANAGE)
    if request.method != "POST":
        return _page(request, desk)
    extra = whole_number(request.POST.get("extra", ""))
    try:
        offer_extra_points(
            actor=desk.actor, seller_id=desk.seller_id, extra_bp=-1 if extra is None else extra
        )
    except (ExtraInvalid, NoPointsHere) as refusal:
        return _page(request, desk, sentence_of(refusal))
    said = _("From now on your buyers earn more.") if extra else _("From now on as everywhere.")
    return see_other(local(PLACE), said)


def _page(request: HttpRequest, desk: Desk, fault: str = "") -> HttpResponse:
    programme = programme_of(desk.market.id)
    holds = extra_of(desk.seller_id)
    context = {
        "is_on": programme is not None and programme.is_on,
        "worth": programme.worth(100) if programme else None,
        "figures": shop_points(desk.seller_id, now() - timedelta(days=DAYS)),
        "ways": [(bp, name, note, bp == holds) for bp, (name, note) in WAYS.items()],
        "holds": WAYS[holds][0] if holds else None,
        "fault": fault,
    }
    return hub_page(request, desk, "points", context, status=422 if fault else 200)
