"""A catalogue file through `tijara import catalogue`: how long, and whether a row got lost."""

import argparse
import csv
import gzip
import re
import time
from pathlib import Path
from random import Random

from tijara.platform import places

from .market import Market, running
from .pace import products_for
from .results import Result, always, at_most
from .words import BRANDS, COLOURS, DEPARTMENTS, KINDS

ROWS = 16_000
REACH_S = 60.0
REACH_LARGE = 180 / 100_000
"""Seconds a row of a file that is larger than that."""
SUMS = re.compile(r"^\s*(read|created|updated|unchanged|rejected)\s+([\d,]+)$", re.M)
PRODUCTS = "SELECT count(*) FROM catalogue_product"
ARABIC_DIGITS = str.maketrans("0123456789.", "٠١٢٣٤٥٦٧٨٩٫")


def run(options: argparse.Namespace) -> list[Result]:
    with running(products_for(options)) as market:
        file = Path(options.data) if options.data else _made(options)
        rows = rows_of(file)
        ((before,),) = market.rows(PRODUCTS)
        began = time.monotonic()
        told = _sums(market, file)
        seconds = time.monotonic() - began
        ((after,),) = market.rows(PRODUCTS)
        again = _sums(market, file)
    accounted = sum(told[name] for name in ("created", "updated", "unchanged", "rejected"))
    lost = abs(rows - accounted) + abs(after - before - told["created"])
    beside = told | {"rows in the file": rows, "new products": after - before, "again": again}
    return [
        always("import rows lost", [lost], "rows", 0, beside),
        at_most(
            "import s", [seconds], "s", max(REACH_S, rows * REACH_LARGE), {"rows/s": rows / seconds}
        ),
    ]


def _made(options: argparse.Namespace) -> Path:
    many = max(options.products) if options.products else ROWS
    return made_file(places.data() / "catalogue.csv", many)


def _sums(market: Market, file: Path) -> dict[str, int]:
    said = market.command("import", "catalogue", str(file))
    return {name: int(value.replace(",", "")) for name, value in SUMS.findall(said)}


def rows_of(file: Path) -> int:
    """Rows that hold something, without the head."""
    opener = gzip.open if file.suffix == ".gz" else open
    with opener(file, "rt", encoding="utf-8-sig", newline="") as text:
        return sum(any(cell.strip() for cell in row) for row in csv.reader(text)) - 1


def made_file(file: Path, many: int = ROWS) -> Path:
    """Believable rows; a third tell their price in Arabic digits, one in a hundred is broken."""
    chance = Random(3)
    sections = [(home, part) for home, parts in DEPARTMENTS.items() for part in parts]
    with file.open("w", encoding="utf-8", newline="") as text:
        table = csv.writer(text)
        table.writerow(["id", "name_ar", "name_en", "brand_ar", "category_ar", "price", "stock"])
        for number in range(many):
            home, section = chance.choice(sections)
            kind, colour, brand = (chance.choice(words) for words in (KINDS, COLOURS, BRANDS))
            name = f"{section[0]} {kind[0]} {colour[0]} {number}" if number % 100 else ""
            english = f"{colour[1]} {kind[1]} {section[1].lower()} {number}" if name else ""
            price = f"{chance.randrange(500, 90000) / 100:.2f}"
            price = price.translate(ARABIC_DIGITS) if number % 3 == 0 else price
            path = f"{home[0]} > {section[0]}"
            table.writerow([f"r{number}", name, english, brand[0], path, price, number % 40])
    return file
