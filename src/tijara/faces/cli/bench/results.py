"""What a bench says: one object for programs, one table for people."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Result:
    """One figure. `values` are the rounds'; the result's value is their median.

    `ok` is whether the reach was met; a figure without a reach is always well.
    """

    what: str
    values: Sequence[float]
    unit: str
    reach: float | None = None
    ok: bool = True
    beside: dict[str, Any] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        return {
            "what": self.what,
            "value": _short(median(self.values)),
            "unit": self.unit,
            "reach": self.reach,
            "ok": self.ok,
            "spread": [_short(min(self.values)), _short(max(self.values))],
            "beside": {name: _short(value) for name, value in self.beside.items()},
        }


def p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def at_most(
    what: str,
    values: Sequence[float],
    unit: str,
    reach: float,
    beside: dict[str, Any] | None = None,
    *,
    scale: float = 1.0,
) -> Result:
    """A figure that should be small. `scale` widens the reach on a slower or busier machine."""
    return Result(what, values, unit, reach, median(values) <= reach * scale, beside or {})


def at_least(
    what: str,
    values: Sequence[float],
    unit: str,
    reach: float,
    beside: dict[str, Any] | None = None,
    *,
    scale: float = 1.0,
) -> Result:
    """A figure that should be large."""
    return Result(what, values, unit, reach, median(values) >= reach / scale, beside or {})


def always(
    what: str, values: Sequence[float], unit: str, reach: float, beside: dict[str, Any]
) -> Result:
    """A figure that must be the same in every round."""
    return Result(what, values, unit, reach, all(value == reach for value in values), beside)


def as_json(report: dict[str, Any]) -> str:
    return json.dumps(report, ensure_ascii=False)


def as_table(report: dict[str, Any]) -> str:
    lines = [f"{report['bench']} ({_said(report['machine'])}; load {report['load']})"]
    for one in report["results"]:
        low, high = one["spread"]
        mark = "ok  " if one["ok"] else "MISS"
        reach = "" if one["reach"] is None else f"  reach {one['reach']}"
        lines.append(
            f"  {mark} {one['what']:<26} {one['value']} {one['unit']}  [{low} … {high}]{reach}"
        )
        lines += [f"         {name}: {value}" for name, value in one["beside"].items()]
    return "\n".join(lines)


def _said(facts: dict[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in facts.items())


def _short(value: Any) -> Any:
    return round(value, 3) if isinstance(value, float) else value
