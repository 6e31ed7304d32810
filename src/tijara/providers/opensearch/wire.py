"""One question, one answer: JSON (of many documents: a line each) over HTTP."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import httpx

TRIES = 3
BUSY = frozenset({429, 502, 503, 504})
"""Worth asking again at once: another node may answer."""


class NoAnswer(Exception):
    """It is silent, says that it can't, or what it says can't be read."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: dict[str, Any]

    @property
    def error(self) -> str:
        """The kind of error, as OpenSearch names it."""
        told = self.body.get("error")
        return str(told.get("type", "")) if isinstance(told, dict) else str(told or "")


class Wire:
    def __init__(self, address: str, user: str, password: str, timeout_seconds: float) -> None:
        self._client = httpx.Client(
            base_url=address.rstrip("/"),
            auth=(user, password) if user else None,
            timeout=timeout_seconds,
            headers={"User-Agent": "tijara", "Accept": "application/json"},
        )

    def ask(self, method: str, path: str, body: Any = None, **params: str) -> Answer:
        content = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        return self._answer(method, path, content, "application/json", params)

    def tell(self, path: str, lines: Iterable[dict[str, Any]], **params: str) -> Answer:
        content = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()
        return self._answer("POST", path, content, "application/x-ndjson", params)

    def _answer(
        self, method: str, path: str, content: bytes | None, kind: str, params: dict[str, str]
    ) -> Answer:
        """What is busy is asked again; nothing here does harm by being said twice: documents carry
        their versions."""
        said = "silent"
        for _ in range(TRIES):
            try:
                told = self._client.request(
                    method, path, content=content, params=params, headers={"Content-Type": kind}
                )
            except httpx.HTTPError as error:
                said = type(error).__name__
                continue
            if told.status_code not in BUSY:
                return Answer(told.status_code, _read(told))
            said = f"busy: {told.status_code}"
        raise NoAnswer(said)


def _read(told: httpx.Response) -> dict[str, Any]:
    try:
        body = told.json() if told.content else {}
    except ValueError as error:
        raise NoAnswer(f"no JSON: {told.status_code}") from error
    if not isinstance(body, dict):
        raise NoAnswer(f"no JSON object: {told.status_code}")
    return body
