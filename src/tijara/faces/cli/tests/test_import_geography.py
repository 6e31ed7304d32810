"""What is promised of `tijara import geography`."""

import csv
import re
from pathlib import Path

import pytest

from tijara.domains.geography.queries import city, districts
from tijara.faces.cli.main import main
from tijara.platform import places

pytestmark = pytest.mark.django_db
LIST = "city_id,region,name_ar,name_en\n70,الرياض,رماح الجديدة,New Rumah\n71,نجد,=بعيدة,Far\n"


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "data", lambda: tmp_path / "data")
    file = tmp_path / "cities.csv"
    file.write_text(LIST)
    return file


def bring(*words):
    return main(["import", "geography", *map(str, words)])


def test_a_look_first_then_the_list_comes_in(file, capsys):
    assert bring(file, "--country", "sa", "--dry-run") == 0
    assert "look only" in capsys.readouterr().out and city("sa-new-rumah") is None
    assert bring(file, "--country", "SA") == 0
    told = capsys.readouterr().out
    assert "new                  1  رماح الجديدة" in told and "refused              1" in told
    assert city("sa-new-rumah").region == "SA-01"


def test_the_refused_rows_are_in_a_file_with_their_reasons_that_runs_nothing(file, capsys):
    bring(file, "--country", "SA")
    (refused,) = (places.data() / "imports").iterdir()
    assert str(refused) in capsys.readouterr().out
    with refused.open(encoding="utf-8-sig", newline="") as told:
        _head, row = list(csv.reader(told))
    assert row[0] == "3" and "غير معروفة" in row[1] and "not known" in row[2]
    assert row[5] == "'=بعيدة"


def test_what_can_not_be_read_is_said(file, tmp_path, capsys):
    assert bring(file) == 2 and "--country" in capsys.readouterr().err
    assert bring(tmp_path / "none.csv", "--country", "SA") == 2
    file.write_text("a,b,c\n1,2,3\n")
    assert bring(file, "--country", "SA") == 1
    assert "--map" in capsys.readouterr().err
    file.write_bytes(b"%PDF-1.7")
    assert bring(file, "--country", "SA") == 1
    assert "no table" in capsys.readouterr().err


def test_columns_are_told_where_their_names_say_nothing(file):
    file.write_text("a,b\nقريبة,SA-01\n")
    told = ("--map", "a=name_ar", "b=parent", "--level", "city", "--country", "SA")
    assert bring(file, *told) == 0
    assert city("sa-n-2")


def test_the_how_to_is_true(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(places, "data", lambda: tmp_path / "data")
    page = (Path(__file__).parents[5] / "docs/howto/import-places.md").read_text(encoding="utf-8")
    tables = re.findall(r"```csv\n(.*?)```", page, re.DOTALL)
    for name, table in zip(("regions", "cities", "districts"), tables, strict=True):
        (tmp_path / f"{name}.csv").write_text(table)
    commands = re.search(r"```sh\n(.*?)```", page, re.DOTALL)[1].splitlines()
    for command in commands:
        words = [str(tmp_path / w) if w.endswith(".csv") else w for w in command.split()[1:]]
        assert main(words) == 0, command
    assert "refused              1" in capsys.readouterr().out
    assert city("sa-new-rumah") and city("sa-far-away") is None
    assert [one.name_en for one in districts("sa-new-rumah")] == ["An Nur"]
