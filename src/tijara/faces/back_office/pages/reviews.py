"""Reviews that wait for staff, that were reported, and that were taken down."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.catalogue.queries import product_facts
from tijara.domains.reviews.actions import (
    NoSuchReview,
    ReasonMissing,
    show_review,
    take_down_review,
)
from tijara.domains.reviews.queries import counts_for_staff, reports_of, reviews_for_staff
from tijara.domains.reviews.shapes import ReviewReason, ReviewView
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.review_words import REASONS

PAGE = "/office/reviews"
VIEWS = {
    "waiting": pgettext_lazy("reviews", "Waiting"),
    "reported": pgettext_lazy("reviews", "Reported"),
    "hidden": pgettext_lazy("reviews", "Taken down"),
}
SHOWN = gettext_lazy("The review is shown.")
TAKEN_DOWN = gettext_lazy("The review is taken down, and counts no more.")
SAY_WHY = gettext_lazy("Choose why it is taken down; it stands until you do.")


@require_safe
@in_office
def reviews(request: HttpRequest, actor: Actor) -> HttpResponse:
    said = request.GET.get("view", "")
    view = said if said in VIEWS else "waiting"
    page = reviews_for_staff(view, page=page_number(request))
    goods = {one.id: one for one in product_facts({one.product_id for one in page.items})}
    cards = stores({one.seller_id for one in page.items})
    counts = counts_for_staff()
    context = {
        "page": page,
        "view": view,
        "rows": [
            (one, goods.get(one.product_id), cards.get(one.seller_id), _said(one))
            for one in page.items
        ],
        "reasons": REASONS.items(),
        "tabs": [
            {
                "text": name,
                "count": counts.get(each, ""),
                "href": f"{local(PAGE)}?view={each}",
                "current": each == view,
            }
            for each, name in VIEWS.items()
        ],
    }
    return office_page(request, "reviews", context)


@require_POST
@in_office
def review_decision(
    request: HttpRequest, actor: Actor, seller_id: UUID, review_id: UUID
) -> HttpResponse:
    """`act` is "show" or "hide"; back to the list that it was decided on."""
    said = request.POST.get("view", "")
    back = f"{local(PAGE)}?view={said if said in VIEWS else 'waiting'}"
    which = {"actor": actor, "seller_id": seller_id, "review_id": review_id}
    try:
        if request.POST.get("act") == "show":
            show_review(**which)
            return see_other(back, SHOWN)
        take_down_review(**which, reason=request.POST.get("reason", ""))
    except ReasonMissing:
        return see_other(back, SAY_WHY, "warn")
    except NoSuchReview as refusal:
        return see_other(back, sentence_of(refusal), "warn")
    return see_other(back, TAKEN_DOWN)


def _said(one: ReviewView) -> list[tuple[str, str]]:
    """(what is wrong with it, in whose words) of each report; why it was taken down."""
    if one.reason in list(ReviewReason):
        return [(str(REASONS[ReviewReason(one.reason)]), "")]
    if not one.reports:
        return []
    told = reports_of(one.seller_id, one.id)
    return [(str(REASONS[each.reason]), each.words) for each in told] or [(_("Reported"), "")]
