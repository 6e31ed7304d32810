"""How a seller presents himself, and who asks to become one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import BinaryIO
from uuid import UUID

from tijara.domains.parties.shapes import LegalIdentity
from tijara.kit.clock import now


@dataclass(frozen=True, slots=True)
class Pause:
    """Some days in which a store sells nothing, and what it says to its visitors meanwhile."""

    begins: datetime
    ends: datetime
    words_ar: str = ""
    words_en: str = ""
    words_fr: str = ""


@dataclass(frozen=True, slots=True)
class StoreCard:
    seller_id: UUID
    slug: str
    name_ar: str
    name_en: str
    about_ar: str
    about_en: str
    city: str
    hue: int
    is_open: bool
    name_fr: str = ""
    about_fr: str = ""
    returns_ar: str = ""
    """His own words about returns, beside what the law and the market say."""
    returns_en: str = ""
    returns_fr: str = ""
    accent: str = ""
    logo: str = ""
    cover: str = ""
    """Names of made pictures, or nothing."""
    pause: Pause | None = None
    """The next one, or the one that is on."""

    @property
    def is_paused(self) -> bool:
        """At this moment."""
        return self.pause is not None and self.pause.begins <= now() < self.pause.ends


@dataclass(frozen=True, slots=True)
class StoreDraft:
    """How a store shall present itself. `city` is a code of geography."""

    slug: str
    name_ar: str
    name_en: str = ""
    city: str = ""
    hue: int = 264
    about_ar: str = ""
    about_en: str = ""
    name_fr: str = ""
    about_fr: str = ""
    returns_ar: str = ""
    returns_en: str = ""
    returns_fr: str = ""


@dataclass(frozen=True, slots=True)
class StoreLook:
    """`accent` empty: the market's. A new picture takes the place of the old one; without one,
    `keeps_…` says whether that stays."""

    accent: str
    logo: BinaryIO | None = None
    cover: BinaryIO | None = None
    keeps_logo: bool = True
    keeps_cover: bool = True


@dataclass(frozen=True, slots=True)
class ApplicationDraft:
    """What somebody says who wants to sell."""

    store_name: str
    city: str
    identity: LegalIdentity
    about: str = ""


class ApplicationState(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class ApplicationView:
    id: UUID
    person_id: UUID
    market_id: UUID
    draft: ApplicationDraft
    asked_at: datetime
    decided_at: datetime | None
    reason: str
    seller_id: UUID | None
    decided_by: UUID | None = None

    @property
    def state(self) -> ApplicationState:
        if self.decided_at is None:
            return ApplicationState.WAITING
        return ApplicationState.APPROVED if self.seller_id else ApplicationState.REJECTED
