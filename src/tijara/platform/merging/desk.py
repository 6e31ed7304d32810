"""The merging desk: threads and coroutines bring items, and one call is made for many of them.

It makes no promise of its own: whoever was answered has what the call has answered, and a call
answers what is committed. Whoever gets no answer (the process died) may come again, so what is
asked for must carry a key that makes it happen once.
"""

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Hashable, Sequence
from weakref import WeakSet

from tijara.kit.refusal import Kind, Refusal
from tijara.platform.connections import give_connections_back, mend_connections

from .answers import Answers, AsyncTicket, ThreadTicket, Ticket
from .lanes import Call, Lanes, Limits, Waiting

log = logging.getLogger(__name__)
SWEEP = 0.05
"""Seconds between two looks at coroutines that have waited too long."""
ORDINARY = Limits()
REST = 60.0
"""Seconds after which a hand that had nothing to do goes, and its connection with it."""
SHORTEST_REST = 1.0


class DeskBusy(Refusal):
    """More is asked for than can be done. `seconds` says when to come again; nothing was done."""

    code = "merging.busy"
    kind = Kind.UNAVAILABLE


OPEN: WeakSet["MergingDesk"] = WeakSet()


def close_desks(patience: float = 5.0) -> None:
    """All of this process: it ends."""
    for desk in list(OPEN):
        desk.close(patience)


