"""What an article says of legs that are still to go, and of whose stages it speaks."""

from datetime import date

import pytest

from detectors import Article, language
from detectors.legs import legs
from detectors.report import read_all
from detectors.status import Mode
from tests.readings import read

DAY = date(2025, 6, 10)  # a Tuesday


def told(lang: str, text: str) -> set[str]:
    article = Article(lang=lang, published=DAY, title="", text=text)
    return {name.removeprefix("leg.") for name in legs(read_all(article, language.load(lang)), DAY)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Fourteen more soldiers are to be released in the coming days."),
        ("en", "Fourteen more are to be released on Friday."),
        ("fr", "En échange, 15 prisonniers seront libérés dans les prochains jours."),
        ("es", "Otros cuatro policías serán liberados la próxima semana."),
        ("ru", "Ещё шестерых пленных вернут в ближайшие дни."),
        ("tr", "Hükümet önümüzdeki günlerde 25 esiri bırakacak."),
        ("ar", "وستفرج الحكومة خلال الأيام المقبلة عن 25 أسيرا."),
        ("he", "בשבת ישוחררו עוד שלושה חטופים."),
        ("zh", "也门政府将在未来几天释放25名战俘。"),
        ("hi", "अगले कुछ दिनों में छह और बंधक रिहा किए जाएंगे।"),
    ],
)
def test_people_who_are_to_follow_on_a_day_to_come_are_a_leg(lang: str, text: str) -> None:
    assert "due" in told(lang, text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The two sides will hold talks on a ceasefire next week."),
        ("en", "The rebels freed nine captured soldiers on Friday."),
        ("en", "They agreed on Saturday to free nine captured soldiers."),
        ("en", "For each body, Israel is to hand over 15 Palestinians next week."),
        ("es", "El Gobierno espera retomar los diálogos la próxima semana."),
        ("uk", "Минулого тижня Росія повернула 120 полонених."),
    ],
)
def test_talks_terms_and_what_is_done_are_no_leg_to_come(lang: str, text: str) -> None:
    assert not told(lang, text) & {"due", "weekday"}


def test_a_stage_is_of_what_the_nearest_word_says() -> None:
    assert "stage.swap.first" in told("en", "In the first phase of the swap the rebels let 100 people go.")
    assert "stage.deal" in told("it", "Tre ostaggi liberati nella quarta fase dell'accordo di tregua.")
    assert told("de", "Die Verhandlungen sollen nächste Woche fortgesetzt werden.") == {"stage.talk"}


def test_a_line_that_breaks_within_a_sentence_does_not_end_it() -> None:
    text = (
        "The exchange is the major part of a deal under which Israel will also\n"
        "return the bodies of 199 fighters next week.\nWho is freed\nfive fighters of the group"
    )
    article = Article(lang="en", published=DAY, title="", text=text)
    sentences = [reading.sentence.text for reading in read_all(article, language.load("en"))]
    assert sentences[1:] == ["who is freed", "five fighters of the group"]
    assert "firm.due" in told("en", text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "First seven hostages released by Hamas under the ceasefire deal."),
        ("de", "Hamas lässt die ersten sieben Geiseln frei, wie das Abkommen vorsieht."),
        ("es", "Hamás libera a los primeros siete rehenes por el acuerdo de tregua."),
    ],
)
def test_the_first_of_several_people_speak_for_more(lang: str, text: str) -> None:
    assert {"nth.lead.first", "hostages.deal"} <= told(lang, text)


