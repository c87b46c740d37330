#!/usr/bin/env python3
"""Score the detector's output against gold labels, and event clustering by B-cubed.

    score.py detect  GOLD.jsonl PREDICTED.jsonl   [--show N]
    score.py cluster GOLD.jsonl EVENTS.jsonl

GOLD lines are labelled reports: {id, lang, title, text, gold: {...}}.
PREDICTED lines are what `exchanges detect --format jsonl` prints, one per article, `id` kept.
EVENTS lines are what `exchanges export events --format jsonl` prints: each with `reports`: [{id|article_id}].
"""

import argparse
import collections
import json
import re
import sys

PARTY = {
    "us": "united states",
    "u.s.": "united states",
    "usa": "united states",
    "america": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "britain": "united kingdom",
    "russian federation": "russia",
    "uae": "united arab emirates",
    "türkiye": "turkey",
    "turkiye": "turkey",
    "palestinians": "hamas",
    "palestine": "hamas",
    "palestinian": "hamas",
    "palestinian territories": "hamas",
    "palestinian authority": "hamas",
    "palestinian militants": "hamas",
    "palestinian islamic jihad": "hamas",
    "islamic jihad": "hamas",
    "gaza": "hamas",
    "houthi": "houthis",
    "ansar allah": "houthis",
    "houthi movement": "houthis",
    "yemeni government": "yemen",
    "yemen government": "yemen",
    "government of yemen": "yemen",
    "syrian government": "syria",
    "sdf/ypg": "sdf",
    "syrian democratic forces": "sdf",
    "ypg": "sdf",
    "sudanese army": "sudan",
    "saf": "sudan",
    "sudanese armed forces": "sudan",
    "rapid support forces": "rsf",
    "gna": "libya",
    "libyan unity government": "libya",
    "government of national accord": "libya",
    "haftar": "haftar forces",
    "lna": "haftar forces",
    "libyan national army": "haftar forces",
    "libyan arab armed forces": "haftar forces",
    "taliban": "afghanistan",
    "tigray": "tplf",
    "tigray forces": "tplf",
    "tigray people's liberation front": "tplf",
    "national liberation army": "eln",
    "dpr": "russia",
    "lpr": "russia",
    "saudi-led coalition": "saudi arabia",
    "drc": "democratic republic of the congo",
    "dr congo": "democratic republic of the congo",
    "congo": "democratic republic of the congo",
    "congo - kinshasa": "democratic republic of the congo",
    "vatican": "holy see",
    "vatican city": "holy see",
    "international committee of the red cross": "icrc",
    "red cross": "icrc",
    "un": "united nations",
    "south korea": "south korea",
    "republic of korea": "south korea",
}
CATEGORY = {
    "prisoners_of_war": "prisoners",
    "prisoners": "prisoners",
    "mixed": "prisoners",
    "detainees": "prisoners",
    "soldiers": "prisoners",
    "hostages": "hostages",
    "civilians": "civilians",
    "children": "children",
    "bodies": "bodies",
}


def party(name):
    if not name:
        return None
    key = re.sub(r"^(the|state of|republic of)\s+", "", str(name).strip().lower())
    return PARTY.get(key, key)


def side(value):
    """The parties of one side as a frozen set; 'both sides' and an empty side match anything."""
    names = value if isinstance(value, list) else re.split(r",| and ", value or "")
    out = frozenset(p for p in (party(n) for n in names if n and n.strip()) if p)
    return frozenset() if out & {"both sides", "both"} else out


def transfers(obj):
    """[(released_by, returned_to, category, count)] of every transfer that carries a number."""
    out = []
    for t in obj.get("transfers") or []:
        if t.get("count") is None:
            continue  # no number: scored under parties
        out.append(
            (
                side(t.get("released_by", t.get("giver"))),
                side(t.get("returned_to", t.get("receiver"))),
                CATEGORY.get(t.get("category"), t.get("category")),
                t["count"],
            )
        )
    return out


