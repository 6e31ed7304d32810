"""What people ask for: to suggest it, to see it at the office, to know it as a seller."""

from dataclasses import dataclass
from datetime import timedelta
from math import exp
from uuid import UUID

from django.db.models import Q, QuerySet

from tijara.domains.catalogue.queries import categories
from tijara.kit.arabic import Names, likeness, spelled, ways_to_begin
from tijara.kit.clock import now
from tijara.kit.page import Page
from tijara.kit.recent import RecentOf

from ..models import Document, Wording
from ..rules import FADES_DAYS, holds_phrase, phrase
from ..shapes import FEWEST_PEOPLE, WordingView

MOST_SUGGESTED_FROM = 3000
"""The hottest of a market and language are kept in the process."""
KEPT_SECONDS = 60
ALIKE = 0.75
SHORTEST_ALIKE = 4
MOST_OPPORTUNITIES = 40
MOST_BLOCKED = 500
TOLD_DAYS = 90


@dataclass(frozen=True, slots=True)
class _Known:
    said: str
    text: str
    spelled: str
    """As it was typed and as its terms are; see `kit.arabic.spelled`."""

    def begins(self, typed: tuple[str, ...]) -> bool:
        """Whether all of it begins so, and not only a word of it."""
        return any(f"|{form}" in f"|{self.spelled}" for form in typed)


@dataclass(frozen=True, slots=True)
class _Asked:
    each: list[_Known]
    names: Names[_Known]


def suggested_words(
    market_id: UUID, language: str, typed: str, limit: int = 4, *, meant: str = ""
) -> list[str]:
    """What several others have asked for and found that begins so, or of which a word does: the
    hottest first. Where there is none, what would have been typed on another keyboard, or begins
    with what was `meant`. No statement, but once a minute."""
    known = _known.get([(market_id, language)])[market_id, language]
    told, way = known.names.begun(ways_to_begin(typed, meant))
    told.sort(key=lambda one: not one.begins(way))
    return list(dict.fromkeys(one.said for one in told))[:limit]


def alike_words(market_id: UUID, language: str, typed: str) -> str:
    """What others have asked for and found that is written nearly so: did he mean that?"""
    asked = phrase(typed)
    if len(asked) < SHORTEST_ALIKE:
        return ""
    best, most = "", ALIKE
    for one in _known.get([(market_id, language)])[market_id, language].each:
        if abs(len(one.text) - len(asked)) <= 2 and one.text != asked:
            like = likeness(asked.replace(" ", ""), one.text.replace(" ", ""))
            if like > most:
                best, most = one.said, like
    return best


def wordings(
    market_id: UUID, *, is_blocked: bool = False, page: int = 1, size: int = 25
) -> Page[WordingView]:
    """What staff see: the hottest first, from few people on too."""
    rows = Wording.objects.filter(market_id=market_id, is_blocked=is_blocked)
    rows = rows.filter(people__gte=FEWEST_PEOPLE).order_by("-heat", "text")
    start = (max(page, 1) - 1) * size
    found = [_view(row) for row in rows[start : start + size + 1]]
    return Page(found[:size], max(page, 1), size, has_next=len(found) > size, total=rows.count())


def wanted_words(
    market_id: UUID, seller_id: UUID, *, page: int = 1, size: int = 30
) -> Page[WordingView]:
    """What people ask for in the departments in which this seller has goods."""
    mine = departments_of(seller_id)
    rows = _told(market_id).filter(departments__overlap=mine) if mine else Wording.objects.none()
    rows = rows.filter(found__gt=0).order_by("-heat", "text")
    start = (max(page, 1) - 1) * size
    found = [_view(row, seller_id) for row in rows[start : start + size + 1]]
    return Page(found[:size], max(page, 1), size, has_next=len(found) > size, total=rows.count())


def unmet_words(market_id: UUID) -> list[WordingView]:
    """What several people have asked for and nobody sells here."""
    rows = _told(market_id).filter(found=0).order_by("-heat", "text")
    return [_view(row) for row in rows[:MOST_OPPORTUNITIES]]


def departments_of(seller_id: UUID) -> list[str]:
    """Where the seller's goods stand."""
    rows = Document.objects.filter(sellers__contains=[seller_id])
    return sorted(set(rows.values_list("category_path", flat=True).distinct()))


def forget_wordings_kept() -> None:
    _known.forget()


def _told(market_id: UUID) -> QuerySet[Wording]:
    """What may be told to others: asked for by several, and not blocked, nor with something in it
    that is. A word that is blocked in one language is in all."""
    since = now() - timedelta(days=TOLD_DAYS)
    rows = Wording.objects.filter(
        market_id=market_id, people__gte=FEWEST_PEOPLE, is_blocked=False, last_at__gte=since
    )
    for text in _blocked(market_id):
        rows = rows.exclude(
            Q(text=text)
            | Q(text__startswith=f"{text} ")
            | Q(text__endswith=f" {text}")
            | Q(text__contains=f" {text} ")
        )
    return rows


def _blocked(market_id: UUID) -> list[str]:
    rows = Wording.objects.filter(market_id=market_id, is_blocked=True).order_by("-heat")
    return list(dict.fromkeys(rows.values_list("text", flat=True)[:MOST_BLOCKED]))


def _view(row: Wording, seller_id: UUID | None = None) -> WordingView:
    age = max((now() - row.last_at).total_seconds() / 86400, 0)
    known = {node.path for node in categories()}
    return WordingView(
        row.text,
        row.said,
        row.language,
        max(round(row.heat * exp(-age / FADES_DAYS)), 1),
        row.found,
        row.is_blocked,
        tuple(path for path in row.departments if path in known),
        seller_id in row.sellers,
    )


def _load(keys: set[tuple[UUID, str]]) -> dict[tuple[UUID, str], _Asked]:
    return {key: _of_language(*key) for key in keys}


def _of_language(market_id: UUID, language: str) -> _Asked:
    blocked = _blocked(market_id)
    rows = Wording.objects.filter(
        Q(found__gt=0),
        market_id=market_id,
        language=language,
        people__gte=FEWEST_PEOPLE,
        is_blocked=False,
    ).order_by("-heat")
    told = [
        _Known(said, text, spelled(said))
        for said, text in rows.values_list("said", "text")[:MOST_SUGGESTED_FROM]
        if not any(holds_phrase(text, one) for one in blocked)
    ]
    return _Asked(told, Names((one.spelled, one) for one in told))


_known: RecentOf[tuple[UUID, str], _Asked] = RecentOf(_load, seconds=KEPT_SECONDS, most=60)
