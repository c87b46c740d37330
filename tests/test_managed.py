"""What somebody helped or managed to do was done."""

import pytest

from detectors import Article, language
from detectors.report import read_all
from detectors.status import Mode


def modes(lang: str, text: str) -> list[Mode]:
    readings = read_all(Article(title="", text=text, lang=lang), language.load(lang))
    return [move.mode for reading in readings for move in reading.moves]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Oman helped to return eight sailors to India."),
        ("en", "Rwanda succeeded in freeing seven soldiers."),
        ("de", "Oman half, acht Seeleute nach Indien zurückzubringen."),
        ("de", "Es gelang der Regierung, acht Seeleute aus dem Jemen heimzuholen."),
        ("fr", "Oman a aidé à ramener huit marins en Inde."),
        ("es", "Omán ayudó a devolver ocho marineros a la India."),
        ("it", "Il governo è riuscito a liberare otto prigionieri."),
        ("pt", "Omã ajudou a devolver oito marinheiros à Índia."),
        ("ro", "Omanul a ajutat la întoarcerea a opt marinari în India."),
        ("pl", "Oman pomógł sprowadzić do Indii ośmiu marynarzy."),
        ("cs", "Omán pomohl osvobodit osm námořníků."),
        ("ru", "Оман помог вернуть в Индию восьмерых моряков."),
        ("uk", "Оман допоміг повернути в Індію вісьмох моряків."),
        ("bg", "Оман помогна да бъдат върнати осем моряци в Индия."),
        ("nl", "Oman slaagde erin acht gevangenen vrij te krijgen."),
        ("sv", "Oman hjälpte till att återföra åtta sjömän till Indien."),
        ("hu", "Omán segített hazavinni nyolc tengerészt Indiába."),
        ("el", "Το Ομάν βοήθησε να επιστρέψουν οκτώ ναύτες στην Ινδία."),
        ("tr", "Umman sekiz denizcinin Hindistan'a dönmesine yardım etti."),
        ("he", "עומאן סייעה להשיב שמונה מלחים להודו."),
    ],
)
def test_what_somebody_helped_or_managed_to_do_was_done(lang: str, text: str) -> None:
    assert Mode.DONE in modes(lang, text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Oman could have helped to return eight sailors."),
        ("en", "Oman helped to plan how to exchange the eight sailors."),
        ("de", "Es ist nicht gelungen, acht Seeleute aus dem Jemen heimzuholen."),
        ("es", "Omán logró un acuerdo para liberar a ocho marineros."),
        ("ru", "Оман надеется, что сумеет помочь вернуть восьмерых моряков."),
        ("uk", "Оману не вдалося звільнити вісьмох моряків."),
    ],
)
def test_what_nobody_managed_yet_was_not_done(lang: str, text: str) -> None:
    assert Mode.DONE not in modes(lang, text)


def test_a_word_for_putting_off_is_none_in_a_verb_for_sending_home() -> None:
    assert modes("it", "Novanta detenuti sono stati rimandati a casa.") == [Mode.DONE]
    assert modes("it", "Lo scambio di prigionieri è stato rimandato.") == [Mode.FAILED]
