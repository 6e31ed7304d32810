"""No inline style or script, and nothing is called safe outside the ui."""

import ast
import re
from collections.abc import Iterator

from tools.house import Fault, House, Source

DATA = r"[^>]*\btype=\"application/(?:ld\+)?json\""
BARRED = {
    "an inline style": re.compile(r"\sstyle\s*=", re.I),
    "a style element": re.compile(r"<style\b", re.I),
    "an inline script": re.compile(rf"<script\b(?![^>]*\bsrc\s*=)(?!{DATA})", re.I),
    "an inline handler": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']", re.I),
    "a javascript address": re.compile(r"[\"']\s*javascript:", re.I),
    "text that is called safe": re.compile(r"\|\s*safe(seq)?\b|\{%\s*autoescape\s+off"),
}
IN_LETTERS = frozenset({"an inline style", "a style element"})
"""Mail programs read no others; no page shows a letter's HTML as its own."""
SAFE_MAKERS = frozenset({"mark_safe", "SafeString"})
UI = ("src", "tijara", "ui")


def faults(house: House) -> Iterator[Fault]:
    for source in house.sources(".html", "src"):
        yield from _html_faults(source)
    for source in house.python():
        if source.path.parts[:3] != UI:
            yield from _python_faults(source)


def _html_faults(source: Source) -> Iterator[Fault]:
    for name, pattern in BARRED.items():
        if "messages" in source.path.parts and name in IN_LETTERS:
            continue
        for found in pattern.finditer(source.text):
            line = source.text.count("\n", 0, found.end()) + 1
            yield source.fault(line, f"{name}: the content policy bars it")


def _python_faults(source: Source) -> Iterator[Fault]:
    for node in source.nodes:
        if isinstance(node, ast.Name | ast.Attribute) and _name(node) in SAFE_MAKERS:
            yield source.fault(node, "only the ui says what is safe")


def _name(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr
