"""A letter's HTML as a mail programme would show it: by itself, with nothing that could run."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.csp import CSP
from django.views.decorators.cache import never_cache
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from tijara.domains.messaging.queries import inbox_letter

POLICY = {
    "default-src": [CSP.NONE],
    "style-src": [CSP.UNSAFE_INLINE],
    "img-src": [settings.PUBLIC_ADDRESS],
    "frame-ancestors": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.NONE],
    "sandbox": "allow-popups allow-top-navigation-by-user-activation",
}
"""Letters carry their styles in their lines, as mail programmes want it, and show the market's
logo. Nothing runs."""


@never_cache
@csp_override(POLICY)
@require_safe
def sheet(request: HttpRequest, message_id: UUID) -> HttpResponse:
    letter = inbox_letter(message_id) if settings.DEMONSTRATION else None
    if letter is None or not letter.html:
        raise Http404
    return HttpResponse(letter.html.replace("<head>", '<head><base target="_top">', 1))
