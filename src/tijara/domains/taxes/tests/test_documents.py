"""A document's tax, by the rules of EN 16931, in currencies of none, two and three decimals."""

from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.taxes.queries import tax_groups, taxed_document
from tijara.domains.taxes.rules import BASIS, main_supply, tax_of_group, taxed
from tijara.domains.taxes.shapes import Priced, TaxCategory, Treatment
from tijara.kit.money import round_half_up

STANDARD = Treatment(TaxCategory.STANDARD, 1500)
REDUCED = Treatment(TaxCategory.STANDARD, 500)
MEDICINE = Treatment(TaxCategory.ZERO, 0, "medicine")
BOOK = Treatment(TaxCategory.EXEMPT, 0, "book")
HOWS = [STANDARD, REDUCED, MEDICINE, BOOK, Treatment(TaxCategory.OUTSIDE)]

amounts = some.integers(0, 10**9)
goods = some.lists(some.builds(Priced, amounts, some.sampled_from(HOWS)), min_size=1, max_size=12)


def document(goods, delivery=0, fee=0, *, includes_tax=True):
    return taxed_document(goods, delivery, fee, includes_tax=includes_tax)


class TestTheRulesOfTheStandard:
    @given(goods, amounts, amounts, some.booleans())
    def test_sums(self, goods, delivery, fee, includes_tax):
        """BR-CO-10, 13, 14, 15 and BR-S-08: what is asked is neither lost nor made."""
        told = document(goods, delivery, fee, includes_tax=includes_tax)
        groups = tax_groups(told.parts)
        asked = sum(one.amount_minor for one in goods) + delivery + fee
        net = sum(part.net_minor for part in told.parts)
        assert (told.gross_minor if includes_tax else net) == asked
        assert net + told.tax_minor == told.gross_minor
        assert sum(group.tax_minor for group in groups) == told.tax_minor
        assert sum(group.net_minor for group in groups) == net
        for group in groups:
            mine = [
                part
                for part in told.parts
                if (part.treatment.category, part.treatment.rate_bp)
                == (group.category, group.rate_bp)
            ]
            assert group.net_minor == sum(part.net_minor for part in mine)
            assert group.tax_minor == sum(part.tax_minor for part in mine)

    @given(goods, amounts, amounts)
    def test_tax_on_top_is_the_net_sum_times_the_rate(self, goods, delivery, fee):
        """BR-CO-17, to the last unit."""
        for group in tax_groups(document(goods, delivery, fee, includes_tax=False).parts):
            assert group.tax_minor == round_half_up(group.net_minor * group.rate_bp, BASIS)

    @given(goods, amounts, amounts)
    def test_tax_inside_is_too_wherever_a_net_sum_makes_that_gross(self, goods, delivery, fee):
        """BR-CO-17: else it is one unit off, since no net sum with its tax makes that gross."""
        for group in tax_groups(document(goods, delivery, fee).parts):
            gross = group.net_minor + group.tax_minor
            off = group.tax_minor - round_half_up(group.net_minor * group.rate_bp, BASIS)
            nets = range(group.net_minor - 3, group.net_minor + 4)
            exact = [n for n in nets if n + round_half_up(n * group.rate_bp, BASIS) == gross]
            assert (off == 0) if exact else (abs(off) == 1)

    @given(goods, some.booleans())
    def test_only_the_standard_category_has_a_tax(self, goods, includes_tax):
        """BR-Z-09, BR-E-09, BR-G-09, BR-AE-09, BR-O-09."""
        for group in tax_groups(document(goods, includes_tax=includes_tax).parts):
            assert (group.category == TaxCategory.STANDARD) == bool(group.rate_bp)
            assert group.rate_bp or group.tax_minor == 0


class TestParts:
    @given(goods, some.booleans())
    def test_no_part_is_a_whole_unit_off_its_own_exact_tax(self, goods, includes_tax):
        parts = taxed(goods, includes_tax=includes_tax)
        for asked, part in zip(goods, parts, strict=True):
            rate = part.treatment.rate_bp
            below = BASIS + rate if includes_tax else BASIS
            assert abs(part.tax_minor * below - asked.amount_minor * rate) < 2 * below
            assert part.net_minor >= 0 and part.tax_minor >= 0

    @given(goods, some.booleans(), some.randoms())
    def test_a_documents_tax_does_not_depend_on_the_order_of_its_lines(
        self, goods, includes_tax, chance
    ):
        turned = goods[:]
        chance.shuffle(turned)
        one, other = (taxed(each, includes_tax=includes_tax) for each in (goods, turned))
        assert sum(part.tax_minor for part in one) == sum(part.tax_minor for part in other)


class TestWorkedExamples:
    """Those of docs/algorithms/tax.md."""

    def test_riyals(self):
        told = document([Priced(11500, STANDARD)], 2000, 1200)
        assert [part.tax_minor for part in told.parts] == [1500, 261, 156]
        assert (told.tax_minor, told.gross_minor) == (1917, 14700)

    def test_dinars_of_three_decimals(self):
        tenth = Treatment(TaxCategory.STANDARD, 1000)
        told = document([Priced(1005, tenth), Priced(1005, tenth), Priced(1005, tenth)])
        assert [part.tax_minor for part in told.goods] == [92, 91, 91]
        assert tax_of_group(3015, 1000, includes_tax=True) == 274

    def test_a_currency_without_decimals(self):
        tenth = Treatment(TaxCategory.STANDARD, 1000)
        told = document([Priced(99, tenth), Priced(49, tenth)], includes_tax=False)
        assert [part.tax_minor for part in told.goods] == [10, 5]
        assert (told.tax_minor, told.gross_minor) == (15, 163)

    def test_medicine_beside_a_thermos(self):
        told = document([Priced(9000, MEDICINE), Priced(4600, STANDARD)], 2000)
        zero, standard = sorted(tax_groups(told.parts), key=lambda one: one.rate_bp)
        assert (zero.net_minor, zero.tax_minor, zero.tax_classes) == (11000, 0, ("medicine",))
        assert (standard.net_minor, standard.tax_minor) == (4000, 600)


class TestDeliveryAndFee:
    def test_go_with_the_goods_that_most_of_the_money_is_in(self):
        mixed = [Priced(300, MEDICINE), Priced(200, STANDARD), Priced(200, STANDARD)]
        assert main_supply(mixed) == STANDARD
        assert main_supply([*mixed, Priced(200, MEDICINE)]) == MEDICINE

    def test_of_two_that_are_level_the_higher_rate_takes_them(self):
        assert main_supply([Priced(300, MEDICINE), Priced(300, STANDARD)]) == STANDARD
