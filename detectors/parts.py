"""The part that a mention of a party plays in its sentence."""

from collections.abc import Sequence
from enum import StrEnum

from detectors.agents import is_agent, is_agents_organ
from detectors.language import LEADER, PRISON
from detectors.lexicon import Mark
from detectors.organs import acts, organ_ahead, tells_members
from detectors.origins import is_of_kidnapping, is_of_swap, is_place_of_kidnapping
from detectors.parties import is_group
from detectors.partners import has_preposition, is_by, is_with
from detectors.people import CAPTIVES, counts_fighters, is_counted, owns_ahead, tells_where
from detectors.reading import COMMAS, MOVES, Sentence
from detectors.tables import LAND
from detectors.text import ARTICLES
from detectors.things import bargains, carries
from detectors.wheres import is_taken_at, is_taken_behind, leads


class Part(StrEnum):
    """What a mention of a party does in its sentence."""

    BARE = "bare"  # no case or preposition: a subject or object
    TO = "to"  # where people go
    FROM = "from"  # where they come from
    BY = "by"  # who does it, in the passive
    HOLDER = "holder"  # whose captivity it is
    HELD_IN = "held_in"  # where they were taken or held
    NATION = "nation"  # whose people they are
    BETWEEN = "between"  # one of both sides
    PLACE = "place"  # where something happens
    SPEAKER = "speaker"  # who says something
    CARRIER = "carrier"  # whose aircraft or buses carry people
    BARGAIN = "bargain"  # who pays, or whose burden is eased, for people: "the US lifts sanctions on Belarus"
    HOME = "home"  # of whose land the armed group beside it is, or against whom it fights: "Yemen's Houthis"
    HEAD = "head"  # before the colon that the sentence opens with: who speaks, or where it happens


_CASES = {
    ("role", "to"): Part.TO,
    ("role", "from"): Part.FROM,
    ("role", "by"): Part.BY,
    ("held", "by"): Part.HOLDER,
    ("role", "between"): Part.BETWEEN,
    ("role", "at"): Part.PLACE,
    ("role", "against"): Part.HOME,
}
# The parts that a preposition gives to an adjective too: "between the Russian and the Georgian side".
_OF_NATIONS = frozenset({Part.FROM, Part.HOLDER, Part.BY, Part.BETWEEN})
_AFTER = {
    "to_after": Part.TO,
    "from_after": Part.FROM,
    "by_after": Part.BY,
    "at_after": Part.PLACE,
    "between_after": Part.BETWEEN,
}


def part_of(mark: Mark, sentence: Sentence) -> Part:
    """What the mention that a mark of a party's name is does in its sentence."""
    if part := _plain(mark, sentence):
        return part
    if carries(mark, sentence):
        return Part.CARRIER
    if bargains(mark, sentence):
        return Part.BARGAIN
    for after in sentence.starting(mark.end, "role"):
        if after.key in _AFTER:
            return _where(after.end, sentence) if after.key == "at_after" else _AFTER[after.key]
    part = _owner(mark, sentence) or _case(mark, sentence) or _FORMS.get(mark.form, Part.BARE)
    return _inflected(part, mark, sentence) or _acting(part, mark, sentence)


def _inflected(part: Part, mark: Mark, sentence: Sentence) -> Part | None:
    """The part that the name's case gives where no word before or behind it does."""
    if part in _OF_NO_CASE and is_with(mark, sentence):
        return Part.BETWEEN
    if part is not Part.BARE:
        return None
    if is_by(mark, sentence):
        return Part.BY
    return _where(mark.end, sentence) if tells_where(mark, sentence) else None


def _acting(part: Part, mark: Mark, sentence: Sentence) -> Part:
    """The part, but for whoever is told as an agent, only reports, or holds the people before it."""
    if part is Part.SPEAKER and is_agents_organ(mark, sentence):
        return Part.BY
    if part in _FROM and _reports(mark, sentence):
        return Part.SPEAKER
    return Part.HOLDER if part is Part.BARE and _keeps(mark, sentence) else part


