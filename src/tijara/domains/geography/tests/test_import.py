"""An operator's list of places comes in beside those that ship, and moves no address."""

import gzip

import pytest
from openpyxl import Workbook

from tijara.domains.geography.actions import ColumnsUnclear, FileUnreadable, import_places
from tijara.domains.geography.models import Place
from tijara.domains.geography.queries import (
    MOST_LISTED,
    cities,
    cities_called,
    city,
    districts,
    has_districts,
    has_more_cities,
    is_place,
    known_places,
    listed_cities,
    region,
)
from tijara.domains.geography.shapes import Level
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db
REGIONS = (
    "region_id,capital_city_id,name_ar,name_en\n1,3,منطقة الرياض,Riyadh\n4,11,منطقة القصيم,Qassim\n"
)
CITIES = (
    "city_id,region_id,name_ar,name_en\n"
    "3,1,الرياض,Riyadh\n70,1,رماح الجديدة,New Rumah\n"
    "80,1,الروضة,Ar Rawdah\n81,4,الروضة,Ar Rawdah\n"
)
DISTRICTS = (
    "district_id,city_id,region_id,name_ar,name_en\n900,3,1,حي العمل,Al Amal\n901,70,1,حي النور,\n"
)


@pytest.fixture
def bring(tmp_path):
    def run(text: str, country: str = "SA", encoding: str = "utf-8", **more):
        file = tmp_path / "list.csv"
        file.write_bytes(text.encode(encoding))
        return import_places(actor=SYSTEM, country=country, file=file, **more)

    return run


@pytest.fixture
def all_brought(bring):
    for text in (REGIONS, CITIES, DISTRICTS):
        bring(text)


def faults(report) -> list[tuple[int, str]]:
    return [(row.line, row.fault) for row in report.refused]


def test_regions_that_ship_are_known_by_their_names_and_keep_them(bring):
    report = bring(REGIONS)
    assert (report.level, report.shipped, report.added, report.refused) == (Level.REGION, 2, 0, ())
    assert region("SA-01").name_ar == "الرياض"


def test_new_cities_come_in_beside_and_what_ships_keeps_its_code(bring):
    bring(REGIONS)
    report = bring(CITIES)
    assert (report.added, report.shipped, report.refused) == (3, 1, ())
    new = city("sa-new-rumah")
    assert (new.region, new.name_ar, new.name_en) == ("SA-01", "رماح الجديدة", "New Rumah")
    assert city("sa-riyadh") and is_place("sa-new-rumah", "SA")
    assert not is_place("sa-new-rumah", "EG")


def test_the_same_list_again_changes_nothing(bring, all_brought):
    before = list(Place.objects.order_by("code").values())
    report = bring(CITIES)
    assert (report.added, report.changed, report.same, report.shipped) == (0, 0, 3, 1)
    assert list(Place.objects.order_by("code").values()) == before


def test_a_look_keeps_nothing(bring):
    bring(REGIONS)
    report = bring(CITIES, is_dry_run=True)
    assert report.added == 3 and report.is_dry_run
    assert city("sa-new-rumah") is None and not has_more_cities("SA")


def test_a_correction_keeps_the_code(bring, all_brought):
    report = bring(CITIES.replace("New Rumah", "Rumah the New"))
    assert report.changed == 1
    assert city("sa-new-rumah").name_en == "Rumah the New"


def test_a_number_never_moves_addresses_to_another_place(bring, all_brought):
    report = bring("city_id,region_id,name_ar,name_en\n70,1,بلدة أخرى,Elsewhere\n")
    assert faults(report) == [(2, "other_place")]
    assert city("sa-new-rumah").name_ar == "رماح الجديدة"


def test_a_shorter_list_takes_nothing_away(bring, all_brought):
    bring("city_id,region_id,name_ar,name_en\n3,1,الرياض,Riyadh\n")
    assert city("sa-new-rumah")


def test_a_bad_row_is_told_and_the_others_come_in(bring):
    bring(REGIONS)
    long = "م" * 121
    report = bring(
        "city_id,region_id,name_ar,name_en\n"
        f"1,1,,\n2,99,بعيدة,Far\n5,1,{long},\n6,1\n7,1,قريبة,Near\n8,1,القريبة,\n"
    )
    assert faults(report) == [
        (2, "no_name"),
        (3, "parent_unknown"),
        (4, "name_too_long"),
        (5, "too_few_columns"),
        (7, "repeated"),
    ]
    assert report.added == 1 and city("sa-near")


