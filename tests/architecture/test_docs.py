"""The papers hold together: links lead somewhere, decisions are numbered once."""

import re
from collections import Counter

import pytest

from tools.house import HERE

PAPERS = [*HERE.glob("*.md"), *HERE.glob("docs/**/*.md"), *HERE.glob("src/tijara/**/*.md")]
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
ARABIC = re.compile(r"[\u0600-\u06ff][\u0600-\u06ff ]+")
DECISION = re.compile(r"# (\d+)\. (\S.*)")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(HERE)))
def test_links_lead_somewhere(paper):
    for target in LINK.findall(paper.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith("mailto:"):
            assert (paper.parent / target).exists(), target


def test_each_decision_has_a_number_of_its_own_and_says_what_was_decided():
    decisions = sorted((HERE / "docs/adr").glob("*.md"))
    assert len(decisions) >= 9
    for path in decisions:
        title = DECISION.match(path.read_text(encoding="utf-8"))
        assert title and path.name.startswith(f"{int(title[1]):04d}-"), path.name
        assert "**Why.**" in path.read_text(encoding="utf-8"), path.name
    numbers = Counter(path.name[:4] for path in decisions)
    assert [number for number, times in numbers.items() if times > 1] == []


def test_the_licence_is_whole():
    text = (HERE / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text and "END OF TERMS AND CONDITIONS" in text


def test_the_glossarys_arabic_is_what_people_read():
    screens = "".join(
        path.read_text(encoding="utf-8") for path in sorted(HERE.glob("src/tijara/**/*.po"))
    )
    words = [
        word.strip()
        for line in (HERE / "docs/glossary.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
        for cell in line.split("|")
        for word in cell.split("،")
        if ARABIC.fullmatch(word.strip())
    ]
    assert len(words) > 40
    assert [word for word in words if word.removeprefix("ال") not in screens] == []


def test_the_glossarys_french_is_what_people_read():
    screens = "".join(
        path.read_text(encoding="utf-8") for path in sorted(HERE.glob("src/tijara/**/fr/**/*.po"))
    ).casefold()
    french = (HERE / "docs/glossary.md").read_text(encoding="utf-8").partition("## In French")[2]
    rows = [line.split("|") for line in french.splitlines() if line.startswith("|")][2:]
    words = [word.strip() for row in rows for word in row[2].split(",")]
    assert len(words) > 30
    assert [word for word in words if word.casefold() not in screens] == []
