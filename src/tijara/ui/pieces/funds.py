"""Where a seller's money is, drawn: one lying bar, each part with a pattern of its own, so that it
reads without colour. The list beside it says everything with words and amounts."""

from django.utils.safestring import SafeString

from tijara.domains.settlements.shapes import SellerFunds
from tijara.kit.money import Money
from tijara.ui.language import is_rtl

WIDTH, HEIGHT, LEAST = 720, 28, 6.0
PARTS = ("waiting", "held", "reserved", "payable", "on_its_way", "paid")
"""From the door to the bank."""


def funds_parts(funds: SellerFunds) -> list[tuple[str, Money]]:
    """Those in which something lies."""
    told = [(name, getattr(funds, name)) for name in PARTS]
    return [(name, money) for name, money in told if money.minor > 0]


def funds_bar(funds: SellerFunds) -> SafeString:
    parts = funds_parts(funds)
    whole = sum(money.minor for _, money in parts)
    if not whole:
        return SafeString("")
    room = WIDTH - LEAST * len(parts)
    drawn, at = [], 0.0
    for name, money in parts:
        wide = LEAST + room * money.minor / whole
        x = WIDTH - at - wide if is_rtl() else at
        box = f'x="{x:.1f}" y="0" width="{max(wide - 2, 1):.1f}" height="{HEIGHT}" rx="4"'
        drawn.append(f'<rect class="fund-{name}" {box}/>')
        drawn.append(f'<g class="fund-marks">{_marks(PARTS.index(name), x, wide - 2)}</g>')
        at += wide
    return SafeString(
        f'<svg class="funds" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none"'
        f' aria-hidden="true">{"".join(drawn)}</svg>'
    )


def fund_key(name: str) -> SafeString:
    """The same colour and pattern, small, before the words."""
    marks = _marks(PARTS.index(name), 0, 20)
    return SafeString(
        f'<svg class="fund-key" viewBox="0 0 20 {HEIGHT}" aria-hidden="true">'
        f'<rect class="fund-{name}" width="20" height="{HEIGHT}" rx="4"/>'
        f'<g class="fund-marks">{marks}</g></svg>'
    )


def _marks(kind: int, x: float, wide: float) -> str:
    """Dots, strokes leaning one way or the other, lying, standing, and none for what is paid."""
    if kind == len(PARTS) - 1:
        return ""
    step, found = 9, []
    for place in range(int(wide // step)):
        left = x + 4 + place * step
        if kind == 0:
            found.append(f'<circle cx="{left:.1f}" cy="{7 + 14 * (place % 2)}" r="1.6"/>')
        elif kind == 4:
            found.append(f'<path d="M{left:.1f} {8 + 12 * (place % 2)}h5"/>')
        else:
            lean = {1: 5, 2: -5, 3: 0}[kind]
            found.append(f'<path d="M{left:.1f} {HEIGHT - 5}l{lean} -{HEIGHT - 10}"/>')
    return "".join(found)
