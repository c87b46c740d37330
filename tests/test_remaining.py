"""Whom a number or a noun tells of who was not handed over now: who remain, earlier ones, one of many, a source."""

import pytest

from detectors.figures import Figure, read_figures
from tests.readings import counts_of, read, report_of


def figures(text: str, code: str) -> list[Figure]:
    """The figures of a headline, in reading order."""
    return read_figures(read(text, code))


def signals(count: int, text: str, code: str) -> dict[str, float]:
    """What speaks for and against the last figure of that size."""
    return [figure for figure in figures(text, code) if figure.group.count == count][-1].signals


@pytest.mark.parametrize(
    ("code", "text", "count", "left"),
    [
        ("en", "With their return, 73 out of 251 hostages remain in Gaza", 73, True),
        ("ru", "73 из 251 заложника остаются в секторе Газа", 73, True),
        ("en", "Hamas handed over one of the four hostages still held in Gaza", 1, False),
        ("ru", "ХАМАС передал одного из четырех заложников, которые остаются в Газе", 1, False),
    ],
)
def test_those_of_a_larger_number_who_remain_were_not_handed_over(code: str, text: str, count: int, left: bool) -> None:
    assert ("since.clause" in signals(count, text, code)) is left


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Since the start of the war, Kyiv has brought home 4,757 people"),
        ("cs", "Od začátku války, uvedl Kyjev, se domů vrátilo 4757 lidí"),
        ("uk", "Відколи почалася війна, Україна повернула 4757 людей"),
        ("lt", "Nuo karo pradžios, skelbia Kyjivas, namo grįžo 4757 žmonės"),
    ],
)
def test_since_when_opens_a_sentence_and_holds_for_all_of_it(code: str, text: str) -> None:
    assert "since.clause" in signals(4757, text, code)


def test_since_when_opens_a_sentence_that_counts_people_at_once_and_holds_for_these_alone() -> None:
    assert "since.clause" not in signals(5, "So far 600 prisoners remain, with five freed on Friday", "en")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "In all, 59 children have already been repatriated"),
        ("de", "Damit sind schon 59 Kinder heimgekehrt"),
        ("fr", "Avec eux, ce sont déjà 59 enfants qui sont rentrés"),
        ("es", "Con esta operación ya han vuelto 59 niños"),
        ("pl", "Tym samym do domu wróciło już 59 dzieci"),
        ("ru", "С учетом этого домой вернулись уже 59 детей"),
        ("hu", "Összesen 59 gyermek jutott már haza"),
        ("tr", "Böylece evine dönen çocuk sayısı 59'a ulaştı"),
        ("he", "בסך הכול הוחזרו כבר 59 ילדים"),
        ("zh", "至此已有59名儿童回国"),
    ],
)
def test_how_many_have_come_in_all_by_now_is_a_running_total(code: str, text: str) -> None:
    assert "since.clause" in signals(59, text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "59 children have already been repatriated"),
        ("de", "59 Kinder sind bereits heimgekehrt"),
        ("es", "Con esta operación han vuelto 59 niños"),
        ("ru", "Домой вернулись уже 59 детей"),
    ],
)
def test_who_have_already_come_may_be_those_of_today(code: str, text: str) -> None:
    assert "since.clause" not in signals(59, text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "For each body returned by Hamas, Israel is to hand over 15 Palestinian bodies"),
        ("fr", "Pour chaque dépouille d'Israélien, Israël remet les corps de 15 Palestiniens"),
        ("pl", "Za każde z ciał Izrael wydaje zwłoki 15 Palestyńczyków"),
        ("it", "Per ogni corpo di un israeliano Israele restituisce le salme di 15 palestinesi"),
        ("hi", "हर इजरायली शव के बदले इजरायल 15 फिलिस्तीनियों के शव सौंपता है"),
        ("zh", "每归还一具以色列人遗体，以色列移交15具巴勒斯坦人遗体"),
    ],
)
def test_so_many_for_each_are_terms_wherever_in_the_sentence_each_stands(code: str, text: str) -> None:
    assert [figure.group.part for figure in figures(text, code) if figure.group.count == 15] == [True]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Israel freed five Lebanese prisoners, among them a Lebanese woman"),
        ("es", "Israel liberó a cinco presos libaneses, entre ellos un periodista libanés"),
        ("de", "Israel ließ fünf libanesische Häftlinge frei, darunter eine libanesische Journalistin"),
    ],
)
def test_who_is_among_those_counted_is_a_part_of_them(code: str, text: str) -> None:
    assert [figure.group.part for figure in figures(text, code)] == [False, True]


