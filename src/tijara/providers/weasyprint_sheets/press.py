"""The press: a list of sheets as JSON on its standard input, their PDFs on its standard output.

Whatever is written in a sheet, it reaches the house's fonts and its own data addresses, and nothing
else: no file, no server.
"""

import json
import os
import sys
from base64 import b64encode
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

ARCHIVE = "pdf/a-3b"


class NotReached(ValueError):
    """A sheet asked for something that is none of its business."""


class OwnData(URLFetcher):
    """Fetches what an address carries within itself."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",), fail_on_errors=False)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if not url.startswith("data:"):
            raise NotReached(url[:80])
        return super().fetch(url, headers)


POLITENESS = 5
"""How far the press stands back for whoever sells meanwhile."""


def main() -> None:
    os.nice(POLITENESS)
    fonts = FontConfiguration()
    faces, own_data = _faces(Path(sys.argv[1]) / "fonts.css", fonts), OwnData()
    answers = [_printed(sheet, own_data, fonts, faces) for sheet in json.load(sys.stdin)]
    json.dump(answers, sys.stdout)


def _faces(rules: Path, fonts: FontConfiguration) -> list[CSS]:
    """The house's fonts, opened once for all sheets; none where set-up has cut none."""
    return [CSS(filename=rules, font_config=fonts)] if rules.is_file() else []


def _printed(
    sheet: dict[str, Any], own_data: OwnData, fonts: FontConfiguration, faces: list[CSS]
) -> dict[str, str]:
    """One with enclosures is made to be kept: PDF/A-3, which alone may hold other files."""
    enclosed = [
        Attachment(string=one["content"], name=one["name"], relationship="Alternative")
        for one in sheet["enclosures"]
    ]
    kept = {"pdf_variant": ARCHIVE, "attachments": enclosed} if enclosed else {}
    try:
        document = HTML(string=sheet["page"], url_fetcher=own_data)
        pdf = document.write_pdf(font_config=fonts, stylesheets=faces, **kept)
    except Exception as error:  # one sheet's fault is not the batch's
        return {"why": f"{type(error).__name__}: {error}"[:300]}
    return {"pdf": b64encode(pdf).decode()}


if __name__ == "__main__":
    main()
