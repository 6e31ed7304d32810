"""The browser of tests and of Lighthouse: the one that is named, else the first that is there."""

import os
import shutil
from collections.abc import Iterable

WITH_WINDOWS = ("chromium", "chromium-browser", "google-chrome")
BROWSERS = ("chromium-headless-shell", *WITH_WINDOWS)
"""The one without windows opens a page in a quarter of the time."""


def found_browser(names: Iterable[str] = BROWSERS) -> str | None:
    named = os.environ.get("TIJARA_CHROMIUM")
    return next(filter(None, (named, *map(shutil.which, names))), None)
