"""Who only helps: by the words for it, by standing outside a war."""

import pytest

from detectors.mediators import candidates
from tests.readings import legs, read, report_of


@pytest.mark.parametrize(
    ("text", "helpers"),
    [
        ("Katar, Ägypten und die USA hatten den Tausch vermittelt.", ("Qatar", "Egypt", "United States")),
        ("Möglich wurde das durch katarische Vermittlung.", ("Qatar",)),
        ("Der Austausch fand in Katar statt.", ()),
    ],
    ids=["all who are listed", "by the adjective", "no host"],
)
def test_who_helped_is_told_by_the_word_for_it(text: str, helpers: tuple[str, ...]) -> None:
    title = "Hamas lässt drei israelische Geiseln frei, Israel entlässt 90 palästinensische Häftlinge"
    assert report_of(title, "de", text).mediators == helpers


@pytest.mark.parametrize(
    ("code", "text", "broker"),
    [
        ("en", "Russia and Ukraine exchange 95 prisoners each with the mediation of the UAE", "United Arab Emirates"),
        ("ar", "بوساطة إماراتية روسيا وأوكرانيا تتبادلان 95 أسيرا لكل طرف", "United Arab Emirates"),
        ("de", "Russland und die Ukraine tauschen unter Vermittlung der VAE je 95 Gefangene", "United Arab Emirates"),
    ],
)
def test_who_stands_beside_two_at_war_helps(code: str, text: str, broker: str) -> None:
    report = report_of(text, code)
    assert report.mediators == (broker,)
    assert legs(report) == {("Russia", "Ukraine", 95), ("Ukraine", "Russia", 95)}
    told = candidates(read(text, code))[broker]
    assert told["outsider"] == told["broker"] == 1.0


@pytest.mark.parametrize(
    ("code", "title", "text", "helpers"),
    [
        (
            "en",
            "Yemen's foes swap 400 prisoners",
            "The government and the Houthis exchanged 400 prisoners on Friday. UN envoy Hans Grundberg was pleased.",
            ("United Nations",),
        ),
        (
            "es",
            "El ELN libera a cuatro soldados colombianos",
            "El ELN liberó este viernes a cuatro soldados colombianos y los entregó a la Cruz Roja en el Catatumbo.",
            ("ICRC",),
        ),
        (
            "fr",
            "Échange de 26 détenus à Ankara",
            "La Russie et les États-Unis ont échangé 26 détenus à Ankara, sous la médiation du renseignement turc.",
            ("Türkiye",),
        ),
    ],
    ids=["an envoy in a sentence of his own", "who takes them over", "host and mediator in one"],
)
def test_who_helps_without_a_word_for_it_or_where_it_happens(
    code: str, title: str, text: str, helpers: tuple[str, ...]
) -> None:
    assert report_of(title, code, text).mediators == helpers


