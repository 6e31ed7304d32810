"""Indexes with their documents and versions, and the names that lead to them."""

import threading
from dataclasses import dataclass, field
from typing import Any

from .query import Source


@dataclass(slots=True)
class Index:
    body: dict[str, Any]
    written: dict[str, Source] = field(default_factory=dict)
    seen: dict[str, Source] = field(default_factory=dict)
    """As of the last refresh: what a search finds."""
    versions: dict[str, int] = field(default_factory=dict)
    """Of what was deleted as well."""
    aliases: set[str] = field(default_factory=set)

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(self.body.get("mappings", {}).get("properties", {}))

    def refresh(self) -> None:
        self.seen = dict(self.written)

    def put(self, key: str, version: int, source: Source | None) -> int:
        """The status of one item of a bulk; no source: deleted."""
        if version <= self.versions.get(key, -1):
            return 409
        if source is not None and source.keys() - self.fields:
            return 400
        was_there = key in self.written
        self.versions[key] = version
        if source is None:
            self.written.pop(key, None)
            return 200 if was_there else 404
        self.written[key] = source
        return 200 if was_there else 201


class Book:
    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.indexes: dict[str, Index] = {}

    def named(self, name: str) -> Index | None:
        """By its own name, or by the alias that one of them has."""
        if name in self.indexes:
            return self.indexes[name]
        found = [index for index in self.indexes.values() if name in index.aliases]
        return found[0] if found else None

    def move(self, actions: list[dict[str, Any]]) -> str:
        """All of them, or none: the name of what is missing."""
        told = [(act, about) for action in actions for act, about in action.items()]
        for _, about in told:
            if about["index"] not in self.indexes:
                return str(about["index"])
        for act, about in told:
            if act == "add":
                self.indexes[about["index"]].aliases.add(about["alias"])
            elif act == "remove":
                self.indexes[about["index"]].aliases.discard(about["alias"])
            else:
                self.indexes.pop(about["index"], None)
        return ""
