"""The parts that a mention of a party may play in its sentence."""

from enum import StrEnum


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
