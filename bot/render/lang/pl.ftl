# Polski. Zmienne i zasady: docs/translating.md; ton: docs/style.md.

headline = { $sides }: { $what }
headline-between = { $one } ⇄ { $other }
headline-clauses = { $first }; { $second }
headline-and = { $line }, { $to } – { $n }

headline-returned-completed = { $to } przekazano { $what }
headline-returned-ongoing = { $to } przekazuje się { $what }
headline-returned-announced = { $to } mają przekazać { $what }
to = { $known ->
    [yes] { $side }
   *[no] stronie „{ $side }”
}
to-each = każdej ze stron

headline-released-completed = { $kind ->
    [bodies] przekazano { $what }
   *[other] zwolniono { $what }
}
headline-released-ongoing = { $kind ->
    [bodies] przekazuje się { $what }
   *[other] zwalnia się { $what }
}
headline-released-announced = { $kind ->
    [bodies] mają przekazać { $what }
   *[other] mają zwolnić { $what }
}

headline-exchanged-completed = { $kind ->
    [bodies] przekazano
   *[other] wymieniono
} { $what }
headline-exchanged-ongoing = { $kind ->
    [bodies] przekazuje się
   *[other] wymienia się
} { $what }
headline-exchanged-announced = mają { $kind ->
    [bodies] przekazać
   *[other] wymienić
} { $what }

headline-swap-completed = wymiana { $what }
headline-swap-ongoing = trwa wymiana { $what }
headline-swap-announced = zapowiedziano wymianę { $what }
headline-bodies-completed = przekazano ciała
headline-bodies-ongoing = trwa przekazywanie ciał
headline-bodies-announced = zapowiedziano przekazanie ciał
headline-postponed = wymiana odłożona
headline-cancelled = wymiana odwołana
headline-denied = doniesienia o wymianie zdementowano

people-prisoners-of-war = { $count ->
    [one] { $n } jeńca wojennego
   *[other] { $n } jeńców wojennych
}
people-prisoners = { $count ->
    [one] { $n } więźnia
   *[other] { $n } więźniów
}
people-hostages = { $count ->
    [one] { $n } zakładnika
   *[other] { $n } zakładników
}
people-civilians = { $count ->
    [one] { $n } cywila
   *[other] { $n } cywilów
}
people-children = { $count ->
    [one] { $n } dziecko
   *[other] { $n } dzieci
}
people-bodies = { $count ->
    [one] ciało { $n } osoby
   *[other] ciała { $n } osób
}
people-mixed = { $count ->
    [one] { $n } osobę
    [few] { $n } osoby
   *[other] { $n } osób
}

amount-prisoners-of-war = { $count ->
    [one] { $n } jeniec wojenny
   *[other] { $n } jeńców wojennych
}
amount-prisoners = { $count ->
    [one] { $n } więzień
   *[other] { $n } więźniów
}
amount-hostages = { $count ->
    [one] { $n } zakładnik
   *[other] { $n } zakładników
}
amount-civilians = { $count ->
    [one] { $n } cywil
   *[other] { $n } cywilów
}
amount-children = { $count ->
    [one] { $n } dziecko
   *[other] { $n } dzieci
}
amount-bodies = { $count ->
    [one] { $n } ciało
    [few] { $n } ciała
   *[other] { $n } ciał
}
amount-mixed = { $count ->
    [one] { $n } osoba
    [few] { $n } osoby
   *[other] { $n } osób
}
amount-uncounted = { $what }, liczby nie podano
amount-planned = { $what }, zaplanowano
amount-with-parts = { $what } ({ $parts })

kind-prisoners-of-war = jeńcy wojenni
kind-prisoners = więźniowie
kind-hostages = zakładnicy
kind-civilians = cywile
kind-children = dzieci
kind-bodies = ciała
kind-mixed = osoby przetrzymywane

swap-prisoners-of-war = jeńców wojennych
swap-prisoners = więźniów
swap-hostages = zakładników
swap-civilians = cywilów
swap-children = dzieci
swap-bodies = ciał
swap-mixed = osób przetrzymywanych

number-exact = { $n }
number-at-least = co najmniej { $n }
number-at-most = najwyżej { $n }
number-about = około { $n }
number-range = { $low }–{ $high }

