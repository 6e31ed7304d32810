"""Which lists a desk has, and which filters and sorts it offers on them: read from its own pages,
so that one that comes new is measured, too."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlencode, urlsplit

OF_ONE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-|\.|/batch|/file")
"""Of one thing, or a file: no list."""
NOT_FILTERS = ("page", "after", "before", "day", "mine", "columns")
"""What says where in a list one stands, or how it is drawn."""
MOST = 48
"""Of one list."""


class _Read(HTMLParser):
    """Addresses of a page, and the choices of its forms that only ask."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.choices: list[tuple[str, str]] = []
        self._asks, self._select = False, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in told:
            self.links.append(told["href"])
        elif tag == "form":
            self._asks = told.get("method", "get").lower() == "get"
        elif tag == "select":
            self._select = told.get("name", "")
        elif tag == "option" and self._asks and self._select and told.get("value"):
            self.choices.append((self._select, told["value"]))
        elif tag == "input" and self._asks and told.get("type") in ("radio", "checkbox"):
            self.choices.append((told.get("name", ""), told.get("value", "on")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._asks = False
        elif tag == "select":
            self._select = ""


def lists_of(page: bytes, desk: str) -> list[str]:
    """Addresses of a desk's lists that a page leads to, without what is asked of them."""
    found = [urlsplit(link).path for link in _read(page).links]
    mine = [path for path in found if path == desk or path.startswith(f"{desk}/")]
    return sorted({path for path in mine if not OF_ONE.search(path)})


def filters_of(page: bytes, path: str) -> list[str]:
    """The list under each of the filters and views that its page offers, alone and with each of its
    sorts."""
    read = _read(page)
    asked = [urlsplit(link) for link in read.links]
    queries = [one.query for one in asked if one.query and one.path in ("", path)]
    queries += [urlencode([choice]) for choice in read.choices if choice[0]]
    fine = {query for query in queries if not {*dict(parse_qsl(query))} & {*NOT_FILTERS}}
    sorts = {query for query in fine if query.startswith("sort=") and "&" not in query}
    alone = {query for query in fine if "sort=" not in query}
    both = [f"{query}&{sort}" for query in sorted(alone) for sort in sorted(sorts)]
    return [f"{path}?{query}" for query in [*sorted(fine), *both]][:MOST]


def _read(page: bytes) -> _Read:
    read = _Read()
    read.feed(page.decode("utf-8"))
    return read
