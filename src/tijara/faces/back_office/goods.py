"""The three lists of the catalogue, between which staff go to and fro."""

from django.utils.translation import gettext as _

from tijara.ui.language import local


def catalogue_tabs(current: str) -> list[dict]:
    parts = [
        (_("Products"), "/office/catalogue"),
        (_("Departments"), "/office/catalogue/categories"),
        (_("Brands"), "/office/catalogue/brands"),
    ]
    return [
        {"text": text, "href": local(path), "current": path.endswith(current)}
        for text, path in parts
    ]
