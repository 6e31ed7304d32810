"""Say what one thinks of something that has come: stars, words, pictures."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.orders.shapes import OrderView
from tijara.domains.reviews.actions import (
    NotReceived,
    ReviewInvalid,
    withdraw_review,
    write_review,
)
from tijara.domains.reviews.queries import name_to_show, reviewable_lines
from tijara.domains.reviews.shapes import (
    LONGEST_WORDS,
    ReviewableLine,
    ReviewDraft,
    ReviewReason,
    ReviewState,
)
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.order_words import spoken
from tijara.faces.storefront.pace import REVIEWING, pace
from tijara.faces.storefront.pages.order import found_order
from tijara.kit.refusal import Invalid
from tijara.platform.pictures.keeping import PicturesInvalid
from tijara.ui.refusal_texts import field_sentences
from tijara.ui.review_words import REASONS, STARS

THANKS = _("Thank you. Everybody can read your review now.")
WAITS = _("Thank you. Our staff read it first, and then it is shown.")
WITHDRAWN = _("Your review is gone.")


@require_http_methods(["GET", "HEAD", "POST"])
def review_form(request: HttpRequest, token: str, line_id: UUID) -> HttpResponse:
    (found,) = spoken([found_order(token)])
    each = _line(found, line_id)
    if request.method != "POST":
        return _form(request, token, found, each, _known(each))
    pace(REVIEWING, found.buyer_id)
    draft = _draft(request.POST)
    try:
        state = write_review(
            actor=as_actor(found.buyer_id),
            buyer_id=found.buyer_id,
            seller_id=found.seller_id,
            order_id=found.id,
            line_id=line_id,
            draft=draft,
            photos=[one for one in request.FILES.getlist("photos") if one],
        )
    except (ReviewInvalid, PicturesInvalid) as refusal:
        return _form(request, token, found, each, draft, refusal)
    except NotReceived:
        raise Http404 from None
    return see_other("order_reviews", token, say=THANKS if state is ReviewState.SHOWN else WAITS)


@require_POST
def review_withdrawal(request: HttpRequest, token: str, line_id: UUID) -> HttpResponse:
    found = found_order(token)
    pace(REVIEWING, found.buyer_id)
    review = _line(found, line_id).review
    if review is not None:
        withdraw_review(
            actor=as_actor(found.buyer_id),
            buyer_id=found.buyer_id,
            seller_id=review.seller_id,
            review_id=review.id,
        )
    return see_other("order_reviews", token, say=WITHDRAWN)


def _line(found: OrderView, line_id: UUID) -> ReviewableLine:
    """What has not come can't be rated."""
    lines = {each.line.id: each for each in reviewable_lines(found)}
    if line_id not in lines:
        raise Http404
    return lines[line_id]


def _draft(form: QueryDict) -> ReviewDraft:
    stars = form.get("stars", "")
    return ReviewDraft(
        stars=int(stars) if stars in {"1", "2", "3", "4", "5"} else None,
        words=form.get("words", ""),
        is_named=form.get("named") == "yes",
        kept=tuple(form.getlist("kept")[:10]),
    )


def _known(each: ReviewableLine) -> ReviewDraft:
    """As it stands; what is new begins empty, and under his name only if he wishes."""
    one = each.review
    if one is None:
        return ReviewDraft(None)
    return ReviewDraft(one.stars, one.words, bool(one.shown_name), one.pictures)


def _why_hidden(each: ReviewableLine) -> Promise | str:
    if each.review is None or each.review.reason not in list(ReviewReason):
        return ""
    return REASONS[ReviewReason(each.review.reason)]


def _form(
    request: HttpRequest,
    token: str,
    found: OrderView,
    each: ReviewableLine,
    typed: ReviewDraft,
    refusal: Invalid | None = None,
) -> HttpResponse:
    """After a refusal all that was written is still there; new pictures are to be chosen again."""
    context = {
        "order": found,
        "token": token,
        "line": each.line,
        "review": each.review,
        "reason": _why_hidden(each),
        "stars": STARS.items(),
        "typed": typed,
        "kept": [
            (name, name in typed.kept) for name in (each.review.pictures if each.review else ())
        ],
        "own_name": name_to_show(found),
        "longest": LONGEST_WORDS,
        "wrong": field_sentences(refusal.fields) if refusal else {},
    }
    return page(request, "review_form", context, status=422 if refusal else 200, is_private=True)
