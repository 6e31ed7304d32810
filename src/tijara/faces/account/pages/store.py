"""Choose the store to work in, for people of several."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from tijara.domains.parties.queries import sellers_of
from tijara.faces.account.landing import HOME, SELLER
from tijara.ui.directions import see_other, to_sign_in
from tijara.ui.language import local


@never_cache
@require_POST
def store(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return to_sign_in(request, HOME)
    wanted = request.POST.get("seller_id", "")
    if wanted not in {str(seller_id) for seller_id in sellers_of(request.user.pk)}:
        raise Http404
    request.session[SELLER] = wanted
    return see_other(local("/hub/"))
