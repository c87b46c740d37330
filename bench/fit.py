"""Fit detectors/weights.toml and the .npz files beside it to labelled texts: how decisions go by their signals.

    .venv/bin/python bench/fit.py [--encoder] [--write [--further | --anew]] [--quick] [--unmet FILE] [FILE …]

The files hold labelled texts (default: those of tests/corpus and of its articles, languages and seldom). Texts of
held-out events are never fitted to. With --unmet the events are dealt into parts, and what each is read as by what was
fitted to the others goes into that file: what to expect of texts that nobody has seen. The networks of figures and
claims stay as they are, but for signals that are new to them; with --further they learn from new texts as well, and
with --anew they are fitted from nothing (docs/reading.md says when either is worth it). The encoder, and one for each
part that knows the others alone, stay as they are but with --encoder, which takes hours; with --further as well they
learn for four more rounds. Claims are then fitted from nothing. Where the folder that $EXCHANGES_STREAMS names (default
../shared/streams) holds a stream, its entries teach what everyday news is like.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.fitting.claims import claim_decisions, unmet_claim_decisions
from bench.fitting.contexts import examples_for, fit_encoders
from bench.fitting.forgetting import forgetful
from bench.fitting.hearing import figure_decisions, unmet
from bench.fitting.logit import Decision, fit
from bench.fitting.networks import UNHEARD, fit_as, fit_beside, fit_mean, fit_network, mean_of, without_idle
from bench.fitting.reports import (
    entries,
    entry_decisions,
    mediator_decisions,
    reverse_decisions,
    status_decisions,
    verdict_decisions,
)
from bench.fitting.texts import PARTS, ROOT, Text, examples, load, part_of
from bot.wire import detection_to_json
from detectors import Detection, detect, weigh
from detectors.encoder import heard_by
from detectors.network import Network

WEIGHTS = ROOT / "detectors/weights.toml"
# The verdict is the mean of so many networks: by events held apart F1 is 0.932 of one, 0.9346 of two, 0.9344 of three.
THROWS = 4
# So many new networks, beside the one that is kept, teach that of figures.
TEACHERS = 2
PLAIN: dict[str, tuple[Callable[[Text], list[Decision]], float]] = {
    "reverse": (reverse_decisions, 2.0),
    "status": (status_decisions, 2.0),
}


def fitted(
    texts: Sequence[Text],
    unseen: Sequence[Text],
    known: dict[tuple[str, Text], list[Decision]],
    everyday: Sequence[Decision] = (),
    kept: Mapping[str, Network] | None = None,
    *,
    further: bool = False,
) -> dict[str, Network]:
    """Every decision, fitted to these texts; the networks, which would trust them too much, as if `unseen` as well.

    `known` keeps the texts' decisions from one part to the next; `kept` are networks of figures and claims that only
    learn new signals, or `further` from new texts.
    """

    def decisions(name: str, make: Callable[[Text], list[Decision]], among: Sequence[Text]) -> list[Decision]:
        for text in among:
            if (name, text) not in known:
                known[name, text] = make(text)
        return [each for text in among for each in known[name, text]]

    out = {name: Network.plain(fit(decisions(name, make, texts), ridge)) for name, (make, ridge) in PLAIN.items()}
    both = [*texts, *unseen]
    helpers = decisions("mediator", mediator_decisions, both)
    out["mediator"] = without_idle(fit_network(helpers, UNHEARD), helpers)
    figures = decisions("figure", figure_decisions, both)
    had = {name: [network] for name, network in (kept or {}).items()}
    if "figure" in had and not further:
        out["figure"] = fit_beside(had["figure"][0], figures)
    else:
        teachers = [fit_network(figures, UNHEARD, throw) for throw in range(TEACHERS)]
        out["figure"] = fit_as([*teachers, *had.get("figure", ())], figures)
    if "claim" in had and not further:
        out["claim"] = fit_beside(had["claim"][0], claim_decisions(both, out["figure"]))
    else:
        told = unmet_claim_decisions(both, known)
        claim = without_idle(fit_network(told, UNHEARD), told)
        out["claim"] = mean_of([claim, *had.get("claim", ())])
    out["verdict"] = fit_mean([*everyday, *decisions("verdict", verdict_decisions, both)], THROWS)
    return out


def _corpus() -> list[Path]:
    folders = ("tests/corpus", *(f"tests/corpus/{name}" for name in ("articles", "languages", "seldom")))
    return sorted(each for folder in folders for each in (ROOT / folder).glob("*.jsonl"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=_corpus())
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--anew", action="store_true", help="figures and claims as well, from nothing")
    parser.add_argument("--further", action="store_true", help="figures and claims as well, beside what is known")
    parser.add_argument("--encoder", action="store_true", help="the encoders as well, and claims from nothing")
    parser.add_argument("--quick", action="store_true", help="without the stream")
    parser.add_argument("--unmet", type=Path, help="where the parts' answers go, a JSON line a text")
    args = parser.parse_args()
    texts = load(args.files)
    known: dict[tuple[str, Text], list[Decision]] = {}
    entered = list(entries()) if not args.quick else []
    everyday = entry_decisions(entered)
    taught = examples()
    unseen = forgetful(texts)
    if args.encoder:
        fit_encoders(examples_for(texts + taught, unseen, entered), further=args.further)
    if args.unmet:
        found: list[Detection] = []
        for part in range(PARTS):
            others, new = ([t for t in each if part_of(t.event) != part] for each in (texts, unseen))
            networks = fitted(others + taught, new, known, everyday)
            with weigh.weighed_by(networks), heard_by(unmet(part)):
                found += [detect(t.article) for t in texts if part_of(t.event) == part]
        lines = [json.dumps(detection_to_json(each)) for each in found]
        args.unmet.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if args.write:
        # What claims were fitted to is no more where the encoder is another.
        kept = {name: each for name, each in weigh.networks().items() if not (args.encoder and name == "claim")}
        before = None if args.anew else kept
        _write(fitted(texts + taught, unseen, known, everyday, before, further=args.further))


def _write(networks: Mapping[str, Network]) -> None:
    """Write down the networks, those of plain weights as one readable file."""
    lines = ["# How much each signal counts in each decision (log-odds); made by bench/fit.py."]
    for name, network in networks.items():
        if name not in PLAIN:
            network.save(WEIGHTS.with_name(f"{name}.npz"))
            continue
        weights = zip(network.names, network.table[:, 0], strict=False)
        lines += [f"[{name}]", *(f'"{key}" = {weight:.3f}' for key, weight in weights), ""]
    WEIGHTS.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
