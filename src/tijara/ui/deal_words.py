"""How the life of a deal is said at the desks: its states, its moves, and what is wrong with it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.deals.shapes import DealState as S
from tijara.domains.deals.shapes import DealStep, Misfit, ProcessKind, Unfit
from tijara.kit.actor import ActorKind
from tijara.platform.process.shapes import Fault, FaultKind, Process

DEAL_STATES: dict[S, tuple[Promise, str]] = {
    S.OPEN: (_("Not yet delivered"), ""),
    S.COMPLAINED: (pgettext_lazy("deal", "Complaint, more is on its way"), "warn"),
    S.PERFORMED: (_("Held"), "info"),
    S.DISPUTED: (pgettext_lazy("deal", "Complaint"), "warn"),
    S.ANSWERED: (pgettext_lazy("deal", "Before staff"), "warn"),
    S.SETTLED: (_("Settled"), "good"),
    S.PARTED: (pgettext_lazy("deal", "Parted"), "info"),
    S.UNDONE: (_("Given back"), "warn"),
}
"""What stands with the seller's part of an order: (name, tone of the badge)."""
STEPS: dict[S, Promise] = {
    S.COMPLAINED: _("The buyer complained of what has come"),
    S.PERFORMED: _("All of it has arrived"),
    S.DISPUTED: _("The buyer complained"),
    S.ANSWERED: _("Before the market’s staff"),
    S.SETTLED: _("The money is the store’s"),
    S.PARTED: _("Parted between the two"),
    S.UNDONE: _("The money goes back to the buyer"),
}
TAKEN_UP = _("All of it has arrived: the store is asked for its answer")
"""How a complaint goes on that was told before the last parcel."""
KINDS: dict[ProcessKind, tuple[Promise, Promise]] = {
    ProcessKind.PLAIN: (
        _("Without complaints"),
        _("What is held is the store’s when the days are over. Returns stay as they are."),
    ),
    ProcessKind.FOR_BUYER: (
        _("Complaints, and silence is decided for the buyer"),
        _("A store that does not answer pays; so does one about which staff do not decide."),
    ),
    ProcessKind.BY_STAFF: (
        _("Complaints, and staff decide"),
        _("A store’s silence brings it before staff. If they are silent, the store is paid."),
    ),
    ProcessKind.OWN: (
        _("A process of your own"),
        _("Written as JSON, of the moves that this house knows."),
    ),
}
"""(name, what it means)."""
MOVES: dict[str, tuple[Promise, Promise]] = {
    "perform": (_("The last parcel arrives"), _("what the store has earned is held")),
    "settle": (_("The protected days are over"), _("the store gets what is held")),
    "take_back": (_("The order is taken back"), _("the buyer gets his money back")),
    "complain": (
        _("The buyer complains of what has come"),
        _("it is told, and waits for the last parcel"),
    ),
    "take_up": (
        _("The last parcel of what is complained of arrives"),
        _("what the store has earned is held, and it is asked for its answer"),
    ),
    "dispute": (_("The buyer complains"), _("nothing moves until it is settled")),
    "withdraw": (_("The buyer withdraws"), _("the store gets what is held")),
    "answer": (_("The store answers"), _("now staff are to decide")),
    "bring_to_staff": (_("The store has been silent"), _("now staff are to decide")),
    "give_in": (_("The store agrees"), _("the buyer gets his money back")),
    "undo_for_silence": (_("The time is over"), _("the buyer gets his money back")),
    "settle_for_silence": (_("The time is over"), _("the store gets what is held")),
    "decide_seller": (_("Staff decide for the store"), _("the store gets what is held")),
    "decide_buyer": (_("Staff decide for the buyer"), _("the buyer gets his money back")),
    "decide_parts": (_("Staff part it"), _("each gets his part")),
}
"""(what happens, what it does)."""
ACTORS: dict[str, Promise] = {
    "buyer": _("the buyer"),
    "seller": _("the store"),
    "staff": _("staff"),
    "system": _("the clock"),
}
FAULTS: dict[str, Promise] = {
    FaultKind.UNKNOWN_NAME: _("“%(where)s” is named, and nothing of that name is there."),
    FaultKind.NAMED_TWICE: _("“%(where)s” is there twice."),
    FaultKind.END_IS_LEFT: _("“%(where)s” is an end, and yet a move leads out of it."),
    FaultKind.NOBODY_MOVES: _("Nobody may make the move “%(where)s”, or it begins nowhere."),
    FaultKind.UNREACHABLE: _("Nothing leads to “%(where)s”."),
    FaultKind.DEAD_END: _("From “%(where)s” no end may be reached any more."),
    FaultKind.NEVER_ENDS: _("If everybody is silent in “%(where)s”, it never ends."),
    FaultKind.TAKES_TWICE: _("By “%(where)s” money would be taken that is held already."),
    FaultKind.GIVES_NOTHING: _("By “%(where)s” money would leave a second time."),
    FaultKind.STAYS_HELD: _("At the end “%(where)s” money may still be held, for ever."),
    FaultKind.RESTS_WITH_MONEY: _("In “%(where)s” money may lie and nobody need move it."),
    FaultKind.PAYS_HIMSELF: _("By “%(where)s” somebody gives money to himself."),
    FaultKind.SILENCE_PAYS: _("By “%(where)s” the clock pays a store that has delivered nothing."),
    Unfit.UNKNOWN_MOVE: _("This house knows no move “%(where)s”."),
    Unfit.OTHER_THAN_OURS: _("“%(where)s” does something else here than it says."),
    Unfit.NOT_FROM_THERE: _("“%(where)s” can’t begin in one of these states."),
    Unfit.NOT_BY_HIM: _("“%(where)s” can’t be made by one of these people."),
    Unfit.MISSING_MOVE: _("The move “%(where)s” is missing; every deal needs it."),
    Unfit.KEEPS_TAKEN_BACK: _("An order that is taken back in “%(where)s” would stay there."),
    Unfit.TWO_CLOCKS: _("In “%(where)s” the clock has more than one thing to do."),
    Unfit.OTHER_FRAME: _("“%(where)s” must stay as it is in the ready processes."),
}
"""What is wrong with a process, by its kind; a test holds that none is missing."""


def fault_sentence(fault: Fault | Misfit) -> str:
    """In the reader's language, with the move or the state by its name there."""
    known = MOVES.get(fault.where)
    where = known[0] if known else fault.where
    if fault.where in set(S):
        where = DEAL_STATES[S(fault.where)][0]
    return str(FAULTS[fault.kind]) % {"where": where}


def step_words(step: DealStep) -> Promise:
    is_taken_up = step.state is S.DISPUTED and step.actor_kind == ActorKind.SYSTEM
    return TAKEN_UP if is_taken_up else STEPS[step.state]


def state_names(process: Process) -> dict[str, object]:
    """Of one that could not be saved, too: what nobody knows is called as it was written."""
    known = {str(state): name for state, (name, _tone) in DEAL_STATES.items()}
    return {state: known.get(state, state) for state in process.states}