_FROM = frozenset({Part.FROM, Part.BY})  # Italian "da Mosca" is either
_OF_NO_CASE = frozenset({Part.BARE, Part.FROM})  # "из" and "с" are both "from" elsewhere


def _reports(mark: Mark, sentence: Sentence) -> bool:
    """Whether a sentence opens with where its news is told: "From Moscow, the ministry said that 157 are back"."""
    if mark.start - sentence.start > 1 or sentence.word(mark.end) not in COMMAS:
        return False
    said = min((cue.start for cue in sentence.of("said")), default=sentence.end)
    return said < min((move.start for move in sentence.moving), default=sentence.end)


def _keeps(mark: Mark, sentence: Sentence) -> bool:
    """Whether people are told by who holds or took them: "seven fighters whom Saudi Arabia had kept prisoner"."""
    reach = _KEPT_REACH * sentence.stretch
    held = [cue for cue in sentence.of("held", "by", "keeps") if 0 <= cue.start - mark.end < reach]
    held = held or [cue for cue in sentence.of("held", "keeps") if cue.end == mark.start]  # "których więził Iran"
    beside = not held and sentence.language.owner_behind
    if beside:  # "a soldier whom kidnapped Israel": جنديا خطفته إسرائيل
        taken = [*sentence.of("held", "taken"), *sentence.of("other", "kidnap")]
        held = [cue for cue in taken if cue.end == mark.start]
    if not held:
        return False
    first = min([mark.start, *(cue.start for cue in held)])
    people = [*sentence.of("people"), *(each for each in sentence.of("party") if each.form == "national")]
    who = [head.end for head in people if (0 if beside else 1) <= first - head.end <= reach]
    if not who:
        return False
    verbs = [verb.start for kind in _VERBS for verb in sentence.of(kind)]
    at = mark.start - 1 if sentence.word(mark.start - 1) in ARTICLES else mark.start
    joined = any(role.key in _JOINTS for role in sentence.ending(at, "role"))
    return not joined and not any(max(who) <= verb < max(held[0].end, mark.end) for verb in verbs)


# So few words part people from who holds them ("whom", ", которых"), and him from the verb.
_KEPT_REACH = 3
_JOINTS = frozenset({"and", "to", "by", "from", "of", "at"})
_FORMS = {"to": Part.TO, "from": Part.FROM, "national": Part.NATION}


def _plain(mark: Mark, sentence: Sentence) -> Part | None:
    """The part that the mention has whatever stands before it."""
    if mark.form.startswith(LEADER):
        return Part.HOLDER if _holds(mark, sentence) else Part.SPEAKER
    if mark.form == PRISON:
        return Part.HOLDER
    if mark.form == LAND:
        return Part.HOME
    return Part.BETWEEN if _of_a_swap(mark, sentence) else None


def _holds(leader: Mark, sentence: Sentence) -> bool:
    """Whether captives or prisons are called the leader's: "Lukashenko's prisoners", "więzienia Łukaszenki"."""
    captives = [*sentence.of("people", *CAPTIVES), *sentence.of("held", "captivity", "by")]
    jails = [held for held in sentence.starting(leader.end, "held") if held.key == "captivity"]
    if jails and not sentence.language.owner_ahead:
        return True  # "Lukašenkos kalėjimas"
    of = [mark.start for mark in sentence.ending(leader.start, "role") if mark.key == "of"]
    owned = _genitive(leader, sentence)
    return any(head.end in (leader.start, *of) or head.start == owned for head in captives)


def _genitive(mark: Mark, sentence: Sentence) -> int | None:
    """Where the words that a name owns begin: "Ukraine's soldiers", "the Houthis' captives", "रूस के 248 लोग"."""
    if sentence.language.postpositions and mark.form == "name":
        return next((of.end for of in sentence.starting(mark.end, "role") if of.key == "of"), None)
    apostrophe = sentence.word(mark.end) == "'" and len(sentence.word(mark.end + 1)) <= 1
    return mark.end + 2 if apostrophe else None