def test_a_region_may_be_named_instead_of_numbered(bring):
    report = bring("المدينة;المنطقة\nرماح الجديدة;منطقة الرياض\nبعيدة;نجد\n", encoding="cp1256")
    assert faults(report) == [(3, "parent_unknown")]
    [found] = cities_called("رماح الجديده", "SA")
    assert found.region == "SA-01"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_letters_of_any_kind_are_read(bring, encoding):
    assert bring(REGIONS.replace(",", "\t"), encoding=encoding).shipped == 2


def test_packed_files_and_workbooks_are_read(tmp_path):
    packed = tmp_path / "list.gz"
    packed.write_bytes(gzip.compress(REGIONS.encode()))
    assert import_places(actor=SYSTEM, country="SA", file=packed).shipped == 2
    book = Workbook()
    for line in REGIONS.splitlines():
        book.active.append(line.split(","))
    book.save(tmp_path / "list.xlsx")
    assert import_places(actor=SYSTEM, country="SA", file=tmp_path / "list.xlsx").shipped == 2


def test_what_is_no_list_is_refused_whole(bring, tmp_path):
    with pytest.raises(FileUnreadable) as refused:
        bring("%PDF-1.7", encoding="utf-8")
    assert refused.value.facts["why"] == "not_a_table"
    with pytest.raises(ColumnsUnclear) as unclear:
        bring("a,b,c\n1,2,3\n")
    assert unclear.value.fields == {"name_ar": "no_name_column"}
    with pytest.raises(ColumnsUnclear) as unclear:
        bring("city_id,name_ar\n1,قريبة\n")
    assert unclear.value.fields == {"parent": "no_parent_column"}


def test_columns_may_be_told(bring):
    columns = {"x": "name_ar", "y": "parent", "z": "number"}
    report = bring("x,y,z\nقريبة,SA-01,5\n", level=Level.CITY, columns=columns)
    assert report.added == 1 and report.columns["name_ar"] == "x"
    with pytest.raises(ColumnsUnclear):
        bring("x,y\nقريبة,SA-01\n", level=Level.CITY, columns={"w": "name_ar", "y": "parent"})


def test_districts_lie_in_their_cities(all_brought):
    assert [one.name_ar for one in districts("sa-riyadh")] == ["حي العمل"]
    assert [one.name_ar for one in districts("sa-new-rumah")] == ["حي النور"]
    assert has_districts("SA") and not has_districts("EG")


def test_a_form_offers_what_ships_and_the_rest_is_searched(all_brought):
    assert "sa-new-rumah" not in {one.code for one in listed_cities("SA")}
    assert listed_cities("SA", "sa-new-rumah")[-1].code == "sa-new-rumah"
    assert listed_cities("SA", "ae-dubai") == listed_cities("SA")
    assert has_more_cities("SA") and not has_more_cities("EG")


def test_a_name_of_several_is_told_apart_by_its_region(all_brought):
    assert {one.region for one in cities_called("روضة", "SA")} >= {"SA-01", "SA-05"}
    assert [one.region for one in cities_called("الروضة، القصيم", "SA")] == ["SA-05"]
    assert [one.code for one in cities_called("NEW RUMAH", "SA")] == ["sa-new-rumah"]
    assert [one.code for one in cities_called("رماح الجد", "SA")] == ["sa-new-rumah"]
    assert cities_called("   ", "SA") == cities_called("لا مكان", "SA") == []
    assert cities_called("%_\0' OR 1=1", "SA") == []


def test_a_country_of_which_nothing_ships_lives_on_its_list(bring):
    bring("id,governorate_name_ar\n1,العاصمة\n", country="KW")
    rows = "".join(f"{n},1,بلدة {n}\n" for n in range(3))
    bring("city_id,governorate_id,name_ar\n" + rows, country="KW")
    assert len(listed_cities("KW")) == 3 and not has_more_cities("KW")
    rows = "".join(f"{n},1,بلدة {n}\n" for n in range(MOST_LISTED + 1))
    bring("city_id,governorate_id,name_ar\n" + rows, country="KW")
    assert listed_cities("KW") == [] and has_more_cities("KW")
    assert len(cities("KW")) == MOST_LISTED + 1


def test_what_stands_is_counted(all_brought):
    told = {(one.country, one.level): one for one in known_places()}
    saudi = told["SA", Level.CITY]
    assert (saudi.shipped, saudi.brought) == (131, 3) and saudi.told_at
    assert told["SA", Level.DISTRICT].brought == 2
    assert told["AE", Level.CITY].brought == 0 and told["AE", Level.CITY].told_at is None


def test_only_who_manages_markets_brings_a_list(tmp_path):
    with pytest.raises(NotAllowed):
        import_places(actor=Actor(ActorKind.STAFF), country="SA", file=tmp_path / "list.csv")


def test_a_city_that_ships_costs_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert city("sa-riyadh") and city("") is None
        assert len(listed_cities("SA", "sa-riyadh")) == 131
