"""What a number is held against: the title, the news' largest, the sums and parts that other figures make."""

import pytest

from detectors.figures import read_figures
from tests.readings import figures, read, report_of, signals

LONG = "It was cold. It rained. The men were tired. A bus came. They got soup. They slept. "


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("India and Bangladesh free 185 fishermen", "Ninety Bangladeshis went for ninety-five Indians.", "en"),
        ("Pacto por casi 3.000 presos", "1.700 presos volverán a los hutíes. 1.200 presos irán a Arabia Saudí.", "es"),
        ("Nearly 3,000 prisoners to go home", "1,700 will return to the Houthis. 1,200 will go to Saudi Arabia.", "en"),
    ],
    ids=["for each other", "to two enemies", "vaguely told"],
)
def test_what_goes_both_ways_makes_up_what_the_title_tells(title: str, text: str, code: str) -> None:
    halves = [each for each in figures(title, code, text) if each.signals.get("titled.half")]
    assert len(halves) == 2


def test_two_who_went_to_friends_make_up_no_exchange() -> None:
    text = "13 prisoners went to Germany. Three prisoners went to the United States."
    assert not any(each.signals.get("titled.half") for each in figures("Russia frees 16 prisoners", "en", text))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("About 200 prisoners came home. Four of them are women.", False),
        ("About 200 prisoners came home. 112 were soldiers, 93 policemen.", True),
    ],
    ids=["with a few", "of two shares"],
)
def test_a_vague_number_is_no_sum_of_itself_and_a_few(text: str, holds: bool) -> None:
    assert ("sum.vague" in signals(200, "", text=text)) is holds


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Moscow let 3200 soldiers go.", "beyond"),
        ("Moscow let the bodies of 3200 soldiers go.", None),
    ],
    ids=["the living", "the dead"],
)
def test_a_running_total_is_of_people_like_those_of_the_news(text: str, name: str | None) -> None:
    told = signals(3200, "", text="Ukraine and Russia exchanged 94 soldiers on Friday. " + LONG + text)
    assert [each for each in told if each.startswith("beyond")] == ([name] if name else [])


def test_no_other_nation_is_a_running_total() -> None:
    told = signals(1900, "", text="Hamas freed seven Israelis on Monday. " + LONG + "Israel freed 1900 Palestinians.")
    assert not [each for each in told if each.startswith("beyond")]


def test_two_for_whom_others_went_are_as_many_as_the_news_tells() -> None:
    assert "beyond" not in signals(10, "Ten for four: Washington and Moscow agree")


def test_two_equal_halves_may_as_well_have_gone_for_each_other() -> None:
    text = "168 prisoners came home, that is 84 on the one hand and 84 on the other."
    assert not any(each.signals.get("listed") for each in figures("", "en", text))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "تسلم السودان تسعة مواطنين اثنان منهم جنديان."),
        ("en", "Sudan got back nine citizens two of them soldiers."),
    ],
)
def test_a_part_behind_a_number_is_of_it_and_it_is_none(code: str, text: str) -> None:
    nine = next(group for reading in read(text, code) for group in reading.groups if group.count == 9)
    assert not nine.part


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("en", "Besides, Russia handed over 23 badly wounded.", 23),
        ("en", "Each side freed 175 soldiers, and Russia also handed over 23 badly wounded.", 23),
        ("pt", "À parte, a Rússia entregou 31 feridos.", 31),
        ("fr", "Kiev a reçu 175 soldats, auxquels Moscou a ajouté 22 blessés graves.", 22),
        ("it", "I militari sono 246, cui si aggiungono 31 feriti gravi.", 31),
        ("el", "Πέρα από αυτούς παραδόθηκαν και 22 βαριά τραυματισμένοι.", 22),
        ("ru", "Помимо них Россия передала 23 тяжелораненых.", 23),
    ],
)
def test_wounded_who_are_told_of_as_further_ones_are_no_part(code: str, text: str, count: int) -> None:
    group = next(group for reading in read(text, code) for group in reading.groups if group.count == count)
    assert (group.part, group.rank) == (False, False)


def test_wounded_among_others_are_a_part() -> None:
    (reading,) = read("Russia handed over 175 soldiers, among them 23 badly wounded.", "en")
    assert [group.part for group in reading.groups] == [False, True]


def test_a_further_one_may_stand_behind_a_comma_of_its_own() -> None:
    text = "Han vuelto 157 militares y, además, tres civiles."
    assert [each.signals.get("also", 0.0) for each in read_figures(read(text, "es"))] == [0.0, 1.0]


def test_where_a_swap_of_one_heads_the_news_others_are_not_denied() -> None:
    text = "Ten prisoners came home to Russia."
    assert "untitled" not in signals(10, "Brittney Griner swapped in Ankara", text=text)
    assert "untitled" in signals(10, "Brittney Griner comes home", text=text)


def test_what_a_sentence_only_opens_with_gives_nobody() -> None:
    """Behind "Ukraine:" bodies come from Russia, so that those that Ukraine gave go the other way."""
    told = signals(24, "Ukraine: 1,000 bodies back from Russia", text="Ukraine handed over 24 bodies to Russia.")
    assert "untitled" not in told


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "26 are home", "Kyiv handed over 15 of them and Moscow freed 11."),
        ("ar", "عودة 26 أسيراً", "سلّمت كييف 15 منهم وأعادت موسكو 11"),
        ("en", "Kyiv and Moscow exchange 26", "They exchanged 15 Russian soldiers and 11 Ukrainian soldiers."),
        ("tr", "Şam ve Husiler 86 kişiyi takas etti", "Şam 61 kişiyi, karşı taraf ise 25 kişiyi bıraktı."),
    ],
    ids=["by two givers", "by two givers in Arabic", "of two peoples", "by the other side"],
)
def test_what_two_sides_gave_is_no_part_of_what_the_title_tells(code: str, title: str, text: str) -> None:
    told = [each.signals for each in figures(title, code, text) if not each.reading.sentence.title]
    assert len(told) == 2
    assert all("titled.half" in each and not each.keys() & {"part", "listed", "untitled"} for each in told)


