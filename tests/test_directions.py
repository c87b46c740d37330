"""Which way people go: which figure went from whom to whom, and what one number says twice."""

import pytest

from detectors.directions import told_of
from detectors.figures import read_figures
from detectors.hosts import holds_both
from detectors.parties import home_of
from detectors.roles import Part
from tests.readings import legs, read, report_of


def said(text: str, party: str, count: int, code: str = "en") -> set[str]:
    """The signals that a headline gives to a camp for the figure."""
    (figure, *_) = [figure for figure in read_figures(read(text, code)) if figure.group.count == count]
    return {name for name, value in told_of(figure.reading, figure.group, figure.move)[party].items() if value}


@pytest.mark.parametrize(
    ("code", "text", "teller"),
    [
        ("en", "Kyiv announces release of 37 soldiers in exchange with Russia", "Ukraine"),
        ("ro", "Kievul anunţă eliberarea a 37 de militari într-un schimb cu Rusia", "Ukraine"),
        ("ru", "В Баку заявили, что отдали 37 пленных", "Azerbaijan"),
    ],
)
def test_who_tells_is_no_subject(code: str, text: str, teller: str) -> None:
    signals = said(text, teller, 37, code)
    assert any(name.startswith("speaker") for name in signals)
    assert not any(name.startswith(("bare", "in.bare", "to", "in.to")) for name in signals)


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "Sudan: 64 soldiers released"), ("fr", "Soudan : 64 soldats libérés"), ("de", "Sudan: 64 Soldaten frei")],
)
def test_what_stands_before_the_first_colon_is_no_subject(code: str, text: str) -> None:
    assert {"head"} <= said(text, "Sudan", 64, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Ukraine got back 130 people, Russia 90"),
        ("en", "Ukraine got back 130 people, Russia – 90"),
        ("lt", "Ukraina susigrąžino 130 žmonių, Rusija – 90"),
    ],
)
def test_a_subject_whose_verb_is_left_out_does_what_the_first_did(code: str, text: str) -> None:
    assert "in.bare.before.receive" in said(text, "Russia", 90, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "Rusland heeft Oekraïne 1.245 lichamen overhandigd"),
        ("de", "Russland hat der Ukraine 1.245 Leichen übergeben"),
    ],
)
def test_of_two_before_the_verb_the_second_gets(code: str, text: str) -> None:
    assert legs(report_of(text, code)) == {("Russia", "Ukraine", 1245)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Russia gave Ukraine 1,212 bodies and in exchange got 27"),
        ("hi", "रूस ने यूक्रेन को 1,212 शव सौंपे, बदले में मिले 27"),
    ],
)
def test_behind_in_exchange_a_verb_of_its_own_tells_the_way(code: str, text: str) -> None:
    (back,) = [group for reading in read(text, code) for group in reading.groups if group.count == 27]
    assert not back.price


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("en", "Twelve soldiers of the Azerbaijani army handed over", "Azerbaijan"),
        ("de", "Zwölf Soldaten der aserbaidschanischen Armee übergeben", "Azerbaijan"),
    ],
)
def test_soldiers_of_an_army_are_its_nations(code: str, text: str, party: str) -> None:
    assert (party, "nation") in {(a.party, str(a.part)) for reading in read(text, code) for a in reading.actors}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Moscow says 248 of its soldiers are free, Kyiv says 230 of its own"),
        ("es", "Moscú dice que 248 de sus soldados están libres, Kiev que 230 de los suyos"),
    ],
)
def test_its_people_are_those_of_who_was_named_last(code: str, text: str) -> None:
    assert "owner" in said(text, "Russia", 248, code)
    assert "owner" not in said(text, "Ukraine", 248, code)


def test_home_beside_a_verb_says_only_where_to() -> None:
    assert "in.bare.before.receive" in said("Ukraine brought back home 121 fallen", "Ukraine", 121)
    assert "in.bare.before.receive" in said("Україна повернула додому 121 загиблого", "Ukraine", 121, "uk")