class MergingDesk[Item, Answer]:
    """`ask(key, items)` gives as many answers as it is given items, in their order, once they are
    committed. It is called outside of any transaction, for one key by one thread at a time.

    After a fault among `faults_of_one` nothing of a call has happened, and what is at fault may be
    a single item of it: both halves are asked again, down to the one, which gets the fault.
    Any other fault is everybody's who was in the call.
    """

    def __init__(
        self,
        name: str,
        ask: Callable[[Hashable, Sequence[Item]], Sequence[Answer]],
        limits: Limits = ORDINARY,
        *,
        faults_of_one: tuple[type[Exception], ...] = (),
    ) -> None:
        self.name, self.limits = name, limits
        self._answers = Answers(ask, faults_of_one)
        self._lanes: Lanes[Ticket[Item, Answer]] = Lanes(limits)
        self._lock = threading.Lock()
        self._due = threading.Condition(self._lock)
        self._done = threading.Condition(self._lock)
        self._hands: list[threading.Thread] = []
        self._free = 0
        self._is_closed = False
        self._sweeping: set[asyncio.AbstractEventLoop] = set()
        OPEN.add(self)

    # From a thread ------------------------------------------------------------------------

    def ask(self, key: Hashable, item: Item, *, patience: float | None = None) -> Answer:
        """The item's answer, or DeskBusy, or the fault of its call. Whoever finds the lane idle
        makes the call himself, on his own connection, at once."""
        ticket: ThreadTicket[Item, Answer] = ThreadTicket(item)
        moment = time.monotonic()
        with self._lock:
            self._check_room(key)
            is_idle = self._lanes.is_idle(key, moment)
            until = moment + (self.limits.patience if patience is None else patience)
            one = self._lanes.put(key, ticket, moment, until)
            call = self._lanes.take_of(key, moment) if is_idle else None
            if call is None:
                self._call_a_hand()
        if call is not None:
            self._serve(call)
        elif not ticket.wait(until - moment):
            self._wait_no_longer(one, ticket)
        return ticket.result()

    def _wait_no_longer(
        self, one: Waiting[Ticket[Item, Answer]], ticket: ThreadTicket[Item, Answer]
    ) -> None:
        """Whoever was taken meanwhile must hear what became of it."""
        with self._lock:
            is_withdrawn = self._lanes.withdraw(one)
            seconds = self._lanes.retry_after(one.key)
        if is_withdrawn:
            raise DeskBusy(seconds=seconds)
        ticket.wait(None)

    # From a coroutine ---------------------------------------------------------------------

    def bring(
        self, key: Hashable, item: Item, *, patience: float | None = None
    ) -> asyncio.Future[Answer]:
        """The same from the event loop: what it gives is awaited."""
        loop = asyncio.get_running_loop()
        ticket: AsyncTicket[Item, Answer] = AsyncTicket(item, loop)
        moment = time.monotonic()
        with self._lock:
            self._check_room(key)
            until = moment + (self.limits.patience if patience is None else patience)
            self._lanes.put(key, ticket, moment, until)
            self._call_a_hand()
        if loop not in self._sweeping:
            self._sweeping.add(loop)
            loop.call_later(SWEEP, self._sweep, loop)
        return ticket.future

    def _sweep(self, loop: asyncio.AbstractEventLoop) -> None:
        with self._lock:
            late = self._lanes.overdue(time.monotonic())
            seconds = {one.key: self._lanes.retry_after(one.key) for one in late}
            goes_on = self._lanes.waiting > 0
        self._refuse(late, seconds)
        if goes_on:
            loop.call_later(SWEEP, self._sweep, loop)
        else:
            self._sweeping.discard(loop)

    # The end ------------------------------------------------------------------------------

    def close(self, patience: float = 5.0) -> None:
        """Nobody is let in any more; who waits is served while there is time, else refused. Calls
        that have begun are waited for in any case: their answers may be known already."""
        ends = time.monotonic() + patience
        with self._lock:
            self._is_closed = True
            self._due.notify_all()
            while self._lanes.waiting and time.monotonic() < ends:
                self._done.wait(max(0.0, ends - time.monotonic()))
            late = self._lanes.give_up()
        self._refuse(late, {})
        with self._lock:
            while self._lanes.called:
                self._done.wait()
            hands = list(self._hands)
            self._due.notify_all()
        for hand in hands:
            hand.join()

    def waiting(self) -> int:
        return self._lanes.waiting

    # Within ---------------------------------------------------------------------------------

    def _check_room(self, key: Hashable) -> None:
        if self._is_closed:
            raise DeskBusy(seconds=1)
        if self._lanes.is_full(key):
            raise DeskBusy(seconds=self._lanes.retry_after(key))

    def _call_a_hand(self) -> None:
        """Somebody who waits for work, else a new one: as many as may call at once."""
        if self._free:
            self._due.notify()
        elif len(self._hands) < self.limits.calls_at_once:
            name = f"{self.name}-{len(self._hands) + 1}"
            hand = threading.Thread(target=self._work, name=name, daemon=True)
            self._hands.append(hand)
            hand.start()

    def _work(self) -> None:
        try:
            while (call := self._next()) is not None:
                self._serve(call, before=mend_connections)
        finally:
            give_connections_back()

    def _next(self) -> Call[Ticket[Item, Answer]] | None:
        """None: there was nothing to do for long, or the desk is closed and nobody waits."""
        rests = time.monotonic() + REST
        with self._lock:
            while True:
                moment = time.monotonic()
                if call := self._lanes.take(moment):
                    if self._lanes.due_at() is not None:
                        self._call_a_hand()
                    return call
                if not self._lanes.waiting and (self._is_closed or moment >= rests):
                    self._hands.remove(threading.current_thread())
                    return None
                rests = max(rests, moment + SHORTEST_REST)
                due = self._lanes.due_at()
                self._free += 1
                self._due.wait((rests if due is None else due) - moment)
                self._free -= 1

    def _serve(
        self, call: Call[Ticket[Item, Answer]], before: Callable[[], None] | None = None
    ) -> None:
        tickets = [one.item for one in call.members]
        answered = self._answers.of(call.key, tickets, before)
        with self._lock:
            self._lanes.end(call, time.monotonic())
            if self._lanes.due_at() is not None:
                self._call_a_hand()
            if self._is_closed:
                self._done.notify_all()
        self._answers.tell(answered)

    def _refuse(
        self, late: Sequence[Waiting[Ticket[Item, Answer]]], seconds: dict[Hashable, int]
    ) -> None:
        self._answers.tell([(one.item, DeskBusy(seconds=seconds.get(one.key, 1))) for one in late])
