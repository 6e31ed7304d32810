"""What each address answers."""

import json
import re
from collections import Counter
from fnmatch import fnmatchcase
from typing import Any

from .book import Book, Index
from .query import BadQuery, sorted_by, test_of

Reply = tuple[int, dict[str, Any]]
ITEM_REASONS = {
    400: ("strict_dynamic_mapping_exception", "mapping set to strict"),
    404: ("index_not_found_exception", "no such index"),
    409: ("version_conflict_engine_exception", "current version is higher or equal"),
    429: ("rejected_execution_exception", "rejected execution of coordinating operation"),
}
MOST_RESULTS = 10_000


class Api:
    """`faults` counts what goes wrong next: "busy" (429), "broken" (503), "silent" (the line is
    cut) for whole answers; "item busy" for one item of a bulk."""

    def __init__(self) -> None:
        self.book = Book()
        self.faults: Counter[str] = Counter()
        self.asked: list[str] = []

    def befalls(self, fault: str) -> bool:
        with self.book.lock:
            if self.faults[fault] <= 0:
                return False
            self.faults[fault] -= 1
            return True

    def answer(self, method: str, path: str, content: bytes) -> Reply:
        self.asked.append(f"{method} {path}")
        for fault, status, kind in (
            ("busy", 429, "rejected_execution_exception"),
            ("broken", 503, "cluster_block_exception"),
        ):
            if self.befalls(fault):
                return _error(status, kind, "as ordered")
        with self.book.lock:
            return self._answer(method, path, content)

    def _answer(self, method: str, path: str, content: bytes) -> Reply:
        if (method, path) == ("GET", "/_cluster/health"):
            return 200, {"cluster_name": "simulator", "status": "green", "timed_out": False}
        if (method, path) == ("POST", "/_bulk"):
            return self._bulk(content)
        try:
            body = json.loads(content or b"{}")
        except ValueError:
            return _error(400, "parse_exception", "request body is no JSON")
        if (method, path) == ("POST", "/_aliases"):
            missing = self.book.move(body.get("actions", []))
            return _missing(missing) if missing else (200, {"acknowledged": True})
        found = re.fullmatch(r"/([^_/][^/]*)(?:/(_\w+))?", path)
        if not found:
            return _error(400, "illegal_argument_exception", "no handler found")
        return self._of_index(method, found[1], found[2] or "", body)

    def _of_index(self, method: str, name: str, act: str, body: dict[str, Any]) -> Reply:
        if (method, act) == ("GET", "_alias"):
            return 200, {
                each: {"aliases": {alias: {} for alias in index.aliases}}
                for each, index in self.book.indexes.items()
                if fnmatchcase(each, name)
            }
        index = self.book.named(name)
        if (method, act) == ("PUT", ""):
            return self._create(name, index, body)
        return _missing(name) if index is None else self._of_known(index, act, body)

    def _create(self, name: str, there: Index | None, body: dict[str, Any]) -> Reply:
        if there is not None:
            return _error(400, "resource_already_exists_exception", f"index [{name}] exists")
        self.book.indexes[name] = Index(body)
        return 200, {"acknowledged": True, "shards_acknowledged": True, "index": name}

    def _of_known(self, index: Index, act: str, body: dict[str, Any]) -> Reply:
        if act == "_refresh":
            index.refresh()
            return 200, {"_shards": {"total": 1, "successful": 1, "failed": 0}}
        if act in ("_search", "_count"):
            return self._read(index, act, body)
        return _error(400, "illegal_argument_exception", "no handler found")

    def _read(self, index: Index, act: str, body: dict[str, Any]) -> Reply:
        try:
            test = test_of(body.get("query", {"match_all": {}}))
        except BadQuery as error:
            return _error(400, "parsing_exception", str(error))
        found = [(key, source) for key, source in index.seen.items() if test(source)]
        shards = {"total": 1, "successful": 1, "skipped": 0, "failed": 0}
        if act == "_count":
            return 200, {"count": len(found), "_shards": shards}
        size = body.get("size", 10)
        if size > MOST_RESULTS:
            return _error(400, "illegal_argument_exception", "Result window is too large")
        shown = body.get("_source")
        best = sorted_by([source for _, source in found], body.get("sort", []))[:size]
        hits = [
            {"_source": {name: one[name] for name in shown or one}, "_score": None} for one in best
        ]
        return 200, {"timed_out": False, "_shards": shards, "hits": {"hits": hits}}

    def _bulk(self, content: bytes) -> Reply:
        if not content.endswith(b"\n"):
            return _error(400, "illegal_argument_exception", "must be terminated by a newline")
        lines = iter(json.loads(line) for line in content.splitlines())
        items = []
        for line in lines:
            ((act, about),) = line.items()
            source = next(lines) if act == "index" else None
            items.append({act: self._item(about, source)})
        has_errors = any("error" in about for item in items for about in item.values())
        return 200, {"took": 1, "errors": has_errors, "items": items}

    def _item(self, about: dict[str, Any], source: dict[str, Any] | None) -> dict[str, Any]:
        index = self.book.indexes.get(about["_index"])
        if self.befalls("item busy"):
            status = 429
        else:
            status = index.put(about["_id"], about["version"], source) if index else 404
        told = {"_index": about["_index"], "_id": about["_id"], "status": status}
        if status in (400, 409, 429) or index is None:
            kind, reason = ITEM_REASONS[status]
            told["error"] = {"type": kind, "reason": reason}
        return told


def _missing(name: str) -> Reply:
    return _error(404, "index_not_found_exception", f"no such index [{name}]")


def _error(status: int, kind: str, reason: str) -> Reply:
    cause = {"type": kind, "reason": reason}
    return status, {"error": {"root_cause": [cause], **cause}, "status": status}
