"""One's own account: where one may go, and how to leave."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tijara.domains.accounts.queries import account
from tijara.domains.parties.queries import sellers_of
from tijara.domains.stores.queries import stores
from tijara.faces.account.landing import HOME, SELLER
from tijara.ui.directions import to_sign_in


@never_cache
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return to_sign_in(request, HOME)
    mine = sellers_of(request.user.pk)
    cards = stores(mine)
    context = {
        "person": account(request.user.pk),
        "places": [cards[seller_id] for seller_id in mine if seller_id in cards],
        "chosen": request.session.get(SELLER, ""),
        "shows_inbox": settings.DEMONSTRATION,
    }
    return render(request, "account/home.html", context)