direction-to = → { $side }
direction-from = { $side } →
direction-way = { $giver } → { $side }
direction-both = ⇄ obie strony
direction-unknown = kierunku nie podano

claim-says = { $count ->
    [one] podaje { $who }
   *[other] podają { $who }
}
claim-confirmed = { $count ->
    [one] potwierdza { $who }
   *[other] potwierdzają { $who }
}
claim-both = { $says }, { $confirms }
claim-figure = { $n } ({ $says })
claim-figure-unsaid = { $n } (według innych doniesień)
claim-list = { $first }; { $second }

organ-of = { $known ->
    [yes] { $organ } { $owner }
   *[no] { $organ } ({ $owner })
}
organ-alone = { $organ }
organ-defence-ministry = ministerstwo obrony
organ-ministry-of-defence = ministerstwo obrony
organ-foreign-ministry = ministerstwo spraw zagranicznych
organ-president = prezydent
organ-presidency = kancelaria prezydenta
organ-prime-minister = premier
organ-state-media = media państwowe
organ-ombudsman = rzecznik praw człowieka
organ-coordination-headquarters = sztab koordynacyjny
organ-prison-service = służba więzienna
organ-hospital = szpital
organ-officials = przedstawiciele władz
organ-army = armia
organ-security-service = służba bezpieczeństwa
organ-commission = komisja

note-uncounted = Nie podano liczb
note-uncounted-too = Także { $what }; liczby nie podano
note-uncounted-too-completed = Doszło też do wymiany { $swap }; liczby nie podano
note-uncounted-too-ongoing = Trwa też wymiana { $swap }; liczby nie podano
note-uncounted-too-announced = Zapowiedziano też wymianę { $swap }; liczby nie podano
note-more-figures = { $count ->
    [one] … i jeszcze { $n } liczba
    [few] … i jeszcze { $n } liczby
   *[other] … i jeszcze { $n } liczb
}
note-mediators = Pośrednictwo: { $who }

detail-agreement = na mocy porozumień: { $agreement }
detail-ordinal = { $n }. wymiana
list-more = jeszcze { $n }
sources-count = { $count ->
    [one] { $n } źródło:
    [few] { $n } źródła:
   *[other] { $n } źródeł:
}
sources-more = i jeszcze { $n }

change-update = Zaktualizowano
change-cancel = Wycofano: nie jest już podawane jako osobna wymiana
change-postponed = Zaktualizowano: wymiana odłożona
change-cancelled = Zaktualizowano: wymiana odwołana
change-denied = Wycofano: doniesienia o wymianie zdementowano
change-figure-added = Zaktualizowano: podano kolejną liczbę
change-figure-revised = Zaktualizowano: skorygowano liczbę
change-confirmed = Zaktualizowano: potwierdzono liczbę
change-status-changed-announced = Zaktualizowano: wymiana zapowiedziana
change-status-changed-ongoing = Zaktualizowano: wymiana trwa
change-status-changed-completed = Zaktualizowano: wymiana zakończona

summary-headline = { $count ->
    [one] W skrócie: { $n } wymiana
    [few] W skrócie: { $n } wymiany
   *[other] W skrócie: { $n } wymian
}
summary-why = Podane razem, ponieważ nadeszły jednocześnie lub nie mogły zostać opublikowane wcześniej

digest-daily = Przegląd dnia: { $since } – { $until }
digest-weekly = Przegląd tygodnia: { $since } – { $until }
digest-moment = { $day }, { $time }
digest-happened = Odbyły się
digest-totals = Łącznie przekazano, według stron
digest-announced = Zapowiedziane
digest-changed = Co się zmieniło
digest-nothing = W tym czasie nie informowano o żadnej wymianie.
digest-more = i jeszcze { $n }
day-short = d MMMM

