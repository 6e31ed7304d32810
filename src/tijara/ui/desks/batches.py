"""One act on many things of a list: each by itself, so that one that fails never fails another, and
told one by one where not all could be done."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import NotAllowed
from tijara.ui.desks.seat import Seat
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.refusal_texts import field_sentence, sentence_of

MOST = 200
"""At once."""
LONGEST_TYPED = 80


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one: `why` it was left as it is, or nothing where the act was done."""

    name: str
    href: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Where its list is, what the page of answers is called, what is said where nothing was chosen,
    and where all of a number was done."""

    back: str
    title: str
    none: str
    done: Callable[[int], str]


def ticked(request: HttpRequest, name: str = "pick") -> list[str]:
    """Each once, in the order of the list."""
    return list(dict.fromkeys(request.POST.getlist(name)[:MOST]))


def ticked_ids(request: HttpRequest) -> list[UUID]:
    return [one for one in map(read_id, ticked(request)) if one]


def filled(request: HttpRequest, prefix: str) -> dict[str, str]:
    """What was typed beside each thing, by what follows the prefix in its field's name; fields that
    were left empty are not meant. One press beside a thing (`only`) means that one alone."""
    only = request.POST.get("only")
    typed = {
        name.removeprefix(prefix): said.strip()[:LONGEST_TYPED]
        for name, said in request.POST.items()
        if name.startswith(prefix)
    }
    if only is not None:
        return {only: typed.get(only, "")}
    return dict([(key, said) for key, said in typed.items() if said][:MOST])


def read_pair(text: str) -> tuple[UUID, UUID] | None:
    """(owner, id) of "owner.id"."""
    first, _dot, second = text.partition(".")
    owner, own = read_id(first), read_id(second)
    return (owner, own) if owner and own else None


def act_on_each[T](
    things: Iterable[T], act: Callable[[T], object], called: Callable[[T], tuple[str, str]]
) -> list[Answer]:
    """`called` says a thing's name and address. Who may not act at all is told so, once."""
    answers = []
    for thing in things:
        why = ""
        try:
            act(thing)
        except NotAllowed:
            raise
        except Refusal as refusal:
            why = _why(refusal)
        answers.append(Answer(*called(thing), why))
    return answers


def answered(
    request: HttpRequest, seat: Seat, batch: Batch, answers: Sequence[Answer]
) -> HttpResponse:
    """Back to the list where all was done; else the page that says of each what became of it."""
    if not answers:
        return see_other(batch.back, batch.none, "warn")
    left = [one for one in answers if one.why]
    done = [one for one in answers if not one.why]
    if not left:
        return see_other(batch.back, batch.done(len(done)))
    context = {
        "batch": batch,
        "said": batch.done(len(done)) if done else "",
        "left": left,
        "done": done,
    }
    return seat.draw("ui/desks/answers.html", context, 200)


def _why(refusal: Refusal) -> str:
    if isinstance(refusal, Invalid) and refusal.fields:
        return field_sentence(next(iter(refusal.fields.values())))
    return sentence_of(refusal) or _("Nothing was changed.")
