"""Arabic text, and the text beside it: folded, cleaned, made into slugs, read as numbers, and cut
into the terms that a search compares.

folding    letters: what a reader takes for one another becomes one
amounts    numbers as people type them
terms      words: the same terms of a name and of a query; what makes two words kin
units      measures and forms of goods, as data
sounds     the bones of a word in any script, so that panadol is بنادول
spelling   how alike two words are written
layouts    what was typed while the keyboard stood on another language
beginnings names of which a word begins as somebody has begun to type
"""

from .amounts import parse_decimal
from .beginnings import (
    Names,
    beginnings,
    is_begun_in,
    mistyped_beginnings,
    spelled,
    ways_to_begin,
)
from .folding import (
    BIDI_CONTROLS,
    INVISIBLE,
    JOINERS,
    TATWEEL,
    ascii_digits,
    fold,
    slug,
    strip_controls,
)
from .layouts import keys_of, retyped
from .sounds import arabizi, bones, franco_forms, sound_keys
from .spelling import edits, likeness
from .terms import has_digit, is_plain, stem, terms, terms_by_word
from .units import FORMS, MEASURES

__all__ = [
    "BIDI_CONTROLS",
    "FORMS",
    "INVISIBLE",
    "JOINERS",
    "MEASURES",
    "TATWEEL",
    "Names",
    "arabizi",
    "ascii_digits",
    "beginnings",
    "bones",
    "edits",
    "fold",
    "franco_forms",
    "has_digit",
    "is_begun_in",
    "is_plain",
    "keys_of",
    "likeness",
    "mistyped_beginnings",
    "parse_decimal",
    "retyped",
    "slug",
    "sound_keys",
    "spelled",
    "stem",
    "strip_controls",
    "terms",
    "terms_by_word",
    "ways_to_begin",
]
