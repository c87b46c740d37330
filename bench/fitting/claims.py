"""What labels say of a report's movements: which of those that its figures speak for are told."""

from collections.abc import Mapping, Sequence

from bench.fitting.figures import figures_of
from bench.fitting.hearing import unmet, ways_heard
from bench.fitting.logit import Decision
from bench.fitting.networks import UNHEARD, fit_network
from bench.fitting.texts import PARTS, Text, part_of
from detectors import weigh
from detectors.claims import Claim, read_claims
from detectors.claims import signals as claim_signals
from detectors.encoder import heard_by
from detectors.network import Network
from detectors.options import Way, chances_of
from detectors.parties import camp
from detectors.transfers import Read, agreed


def claim_decisions(texts: Sequence[Text], figure: Network) -> list[Decision]:
    """Which of the movements that a report's figures speak for it tells, the figures read by this network."""
    out = []
    with weigh.weighed_by({"figure": figure}):
        for text in texts:
            if not figures_of(text):
                continue
            chances = chances_of([choices for _, choices in figures_of(text)], ways_heard(text))
            read = zip(figures_of(text), chances, strict=True)
            found = agreed([Read(one, each) for (one, _), each in read])
            claims = read_claims(found)
            weight = 0.5 if text.gold.get("debatable") else 1.0
            out += [
                Decision([{}, claim_signals(claim, claims, found)], [int(_is_told(claim, text))], weight)
                for claim in claims
            ]
    return out


def unmet_claim_decisions(texts: Sequence[Text], known: Mapping[tuple[str, Text], list[Decision]]) -> list[Decision]:
    """The same, each text's figures read by a network and heard by an encoder that were fitted to other events."""
    out = []
    for part in range(PARTS):
        own = [text for text in texts if part_of(text.event) == part]
        others = [text for text in texts if part_of(text.event) != part]
        if own:
            figure = fit_network([d for text in others for d in known["figure", text]], UNHEARD)
            with heard_by(unmet(part)):
                out += claim_decisions(own, figure)
    return out


def _is_told(claim: Claim, text: Text) -> bool:
    """Whether either reader's labels hold the movement."""
    gives, gets = ({claim.giver}, {claim.receiver}) if claim.way is Way.ONE else (claim.sides, claim.sides)
    for reader in text.readers:
        for t in reader["transfers"]:
            givers, receivers = set(map(camp, t["released_by"])), set(map(camp, t["returned_to"]))
            both = claim.way is Way.JOINT and givers & receivers
            if (
                (t.get("count"), t["category"] == "bodies") == (claim.count, claim.dead)
                and (not givers or givers & gives)
                and (not receivers or receivers & gets)
                and (both or not ((gives - givers) & receivers or (gets - receivers) & givers))
            ):
                return True
    return False
