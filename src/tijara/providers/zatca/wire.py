"""One question to the authority's gateway, one answer: JSON over HTTPS."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

VERSION = "V2"
MOST_BYTES = 4 * 1024 * 1024


class NoAnswer(Exception):
    """It is silent, or what it says can't be read. It may have done what was asked."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wire:
    address: str
    patience_seconds: float

    def ask(
        self,
        path: str,
        body: Mapping[str, Any],
        *,
        identity: tuple[str, str] | None = None,
        **headers: str,
    ) -> Answer:
        """`identity` is a token and its secret."""
        told = {"Accept-Version": VERSION, "Accept-Language": "en", "Accept": "application/json"}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        if identity:
            told["Authorization"] = "Basic " + b64encode(":".join(identity).encode()).decode()
        try:
            answer = httpx.post(
                self.address + path, json=dict(body), headers=told, timeout=self.patience_seconds
            )
        except httpx.HTTPError as error:
            raise NoAnswer(type(error).__name__) from error
        return Answer(answer.status_code, _read(answer))


def _read(answer: httpx.Response) -> Mapping[str, Any]:
    """An error without a body is an answer; an acceptance without one is none."""
    if len(answer.content) > MOST_BYTES:
        raise NoAnswer(f"{answer.status_code} with too much")
    try:
        body = answer.json()
    except (ValueError, RecursionError) as error:
        if answer.status_code >= 400:
            return {}
        raise NoAnswer(f"{answer.status_code} without JSON") from error
    if not isinstance(body, dict):
        raise NoAnswer(f"{answer.status_code} with other JSON than an object")
    return body
