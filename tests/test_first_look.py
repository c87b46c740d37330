"""What is read at all: the first look, which passes what may be news, and the cutting into tokens."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from detectors import Article, may_report
from detectors.text import broken, fold
from detectors.tokeniser import cut, spacy_tokenizer


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("en", "Ship brings 173 Bangladeshis home from Myanmar"),
        ("en", "Nazanin Zaghari-Ratcliffe freed and has returned home"),
        ("de", "Kriegsgefangenenaustausch zwischen Russland und der Ukraine"),
        ("sv", "Fångutväxling mellan Ryssland och Ukraina genomförd"),
        ("ar", "إسرائيل تفرج عن 90 أسيراً فلسطينياً"),
        ("zh", "俄乌交换103名战俘"),
        ("uk", "Додому повернулися 95 полонених"),
    ],
)
def test_what_may_be_news_passes(lang: str, title: str) -> None:
    assert may_report(Article(title=title, lang=lang))


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Taliban let Canadian go"),
        ("en", "Houthis set free 12 crewmen"),
        ("nl", "Farc geeft Clara Rojas en Consuelo González vrij"),
        ("lt", "FARC paleido keturis buvusius parlamentarus"),
        ("de", "Taliban lassen Kanadier frei"),
        ("fr", "Le Hezbollah libère deux ressortissants thaïlandais"),
        ("uk", "Таліби відпустили канадця"),
        ("pl", "Talibowie uwolnili Kanadyjczyka"),
        ("ar", "طالبان تفرج عن مواطن كندي"),
        ("zh", "塔利班释放一名加拿大人"),
    ],
)
def test_whom_an_armed_group_lets_go_is_read(code: str, title: str) -> None:
    assert may_report(Article(title=title, lang=code))


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("ru", "РФ и Украина осуществили обмен"),
        ("ru", "Израиль и ХАМАС провели шестой обмен"),
        ("uk", "Росія та Україна провели обмін"),
        ("en", "Israel and Hamas hold sixth swap"),
        ("de", "Russland und die Ukraine vollziehen Austausch"),
        ("pt", "Rússia e Ucrânia realizam troca"),
        ("tr", "Rusya ve Ukrayna takas gerçekleştirdi"),
        ("zh", "俄乌进行交换"),
    ],
)
def test_an_exchange_between_two_who_are_named_is_read(code: str, title: str) -> None:
    assert may_report(Article(title=title, lang=code))


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("ru", "Китай освободил канадцев"),
        ("uk", "Іран звільнив британську пару"),
        ("fa", "چین کانادایی‌ها را آزاد کرد"),
        ("fr", "La Chine libère les Canadiens"),
        ("nl", "China laat Canadezen vrij"),
        ("sv", "Iran friger brittiskt par"),
    ],
)
def test_foreigners_whom_a_state_lets_go_are_read(code: str, title: str) -> None:
    assert may_report(Article(title=title, lang=code))


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("ru", "Бута обменяли на Грайнер"),
        ("uk", "Росія обміняла Грайнер на Бута"),
        ("fr", "Griner échangée contre Bout"),
        ("pl", "Griner wymieniona na Buta"),
    ],
)
def test_who_is_swapped_for_somebody_is_read(code: str, title: str) -> None:
    assert may_report(Article(title=title, lang=code))


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Thailand hands 18 POWs back at border"),
        ("en", "Armenia gets 4 prisoners back from Baku"),
        ("en", "Colombian guerrillas free soldiers held in Cauca"),
        ("en", "Rebels let aid worker go"),
        ("sv", "Thailand låter 18 krigsfångar gå"),
    ],
)
def test_captives_and_nameless_captors_are_read_of_beside_a_verb_in_two_parts(code: str, title: str) -> None:
    assert may_report(Article(title=title, lang=code))


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Netflix releases new American drama"),
        ("en", "Russia and China sign gas deal"),
        ("en", "China releases growth figures"),
        ("ru", "Китай и Россия подписали договор"),
        ("en", "Council lets tenants go early"),
        ("de", "Sender veröffentlicht neue Serie"),
    ],
)
def test_everyday_news_is_not_read(code: str, title: str) -> None:
    assert not may_report(Article(title=title, lang=code))


@pytest.mark.parametrize(
    "title",
    [
        "How to return your PowerPoint to its old looks",  # pow
        "City's comments on a new trailer that will release in May",  # men
        "Hours before the trailer is released",  # ours
    ],
)
def test_a_word_inside_another_says_nothing(title: str) -> None:
    assert not may_report(Article(title=title, lang="en"))


@settings(max_examples=300, deadline=None)  # the first example imports spaCy
@given(st.text(alphabet="ab7 \n\t.,'\"-’()½éжאבו交換々（_०क़ँ\u2028", max_size=40))
@example("Iran's F-16s, Côte-d'Or: об'єкт 5'10 м'7 1.200,5 9a9 a9.5 13h00 _x")
@example('צה"ל ו24 ב-24 第2,陣 第2, 人々 の人々 M23运动 2a陣地 uae＝アラブ首長国連邦')
def test_words_are_cut_as_spacy_cuts_their_text(text: str) -> None:
    folded = fold(text)
    words, begins = cut(folded)
    assert [(token.idx, token.text) for token in spacy_tokenizer()(broken(folded))] == list(
        zip(begins, words, strict=True)
    )


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("fr", "Le Venezuela libère un Canadien"),
        ("de", "Venezuela lässt Schweizer frei"),
        ("ru", "Мьянма освободила индийца"),
        ("en", "Nicaragua frees Salvadoran"),
        ("en", "Bangladesh sends 17 Indian trawlermen home"),  # counted by their nation
    ],
)
def test_foreigners_whom_a_state_lets_go_without_a_war_are_read(code: str, title: str) -> None:
    assert may_report(Article(title=title, lang=code))
