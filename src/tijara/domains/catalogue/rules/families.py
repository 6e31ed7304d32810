"""What becomes of a product and its variants when a file brings them: matched, merged, added."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from uuid import UUID

from tijara.kit.arabic import fold, slug
from tijara.kit.ids import new_id
from tijara.kit.palette import known_colour, known_option

from ..shapes import Option, OptionValue, ProductDraft, VariantDraft
from .options import MOST_VARIANTS, labels, options_fault, settle_keys

UNNAMED = (
    ("الخيار الأول", "First option", "Première option"),
    ("الخيار الثاني", "Second option", "Deuxième option"),
    ("الخيار الثالث", "Third option", "Troisième option"),
)
"""Of options whose name nobody tells."""
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class StandingVariant:
    """One of a product's variants, as it is."""

    id: UUID
    choice: Mapping[str, str]
    sku: str = ""
    gtin: str = ""
    source_key: str = ""
    position: int = 0
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class PlannedVariant:
    """A variant as it shall be, for one of the draft's; `was` is what it is so far."""

    variant: StandingVariant
    was: StandingVariant | None

    @property
    def is_changed(self) -> bool:
        return self.was is not None and self.variant != self.was


@dataclass(frozen=True, slots=True)
class FamilyPlan:
    """`variants` in the draft's order; `retired` can't be chosen any more. With a `fault` nothing
    is to be done."""

    options: tuple[Option, ...] = ()
    has_new_options: bool = False
    variants: tuple[PlannedVariant, ...] = ()
    retired: tuple[UUID, ...] = ()
    fault: str = ""

    def label(self, variant: StandingVariant) -> tuple[str, str, str]:
        return labels(self.options, variant.choice)


def plan_family(
    draft: ProductDraft,
    options: Sequence[Option],
    standing: Sequence[StandingVariant],
    *,
    may_change: bool,
) -> FamilyPlan:
    """`options` and `standing` are the product's; of a new product there are none. Whoever may
    not change it only finds its variants."""
    if not draft.variants:
        return _plan_plain(draft, options, standing, may_change)
    merged, fault = _merged(options, draft)
    if fault:
        return FamilyPlan(fault=fault)
    merged = settle_keys(options, merged)
    places = _places(merged, draft)
    choices = [_choice(merged, places, variant) for variant in draft.variants]
    if len({tuple(choice.items()) for choice in choices}) < len(choices):
        return FamilyPlan(fault="repeated_variant")
    found = _match(draft.variants, choices, standing)
    if not may_change:
        fault = "" if all(found) else "variant_unknown"
        kept = tuple(PlannedVariant(each, each) for each in found if each)
        return FamilyPlan(tuple(options), variants=kept, fault=fault)
    planned = _planned(draft.variants, choices, found, standing)
    met = {each.id for each in found if each}
    others = [each for each in standing if each.id not in met]
    if any(each.choice in choices for each in others):
        return FamilyPlan(fault="variant_taken")
    retired = tuple(each.id for each in others if each.is_active and not each.choice)
    return FamilyPlan(merged, merged != tuple(options), planned, retired)


def _plan_plain(
    draft: ProductDraft,
    options: Sequence[Option],
    standing: Sequence[StandingVariant],
    may_change: bool,
) -> FamilyPlan:
    """A row of a product that has got variants by now: its SKU must tell which one it is."""
    told = VariantDraft((), sku=draft.sku, gtin=draft.gtin)
    found = _by("sku", (told,), standing)[0]
    if found is None:
        return FamilyPlan(fault="variant_unclear")
    new = replace(found, gtin=told.gtin[:14] or found.gtin) if may_change else found
    return FamilyPlan(tuple(options), variants=(PlannedVariant(new, found),))


def _merged(options: Sequence[Option], draft: ProductDraft) -> tuple[tuple[Option, ...], str]:
    """The options as they shall be, and what is wrong with them. More variants than a product can
    have are not even compared: that costs as much as their number squared."""
    if len(draft.variants) > MOST_VARIANTS:
        return (), "too_many_variants"
    merged = _merge(options, draft)
    return merged, options_fault(merged) if merged else "options_changed"


def _merge(options: Sequence[Option], draft: ProductDraft) -> tuple[Option, ...]:
    """The options that stand with the draft's new values; nothing where they are others."""
    if not options:
        return tuple(
            _with_values(_option(name, place), draft, place)
            for place, name in enumerate(draft.options)
        )
    return tuple(
        _with_values(option, draft, place)
        for option, place in zip(options, _places(options, draft), strict=False)
    )