@pytest.mark.parametrize(
    ("group", "home"),
    [("Houthis", "Yemen"), ("Hezbollah", "Lebanon"), ("Taliban", "Afghanistan"), ("ELN", "Colombia"), ("Iran", None)],
)
def test_whose_people_an_armed_groups_fighters_are(group: str, home: str | None) -> None:
    assert home_of(group) == home


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Riyadh handed over seven Yemenis and the Houthis freed a Saudi officer in a prisoner swap"),
        ("cs", "Rijád předal sedm Jemenců a húsíové propustili saúdského důstojníka při výměně zajatců"),
    ],
)
def test_yemenis_that_riyadh_frees_go_to_the_houthis(code: str, text: str) -> None:
    assert ("Saudi Arabia", "Houthis", 7) in legs(report_of(text, code))


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("ru", "502 погибших военных возвращены в Украину", "В Украине теперь 502 павших защитника."),
        ("en", "Bodies of 502 soldiers handed over to Ukraine by Russia", "In Ukraine there are now 502 fallen more."),
    ],
)
def test_a_number_that_is_told_twice_went_one_way(code: str, title: str, text: str) -> None:
    assert legs(report_of(title, code, text)) == {("Russia", "Ukraine", 502)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Israel for its part released 45 Hezbollah prisoners in the exchange"),
        ("de", "Israel ließ im Austausch 45 Gefangene der Hisbollah frei"),
    ],
)
def test_a_state_may_be_at_war_with_more_than_one(code: str, text: str) -> None:
    assert legs(report_of(text, code)) == {("Israel", "Hezbollah", 45)}


def test_people_who_are_let_go_in_their_own_country_do_not_come_back_to_it() -> None:
    assert "own_nation.home" in said("14 Belarusians were released in Belarus on Saturday", "Belarus", 14)
    assert "own_nation" in said("14 Belarusians were released in Lithuania on Saturday", "Belarus", 14)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("it", "Yemen, gli Houthi liberano 112 prigionieri"),
        ("fr", "Yémen, les Houthis libèrent 112 prisonniers"),
    ],
)
def test_a_place_that_opens_a_headline_gives_nobody(code: str, text: str) -> None:
    assert "head" in said(text, "Yemen", 112, code)
    assert "head" not in said(text, "Houthis", 112, code)


@pytest.mark.parametrize(
    ("code", "title", "text", "count"),
    [
        ("uk", "84 полонених повернулися в Україну", "У Москві кажуть про формулу «84 на 84».", 84),
        ("pl", "Z rosyjskiej niewoli wróciło 185 żołnierzy", "Ukraina oddała Rosji tyle samo wojskowych.", 185),
        ("hi", "रूस की क़ैद से 144 यूक्रेनी सैनिक घर लौटे", "रूस को भी इतने ही सैनिक मिले हैं।", 144),
        ("el", "", "Η Μόσχα παρέλαβε την Κυριακή 146 στρατιωτικούς από το Κίεβο, δίνοντας ισάριθμους Ουκρανούς.", 146),
        ("de", "", "Russland und die Ukraine tauschten Gefangene aus. 103 habe jede Seite der anderen übergeben.", 103),
    ],
    ids=["uk", "pl", "hi", "el", "de"],
)
def test_as_many_went_the_other_way(code: str, title: str, text: str, count: int) -> None:
    told = legs(report_of(title, code, text, sure=False))
    assert {("Russia", "Ukraine", count), ("Ukraine", "Russia", count)} <= set(told)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Belarus released 42 prisoners, the US lifts its sanctions"),
        ("de", "Belarus ließ 42 Häftlinge frei, die USA lockern Sanktionen"),
        ("es", "Bielorrusia liberó a 42 presos, EE.UU. levanta las sanciones"),
        ("pl", "Białoruś uwolniła 42 więźniów, USA znoszą sankcje"),
        ("uk", "Білорусь звільнила 42 в'язнів, США знімають санкції"),
    ],
)
def test_who_pays_for_people_gives_none(code: str, text: str) -> None:
    assert {"bargain"} <= said(text, "United States", 42, code)
    assert "bargain" not in said(text, "Belarus", 42, code)


def test_one_behind_a_number_is_no_person() -> None:
    (reading,) = read("Eleven boarded a plane to Russia, 14 one to Germany and twelve one to Poland")
    assert [group.count for group in reading.groups] == [11, 14, 12]


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        (
            "Russia handed 13 prisoners to Germany. They had been held in Russia and Belarus.",
            {"Russia", "Belarus"},
        ),
        ("Russia handed 13 prisoners to Germany.", {"Russia"}),
        (
            "The Houthis and Yemen swapped. Yemen and the Saudi-led coalition released 21 Houthis.",
            {"Yemen", "Saudi-led coalition"},
        ),
    ],
)
def test_who_gives_people_up_together_is_named_together(text: str, givers: set[str]) -> None:
    report = report_of("", "en", text, sure=False)
    assert givers in [set(transfer.released_by) for transfer in report.transfers]