def test_whoever_fights_another_side_is_told_from_its_helpers() -> None:
    text = "Russia and Ukraine exchange 95 prisoners each; Kyiv thanked Qatar. Ukrainians were flown home on Sunday."
    told = candidates(read(text, "en"))
    assert (told["Ukraine"]["enemy"], told["Qatar"]["enemy"]) == (1.0, 0.0)
    assert (told["Ukraine"]["people"], told["Qatar"]["people"]) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("code", "text", "helper"),
    [
        ("en", "Azerbaijan handed over 12 prisoners to Armenia; Russian peacekeepers flew them home.", "Russia"),
        ("de", "Aserbaidschan übergab zwölf Gefangene, russische Friedenstruppen brachten sie heim.", "Russia"),
        ("pl", "Azerbejdżan oddał 12 jeńców, dowódca rosyjskich sił pokojowych odwiózł ich do domu.", "Russia"),
        ("el", "Το Αζερμπαϊτζάν παρέδωσε 12 αιχμαλώτους μέσω των ρωσικών ειρηνευτικών δυνάμεων.", "Russia"),
        ("fa", "آذربایجان ۱۲ اسیر را به ابتکار وزیر دفاع روسیه به ارمنستان تحویل داد.", "Russia"),
        ("tr", "Suriye'de rejim ve muhalifler dokuzar kişiyi bıraktı; Rusya garantör oldu.", "Russia"),
        ("pt", "Rússia e Ucrânia trocaram 90 militares; os Emirados fizeram a ponte.", "United Arab Emirates"),
        ("fr", "Les rebelles ont libéré 44 militaires maliens à la demande de la Libye.", "Libya"),
        ("es", "El acuerdo para liberar a 30 presos fue negociado por Türkiye.", "Türkiye"),
        ("es", "Rusia y Ucrania canjearon 30 presos en una operación que organizó Turquía.", "Türkiye"),
        ("es", "Cuatro presos llegaron a Rabat en un avión fletado por Washington.", "United States"),
        ("it", "Lo scambio di 30 prigionieri è stato organizzato dagli Emirati.", "United Arab Emirates"),
        ("pt", "As Farc soltaram 4 reféns; a logística é do Brasil.", "Brazil"),
        ("en", "Rwanda made the release of 12 soldiers possible.", "Rwanda"),
        ("de", "Zwölf Gefangene kamen frei; Ruanda ebnete den Weg.", "Rwanda"),
        ("fr", "Douze soldats libérés, un accord obtenu grâce au Rwanda.", "Rwanda"),
        ("it", "Liberati 12 prigionieri: il Ruanda ha fatto da ponte.", "Rwanda"),
        ("nl", "Twaalf gevangenen zijn vrij, Rwanda zag toe op de ruil.", "Rwanda"),
        ("pl", "Uwolniono 12 jeńców, nad wymianą czuwała Rwanda.", "Rwanda"),
        ("uk", "Звільнено 12 полонених, за обміном стежила Руанда.", "Rwanda"),
        ("tr", "12 esir serbest bırakıldı; takasta Ruanda kilit rol oynadı.", "Rwanda"),
        ("fa", "۱۲ اسیر آزاد شدند و رواندا نقش مهمی داشت.", "Rwanda"),
        ("zh", "12名战俘获释，卢旺达发挥了重要作用。", "Rwanda"),
        ("pt", "Na soltura dos reféns colaboraram a Cruz Vermelha e o governo da Suíça.", "Switzerland"),
    ],
)
def test_who_stands_by_what_helpers_do_may_help(code: str, text: str, helper: str) -> None:
    assert "unmarked" not in candidates(read(text, code))[helper]


@pytest.mark.parametrize(
    ("code", "text", "helpers"),
    [
        ("hu", "300 katona szabadult amerikai és török közvetítéssel.", {"United States", "Türkiye"}),
        ("en", "90 soldiers were freed after American and Qatari mediation.", {"United States", "Qatar"}),
    ],
)
def test_adjectives_in_a_list_stand_by_the_word_together(code: str, text: str, helpers: set[str]) -> None:
    told = candidates(read(text, code))
    assert helpers <= told.keys()
    assert "all.nation" not in told[min(helpers)]  # its adjective tells of help, not of people


def test_what_a_state_does_tells_more_than_that_it_is_the_place() -> None:
    told = candidates(read("In Ankara coordinated by Turkish intelligence, 26 prisoners were exchanged.", "en"))
    assert "part.place" not in told["Türkiye"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The Lebanese Red Cross took over 16 soldiers whom the Nusra Front freed in a swap."),
        ("fr", "La Croix-Rouge libanaise a pris en charge 16 soldats que le Front al-Nosra a libérés."),
        ("ar", "تسلم الصليب الأحمر اللبناني 16 جنديا أفرجت عنهم جبهة النصرة."),
        ("es", "La Media Luna Roja recibió a 16 soldados que el Frente al Nusra liberó."),
    ],
)
def test_a_nations_own_red_cross_or_crescent_is_not_the_icrc(code: str, text: str) -> None:
    assert "ICRC" not in candidates(read(text, code))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Ukraine thanked Qatar, Russia and Ukraine exchanged 95 prisoners."),
        ("de", "Die Ukraine dankte Katar, Russland und die Ukraine tauschten 95 Gefangene."),
        ("ru", "Украина поблагодарила Катар: Россия и Украина обменялись 95 пленными."),
    ],
)
def test_who_is_thanked_stands_behind_the_word_for_it(code: str, text: str) -> None:
    found = candidates(read(text, code))
    assert found["Qatar"]["thanks.behind"] == found["Ukraine"]["thanks.before"] == 1.0


