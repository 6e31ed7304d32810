"""A desk is busy: the page says when it is tried again, and sends the form again by itself.

What was typed stands in the page, so nothing is typed twice. The form goes with the key that it
had, so whatever it asks for happens once.
"""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from tijara.platform.merging.desk import DeskBusy
from tijara.ui.refusal_texts import sentence_of, title_of
from tijara.ui.typed import whole_number

TRIES = "busy-tries"
SOONEST = 2
LATEST = 30


def busy_page(request: HttpRequest, refusal: DeskBusy, *, is_for_program: bool) -> HttpResponse:
    """503 with `Retry-After`. Each time in a row it waits twice as long, up to half a minute."""
    tries = min(whole_number(request.POST.get(TRIES, "")) or 0, 10)
    asked = int(str(refusal.facts.get("seconds", SOONEST)))
    seconds = max(asked, min(SOONEST * 2**tries, LATEST))
    facts = {"code": refusal.code, "title": title_of(refusal), "detail": sentence_of(refusal)}
    status = HTTPStatus.SERVICE_UNAVAILABLE
    if is_for_program:
        response: HttpResponse = JsonResponse(
            {**facts, "status": int(status), "retry_after": seconds}, status=status
        )
    else:
        told = {"seconds": seconds, "fields": _fields(request), "tries": tries + 1}
        response = render(request, "ui/busy.html", told, status=status)
    response["Retry-After"] = str(seconds)
    response["Cache-Control"] = "no-store"
    return response


def _fields(request: HttpRequest) -> list[tuple[str, str]]:
    """All that the form said. A form with files in it can only be sent again by hand."""
    if request.FILES:
        return []
    said = request.POST.lists()
    return [(name, value) for name, values in said for value in values if name != TRIES]
