"""How a complaint is said to its buyer."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.deals.shapes import DealState as S
from tijara.domains.deals.shapes import DealStep
from tijara.kit.actor import ActorKind

STATES: dict[S, tuple[Promise, str]] = {
    S.COMPLAINED: (_("With the shop"), "info"),
    S.DISPUTED: (_("With the shop"), "info"),
    S.ANSWERED: (_("With the market’s staff"), "info"),
    S.SETTLED: (pgettext_lazy("complaint", "Closed"), ""),
    S.PARTED: (pgettext_lazy("complaint", "A part comes back"), "good"),
    S.UNDONE: (pgettext_lazy("complaint", "Your money comes back"), "good"),
}
"""(how it stands now, tone of its badge)."""
HEADLINES: dict[S, tuple[Promise, Promise]] = {
    S.COMPLAINED: (
        _("The shop has your complaint"),
        _(
            "What you have paid is kept. The shop’s days to answer begin when the rest of your "
            "order has come. If you only want to send something back, you can do so now."
        ),
    ),
    S.DISPUTED: (
        _("The shop has your complaint"),
        _("What you have paid is kept until it is settled. The shop answers, or pays it back."),
    ),
    S.ANSWERED: (
        _("The market’s staff look at it"),
        _("They read what both of you have written, and decide. You need do nothing."),
    ),
    S.SETTLED: (_("Your complaint is closed"), _("What was kept is the shop’s.")),
    S.PARTED: (
        _("You get a part of the price back"),
        _("It goes back the way you paid. The goods are yours."),
    ),
    S.UNDONE: (
        _("Your money is on its way"),
        _("It goes back the way you paid. Your bank may take some days to show it."),
    ),
}
"""(what it says in large, what that means)."""
STEPS: dict[S, Promise] = {
    S.PERFORMED: _("All of it has arrived"),
    S.COMPLAINED: _("You complained"),
    S.DISPUTED: _("You complained"),
    S.ANSWERED: _("It went to the market’s staff"),
    S.SETTLED: pgettext_lazy("complaint", "Closed"),
    S.PARTED: _("A part of the price was given back"),
    S.UNDONE: _("Your money was sent on its way"),
}
TAKEN_UP = _("The rest has come: the shop is asked for its answer")


def step_words(step: DealStep) -> Promise:
    is_taken_up = step.state is S.DISPUTED and step.actor_kind == ActorKind.SYSTEM
    return TAKEN_UP if is_taken_up else STEPS[step.state]