def _places(options: Sequence[Option], draft: ProductDraft) -> list[int]:
    """Where the draft tells each option; nothing where it tells others. Names that are left out
    mean the options in their order."""
    places = list(range(len(draft.options)))
    if len(options) != len(places):
        return []
    if not all(draft.options):
        return places
    found = [
        place for option in options for place, name in enumerate(draft.options) if _is(option, name)
    ]
    return found if sorted(found) == places else []


def _with_values(option: Option, draft: ProductDraft, place: int) -> Option:
    values = list(option.values)
    for variant in draft.variants:
        text = variant.values[place]
        if _value_of(values, text) is None:
            values.append(_value(text))
    return replace(option, values=tuple(values))


def _option(name: str, place: int) -> Option:
    if not name:
        return Option("", *UNNAMED[place], ())
    return Option("", *(known_option(name) or _names(name)), ())


def _value(text: str) -> OptionValue:
    if colour := known_colour(text):
        return OptionValue("", *colour)
    return OptionValue("", *_names(text))


def _names(text: str) -> tuple[str, str, str]:
    """A name in no stated language serves all; one in Latin letters is the English one, too."""
    return text, text if text.isascii() else "", ""


def _value_of(values: Sequence[OptionValue], text: str) -> OptionValue | None:
    return next((value for value in values if _is(value, text)), None)


def _is(thing: Option | OptionValue, text: str) -> bool:
    """Whether it goes by this name, or did when it got its key."""
    if thing.key and thing.key == _key(text):
        return True
    known = known_option(text) if isinstance(thing, Option) else known_colour(text)
    spellings = {_plain(text), *map(_plain, known[:3] if known else ())}
    names = (thing.name_ar, thing.name_en, thing.name_fr)
    return any(name and _plain(name) in spellings for name in names)


@lru_cache(4096)
def _plain(text: str) -> str:
    return fold(text) or text


@lru_cache(4096)
def _key(text: str) -> str:
    return slug(text, 30)


def _choice(
    options: Sequence[Option], places: Sequence[int], variant: VariantDraft
) -> dict[str, str]:
    chosen = {}
    for option, place in zip(options, places, strict=True):
        value = _value_of(option.values, variant.values[place])
        chosen[option.key] = value.key if value else ""
    return chosen


def _match(
    drafts: Sequence[VariantDraft],
    choices: Sequence[Mapping[str, str]],
    standing: Sequence[StandingVariant],
) -> list[StandingVariant | None]:
    """The variant that each draft means: by its key, its SKU, its values. None: a new one."""
    found: list[StandingVariant | None] = [None] * len(drafts)
    left = {each.id: each for each in standing}
    for code in ("source_key", "sku"):
        for place, match in enumerate(_by(code, drafts, standing)):
            if match and found[place] is None and left.pop(match.id, None):
                found[place] = match
    for place, choice in enumerate(choices):
        match = next((each for each in left.values() if each.choice == choice), None)
        if match and found[place] is None and left.pop(match.id, None):
            found[place] = match
    return found


def _by(
    code: str, drafts: Sequence[VariantDraft], standing: Sequence[StandingVariant]
) -> list[StandingVariant | None]:
    """By a code that tells them apart: one that two of them carry tells nothing."""
    told = Counter(getattr(each, code) for each in drafts)
    known = Counter(getattr(each, code) for each in standing)
    once = {getattr(each, code): each for each in standing if known[getattr(each, code)] == 1}
    return [
        once.get(mine) if (mine := getattr(each, code)) and told[mine] == 1 else None
        for each in drafts
    ]


def _planned(
    drafts: Sequence[VariantDraft],
    choices: Sequence[Mapping[str, str]],
    found: Sequence[StandingVariant | None],
    standing: Sequence[StandingVariant],
) -> tuple[PlannedVariant, ...]:
    """An empty code of a draft keeps what is known."""
    last = max((each.position for each in standing), default=-1)
    planned = []
    for draft, choice, was in zip(drafts, choices, found, strict=True):
        last += was is None
        base = was or StandingVariant(new_id(), NOTHING, position=last)
        variant = replace(
            base,
            choice=choice,
            sku=draft.sku or base.sku,
            gtin=draft.gtin or base.gtin,
            source_key=draft.source_key or base.source_key,
        )
        planned.append(PlannedVariant(variant, was))
    return tuple(planned)
