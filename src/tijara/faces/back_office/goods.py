"""The lists of the catalogue, between which staff go to and fro."""

from django.utils.translation import gettext as _

from tijara.domains.cases.queries import counts_of_cases
from tijara.domains.cases.shapes import CaseState
from tijara.ui.language import local


def catalogue_tabs(current: str) -> list[dict]:
    parts = [
        (_("Products"), "/office/catalogue"),
        (_("Departments"), "/office/catalogue/categories"),
        (_("Brands"), "/office/catalogue/brands"),
        (_("Reported"), "/office/catalogue/reports"),
    ]
    waiting = counts_of_cases()[CaseState.OPEN]
    counts = {"/office/catalogue/reports": waiting} if waiting else {}
    return [
        {
            "text": text,
            "href": local(path),
            "current": path.endswith(current),
            "count": counts.get(path),
        }
        for text, path in parts
    ]
