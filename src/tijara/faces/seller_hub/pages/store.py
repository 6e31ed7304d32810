"""How the store presents itself: names, words, city, colour, and what it says of returns."""

from dataclasses import fields

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.geography.queries import listed_cities
from tijara.domains.stores.actions import StoreInvalid, change_store, dress_store
from tijara.domains.stores.shapes import StoreDraft, StoreLook
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.accents import HOUSE
from tijara.kit.powers import Power
from tijara.platform.files import FileNotAccepted, FileTooLarge
from tijara.platform.pictures.keeping import PictureUnfit
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.pieces.looks import LookForm, look_context, look_form, read_look
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentences, picture_sentence

HUES = (264, 230, 200, 160, 130, 90, 55, 30, 10, 340, 310)
WORDS = tuple(field.name for field in fields(StoreDraft) if field.name not in ("slug", "hue"))


@require_http_methods(["POST"])
@at_desk
def store_look(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Accent, logo and cover: a form of its own, beside the words."""
    desk.must(Power.STORE_MANAGE)
    form = read_look(request.POST)
    look = StoreLook(
        accent=form.typed,
        logo=request.FILES.get("logo"),
        cover=request.FILES.get("cover"),
        keeps_logo=form.keeps_logo,
        keeps_cover="drop_cover" not in request.POST,
    )
    try:
        dress_store(actor=desk.actor, seller_id=desk.seller_id, look=look)
    except StoreInvalid as refusal:
        return _page(request, desk, _kept(desk), field_sentences(refusal.fields), form)
    except (FileTooLarge, FileNotAccepted, PictureUnfit) as refusal:
        wrong = {str(refusal.facts["place"]): picture_sentence(refusal)}
        return _page(request, desk, _kept(desk), wrong, form)
    return see_other(local("/hub/store"), _("Saved. Buyers see it within seconds."))


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def store(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.STORE_MANAGE)
    if request.method != "POST":
        return _page(request, desk, _kept(desk), {})
    given = {name: request.POST.get(name, "") for name in (*WORDS, "hue")}
    try:
        change_store(actor=desk.actor, seller_id=desk.seller_id, draft=_draft(desk, given))
    except StoreInvalid as refusal:
        wrong = field_sentences(refusal.fields)
        return _page(request, desk, given, wrong)
    return see_other(local("/hub/store"), _("Saved. Buyers see it within seconds."))


def _kept(desk: Desk) -> dict:
    return {name: getattr(desk.store, name) for name in (*WORDS, "hue")}


def _draft(desk: Desk, given: dict[str, str]) -> StoreDraft:
    hue = given["hue"]
    words = {name: given[name] for name in WORDS}
    is_hue = hue.isascii() and hue.isdigit() and len(hue) < 4
    return StoreDraft(slug=desk.store.slug, hue=int(hue) if is_hue else desk.store.hue, **words)


def _page(
    request: HttpRequest,
    desk: Desk,
    given: dict,
    wrong: dict[str, str],
    look: LookForm | None = None,
) -> HttpResponse:
    form = look or look_form(desk.store.accent, may_be_none=True)
    known = [(one.code, named(one)) for one in listed_cities(desk.market.country, given["city"])]
    context = {
        "given": given,
        "wrong": wrong,
        "cities": [("", _("No city")), *known],
        "hues": sorted({*HUES, desk.store.hue}),
        "chosen_hue": str(given["hue"]),
        "cover": desk.store.cover,
        "market_colour": desk.market.accent or HOUSE,
        **look_context(form, named(desk.store), desk.store.logo),
    }
    return hub_page(request, desk, "store", context, status=422 if wrong else 200)
