"""Judged sets of others: what stands for sale, what people asked, and how well each good answers.

The form is that of ArabicEcomSearchBench and of BEIR: a folder with `corpus`, `queries` and
`qrels`, each as .jsonl, .tsv, .csv (also packed: .gz) or .parquet, in one file or in numbered
parts, also one level down (`qrels/test.tsv`). Grades are whole numbers: 3 is what was asked for, 2
and 1 are near it, 0 is not, less than 0 is a trap that looks right and isn't. What nobody judged
counts as 0. Goods are known by their names alone: what else a corpus says is not searched here.
"""

import csv
import gzip
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from . import parquet
from .finding_sets import Asked, Good, Judged

ENDINGS = (".jsonl", ".jsonl.gz", ".tsv", ".tsv.gz", ".csv", ".csv.gz", ".parquet")
ID = ("_id", "id")
GOOD_ID = (*ID, "corpus-id", "corpus_id", "product-id", "product_id", "doc_id")
NAME = ("title", "name", "name_ar", "product_name", "text", "contents")
NAME_EN = ("name_en", "title_en")
BRAND = ("brand", "brand_ar")
ASKED_ID = (*ID, "query-id", "query_id")
ASKED = ("text", "query", "title")
QUERY_OF, GOOD_OF = ASKED_ID[2:], GOOD_ID[2:]
GRADE = ("score", "grade", "relevance", "label")
LONGEST_NAME = 300
LARGEST_CELL = 1 << 24
UNREADABLE = (OSError, EOFError, UnicodeError, zlib.error, csv.Error, parquet.NotReadable)


class BadSet(ValueError):
    """It is no judged set: says in which file, at which row and why."""


@dataclass(frozen=True, slots=True)
class _Row:
    at: str
    """"qrels.tsv, row 3": the first one after a heading is 1."""
    cells: dict

    def text(self, names: Sequence[str], *, is_needed: bool = True) -> str:
        """Of the first of these columns that has something."""
        for name in names:
            value = self.cells.get(name)
            if value is not None and str(value).strip():
                return str(value).strip()
        if is_needed:
            raise BadSet(f"{self.at}: nothing in any of {', '.join(names)}")
        return ""

    def grade(self) -> int:
        said = self.text(GRADE)
        try:
            grade = float(said)
        except ValueError:
            grade = 0.5
        if not grade.is_integer():
            raise BadSet(f"{self.at}: “{said}” is no grade; it must be a whole number")
        return int(grade)


def read(folder: Path, most: int, seed: int) -> Judged:
    """All of its goods, and of its queries so many (0: all), drawn by `seed`, of those for which
    something is relevant."""
    goods = _goods(folder)
    texts = _queries(folder)
    grades = _grades(folder, texts, {good.key for good in goods})
    asked = [
        Asked(text, meant, grades=grades[key])
        for key, text in texts.items()
        if (meant := frozenset(good for good, grade in grades.get(key, {}).items() if grade > 0))
    ]
    if not asked:
        raise BadSet("qrels: no query has a good with a grade above 0")
    drawn = Random(seed).sample(asked, min(most, len(asked))) if most else asked
    return Judged(goods, drawn)


def _goods(folder: Path) -> list[Good]:
    found: dict[str, Good] = {}
    for row in _rows(folder, "corpus"):
        key = row.text(GOOD_ID)
        if key in found:
            raise BadSet(f"{row.at}: the good “{key}” stands there twice")
        name = row.text(NAME)[:LONGEST_NAME]
        found[key] = Good(
            key,
            name,
            row.text(NAME_EN, is_needed=False)[:LONGEST_NAME],
            row.text(BRAND, is_needed=False)[:120],
        )
    return list(found.values())


def _queries(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in _rows(folder, "queries"):
        key = row.text(ASKED_ID)
        if key in found:
            raise BadSet(f"{row.at}: the query “{key}” stands there twice")
        found[key] = row.text(ASKED)
    return found


def _grades(folder: Path, texts: dict[str, str], goods: set[str]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in _rows(folder, "qrels"):
        query, good = row.text(QUERY_OF), row.text(GOOD_OF)
        if query not in texts:
            raise BadSet(f"{row.at}: there is no query “{query}”")
        if good not in goods:
            raise BadSet(f"{row.at}: there is no good “{good}”")
        grade = row.grade()
        if found.setdefault(query, {}).setdefault(good, grade) != grade:
            raise BadSet(f"{row.at}: “{good}” has two grades for the query “{query}”")
    return found


def _rows(folder: Path, stem: str) -> Iterator[_Row]:
    files = _files(folder, stem)
    if not files:
        raise BadSet(f"there is no {stem} in {folder}: {stem}{', '.join(ENDINGS)}")
    many = 0
    for file in files:
        for number, cells in enumerate(_cells(file), 1):
            many += 1
            yield _Row(f"{file.name}, row {number}", cells)
    if not many:
        raise BadSet(f"{files[0].name}: it is empty")


def _files(folder: Path, stem: str) -> list[Path]:
    """One file, its numbered parts, or what lies in the folder of that name; of several endings one
    and the same."""
    here = [*folder.glob(f"{stem}.*"), *folder.glob(f"{stem}-*")]
    inside = folder / stem
    found = sorted(here) or sorted(inside.glob("*") if inside.is_dir() else ())
    for ending in ENDINGS:
        of_ending = [file for file in found if file.name.endswith(ending)]
        if of_ending:
            return of_ending
    return []


def _cells(file: Path) -> Iterator[dict]:
    try:
        yield from _readers(file)
    except UNREADABLE as fault:
        raise BadSet(f"{file.name}: it can't be read: {fault}") from fault


def _readers(file: Path) -> Iterator[dict]:
    if file.suffix == ".parquet":
        yield from _of_parquet(file)
        return
    unpack = gzip.open if file.suffix == ".gz" else open
    with unpack(file, "rt", encoding="utf-8-sig", newline="") as lines:
        if ".jsonl" in file.suffixes:
            yield from _of_lines(file, lines)
        else:
            csv.field_size_limit(LARGEST_CELL)
            yield from csv.DictReader(lines, delimiter="\t" if ".tsv" in file.suffixes else ",")


def _of_lines(file: Path, lines: Iterator[str]) -> Iterator[dict]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
        except ValueError as fault:
            raise BadSet(f"{file.name}, line {number}: it is no JSON") from fault
        if not isinstance(told, dict):
            raise BadSet(f"{file.name}, line {number}: it is no object")
        yield told


def _of_parquet(file: Path) -> Iterator[dict]:
    wanted = {*GOOD_ID, *NAME, *NAME_EN, *BRAND, *ASKED_ID, *ASKED, *GRADE}
    names = [name for name in parquet.names(file) if name in wanted]
    columns = parquet.columns(file, names)
    for row in zip(*columns.values(), strict=True):
        yield dict(zip(columns, row, strict=True))
