"""Enrol a seller with an authority: ask for a first identity, show that documents come out right,
take the real one. Each step is committed, so that who dies halfway goes on from there."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from uuid import UUID

from django.db import transaction

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows
from tijara.platform.secrets import SealBroken, open_sealed, seal

from ..models import Unit
from ..ports import InvoiceAuthority
from ..queries import (
    applicant_of,
    authorities_of,
    authority_called,
    authority_fields,
    country_of_seller,
    unit_of,
)
from ..rules import about_unit
from ..shapes import (
    Applicant,
    AuthoritySilent,
    Enrolled,
    NotEnrolled,
    Remark,
    UnitFacts,
    UnitState,
    UnitView,
)
from ..states import UNIT


class UnitInvalid(Invalid):
    """`fields` has a fault for each fact that can't stand."""

    code = "invoicing.unit_invalid"


class EnrolmentRefused(Refusal):
    """The authority said no, in its own words."""

    code = "invoicing.enrolment_refused"
    kind = Kind.CONFLICT

    def __init__(self, remarks: tuple[Remark, ...]) -> None:
        said = " · ".join(" ".join(filter(None, (one.rule, one.words))) for one in remarks)
        super().__init__(said=said[:400])


class AuthorityUnreachable(Refusal):
    """It gives no answer. What was done so far is kept."""

    code = "invoicing.authority_unreachable"
    kind = Kind.UNAVAILABLE


@action(power=Power.INVOICES_MANAGE, atomic=False)
def enrol_unit(
    *,
    actor: Actor,
    seller_id: UUID,
    authority: str,
    facts: UnitFacts,
    fields: Mapping[str, str],
    given: Mapping[str, str],
) -> None:
    """`given` is what the authority asks for: a one-time code, or credentials. A unit that has
    begun goes on without it. One that is ready keeps its chain: its facts are renewed, and with
    something given its keys too."""
    chosen = _chosen(seller_id, authority, fields)
    there = unit_of(seller_id)
    unit_id = there.id if there else new_id()
    applicant = applicant_of(seller_id, unit_id, _tidy(facts))
    vendor = authority_called(authority, chosen)
    if faults := vendor.facts_faults(applicant):
        raise UnitInvalid(faults)
    if there and there.state is UnitState.READY:
        renewed = _renewed(vendor, applicant, given) if any(given.values()) else {}
        Unit.objects.filter(seller_id=seller_id, id=there.id).update(
            facts=asdict(applicant.facts), **renewed
        )
        return
    keys = _begun(there)
    if keys is None:
        keys = _begin(seller_id, authority, chosen, applicant, vendor, given)
    told = vendor.prove(applicant, keys)
    if not isinstance(told, Enrolled):
        raise _refusal(told)
    ready = {"facts": asdict(applicant.facts), **_kept(unit_id, told)}
    mine = Unit.objects.filter(seller_id=seller_id, id=unit_id)
    move_rows(UNIT, mine, Step("make_ready", actor, sets=ready))


def _renewed(
    vendor: InvoiceAuthority, applicant: Applicant, given: Mapping[str, str]
) -> dict[str, object]:
    """New keys for a unit that goes on: until they are there it writes with the old ones."""
    begun = vendor.begin(applicant, _plain(vendor, given))
    told = vendor.prove(applicant, begun.keys) if isinstance(begun, Enrolled) else begun
    if not isinstance(told, Enrolled):
        raise _refusal(told)
    return _kept(applicant.unit, told)


def _chosen(seller_id: UUID, authority: str, fields: Mapping[str, str]) -> dict[str, str]:
    if authority not in authorities_of(country_of_seller(seller_id)):
        raise UnitInvalid({"authority": "unknown"})
    asked = authority_fields(authority)
    said = {one.name: fields.get(one.name, one.choices[0]) for one in asked}
    wrong = {one.name: "unknown" for one in asked if said[one.name] not in one.choices}
    if wrong:
        raise UnitInvalid(wrong)
    return said


def _tidy(facts: UnitFacts) -> UnitFacts:
    told = {name: strip_controls(said).strip()[:120] for name, said in asdict(facts).items()}
    return UnitFacts(**told)


def _begun(there: UnitView | None) -> dict[str, str] | None:
    """The keys of a unit that has begun; None where there is none, or nothing opens them."""
    if there is None:
        return None
    sealed = Unit.objects.values_list("sealed", flat=True).get(
        seller_id=there.seller_id, id=there.id
    )
    try:
        return json.loads(open_sealed(sealed, about=about_unit(there.id)))
    except SealBroken:
        return None


def _plain(vendor: InvoiceAuthority, given: Mapping[str, str]) -> dict[str, str]:
    """Codes and credentials go with a request's head, where no other letters have a place."""
    told = {name: given.get(name, "").strip() for name in vendor.asks}
    if wrong := {name: "invalid" for name, said in told.items() if not _is_plain(said)}:
        raise UnitInvalid(wrong)
    return told


def _is_plain(said: str) -> bool:
    return said.isascii() and (said.isprintable() or not said)


def _begin(
    seller_id: UUID,
    authority: str,
    chosen: dict[str, str],
    applicant: Applicant,
    vendor: InvoiceAuthority,
    given: Mapping[str, str],
) -> dict[str, str]:
    told = vendor.begin(applicant, _plain(vendor, given))
    if not isinstance(told, Enrolled):
        raise _refusal(told)
    with transaction.atomic():
        Unit.objects.update_or_create(
            seller_id=seller_id,
            id=applicant.unit,
            defaults={
                "authority": authority,
                "state": UNIT.start,
                "facts": asdict(applicant.facts),
                "fields": chosen,
                **_kept(applicant.unit, told),
            },
        )
    return told.keys


def _kept(unit_id: UUID, told: Enrolled) -> dict[str, object]:
    return {
        "sealed": seal(json.dumps(told.keys), about=about_unit(unit_id)),
        "expires_at": told.expires_at,
        "kept_at": now(),
        "trouble": "",
    }


def _refusal(told: NotEnrolled | AuthoritySilent) -> Refusal:
    if isinstance(told, NotEnrolled):
        return EnrolmentRefused(told.remarks)
    return AuthorityUnreachable(why=told.why)