_VERBS = frozenset({*MOVES, "said"})


def _owner(mark: Mark, sentence: Sentence) -> Part | None:
    """The part that the owned thing gives: captivity, an organ, people, a side."""
    counted = counts_fighters(mark, sentence) or (mark.form == "national" and is_counted(mark, sentence))
    if counted or owns_ahead(mark, sentence):
        return Part.NATION
    if sentence.language.owner_behind and sentence.ending(mark.start, "speaker"):
        return None  # "freed the authorities Lebanese 13 prisoners": an adjective behind its noun is not the next one's
    if sentence.language.owner_behind and mark.form == "name":
        return None  # "freed Stockholm the official": what stands behind a name is no organ of its own
    at, genitive = mark.end, _genitive(mark, sentence)
    if genitive is not None:
        at = genitive
    elif mark.form == "name" and _is_of_prison(at, sentence):
        return Part.HOLDER
    elif mark.form != "national" and not sentence.starting(at, "speaker") and not _stands_before_people(at, sentence):
        return None
    for owned in range(at, at + 3):
        here = sentence.starting(owned)
        if (part := next((part for after in here if (part := _owned(after)) is not None), None)) is not None:
            return _handed(part, here, mark, sentence)
        if any(_parts_owner(after, sentence) for after in here) or sentence.word(owned) in _CUTS:
            break
    return None


def _is_of_prison(at: int, sentence: Sentence) -> bool:
    """Whether a prison stands right behind a name, which tells whose it is: "a Moscow jail", "Belarus prisons"."""
    jails = sentence.starting(at, "held") if sentence.language.owner_ahead else ()
    return any(held.key == "captivity" for held in jails)


def _parts_owner(mark: Mark, sentence: Sentence) -> bool:
    """Whether what stands behind a name parts it from what it owns: not "の", which joins them where no blanks do."""
    joins = mark.group == "role" and mark.key == "of" and sentence.stretch > 1
    return mark.group in {"role", *_VERBS} and not joins


_CUTS = frozenset(",.;:()")
_OWNED = {"people": Part.NATION, "speaker": Part.SPEAKER}


def _handed(part: Part, owned: Sequence[Mark], mark: Mark, sentence: Sentence) -> Part:
    """The part, or who does it or gets people: "returned to Ukrainian custody by the Russian army"."""
    at = mark.start - 1 if sentence.word(mark.start - 1) in ARTICLES else mark.start
    before = {each.key for each in sentence.of("role", "to", "by") if each.end in (at, mark.start)}
    told = bool(sentence.ending(at, "said"))  # "according to the Russian ministry"
    if part is Part.BY and has_preposition(at, sentence):  # "с украинской стороной"
        return Part.BETWEEN
    if any(each.end == at for each in sentence.of("held", "by")):  # "held by the Israeli army"
        return Part.HOLDER
    if part in {Part.HOLDER, Part.SPEAKER, Part.BARE} and "to" in before and not told:
        return Part.TO
    army = any(each.key == "army" for each in owned)
    if "by" in before and (army or part is Part.BARE):  # "by the Ukrainian side"
        return Part.BY
    if part is Part.SPEAKER and "by" in before and is_agent((at, mark.start), sentence):
        return Part.BY
    if army and _of_people(at, sentence):  # "one member of the Libyan army"
        return Part.NATION
    return part


def _of_people(at: int, sentence: Sentence) -> bool:
    """Whether a word for people stands right before the token, "of" between them or not."""
    of = {mark.end: mark.start for mark in sentence.of("role", "of")}
    return bool(sentence.ending(of.get(at, at), "people"))


def _stands_before_people(at: int, sentence: Sentence) -> bool:
    """Whether people are told of right behind a name where words are not parted: "ロシア兵".

    Not "ロシア、兵士…", nor behind the sign of a subject or an object: "ロシアは兵士2人を…" tells who acts.
    """
    near = (at, at + 1) if sentence.word(at) not in COMMAS | _PARTICLES else ()
    return sentence.stretch > 1 and any(sentence.starting(each, "people") for each in near)


