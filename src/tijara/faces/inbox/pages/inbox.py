"""Everything that the demonstration market has written to anyone. Not there in a real market."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from tijara.domains.messaging.queries import inbox_letter, recent_messages
from tijara.domains.messaging.shapes import Means

LATEST = 60
MEANS = {Means.EMAIL: _("E-mail"), Means.SMS: _("Text message"), Means.WHATSAPP: _("WhatsApp")}
POLICY = settings.SECURE_CSP | {"frame-src": [CSP.SELF]}
"""The letter's sheet is shown in a frame of our own."""


@never_cache
@csp_override(POLICY)
@require_safe
def inbox(request: HttpRequest, message_id: UUID | None = None) -> HttpResponse:
    if not settings.DEMONSTRATION:
        raise Http404
    letters = recent_messages(LATEST)
    letter = inbox_letter(message_id) if message_id else None
    if message_id and letter is None:
        raise Http404
    shown = letter or (letters[0] if letters else None)
    context = {
        "letters": [(one, MEANS[one.means]) for one in letters],
        "letter": shown,
        "by": MEANS[shown.means] if shown else "",
        "is_open": letter is not None,
        "latest": LATEST,
    }
    return render(request, "inbox/inbox.html", context)