def fits(gold, pred, i):
    """Side i (0 releasing, 1 receiving) agrees, and names nobody who is on the other side."""
    return not gold[i] or bool(gold[i] & pred[i]) and not (pred[i] - gold[i]) & gold[1 - i]


def matches(gold, pred, strict):
    """How many predicted transfers pair off with a gold one."""
    left, hits = list(pred), 0
    for g in gold:
        for p in left:
            sides = fits(g, p, 1) and (not strict or fits(g, p, 0))
            if g[3] == p[3] and sides and (not strict or g[2] == p[2]):
                left.remove(p)
                hits += 1
                break
    return hits


def parties(obj):
    out = set(party(p) for p in obj.get("parties") or [])
    for t in obj.get("transfers") or []:
        out |= side(t.get("released_by", t.get("giver"))) | side(t.get("returned_to", t.get("receiver")))
    return out - {None}


def prf(tp, fp, fn):
    p = tp / (tp + fp) if tp + fp else 0.0
    r = tp / (tp + fn) if tp + fn else 0.0
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)


def load(path):
    with open(path, encoding="utf-8") as fh:
        return [json.loads(line) for line in fh if line.strip()]


def detect(args):
    gold = {g["id"]: g for p in args.gold.split(",") for g in load(p)}
    pred = {p["id"]: p for p in load(args.pred)}
    missing = [i for i in gold if i not in pred]
    groups = collections.defaultdict(lambda: collections.Counter())
    errors = []
    for gid, item in gold.items():
        g, p = item["gold"], pred.get(gid) or {"is_report": False}
        if p.get("reports"):
            p = {**p, **p["reports"][0]}
        keys = ["ALL", "lang=" + str(item.get("lang"))]
        if g.get("trap"):
            keys.append("trap=" + str(g["trap"])[:1])
        hit, said = bool(g["is_report"]), bool(p.get("is_report"))
        c = collections.Counter()
        c["n"] += 1
        if g.get("debatable") and hit != said:
            continue  # careful readers differ on whether this is a report: neither answer is an error
        c["tp"] += hit and said
        c["fp"] += said and not hit
        c["fn"] += hit and not said
        if said and not hit:
            errors.append(("FP", gid, item.get("title"), g.get("notes") or g.get("trap")))
        if hit and not said:
            errors.append(("FN", gid, item.get("title"), g.get("notes")))
        if hit:
            c["pos"] += 1
            readers = (
                [g, {**g, **g["second_reader"]}] if g.get("second_reader") else [g]
            )  # where two careful readers differ, either is right
            c["status"] += said and p.get("status") in [r.get("status") for r in readers]
            ps = transfers(p) if said else []
            gs = max(
                (transfers(r) for r in readers),
                key=lambda gold: 2 * matches(gold, ps, True) / ((len(gold) + len(ps)) or 1),
            )
            both, loose = matches(gs, ps, True), matches(gs, ps, False)
            c["stp"] += both
            c["sfp"] += len(ps) - both
            c["sfn"] += len(gs) - both
            c["rtp"] += loose
            c["rfp"] += len(ps) - loose
            c["rfn"] += len(gs) - loose
            right = both == len(gs) == len(ps)
            c["all_right"] += said and right
            c["pair"] += bool(said and any(parties(r) <= parties(p) for r in readers))
            if g.get("event_date"):
                c["dated"] += 1
                c["date"] += said and p.get("event_date") in [r.get("event_date") for r in readers]
            pm = {party(m) for m in p.get("mediators") or []} if said else set()
            gm = min(({party(m) for m in r.get("mediators") or []} for r in readers), key=lambda m: len(m ^ pm))
            c["mtp"] += len(gm & pm)
            c["mfp"] += len(pm - gm)
            c["mfn"] += len(gm - pm)
            if said and not right:
                show = lambda ts: "; ".join(f"{'+'.join(sorted(a))}>{'+'.join(sorted(b))} {n} {c}" for a, b, c, n in ts)  # noqa: E731
                errors.append(("TR", gid, f"gold {show(gs)}", f"got {show(ps)}"))
        for k in keys:
            groups[k].update(c)
    print(
        f"{'group':<12}{'n':>5}{'pos':>5} | det P    R    F1   | status | transfers strict P R F1 | relaxed F1 | all-right | parties | date | mediators F1"
    )
    for k in sorted(groups, key=lambda k: (k != "ALL", k)):
        c = groups[k]
        p, r, f = prf(c["tp"], c["fp"], c["fn"])
        sp, sr, sf = prf(c["stp"], c["sfp"], c["sfn"])
        _, _, rf = prf(c["rtp"], c["rfp"], c["rfn"])
        _, _, mf = prf(c["mtp"], c["mfp"], c["mfn"])
        pos = c["pos"] or 1
        print(
            f"{k:<12}{c['n']:>5}{c['pos']:>5} | {p:.3f} {r:.3f} {f:.3f} | {c['status'] / pos:.3f}  | {sp:.3f} {sr:.3f} {sf:.3f}       | {rf:.3f}      | "
            f"{c['all_right'] / pos:.3f}     | {c['pair'] / pos:.3f}   | {c['date'] / (c['dated'] or 1):.3f} | {mf:.3f}"
        )
    if missing:
        print(f"{len(missing)} articles got no answer: {missing[:5]}")
    for e in errors[: args.show]:
        print(*e, sep=" | ")
    c = groups["ALL"]
    _, _, f = prf(c["tp"], c["fp"], c["fn"])
    _, _, sf = prf(c["stp"], c["sfp"], c["sfn"])
    ok = not missing and f >= args.min_f1 and sf >= args.min_transfer_f1
    print(
        f"detection F1 {f:.3f} (wants {args.min_f1}), transfer F1 {sf:.3f} (wants {args.min_transfer_f1}), unanswered {len(missing)}"
    )
    return 0 if ok else 1


