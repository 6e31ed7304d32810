"""What goes wrong on order: each order is used up by the thing that it befalls."""

import threading
from enum import StrEnum


class Fault(StrEnum):
    NOTICE_AFTER = "notice_after_the_return"
    NOTICE_THRICE = "notice_three_times"
    NOTICE_NEVER = "notice_never"
    NOTICE_LATE = "notice_late"
    NOTICE_DISORDER = "notice_out_of_order"
    NOTICE_FORGED = "notice_forged"
    NOTICE_TRUNCATED = "notice_truncated"
    NOTICE_LIES = "notice_with_another_amount"
    WRONG_AMOUNT = "wrong_amount"
    WRONG_CURRENCY = "wrong_currency"
    CREATE_500 = "create_500_after_it_was_made"
    CREATE_SILENT = "create_silent_after_it_was_made"
    FETCH_500 = "fetch_500"
    REFUND_500 = "refund_500_after_it_was_given"
    REFUND_SILENT = "refund_silent_after_it_was_given"
    SLOW = "slow"


class Faults:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ordered: dict[Fault, int] = {}

    def order(self, fault: Fault, times: int = 1) -> None:
        with self._lock:
            self._ordered[fault] = times

    def befalls(self, fault: Fault) -> bool:
        """Whether it was ordered; that many times less from now on."""
        with self._lock:
            left = self._ordered.get(fault, 0)
            if left:
                self._ordered[fault] = left - 1
            return left > 0

    def forget(self) -> None:
        with self._lock:
            self._ordered.clear()
