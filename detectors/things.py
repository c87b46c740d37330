"""Things, and parties of whom a sentence only tells whose the things are: aircraft that carry people, what is paid."""

from collections.abc import Iterable
from itertools import pairwise

from detectors.lexicon import Mark
from detectors.meant import QUOTES
from detectors.people import HELD
from detectors.reading import Sentence
from detectors.states import is_foreign
from detectors.text import ARTICLES


def carries(mark: Mark, sentence: Sentence) -> bool:
    """Whether it is only told whose the aircraft or buses are: "in Venezuelan helicopters", "a plane of Oman"."""
    carriers = sentence.of("other", "carrier")
    of = [of.start for of in sentence.of("role", "of") if of.end == mark.start] if carriers else []
    for carrier in carriers:
        if mark.form == "national" and (0 <= carrier.start - mark.end <= 1 or carrier.end == mark.start):
            return True
        if mark.form == "name" and (carrier.end in of or (sentence.language.owner_ahead and carrier.start == mark.end)):
            return True
    return any(_is_lent_by(carrier, mark, sentence) for carrier in carriers)


def _is_lent_by(carrier: Mark, mark: Mark, sentence: Sentence) -> bool:
    """Whether "by" tells who sent the aircraft or buses, not who let people go: "a plane chartered by the US"."""
    at = mark.start - (sentence.word(mark.start - 1) in ARTICLES)
    by = [role.start for role in sentence.ending(at, "role") if role.key == "by"]
    return any(_is_participle(range(carrier.start + 1, start), sentence) for start in by if start >= carrier.end)


def _is_participle(words: range, sentence: Sentence) -> bool:
    """Whether some words behind a thing tell what was done with it: a participle, with a day or so at most."""
    if not 0 < len(words) <= _PARTICIPLE or len(sentence.word(words[0])) < _SHORTEST:
        return False
    moved = any(verb.start in words for verb in sentence.moving)  # "flown by plane and freed by Hamas"
    known = any(mark.start in words for mark in (*sentence.of("party"), *sentence.of("role")))
    return not (moved or known) and all(sentence.word(at).isalpha() for at in words)


# A participle has no more words beside it ("un avión fletado este lunes por"), nor is one shorter than this.
_PARTICIPLE, _SHORTEST = 3, 4


def bargains(mark: Mark, sentence: Sentence) -> bool:
    """Whether it stands by what is paid for people, no verb that moves them between: "the US lifts its sanctions".

    Not where people were taken: "arrested in France for breaking the sanctions".
    """
    if not sentence.has("other", "payment"):
        return False
    if any(0 <= mark.start - held.end <= _TAKEN_IN for held in sentence.of("held", "by", "taken", "captivity")):
        return False
    if _are_people(mark, sentence) or _frees(mark, sentence):
        return False
    low, high = sentence.clause(mark.start)
    verbs = [verb.start for verb in sentence.moving]
    reach = _PAID_REACH * sentence.stretch
    return any(
        low <= paid.start < high
        and max(paid.start - mark.end, mark.start - paid.end) <= reach
        and not any(min(paid.start, mark.start) <= at <= max(paid.start, mark.start) for at in verbs)
        for paid in sentence.of("other", "payment")
    )


def _are_people(mark: Mark, sentence: Sentence) -> bool:
    """Whether a nation's word tells who was freed, if for money: "two Emiratis after a ransom", "otages émiratis"."""
    if mark.form != "national":
        return False
    counted = any(number.end == mark.start for number in sentence.numbers)
    beside = any(each.end == mark.start or each.start == mark.end for each in sentence.of("people"))
    one = any(cue.key == "article" for cue in sentence.ending(mark.start, "count"))
    return counted or beside or (one and not sentence.starting(mark.end, "other"))


def _frees(mark: Mark, sentence: Sentence) -> bool:
    """Whether it is by whom people were let go, whatever for: "freed by jihadists for a ransom"."""
    at = mark.start - 1 if sentence.word(mark.start - 1) in ARTICLES else mark.start
    by = [role.start for role in sentence.ending(at, "role") if role.key == "by"]
    return any(verb.end in by for verb in sentence.of("release"))


# A preposition and an article behind who was taken.
_PAID_REACH, _TAKEN_IN = 6, 2


def of_things(sentence: Sentence, mark: Mark) -> bool:
    """Whether lists, maps or footage are what is exchanged or released, or visitors what is exchanged."""
    # Teachers can be hostages: where a word for captives stands, they are no visitors.
    visit = (
        mark.group == "swap"
        and not sentence.has("people", *HELD, "soldiers")
        and not sentence.has("held", "captivity")
        and not _is_bargained(sentence)
    )
    if any(sense.start < mark.end < sense.end for sense in sentence.of("other", "sense")):  # it goes on as "of lists"
        return True
    anybody = [*sentence.of("single"), *sentence.of("people")]
    things = [*sentence.of("other", "object", *(["visitor"] if visit else [])), *_vessels(sentence, mark, anybody)]
    for thing in things:
        longer = [who for who in anybody if who.end - who.start > thing.end - thing.start]
        if any(who.start <= thing.start and thing.end <= who.end for who in longer):
            continue  # an "arms dealer" is no arms
        if sentence.starting(thing.end, "single") or _is_place(thing, mark, sentence):
            continue  # nor where the words are known one by one, nor where people go or come from
        if _is_aside(thing, mark, sentence):
            continue
        far = _reach_of(thing, mark, sentence)
        behind = 0 <= thing.start - mark.end <= far * sentence.stretch
        if sentence.language.verb_last and 0 <= mark.start - thing.end <= 6 and mark.key != "noun":
            return True
        # "Lists were exchanged": what a sentence opens with, right before its verb, is what is moved.
        if _opens(thing, sentence) and 0 <= mark.start - thing.end <= 1 and mark.key != "noun":
            return True
        if behind:
            between = range(mark.end, thing.start)
            # Whoever stands right before the thing only names it: "prisoner list", "foglyok névsora".
            people = [
                person for person in sentence.of("people") if person.start in between and person.end != thing.start
            ]
            if not people or thing.start - mark.end <= 1:
                return True
    return False


