"""The look of a market: its accent and its logo."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.markets.actions import AccentUnknown, change_look
from tijara.domains.markets.shapes import MarketPolicy
from tijara.faces.back_office.market_parts import known_market, market_page
from tijara.faces.back_office.office import in_office
from tijara.kit.actor import Actor
from tijara.platform.files import FileNotAccepted, FileTooLarge
from tijara.platform.pictures.keeping import PictureUnfit
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.look import Brand, wearing
from tijara.ui.pieces.looks import LookForm, look_context, look_form, read_look
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentences, picture_sentence


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_look(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    if request.method != "POST":
        return _page(request, known, look_form(known.accent), {})
    form = read_look(request.POST)
    if "look" in request.POST:
        return _page(request, known, form, {})
    try:
        change_look(
            actor=actor,
            market_id=known.id,
            accent=form.typed,
            logo=request.FILES.get("logo"),
            keeps_logo=form.keeps_logo,
        )
    except AccentUnknown as refusal:
        return _page(request, known, form, field_sentences(refusal.fields))
    except (FileTooLarge, FileNotAccepted, PictureUnfit) as refusal:
        return _page(request, known, form, {"logo": picture_sentence(refusal)})
    return see_other(local(f"/office/markets/{slug}/look"), _("Saved. Every page wears it now."))


def _page(
    request: HttpRequest, known: MarketPolicy, form: LookForm, wrong: dict[str, str]
) -> HttpResponse:
    """It wears what was picked, before that is kept."""
    context = look_context(form, named(known), known.logo) | {"known": known, "wrong": wrong}
    told = Brand(known.name_ar, known.name_en, known.name_fr, form.accent, known.logo)
    with wearing(lambda: told):
        return market_page(request, "market_look", known, context, status=422 if wrong else 200)
