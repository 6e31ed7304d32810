"""Tell our hook of a payment, well or badly, as was ordered."""

import http.client
import json
import threading
from urllib.parse import urlsplit
from uuid import uuid4

from .book import Thing, moment
from .faults import Fault, Faults

LATE_SECONDS = 3.0
AFTER_SECONDS = 0.8
TRIES = 5
GUESS = "a guess"


class Teller:
    """Posts from threads of its own; `wait` until all that was begun is told, or `forget` it."""

    def __init__(self, hook: str, token: str, faults: Faults) -> None:
        self.hook = hook
        self._token = token
        self._faults = faults
        self._threads: list[threading.Thread] = []
        self._is_over = threading.Event()

    def tell(self, event: str, payment: Thing) -> None:
        if not self.hook or self._faults.befalls(Fault.NOTICE_NEVER):
            return
        told = [event, dict(payment), self._is_over]
        thread = threading.Thread(target=self._tell, args=told, daemon=True)
        self._threads = [one for one in self._threads if one.is_alive()] + [thread]
        thread.start()

    def wait(self) -> None:
        for thread in self._threads:
            thread.join(20)

    def forget(self) -> None:
        """What is on its way arrives before this returns; what waits for its time never does."""
        over, self._is_over = self._is_over, threading.Event()
        over.set()
        self.wait()

    def body_of(self, event: str, payment: Thing) -> bytes:
        told = {
            "id": str(uuid4()),
            "type": event,
            "created_at": moment(),
            "secret_token": self._token,
            "account_name": None,
            "live": False,
            "data": payment,
        }
        if self._faults.befalls(Fault.NOTICE_FORGED):
            told |= {"secret_token": GUESS}
        if self._faults.befalls(Fault.NOTICE_LIES):
            told["data"] = payment | {"amount": 100}
        body = json.dumps(told, ensure_ascii=False).encode()
        return body[: len(body) // 2] if self._faults.befalls(Fault.NOTICE_TRUNCATED) else body

    def post(self, body: bytes) -> int:
        """The hook's answer; 0 where there is none."""
        place = urlsplit(self.hook)
        line = http.client.HTTPConnection(place.netloc, timeout=10)
        try:
            line.request("POST", place.path, body, {"Content-Type": "application/json"})
            return line.getresponse().status
        except OSError:
            return 0
        finally:
            line.close()

    def _tell(self, event: str, payment: Thing, is_over: threading.Event) -> None:
        if self._faults.befalls(Fault.NOTICE_AFTER):
            is_over.wait(AFTER_SECONDS)
        if self._faults.befalls(Fault.NOTICE_LATE):
            is_over.wait(LATE_SECONDS)
        body = self.body_of(event, payment)
        for _ in range(3 if self._faults.befalls(Fault.NOTICE_THRICE) else 1):
            self._post_until_taken(body, is_over)
        if self._faults.befalls(Fault.NOTICE_DISORDER):
            older = payment | {"status": "initiated"}
            self._post_until_taken(self.body_of("payment_failed", older), is_over)

    def _post_until_taken(self, body: bytes, is_over: threading.Event) -> None:
        for number in range(TRIES):
            if is_over.is_set() or 200 <= self.post(body) < 300:
                return
            is_over.wait(0.3 * 2**number)
