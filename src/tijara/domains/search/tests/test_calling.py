"""What is promised of names that people have given: near is what shares most of its rare words."""

from math import fsum

from hypothesis import example, given
from hypothesis import strategies as st

from tijara.domains.search.rules import Alias, Aliases
from tijara.kit.ids import new_id

WORDS = st.lists(st.sampled_from(["دلة", "ازرق", "كبير", "500", "mg", "قطرة"]), max_size=5)
TEXTS = WORDS.map(lambda words: " ".join(dict.fromkeys(words)))


def _aliases(*texts):
    return Aliases(Alias(text, text, new_id()) for text in texts)


@example(["دلة كبير", "mg 500"], "كبير mg 500 دلة")
@example(["كبير دلة", "دلة mg", "كبير", "mg قطرة ازرق"], "قطرة mg دلة")
@given(st.lists(TEXTS, min_size=1, max_size=12), TEXTS)
def test_the_rarest_words_find_all_that_is_near(texts, asked):
    """As if each name were compared; exactly the half is near, however its parts are added."""
    many = _aliases(*texts)
    rarity = {word: many._rarity(word) for word in f"{' '.join(texts)} {asked}".split()}

    def share(text):
        one, other = set(text.split()), set(asked.split())
        both = fsum(rarity[word] for word in one | other)
        return fsum(rarity[word] for word in one & other) / both if both else 0.0

    assert sorted(round(one.share, 6) for one in many.near(asked).values()) == sorted(
        round(share(text), 6) for text in texts if share(text) >= 0.5 - 1e-9
    )


def test_the_very_words_lift_the_most_and_strangers_nothing():
    many = _aliases("قطرة زرقاء", "شراب")
    (near,) = many.near("قطرة زرقاء").values()
    assert (near.share, near.percent) == (1.0, 30)
    assert many.near("حذاء رياضي") == {} and many.exactly("شراب") and not many.exactly("قطرة")
    assert many.near("") == {}