def test_an_ordinal_of_something_else_is_nobodys_turn() -> None:
    assert not {name for name in told("en", "Russia freed prisoners for the first time.") if "nth" in name}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Wie vereinbart ließ Israel am Samstag 369 palästinensische Häftlinge frei."),
        ("de", "Wie es das Abkommen vorsieht, hat Israel am Samstag 369 Häftlinge entlassen."),
        ("en", "As planned, Israel released 369 Palestinian prisoners on Saturday."),
        ("fr", "Comme le veut la trêve, Israël a relâché samedi 369 détenus palestiniens."),
        ("nl", "Zoals afgesproken liet Israël zaterdag 369 Palestijnse gevangenen vrij."),
        ("sv", "Som planerat släppte Israel på lördagen 369 palestinska fångar."),
    ],
)
def test_what_went_as_planned_is_no_plan(code: str, text: str) -> None:
    (reading,) = read("", code, text)
    assert {move.mode for move in reading.moves if move.mark.key == "done"} == {Mode.DONE}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Son los primeros de los cinco rehenes de las FARC."),
        ("es", "El canje, de 185 pescadores, acabará el domingo."),
        ("it", "È solo l'inizio dello scambio di ostaggi."),
        ("it", "Domani sarà la volta di altri tre ostaggi."),
        ("pt", "No domingo será a vez de outros dois reféns."),
        ("pt", "A troca de prisioneiros durará dois dias."),
        ("ro", "Duminică va fi rândul altor trei ostatici."),
        ("ro", "Schimbul de prizonieri va dura trei zile."),
    ],
)
def test_that_others_follow_is_a_stage(lang: str, text: str) -> None:
    assert any(name.startswith("stage.") for name in told(lang, text))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Los rehenes van en autobús hacia Egipto."),
        ("es", "Los venezolanos van de regreso a su país."),
        ("pt", "Os 200 presos saem ainda hoje das cadeias israelitas."),
        ("ro", "Cei 20 de prizonieri zboară acum spre Kiev."),
    ],
)
def test_people_on_their_way_or_yet_to_leave_have_not_arrived(lang: str, text: str) -> None:
    article = Article(lang=lang, published=DAY, title="", text=text)
    moves = [move for reading in read_all(article, language.load(lang)) for move in reading.moves]
    assert {move.mode for move in moves} & {Mode.RUNNING, Mode.AGREED}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "Nog 320 gevangenen moeten er volgen."),
        ("cs", "Zbývajících třináct rukojmích má následovat během dne."),
        ("en", "Another 24 prisoners are expected."),
    ],
)
def test_others_of_whom_only_their_turn_is_told_are_yet_to_go(lang: str, text: str) -> None:
    assert "will.bare" in told(lang, text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It is the first prisoner exchange since the war began."),
        ("ar", "هذه أول عملية تبادل أسرى منذ بدأ الغزو."),
        ("de", "Es ist der erste Gefangenenaustausch, seit der Krieg begann."),
    ],
)
def test_what_a_war_began_with_is_not_under_way(lang: str, text: str) -> None:
    (reading,) = read(text, lang)
    assert Mode.RUNNING not in {move.mode for move in reading.moves}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("bg", "На ред са още двама заложници."),
        ("cs", "Na řadě jsou další tři rukojmí."),
        ("de", "Drei weitere Geiseln sind noch an der Reihe."),
        ("fr", "Les otages sortent par petits groupes."),
        ("lt", "Kiti belaisviai laukia savo eilės."),
        ("nl", "Nu zijn de andere gijzelaars aan de beurt."),
        ("pl", "Pozostali zakładnicy czekają na swoją kolej."),
        ("ru", "На очереди ещё трое пленных."),
        ("sv", "Sex fångar till står på tur."),
        ("uk", "На черзі ще троє полонених."),
    ],
)
def test_that_it_is_the_turn_of_others_is_a_stage(lang: str, text: str) -> None:
    assert any(name.startswith("stage.") for name in told(lang, text))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("bg", "Трети пореден ден бяха върнати тела."),
        ("en", "For the third day running, bodies were returned."),
        ("es", "Por tercer día consecutivo devolvieron cuerpos."),
        ("it", "Per il terzo giorno consecutivo sono tornate salme."),
        ("pl", "Trzeci dzień z rzędu oddano ciała."),
        ("pt", "Pelo terceiro dia consecutivo foram devolvidos corpos."),
        ("ro", "A treia zi la rând au fost predate trupuri."),
        ("ru", "Третий день подряд передают тела."),
        ("ja", "遺体の引き渡しは3日連続だ。"),
    ],
)
def test_one_day_after_the_other_is_a_stage(lang: str, text: str) -> None:
    assert any(name.startswith("stage.") for name in told(lang, text))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("bg", "До края на седмицата се чакат и двама заложници."),
        ("ru", "Ещё двое заложников ожидаются в среду."),
        ("uk", "Ще двоє заручників очікуються в середу."),
    ],
)
def test_people_who_are_awaited_are_yet_to_go(lang: str, text: str) -> None:
    assert "will.bare" in told(lang, text)
