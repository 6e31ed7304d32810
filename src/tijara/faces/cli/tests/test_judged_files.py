"""What is promised of judged sets of others: every form of them is read, and a bad one is told."""

import argparse
import csv
import gzip
import io
import json
from math import log2

import pytest

from tijara.domains.stores.testing import make_store
from tijara.faces.cli.bench import finding, parquet, snappy
from tijara.faces.cli.bench.finding_scores import Scores
from tijara.faces.cli.bench.finding_sets import OTHERS, Asked, Good
from tijara.faces.cli.bench.judged_files import BadSet, read
from tijara.faces.cli.commands.eval import arguments, run

from .parquet_file import parquet_file

GOODS = [
    ("p1", "كنافة نابلسية بالجبن 500 جم"),
    ("p2", "كنافة بالقشطة 1 كجم"),
    ("p3", "صينية كنافة نحاسية"),
    ("p4", "شاحن سيارة سريع"),
    ("p5", "قهوة عربية شقراء هههههههههه"),
]
QUERIES = [("q1", "كنافه"), ("q2", "شاحن للسيارة"), ("q3", "ثلاجة")]
QRELS = [("q1", "p1", 3), ("q1", "p2", 2), ("q1", "p3", -1), ("q2", "p4", 3), ("q3", "p4", 0)]
COLUMNS = {
    "corpus": (("_id", "title"), GOODS),
    "queries": (("_id", "text"), QUERIES),
    "qrels": (("query-id", "corpus-id", "score"), QRELS),
}


def in_lines(names, rows):
    return "\n".join(json.dumps(dict(zip(names, row, strict=True))) for row in rows).encode()


def in_table(names, rows, delimiter="\t"):
    told = io.StringIO()
    table = csv.writer(told, delimiter=delimiter)
    table.writerows([names, *rows])
    return told.getvalue().encode()


def in_parquet(names, rows, **how):
    columns = zip(*rows, strict=True)
    return parquet_file(
        {name: [str(one) for one in of] for name, of in zip(names, columns, strict=True)}, **how
    )


FORMS = {
    ".jsonl": in_lines,
    ".jsonl.gz": lambda names, rows: gzip.compress(in_lines(names, rows)),
    ".tsv": in_table,
    ".csv": lambda names, rows: b"\xef\xbb\xbf" + in_table(names, rows, ","),
    ".parquet": in_parquet,
    "-00000-of-00001.parquet": lambda names, rows: in_parquet(names, rows, is_packed=False),
}


@pytest.fixture
def write(tmp_path):
    def write(ending=".jsonl", **instead):
        for stem, (names, rows) in COLUMNS.items():
            names, rows = instead.get(stem, (names, rows))
            (tmp_path / f"{stem}{ending}").write_bytes(FORMS[ending](names, rows))
        return tmp_path

    return write


@pytest.mark.parametrize("ending", FORMS)
def test_each_form_says_the_same(write, ending):
    judged = read(write(ending), 0, 7)
    assert judged.goods == [Good(key, name) for key, name in GOODS]
    assert [one.text for one in judged.queries] == ["كنافه", "شاحن للسيارة"], "q3 has nothing"
    assert judged.queries[0].meant == {"p1", "p2"}
    assert judged.queries[0].grades == {"p1": 3, "p2": 2, "p3": -1}


def test_judgements_may_lie_one_level_down(write):
    folder = write()
    (folder / "qrels").mkdir()
    (folder / "qrels.jsonl").rename(folder / "qrels" / "test.jsonl")
    assert len(read(folder, 0, 7).queries) == 2
    assert len(read(folder, 1, 7).queries) == 1


