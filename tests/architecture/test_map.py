"""docs/map.md shows the house as it is."""

from tools.countries import PAGE
from tools.countries import draw as draw_countries
from tools.house import HERE, House
from tools.map import MAP, draw

DRAWN = draw()


def test_the_map_is_up_to_date():
    assert (HERE / MAP).read_text(encoding="utf-8") == DRAWN, "run `make map`"


def test_it_shows_every_use_case_and_every_domain():
    for domain in House().domains():
        assert f"### {domain.name}\n" in DRAWN
        for path in (domain / "actions").glob("*_*.py"):
            if path.stem != "__init__":
                assert f"- do **{path.stem}**: " in DRAWN, path.stem


def test_it_shows_who_reacts_to_a_fact_from_another_domain():
    placed = next(line for line in DRAWN.splitlines() if "`orders.order_placed.v1`" in line)
    assert "`search.count_sold_products`" in placed


def test_no_reaction_is_to_a_fact_that_nobody_tells():
    assert "?." not in DRAWN


def test_every_action_says_what_it_does():
    actions = [line for line in DRAWN.splitlines() if line.startswith("- do ")]
    assert [line for line in actions if ": " not in line] == []


def test_the_page_of_countries_is_up_to_date():
    assert (HERE / PAGE).read_text(encoding="utf-8") == draw_countries(), "run `make map`"
