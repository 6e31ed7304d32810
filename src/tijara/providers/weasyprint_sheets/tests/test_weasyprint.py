"""The press keeps the port's promises, and reaches nothing that is none of its business."""

import socket
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tijara.domains.invoicing.shapes import UNABLE, NotPrinted, Printed, Sheet
from tijara.domains.invoicing.testing import PrinterExam, unpacked
from tijara.platform import providers
from tijara.providers.weasyprint_sheets import SheetPrinter, SheetPrinterSettings


@pytest.fixture
def printer() -> SheetPrinter:
    return SheetPrinter(SheetPrinterSettings())


class TestExam(PrinterExam):
    pass


def test_is_found_by_its_name():
    assert providers.load("document_printers", "weasyprint") is SheetPrinter


def test_the_houses_fonts_stand_ready(printer):
    families = ("Readex", "ReadexLatin", "Kufi", "KufiLatin")
    said = "".join(f'<p style="font: 600 9pt {name}">فاتورة invoice</p>' for name in families)
    (answer,) = printer.print_sheets([Sheet(f'<html lang="ar">{said}')])
    assert isinstance(answer, Printed)
    inside = answer.content + unpacked(answer.content)
    assert [name for name in families if f"+{name}-Semi-Bold".encode() not in inside] == []


def test_no_font_is_made_anew_for_a_document(printer):
    """Of a variable font the press would make one of each weight, for each document."""
    cut = list(Path(printer._fonts()).glob("*.woff2"))
    assert len(cut) == 6
    assert not [font.name for font in cut if "fvar" in TTFont(font)]


def test_a_folder_without_fonts_is_complained_of(printer, tmp_path, caplog):
    printer._fonts()
    assert caplog.text == ""
    elsewhere = SheetPrinter(SheetPrinterSettings(fonts_folder=str(tmp_path)))
    assert elsewhere._fonts() == str(tmp_path)
    assert "no fonts.css" in caplog.text


WITHOUT_PANGO = """
import cffi

found = cffi.FFI.dlopen


def dlopen(self, name, *flags):
    if "pango" in str(name):
        raise OSError(f"cannot load library '{name}': no such file")
    return found(self, name, *flags)


cffi.FFI.dlopen = dlopen
"""


def test_a_machine_without_pango_is_told_from_a_sheet_that_breaks(printer, tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_PANGO)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert printer.print_sheets([Sheet("<p>a</p>")] * 2) == [NotPrinted(UNABLE)] * 2


def test_a_sheet_reads_no_files(printer, tmp_path):
    secret = tmp_path / "secret.svg"
    words = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>secret</text></svg>"
    secret.write_text(words)
    (with_it,) = printer.print_sheets([Sheet(f'<img src="file://{secret}"><p>a</p>')])
    (without,) = printer.print_sheets([Sheet('<img src=""><p>a</p>')])
    assert isinstance(with_it, Printed) and isinstance(without, Printed)
    assert abs(len(with_it.content) - len(without.content)) < 50


def test_a_sheet_calls_no_server(printer):
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        sheet = f'<link rel="stylesheet" href="{address}a.css"><img src="{address}b.png">'
        assert isinstance(printer.print_sheets([Sheet(sheet)])[0], Printed)
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()


def test_a_press_that_takes_too_long_is_stopped():
    impatient = SheetPrinter(SheetPrinterSettings(timeout_seconds=0.01))
    assert isinstance(impatient.print_sheets([Sheet("<p>a</p>")])[0], NotPrinted)


def test_a_press_that_can_not_start_says_why(printer, monkeypatch):
    monkeypatch.setattr(
        "tijara.providers.weasyprint_sheets.printer.PRESS", "tijara.providers.no_such_press"
    )
    (answer,) = printer.print_sheets([Sheet("<p>a</p>")])
    assert isinstance(answer, NotPrinted) and "no_such_press" in answer.why


def test_web_and_worker_do_not_carry_it():
    """Neither imports it: the process of a batch alone does."""
    source = Path(__file__).parents[1] / "printer.py"
    assert "import weasyprint" not in source.read_text()
