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
    """Posts from threads of its own; `wait` until all that was begun is told."""

    def __init__(self, hook: str, token: str, faults: Faults) -> None:
        self.hook = hook
        self._token = token
        self._faults = faults
        self._threads: list[threading.Thread] = []

    def tell(self, event: str, payment: Thing) -> None:
        if not self.hook or self._faults.befalls(Fault.NOTICE_NEVER):
            return
        thread = threading.Thread(target=self._tell, args=[event, dict(payment)], daemon=True)
        self._threads = [one for one in self._threads if one.is_alive()] + [thread]
        thread.start()

    def wait(self) -> None:
        for thread in self._threads:
            thread.join(20)

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

    def _tell(self, event: str, payment: Thing) -> None:
        pause = threading.Event()
        if self._faults.befalls(Fault.NOTICE_AFTER):
            pause.wait(AFTER_SECONDS)
        if self._faults.befalls(Fault.NOTICE_LATE):
            pause.wait(LATE_SECONDS)
        body = self.body_of(event, payment)
        for _ in range(3 if self._faults.befalls(Fault.NOTICE_THRICE) else 1):
            self._post_until_taken(body, pause)
        if self._faults.befalls(Fault.NOTICE_DISORDER):
            older = payment | {"status": "initiated"}
            self._post_until_taken(self.body_of("payment_failed", older), pause)

    def _post_until_taken(self, body: bytes, pause: threading.Event) -> None:
        for number in range(TRIES):
            if 200 <= self.post(body) < 300:
                return
            pause.wait(0.3 * 2**number)
