"""What the authority's answers mean, whatever was asked."""

import httpx

from tijara.domains.invoicing.shapes import AuthoritySilent, Remark

NOT_OURS = frozenset({400, 401, 403})
IN_WORK = frozenset({"submitted", "inprogress"})


def silence(answer: httpx.Response) -> AuthoritySilent:
    return AuthoritySilent(f"{answer.status_code}", keys_refused=answer.status_code in NOT_OURS)


def remarks(told: object) -> tuple[Remark, ...]:
    """An error may hold others, each about a field."""
    found = []
    for one in told if isinstance(told, list) else []:
        if isinstance(one, dict):
            inside = one.get("details")
            found += list(remarks(inside)) or [
                Remark(
                    str(one.get("code") or one.get("target") or "")[:80],
                    str(one.get("message", ""))[:600],
                )
            ]
    return tuple(found)
