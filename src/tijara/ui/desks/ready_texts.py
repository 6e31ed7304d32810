"""Texts that are ready for what people at a desk write again and again: ours to begin with, and
those that they have kept. One is chosen, its blanks are filled in, it is changed where it must be,
and sent as their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tijara.kit.actor import ActorKind
from tijara.kit.refusal import Refusal
from tijara.platform.desks.actions import TextInvalid, TooManyTexts, drop_text, keep_text
from tijara.platform.desks.queries import kept_texts
from tijara.platform.desks.shapes import KeptText
from tijara.ui.desks.blanks import emptied, filled, listed
from tijara.ui.desks.seat import Seat
from tijara.ui.directions import see_other
from tijara.ui.refusal_texts import field_sentences, sentence_of

CHOSEN, KEEP = "ready", "keep"
"""The fields of a form that offers them."""


@dataclass(frozen=True, slots=True)
class Act:
    """What is being written, and what is ready for it without anybody having kept anything."""

    title: Promise
    texts: tuple[Promise, ...] = ()
    blanks: tuple[str, ...] = ("buyer", "order")
    """What is known where it is written (`blanks.py`)."""


RETURN, QUESTION, UPHOLDING = "rejection", "question", "upholding"
ANSWER, DECISION, APPLICATION = "dispute_answer", "dispute_decision", "application_rejection"
OF_RETURN = ("buyer", "order", "return")
OF_STORE: dict[str, Act] = {
    RETURN: Act(
        gettext_lazy("Rejecting a return"),
        (
            gettext_lazy("The goods show signs of use, so we can’t take them back as new."),
            gettext_lazy("The seal is broken. For hygiene such goods can’t be sold again."),
            gettext_lazy("The days for sending it back were over when you asked."),
            gettext_lazy("It was made to your order, as the product’s page says."),
        ),
        OF_RETURN,
    ),
    QUESTION: Act(
        gettext_lazy("Asking about a return"),
        (
            gettext_lazy("Please send us a picture that shows the fault."),
            gettext_lazy("Is everything that came in the box still there?"),
        ),
        OF_RETURN,
    ),
    ANSWER: Act(
        gettext_lazy("Answering a complaint"),
        (
            gettext_lazy("We looked at the parcel before it left: it was whole and complete."),
            gettext_lazy("We are sorry. We suggest sending you a new piece at our expense."),
            gettext_lazy("The carrier’s proof of delivery shows your signature."),
        ),
    ),
}
OF_STAFF: dict[str, Act] = {
    UPHOLDING: Act(
        gettext_lazy("Letting a rejection stand"),
        (
            gettext_lazy("The pictures show that the goods were used."),
            gettext_lazy("The product’s page said before the order that it can’t be returned."),
        ),
        OF_RETURN,
    ),
    DECISION: Act(
        gettext_lazy("Deciding a complaint"),
        (
            gettext_lazy("The pictures show a fault that was there when it was delivered."),
            gettext_lazy("The store has shown that it was delivered as it was described."),
            gettext_lazy("Both have a point, so what is held is parted between them."),
        ),
    ),
    APPLICATION: Act(
        gettext_lazy("Turning an application down"),
        (
            gettext_lazy("The commercial register number can’t be found. Please check it."),
            gettext_lazy("The name differs from that in the commercial register."),
            gettext_lazy("These goods can’t be sold in this market."),
        ),
        ("store",),
    ),
}


@dataclass(frozen=True, slots=True)
class Ready:
    """What a form offers: `page` is where the kept ones are looked after."""

    texts: tuple[str, ...]
    page: str


def acts_of(seat: Seat) -> Mapping[str, Act]:
    return OF_STAFF if seat.actor.kind is ActorKind.STAFF else OF_STORE


def ready_for(seat: Seat, *acts: str, blanks: Mapping[str, str] | None = None) -> dict[str, Ready]:
    """By act: what was kept at this desk first, with its `blanks` filled. One statement."""
    known, kept = acts_of(seat), kept_texts(seat.actor, *acts)
    return {
        act: Ready(
            (
                *(filled(one.text, blanks or {}) for one in kept if one.of_act == act),
                *(str(text) for text in known[act].texts),
            ),
            f"{seat.address('texts')}#{act}",
        )
        for act in acts
        if act in known
    }


def written(post: Mapping[str, str], name: str = "words") -> str:
    """What was written; nothing: the text that was chosen."""
    typed = post.get(name, "")
    return typed if typed.strip() else post.get(CHOSEN, "")


def keep_if_asked(
    seat: Seat,
    post: Mapping[str, str],
    act: str,
    text: str,
    blanks: Mapping[str, str] | None = None,
) -> None:
    """After the act was done: that thirty are kept already spoils nothing. What stood in a blank
    is a blank again."""
    known = acts_of(seat).get(act)
    if KEEP not in post or known is None or text in map(str, known.texts):
        return
    try:
        keep_text(actor=seat.actor, of_act=act, text=emptied(text, blanks or {}))
    except (TextInvalid, TooManyTexts):
        return


def texts(request: HttpRequest, seat: Seat) -> HttpResponse:
    if request.method != "POST":
        return _page(seat)
    act, text = request.POST.get("act", ""), request.POST.get("text", "")
    if act not in acts_of(seat):
        return _page(seat)
    try:
        keep_text(actor=seat.actor, of_act=act, text=text)
    except TextInvalid as refused:
        return _page(seat, act=act, typed=text, wrong=str(field_sentences(refused.fields)["text"]))
    except Refusal as refused:
        return see_other(f"{seat.address('texts')}#{act}", sentence_of(refused), "warn")
    return see_other(f"{seat.address('texts')}#{act}", _("Kept. It is offered from now on."))


def text_removal(request: HttpRequest, seat: Seat, text_id: UUID) -> HttpResponse:
    if not any(one.id == text_id for one in kept_texts(seat.actor, *acts_of(seat))):
        raise Http404
    drop_text(actor=seat.actor, text_id=text_id)
    return see_other(seat.address("texts"), _("Removed."))


def _page(seat: Seat, *, act: str = "", typed: str = "", wrong: str = "") -> HttpResponse:
    known = acts_of(seat)
    kept = kept_texts(seat.actor, *known)
    context = {
        "here": seat.address("texts"),
        "acts": [(name, one, _of(kept, name), listed(one.blanks)) for name, one in known.items()],
        "chosen": act,
        "typed": typed,
        "wrong": wrong,
    }
    return seat.draw("ui/desks/texts.html", context, 422 if wrong else 200)


def _of(kept: list[KeptText], act: str) -> list[KeptText]:
    return [one for one in kept if one.of_act == act]
