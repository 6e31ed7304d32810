"""How the store presents itself: names, words, city, colour, and what it says of returns."""

from dataclasses import fields

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.geography.queries import listed_cities
from tijara.domains.stores.actions import StoreInvalid, change_store
from tijara.domains.stores.shapes import StoreDraft
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.powers import Power
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentences

HUES = (264, 230, 200, 160, 130, 90, 55, 30, 10, 340, 310)
WORDS = tuple(field.name for field in fields(StoreDraft) if field.name not in ("slug", "hue"))


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def store(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.STORE_MANAGE)
    if request.method != "POST":
        given = {name: getattr(desk.store, name) for name in (*WORDS, "hue")}
        return _page(request, desk, given, {})
    given = {name: request.POST.get(name, "") for name in (*WORDS, "hue")}
    try:
        change_store(actor=desk.actor, seller_id=desk.seller_id, draft=_draft(desk, given))
    except StoreInvalid as refusal:
        wrong = field_sentences(refusal.fields)
        return _page(request, desk, given, wrong)
    return see_other(local("/hub/store"), _("Saved. Buyers see it within seconds."))


def _draft(desk: Desk, given: dict[str, str]) -> StoreDraft:
    hue = given["hue"]
    words = {name: given[name] for name in WORDS}
    is_hue = hue.isascii() and hue.isdigit() and len(hue) < 4
    return StoreDraft(slug=desk.store.slug, hue=int(hue) if is_hue else desk.store.hue, **words)


def _page(request: HttpRequest, desk: Desk, given: dict, wrong: dict[str, str]) -> HttpResponse:
    known = [(one.code, named(one)) for one in listed_cities(desk.market.country, given["city"])]
    context = {
        "given": given,
        "wrong": wrong,
        "cities": [("", _("No city")), *known],
        "hues": sorted({*HUES, desk.store.hue}),
        "chosen_hue": str(given["hue"]),
    }
    return hub_page(request, desk, "store", context, status=422 if wrong else 200)
