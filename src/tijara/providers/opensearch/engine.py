"""The adapter: the house's documents and questions over OpenSearch's REST interface.

Each generation is an index of its own (`tijara-3`); an alias (`tijara`) says which one answers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tijara.domains.search.shapes import (
    Dropped,
    EngineDocument,
    EngineHealth,
    EngineSilent,
    Generations,
    Hit,
    Laid,
    Sought,
)

from .mapping import BEST_SOLD, INDEX, SHOWN, hit_of, query_of, source_of
from .wire import Answer, NoAnswer, Wire

CONFLICT, BUSY = 409, frozenset({429, 503})
THERE_ALREADY = "resource_already_exists_exception"
Line = tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class OpenSearchSettings:
    address: str
    user: str = ""
    password: str = ""
    alias: str = "tijara"
    """The name that answers; indexes are called after it."""
    timeout_seconds: float = 5.0


class OpenSearchEngine:
    Settings = OpenSearchSettings

    def __init__(self, settings: OpenSearchSettings) -> None:
        self._alias = settings.alias
        self._wire = Wire(
            settings.address, settings.user, settings.password, settings.timeout_seconds
        )

    def index(
        self, documents: Sequence[EngineDocument], generation: int
    ) -> tuple[Laid, ...] | EngineSilent:
        return self._bulk([_line("index", one, self._name(generation)) for one in documents])

    def drop(self, gone: Sequence[Dropped], generation: int) -> tuple[Laid, ...] | EngineSilent:
        return self._bulk([_line("delete", one, self._name(generation)) for one in gone])

    def search(self, sought: Sought, most: int) -> list[Hit] | EngineSilent:
        return self._hits(query_of(sought), most)

    def suggest(self, sought: Sought, begun: str, most: int) -> list[Hit] | EngineSilent:
        return self._hits(query_of(sought, begun), most)

    def count(self, sought: Sought) -> int | EngineSilent:
        told = self._ask("POST", f"/{self._alias}/_count", {"query": query_of(sought)})
        return told if isinstance(told, EngineSilent) else int(told.body["count"])

    def health(self) -> EngineHealth:
        told = self._ask("GET", "/_cluster/health")
        if isinstance(told, EngineSilent):
            return EngineHealth(is_well=False, says=told.why)
        status = str(told.body.get("status", ""))
        counted = self._ask("POST", f"/{self._alias}/_count", {"query": {"match_all": {}}})
        if isinstance(counted, EngineSilent):
            return EngineHealth(is_well=False, says=f"{status}; {counted.why}")
        return EngineHealth(status in ("green", "yellow"), status, int(counted.body["count"]))

    def generations(self) -> Generations | EngineSilent:
        told = self._ask("GET", f"/{self._alias}-*/_alias")
        if isinstance(told, EngineSilent):
            return told
        named = re.compile(rf"{re.escape(self._alias)}-(\d+)")
        known = {
            int(found[1]): self._alias in about.get("aliases", {})
            for name, about in told.body.items()
            if (found := named.fullmatch(name))
        }
        serving = [generation for generation, answers in known.items() if answers]
        return Generations(tuple(sorted(known)), max(serving, default=0))

    def begin(self, generation: int) -> EngineSilent | None:
        try:
            told = self._wire.ask("PUT", f"/{self._name(generation)}", INDEX)
        except NoAnswer as error:
            return EngineSilent(str(error))
        is_there = told.status == 200 or told.error == THERE_ALREADY
        return None if is_there else EngineSilent(f"{told.status} {told.error}")

    def serve(self, generation: int) -> EngineSilent | None:
        """What was laid in is seen first; then the name moves and the others go, in one step."""
        mine = self._name(generation)
        refreshed = self._ask("POST", f"/{mine}/_refresh")
        found = self.generations()
        for told in (refreshed, found):
            if isinstance(told, EngineSilent):
                return told
        known = found.known if isinstance(found, Generations) else ()
        actions: list[dict[str, Any]] = [{"add": {"index": mine, "alias": self._alias}}]
        actions += [
            {"remove_index": {"index": self._name(other)}} for other in known if other != generation
        ]
        done = self._ask("POST", "/_aliases", {"actions": actions})
        return done if isinstance(done, EngineSilent) else None

    def refresh(self) -> None:
        """What was written is found from now on: else within half a second."""
        self._ask("POST", f"/{self._alias}-*/_refresh")

    def _bulk(self, lines: Sequence[Line]) -> tuple[Laid, ...] | EngineSilent:
        """Each by itself: that one is refused does not keep the others."""
        if not lines:
            return ()
        try:
            told = self._wire.tell("/_bulk", (part for line in lines for part in line))
        except NoAnswer as error:
            return EngineSilent(str(error))
        items = told.body.get("items", [])
        if told.status != 200 or len(items) != len(lines):
            return EngineSilent(f"{told.status} {told.error}")
        return tuple(_laid(about) for item in items for about in item.values())

    def _hits(self, query: dict[str, Any], most: int) -> list[Hit] | EngineSilent:
        asked = {
            "query": query,
            "size": most,
            "sort": BEST_SOLD,
            "_source": SHOWN,
            "track_total_hits": False,
        }
        told = self._ask("POST", f"/{self._alias}/_search", asked)
        if isinstance(told, EngineSilent):
            return told
        try:
            return [hit_of(hit["_source"], UUID) for hit in told.body["hits"]["hits"]]
        except (KeyError, TypeError, ValueError) as error:
            return EngineSilent(f"an answer that can't be read: {type(error).__name__}")

    def _ask(self, method: str, path: str, body: Any = None) -> Answer | EngineSilent:
        try:
            told = self._wire.ask(method, path, body)
        except NoAnswer as error:
            return EngineSilent(str(error))
        return told if told.status == 200 else EngineSilent(f"{told.status} {told.error}")

    def _name(self, generation: int) -> str:
        return f"{self._alias}-{generation}"


def _laid(about: dict[str, Any]) -> Laid:
    status = int(about.get("status", 500))
    if status in (200, 201) or status == 404 and "error" not in about:
        return Laid.DONE
    if status == CONFLICT:
        return Laid.OLDER
    return Laid.LATER if status in BUSY else Laid.REFUSED


def _line(act: str, one: EngineDocument | Dropped, index: str) -> Line:
    about = {
        "_index": index,
        "_id": f"{one.market_id}/{one.product_id}",
        "version": one.version,
        "version_type": "external",
    }
    return ({act: about}, source_of(one)) if isinstance(one, EngineDocument) else ({act: about},)
