"""What a noun's own verb says: what is called the next one happened, what stands between whom it is lies ahead."""

from datetime import UTC, datetime

import pytest

from detectors import Article, Status, detect
from detectors.language import load
from detectors.report import read_all
from detectors.status import Mode
from tests.readings import read


def modes(code: str, text: str) -> set[Mode]:
    readings = read_all(Article(text=text, lang=code), load(code))
    return {move.mode for reading in readings for move in reading.moves if move.kind == "swap"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The next prisoner exchange between Russia and Ukraine has taken place, Zelensky said."),
        ("en", "The planned prisoner exchange between Russia and Ukraine was carried out on Friday."),
        ("de", "Die nächste Etappe des Gefangenenaustauschs zwischen Russland und der Ukraine fand am Freitag statt."),
        ("de", "Der nächste Gefangenenaustausch hat am Freitag stattgefunden."),
        ("sv", "Nästa etapp av fångutväxlingen mellan Ryssland och Ukraina ägde rum på fredagen."),
        ("nl", "Volgende gevangenenruil tussen Rusland en Oekraïne heeft plaatsgevonden."),
        ("it", "Si è svolto il prossimo scambio di prigionieri tra Russia e Ucraina."),
        ("bg", "Състоя се следващата размяна на пленници между Русия и Украйна."),
        ("ru", "Следующий этап обмена пленными между Россией и Украиной состоялся в пятницу."),
        ("uk", "Відбувся наступний обмін полоненими між Україною та Росією."),
        ("el", "Πραγματοποιήθηκε η επόμενη ανταλλαγή αιχμαλώτων μεταξύ Ρωσίας και Ουκρανίας."),
        ("zh", "俄乌下一轮换俘已完成。"),
        ("en", "Russia and Ukraine held their 70th prisoner exchange on Friday."),
    ],
)
def test_what_is_called_the_next_one_happened_where_its_verb_says_so(code: str, text: str) -> None:
    assert modes(code, text) == {Mode.DONE}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Talks about the next prisoner exchange took place in Istanbul on Friday."),
        ("uk", "Зустріч щодо наступного обміну полоненими відбулася у Стамбулі."),
        ("sv", "Ett möte om nästa fångutväxling mellan Ryssland och Ukraina ägde rum i Istanbul."),
        ("ru", "Следующий обмен пленными между Россией и Украиной состоится на будущей неделе."),
    ],
)
def test_what_is_only_spoken_of_did_not_happen(code: str, text: str) -> None:
    assert Mode.DONE not in modes(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Der Gefangenenaustausch zwischen Russland und der Ukraine wird am Freitag stattfinden."),
        ("fr", "L'échange de prisonniers entre la Russie et l'Ukraine se tiendra vendredi."),
        ("es", "El canje de prisioneros entre Rusia y Ucrania se realizará el viernes."),
        ("it", "Lo scambio di prigionieri tra Russia e Ucraina si terrà venerdì."),
        ("pt", "A troca de prisioneiros entre Rússia e Ucrânia será realizada na sexta-feira."),
        ("ro", "Schimbul de prizonieri între Rusia și Ucraina va avea loc vineri."),
        ("pl", "Wymiana jeńców między Rosją a Ukrainą odbędzie się w piątek."),
        ("cs", "Výměna zajatců mezi Ruskem a Ukrajinou se uskuteční v pátek."),
        ("bg", "Размяната на пленници между Русия и Украйна ще бъде извършена в петък."),
        ("ru", "Обмен пленными между Россией и Украиной состоится в пятницу."),
        ("uk", "Обмін полоненими між Україною та Росією відбудеться у п'ятницю."),
        ("el", "Η ανταλλαγή αιχμαλώτων μεταξύ Ρωσίας και Ουκρανίας θα γίνει την Παρασκευή."),
        ("he", "חילופי השבויים בין רוסיה לאוקראינה ייערכו ביום שישי."),
    ],
)
def test_what_will_be_is_told_behind_between_whom(code: str, text: str) -> None:
    assert modes(code, text) == {Mode.AGREED}
    found = detect(Article(text=text, lang=code, published=datetime(2025, 8, 23, tzinfo=UTC)))
    assert all(report.status is Status.ANNOUNCED for report in (*found.reports, *found.doubtful))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "Den 70:e fångutväxlingen mellan Ryssland och Ukraina genomfördes på fredagen."),
        ("bg", "70-ата размяна на пленници между Русия и Украйна се състоя в петък."),
        ("el", "Η 70ή ανταλλαγή αιχμαλώτων μεταξύ Ρωσίας και Ουκρανίας πραγματοποιήθηκε την Παρασκευή."),
    ],
)
def test_the_how_manieth_it_was_is_told(code: str, text: str) -> None:
    found = detect(Article(text=text, lang=code, published=datetime(2025, 8, 23, tzinfo=UTC)))
    assert [(report.status, report.ordinal) for report in found.reports] == [(Status.COMPLETED, 70)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Hamas übergibt 20 Geiseln nach stundenlanger Verzögerung"),
        ("en", "20 captives handed over after hours of delay"),
        ("en", "Houthis free 20 crew despite deadlock in talks"),
        ("fa", "حماس پس از ساعت‌ها تاخیر ۲۰ گروگان را آزاد کرد"),
        ("he", "חמאס שחרר 20 חטופים לאחר עיכוב של שעות"),
        ("hu", "A Hamász órákig tartó halasztás után szabadon engedett 20 túszt"),
        ("pl", "Hamas przekazał 20 zakładników po wielogodzinnym opóźnieniu"),
        ("ru", "ХАМАС передал 20 заложников после нескольких часов задержки"),
        ("tr", "Hamas saatler süren gecikmenin ardından 20 rehineyi serbest bıraktı"),
        ("uk", "ХАМАС передав 20 заручників після кількох годин затримки"),
    ],
)
def test_what_was_done_after_or_despite_what_stood_in_its_way_happened(code: str, text: str) -> None:
    article = Article(title=text, lang=code)
    assert [move.mode for each in read_all(article, load(code)) for move in each.moves] == [Mode.DONE]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The first exchange of prisoners after a long delay"),
        ("pl", "Pierwsza wymiana jeńców po długiej przerwie i wstrzymaniu rozmów"),
        ("ru", "Первый обмен пленными после долгой паузы"),
        ("uk", "1000 тіл: репатріація після паузи"),
    ],
)
def test_what_comes_after_a_delay_did_not_fail(code: str, text: str) -> None:
    (reading,) = read_all(Article(title=text, lang=code), load(code))
    assert Mode.FAILED not in {move.mode for move in reading.moves}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "20 captives were freed and the next release delayed."),
        ("en", "The swap of prisoners was put off after the shelling."),
        ("ru", "Россия объявила о задержке после срыва обмена пленными."),
        ("en", "The swap was cancelled after the prisoners had been handed over to the guards."),
        ("ru", "Обмен 20 пленными сорвался после обстрела."),
    ],
)
def test_what_failed_is_not_overcome_by_an_after_of_something_else(code: str, text: str) -> None:
    found = read_all(Article(text=text, lang=code), load(code))
    assert Mode.FAILED in {move.mode for reading in found for move in reading.moves}