stats-title = Wymiany znane tutaj, według źródeł:
stats-line = → { $side }: { $what }, { $events }
stats-both = ⇄: { $what }, { $events }
stats-events = { $count ->
    [one] { $n } wymiana
    [few] { $n } wymiany
   *[other] { $n } wymian
}
stats-uncounted = w tym { $n } bez podanej liczby
stats-none = liczby nie podano
stats-span = { $first } – { $last }
stats-more = { $count ->
    [one] … i jeszcze { $n } para stron
    [few] … i jeszcze { $n } pary stron
   *[other] … i jeszcze { $n } par stron
}
chart-returned = { $one } i { $other }: powrócili, według źródeł
chart-living = Jeńcy i cywile
chart-bodies = Ciała
chart-overview = Osoby, które powróciły, według źródeł
chart-scales = Słupki: każda wymiana, skala po lewej. Linie: suma do danego dnia, skala po prawej.

command-help = ta lista
command-latest = ostatnie wymiany: { $default }, o ile nie podano ile (najwyżej { $most })
command-subscribe = publikuj tu powiadomienia
command-unsubscribe = przestań publikować tu powiadomienia
command-search = wymiany według strony, miejsca, dnia lub źródła
command-stats = ilu wróciło, jednej strony lub wszystkich
command-event = jedna wymiana według identyfikatora
command-chart = wykres jednej strony, jednej wymiany lub wszystkich
command-takes-latest = [liczba]
command-takes-search = słowa
command-takes-stats = [strona]
command-takes-event = identyfikator
command-takes-chart = [strona | identyfikator] [dark]

reply-welcome = Exchange Watch informuje o wymianach jeńców i o powrotach ciał poległych: kto, ilu, w którą stronę, kto tak twierdzi, z odnośnikami do źródeł. Jedna wiadomość o każdej wymianie, poprawiana na miejscu, gdy wiadomo więcej.
reply-help = Można zapytać:
reply-unknown = Nie znam takiego polecenia.
reply-unknown-near = Nie znam takiego polecenia. Może chodziło o { $near }?
reply-nothing-yet = Nie informowano jeszcze o żadnej wymianie.
reply-bad-count = Proszę podać ile, liczbą od 1 do { $most }.
reply-subscribed = Powiadomienia będą publikowane tutaj. Aby je zatrzymać: { $unsubscribe }
reply-hint-slack = Na kanał prywatny najpierw zaproś tego bota: /invite @Exchange Watch
reply-subscribed-already = Powiadomienia są już publikowane tutaj. Aby je zatrzymać: { $unsubscribe }
reply-unsubscribed = Powiadomienia nie będą tu już publikowane. Aby je znów otrzymywać: { $subscribe }
reply-not-subscribed = Powiadomienia nie są tu publikowane. Aby je otrzymywać: { $subscribe }
reply-configured = Powiadomienia są tu publikowane z decyzji operatora tego bota; tylko on może to zmienić.
reply-administrators-only = Tylko administrator tego czatu może zmienić to, co jest tu publikowane.
reply-search-what = Proszę podać, czego szukać, na przykład: { $search } Ukraina 2025
reply-nothing-found = Dla „{ $words }” nie jest tu znana żadna wymiana.
reply-unknown-party = Nie jest tu znana żadna wymiana strony „{ $party }”. Samo { $stats } podaje wszystkie.
reply-no-such-event = Taka wymiana nie jest tu znana. { $latest } podaje ostatnie.
reply-trouble = Teraz się nie udało. Proszę spróbować ponownie za minutę.

## Telegram

bot-description = { reply-welcome }
bot-short-description = Informuje o wymianach jeńców i o powrotach ciał poległych: kto, ilu, kto tak twierdzi, ze źródłami.
menu-latest = ostatnie wymiany
menu-search = { command-search }
menu-stats = { command-stats }
menu-chart = { command-chart }
menu-settings = { command-settings }
menu-status = { command-status }
menu-mute = wymiany, o których się tu już nie informuje
menu-sources = jakie media są czytane
menu-subscribe = { command-subscribe }
menu-unsubscribe = { command-unsubscribe }
menu-stop = { command-stop }
menu-privacy = { command-privacy }
menu-help = { command-help }
menu-admin = w jakim stanie jest sam bot
reply-slowly = To było za szybko. Proszę zapytać ponownie za chwilę.
added-ask-here = Mogę informować tu o wymianach jeńców. O których dokładnie, wybiera administrator w rozmowie prywatnej:
added-open = Wybierz
added-needs-right = Dodano mnie do „{ $title }”, ale nie mogę tam publikować. Proszę dać mi prawo publikowania wiadomości, a zapytam, o czym tam informować.