def test_those_whom_one_side_moved_twice_are_its_parts() -> None:
    text = "250 prisoners are free. Israel deported 154 of them to Egypt and released 96."
    assert "part" in signals(154, "", "en", text)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Kyiv has freed 60 men. The militants had seized more than 30 people.", False),
        ("Kyiv has freed 60 men. Its jails hold 30 people.", False),
        ("Kyiv has freed 60 men. Kyiv let 30 soldiers go, Moscow as many.", True),
    ],
    ids=["vague", "who did not move", "a half"],
)
def test_only_an_exact_number_of_those_who_moved_is_a_half(text: str, holds: bool) -> None:
    assert ("double" in signals(60, "", "en", text)) is holds


@pytest.mark.parametrize(
    ("code", "title", "text", "count"),
    [
        ("en", "300 soldiers are home", "300 soldiers and two civilians came home.", 2),
        ("hu", "300 katona jöhetett haza", "Hazatért 300 katona és két civil.", 2),
        ("el", "Αντάλλαξαν 175 αιχμαλώτους", "Πέρα από αυτούς, λέει η Μόσχα, παραδόθηκαν 22 τραυματίες.", 22),
    ],
    ids=["civilians", "civilians in Hungarian", "wounded"],
)
def test_the_title_says_nothing_against_further_people(code: str, title: str, text: str, count: int) -> None:
    told = signals(count, title, code, text)
    assert "untitled.further" in told
    assert "part" not in told


def test_those_who_went_to_two_enemies_are_no_parts() -> None:
    text = "Of 48 children, 29 of them were returned to Ukraine and 19 to Russia."
    assert not any({"part", "untitled"} & each.signals.keys() for each in figures("", "en", text))


def test_each_of_a_list_is_no_number_of_either_side() -> None:
    text = "ロシアへは10人、ドイツへは13人、アメリカへは3人がそれぞれ引き渡された。"
    assert not any(each.group.each for each in figures("", "ja", text))
    assert figures("", "ja", "ロシアとウクライナは3人をそれぞれ引き渡した。")[0].group.each


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "The girls were exchanged for four fighters"), ("bg", "Момичетата са разменени за четирима бойци")],
)
def test_whom_others_were_exchanged_for_are_their_price(code: str, text: str) -> None:
    (figure,) = [each for each in figures("", code, text) if each.group.count == 4]
    assert figure.group.price


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("tr", "Erdoğan devrede: Azov komutanları takasla serbest kaldı"),
        ("pl", "Turcja potwierdza wymianę między Rosją a Zachodem"),
        ("ru", "Киев обменялся пленными с сепаратистами Донбасса"),
    ],
)
def test_a_region_and_whose_people_they_are_is_no_person(code: str, title: str) -> None:
    assert not any(each.group.name for each in figures(title, code))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("pl", "Grupa, w skład której wchodzi 14 cudzoziemców, dotarła na Litwę"),
        ("pl", "Grupa, w której jest 14 cudzoziemców, dotarła na Litwę"),
        ("ru", "Группа, в которую входят 14 иностранцев, прибыла в Литву"),
        ("uk", "Група, до якої входять 14 іноземців, прибула до Литви"),
        ("cs", "Skupina, v níž je 14 cizinců, dorazila do Litvy"),
        ("lt", "Grupė, kurioje yra 14 užsieniečių, atvyko į Vilnių"),
    ],
)
def test_those_whom_a_group_includes_are_a_part_of_it(code: str, text: str) -> None:
    assert [figure.group.part for figure in figures(text, code)] == [True]


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        (
            "en",
            "Yemen's warring sides swap 90 prisoners",
            "The Houthis and the government exchanged 90 captives, he said.",
        ),
        (
            "nl",
            "Doden Nagorno-Karabach uitgewisseld",
            "Armenië en Azerbeidzjan hebben zaterdag de lichamen van 150 soldaten uitgewisseld.",
        ),
        (
            "es",
            "Yemen: 260 presos, libres en un canje",
            "El Comité Internacional de la Cruz Roja trasladó el lunes a 260 detenidos entre Adén y Saná.",
        ),
        ("ar", "تبادل 260 أسيرا", "نجحت وساطة الإمارات في تبادل 260 أسيرا بين روسيا وأوكرانيا."),
    ],
)
def test_who_is_swapped_without_a_word_for_the_way_is_of_both_sides(code: str, title: str, text: str) -> None:
    (transfer,) = report_of(title, code, text, sure=False).transfers
    assert transfer.released_by == transfer.returned_to
    assert len(transfer.released_by) == 2


def test_a_number_of_each_side_by_its_own_words_is_no_total_of_both() -> None:
    told = report_of("Swap of 160 bodies between Russia and Ukraine", "en", "Each side gave 160 bodies.", sure=False)
    assert {(each.released_by, each.count) for each in told.transfers} == {(("Russia",), 160), (("Ukraine",), 160)}


@pytest.mark.parametrize(
    "title",
    ["Russia and Ukraine exchange 90 prisoners each", "90 Russians and 90 Ukrainians go home", "Ukraine gets 90 back"],
)
def test_who_goes_one_way_or_either_is_no_total_of_both(title: str) -> None:
    told = report_of(title, "en", "Russia and Ukraine exchanged prisoners on Friday.", sure=False).transfers
    assert told
    assert all(set(each.released_by).isdisjoint(each.returned_to) for each in told)
