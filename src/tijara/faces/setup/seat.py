"""Who sets this installation up, and at which step. Every view of the set-up begins here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache

from tijara.domains.installation.actions import SetupOver, settle_step
from tijara.domains.installation.queries import setup_state
from tijara.domains.installation.shapes import CAN_WAIT, Selling, SetupState, Step
from tijara.domains.markets.queries import country_profile, markets
from tijara.domains.markets.shapes import CountryProfile, MarketPolicy
from tijara.faces.setup.words import STEPS
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import SELLER_ROLES, STAFF_ROLES
from tijara.ui.directions import see_other, to_sign_in
from tijara.ui.language import local
from tijara.ui.problems import problem_page

AFTERWARDS = "/office/start"


@dataclass(frozen=True, slots=True)
class Seat:
    """`actor` acts as the operator's administrator; `as_seller` for the owner's own store."""

    actor: Actor
    state: SetupState
    step: Step

    @property
    def market(self) -> MarketPolicy | None:
        """The first that was opened: the one that is set up here."""
        return next(iter(markets()), None)

    @property
    def opened(self) -> MarketPolicy:
        found = self.market
        if found is None:
            raise Http404
        return found

    @property
    def profile(self) -> CountryProfile:
        return country_profile(self.opened.country)

    @property
    def as_seller(self) -> Actor:
        mine = self.state.seller_id
        return Actor(ActorKind.SELLER, self.actor.person_id, mine, SELLER_ROLES["owner"])

    def settles(self, *, is_put_off: bool = False, selling: Selling | None = None) -> HttpResponse:
        """Write the step down, and on to the next; a second press finds it settled already."""
        try:
            settle_step(actor=self.actor, step=self.step, is_put_off=is_put_off, selling=selling)
        except SetupOver:
            return see_other(local(AFTERWARDS))
        return onwards()


def onwards() -> HttpResponse:
    """To the first step that waits; after the last one, to what can be done next."""
    return next_of(setup_state())


def next_of(state: SetupState | None) -> HttpResponse:
    step = state.next_step if state else None
    return see_other(local(f"/setup/{step}" if step else AFTERWARDS))


def is_over(state: SetupState | None) -> bool:
    """Also where commands have opened the market and nobody ever claimed anything here."""
    if state is None or state.owner_id is None:
        return bool(markets())
    return state.is_finished


def at_step(step: Step) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """For the owner alone, and for no step before its time; back is always allowed."""

    def guard(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @never_cache
        @wraps(view)
        def seated(request: HttpRequest, **given) -> HttpResponse:
            seat = seat_of(request, step)
            return seat if isinstance(seat, HttpResponse) else view(request, seat, **given)

        return seated

    return guard


def seat_of(request: HttpRequest, step: Step) -> Seat | HttpResponse:
    """The state is asked for once; who is turned away is told where to go."""
    state = setup_state()
    if state is None or state.owner_id is None:
        if markets():
            raise Http404
        return see_other(local("/setup/owner"))
    if state.is_finished:
        return see_other(local(AFTERWARDS))
    if not request.user.is_authenticated:
        return to_sign_in(request, "/setup/")
    if request.user.pk != state.owner_id:
        return problem_page(request, 403, "forbidden")
    steps = list(state.steps)
    waits = state.next_step
    if step not in steps or (waits and steps.index(step) > steps.index(waits)):
        return next_of(state)
    powers = STAFF_ROLES.get(request.user.staff_role, frozenset())
    return Seat(Actor(ActorKind.STAFF, request.user.pk, powers=powers), state, step)


def setup_page(
    request: HttpRequest,
    step: Step,
    context: dict,
    *,
    state: SetupState | None = None,
    status: int = 200,
) -> HttpResponse:
    steps = list(state.steps if state else Step)
    here = steps.index(step)
    settled = state.done | state.put_off if state else frozenset()
    frame = {
        "steps": [_line(one, step, settled, place < here) for place, one in enumerate(steps)],
        "number": here + 1,
        "count": len(steps),
        "back": _back(steps, here),
        "later": f"/setup/later/{step}" if step in CAN_WAIT else "",
    }
    return render(request, f"setup/{step}.html", frame | context, status=status)


def _line(one: Step, step: Step, settled: frozenset[str], is_before: bool) -> dict:
    """Steps that were settled can be gone back to; the owner's account is not asked for twice."""
    can_return = one in settled and one is not step and one is not Step.OWNER
    return {
        "text": STEPS[one],
        "state": "now" if one is step else "done" if one in settled or is_before else "",
        "href": local(f"/setup/{one}") if can_return else "",
    }


def _back(steps: list[Step], here: int) -> str:
    return local(f"/setup/{steps[here - 1]}") if here > 1 else ""


def language() -> str:
    return translation.get_language() or "ar"