## Wybór tego, co jest publikowane, i co jest przechowywane

onboarding-ask = Co ma być tu publikowane?
onboarding-ask-there = Co ma być publikowane na „{ $chat }”?
button-everything = Publikuj tu wszystko
button-choose = Wybierz, co publikować
button-only-ask = Nie teraz, tylko pytam
button-settings = Ustawienia
button-latest = Ostatnie wymiany
button-status = Przegląd
button-subscribe = Publikuj tutaj
button-unsubscribe = Nie publikuj
button-muted = Wyciszone wymiany
button-unmute = Cofnij
button-unmute-one = Przywróć { $n }
button-stop = Usuń zapisane dane
button-stop-yes = Usuń wszystko
button-keep = Zachowaj wszystko
button-back = Wstecz

topic-language = Język
topic-conflict = Konflikty
topic-people = Kto
topic-count = Najmniejsza liczba
topic-outlets = Najmniej źródeł
topic-updates = Aktualizacje
topic-posts = Kiedy publikować
topic-at = Godzina przeglądu
topic-quiet = Godziny ciszy
topic-zone = Strefa czasowa
ask-language = W jakim języku publikować?
ask-conflict = Które wymiany? Można wybrać kilka; ponowne naciśnięcie cofa wybór.
ask-people = Kto ma wrócić, aby wymiana została opublikowana? Można wybrać kilka grup; ponowne naciśnięcie cofa wybór.
ask-count = Ilu osób ma dotyczyć wymiana? Wymiana bez żadnej liczby jest publikowana tylko wtedy, gdy wybrano dowolną liczbę.
ask-outlets = Ile niezależnych redakcji musi najpierw o niej poinformować?
ask-updates = Czy wysyłać nową wiadomość, gdy zmieniają się fakty? Pierwsza jest w każdym razie poprawiana na miejscu.
ask-posts = Każda wymiana od razu, przegląd wszystkich, czy jedno i drugie?
ask-at = O której godzinie ma przychodzić przegląd?
ask-quiet = W jakich godzinach ma być cisza? Wiadomości wtedy czekają albo przychodzą bez dźwięku.
ask-quiet-slack = W jakich godzinach ma być cisza? Wiadomości wtedy czekają.
ask-zone = Według jakiego zegara? Proszę wybrać miasto, w którym jest ta sama godzina.

conflict-all = wszystkie wymiany
people-all = wszyscy
people-choice-prisoners = jeńcy, więźniowie, zakładnicy
people-choice-civilians = { kind-civilians }
people-choice-children = { kind-children }
people-choice-bodies = { kind-bodies }
count-any = dowolna liczba
count-least = { $count ->
    [one] od { $n } osoby
   *[other] od { $n } osób
}
outlets-least = { $count ->
    [one] wystarczy { $n } redakcja
    [few] co najmniej { $n } redakcje
   *[other] co najmniej { $n } redakcji
}
updates-on = nowe wymiany i zmiany
updates-off = tylko nowe wymiany
posts-instant = od razu
posts-daily = przegląd codzienny
posts-weekly = przegląd tygodniowy w poniedziałek
posts-instant-daily = od razu i przegląd codzienny
posts-instant-weekly = od razu i przegląd tygodniowy
quiet-off = brak
quiet-wait = wiadomości czekają do końca
quiet-silent = wiadomości przychodzą bez dźwięku

settings-told = Wymiany są tu publikowane.
settings-untold = Nic nie jest tu jeszcze publikowane. Wybór zostanie zachowany do tego czasu.
settings-line = { $topic }: { $chosen }
settings-bad = „{ $words }” nie można tu wybrać.
settings-typed = Można to też napisać, na przykład: { $example }
reply-administrators-only-slack = Tylko osoba, która zasubskrybowała ten kanał, lub administrator obszaru roboczego może zmienić to, co jest tu publikowane.

