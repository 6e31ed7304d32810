"""Tell the market's staff that something is wrong with a product."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from tijara.domains.cases.actions import NothingToReport, ReportInvalid, report_product
from tijara.domains.cases.shapes import ReportReason
from tijara.domains.catalogue.queries import product_page
from tijara.faces.storefront.buyers import as_actor, known_buyer
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.here import here
from tijara.faces.storefront.pace import REPORTING, pace_of_network
from tijara.kit.ids import new_id
from tijara.ui.refusal_texts import field_sentences, sentence_of

THANKS = _("Thank you. Our staff look at it within three days.")
REASONS: dict[ReportReason, tuple[Promise, Promise]] = {
    ReportReason.COUNTERFEIT: (_("It is an imitation"), _("It wears a brand that is not its own.")),
    ReportReason.FORBIDDEN: (_("It may not be sold"), _("The law or the market forbids it.")),
    ReportReason.MISLEADING: (
        _("It is not what it says"),
        _("Its words, pictures or price mislead."),
    ),
    ReportReason.UNSAFE: (_("It is dangerous"), _("It can hurt who uses it.")),
    ReportReason.OFFENSIVE: (_("It offends"), _("Its words or pictures insult or shock.")),
    ReportReason.OTHER: (_("Something else"), _("Tell us below.")),
}


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """By anyone; a guest needs no name and gets no cookie for it."""
    product = product_page(slug)
    if product is None:
        raise Http404
    typed = {name: request.POST.get(name, "") for name in ("reason", "words")}
    wrong: dict[str, str] = {}
    if request.method == "POST":
        pace_of_network(REPORTING, request)
        buyer_id = known_buyer(request) or new_id()
        try:
            report_product(
                actor=as_actor(buyer_id),
                buyer_id=buyer_id,
                market_id=here().id,
                product_id=product.id,
                **typed,
            )
        except ReportInvalid as refusal:
            wrong = field_sentences(refusal.fields)
            wrong |= {"reason": sentence_of(refusal)} if "reason" in wrong else {}
        except NothingToReport:
            raise Http404 from None
        else:
            return see_other("product", slug, say=THANKS)
    context = {"product": product, "reasons": REASONS.items(), "typed": typed, "wrong": wrong}
    return page(request, "report", context, status=422 if wrong else 200, is_private=True)
