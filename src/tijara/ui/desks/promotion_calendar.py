"""What runs when: twelve weeks of promotions as bars, in the reading direction. The days of each
stand beside its bar in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.safestring import SafeString

from tijara.domains.promotions.shapes import Promotion
from tijara.ui.desks.promotion_words import state_of
from tijara.ui.language import is_rtl

WEEKS, BEFORE, STEP = 12, 2, 6
"""How many are shown, how many of them lie behind at first, and how far one press leads."""
DAYS = WEEKS * 7
HIGH, WIDE = 10, 840
SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Row:
    told: Promotion
    name: Promise
    tone: str
    last_day: datetime | None
    bar: SafeString
    is_markets: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """`weeks` are their first days; `earlier` and `later` where one press leads."""

    rows: list[Row]
    weeks: list[date]
    earlier: str
    later: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class Span:
    first: date
    zone: ZoneInfo

    @property
    def since(self) -> datetime:
        return datetime.combine(self.first, time(), self.zone)

    @property
    def until(self) -> datetime:
        return self.since + timedelta(days=DAYS)

    def share(self, moment: datetime) -> float:
        """Where on the width it lies; outside it the nearer edge."""
        passed = (moment - self.since) / (self.until - self.since)
        return min(max(passed, 0.0), 1.0) * WIDE


def span_of(said: str, today: date, zone: ZoneInfo) -> Span:
    """From the week that was asked for; at first from two weeks ago. Weeks begin on Sunday."""
    try:
        first = date.fromisoformat(said)
        first = first if abs((first - today).days) < 3650 else today - timedelta(weeks=BEFORE)
    except ValueError:
        first = today - timedelta(weeks=BEFORE)
    return Span(first - timedelta(days=(first.weekday() - SUNDAY) % 7), zone)


def calendar_of(span: Span, promotions: Iterable[Promotion], moment: datetime) -> Calendar:
    by = timedelta(weeks=STEP)
    return Calendar(
        [_row(span, one, moment) for one in promotions],
        [span.first + timedelta(weeks=week) for week in range(WEEKS)],
        (span.first - by).isoformat(),
        (span.first + by).isoformat(),
        span.since <= moment < span.until,
    )


def _row(span: Span, told: Promotion, moment: datetime) -> Row:
    name, tone = state_of(told, moment)
    last = told.ends_at - timedelta(seconds=1) if told.ends_at else None
    return Row(told, name, tone, last, _bar(span, told, tone, moment), told.is_markets)


def _bar(span: Span, told: Promotion, tone: str, moment: datetime) -> SafeString:
    start, end = span.share(told.starts_at), span.share(told.ends_at or span.until)
    wide = max(end - start, 4.0)
    start = min(start, WIDE - wide)
    weeks = "".join(
        f'<path class="week" d="M{WIDE * week / WEEKS:g} 0V{HIGH}"/>' for week in range(1, WEEKS)
    )
    today = span.share(moment)
    is_seen = span.since <= moment < span.until
    now = f'<path class="today" d="M{_from_start(today):.1f} 0V{HIGH}"/>' if is_seen else ""
    left = WIDE - start - wide if is_rtl() else start
    return SafeString(
        f'<svg class="run" viewBox="0 0 {WIDE} {HIGH}" preserveAspectRatio="none" '
        f'aria-hidden="true">{weeks}<rect class="{tone or "over"}" x="{left:.1f}" y="2" '
        f'width="{wide:.1f}" height="6"/>{now}</svg>'
    )


def _from_start(x: float) -> float:
    return WIDE - x if is_rtl() else x
