"""What goods are called of which a consumer law says something of its own."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from tijara.domains.markets.shapes import CountryProfile, GoodsKind, WithdrawalException
from tijara.ui.pieces.words import named

GOODS: dict[str, Promise] = {
    GoodsKind.MADE_TO_ORDER: gettext_lazy("Goods made to order"),
    GoodsKind.PERISHABLE: gettext_lazy("Goods that spoil quickly"),
    GoodsKind.HYGIENE: gettext_lazy("Goods worn or used on the skin"),
    GoodsKind.MEDIA: gettext_lazy("Sealed discs and programs"),
    GoodsKind.PRINT: gettext_lazy("Books, newspapers and magazines"),
    GoodsKind.JEWELLERY: gettext_lazy("Jewellery"),
    GoodsKind.WATCH: gettext_lazy("Watches and glasses"),
    GoodsKind.PERFUME: pgettext_lazy("goods", "Perfumes"),
    GoodsKind.EVENING_WEAR: gettext_lazy("Evening clothes"),
    GoodsKind.BULLION: gettext_lazy("Goods whose price moves with a market, such as gold bars"),
    GoodsKind.DEVICE: gettext_lazy("Electrical and electronic devices"),
    GoodsKind.DIGITAL: gettext_lazy("What is downloaded"),
}
NONE_OF_THESE = gettext_lazy("None of these")


def kind_options(inherited: Promise | str = "") -> list[tuple[str, object]]:
    """(word, label) of a choice of a department's kind. The first word is none; only where one is
    inherited another one is needed to undo it."""
    chosen = [(kind, name) for kind, name in GOODS.items() if kind != GoodsKind.DIGITAL]
    ordinary = [(GoodsKind.ORDINARY.value, NONE_OF_THESE)] if inherited else []
    return [("", inherited or NONE_OF_THESE), *ordinary, *chosen]


def law_given(profile: CountryProfile, today: date) -> list[str]:
    """What the law gives a buyer who changes his mind, and the least warranties; nothing where
    neither was looked up."""
    told = []
    if profile.return_days and profile.consumer_law:
        told.append(
            _(
                "By law (%(law)s) you have %(days)s from receiving the goods to send them back "
                "unused."
            )
            % {"law": named(profile.consumer_law), "days": days_said(profile.return_days)}
        )
    told += [
        _("%(goods)s: a warranty of at least %(months)s by law.")
        % {"goods": GOODS[one.goods], "months": _months(one.months)}
        for one in profile.legal_warranties
        if one.since <= today
    ]
    return told


def excepted_goods(one: WithdrawalException) -> str:
    """ "Perfumes: only within 1 day"."""
    told = {"goods": GOODS[one.goods], "days": days_said(one.days)}
    if one.is_when_opened:
        return _("%(goods)s, once opened") % told
    return _("%(goods)s: only within %(days)s") % told if one.days else str(told["goods"])


def days_said(days: int) -> str:
    """ "14 days"."""
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}


def _months(months: int) -> str:
    return ngettext("%(months)d month", "%(months)d months", months) % {"months": months}
