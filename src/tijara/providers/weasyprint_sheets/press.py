"""The press: a list of sheets as JSON on its standard input, their PDFs on its standard output.

Whatever is written in a sheet, it reaches the house's fonts and its own data addresses, and nothing
else: no file, no server.
"""

import json
import os
import re
import sys
from base64 import b64encode
from pathlib import Path
from typing import Any

from weasyprint import HTML, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

ARCHIVE = "pdf/a-3b"
FONT = re.compile(r"tijara-font:([a-z0-9-]+\.woff2)")


class NotReached(ValueError):
    """A sheet asked for something that is none of its business."""


class HouseFonts(URLFetcher):
    """Fetches the house's fonts and what an address carries within itself."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=("data",), fail_on_errors=False)
        self.folder = folder

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if font := FONT.fullmatch(url):
            path = self.folder / font[1]
            if not path.is_file():
                raise NotReached(url)
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/woff2"})
        if not url.startswith("data:"):
            raise NotReached(url[:80])
        return super().fetch(url, headers)


POLITENESS = 5
"""How far the press stands back for whoever sells meanwhile."""


def main() -> None:
    os.nice(POLITENESS)
    fetcher, fonts = HouseFonts(Path(sys.argv[1])), FontConfiguration()
    answers = [_printed(sheet, fetcher, fonts) for sheet in json.load(sys.stdin)]
    json.dump(answers, sys.stdout)


def _printed(
    sheet: dict[str, Any], fetcher: HouseFonts, fonts: FontConfiguration
) -> dict[str, str]:
    """One with enclosures is made to be kept: PDF/A-3, which alone may hold other files.

    A batch shares its fonts: to open them anew for each sheet took longer than to print it."""
    enclosed = [
        Attachment(string=one["content"], name=one["name"], relationship="Alternative")
        for one in sheet["enclosures"]
    ]
    kept = {"pdf_variant": ARCHIVE, "attachments": enclosed} if enclosed else {}
    try:
        document = HTML(string=sheet["page"], url_fetcher=fetcher)
        pdf = document.write_pdf(font_config=fonts, **kept)
    except Exception as error:  # one sheet's fault is not the batch's
        return {"why": f"{type(error).__name__}: {error}"[:300]}
    return {"pdf": b64encode(pdf).decode()}


if __name__ == "__main__":
    main()
