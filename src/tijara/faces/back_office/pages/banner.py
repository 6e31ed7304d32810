"""One banner of a market's front page: put up, changed, taken down."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.content.actions import (
    BannerInvalid,
    BannerUnknown,
    TooManyBanners,
    put_up_banner,
    take_down_banner,
)
from tijara.domains.content.queries import banner as find_banner
from tijara.domains.content.shapes import Banner
from tijara.domains.markets.shapes import MarketPolicy
from tijara.faces.back_office.banner_form import BannerForm, banner_form, drawn_words, read_banner
from tijara.faces.back_office.market_parts import known_market
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.platform.files import FileNotAccepted, FileTooLarge
from tijara.platform.pictures.keeping import PictureUnfit
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import picture_sentence, sentence_of


@require_safe
@in_office
def banner_new(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    """It has its id before it is there: a form that is sent twice puts up one."""
    return _page(request, known_market(slug), new_id(), None, banner_form(None))


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def banner(request: HttpRequest, actor: Actor, slug: str, banner_id: UUID) -> HttpResponse:
    known = known_market(slug)
    kept = find_banner(known.id, banner_id)
    if request.method != "POST":
        if kept is None:
            raise Http404
        return _page(request, known, banner_id, kept, banner_form(kept))
    draft, form = read_banner(request.POST)
    if draft is None:
        return _page(request, known, banner_id, kept, form)
    picture = request.FILES.get("picture")
    try:
        put_up_banner(
            actor=actor, market_id=known.id, banner_id=banner_id, draft=draft, picture=picture
        )
    except BannerInvalid as refusal:
        form.refuse(refusal.fields)
        return _page(request, known, banner_id, kept, form)
    except (FileTooLarge, FileNotAccepted, PictureUnfit) as refusal:
        form.errors["picture"] = picture_sentence(refusal)
        return _page(request, known, banner_id, kept, form)
    except (BannerUnknown, TooManyBanners) as refusal:
        return see_other(_address(slug), sentence_of(refusal), "warn")
    return see_other(_address(slug), _("Saved. The front page shows it within seconds."))


@require_POST
@in_office
def banner_removal(request: HttpRequest, actor: Actor, slug: str, banner_id: UUID) -> HttpResponse:
    take_down_banner(actor=actor, market_id=known_market(slug).id, banner_id=banner_id)
    return see_other(_address(slug), _("It is taken down."))


def _page(
    request: HttpRequest,
    known: MarketPolicy,
    banner_id: UUID,
    kept: Banner | None,
    form: BannerForm,
) -> HttpResponse:
    context = {
        "known": known,
        "banner_id": banner_id,
        "kept": kept,
        "form": form,
        "words": drawn_words(form),
    }
    return office_page(request, "banner", context, status=422 if form.errors else 200)


def _address(slug: str) -> str:
    return local(f"/office/markets/{slug}/banners")
