"""What buyers say of the store's goods, and the store's answer."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from tijara.domains.catalogue.queries import product_facts
from tijara.domains.reviews.actions import AnswerInvalid, NoSuchReview, answer_review
from tijara.domains.reviews.queries import (
    counts_of_seller,
    review,
    reviews_of_seller,
    seller_rating,
)
from tijara.domains.reviews.shapes import LONGEST_WORDS, ReviewState
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.powers import Power
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences

PAGE = "/hub/reviews"
ANSWERED = gettext_lazy("Your answer stands below the review.")
TAKEN_BACK = gettext_lazy("Your answer is gone.")


@require_safe
@at_desk
def reviews(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.STORE_MANAGE)
    said = request.GET.get("stars", "")
    stars = int(said) if said in {"1", "2", "3", "4", "5"} else 0
    is_unanswered = request.GET.get("view") == "unanswered"
    found = reviews_of_seller(
        desk.seller_id, stars=stars, is_unanswered=is_unanswered, page=page_number(request)
    )
    rating = seller_rating(desk.seller_id)
    goods = {one.id: one for one in product_facts({one.product_id for one in found.items})}
    context = {
        "page": found,
        "rating": rating,
        "rows": [(one, goods.get(one.product_id)) for one in found.items],
        "tabs": _tabs(rating.count, counts_of_seller(desk.seller_id), is_unanswered=is_unanswered),
        "chips": _chips(stars, is_unanswered=is_unanswered),
        "is_narrowed": bool(stars or is_unanswered),
    }
    return hub_page(request, desk, "reviews", context)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def review_page(request: HttpRequest, desk: Desk, review_id: UUID) -> HttpResponse:
    """One review, and the form of its answer; another's is as unknown as one that never was."""
    desk.must(Power.STORE_MANAGE)
    found = review(desk.seller_id, review_id)
    if found is None or found.state is not ReviewState.SHOWN:
        raise Http404
    typed, wrong = request.POST.get("words", found.answer), {}
    if request.method == "POST":
        try:
            answer_review(
                actor=desk.actor, seller_id=desk.seller_id, review_id=review_id, words=typed
            )
        except AnswerInvalid as refusal:
            wrong = field_sentences(refusal.fields)
        except NoSuchReview:
            raise Http404 from None
        else:
            return see_other(local(PAGE), ANSWERED if typed.strip() else TAKEN_BACK)
    context = {
        "review": found,
        "product": next(iter(product_facts([found.product_id])), None),
        "typed": typed,
        "wrong": wrong,
        "longest": LONGEST_WORDS,
    }
    return hub_page(request, desk, "review", context, status=422 if wrong else 200)


def _tabs(many: int, counts: dict[str, int], *, is_unanswered: bool) -> list[dict]:
    here = local(PAGE)
    return [
        {"text": _("All"), "count": many, "href": here, "current": not is_unanswered},
        {
            "text": _("Not answered"),
            "count": counts["unanswered"],
            "href": f"{here}?view=unanswered",
            "current": is_unanswered,
        },
    ]


def _chips(stars: int, *, is_unanswered: bool) -> list[tuple[int, str, bool]]:
    """(stars, address, is it this one): pressed again, all are shown."""
    start = f"{local(PAGE)}?" + ("view=unanswered&" if is_unanswered else "")
    return [
        (each, f"{start}{'' if each == stars else f'stars={each}'}", each == stars)
        for each in range(5, 0, -1)
    ]
