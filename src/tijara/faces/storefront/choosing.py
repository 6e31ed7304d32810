"""Choosing a variant by its options: each value is a link, so that it works without scripts."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from tijara.domains.catalogue.shapes import Option, OptionValue, ProductPage, VariantCard

GONE, ELSEWHERE = "gone", "elsewhere"
MOST_SIDE_BY_SIDE = 24


@dataclass(frozen=True, slots=True)
class Pick:
    """A value, and the variant that it leads to. `state`: empty: as it stands; "gone": there is
    none of it left; "elsewhere": not with the rest of what is chosen, so the rest changes too."""

    value: OptionValue
    variant_id: UUID
    state: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Choosing:
    option: Option
    chosen: OptionValue | None
    picks: tuple[Pick, ...]

    @property
    def is_long(self) -> bool:
        """Too many to stand side by side."""
        return len(self.picks) > MOST_SIDE_BY_SIDE

    @property
    def has_colours(self) -> bool:
        return any(pick.value.swatch for pick in self.picks)


def choosings(
    shown: ProductPage, variant: VariantCard, to_be_had: Collection[UUID]
) -> tuple[Choosing, ...]:
    """One for each option. `to_be_had`: the variants that somebody sells right now."""
    return tuple(_choosing(shown, option, variant, to_be_had) for option in shown.options)


def _choosing(
    shown: ProductPage, option: Option, variant: VariantCard, to_be_had: Collection[UUID]
) -> Choosing:
    picks = []
    for value in option.values:
        of_it = [one for one in shown.variants if one.choice.get(option.key) == value.key]
        if of_it:
            picks.append(_pick(option, value, variant, of_it, to_be_had))
    chosen = next((pick.value for pick in picks if pick.is_chosen), None)
    return Choosing(option, chosen, tuple(picks))


def _pick(
    option: Option,
    value: OptionValue,
    variant: VariantCard,
    of_it: list[VariantCard],
    to_be_had: Collection[UUID],
) -> Pick:
    """Leads to the variant that differs in nothing else, or to the likest that can be had."""
    wanted = {**variant.choice, option.key: value.key}
    exact = next((one for one in of_it if one.choice == wanted), None)
    likest = exact or max(of_it, key=lambda one: (one.id in to_be_had, _likeness(one, wanted)))
    state = "" if exact and exact.id in to_be_had else GONE if exact else ELSEWHERE
    return Pick(value, likest.id, state, variant.choice.get(option.key) == value.key)


def _likeness(one: VariantCard, wanted: dict[str, str]) -> int:
    return sum(one.choice.get(key) == value for key, value in wanted.items())
