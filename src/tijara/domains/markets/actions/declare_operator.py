"""Say who runs a market, as the law wants it shown on its pages."""

from dataclasses import asdict
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Market
from ..queries import MarketUnknown, forget_markets
from ..rules import checked_papers
from ..shapes import OperatorPapers


class PapersInvalid(Invalid):
    code = "markets.papers_invalid"


@action(power=Power.MARKETS_MANAGE)
def declare_operator(*, actor: Actor, market_id: UUID, papers: OperatorPapers) -> None:
    """Terms and look stay as they are."""
    tidy, faults = checked_papers(papers)
    if faults:
        raise PapersInvalid(faults)
    if not Market.objects.filter(id=market_id).update(papers=asdict(tidy)):
        raise MarketUnknown(market=str(market_id))
    forget_markets()
    tell_everything()
