"""What all benches said, as one page for people in Arabic and English: nothing in it is fetched, so
it can be sent to somebody as it is."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from math import log10
from typing import Any

from .drawing import Bar, bars, share_of
from .report_words import (
    ALL,
    AR,
    CHAPTERS,
    EN,
    FIRSTS,
    HEADS,
    HOW,
    LANGUAGES,
    LIMITS,
    LIMITS_SAY,
    MACHINE,
    MET,
    MISSED,
    QUICK,
    RATIO_OF,
    RATIOS,
    REACH_SAYS,
    TITLE,
    Chapter,
    Said,
    label_of,
)
from .sheet import sheet

MOST_SHARE = 1.5
"""Of its reach: longer bars end here."""


def page(report: dict[str, Any], moment: datetime) -> str:
    """`report` is what `tijara bench all --json` prints."""
    told = "".join(_Told(report, language).whole(moment) for language in (AR, EN))
    return sheet(TITLE[0], f"{_tongues()}{told}", AR)


def _tongues() -> str:
    labels = "".join(
        f'<label lang="{code}"><input type="radio" name="tongue" id="tongue-{code}"'
        f"{' checked' if code == AR else ''}>{name}</label>"
        for code, name in zip((AR, EN), LANGUAGES, strict=True)
    )
    return f'<nav class="tongues">{labels}</nav>'


class _Told:
    """The page in one language."""

    def __init__(self, report: dict[str, Any], language: str) -> None:
        self._report, self._language = report, language
        self._by_name = {one["what"]: one for one in report["results"]}

    def whole(self, moment: datetime) -> str:
        way = "rtl" if self._language == AR else "ltr"
        chapters = "".join(self._chapter(one) for one in CHAPTERS)
        notes = self._say(QUICK) if self._report.get("quick") else ""
        return (
            f'<article class="whole" lang="{self._language}" dir="{way}">{self._top(moment)}<main>'
            f"{_paragraph(notes)}{self._machine()}{self._firsts()}{self._limits()}{self._ratios()}"
            f"{chapters}{self._all()}{_paragraph(self._say(HOW), 'quiet')}</main></article>"
        )

    def _top(self, moment: datetime) -> str:
        return (
            f'<header class="top"><h1>{self._say(TITLE)}</h1>'
            f'<p><bdi dir="ltr">{moment:%Y-%m-%d %H:%M} UTC</bdi></p></header>'
        )

    def _machine(self) -> str:
        facts = self._report["machine"] | {"load": " … ".join(map(str, self._report["load"]))}
        facts |= {"minutes": self._report["minutes"]} if "minutes" in self._report else {}
        told = "".join(
            f'<tr><td>{self._say(said)}</td><td><bdi dir="ltr">{escape(str(facts[name]))}</bdi>'
            "</td></tr>"
            for name, said in MACHINE.items()
            if name in facts
        )
        return f'<section><div class="wide"><table>{told}</table></div></section>'

    def _firsts(self) -> str:
        told = "".join(
            f'<div><b><bdi dir="ltr">{_figure(one["value"])}</bdi></b>'
            f"{escape(label_of(name, self._language))}</div>"
            for name in FIRSTS
            if (one := self._by_name.get(name))
        )
        return f'<div class="firsts">{told}</div>'

    def _limits(self) -> str:
        rates = [one for one in self._report["results"] if one["unit"] == "1/s" and one["value"]]
        rates = [one for one in rates if _is_of_a_rate(one["what"])]
        if not rates:
            return ""
        most, least = max(one["value"] for one in rates), min(one["value"] for one in rates) / 3
        rows = [
            Bar(
                label_of(one["what"], self._language),
                _figure(one["value"]),
                share_of(one["value"], least, most),
                "gold" if one["what"].startswith("limit") else "accent",
            )
            for one in sorted(rates, key=lambda one: -one["value"])
        ]
        return self._section(LIMITS, LIMITS_SAY, self._bars(rows, LIMITS))

    def _ratios(self) -> str:
        told = "".join(
            f"<tr><td>{self._say(said)}</td><td>{_figure(ratio)}</td></tr>"
            for what, beside, said in RATIO_OF
            if (ratio := self._ratio(what, beside)) is not None
        )
        return f"<section><h2>{self._say(RATIOS)}</h2><table>{told}</table></section>"

    def _ratio(self, what: str, beside: str) -> float | None:
        mine, other = self._by_name.get(what), self._by_name.get(beside)
        return mine["value"] / other["value"] if mine and other and other["value"] else None

    def _chapter(self, chapter: Chapter) -> str:
        mine = [one for one in self._report["results"] if _belongs(one["what"], chapter)]
        if not mine:
            return ""
        rows = [self._against_reach(one) for one in mine if one["reach"]]
        drawn = self._bars(rows, chapter.title) if rows else ""
        says = (f"{chapter.says[0]} {REACH_SAYS[0]}", f"{chapter.says[1]} {REACH_SAYS[1]}")
        return self._section(chapter.title, says if rows else chapter.says, drawn)

    def _against_reach(self, one: dict[str, Any]) -> Bar:
        share = one["value"] / one["reach"] / MOST_SHARE
        name, tone = label_of(one["what"], self._language), "accent" if one["ok"] else "bad"
        return Bar(name, _figure(one["value"]), share, tone, 1 / MOST_SHARE)

    def _all(self) -> str:
        head = "".join(f"<th>{self._say(one)}</th>" for one in HEADS)
        rows = "".join(map(self._row, self._report["results"]))
        table = f'<div class="wide"><table><tr>{head}</tr>{rows}</table></div>'
        return f"<section><h2>{self._say(ALL)}</h2>{table}</section>"

    def _row(self, one: dict[str, Any]) -> str:
        low, high = one["spread"]
        verdict = "" if one["reach"] is None else self._say(MET if one["ok"] else MISSED)
        tone = "good" if one["ok"] else "bad"
        reach = "" if one["reach"] is None else _figure(one["reach"])
        return (
            f'<tr><td><bdi title="{escape(one["what"])}">'
            f"{escape(label_of(one['what'], self._language))}</bdi></td>"
            f"<td>{_figure(one['value'])}</td>"
            f'<td><bdi dir="ltr">{escape(one["unit"])}</bdi></td>'
            f'<td><bdi dir="ltr">{_figure(low)} … {_figure(high)}</bdi></td>'
            f'<td>{reach}</td><td class="{tone}">{verdict}</td></tr>'
        )

    def _section(self, title: Said, says: Said, inside: str) -> str:
        said = _paragraph(self._say(says), "quiet")
        return f"<section><h2>{self._say(title)}</h2>{said}{inside}</section>"

    def _bars(self, rows: Sequence[Bar], title: Said) -> str:
        return bars(rows, self._say(title), rtl=self._language == AR)

    def _say(self, said: Said) -> str:
        return escape(said[self._language == EN])


def _is_of_a_rate(what: str) -> bool:
    return what.startswith(("limit", "flash orders", "checkout orders", "door orders"))


def _belongs(what: str, chapter: Chapter) -> bool:
    return any(
        what.startswith(name[:-1]) if name.endswith("*") else what == name
        for name in chapter.results
    )


def _paragraph(text: str, kind: str = "") -> str:
    return f'<p class="{kind}">{text}</p>' if text else ""


def _figure(value: float) -> str:
    """Three digits that say something."""
    if not value:
        return "0"
    places = max(2 - int(log10(abs(value))), 0) if abs(value) >= 1 else 3
    return f"{value:,.{places}f}"