def test_a_church_or_an_ombudsman_can_help() -> None:
    text = (
        "La guerrilla del ELN liberó a seis soldados ante delegados de la Defensoría del Pueblo y la Iglesia Católica."
    )
    assert {"Colombian ombudsman", "Catholic Church"} <= set(candidates(read(text, "es")))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Iran freed 52 prisoners, who were taken to Lithuania in a deal brokered by the United States."),
        ("lt", "Iranas tarpininkaujant JAV perdavė Ukrainai 31 kalinį."),
    ],
)
def test_a_rival_that_gets_nobody_helps_those_who_do(code: str, text: str) -> None:
    assert candidates(read(text, code))["United States"]["rival"] == 0.0


def test_a_rival_whose_own_people_are_freed_is_a_side() -> None:
    text = "Iran freed three Americans after talks that the United States had brokered."
    assert candidates(read(text))["United States"]["rival"] == 1.0


@pytest.mark.parametrize("helped", ["في صفقة برعاية أممية", "بوساطة أممية", "بإشراف أممي"])
def test_the_united_nations_help_in_an_arabic_adjective(helped: str) -> None:
    report = report_of("", "ar", f"أفرج الحوثيون عن 101 أسير من القوات اليمنية {helped}.")
    assert report.mediators == ("United Nations",)


@pytest.mark.parametrize(
    ("lang", "text", "helpers"),
    [
        ("de", "Das Polisario ließ 100 marokkanische Kriegsgefangene frei. Spanien hatte mitvermittelt.", ("Spain",)),
        ("de", "Das Polisario ließ 100 marokkanische Kriegsgefangene frei. Die Fäden zog Spanien.", ("Spain",)),
        ("fr", "Le Polisario a libéré 100 prisonniers marocains, après une démarche de l'Espagne.", ("Spain",)),
        ("it", "Gli houthi hanno rilasciato due americani. L'Oman ha ottenuto la loro liberazione.", ("Oman",)),
        ("pt", "A Frente Polisário libertou 100 marroquinos, por diligência da Espanha.", ("Spain",)),
    ],
    ids=["de with others", "de strings", "fr", "it", "pt"],
)
def test_a_step_or_an_influence_helps_too(lang: str, text: str, helpers: tuple[str, ...]) -> None:
    assert report_of(text, lang).mediators == helpers


def test_a_society_that_is_named_whole_and_in_short_helps_once() -> None:
    text = "The Syrian Arab Red Crescent supervised the swap. The Red Crescent helped to carry the prisoners."
    report = report_of("Syrian government and rebels exchange 19 prisoners each", "en", text, sure=False)
    assert [name for name in report.mediators if "Red Crescent" in name] == ["Syrian Arab Red Crescent"]


@pytest.mark.parametrize(
    ("text", "signals"),
    [
        ("They were handed to the ICRC and the United Nations.", {"joined", "carries.only.to"}),
        ("They were handed to the ICRC near the town.", {"carries.only.to"}),
        ("Neither the United Nations nor the ICRC was involved.", {"joined", "denied", "carries.only.bare"}),
        ("In October last year the ICRC took 21 prisoners home.", {"bygone", "carries.only.bare"}),
    ],
)
def test_how_a_helper_is_told_of_that_no_word_of_help_stands_beside(text: str, signals: set[str]) -> None:
    told = candidates(read("The ELN frees four Colombian soldiers", "en", text))["ICRC"]
    names = {"joined", "denied", "bygone", *(name for name in told if name.startswith("carries.only"))}
    assert {name for name in names if told.get(name)} == signals