status-since = Wymiany są tu publikowane od { $day }.
status-paused = Wstrzymano, bo bot nie może teraz tu publikować: { $why }
status-next-digest = Następny przegląd: { $day }, { $time }
status-muted = Wyciszone wymiany: { $n }
mute-done = O tej wymianie nic więcej nie będzie tu publikowane.
mute-list = Wyciszone tutaj:
mute-none = Żadna wymiana nie jest tu wyciszona. Aby wyciszyć, proszę nacisnąć przycisk pod nią lub wysłać { $mute } z jej identyfikatorem.
unmute-done = Zmiany tej wymiany będą tu znów publikowane.
unmute-not = Ta wymiana nie jest tu wyciszona.

privacy-kept = O tym czacie przechowywane są: jego identyfikator; co tu wybrano i identyfikator osoby, która go zasubskrybowała; jakie wiadomości tu opublikowano; które wymiany są wyciszone; co zgłoszono jako błędne, bez nazwisk. Nic więcej z tego, co się tu pisze, nie jest przechowywane.
privacy-long = Jak długo: do usunięcia na życzenie. Po zatrzymaniu publikowania dane pozostają. Zgłoszenia błędów z czatów prywatnych nie są powiązane z czatem, dlatego pozostają.
privacy-seen = Kto to widzi: tylko operator tego bota. Dane nie są nikomu przekazywane.
privacy-delete = Jak usunąć: { $stop }
stop-ask = Usunąć wszystko, co jest przechowywane o tym czacie? Nic więcej nie będzie tu publikowane.
stop-done = Usunięto: identyfikator tego czatu i wszystko, co tu wybrano. Nic więcej nie będzie tu publikowane.
stop-deliveries = Usunięte zapisy o opublikowanych wiadomościach: { $n }
stop-mutes = Usunięte wyciszone wymiany: { $n }
stop-feedback = Usunięte zgłoszenia błędów: { $n }
stop-left = Wiadomości już opublikowane pozostają, dopóki ktoś ich tu nie usunie.
stop-nothing = O tym czacie nic nie jest przechowywane.

command-settings = wybierz, co, kiedy i w jakim języku tu publikować
command-status = co otrzymuje ten czat
command-mute = nic więcej o jednej wymianie; bez identyfikatora: co wyciszono
command-privacy = co jest przechowywane o tym czacie
command-stop = usuń wszystko, co jest przechowywane o tym czacie
command-takes-mute = [identyfikator]

## Źródła, przebieg, uwagi

command-sources = kto informuje o jednej wymianie i co mówi; bez identyfikatora – kanały RSS, które bot czyta
command-timeline = jak rosła wiedza o jednej wymianie
command-wrong = powiedzieć operatorowi bota, co się nie zgadza w jednej wymianie
command-takes-sources = [identyfikator]
command-takes-timeline = identyfikator
command-takes-wrong = identyfikator [słowa]
button-sources = Źródła ({ $n })
button-timeline = Przebieg
button-mute = Wycisz
button-wrong = Błąd?
button-chart = Wykres
button-event = Wymiana
button-previous = Poprzednie
button-next = Dalej
button-overview = Wróć
sources-independent = Niezależne od siebie: { $n }
source-copy = przedruk: { $who }
timeline-title = Jak rosła wiedza
timeline-zone = Czas: { $zone }
timeline-same = te same liczby
timeline-alert = Powiadomienie – { $what }
timeline-first = po raz pierwszy
timeline-announced = zapowiedziano
timeline-ongoing = trwa
timeline-completed = zakończono
feeds-read = Czytane kanały RSS: { $n }
feeds-of = { $language }: { $names }
feeds-no-language = Języka nie podano
feeds-none = Obecnie bot nie czyta żadnego kanału RSS.
wrong-what = Co się tu nie zgadza?
wrong-number = Błędna liczba
wrong-kind = To nie wymiana
wrong-twice = Podano dwa razy
wrong-other = Coś innego
wrong-how = Własnymi słowami: { $wrong } { $event } i co się nie zgadza
wrong-thanks = Dziękujemy. Operator bota to sprawdzi.
wrong-again = To już zgłoszono. Dziękujemy.
wrong-enough = Na dziś wystarczy. Resztę prosimy zgłosić jutro.

## Dla operatorów bota

