"""PDFs by WeasyPrint, in a process that lives as long as a batch. See README.md."""

from .printer import SheetPrinter, SheetPrinterSettings

__all__ = ["SheetPrinter", "SheetPrinterSettings"]