@pytest.mark.parametrize(
    ("code", "title", "text", "helper"),
    [
        (
            "es",
            "El ELN libera a cuatro soldados colombianos",
            "El ELN liberó este viernes a cuatro soldados colombianos y los entregó a la Defensoría del Pueblo.",
            "Colombian ombudsman",
        ),
        (
            "tr",
            "PKK alıkoyduğu iki askeri bıraktı",
            "PKK'nın elindeki iki Türk askeri cuma günü İHD heyetine teslim edildi.",
            "Human Rights Association",
        ),
    ],
)
def test_who_fetches_people_from_both_sides_helps(code: str, title: str, text: str, helper: str) -> None:
    assert report_of(title, code, text).mediators == (helper,)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Russia and Ukraine exchanged 95 prisoners each with Emirati assistance"),
        ("en", "Russia and Ukraine exchanged 95 prisoners each with help from the UAE"),
        ("de", "Russland und die Ukraine haben mit emiratischer Hilfe je 95 Gefangene ausgetauscht"),
        ("nl", "Rusland en Oekraïne wisselden met Emiraatse hulp elk 95 krijgsgevangenen uit"),
    ],
)
def test_help_is_told_by_a_nation_s_adjective_too(code: str, title: str) -> None:
    assert report_of(title, code, "").mediators == ("United Arab Emirates",)


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Belarus frees two Catholic priests", "They were handed over to the Vatican on Thursday."),
        ("pl", "Białoruś przekazała Watykanowi dwóch księży", "Zostali uwolnieni w czwartek."),
    ],
)
def test_the_holy_see_gets_its_priests_back(code: str, title: str, text: str) -> None:
    assert ("Belarus", "Holy See", 2) in legs(report_of(title, code, text))


def test_the_holy_see_helps_where_two_are_at_war() -> None:
    title = "Russia and Ukraine exchange 95 prisoners each with the mediation of the Vatican"
    assert report_of(title, "en", "").mediators == ("Holy See",)


@pytest.mark.parametrize(
    ("code", "title", "text", "helper"),
    [
        (
            "en",
            "FARC rebels free four hostages",
            "Colombia's FARC rebels handed over three policemen and a soldier on Sunday. A helicopter lent by Brazil "
            "brought them to Villavicencio.",
            "Brazil",
        ),
        (
            "es",
            "Las FARC liberan a tres policías y un soldado",
            "Las FARC entregaron el domingo a tres policías y un soldado. Helicópteros brasileños se encargaron del "
            "traslado.",
            "Brazil",
        ),
        (
            "hu",
            "Két francia túsz szabadult Jemenben",
            "A húszik két francia túszt engedtek el. Hollande Kábúsz szultánnak mondott köszönetet.",
            "Oman",
        ),
        (
            "de",
            "Rebellen lassen zwei Geiseln frei",
            "Die ELN hat in Kolumbien zwei Soldaten freigelassen. Sie wurden Vertretern der Kirche übergeben.",
            "Catholic Church",
        ),
    ],
    ids=["lends a helicopter", "flies people home", "is thanked by the leader's name", "receives people"],
)
def test_who_helps_needs_neither_a_word_for_it_nor_to_be_a_broker_by_trade(
    code: str, title: str, text: str, helper: str
) -> None:
    assert report_of(title, code, text).mediators == (helper,)


def test_that_somebody_is_called_a_broker_is_told_apart_from_mere_help() -> None:
    title = "Russia and Ukraine exchange 95 prisoners each"
    called = candidates(read(title, "en", "France acted as the mediator."))["France"]
    helped = candidates(read(title, "en", "It came about with the help of France."))["France"]
    assert called["broker.before"] == called["broker.near"] == called["broker.part.bare"] == 1.0
    assert helped["help.behind"] == 1.0
    assert not any(name.startswith("broker.") for name in helped)


def test_a_broker_stays_one_where_a_nearer_mention_tells_of_help_alone() -> None:
    text = "France acted as the mediator. It came about with the help of France."
    told = candidates(read("Russia and Ukraine exchange 95 prisoners each", "en", text))["France"]
    assert told["help.behind"] == told["ever.broker.before"] == told["ever.broker.near"] == 1.0


@pytest.mark.parametrize(
    ("text", "party", "signal"),
    [
        ("France flew the freed men home on Friday.", "France", "state.with.bare"),
        ("Qatar flew the freed men home on Friday.", "Qatar", "broker.with.bare"),
        ("The OSCE flew the freed men home on Friday.", "OSCE", "organisation.with.bare"),
        ("The ICRC flew the freed men home on Friday.", "ICRC", "carries.with.bare"),
        ("The Houthis flew the freed men home on Friday.", "Houthis", "group.with.bare"),
    ],
)
def test_what_a_party_is_tells_how_likely_it_helped(text: str, party: str, signal: str) -> None:
    assert candidates(read("Russia and Ukraine exchange 95 prisoners each", "en", text))[party][signal] == 1.0


def test_where_it_happens_is_no_helper_yet() -> None:
    assert "France" not in candidates(read("Hamas and Israel exchange prisoners", "en", "It took place in France."))
