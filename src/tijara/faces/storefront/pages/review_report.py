"""Tell the market's staff that a review should not stand there."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from tijara.domains.catalogue.queries import product_page
from tijara.domains.reviews.actions import NoSuchReview, ReportInvalid, report_review
from tijara.domains.reviews.queries import review
from tijara.domains.reviews.shapes import LONGEST_REPORT, ReviewState
from tijara.faces.storefront.buyers import as_actor, known_buyer
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.pace import REPORTING, pace_of_network
from tijara.kit.ids import new_id
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.review_words import REASONS

THANKS = _("Thank you. Our staff read the review, and take it down if you are right.")


@require_http_methods(["GET", "HEAD", "POST"])
def review_report(
    request: HttpRequest, slug: str, seller_id: UUID, review_id: UUID
) -> HttpResponse:
    """By anyone; a guest needs no name and gets no cookie for it."""
    product, found = product_page(slug), review(seller_id, review_id)
    if product is None or found is None or found.product_id != product.id:
        raise Http404
    if found.state is not ReviewState.SHOWN:
        raise Http404
    typed = {name: request.POST.get(name, "") for name in ("reason", "words")}
    wrong: dict[str, str] = {}
    if request.method == "POST":
        pace_of_network(REPORTING, request)
        buyer_id = known_buyer(request) or new_id()
        try:
            report_review(
                actor=as_actor(buyer_id),
                buyer_id=buyer_id,
                seller_id=seller_id,
                review_id=review_id,
                **typed,
            )
        except ReportInvalid as refusal:
            wrong = field_sentences(refusal.fields)
            wrong |= {"reason": sentence_of(refusal)} if "reason" in wrong else {}
        except NoSuchReview:
            raise Http404 from None
        else:
            return see_other("product", slug, say=THANKS, at="#reviews")
    context = {
        "product": product,
        "review": found,
        "reasons": REASONS.items(),
        "longest": LONGEST_REPORT,
        "typed": typed,
        "wrong": wrong,
    }
    return page(request, "review_report", context, status=422 if wrong else 200, is_private=True)
