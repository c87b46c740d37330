"""The part that the words before a party's name give it: a preposition, what stands behind people or captivity."""

from detectors.agents import is_given_to
from detectors.lexicon import Mark
from detectors.organs import acts, organ_ahead, tells_members
from detectors.origins import is_of_kidnapping, is_of_swap, is_place_of_kidnapping
from detectors.owners import CUTS, is_of_people
from detectors.parties import is_group
from detectors.people import are_from_there, tells_whose
from detectors.reading import Sentence
from detectors.roles import Part
from detectors.tables import LAND
from detectors.text import ARTICLES
from detectors.wheres import is_taken_at, is_taken_behind, leads


def case_of(mark: Mark, sentence: Sentence) -> Part | None:
    """The part that a preposition before the mention gives, across an article."""
    at = next((land.start for land in sentence.ending(mark.start, "party") if land.form == LAND), mark.start)
    article = at - 1 if sentence.word(at - 1) in ARTICLES else at
    for before in [*sentence.ending(at), *(sentence.ending(article) if article < at else ())]:
        if (before.group, before.key) == ("count", "for") and mark.form == "name" and leads(before, sentence):
            return Part.TO
        part = Part.BETWEEN if _is_second(before, mark, sentence) else _preposed(before, sentence)
        if (
            part is Part.PLACE
            and mark.form == "name"
            and (is_taken_at(before, sentence) or is_taken_behind(mark.end, sentence))
        ):
            return Part.HELD_IN
        if part is Part.PLACE and (organ := organ_ahead(before, sentence)) is not None:  # "the hospital in Gaza"
            part = Part.BARE if acts(organ, mark, sentence) else Part.SPEAKER
        if part is Part.FROM:
            part = None if _is_with_several(mark, sentence) else _origin(before, sentence)
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
            return Part.FROM if _is_left(mark, sentence) else _of(before, mark, sentence)
        if (part := _owned_by(before, mark, sentence)) is not None:
            return part
    return None


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


def _is_with_several(mark: Mark, sentence: Sentence) -> bool:
    """Whether the case of a nation's word makes "from" a "with": "с российскими паспортами", not "с российской …"."""
    endings = tuple(each for each in sentence.language.with_endings if len(each) >= _OF_SEVERAL)
    return mark.form == "national" and sentence.word(mark.end - 1).endswith(endings)


# So long are the endings that tell with several; shorter ones are other cases' too.
_OF_SEVERAL = 3


def _preposed(before: Mark, sentence: Sentence) -> Part | None:
    """The part that a preposition gives by itself, or with the words before it."""
    if _swapped_at(before, sentence):
        return Part.PLACE
    return Part.TO if _are_kin_there(before, sentence) else _CASES.get((before.group, before.key))


def _is_second(before: Mark, mark: Mark, sentence: Sentence) -> bool:
    """Whether "to" in one word with a name is the "and" behind "between": "בין רוסיה לאוקראינה"."""
    if (before.group, before.key) != ("role", "to") or before.start < before.end:
        return False
    firsts = sentence.ending(mark.start, "party")
    return any(role.key == "between" for first in firsts for role in sentence.ending(first.start, "role"))


def _are_kin_there(before: Mark, sentence: Sentence) -> bool:
    """Whether a preposition tells where those live to whom people return: "reunited with their families in Ukraine"."""
    where = (before.group, before.key) in _WHERE
    return where and any(kin.end == before.start for kin in sentence.of("role", "kin"))


_WHERE = frozenset({("role", "at"), ("role", "from"), ("role", "of"), ("held", "by")})


def _origin(before: Mark, sentence: Sentence) -> Part:
    """The part that "from" gives: where people come from, but for what else it may tell."""
    if tells_members(before, sentence) or are_from_there(before, sentence):
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
    preposed = any(role.start == mark.start for role in sentence.ending(mark.start, "role"))  # "to" in one word with it
    if (mark.form == "to" and not dative) or preposed:
        return None
    owner = sentence.language.owner_behind or any(
        article.key == "genitive" and article.start == before.end for article in sentence.ending(mark.start, "role")
    )
    owner = owner or tells_whose(mark, sentence)
    if before.group == "people" and (mark.form == "national" or dative or (owner and mark.form != "from")):
        return _of_whom(before, mark)
    if before.group == "held" and before.key == "captivity":
        return Part.HOLDER
    if before.group != "speaker":
        return None
    if before.key == "army" and is_of_people(before.start, sentence):  # "ten soldiers of the army of Afghanistan"
        return Part.NATION
    return _of_organ(before, sentence) or (Part.BARE if acts(before, mark, sentence) else Part.SPEAKER)


def _of_organ(organ: Mark, sentence: Sentence) -> Part | None:
    """The part that a preposition before its organ gives a state told behind it: "to the authorities of Lebanon"."""
    if organ.key in _GETTING and is_given_to(organ, sentence):
        return Part.TO
    before = sentence.ending(organ.start, "role") if sentence.language.owner_behind else ()
    return next((_CASES[key] for each in before if (key := (each.group, each.key)) in _OF_ORGANS), None)


_GETTING = frozenset({"officials", "army", "organ"})
_OF_ORGANS = frozenset({("role", "to"), ("role", "between")})


def _is_capital_of(part: Part, mark: Mark, sentence: Sentence) -> bool:
    """Whether an adjective behind "to" tells where people go, no people beside it: "to the Saudi capital".

    So it does where a side is left out: "1,000 to the Ukrainian side, 38 to the Russian".
    """
    told = any(sentence.ending(at, "said") for at in (mark.start, mark.start - 1))  # "according to the Saudi press"
    last = mark.end >= sentence.end or sentence.word(mark.end) in CUTS
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


def _of_whom(people: Mark, party: Mark) -> Part:
    """Whether people behind whom a party stands are its own or in its hands: "the hostages of Hamas"."""
    return Part.HOLDER if people.key == "hostages" and is_group(party.key) else Part.NATION


def _is_left(mark: Mark, sentence: Sentence) -> bool:
    """Whether "of" and "to" tell a way that people took: "un avion a transporté 249 hommes d'Aden à Sanaa"."""
    if mark.form != "name" or not any(verb.start < mark.start for verb in sentence.of("return")):
        return False
    to = [role.end for role in sentence.starting(mark.end, "role") if role.key == "to"]
    goals = [goal for at in to for goal in sentence.starting(at, "party") if goal.form == "name"]
    goals += [goal for goal in sentence.starting(mark.end, "party") if goal.form == "to" and goal.end > goal.start + 1]
    return any(goal.key != mark.key for goal in goals)


def _of(before: Mark, mark: Mark, sentence: Sentence) -> Part | None:
    for owned in sentence.ending(before.start):
        if owned.group == "people":
            return _of_whom(owned, mark)
        if owned.group == "held":
            return Part.HOLDER
        if owned.group == "speaker":
            return Part.TO if owned.key in _GETTING and is_given_to(owned, sentence) else Part.SPEAKER
    return None
