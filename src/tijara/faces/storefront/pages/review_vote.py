"""A member finds a review helpful, or takes that back."""

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from tijara.domains.catalogue.queries import product_page
from tijara.domains.catalogue.shapes import ProductPage
from tijara.domains.reviews.actions import NoSuchReview, OwnGoods, OwnReview, mark_helpful
from tijara.domains.reviews.queries import review
from tijara.domains.reviews.shapes import ReviewState, ReviewView
from tijara.faces.storefront.buyers import as_actor, known_buyer
from tijara.faces.storefront.frame import asked_part, part, see_other
from tijara.faces.storefront.pace import VOTING, pace
from tijara.ui.directions import to_sign_in
from tijara.ui.own_pages import keep_own
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.visitors import is_signed_in

THANKS = _("Thank you. It helps others to find it.")
TAKEN_BACK = _("You don’t call it helpful any more.")


@require_POST
def review_vote(request: HttpRequest, slug: str, seller_id: UUID, review_id: UUID) -> HttpResponse:
    """By who has signed in: a guest signs in first. A script gets the button as it stands then."""
    product, found = product_page(slug), review(seller_id, review_id)
    if product is None or found is None or found.product_id != product.id:
        raise Http404
    if found.state is not ReviewState.SHOWN:
        raise Http404
    buyer_id = known_buyer(request)
    if buyer_id is None or not is_signed_in(request):
        return to_sign_in(request, f"/p/{slug}#reviews")
    pace(VOTING, buyer_id)
    is_helpful = request.POST.get("helpful") == "yes"
    try:
        many = mark_helpful(
            actor=as_actor(buyer_id),
            buyer_id=buyer_id,
            seller_id=seller_id,
            review_id=review_id,
            is_helpful=is_helpful,
        )
    except (OwnReview, OwnGoods) as refusal:
        return see_other("product", slug, say=sentence_of(refusal), tone="info", at="#reviews")
    except NoSuchReview:
        raise Http404 from None
    response = _answer(request, product, found, many, is_helpful=is_helpful)
    keep_own(request, response, [slug])
    return response


def _answer(
    request: HttpRequest, product: ProductPage, found: ReviewView, many: int, *, is_helpful: bool
) -> HttpResponse:
    if asked_part(request) != "helpful":
        said = THANKS if is_helpful else TAKEN_BACK
        return see_other("product", product.slug, say=said, at=f"#review-{found.id}")
    context = {"product": product, "one": replace(found, helpful=many), "is_mine": is_helpful}
    return part(request, "helpful", context, is_private=True)