@pytest.mark.parametrize(
    ("title", "mode"),
    [
        ("Turkey frees two Greek soldiers, agrees to talks on islands", Mode.DONE),
        ("Turkey frees two Greek soldiers, refuses to discuss islands", Mode.DONE),
        ("Sudan prisoner exchange begins, raising hopes for truce", Mode.RUNNING),
        ("Sudan-Chad prisoner swap takes place", Mode.RUNNING),
        ("Sudan prisoner exchange, planned for Friday, put off", Mode.FAILED),
        ("Sudan prisoner swap to take place on Friday", Mode.AGREED),
    ],
)
def test_what_a_headline_goes_on_with_behind_a_comma_makes_no_plan_of_what_happened(title: str, mode: Mode) -> None:
    readings = read_all(Article(title=title, lang="en"), load("en"))
    assert {move.mode for reading in readings for move in reading.moves} == {mode}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Сто политзаключенных покинули Беларусь"),
        ("ru", "Двое учителей покинули Иран"),
        ("uk", "Сто політв'язнів залишили Білорусь"),
    ],
)
def test_prisoners_who_left_a_state_are_let_go(code: str, text: str) -> None:
    assert [(move.kind, str(move.mode)) for reading in read(text, code) for move in reading.moves] == [
        ("return", "done")
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Après l'annonce d'un échange de prisonniers, les deux pays parlent de paix"),
        ("es", "Tras el anuncio de un canje de prisioneros, los dos países hablan de paz"),
        ("en", "Brussels hails announcement of prisoner exchange"),
        ("it", "Bruxelles accoglie l'annuncio di uno scambio di prigionieri"),
        ("ru", "Брюссель приветствовал объявление об обмене пленными"),
    ],
)
def test_an_exchange_that_was_announced_is_agreed_and_not_done(code: str, text: str) -> None:
    assert modes(code, text) == {Mode.AGREED}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Chile ließ neun Matrosen gehen. Im Gegenzug entlässt Ghana 20 Häftlinge."),
        ("nl", "Chili liet negen matrozen gaan. In ruil daarvoor overhandigt Ghana 20 gevangenen."),
        ("sv", "Chile släppte nio sjömän. I utbyte friger Ghana 20 fångar."),
    ],
)
def test_a_verb_before_its_subject_tells_what_happens(code: str, text: str) -> None:
    *_, last = read_all(Article(title="Nytt", text=text, lang=code), load(code))
    assert Mode.DONE in {move.mode for move in last.moves if move.kind == "release"}


@pytest.mark.parametrize(
    ("title", "mode"),
    [("Qatar to free 20 captives", Mode.AGREED), ("Qatar mediates to free 20 captives", Mode.PLANNED)],
)
def test_who_only_mediates_to_free_captives_frees_none(title: str, mode: Mode) -> None:
    found = read_all(Article(title=title, lang="en"), load("en"))
    assert [move.mode for each in found for move in each.moves] == [mode]


def test_a_release_in_exchange_for_others_is_a_noun_that_claims_nothing() -> None:
    text = "Doha has called Hamas about freeing women in exchange for 36 prisoners."
    moves = [move for each in read_all(Article(text=text, lang="en"), load("en")) for move in each.moves]
    assert {move.mode for move in moves} == {Mode.NAMED}


def test_in_return_for_brings_nobody_home() -> None:
    text = "Hamas freed 20 captives in return for a short pause."
    moves = [move for each in read_all(Article(title=text, lang="en"), load("en")) for move in each.moves]
    assert [move.kind for move in moves] == ["release"]
