"""Events of every shape that a card can take, with facts like those of the news, in our own words.

For `exchanges gallery`, for translators and editors, and for the snapshots in tests/gallery.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from bot.digests import Contents, Told
from bot.types import Alert, AlertKind, Event, EventStatus, ReportRef
from detectors import Category, Kind, Part, Qualifier, Status, Transfer

NOW = datetime(2025, 6, 20, 12, 0, tzinfo=UTC)
POW, PRISONERS, HOSTAGES = Category.PRISONERS_OF_WAR, Category.PRISONERS, Category.HOSTAGES
CIVILIANS, CHILDREN, BODIES, MIXED = Category.CIVILIANS, Category.CHILDREN, Category.BODIES, Category.MIXED
ABOUT, AT_LEAST, AT_MOST = Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.AT_MOST
RU, UA, BOTH = "Russia", "Ukraine", ("Russia", "Ukraine")
RU_DEFENCE, UA_STAFF = "Russia's defence ministry", "Ukraine's coordination headquarters"
ZELENSKY, MEDINSKY = "Volodymyr Zelensky", "Vladimir Medinsky"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An event with the alert that tells of it; `shape` says what it is an example of."""

    shape: str
    event: Event
    kind: AlertKind = AlertKind.NEW
    reason: str = ""


def transfer(
    released_by: str | Iterable[str],
    returned_to: str | Iterable[str],
    category: Category,
    count: int | None = None,
    qualifier: Qualifier = Qualifier.EXACT,
    *,
    count_max: int | None = None,
    planned: bool = False,
    says: str | Iterable[str] = (),
    confirms: str | Iterable[str] = (),
    parts: Iterable[tuple[Category, int]] = (),
) -> Transfer:
    """A transfer in few words; no count is no figure."""
    return Transfer(
        released_by=_names(released_by),
        returned_to=_names(returned_to),
        category=category,
        count=count,
        count_max=count_max,
        qualifier=Qualifier.UNKNOWN if count is None else qualifier,
        planned=planned,
        claimed_by=_names(says),
        confirmed_by=_names(confirms),
        breakdown=tuple(Part(category=one, count=n) for one, n in parts),
    )


def event(
    *transfers: Transfer,
    parties: tuple[str, ...] = BOTH,
    status: EventStatus = EventStatus.COMPLETED,
    day: date | None = None,
    mediators: tuple[str, ...] = (),
    place: str | None = None,
    agreement: str | None = None,
    ordinal: int | None = None,
    sources: Iterable[tuple[str | None, str | None]] = (),
) -> Event:
    """An event in few words."""
    bodies = {one.category is BODIES for one in transfers}
    return Event(
        id="e1",
        parties=parties,
        status=status,
        kind=Kind.BOTH if len(bodies) > 1 else Kind.BODIES if bodies == {True} else Kind.EXCHANGE,
        transfers=transfers,
        event_date=day,
        mediators=mediators,
        place=place,
        agreement=agreement,
        ordinal=ordinal,
        reports=tuple(_report(source, url) for source, url in sources),
        first_seen=NOW,
        updated=NOW,
    )


def _report(source: str | None, url: str | None) -> ReportRef:
    return ReportRef(article_id=f"{source} {url}", url=url, source=source, status=Status.COMPLETED)


