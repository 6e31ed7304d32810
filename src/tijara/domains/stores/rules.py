"""What a store's words and address must be."""

from dataclasses import replace

from tijara.domains.geography.queries import city as city_of
from tijara.kit.arabic import slug as slug_of
from tijara.kit.arabic import strip_controls

from .shapes import StoreDraft

LONGEST_NAME, LONGEST_WORDS, LONGEST_SLUG = 120, 2000, 60
NAMES = ("name_ar", "name_en", "name_fr")
WORDS = ("about_ar", "about_en", "about_fr", "returns_ar", "returns_en", "returns_fr")


def checked_draft(told: StoreDraft) -> tuple[StoreDraft, dict[str, str]]:
    """As it is kept, and what is wrong with it: a code by field."""
    names = {field: strip_controls(getattr(told, field)) for field in NAMES}
    words = {field: strip_controls(getattr(told, field), keep_lines=True) for field in WORDS}
    tidy = replace(told, **names, **words, hue=told.hue % 360)
    faults = {field: "too_long" for field, text in names.items() if len(text) > LONGEST_NAME}
    faults |= {field: "too_long" for field, text in words.items() if len(text) > LONGEST_WORDS}
    if tidy.slug != slug_of(tidy.slug, LONGEST_SLUG) or not tidy.slug.isascii() or not tidy.slug:
        faults["slug"] = "not_an_address"
    if not tidy.name_ar:
        faults["name_ar"] = "empty"
    if tidy.city and city_of(tidy.city) is None:
        faults["city"] = "unknown"
    return tidy, faults
