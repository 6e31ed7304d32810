"""How old cash is, drawn: a lying bar for each carrier, parted by age. A table stands behind it."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from tijara.domains.cash.shapes import Ageing
from tijara.ui.language import is_rtl

WIDTH, HEIGHT = 720, 18


def age_bar(told: Ageing, most: int) -> SafeString:
    """`most` is what the longest bar of the page stands for, in minor units."""
    drawn, at = [], 0.0
    for age, minor in enumerate(told.minors):
        if minor <= 0:
            continue
        wide = max(2.0, WIDTH * minor / max(most, 1))
        x = WIDTH - at - wide if is_rtl() else at
        drawn.append(
            f'<rect class="age-{age}" x="{x:.1f}" width="{wide:.1f}" height="{HEIGHT}" rx="3"/>'
        )
        at += wide
    return SafeString(
        f'<svg class="ages" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none"'
        f' aria-hidden="true">{"".join(drawn)}</svg>'
    )


def longest(told: Sequence[Ageing]) -> int:
    return max((sum(one.minors) for one in told), default=0)