def _is_aside(thing: Mark, mark: Mark, sentence: Sentence) -> bool:
    """Whether it is set off ("… exchange prisoners (photos)"), what people are given for, or told of behind them."""
    set_off = sentence.word(thing.start - 1) in _SET_OFF
    return set_off or _is_price(thing, sentence) or _follows_people(thing, mark, sentence)


def _is_price(thing: Mark, sentence: Sentence) -> bool:
    """Whether it is what people are given for: "15 Armenians in exchange for maps", "haritaları karşılığında"."""
    if not (sentence.has("people") or any(mark.form == "national" for mark in sentence.of("party"))):
        return False
    return any(0 <= thing.start - joint.end <= 1 or joint.start == thing.end for joint in sentence.of("count", "for"))


def _follows_people(thing: Mark, mark: Mark, sentence: Sentence) -> bool:
    """Whether it stands in a later clause than a verb whose people stand before it: "uitgewisseld, berichten media".

    Where verbs stand last, so does all that follows one.
    """
    later = sentence.language.verb_last or any(mark.end <= comma < thing.start for comma in sentence.commas)
    if mark.key == "noun" or not (later and mark.end <= thing.start):
        return False
    low, _ = sentence.clause(mark.start)
    return any(low <= people.start < mark.start for people in sentence.of("people"))


def _opens(thing: Mark, sentence: Sentence) -> bool:
    """Whether a sentence opens with a thing, or with one word that tells which: "Polnische Orgel"."""
    if thing.start != sentence.start + 1:
        return thing.start == sentence.start
    return not (sentence.starting(sentence.start, "people", "single", "number", "release", "return", "receive"))


def _vessels(sentence: Sentence, mark: Mark, anybody: Iterable[Mark]) -> list[Mark]:
    """The ships that are let go without anybody: no crew is told of, and one that brings people is not moved."""
    if mark.group != "release":
        return []
    return [ship for ship in sentence.of("other", "vessel") if all(_is_seized(ship, who) for who in anybody)]


def _is_seized(vessel: Mark, who: Mark) -> bool:
    """Whether a word for captives only tells that the ship was one: "statek zatrzymany w maju"."""
    return who.key == "prisoners" and 0 <= who.start - vessel.end <= 1


# What a picture or a list behind a headline is set off by.
_SET_OFF = frozenset("([（【|:：–—-")


def _is_place(thing: Mark, mark: Mark, sentence: Sentence) -> bool:
    """Whether it is where a verb moves people: "were returned to Ukrainian territory", "let go in rebel territory"."""
    at, known = thing.start, {each.end: each.start for each in sentence.of("party") if each.form == "national"}
    while at > mark.end and (at in known or sentence.word(at - 1) in ARTICLES):
        at = known.get(at, at - 1)
    place = any(
        role.start >= mark.end or role.end == mark.end for role in sentence.ending(at, "role") if role.key in _WHERE
    )
    return place and mark.key != "noun"


# "At" and "by" lead to things as well: "handed over by list".
_WHERE = frozenset({"to", "from", "at"})


def _is_bargained(sentence: Sentence) -> bool:
    """Whether so many go for so many, so that nobody is on a visit: "two professors for three commanders"."""
    prices = {mark.end for mark in sentence.of("count", "for")}
    return len(sentence.numbers) > 1 and any(number.start in prices for number in sentence.numbers)


def _reach_of(thing: Mark, mark: Mark, sentence: Sentence) -> int:
    """How far behind its verb a thing may be what is moved: "handed over to the commission in Islamabad a list"."""
    if sentence.language.verb_last or thing.start >= sentence.clause(mark.start)[1]:
        return _NEAR
    roles = [
        role for role in sentence.of("role", "to", "from", "by", "of", "at") if mark.end <= role.start < thing.start
    ]
    if not roles:
        return _THING
    given = any(role.key == "to" and role.start - mark.end <= _GIVEN for role in roles)
    return _FAR_THING if given and all(thing.start - role.end > 1 for role in roles) else _NEAR


# As its object, behind whom it is given to, and anyhow; and how far the word before whom it is given to.
_THING, _FAR_THING, _NEAR, _GIVEN = 5, 14, 3, 3


def named_things(sentence: Sentence, among: Iterable[int]) -> set[int]:
    """Where a name is a ship's, an outlet's or a firm's: in foreign letters, or of several words in quotes.

    `among`: the capital words that may be names.
    """
    words = sentence.tokens.words[sentence.start : sentence.end]
    quotes = [at for at, word in enumerate(words, sentence.start) if word in QUOTES]
    spans = [range(opening + 1, closing) for opening, closing in pairwise(quotes)]
    names = (
        span
        for span in spans
        if 1 < len(span) <= _NAME and sentence.is_capital(span[0]) and all(sentence.word(at).isalpha() for at in span)
    )
    foreign = {at for at in among if is_foreign(sentence.word(at), sentence.language.code)}
    return foreign.union(*names)


# A name in quotes has no more words ("Галакси лидер"); a longer quotation is a sentence.
_NAME = 3
