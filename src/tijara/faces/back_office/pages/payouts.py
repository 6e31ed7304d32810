"""Who is owed what, and what was paid out."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.settlements.queries import all_payouts, payables
from tijara.domains.settlements.shapes import Payable
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number


@require_safe
@in_office
def payouts(request: HttpRequest, actor: Actor) -> HttpResponse:
    owed = payables(page=page_number(request))
    latest = all_payouts(size=10).items
    ids = {one.seller_id for one in owed.items} | {one.seller_id for one in latest}
    cards = stores(ids)
    context = {
        "page": owed,
        "rows": [(one, cards.get(one.seller_id)) for one in _owed_first(owed.items)],
        "latest": [(one, cards.get(one.seller_id)) for one in latest],
    }
    return office_page(request, "payouts", context | own_views(request, actor, "payouts"))


def _owed_first(listed: Sequence[Payable]) -> list[Payable]:
    """Of a page: whom one has to pay before those with whom all is even."""
    return sorted(listed, key=lambda one: one.amount.minor <= 0)