def test_somebody_told_of_beside_others_is_no_part_of_them() -> None:
    assert [f.group.part for f in figures("Israel freed five Lebanese prisoners and a Dutch woman", "en")] == [
        False
    ] * 2


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Girls swapped for Boko Haram fighters, Nigerian officer says"),
        ("en", "According to lawmaker Anna Novak, Russia received 55 bodies"),
        ("de", "Russland erhielt laut dem Abgeordneten Jan Nowak 55 Tote"),
        ("pl", "Według deputowanego Jana Nowaka Rosja odebrała 55 ciał"),
    ],
)
def test_who_only_tells_the_news_is_nobody_handed_over(code: str, text: str) -> None:
    assert not [figure for figure in figures(text, code) if figure.group.single]


@pytest.mark.parametrize(
    ("code", "lead", "row"),
    [
        ("es", "El ELN liberó a seis uniformados", "Un policía, tres soldados y dos suboficiales fueron recibidos"),
        ("en", "The ELN freed six men", "Three soldiers, two sergeants and one policeman were received"),
    ],
)
def test_three_that_make_up_the_number_before_are_its_parts_though_one_is_half(code: str, lead: str, row: str) -> None:
    found = read_figures(read(lead, code, row))
    assert {f.group.count for f in found if "listed" in f.signals} == {1, 2, 3}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("he", "בשעה 23:00 שחרר חמאס 7 חטופים"),
        ("tr", "Sabah 08:00 dolaylarında 7 esir Kızılhaç'a verildi"),
        ("fr", "A 20h30 le Hamas a remis 7 otages"),
        ("es", "A las 20 h Hamás entregó a 7 rehenes"),
        ("ru", "В 16:30 ХАМАС передал 7 заложников"),
    ],
)
def test_a_time_of_day_counts_nobody(code: str, text: str) -> None:
    assert [figure.group.count for figure in figures(text, code)] == [7]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Талибы передали Пакистану 6 пленных с вертолета Ми-17"),
        ("en", "The Taliban freed the 6 captives of an Mi-17 at the G-20 summit"),
        ("he", "חמאס שחרר ל-6 חטופים"),
    ],
)
def test_the_number_of_an_aircraft_or_a_summit_counts_nobody(code: str, text: str) -> None:
    assert [figure.group.count for figure in figures(text, code)] == [6]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("cs", "Rusko a Ukrajina vymění 314 vězňů, shodly se obě delegace"),
        ("uk", "Росія та Україна обміняли 157 полонених, дві делегації зустрілися"),
        ("hu", "Oroszország és Ukrajna 157 hadifoglyot cserélt, közölte a két küldöttség"),
    ],
)
def test_delegations_are_nobody_freed(code: str, text: str) -> None:
    assert 2 not in [figure.group.count for figure in figures(text, code)]


def test_as_many_for_as_many_written_with_a_colon_is_no_time_of_day() -> None:
    assert {figure.group.count for figure in figures("Russia and Ukraine swapped prisoners 205:205", "en")} == {205}


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        (
            "en",
            "Over 100 Ukrainian prisoners of war freed by Russia",
            "Russia freed 116 Ukrainian prisoners of war on Friday.",
        ),
        (
            "ru",
            "Россия освободила более 100 украинских военнопленных",
            "Россия в пятницу освободила 116 украинских военнопленных.",
        ),
        (
            "es",
            "Rusia libera a más de 100 prisioneros de guerra ucranianos",
            "Rusia liberó el viernes a 116 prisioneros de guerra ucranianos.",
        ),
    ],
)
def test_more_than_a_round_number_is_the_exact_one_that_goes_the_same_way(code: str, title: str, text: str) -> None:
    assert counts_of(report_of(title, code, text)) == {116}
