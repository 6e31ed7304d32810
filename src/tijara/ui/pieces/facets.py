"""One facet of a filter: its values to tick, each with how many there are; a long list folds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tijara.ui.language import is_rtl
from tijara.ui.pieces.escaping import escape
from tijara.ui.pieces.words import grouped, named

BARS_WIDTH, BARS_HEIGHT, FEWEST_BARS = 240, 56, 3
SHOWN = 8
"""The rest stands behind “more”."""


@dataclass(frozen=True, slots=True)
class FacetLine:
    value: str
    label: str
    count: int
    is_picked: bool


def facet(
    name: str,
    title: object,
    lines: Sequence[FacetLine],
    is_open: bool = True,
    tail: str = "",
    head: str = "",
) -> SafeString:
    """`head` and `tail`: markup of ours above and below the values."""
    first, rest = list(lines[:SHOWN]), list(lines[SHOWN:])
    more = ""
    if rest:
        opened = " open" if any(line.is_picked for line in rest) else ""
        said = escape(_("%(count)s more") % {"count": len(rest)})
        more = f'<details class="more"{opened}><summary>{said}</summary>{_ticks(name, rest)}'
        more += "</details>"
    return SafeString(
        f'<details class="facet"{" open" if is_open else ""}><summary>{escape(title)}</summary>'
        f"{head}"
        f'<div role="group" aria-label="{escape(title)}">{_ticks(name, first)}{more}</div>'
        f"{tail}</details>"
    )


def facet_range(low: object, high: object) -> SafeString:
    """Two ends that a visitor may type: "from" and "to"."""
    ends = (("from", _("From"), low), ("to", _("To"), high))
    fields = "".join(
        f'<div class="field grow"><label for="f-{name}" class="xs">{escape(label)}</label>'
        f'<input class="input small" id="f-{name}" name="{name}" inputmode="numeric" dir="ltr" '
        f'maxlength="9" value="{escape(value or "")}"></div>'
        for name, label, value in ends
    )
    return SafeString(f'<div class="row tight g2 py-3">{fields}</div>')


def facet_area(places: Iterable[Any], chosen: str) -> SafeString:
    """Where it is to arrive: each place has a code and names in every language. Nothing where there
    is no place to choose."""
    options = "".join(
        f'<option value="{escape(place.code)}"{" selected" if place.code == chosen else ""}>'
        f"{escape(named(place))}</option>"
        for place in places
    )
    if not options:
        return SafeString("")
    return SafeString(
        f'<div class="field py-3"><label for="f-area" class="xs">{escape(_("Where to"))}</label>'
        f'<select class="input small" id="f-area" name="area"><option value="">'
        f"{escape(_('Anywhere'))}</option>{options}</select></div>"
    )


@dataclass(frozen=True, slots=True)
class Bar:
    count: int
    is_picked: bool


def facet_bars(bars: Sequence[Bar]) -> SafeString:
    """How many things cost how much, from the lowest price on, in the reading direction. A picture
    of what the ticks beside it say in words."""
    if len(bars) < FEWEST_BARS:
        return SafeString("")
    most = max(bar.count for bar in bars) or 1
    width = BARS_WIDTH / len(bars)
    drawn = []
    for place, bar in enumerate(bars):
        height = max(round(BARS_HEIGHT * bar.count / most, 1), 1.5) if bar.count else 0.5
        at = BARS_WIDTH - (place + 1) * width if is_rtl() else place * width
        picked = ' class="picked"' if bar.is_picked else ""
        drawn.append(
            f'<rect{picked} x="{at + 1:.1f}" y="{BARS_HEIGHT - height:.1f}" '
            f'width="{max(width - 2, 1):.1f}" height="{height:.1f}" rx="1.5"/>'
        )
    return SafeString(
        f'<svg class="price-bars" viewBox="0 0 {BARS_WIDTH} {BARS_HEIGHT}" '
        f'preserveAspectRatio="none" aria-hidden="true">{"".join(drawn)}</svg>'
    )


def facet_switch(line: FacetLine, name: str) -> SafeString:
    """A facet of one value: on or off."""
    return SafeString(f'<div class="facet-switch">{_ticks(name, [line])}</div>')


def _ticks(name: str, lines: Iterable[FacetLine]) -> str:
    return "".join(
        f'<label class="check"><input type="checkbox" name="{escape(name)}"'
        f' value="{escape(line.value)}"{" checked" if line.is_picked else ""}>'
        f"<bdi>{escape(line.label)}</bdi>"
        f'<span class="count num">{grouped(line.count)}</span></label>'
        for line in lines
    )
