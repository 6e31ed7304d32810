"""What goes wrong on order: each order is used up by the question that it befalls."""

import threading
from enum import StrEnum


class Fault(StrEnum):
    SILENT = "it hangs up without a word"
    LOST = "it has it, and its answer is lost"
    ERROR = "500"
    BUSY = "429"
    SLOW = "it takes longer than anybody waits"
    GARBAGE = "200 with no JSON"
    STRANGER = "401, whoever asks"
    REJECT = "it finds fault with what is right"
    WARN = "it accepts and warns"
    CLEARANCE_OFF = "303: report instead"


class Faults:
    """`outage` lasts until it is ended: every question is answered by 503."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ordered: dict[Fault, int] = {}
        self.outage = False

    def order(self, fault: Fault, times: int = 1) -> None:
        with self._lock:
            self._ordered[fault] = times

    def befalls(self, fault: Fault) -> bool:
        with self._lock:
            left = self._ordered.get(fault, 0)
            if left:
                self._ordered[fault] = left - 1
            return left > 0
