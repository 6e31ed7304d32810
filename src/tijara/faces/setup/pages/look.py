"""The look: one accent, safe to read by day and night, and a logo or the first letter."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from tijara.domains.installation.shapes import Step
from tijara.domains.markets.actions import AccentUnknown, change_look
from tijara.faces.setup.seat import Seat, at_step, setup_page
from tijara.platform.files import FileNotAccepted, FileTooLarge
from tijara.platform.pictures.keeping import PictureUnfit
from tijara.ui.look import brand_here, wearing
from tijara.ui.pieces.looks import LookForm, look_context, look_form, read_look
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentences, picture_sentence


@require_http_methods(["GET", "HEAD", "POST"])
@at_step(Step.LOOK)
def look(request: HttpRequest, seat: Seat) -> HttpResponse:
    if request.method != "POST":
        return _page(request, seat, look_form(seat.opened.accent), {})
    form = read_look(request.POST)
    if "look" in request.POST:
        return _page(request, seat, form, {})
    try:
        change_look(
            actor=seat.actor,
            market_id=seat.opened.id,
            accent=form.typed,
            logo=request.FILES.get("logo"),
            keeps_logo=form.keeps_logo,
        )
    except AccentUnknown as refusal:
        return _page(request, seat, form, field_sentences(refusal.fields))
    except (FileTooLarge, FileNotAccepted, PictureUnfit) as refusal:
        return _page(request, seat, form, {"logo": picture_sentence(refusal)})
    return seat.settles()


def _page(request: HttpRequest, seat: Seat, form: LookForm, wrong: dict[str, str]) -> HttpResponse:
    """It wears what was picked, before that is kept."""
    context = look_context(form, named(seat.opened), seat.opened.logo) | {"wrong": wrong}
    status, own = 422 if wrong else 200, brand_here()
    with wearing(lambda: replace(own, accent=form.accent) if own else None):
        return setup_page(request, Step.LOOK, context, state=seat.state, status=status)
