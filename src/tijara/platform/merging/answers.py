"""How what a call has answered comes back to those who asked."""

import asyncio
import logging
import threading
from collections.abc import Callable, Hashable, Sequence
from typing import cast

log = logging.getLogger(__name__)


class ThreadTicket[Item, Answer]:
    """Somebody on a thread, who waits."""

    __slots__ = ("_answer", "_event", "item")

    def __init__(self, item: Item) -> None:
        self.item = item
        self._answer: Answer | BaseException | None = None
        self._event = threading.Event()

    def wait(self, seconds: float | None) -> bool:
        return self._event.wait(seconds)

    def tell(self, answer: Answer | BaseException) -> None:
        self._answer = answer
        self._event.set()

    def result(self) -> Answer:
        if isinstance(self._answer, BaseException):
            raise self._answer
        return cast(Answer, self._answer)


class AsyncTicket[Item, Answer]:
    """Somebody on an event loop."""

    __slots__ = ("future", "item", "loop")

    def __init__(self, item: Item, loop: asyncio.AbstractEventLoop) -> None:
        self.item, self.loop = item, loop
        self.future: asyncio.Future[Answer] = loop.create_future()


type Ticket[Item, Answer] = ThreadTicket[Item, Answer] | AsyncTicket[Item, Answer]
type Told[Item, Answer] = tuple[Ticket[Item, Answer], Answer | BaseException]


class WrongNumberOfAnswers(Exception):
    """The call has not answered each of its items: nobody knows which answer is whose."""


class Answers[Item, Answer]:
    def __init__(
        self,
        ask: Callable[[Hashable, Sequence[Item]], Sequence[Answer]],
        faults_of_one: tuple[type[Exception], ...],
    ) -> None:
        self.ask, self.faults_of_one = ask, faults_of_one

    def of(
        self,
        key: Hashable,
        tickets: Sequence[Ticket[Item, Answer]],
        before: Callable[[], None] | None,
    ) -> list[Told[Item, Answer]]:
        """Each with its answer, or with the fault."""
        try:
            if before is not None:
                before()
            return self._asked(key, tickets)
        except BaseException as fault:
            if isinstance(fault, self.faults_of_one) and len(tickets) > 1:
                half = len(tickets) // 2
                return [
                    *self.of(key, tickets[:half], before),
                    *self.of(key, tickets[half:], before),
                ]
            log.exception("a call for %d failed", len(tickets))
            return [(ticket, fault) for ticket in tickets]

    def _asked(
        self, key: Hashable, tickets: Sequence[Ticket[Item, Answer]]
    ) -> list[Told[Item, Answer]]:
        answers = self.ask(key, [ticket.item for ticket in tickets])
        if len(answers) != len(tickets):
            raise WrongNumberOfAnswers(f"{len(answers)} for {len(tickets)}")
        return list(zip(tickets, answers, strict=True))

    def tell(self, answered: Sequence[Told[Item, Answer]]) -> None:
        """A loop is told once, whatever the number of those who wait on it."""
        on_loops: dict[asyncio.AbstractEventLoop, list] = {}
        for ticket, answer in answered:
            if isinstance(ticket, ThreadTicket):
                ticket.tell(answer)
            else:
                on_loops.setdefault(ticket.loop, []).append((ticket.future, answer))
        for loop, told in on_loops.items():
            try:
                loop.call_soon_threadsafe(_settle, told)
            except RuntimeError:
                log.warning("%d answers found nobody: their loop is closed", len(told))


def _settle(told: Sequence[tuple[asyncio.Future, object]]) -> None:
    for future, answer in told:
        if future.done():  # he has left
            continue
        if isinstance(answer, BaseException):
            future.set_exception(answer)
        else:
            future.set_result(answer)
