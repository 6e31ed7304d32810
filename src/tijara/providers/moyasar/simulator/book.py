"""What the simulator knows: invoices and payments, in memory and in a file of lines."""

import json
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from .hours import HOURS

Thing = dict[str, Any]


def moment() -> str:
    told = datetime.fromtimestamp(HOURS.seconds(), UTC).isoformat(timespec="milliseconds")
    return told.replace("+00:00", "Z")


class Book:
    """One lock around everything. The file's last line of an id is what is true of it."""

    def __init__(self, file: Path | None = None) -> None:
        self.lock = threading.RLock()
        self.invoices: dict[str, Thing] = {}
        self.payments: dict[str, Thing] = {}
        self._file = file
        if file is not None and file.exists():
            self._read(file)

    def open_invoice(self, told: Thing) -> Thing:
        with self.lock:
            invoice = {"id": str(uuid4()), "status": "initiated", "created_at": moment(), **told}
            return self.keep("invoice", invoice)

    def open_payment(self, invoice: Thing, source: Thing) -> Thing:
        with self.lock:
            payment = {
                "id": str(uuid4()),
                "status": "initiated",
                "amount": invoice["amount"],
                "currency": invoice["currency"],
                "refunded": 0,
                "refunded_at": None,
                "captured": 0,
                "voided_at": None,
                "fee": 0,
                "description": invoice["description"],
                "invoice_id": invoice["id"],
                "callback_url": None,
                "ip": None,
                "metadata": invoice["metadata"],
                "source": source,
                "created_at": moment(),
            }
            return self.keep("payment", payment)

    def keep(self, kind: str, thing: Thing) -> Thing:
        with self.lock:
            thing["updated_at"] = moment()
            shelf = self.invoices if kind == "invoice" else self.payments
            shelf[thing["id"]] = thing
            if self._file is not None:
                with self._file.open("a", encoding="utf-8") as file:
                    file.write(json.dumps([kind, thing], ensure_ascii=False) + "\n")
            return thing

    def payments_of(self, invoice_id: str) -> list[Thing]:
        with self.lock:
            return [one for one in self.payments.values() if one["invoice_id"] == invoice_id]

    def forget(self) -> None:
        with self.lock:
            self.invoices.clear()
            self.payments.clear()
            if self._file is not None:
                self._file.unlink(missing_ok=True)

    def _read(self, file: Path) -> None:
        """A last line that a crash cut off is passed over."""
        for line in file.read_text(encoding="utf-8").splitlines():
            try:
                kind, thing = json.loads(line)
            except ValueError:
                continue
            shelf = self.invoices if kind == "invoice" else self.payments
            shelf[thing["id"]] = thing
