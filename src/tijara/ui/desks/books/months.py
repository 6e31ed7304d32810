"""Months of a book: which are closed, closing the next, and opening the last again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tijara.kit.refusal import Invalid, Refusal
from tijara.ui.desks.books.front import frame
from tijara.ui.desks.books.keeping import Keeping
from tijara.ui.desks.spans import read_day
from tijara.ui.directions import see_other
from tijara.ui.refusal_texts import field_sentences, sentence_of


def books_months(request: HttpRequest, keeping: Keeping) -> HttpResponse:
    return _page(keeping)


def books_closing(request: HttpRequest, keeping: Keeping) -> HttpResponse:
    month = read_day(request.POST.get("month", ""))
    if month is None:
        return see_other(keeping.address("months"))

    def close() -> None:
        keeping.books.close_month(**keeping.owned, month=month)

    return _done(keeping, close, _("Closed. Its figures are frozen."))


def books_asking(request: HttpRequest, keeping: Keeping) -> HttpResponse:
    reason = request.POST.get("reason", "")[:1000]

    def ask() -> None:
        keeping.books.ask_reopening(**keeping.owned, close_id=_close(request), reason=reason)

    try:
        return _done(keeping, ask, _("Asked. Another person must agree."))
    except Invalid as refusal:
        return _page(keeping, reason, field_sentences(refusal.fields)["reason"])


def books_decision(request: HttpRequest, keeping: Keeping) -> HttpResponse:
    is_approved = request.POST.get("is") == "yes"

    def decide() -> None:
        keeping.books.decide_reopening(
            **keeping.owned, close_id=_close(request), is_approved=is_approved
        )

    return _done(keeping, decide, _("Open again.") if is_approved else _("It stays closed."))


def _page(keeping: Keeping, reason: str = "", fault: str = "") -> HttpResponse:
    """`reason`: why a month should be opened again, as far as it was typed."""
    closed = keeping.books.closes(keeping.key)
    standing = [one for one in closed if not one.is_open_again]
    context = {
        "closes": closed,
        "last": standing[0] if standing else None,
        "due": keeping.books.month_to_close(keeping.key),
        "me": keeping.seat.actor.person_id,
        "closing": keeping.address("months/closing"),
        "asking": keeping.address("months/asking"),
        "decision": keeping.address("months/decision"),
        "reason": reason,
        "fault": fault,
        **frame(keeping),
    }
    return keeping.seat.draw("ui/books/months.html", context, 422 if fault else 200)


def _close(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("close", ""))
    except ValueError:
        return UUID(int=0)


def _done(keeping: Keeping, act, said: str) -> HttpResponse:
    back = keeping.address("months")
    try:
        act()
    except Invalid:
        raise
    except Refusal as refusal:
        return see_other(back, sentence_of(refusal), "warn")
    return see_other(back, said)
