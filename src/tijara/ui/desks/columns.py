"""Which columns of a list a person sees, and in which order: of a view that he named, or the choice
that his browser keeps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse

SECONDS = 400 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Columns:
    """`names` in their first order, with their words; `at_first` are seen by who has chosen
    nothing. `always` can be moved, not left out; `still` can be left out, not moved; `numbers` are
    aligned as such."""

    names: Mapping[str, object]
    at_first: frozenset[str]
    always: frozenset[str] = frozenset()
    still: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()

    def heads(self, shown: Iterable[str]) -> list[tuple[str, object, bool]]:
        """(name, words, is it a number) of what a table's head says."""
        return [(name, self.names[name], name in self.numbers) for name in shown]

    def seen_at_first(self) -> tuple[str, ...]:
        return tuple(name for name in self.names if name in self.at_first | self.always)

    def arranged(self, wanted: Iterable[str]) -> tuple[str, ...]:
        """What was chosen, as far as there is such a column. One that is always seen and was not
        named stands behind the one that it follows at first."""
        found = [name for name in dict.fromkeys(wanted) if name in self.names]
        order = list(self.names)
        for name in order:
            if name in self.always and name not in found:
                before = order[: order.index(name)]
                places = [found.index(one) for one in before if one in found]
                found.insert(max(places, default=-1) + 1, name)
        first = [name for name in order if name in found and name in self.still]
        return (*first, *(name for name in found if name not in self.still))


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the form that chooses columns."""

    name: str
    text: object
    is_shown: bool
    is_fixed: bool
    may_go_up: bool
    may_go_down: bool


def cookie_of(table: str) -> str:
    return f"columns_{table}"


def chosen_columns(request: HttpRequest, table: str, columns: Columns) -> tuple[str, ...]:
    """Nothing chosen yet: those that most people need."""
    said = request.COOKIES.get(cookie_of(table))
    return columns.seen_at_first() if said is None else columns.arranged(said.split("-"))


def choices(columns: Columns, shown: tuple[str, ...]) -> list[Choice]:
    """What is shown in its order, then the rest."""
    moved = [name for name in shown if name not in columns.still]
    rest = [name for name in columns.names if name not in shown]
    return [
        Choice(
            name,
            columns.names[name],
            name in shown,
            name in columns.always,
            name in moved[1:],
            name in moved[:-1],
        )
        for name in (*shown, *rest)
    ]


def read_columns(request: HttpRequest, columns: Columns) -> tuple[str, ...]:
    """What the form says: the ticked ones in the order in which they stood, one of them moved."""
    ticked = {*request.POST.getlist("column"), *columns.always}
    stood = [*request.POST.getlist("stood"), *columns.names]
    shown = list(columns.arranged(name for name in stood if name in ticked))
    for press, step in (("up", -1), ("down", 1)):
        name = request.POST.get(press, "")
        if name in shown:
            at = shown.index(name)
            shown.insert(max(at + step, 0), shown.pop(at))
    return columns.arranged(shown)


def moved_column(request: HttpRequest) -> str:
    return request.POST.get("up", "") or request.POST.get("down", "")


def keep_columns(response: HttpResponse, table: str, shown: Iterable[str]) -> HttpResponse:
    response.set_cookie(
        cookie_of(table),
        "-".join(shown),
        max_age=SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response
