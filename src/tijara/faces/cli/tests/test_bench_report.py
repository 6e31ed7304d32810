"""The page of all benches: in two languages, whole without anything fetched; and what `lists` reads
from the desks' pages."""

import re
from html.parser import HTMLParser

import pytest

from tijara.faces.cli.bench import drawing, report, search_report
from tijara.faces.cli.bench.offered import filters_of, lists_of
from tijara.kit.clock import now


def _result(what: str, value: float, unit: str, reach: float | None = None, ok: bool = True):
    return {"what": what, "value": value, "unit": unit, "reach": reach, "ok": ok} | {
        "spread": [value, value],
        "beside": {},
    }


REPORT = {
    "bench": "all",
    "machine": {"processor": "a <fast> one", "cores": 2},
    "load": [0.5, 1.0],
    "quick": True,
    "minutes": 4.5,
    "results": [
        _result("limit pgbench/s by 8", 2000.0, "1/s"),
        _result("door orders/s by 32", 1000.0, "1/s"),
        _result("checkout CPU-ms", 30.0, "ms", 12.0, ok=False),
        _result("memory MB", 290.0, "MB", 450.0),
    ],
}


@pytest.fixture
def page() -> str:
    return report.page(REPORT, now())


def test_nothing_of_the_page_is_fetched(page):
    assert not re.findall(r"(?:src|href)=|url\(|@import", page)


def test_each_language_is_there_in_its_direction(page):
    arabic, english = re.findall(r'<article class="whole" lang="(\w\w)" dir="(\w+)">', page)
    assert (arabic, english) == (("ar", "rtl"), ("en", "ltr"))
    assert "إتمام الشراء" in page and "A checkout, CPU-ms" in page
    assert page.count('direction="rtl"') == page.count('direction="ltr"') > 0


def test_what_was_missed_is_written_as_missed(page):
    assert page.count('class="bad">') == 2
    assert 'fill="var(--bad)"' in page


def test_a_ratio_stands_beside_the_machines_own_limit(page):
    assert "<td>0.500</td>" in page


def test_what_a_machine_calls_itself_is_no_markup(page):
    assert "a <fast> one" not in page and "a &lt;fast&gt; one" in page


def test_every_element_is_closed(page):
    open_ones: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            if tag not in ("meta", "input", "html", "body"):
                open_ones.append(tag)

        def handle_endtag(self, tag):
            if tag not in ("rect", "circle", "polyline", "html", "body"):
                assert open_ones.pop() == tag

        def handle_startendtag(self, tag, attrs):
            """One without an inside."""

    Reader().feed(page)
    assert open_ones == []


def test_a_bar_from_right_to_left_mirrors_the_other():
    rows = [drawing.Bar("سلعة", "5", 0.5)]
    drawn = re.compile(r'<rect x="([\d.]+)" y="[\d.]+" height="12" rx="3" width="([\d.]+)"')
    (left, right) = (drawn.findall(drawing.bars(rows, "t", rtl=rtl)) for rtl in (False, True))
    for (x, wide), (mirrored, same) in zip(left, right, strict=True):
        assert wide == same
        assert float(x) + float(wide) + float(mirrored) == drawing.WIDTH


def test_the_search_benchs_page_is_drawn_by_the_same_hand():
    kinds = {"a word": {"p95 ms": 3.0, "db cpu ms": 1.0, "py cpu ms": 2.0}}
    told = {"cpu ms": 3.0, "p95 ms": 9.0, "suggest p95 ms": 5.0, "suggest cpu ms": 2.0}
    told |= {"rate": 900.0, "MB": 14.5, "ping": 0.3, "kinds": kinds}
    page = search_report.page({10_000: told, 100_000: told}, now())
    assert page.count("<polyline") == 3
    assert "10,000 products" in page and "100,000 products" in page


PAGE = b"""<a href="/office/orders">o</a><a href="/office/sellers/">s</a><a href="/hub/orders">h</a>
<a href="/office/orders/orders.csv">f</a>
<a href="/office/sellers/0192aaaa-0000-7000-8000-000000000001">one</a>
<a href="?state=placed">p</a><a href="/office/orders?state=placed&page=2">2</a>
<form><select name="sort"><option value="">-<option value="oldest">o</select></form>
<form method="post"><select name="reason"><option value="lost">l</select></form>"""


def test_lists_are_those_that_a_desk_leads_to():
    assert lists_of(PAGE, "/office") == ["/office/orders", "/office/sellers/"]


def test_filters_are_those_that_a_page_offers():
    path = "/office/orders"
    assert filters_of(PAGE, path) == [
        f"{path}?sort=oldest",
        f"{path}?state=placed",
        f"{path}?state=placed&sort=oldest",
    ]
