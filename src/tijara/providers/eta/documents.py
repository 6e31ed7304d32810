"""Documents between businesses on their way: signed by whoever holds the token, submitted, and
asked for.

The signature is made outside of this house: the law wants it from a token or a vault that the
seller holds. `Signer` is the seam: what answers at its address is given the canonical text and
gives back a CAdES-BES signature in base64, which goes into the document as it is.
"""

from datetime import datetime, timedelta
from typing import Any

import httpx

from tijara.domains.invoicing.shapes import Accepted, AuthoritySilent, Rejected, Remark, ToSend
from tijara.kit.clock import now

from .answers import IN_WORK, remarks, silence
from .canonical import Value, canonical, read, written

SKEW = timedelta(minutes=2)
"""How far the authority's clock may be behind ours."""
WINDOW = timedelta(days=29)
"""The longest time that may be searched at once."""
TAKEN_ALREADY = 422
LONGEST_SIGNATURE = 64_000
Wrong = Rejected | AuthoritySilent


class Signer:
    """Empty address: there is none."""

    def __init__(self, address: str, patience: float) -> None:
        self.address, self._patience = address, patience

    def sign(self, text: str) -> str:
        """ValueError for what can't be a signature."""
        answer = httpx.post(
            self.address,
            content=text.encode(),
            headers={"Content-Type": "text/plain; charset=utf-8"},
            timeout=self._patience,
        )
        if answer.status_code != 200:
            raise ValueError(f"the signer answered {answer.status_code}")
        said = answer.text.strip()
        if not said or len(said) > LONGEST_SIGNATURE or not said.isascii():
            raise ValueError("no signature")
        return said


class DocumentDesk:
    """Where documents are taken."""

    def __init__(self, address: str, patience: float) -> None:
        self._at, self._patience = address, patience

    def standing(self, filing: ToSend, token: str) -> Accepted | Wrong | None:
        """What it says of a document, looked for by the number that its seller gave it; None where
        it has none."""
        found = self._search(read(filing.document)["internalID"], filing.since or now(), token)
        if isinstance(found, AuthoritySilent):
            return found
        states = {str(one.get("status", "")).lower().replace(" ", ""): one for one in found}
        if "valid" in states:
            return Accepted(mark=str(states["valid"].get("uuid", "")))
        if IN_WORK & states.keys():
            return AuthoritySilent("it is still looking")
        state = next(iter(states), "")
        return self._why(str(states[state].get("uuid", "")), state, token) if state else None

    def submit(self, document: str, signature: str, token: str) -> Wrong | None:
        told: dict[str, Value] = read(document)
        told["signatures"] = [{"signatureType": "I", "value": signature}]
        answer = httpx.post(
            f"{self._at}/api/v1.0/documentsubmissions",
            content=f'{{"documents":[{written(told)}]}}'.encode(),
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
            timeout=self._patience,
        )
        if answer.status_code == TAKEN_ALREADY:
            return None
        if answer.status_code == 400:
            return Rejected(remarks([answer.json().get("error")]) or (Remark("400", ""),))
        if answer.status_code != 202:
            return silence(answer)
        refused = answer.json().get("rejectedDocuments") or []
        found = remarks([one.get("error") for one in refused if isinstance(one, dict)])
        return Rejected(found or (Remark("", ""),)) if refused else None

    def _search(
        self, number: str, since: datetime, token: str
    ) -> list[dict[str, Any]] | AuthoritySilent:
        start = max(since, now() - WINDOW) - SKEW
        answer = httpx.get(
            f"{self._at}/api/v1.0/documents/search",
            params={
                "submissionDateFrom": start.isoformat(timespec="seconds"),
                "submissionDateTo": (now() + SKEW).isoformat(timespec="seconds"),
                "internalID": number,
                "direction": "Sent",
                "pageSize": "100",
            },
            headers={"Authorization": f"Bearer {token}"},
            timeout=self._patience,
        )
        if answer.status_code == 404:
            return []
        if answer.status_code != 200:
            return silence(answer)
        rows = answer.json().get("result") or []
        return [one for one in rows if isinstance(one, dict) and one.get("internalId") == number]

    def _why(self, uuid: str, state: str, token: str) -> Wrong:
        answer = httpx.get(
            f"{self._at}/api/v1.0/documents/{uuid}/details",
            headers={"Authorization": f"Bearer {token}"},
            timeout=self._patience,
        )
        if answer.status_code != 200:
            return silence(answer)
        results = answer.json().get("validationResults") or {}
        steps = results.get("validationSteps") if isinstance(results, dict) else None
        wrong = [one.get("error") for one in steps or [] if isinstance(one, dict)]
        return Rejected(remarks([one for one in wrong if one]) or (Remark(state, ""),))


def to_sign(document: str) -> str:
    """The canonical text of a document without a signature."""
    return canonical(read(document))
