"""One question, one answer: JSON over HTTP with Basic authentication."""

import http.client
import json
import ssl
from base64 import b64encode
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

LARGEST_ANSWER = 1024 * 1024


class NoAnswer(Exception):
    """The gateway is silent, or what it says can't be read. It may have done what was asked."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: dict[str, Any]

    @property
    def words(self) -> str:
        """Of an error; never more than what the gateway says about it."""
        told = f"{self.status} {self.body.get('type', '')}: {self.body.get('message', '')}"
        wrong = self.body.get("errors")
        return f"{told} {json.dumps(wrong, ensure_ascii=False)}" if wrong else told


class Wire:
    def __init__(self, address: str, key: str, timeout_seconds: float) -> None:
        parts = urlsplit(address)
        self._is_safe = parts.scheme == "https"
        self._place = parts.netloc
        self._start = parts.path.rstrip("/")
        self._patience = timeout_seconds
        self._headers = {
            "Authorization": "Basic " + b64encode(f"{key}:".encode()).decode(),
            "Accept": "application/json",
            "User-Agent": "tijara",
        }

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Answer:
        headers = dict(self._headers)
        content = None
        if body is not None:
            content = json.dumps(body, ensure_ascii=False).encode()
            headers["Content-Type"] = "application/json"
        line = self._line()
        try:
            line.request(method, self._start + path, content, headers)
            answer = line.getresponse()
            told = answer.read(LARGEST_ANSWER)
        except (OSError, http.client.HTTPException) as error:
            raise NoAnswer(f"{type(error).__name__}") from error
        finally:
            line.close()
        return Answer(answer.status, _read(told, answer.status))

    def _line(self) -> http.client.HTTPConnection:
        if self._is_safe:
            safely = ssl.create_default_context()
            return http.client.HTTPSConnection(self._place, timeout=self._patience, context=safely)
        return http.client.HTTPConnection(self._place, timeout=self._patience)


def _read(told: bytes, status: int) -> dict[str, Any]:
    try:
        body = json.loads(told)
    except ValueError as error:
        raise NoAnswer(f"{status} without JSON") from error
    if not isinstance(body, dict):
        raise NoAnswer(f"{status} with other JSON than an object")
    return body
