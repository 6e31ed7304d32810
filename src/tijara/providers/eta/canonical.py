"""The canonical form of a receipt, and the identity that follows from it.

A receipt is known by the SHA-256 of its canonical form with an empty `uuid`: each name in capitals
and quotes, each value in quotes, a list's name once before the list and once before each element,
nothing between them. A number stands as it is written, so a document keeps numbers as text.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any


class Number(str):
    """A number as it is written: "10.50" stays "10.50"."""


Value = str | Number | Mapping[str, "Value"] | list["Value"]


def canonical(value: Value) -> str:
    if isinstance(value, Mapping):
        return "".join(_member(name, inside) for name, inside in value.items())
    if isinstance(value, list):
        return "".join(canonical(one) for one in value)
    return f'"{value}"'


def identity(receipt: Mapping[str, Value]) -> str:
    """Of a receipt whose header has an empty uuid."""
    return sha256(canonical(receipt).encode()).hexdigest()


def written(value: Value) -> str:
    """As JSON, every number as it was."""
    if isinstance(value, Mapping):
        inside = ",".join(f"{json.dumps(name)}:{written(one)}" for name, one in value.items())
        return f"{{{inside}}}"
    if isinstance(value, list):
        return f"[{','.join(written(one) for one in value)}]"
    return str(value) if isinstance(value, Number) else json.dumps(value, ensure_ascii=False)


def read(text: str) -> dict[str, Any]:
    """A receipt from its JSON, numbers kept as they are written; ValueError for what is none."""
    found = json.loads(text, parse_float=Number, parse_int=Number)
    if not isinstance(found, dict):
        raise ValueError("no receipt")
    return found


def _member(name: str, inside: Value) -> str:
    told = f'"{name.upper()}"'
    if isinstance(inside, list):
        return told + "".join(told + canonical(one) for one in inside)
    return told + canonical(inside)