def cluster(args):
    gold = {
        g["id"]: g["gold"]["event_id"]
        for p in args.gold.split(",")
        for g in load(p)
        if g["gold"]["is_report"] and g["gold"].get("event_id")
    }
    where = collections.defaultdict(set)
    for event in load(args.pred):
        for r in event.get("reports", []):
            where[r.get("article_id", r.get("id")) if isinstance(r, dict) else r].add(event["id"])
    found = [i for i in gold if i in where]
    prec, rec = [], []
    for i in gold:
        if i not in where:
            rec.append(0.0)
            continue
        mine = {j for j in found if where[j] & where[i]}
        true = {j for j in gold if gold[j] == gold[i]}
        prec.append(len([j for j in mine if gold[j] == gold[i]]) / len(mine))
        rec.append(len([j for j in true if j in where and where[j] & where[i]]) / len(true))
    p, r = sum(prec) / (len(prec) or 1), sum(rec) / (len(rec) or 1)
    f = 2 * p * r / (p + r) if p + r else 0.0
    print(
        f"articles {len(gold)} gold events {len(set(gold.values()))} predicted events {len({e for i in found for e in where[i]})} "
        f"B3 P {p:.3f} R {r:.3f} F1 {f:.3f} (wants {args.min_b3})"
    )
    return 0 if f >= args.min_b3 else 1


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("mode", choices=["detect", "cluster"])
    ap.add_argument("gold")
    ap.add_argument("pred")
    ap.add_argument("--show", type=int, default=0)
    ap.add_argument("--min-f1", type=float, default=0.95)
    ap.add_argument("--min-transfer-f1", type=float, default=0.85)
    ap.add_argument("--min-b3", type=float, default=0.9)
    args = ap.parse_args()
    sys.exit({"detect": detect, "cluster": cluster}[args.mode](args))


main()