command-admin = stan bota, dla jego operatorów
command-takes-admin = [feeds | queue | inbox | broadcast słowa]
button-inbox = Zgłoszenia ({ $n })
button-refresh = Odśwież
button-done = Załatwione: { $n }
button-send = Wyślij ({ $n })
admin-feeds = Kanały RSS
admin-queue = Kolejka
admin-chats = Czaty
admin-program = Program
admin-listed = na liście: { $n }
admin-polled = odpytane w ostatniej godzinie: { $n }
admin-failing = nieczytelne: { $n }
admin-silent = milczące: { $n }
admin-last-poll = ostatnie odpytanie: { $when }
admin-owed = oczekujące: { $n }
admin-claimed = wysyłane: { $n }
admin-refused = odrzucone: { $n }
admin-unknown = los nieznany: { $n }
admin-oldest = najstarsze od: { $when }
admin-configured = z konfiguracji: { $n }
admin-subscribed = z subskrypcją: { $n }
admin-paused = bez prawa do pisania: { $n }
admin-gone = utracone: { $n }
admin-database = baza danych: { $n } MB
admin-feeds-well = Wszystkie kanały RSS są w porządku.
admin-queue-well = Nic nie odrzucono ani nie zgubiono.
admin-inbox-empty = Brak zgłoszeń.
admin-feed-failed = nieczytelny
admin-feed-died = od dawna nieczytelny
admin-feed-gone = zniknął na dobre
admin-feed-emptied = pusty
admin-feed-quiet = milczy
admin-state-refused = odrzucono
admin-state-unknown = los nieznany
broadcast-headline = Od operatora tego bota
broadcast-what = Aby napisać do wszystkich czatów: { $command } i tekst
broadcast-long = Znaków: { $n }; mieści się najwyżej { $most }.
broadcast-goes = Tak to zostanie wysłane. Czaty: { $n }
broadcast-nobody = Obecnie żaden czat nie otrzymuje powiadomień.
broadcast-owed = W drodze. Czaty: { $n }
broadcast-again = To już wysłano.
broadcast-expired = Ten szkic wygasł. Proszę napisać go jeszcze raz.

## Slack: the form, the home page, what is shared

slack-form-title = Ustawienia
slack-form-about = Co otrzymuje { $channel }
slack-form-save = Zapisz
slack-form-cancel = Anuluj
slack-close = Zamknij
slack-hint-people = Nic nie zaznaczono: wszyscy
slack-form-alerts = Powiadomienia
slack-alerts-all = Każda wymiana i każda zmiana jej faktów
slack-alerts-new = Każda wymiana raz; wiadomość jest poprawiana
slack-alerts-none = Żadne: wystarczy podsumowanie
slack-form-digest = Podsumowanie
slack-digest-none = Brak
slack-digest-daily = Codziennie
slack-digest-weekly = W każdy poniedziałek
slack-form-say-nothing = Gdy nic się nie wydarzyło
slack-say-nothing = Powiedz o tym
slack-form-quiet-from = Cisza od
slack-form-quiet-to = Cisza do
slack-hint-quiet-to = Co przyjdzie w tych godzinach, będzie podane razem po nich
slack-error-quiet-both = Podaj obie godziny albo żadnej
slack-error-quiet-same = Te dwie godziny muszą się różnić
slack-error-nothing = Bez powiadomień wybierz podsumowanie: inaczej nic by nie przychodziło
slack-saving = Zapisuję…
slack-saved = Zapisano.
slack-form-failed = Nie udało się otworzyć formularza. Ustawienia można też wpisać, na przykład: { $typed }
slack-share = Udostępnij na kanale
slack-shared-by = Udostępnia { $person }
slack-no-picture = Nie udało się pokazać obrazu. Do tego bot musi być na kanale: { $invite }
slack-help = Pomoc
slack-home-alerts = Powiadomienia w tym obszarze roboczym
slack-home-none = Żaden kanał nie otrzymuje jeszcze powiadomień. Aby je otrzymywać, wpisz na kanale: { $typed }
slack-home-channel = { $channel } otrzymuje powiadomienia
slack-home-more = { $count ->
    [one] … i jeszcze { $n } kanał
    [few] … i jeszcze { $n } kanały
   *[other] … i jeszcze { $n } kanałów
}
slack-home-health = Ten bot