_PARTICLES = frozenset("はがもを")


_SIDES = {"side_to": Part.TO, "side_by": Part.BY, "side": Part.BARE, "ruled": Part.HELD_IN}


def _owned(mark: Mark) -> Part | None:
    if mark.group == "held":
        return Part.HOLDER if mark.key == "captivity" else None
    if mark.group == "role":
        return _SIDES.get(mark.key)
    return _OWNED.get(mark.group)


def _case(mark: Mark, sentence: Sentence) -> Part | None:
    """The part that a preposition before the mention gives, across an article."""
    at = next((land.start for land in sentence.ending(mark.start, "party") if land.form == LAND), mark.start)
    article = at - 1 if sentence.word(at - 1) in ARTICLES else at
    for before in [*sentence.ending(at), *(sentence.ending(article) if article < at else ())]:
        if (before.group, before.key) == ("count", "for") and mark.form == "name" and leads(before, sentence):
            return Part.TO
        part = _preposed(before, sentence)
        if (
            part is Part.PLACE
            and mark.form == "name"
            and (is_taken_at(before, sentence) or is_taken_behind(mark.end, sentence))
        ):
            return Part.HELD_IN
        if part is Part.PLACE and (organ := organ_ahead(before, sentence)) is not None:  # "the hospital in Gaza"
            part = Part.BARE if acts(organ, mark, sentence) else Part.SPEAKER
        if part is Part.FROM:
            part = _origin(before, sentence)
        if part is Part.HOLDER and is_place_of_kidnapping(before, mark, sentence):
            part = Part.PLACE
        if part is not None and (
            mark.form != "national"
            or part in _OF_NATIONS
            or _is_capital_of(part, mark, sentence)
            or (part is Part.TO and _is_given(before, sentence))
        ):
            return part
        if before.group == "role" and before.key == "of":
            return _of(before, mark, sentence)
        if (part := _owned_by(before, mark, sentence)) is not None:
            return part
    return None


def _preposed(before: Mark, sentence: Sentence) -> Part | None:
    """The part that a preposition gives by itself, or with the words before it."""
    if _swapped_at(before, sentence):
        return Part.PLACE
    return Part.TO if _are_kin_there(before, sentence) else _CASES.get((before.group, before.key))


def _are_kin_there(before: Mark, sentence: Sentence) -> bool:
    """Whether a preposition tells where those live to whom people return: "reunited with their families in Ukraine"."""
    where = (before.group, before.key) in _WHERE
    return where and any(kin.end == before.start for kin in sentence.of("role", "kin"))


_WHERE = frozenset({("role", "at"), ("role", "from"), ("role", "of"), ("held", "by")})


def _origin(before: Mark, sentence: Sentence) -> Part:
    """The part that "from" gives: where people come from, but for what else it may tell."""
    if tells_members(before, sentence):
        return Part.NATION
    if is_of_swap(before, sentence):
        return Part.BETWEEN
    return Part.PLACE if is_of_kidnapping(before, sentence) else Part.FROM


def _owned_by(before: Mark, mark: Mark, sentence: Sentence) -> Part | None:
    """The part that what stands right before it gives to a case alone: "soldiers of Armenia" or "… to Armenia".

    "From captivity to Armenia" says itself where to: nothing before it owns a form with a preposition of its own.
    """
    # no preposition of its own, as "в США" has; where words behind a name do their work, no case does
    dative = mark.form == "to" and mark.end == mark.start + 1 and not sentence.language.postpositions
    if mark.form == "to" and not dative:
        return None
    owner = sentence.language.owner_behind or any(
        article.key == "genitive" and article.start == before.end for article in sentence.ending(mark.start, "role")
    )
    if before.group == "people" and (mark.form == "national" or dative or (owner and mark.form != "from")):
        return _of_whom(before, mark)
    if before.group == "held" and before.key == "captivity":
        return Part.HOLDER
    if before.group != "speaker":
        return None
    if before.key == "army" and _of_people(before.start, sentence):  # "ten soldiers of the army of Afghanistan"
        return Part.NATION
    return _of_organ(before, sentence) or (Part.BARE if acts(before, mark, sentence) else Part.SPEAKER)