def _names(names: str | Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def _each(category: Category, count: int, **more: EventStatus | date | tuple[str, ...] | int | str | None) -> Event:
    sides = transfer(RU, UA, category, count, says=UA_STAFF), transfer(UA, RU, category, count, says=RU_DEFENCE)
    return event(*sides, **more)  # type: ignore[arg-type]  # the caller's facts are event()'s own


HERALD = ("Seaside Herald", "https://seaside.example/world/1")
FIJI = ("Fiji Global News", "https://fiji.example/?a=1&b=2")
UPDATE, CANCEL = AlertKind.UPDATE, AlertKind.CANCEL

GALLERY: tuple[Exhibit, ...] = (
    Exhibit(
        "the fallen one way, none the other",
        event(
            transfer(RU, UA, BODIES, 1200, says=RU_DEFENCE, confirms=UA),
            transfer(UA, RU, BODIES, 0, says="Russian state media"),
            transfer(RU, UA, POW),
            transfer(UA, RU, POW),
            place="Belarus",
            agreement="Istanbul agreements",
            sources=(FIJI, HERALD),
        ),
    ),
    Exhibit(
        "the same to each side",
        _each(POW, 95, day=date(2024, 7, 17), ordinal=53, mediators=("United Arab Emirates",)),
    ),
    Exhibit(
        "each side its own figure",
        event(transfer(UA, RU, POW, 55, says=RU_DEFENCE), transfer(RU, UA, POW, 215, says=ZELENSKY), sources=(HERALD,)),
    ),
    Exhibit("one way only", event(transfer("Lebanon", "Israel", CIVILIANS, 2), parties=("Israel", "Lebanon"))),
    Exhibit(
        "the sides' figures differ",
        event(
            transfer(RU, UA, POW, 207, says=UA),
            transfer(RU, UA, POW, 195, says=RU_DEFENCE),
            transfer(UA, RU, POW, 195, says=RU_DEFENCE, confirms=UA_STAFF),
        ),
    ),
    Exhibit(
        "figures differ, one without a speaker",
        event(transfer(RU, UA, BODIES, 757, says=UA_STAFF), transfer(RU, UA, BODIES, 750)),
    ),
    Exhibit(
        "three figures for one way",
        event(
            transfer("Hamas", "Israel", HOSTAGES, 13, says="Qatar's foreign ministry"),
            transfer("Hamas", "Israel", HOSTAGES, 24, says="ICRC"),
            transfer("Hamas", "Israel", HOSTAGES, 17, says="Israel's prime minister"),
            transfer("Israel", "Palestinians", PRISONERS, 39, says=("Israel's prison service", "Hamas")),
            parties=("Hamas", "Israel"),
            mediators=("Qatar", "Egypt"),
        ),
    ),
    Exhibit(
        "an organ with and without its owner",
        event(transfer(RU, UA, POW, 189, says=("coordination headquarters", UA_STAFF), confirms=(UA, "ICRC"))),
    ),
    Exhibit("a range", event(transfer(RU, UA, CIVILIANS, 20, count_max=30), status=EventStatus.ANNOUNCED)),
    Exhibit("at least", event(transfer(RU, UA, CIVILIANS, 200, AT_LEAST), status=EventStatus.ONGOING)),
    Exhibit(
        "at most",
        event(transfer("Taliban", "United States", PRISONERS, 2, AT_MOST), parties=("Taliban", "United States")),
    ),
    Exhibit("about, over both sides", event(transfer(BOTH, BOTH, POW, 900, ABOUT, says=MEDINSKY))),
    Exhibit("a total with its parts", event(transfer(RU, UA, MIXED, 49, parts=((POW, 42), (CIVILIANS, 7))))),
    Exhibit("one prisoner of war", event(transfer(RU, UA, POW, 1, says=("Andriy Yermak", "ICRC"), confirms=RU))),
    Exhibit(
        "one civilian", event(transfer("Iran", "France", CIVILIANS, 1), parties=("France", "Iran"), mediators=("Oman",))
    ),
    Exhibit("one body", event(transfer("Hamas", "Israel", BODIES, 1, says="ICRC"), parties=("Hamas", "Israel"))),
    Exhibit("two children", event(transfer(RU, UA, CHILDREN, 2, says="Dmytro Lubinets"), mediators=("Qatar",))),
    Exhibit("children, a full number", event(transfer(RU, UA, CHILDREN, 31), mediators=("Holy See", "Qatar"))),
    Exhibit("three hostages", event(transfer("Hamas", "Israel", HOSTAGES, 3), parties=("Hamas", "Israel"))),
    Exhibit(
        "five people of several kinds",
        event(transfer("Boko Haram", "Nigeria", MIXED, 5, AT_LEAST), parties=("Boko Haram", "Nigeria")),
    ),
    Exhibit(
        "twenty-one bodies", event(transfer("Israel", "Palestinians", BODIES, 21), parties=("Israel", "Palestinians"))
    ),
    Exhibit(
        "the living, then the dead",
        event(
            transfer(RU, UA, POW, 10, says=UA),
            transfer(RU, UA, BODIES, 1000, says=UA),
            transfer(UA, RU, BODIES, 31, says=RU_DEFENCE),
        ),
    ),
    Exhibit("no figure, prisoners of war", event(transfer(RU, UA, POW), transfer(UA, RU, POW), day=date(2025, 6, 2))),
    Exhibit("no figure, one way", event(transfer(RU, UA, POW, 2), transfer(UA, RU, POW))),
    Exhibit("no figure, the fallen", event(transfer(RU, UA, BODIES))),
    Exhibit("nothing but the parties", event(sources=(HERALD,))),
    Exhibit("no party known", event(transfer((), (), PRISONERS, 12), parties=())),
    Exhibit(
        "only the giver known", event(transfer("Houthis", (), PRISONERS, 113, says="Houthis"), parties=("Houthis",))
    ),
    Exhibit(
        "many sides",
        event(
            transfer(RU, "United States", PRISONERS, 3),
            transfer((RU, "Belarus"), "Germany", PRISONERS, 13),
            transfer(("United States", "Germany", "Poland", "Norway", "Slovenia"), RU, PRISONERS, 8),
            parties=(RU, "Belarus", "United States", "Germany", "Poland", "Norway", "Slovenia"),
            mediators=("Türkiye",),
            place="Ankara",
        ),
    ),
    Exhibit(
        "two sides get their people together",
        event(transfer("Iran", ("Germany", "Sweden"), PRISONERS, 2), parties=("Iran", "Germany", "Sweden")),
    ),
    Exhibit("parties on no two sides", event(parties=("Eritrea", "Ethiopia", "Sudan"))),
    Exhibit(
        "armed groups",
        event(
            transfer("Houthis", "Saudi-led coalition", POW, 19, says="Abdulqader al-Mortada"),
            transfer("Yemen", "Houthis", PRISONERS, 250, ABOUT, says="ICRC"),
            parties=("Houthis", "Yemen", "Saudi-led coalition"),
            mediators=("ICRC", "United Nations"),
            place="Sanaa",
        ),
    ),
    Exhibit("announced, with a day to come", _each(POW, 1000, status=EventStatus.ANNOUNCED, day=date(2025, 6, 25))),
    Exhibit("announced, no figure", event(transfer(RU, UA, BODIES), status=EventStatus.ANNOUNCED)),
    Exhibit(
        "under way, more planned",
        event(
            transfer(RU, UA, BODIES, 1212, says=UA_STAFF),
            transfer(RU, UA, BODIES, 6000, planned=True, says=MEDINSKY),
            status=EventStatus.ONGOING,
        ),
    ),
    Exhibit(
        "one kind done, another planned",
        event(transfer(RU, UA, POW, 10, says=UA), transfer(RU, UA, BODIES, 6000, planned=True, says=MEDINSKY)),
    ),
    Exhibit("postponed", event(transfer(RU, UA, POW, 95), status=EventStatus.POSTPONED), UPDATE, "status_changed"),
    Exhibit("called off", event(transfer(RU, UA, POW, 95), status=EventStatus.CANCELLED), UPDATE, "status_changed"),
    Exhibit("denied", event(transfer(RU, UA, POW), status=EventStatus.DENIED), CANCEL, "status_changed"),
    Exhibit("merged into another", _each(POW, 175), CANCEL, "merged into e2"),
    Exhibit("now completed", _each(POW, 175, ordinal=68), UPDATE, "status_changed"),
    Exhibit("a figure was revised", _each(POW, 246), UPDATE, "figure_revised"),
    Exhibit(
        "the second side confirms", event(transfer(RU, UA, POW, 103, says=RU_DEFENCE, confirms=UA)), UPDATE, "confirmed"
    ),
    Exhibit(
        "many sources",
        event(
            transfer(
                "Armenia", "Azerbaijan", POW, 32, says=("Nikol Pashinyan", "Ilham Aliyev", "Red Crescent", "OSCE")
            ),
            parties=("Armenia", "Azerbaijan"),
            sources=tuple((f"Outlet {n}", f"https://outlet{n}.example/") for n in range(1, 8)),
            ordinal=3,
        ),
    ),
    Exhibit(
        "long texts, and more lines than fit",
        event(
            *(transfer(RU, f"{'Brigade of the Long Name ' * 5}{n}", POW, n * 1111) for n in range(1, 11)),
            place="a village with a very long name indeed, " * 4,
            agreement="a very long agreement " * 6,
            sources=(("The Extraordinarily Long-Winded Gazette of " * 4, None),),
        ),
    ),
    Exhibit(
        "hostile feed text",
        event(
            transfer("<b>Rus</b>\u202esia", "Ukr\u200baine & @everyone", POW, 5, says="</a><script>alert(1)</script>"),
            parties=("<!channel>", "@durov"),
            place="$TAG *bold* _x_ `code` {n} %s",
            sources=(
                ("الجزيرة <https://evil.example|x>", "javascript:alert(1)"),
                ("t.me/evil", 'https://ok.example/"><b>'),
            ),
        ),
    ),
)

_LAST_WEEK = replace(_each(POW, 246, day=date(2025, 6, 12), ordinal=66), id="e0")
DIGEST = Contents(
    happened=(
        event(
            transfer(RU, UA, POW, 207, says=UA_STAFF),
            transfer(UA, RU, POW, 195, says=RU_DEFENCE),
            day=date(2025, 6, 19),
            sources=(HERALD,),
        ),
        event(
            transfer(RU, UA, POW, 95, says=ZELENSKY),
            transfer(RU, UA, POW, 98, says=RU_DEFENCE),
            transfer(RU, UA, BODIES, 1000, ABOUT, says=MEDINSKY),
            day=date(2025, 6, 20),
            sources=(FIJI,),
        ),
    ),
    changed=(
        Told(
            event=_LAST_WEEK,
            alert=Alert(event_id="e0", kind=UPDATE, reason="figure_revised", at=NOW, article_id="a1"),
        ),
    ),
    announced=(_each(POW, 1000, status=EventStatus.ANNOUNCED, day=date(2025, 6, 25)),),
)
