"""What one payout paid, down to its orders; and the terms of the market's commission."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from tijara.domains.commissions.queries import commission_rules, named_rules
from tijara.domains.commissions.shapes import CommissionRule
from tijara.domains.markets.queries import commission_vat_bp
from tijara.domains.parties.queries import seller_terms
from tijara.domains.settlements.queries import payout_story, reserve_terms_of
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.words import MONEY_MOVES
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.ui.commission_words import percent, told_rules
from tijara.ui.directions import page_number
from tijara.ui.language import local


@require_safe
@at_desk
def payout_told(request: HttpRequest, desk: Desk, payout_id: UUID) -> HttpResponse:
    desk.must(Power.STORE_MANAGE)
    story = payout_story(desk.seller_id, payout_id, page=page_number(request))
    if story is None:
        raise Http404
    context = {
        "story": story,
        "rows": [(line, MONEY_MOVES.get(line.kind, line.kind)) for line in story.lines.items],
        "page": story.lines,
        "orders": local("/hub/orders/"),
    }
    return hub_page(request, desk, "payout", context)


@require_safe
@at_desk
def terms(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Which rules of the market can decide his sales, in their order."""
    desk.must(Power.STORE_MANAGE)
    rules = [one for one in commission_rules(desk.market.id) if _may_fit(one, desk.seller_id)]
    own_bp = seller_terms([desk.seller_id])[desk.seller_id].commission_bp
    kept = reserve_terms_of([desk.seller_id]).get(desk.seller_id)
    context = {
        "rules": told_rules(named_rules(rules), desk.market.currency),
        "is_own": own_bp is not None,
        "rate": percent(desk.market.commission_bp if own_bp is None else own_bp),
        "vat_rate": percent(commission_vat_bp(desk.market, localdate())),
        "reserve": kept,
        "reserve_rate": percent(kept.rate_bp) if kept else "",
        "reserve_fixed": Money(kept.fixed_minor, desk.market.currency) if kept else None,
    }
    return hub_page(request, desk, "terms", context)


def _may_fit(rule: CommissionRule, seller_id: UUID) -> bool:
    """A rule for another seller is nobody else's business."""
    return rule.terms.seller_id in (None, seller_id)