def _of_organ(organ: Mark, sentence: Sentence) -> Part | None:
    """The part that a preposition before its organ gives a state told behind it: "to the authorities of Lebanon"."""
    before = sentence.ending(organ.start, "role") if sentence.language.owner_behind else ()
    return next((_CASES[key] for each in before if (key := (each.group, each.key)) in _OF_ORGANS), None)


_OF_ORGANS = frozenset({("role", "to"), ("role", "between")})


def _is_capital_of(part: Part, mark: Mark, sentence: Sentence) -> bool:
    """Whether an adjective behind "to" tells where people go, no people beside it: "to the Saudi capital".

    So it does where a side is left out: "1,000 to the Ukrainian side, 38 to the Russian".
    """
    told = any(sentence.ending(at, "said") for at in (mark.start, mark.start - 1))  # "according to the Saudi press"
    last = mark.end >= sentence.end or sentence.word(mark.end) in _CUTS
    if part is Part.TO and sentence.word(mark.start - 1) in ARTICLES and last:
        return not told
    if part is not Part.TO or not sentence.word(mark.end).isalpha() or sentence.starting(mark.end, "role"):
        return False
    near = (mark.end, mark.end + 1, mark.start - 1)
    return not told and not any(sentence.starting(at, "people", "single") for at in near)


def _is_given(to: Mark, sentence: Sentence) -> bool:
    """Whether a people's name is one word with "to" behind a verb that gives to it: נמסרו לפלסטינים."""
    return to.start == to.end and any(verb.end == to.start and verb.key != "noun" for verb in sentence.moving)


def _swapped_at(before: Mark, sentence: Sentence) -> bool:
    """Whether "held in" is a noun and its place the exchange's: "échange de 26 détenus à Ankara"."""
    if (before.group, before.key) != ("held", "by") or not sentence.starting(before.start, "people"):
        return False
    counted = (number.start for number in sentence.numbers if number.end == before.start)
    swaps = [swap.end for swap in sentence.of("swap")]
    return any(0 <= start - end <= 2 for start in counted for end in swaps)


def _of_a_swap(mark: Mark, sentence: Sentence) -> bool:
    """Whether a name only tells whose swap it is: "in a Russia-Ukraine exchange", "freed in Iran prisoner swap"."""
    if mark.form != "name":
        return False
    beside: list[Mark] = []
    if sentence.word(mark.end) in _DASHES:
        beside += sentence.starting(mark.end + 1, "party")
    if sentence.word(mark.start - 1) in _DASHES:
        beside += sentence.ending(mark.start - 1, "party")
    nouns = sentence.starting(mark.end, "swap") if sentence.language.owner_ahead else ()
    return any(each.form == "name" for each in beside) or any(noun.key == "noun" for noun in nouns)


_DASHES = frozenset({"-", "–", "—", "/"})


def _where(at: int, sentence: Sentence) -> Part:
    """The part of a state whose case tells where, by what follows it: "Rusijoje", "Rusijoje kalinti"."""
    captive = any(people.key in CAPTIVES for people in sentence.starting(at, "people"))
    return Part.HELD_IN if captive or is_taken_behind(at, sentence) else Part.PLACE


def _of_whom(people: Mark, party: Mark) -> Part:
    """Whether people behind whom a party stands are its own or in its hands: "the hostages of Hamas"."""
    return Part.HOLDER if people.key == "hostages" and is_group(party.key) else Part.NATION


def _of(before: Mark, mark: Mark, sentence: Sentence) -> Part | None:
    for owned in sentence.ending(before.start):
        if owned.group == "people":
            return _of_whom(owned, mark)
        if owned.group == "held":
            return Part.HOLDER
        if owned.group == "speaker":
            return Part.SPEAKER
    return None