@pytest.mark.parametrize(
    ("code", "text", "both"),
    [
        ("en", "26 people held in Germany, Poland, Russia and Belarus were swapped", True),
        ("pl", "Wymieniono 26 osób z więzień w USA, Niemczech, Polsce i Rosji", True),
        ("en", "26 people held in Germany, Poland and Norway were swapped", False),
        ("en", "26 people held in Russia and Belarus were swapped", False),
    ],
)
def test_jails_of_both_camps_in_one_list_hold_both_sides_people(code: str, text: str, both: bool) -> None:
    (reading,) = read(text, code)
    assert holds_both(reading.actors) == both


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Seven sailors whom Iran had kept prisoner arrived in Manila"),
        ("es", "Siete marineros a quienes Irán mantenía presos llegaron a Manila"),
        ("fr", "Sept marins que l'Iran détenait sont arrivés à Manille"),
        ("it", "Sette marinai che l'Iran teneva prigionieri sono arrivati a Manila"),
        ("pt", "Sete marinheiros que o Irã mantinha presos chegaram a Manila"),
        ("nl", "Zeven zeelieden die Iran gevangen hield zijn in Manilla aangekomen"),
        ("pl", "Siedmiu marynarzy, których więził Iran, wróciło do Manili"),
        ("cs", "Sedm námořníků, které věznil Írán, se vrátilo do Manily"),
        ("ru", "Семь моряков, которых Иран держал в тюрьме, вернулись в Манилу"),
        ("uk", "Семеро моряків, яких утримував Іран, повернулися в Манілу"),
        ("ar", "وصل سبعة بحارة كانت إيران تحتجزهم إلى مانيلا"),
    ],
)
def test_who_kept_the_people_holds_them(code: str, text: str) -> None:
    (reading,) = read(text, code)
    assert {actor.part for actor in reading.actors if actor.party == "Iran"} == {Part.HOLDER}


def test_who_does_something_else_to_people_than_keep_them_is_no_holder() -> None:
    (reading,) = read("Seven sailors whom Iran released had been kept in jail")
    assert {actor.part for actor in reading.actors} == {Part.BARE}


def test_a_comma_parts_a_name_from_people_where_words_are_not_parted() -> None:
    title = "ベラルーシ、政治犯ら52人を釈放"
    (reading,) = read(title, "ja")
    assert [actor.part for actor in reading.actors] == [Part.BARE]
    assert legs(report_of(title, "ja", "リトアニアに到着した。")) == {("Belarus", "Lithuania", 52)}


def test_a_soldier_of_a_states_force_is_that_states_where_words_are_not_parted() -> None:
    title = "パキスタン、インド空軍の操縦士を帰す"
    report = report_of(title, "ja", "パキスタンは1日、インド空軍の操縦士をインド側に引き渡した。")
    assert legs(report) == {("Pakistan", "India", 1)}


def test_whom_israels_security_prisoners_are_called_tells_whose_they_are() -> None:
    report = report_of("550 אסירים ביטחוניים שוחררו מכלא עופר", "he", "זה השלב השני של העסקה עם חמאס.")
    assert legs(report) == {("Israel", "Hamas", 550)}


@pytest.mark.parametrize(
    ("code", "text", "state"),
    [
        ("es", "Once presos políticos cubanos vuelan a Madrid", "Cuba"),
        ("pt", "Onze dissidentes cubanos aterram em Madrid", "Cuba"),
        ("it", "Undici dissidenti nicaraguensi sono arrivati a Washington", "Nicaragua"),
    ],
)
def test_dissidents_who_go_elsewhere_were_held_by_their_own_state(code: str, text: str, state: str) -> None:
    signals = said(text, state, 11, code)
    assert {"holder", "own_nation.home"} <= signals
    assert "own_nation" not in signals


@pytest.mark.parametrize(
    ("code", "text", "state"),
    [
        ("es", "Once presos políticos españoles vuelan a Madrid", "Spain"),
        ("it", "Undici prigionieri politici ucraini sono arrivati ad Ankara", "Ukraine"),
    ],
)
def test_those_who_come_home_or_whom_an_enemy_held_are_their_states(code: str, text: str, state: str) -> None:
    assert "own_nation" in said(text, state, 11, code)


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("es", "Cinco colombianos vuelven de las cárceles de Maduro", "Venezuela"),
        ("it", "I prigionieri tornati dalle carceri di Haftar", "Haftar forces"),
        ("en", "Ten soldiers are back from the prisons of Putin", "Russia"),
    ],
)
def test_whose_prisons_they_are_holds_people(code: str, text: str, party: str) -> None:
    (reading,) = read(text, code)
    assert {actor.party: actor.part for actor in reading.actors}[party] is Part.HOLDER


def test_of_two_before_people_and_their_verb_the_second_gets_them_unless_it_only_tells() -> None:
    assert "to" in said("Rusland heeft Oekraïne 1.245 lichamen overhandigd", "Ukraine", 1245, "nl")
    assert "to" in said("Het Rode Kruis heeft Oekraïne 40 lichamen overhandigd", "Ukraine", 40, "nl")
    assert "to" not in said("Rusland heeft volgens Oekraïne 1.245 lichamen overhandigd", "Ukraine", 1245, "nl")
