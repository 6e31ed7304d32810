"""Hand sheets to the press and take its PDFs.

The press is a process of its own: what WeasyPrint takes in memory (some 60 MB) is given back with
the batch, and a sheet that breaks or ties it up harms nobody else.
"""

import json
import logging
import subprocess
import sys
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tijara.domains.invoicing.shapes import UNABLE, NotPrinted, Printed, Sheet
from tijara.platform import places

log = logging.getLogger("tijara.documents")
PRESS = "tijara.providers.weasyprint_sheets.press"
RULES = "fonts.css"
NO_LIBRARY = "cannot load library"
"""What cffi says where Pango is not installed."""


@dataclass(frozen=True, slots=True)
class SheetPrinterSettings:
    """`fonts_folder` empty: the fonts that set-up has cut for the pages."""

    fonts_folder: str = ""
    timeout_seconds: float = 120.0


class SheetPrinter:
    Settings = SheetPrinterSettings

    def __init__(self, settings: SheetPrinterSettings) -> None:
        self.settings = settings

    def print_sheets(self, sheets: Sequence[Sheet]) -> list[Printed | NotPrinted]:
        try:
            done = subprocess.run(
                [sys.executable, "-m", PRESS, self._fonts()],
                input=json.dumps([asdict(sheet) for sheet in sheets]).encode(),
                capture_output=True,
                timeout=self.settings.timeout_seconds,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return [NotPrinted(type(error).__name__)] * len(sheets)
        if done.returncode:
            return [_complaint(done.stderr)] * len(sheets)
        return [_answer(told) for told in json.loads(done.stdout)]

    def _fonts(self) -> str:
        cut = places.checkout() / "build" / "assets" / "ui" / "paper"
        folder = Path(self.settings.fonts_folder or cut)
        if not (folder / RULES).is_file():
            log.warning("%s has no %s: documents come out in the system's fonts", folder, RULES)
        return str(folder)


def _answer(told: dict[str, str]) -> Printed | NotPrinted:
    return Printed(b64decode(told["pdf"])) if "pdf" in told else NotPrinted(told["why"])


def _complaint(said: bytes) -> NotPrinted:
    """Of the press that ended; that a library of the system is missing, it says before all."""
    lines = said.decode("utf-8", "replace").strip().splitlines()
    if NO_LIBRARY in "".join(lines[-1:]):
        log.warning("the press lacks a library of the system, see `tijara doctor`: %s", lines[-1])
        return NotPrinted(UNABLE)
    return NotPrinted(lines[-1] if lines else "the press ended without a word")
