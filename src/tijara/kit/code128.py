"""Bar codes that any scanner at a counter reads: Code 128, set B (ISO/IEC 15417)."""

WIDTHS = [
    "212222",
    "222122",
    "222221",
    "121223",
    "121322",
    "131222",
    "122213",
    "122312",
    "132212",
    "221213",
    "221312",
    "231212",
    "112232",
    "122132",
    "122231",
    "113222",
    "123122",
    "123221",
    "223211",
    "221132",
    "221231",
    "213212",
    "223112",
    "312131",
    "311222",
    "321122",
    "321221",
    "312212",
    "322112",
    "322211",
    "212123",
    "212321",
    "232121",
    "111323",
    "131123",
    "131321",
    "112313",
    "132113",
    "132311",
    "211313",
    "231113",
    "231311",
    "112133",
    "112331",
    "132131",
    "113123",
    "113321",
    "133121",
    "313121",
    "211331",
    "231131",
    "213113",
    "213311",
    "213131",
    "311123",
    "311321",
    "331121",
    "312113",
    "312311",
    "332111",
    "314111",
    "221411",
    "431111",
    "111224",
    "111422",
    "121124",
    "121421",
    "141122",
    "141221",
    "112214",
    "112412",
    "122114",
    "122411",
    "142112",
    "142211",
    "241211",
    "221114",
    "413111",
    "241112",
    "134111",
    "111242",
    "121142",
    "121241",
    "114212",
    "124112",
    "124211",
    "411212",
    "421112",
    "421211",
    "212141",
    "214121",
    "412121",
    "111143",
    "111341",
    "131141",
    "114113",
    "114311",
    "411113",
    "411311",
    "113141",
    "114131",
    "311141",
    "411131",
    "211412",
    "211214",
    "211232",
]
"""Of each sign: bar, space, bar, space, bar, space, in modules."""
START_B, STOP, BASIS = 104, "2331112", 103
FIRST, LAST = " ", "~"


def bars(text: str) -> list[tuple[int, int]]:
    """(where each bar begins, how wide it is), in modules. ValueError for what the set lacks."""
    if any(not FIRST <= sign <= LAST for sign in text):
        raise ValueError(text)
    values = [ord(sign) - ord(FIRST) for sign in text]
    check = START_B + sum(place * value for place, value in enumerate(values, start=1))
    widths = "".join(WIDTHS[value] for value in (START_B, *values, check % BASIS)) + STOP
    found, at = [], 0
    for place, width in enumerate(map(int, widths)):
        if place % 2 == 0:
            found.append((at, width))
        at += width
    return found


def picture(text: str, height: int = 40) -> str:
    """An SVG with the quiet zones that scanners need; it is stretched to where it is shown."""
    drawn = bars(text)
    wide = drawn[-1][0] + drawn[-1][1] + 20
    path = "".join(f"M{at + 10} 0h{width}v{height}h-{width}z" for at, width in drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {height}"'
        f' preserveAspectRatio="none"><path d="{path}"/></svg>'
    )