@pytest.mark.parametrize(
    ("stem", "names", "rows", "said"),
    [
        ("corpus", ("_id", "title"), [*GOODS, GOODS[0]], "row 6: the good “p1” stands there twice"),
        ("corpus", ("_id", "title"), [("p1", " ")], "row 1: nothing in any of title, name"),
        ("queries", ("_id", "about"), QUERIES, "row 1: nothing in any of text, query"),
        ("queries", ("_id", "text"), [*QUERIES, QUERIES[1]], "the query “q2” stands there twice"),
        ("queries", ("_id", "text"), [], "queries.jsonl: it is empty"),
        ("qrels", ("query-id", "corpus-id", "score"), [("q9", "p1", 1)], "there is no query “q9”"),
        ("qrels", ("query-id", "corpus-id", "score"), [("q1", "x", 1)], "there is no good “x”"),
        ("qrels", ("query-id", "corpus-id", "score"), [("q1", "p1", "gut")], "“gut” is no grade"),
        ("qrels", ("query-id", "corpus-id", "score"), [("q1", "p1", 1.5)], "“1.5” is no grade"),
        ("qrels", ("query-id", "corpus-id", "score"), [("q1", "p1", 0)], "no query has a good"),
        (
            "qrels",
            ("query-id", "corpus-id", "score"),
            [("q1", "p1", 3), ("q1", "p1", 1)],
            "“p1” has two grades",
        ),
    ],
)
def test_a_bad_row_is_named(write, stem, names, rows, said):
    with pytest.raises(BadSet, match=said):
        read(write(**{stem: (names, rows)}), 0, 7)


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("queries.jsonl", b'{"_id": "q1", "text": "a"}\n{"_id"', "queries.jsonl, line 2: it is no"),
        ("queries.jsonl", b'["q1"]', "line 1: it is no object"),
        ("queries.jsonl", "كنافة".encode("utf-16"), "can't be read"),
        ("queries.jsonl.gz", b"\x1f\x8b\x08 cut", "can't be read"),
        ("queries.parquet", b"PAR1 and no more", "can't be read"),
        ("queries.parquet", in_parquet(("_id", "text"), QUERIES)[:-30] + b"PAR1", "can't be read"),
    ],
)
def test_a_file_that_is_none_is_named(write, name, body, said):
    folder = write()
    (folder / "queries.jsonl").unlink()
    (folder / name).write_bytes(body)
    with pytest.raises(BadSet, match=said):
        read(folder, 0, 7)


def test_a_missing_file_is_named_before_any_market_starts(write, capsys):
    folder = write()
    (folder / "qrels.jsonl").unlink()
    assert run(asked_for(folder)) == 2
    assert "there is no qrels in" in capsys.readouterr().err


def asked_for(folder):
    parser = argparse.ArgumentParser()
    arguments(parser)
    return parser.parse_args(["search", "--judged", str(folder)])


def test_grades_weigh_and_traps_are_counted():
    scores = Scores([Good(key, name) for key, name in GOODS])
    one = Asked("كنافه", frozenset({"p1", "p2"}), grades={"p1": 3, "p2": 2, "p3": -1})
    scores.add(one, ["p3", "p2", "p5", "p1"])
    told = scores.told()
    assert told["acc@1"] == 0 and told["recall@5"] == 1 and told["MRR"] == 0.5
    assert told["trap in 5"] == 1 and told["found of the relevant in 10"] == 1
    best = 3 + 2 / log2(3)
    assert told["nDCG@10"] == pytest.approx((2 / log2(3) + 3 / log2(5)) / best)
    ungraded = Scores([Good("p1", "a"), Good("p2", "b")])
    ungraded.add(Asked("a", frozenset({"p1"})), ["p2", "p1"])
    assert ungraded.told()["nDCG@10"] == pytest.approx(1 / log2(3))
    assert "trap in 5" not in ungraded.told()


@pytest.mark.django_db
def test_the_markets_own_search_is_asked(write, capsys):
    make_store()
    finding.run(OTHERS, str(write()), "0", "7")
    told = json.loads(capsys.readouterr().out)
    own = told["ways"]["search"]
    assert own["queries"] == 2 and told["goods"] == len(GOODS)
    assert own["acc@1"] == 1 and own["recall@5"] == 1


def test_snappy_as_its_description_says():
    # 5 bytes of text, a copy of 4 from 5 back, one of 6 that reaches into itself
    block = b"\x0f" + b"\x10abcde" + b"\x01\x05" + b"\x16\x01\x00"
    assert snappy.unpacked(block, 15) == b"abcdeabcd" + b"dddddd"
    long = bytes(range(256)) * 2
    assert snappy.unpacked(b"\x80\x04" + b"\xf4\xff\x01" + long, 512) == long
    for damaged in (b"\x05\x10ab", b"\x05\x01\x09", b"\x04\x0cabcd", b"\xff\xff\xff\xff\xff", b""):
        with pytest.raises(snappy.Damaged):
            snappy.unpacked(damaged, 5)


def test_parquet_cells_may_be_empty(tmp_path):
    file = tmp_path / "a.parquet"
    file.write_bytes(parquet_file({"_id": ["1", "2"], "title": ["قهوة", None]}))
    assert parquet.names(file) == ["_id", "title"]
    assert parquet.columns(file, ["title"]) == {"title": ["قهوة", None]}
