"""Ask the market's operator to be let in as a seller."""

from dataclasses import asdict, replace
from uuid import UUID

from django.db import IntegrityError, transaction

from tijara.domains.geography.queries import city as city_of
from tijara.domains.markets.queries import market_by_id
from tijara.domains.parties.queries import identity_faults
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action

from ..models import Application
from ..rules import LONGEST_NAME, LONGEST_WORDS
from ..shapes import ApplicationDraft


class ApplicationInvalid(Invalid):
    code = "stores.application_invalid"


class ApplicationWaits(Refusal):
    """One is waiting for its answer already."""

    code = "stores.application_waits"


@action(power=Power.SIGN_IN)
def apply_to_sell(*, actor: Actor, market_id: UUID, draft: ApplicationDraft) -> UUID:
    """Its id. A person has one that waits; pressed twice, the second is refused."""
    tidy, faults = _checked(draft, market_by_id(market_id).country)
    if faults:
        raise ApplicationInvalid(faults)
    fresh = Application(
        person_id=actor.person_id,
        market_id=market_id,
        store_name=tidy.store_name,
        city=tidy.city,
        about=tidy.about,
        **asdict(tidy.identity),
    )
    try:
        with transaction.atomic():
            fresh.save(force_insert=True)
    except IntegrityError as error:
        raise ApplicationWaits from error
    return fresh.id


def _checked(draft: ApplicationDraft, country: str) -> tuple[ApplicationDraft, dict[str, str]]:
    identity, faults = identity_faults(draft.identity, country)
    tidy = replace(
        draft,
        identity=identity,
        store_name=strip_controls(draft.store_name),
        about=strip_controls(draft.about, keep_lines=True),
    )
    if not tidy.store_name or len(tidy.store_name) > LONGEST_NAME:
        faults["store_name"] = "too_long" if tidy.store_name else "required"
    if len(tidy.about) > LONGEST_WORDS:
        faults["about"] = "too_long"
    where = city_of(tidy.city)
    if where is None or where.country != country:
        faults["city"] = "unknown"
    return tidy, faults
