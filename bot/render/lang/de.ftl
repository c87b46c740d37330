# Deutsch. Variablen und Regeln: docs/translating.md; Ton: docs/style.md.

headline = { $sides }: { $what }
headline-between = { $one } ⇄ { $other }
headline-clauses = { $first }; { $second }
headline-and = { $line }, { $n } { $to }

headline-returned-completed = { $what } { $to } übergeben
headline-returned-ongoing = { $what } { $count ->
    [one] wird
   *[other] werden
} { $to } übergeben
headline-returned-announced = { $what } { $count ->
    [one] soll
   *[other] sollen
} { $to } übergeben werden
to = an { $side }
to-each = an jede der beiden Seiten

headline-released-completed = { $kind ->
    [bodies] { $what } übergeben
   *[other] { $what } freigelassen
}
headline-released-ongoing = { $kind ->
    [bodies] { $what } { $count ->
        [one] wird
       *[other] werden
    } übergeben
   *[other] { $what } { $count ->
        [one] wird
       *[other] werden
    } freigelassen
}
headline-released-announced = { $kind ->
    [bodies] { $what } { $count ->
        [one] soll
       *[other] sollen
    } übergeben werden
   *[other] { $what } { $count ->
        [one] soll
       *[other] sollen
    } freigelassen werden
}

headline-exchanged-completed = { $what } { $kind ->
    [bodies] übergeben
   *[other] ausgetauscht
}
headline-exchanged-ongoing = { $what } { $count ->
    [one] wird
   *[other] werden
} { $kind ->
    [bodies] übergeben
   *[other] ausgetauscht
}
headline-exchanged-announced = { $what } { $count ->
    [one] soll
   *[other] sollen
} { $kind ->
    [bodies] übergeben
   *[other] ausgetauscht
} werden

headline-swap-completed = { $what } ausgetauscht
headline-swap-ongoing = { $what } werden ausgetauscht
headline-swap-announced = { $what } sollen ausgetauscht werden
headline-bodies-completed = Leichname übergeben
headline-bodies-ongoing = Leichname werden übergeben
headline-bodies-announced = Leichname sollen übergeben werden
headline-postponed = Austausch verschoben
headline-cancelled = Austausch abgesagt
headline-denied = Austausch dementiert

people-prisoners-of-war = { amount-prisoners-of-war }
people-prisoners = { amount-prisoners }
people-hostages = { amount-hostages }
people-civilians = { amount-civilians }
people-children = { amount-children }
people-bodies = { $exact ->
    [one] der Leichnam eines Menschen
   *[other] die Leichname von { $n } Menschen
}
people-mixed = { amount-mixed }

amount-prisoners-of-war = { $count ->
    [one] { $n } Kriegsgefangener
   *[other] { $n } Kriegsgefangene
}
amount-prisoners = { $count ->
    [one] { $n } Gefangener
   *[other] { $n } Gefangene
}
amount-hostages = { $count ->
    [one] { $n } Geisel
   *[other] { $n } Geiseln
}
amount-civilians = { $count ->
    [one] { $n } Zivilist
   *[other] { $n } Zivilisten
}
amount-children = { $count ->
    [one] { $n } Kind
   *[other] { $n } Kinder
}
amount-bodies = { $count ->
    [one] { $n } Leichnam
   *[other] { $n } Leichname
}
amount-mixed = { $count ->
    [one] { $n } Person
   *[other] { $n } Personen
}
amount-uncounted = { $what }, keine Zahl genannt
amount-planned = { $what }, geplant
amount-with-parts = { $what } ({ $parts })

kind-prisoners-of-war = Kriegsgefangene
kind-prisoners = Gefangene
kind-hostages = Geiseln
kind-civilians = Zivilisten
kind-children = Kinder
kind-bodies = Leichname
kind-mixed = festgehaltene Personen

swap-prisoners-of-war = Kriegsgefangene
swap-prisoners = Gefangene
swap-hostages = Geiseln
swap-civilians = Zivilisten
swap-children = Kinder
swap-bodies = Leichname
swap-mixed = festgehaltene Personen

number-exact = { $n }
number-at-least = mindestens { $n }
number-at-most = höchstens { $n }
number-about = etwa { $n }
number-range = { $low }–{ $high }

direction-to = → { $side }
direction-from = { $side } →
direction-way = { $giver } → { $side }
direction-both = ⇄ beide Seiten
direction-unknown = Richtung nicht genannt

claim-says = so { $who }
claim-confirmed = { $count ->
    [one] { $who } bestätigt dies
   *[other] { $who } bestätigen dies
}
claim-both = { $says }; { $confirms }
claim-figure = { $n }, { $says }
claim-figure-unsaid = { $n } in anderen Berichten
claim-list = { $first }; { $second }

organ-of = { $known ->
    [yes] { $organ } { $owner }
   *[no] { $organ } ({ $owner })
}
organ-alone = { $organ }
organ-defence-ministry = das Verteidigungsministerium
organ-ministry-of-defence = das Verteidigungsministerium
organ-foreign-ministry = das Außenministerium
organ-president = der Präsident
organ-presidency = das Präsidialamt
organ-prime-minister = der Ministerpräsident
organ-state-media = die Staatsmedien
organ-ombudsman = das Amt der Ombudsperson
organ-coordination-headquarters = der Koordinierungsstab
organ-prison-service = die Gefängnisbehörde
organ-hospital = das Krankenhaus
organ-officials = Amtsträger
organ-army = die Armee
organ-security-service = der Sicherheitsdienst
organ-commission = die Kommission

note-uncounted = Keine Zahlen genannt
note-uncounted-too = Außerdem { $what }; keine Zahl genannt
note-uncounted-too-completed = Außerdem wurden { $what } ausgetauscht; keine Zahl genannt
note-uncounted-too-ongoing = Außerdem werden { $what } ausgetauscht; keine Zahl genannt
note-uncounted-too-announced = Außerdem sollen { $what } ausgetauscht werden; keine Zahl genannt
note-more-figures = { $count ->
    [one] … und { $n } weitere Angabe
   *[other] … und { $n } weitere Angaben
}
note-mediators = Vermittlung: { $who }

detail-agreement = gemäß Vereinbarung: { $agreement }
detail-ordinal = { $n }. Austausch
list-more = { $count ->
    [one] { $n } weitere Partei
   *[other] { $n } weitere
}
sources-count = { $count ->
    [one] { $n } Quelle:
   *[other] { $n } Quellen:
}
sources-more = und { $n } weitere

change-update = Aktualisiert
change-cancel = Zurückgezogen: wird nicht mehr als eigener Austausch geführt
change-postponed = Aktualisiert: jetzt verschoben
change-cancelled = Aktualisiert: jetzt abgesagt
change-denied = Zurückgezogen: der Austausch wurde dementiert
change-figure-added = Aktualisiert: eine Zahl ist hinzugekommen
change-figure-revised = Aktualisiert: eine Zahl wurde berichtigt
change-confirmed = Aktualisiert: eine Zahl wurde bestätigt
change-status-changed-announced = Aktualisiert: jetzt angekündigt
change-status-changed-ongoing = Aktualisiert: jetzt im Gange
change-status-changed-completed = Aktualisiert: jetzt abgeschlossen

summary-headline = { $count ->
    [one] { $n } Austausch in Kürze
   *[other] { $n } Austauschaktionen in Kürze
}
summary-why = Zusammen gemeldet, weil sie zugleich eintrafen oder nicht früher veröffentlicht werden konnten

digest-daily = Tagesüberblick: { $since } – { $until }
digest-weekly = Wochenüberblick: { $since } – { $until }
digest-moment = { $day }, { $time } Uhr
digest-happened = Stattgefunden
digest-totals = Insgesamt übergeben, nach Seiten
digest-announced = Angekündigt
digest-changed = Was sich geändert hat
digest-nothing = In dieser Zeit wurde kein Austausch gemeldet.
digest-more = und { $n } weitere
day-short = d. MMMM

stats-title = Hier bekannte Austauschaktionen, nach Angaben der Quellen:
stats-line = → { $side }: { $what }, bei { $events }
stats-both = ⇄: { $what }, bei { $events }
stats-events = { $count ->
    [one] { $n } Austausch
   *[other] { $n } Austauschaktionen
}
stats-uncounted = { $n } davon ohne Zahl
stats-none = keine Zahl genannt
stats-span = { $first } bis { $last }
stats-more = { $count ->
    [one] … und { $n } weiteres Paar von Seiten
   *[other] … und { $n } weitere Paare von Seiten
}
chart-returned = { $one } und { $other }: zurückgekehrt, nach Angaben der Quellen
chart-living = Gefangene und Zivilisten
chart-bodies = Leichname
chart-overview = Zurückgekehrte, nach Angaben der Quellen
chart-scales = Balken: jeder Austausch, Skala links. Linien: Summe bis dahin, Skala rechts.

command-help = diese Liste
command-latest = die letzten Austauschaktionen: { $default }, wenn Sie keine Anzahl nennen (höchstens { $most })
command-subscribe = Meldungen hier veröffentlichen
command-unsubscribe = hier keine Meldungen mehr veröffentlichen
command-search = Austausche nach Partei, Ort, Tag oder Quelle
command-stats = wie viele zurückkehrten, von einer Partei oder von allen
command-event = ein Austausch nach seiner Kennung
command-chart = ein Diagramm einer Partei, eines Austauschs oder aller
command-takes-latest = [Anzahl]
command-takes-search = Wörter
command-takes-stats = [Partei]
command-takes-event = Kennung
command-takes-chart = [Partei | Kennung] [dark]

reply-welcome = Exchange Watch meldet den Austausch von Gefangenen und die Rückkehr von Gefallenen: wer, wie viele, in welche Richtung, wer es sagt, mit Links zu den Quellen. Eine Nachricht je Austausch, an Ort und Stelle berichtigt, sobald mehr bekannt ist.
reply-help = Sie können fragen:
reply-unknown = Das kenne ich nicht.
reply-unknown-near = Das kenne ich nicht. Meinten Sie { $near }?
reply-nothing-yet = Bisher wurde kein Austausch gemeldet.
reply-bad-count = Nennen Sie die Anzahl als Zahl von 1 bis { $most }.
reply-subscribed = Meldungen werden hier veröffentlicht. Zum Beenden: { $unsubscribe }
reply-hint-slack = In einem privaten Channel laden Sie diesen Bot zuerst ein: /invite @Exchange Watch
reply-subscribed-already = Meldungen werden hier bereits veröffentlicht. Zum Beenden: { $unsubscribe }
reply-unsubscribed = Hier werden keine Meldungen mehr veröffentlicht. Um sie wieder zu erhalten: { $subscribe }
reply-not-subscribed = Hier werden keine Meldungen veröffentlicht. Um sie zu erhalten: { $subscribe }
reply-configured = Meldungen erscheinen hier, weil der Betreiber dieses Bots es so eingestellt hat; nur er kann es ändern.
reply-administrators-only = Nur wer diesen Chat verwaltet, kann ändern, was hier veröffentlicht wird.
reply-search-what = Nennen Sie, was gesucht werden soll, zum Beispiel: { $search } Ukraine 2025
reply-nothing-found = Zu „{ $words }“ ist hier kein Austausch bekannt.
reply-unknown-party = Von „{ $party }“ ist hier kein Austausch bekannt. { $stats } allein nennt alle.
reply-no-such-event = Ein solcher Austausch ist hier nicht bekannt. { $latest } nennt die letzten.
reply-trouble = Das hat gerade nicht geklappt. Bitte versuchen Sie es in einer Minute noch einmal.

## Telegram

bot-description = { reply-welcome }
bot-short-description = Meldet den Austausch von Gefangenen und die Rückkehr von Gefallenen: wer, wie viele, wer es sagt, mit Quellen.
menu-latest = die letzten Austauschaktionen
menu-search = { command-search }
menu-stats = { command-stats }
menu-chart = { command-chart }
menu-settings = { command-settings }
menu-status = { command-status }
menu-mute = Austausche, die hier stummgeschaltet sind
menu-sources = welche Medien gelesen werden
menu-subscribe = { command-subscribe }
menu-unsubscribe = { command-unsubscribe }
menu-stop = { command-stop }
menu-privacy = { command-privacy }
menu-help = { command-help }
menu-admin = wie es dem Bot selbst geht
reply-slowly = Das war zu schnell. Bitte fragen Sie gleich noch einmal.
added-ask-here = Ich kann hier den Austausch von Gefangenen melden. Was genau, wählt jemand aus der Verwaltung dieses Chats privat:
added-open = Auswählen
added-needs-right = Ich wurde zu „{ $title }“ hinzugefügt, darf dort aber nichts veröffentlichen. Geben Sie mir das Recht, Nachrichten zu veröffentlichen, dann frage ich Sie, was dort gemeldet werden soll.

## Wählen, was veröffentlicht wird, und was gespeichert ist

onboarding-ask = Was soll hier veröffentlicht werden?
onboarding-ask-there = Was soll in „{ $chat }“ veröffentlicht werden?
button-everything = Hier alles veröffentlichen
button-choose = Auswählen, was erscheint
button-only-ask = Nicht jetzt, ich frage nur
button-settings = Einstellungen
button-latest = Neueste Austausche
button-status = Übersicht
button-subscribe = Hier posten
button-unsubscribe = Nicht mehr posten
button-muted = Stumme Austausche
button-unmute = Rückgängig
button-unmute-one = { $n } wieder melden
button-stop = Gespeichertes löschen
button-stop-yes = Alles löschen
button-keep = Alles behalten
button-back = Zurück

topic-language = Sprache
topic-conflict = Konflikte
topic-people = Wer
topic-count = Mindestzahl
topic-outlets = Mindestquellen
topic-updates = Aktualisierungen
topic-posts = Wann
topic-at = Zeit der Übersicht
topic-quiet = Ruhezeiten
topic-zone = Zeitzone
ask-language = In welcher Sprache soll veröffentlicht werden?
ask-conflict = Welche Austausche? Sie können mehrere wählen; nochmaliges Drücken nimmt die Wahl zurück.
ask-people = Wer muss heimkehren, damit ein Austausch gemeldet wird? Sie können mehrere wählen; nochmaliges Drücken nimmt die Wahl zurück.
ask-count = Um wie viele Menschen muss es gehen? Ein Austausch ganz ohne Zahl erscheint nur bei „beliebig viele“.
ask-outlets = Wie viele unabhängige Medien müssen zuerst davon berichtet haben?
ask-updates = Soll es eine neue Nachricht geben, wenn sich die Fakten ändern? Die erste wird in jedem Fall an Ort und Stelle berichtigt.
ask-posts = Jeden Austausch sofort, eine Übersicht aller, oder beides?
ask-at = Um welche Uhrzeit soll die Übersicht kommen?
ask-quiet = In welchen Stunden soll Ruhe sein? Meldungen warten dann oder kommen ohne Ton.
ask-quiet-slack = In welchen Stunden soll Ruhe sein? Meldungen warten dann.
ask-zone = Nach welcher Uhr? Wählen Sie eine Stadt, in der es so spät ist wie bei Ihnen.

conflict-all = alle Austausche
people-all = alle
people-choice-prisoners = Kriegsgefangene, Häftlinge, Geiseln
people-choice-civilians = { kind-civilians }
people-choice-children = { kind-children }
people-choice-bodies = { kind-bodies }
count-any = beliebig viele
count-least = { $count ->
    [one] ab { $n } Person
   *[other] ab { $n } Personen
}
outlets-least = { $count ->
    [one] { $n } Medium genügt
   *[other] ab { $n } Medien
}
updates-on = neue Austausche und Änderungen
updates-off = nur neue Austausche
posts-instant = sofort
posts-daily = tägliche Übersicht
posts-weekly = wöchentliche Übersicht am Montag
posts-instant-daily = sofort und tägliche Übersicht
posts-instant-weekly = sofort und wöchentliche Übersicht
quiet-off = keine
quiet-wait = Meldungen warten bis zum Ende
quiet-silent = Meldungen kommen ohne Ton

settings-told = Austausche werden hier veröffentlicht.
settings-untold = Hier wird noch nichts veröffentlicht. Was Sie wählen, bleibt bis dahin gespeichert.
settings-line = { $topic }: { $chosen }
settings-bad = „{ $words }“ kann hier nicht gewählt werden.
settings-typed = Sie können es auch schreiben, zum Beispiel: { $example }
reply-administrators-only-slack = Nur wer diesen Channel abonniert hat oder den Workspace verwaltet, kann ändern, was hier veröffentlicht wird.

status-since = Austausche werden hier veröffentlicht seit: { $day }.
status-paused = Angehalten, weil der Bot hier derzeit nicht schreiben darf: { $why }
status-next-digest = Nächste Übersicht: { $day }, { $time }
status-muted = Stumme Austausche: { $n }
mute-done = Über diesen Austausch wird hier nichts mehr veröffentlicht.
mute-list = Hier stumm:
mute-none = Hier ist kein Austausch stumm. Dazu drücken Sie den Knopf darunter oder senden { $mute } mit seiner Kennung.
unmute-done = Änderungen dieses Austauschs werden hier wieder veröffentlicht.
unmute-not = Dieser Austausch ist hier nicht stumm.

privacy-kept = Von diesem Chat ist gespeichert: seine Kennung; was hier gewählt wurde, und die Kennung der Person, die ihn abonniert hat; welche Nachrichten hier veröffentlicht wurden; welche Austausche stumm sind; was als falsch gemeldet wurde, ohne Namen. Sonst wird nichts gespeichert, was hier geschrieben wird.
privacy-long = Wie lange: bis Sie es löschen. Es bleibt auch, wenn nichts mehr veröffentlicht wird. Fehlermeldungen aus privaten Chats sagen nicht, woher sie kamen, und bleiben deshalb.
privacy-seen = Wer es sehen kann: nur der Betreiber dieses Bots. Es wird an niemanden weitergegeben.
privacy-delete = So löschen Sie es: { $stop }
stop-ask = Alles löschen, was von diesem Chat gespeichert ist? Hier wird dann nichts mehr veröffentlicht.
stop-done = Gelöscht: die Kennung dieses Chats und alles, was hier gewählt wurde. Hier wird nichts mehr veröffentlicht.
stop-deliveries = Gelöschte Einträge über veröffentlichte Nachrichten: { $n }
stop-mutes = Gelöschte stumme Austausche: { $n }
stop-feedback = Gelöschte Fehlermeldungen: { $n }
stop-left = Schon veröffentlichte Nachrichten bleiben, bis jemand sie hier löscht.
stop-nothing = Von diesem Chat ist nichts gespeichert.

command-settings = wählen, was hier wann und in welcher Sprache erscheint
command-status = was dieser Chat erhält
command-mute = nichts mehr über einen Austausch; ohne Kennung: was stumm ist
command-privacy = was von diesem Chat gespeichert ist
command-stop = alles löschen, was von diesem Chat gespeichert ist
command-takes-mute = [Kennung]

## Quellen, Verlauf, Hinweise

command-sources = wer über einen Austausch berichtet und was er sagt; ohne Kennung die Feeds, die gelesen werden
command-timeline = wie der Kenntnisstand zu einem Austausch wuchs
command-wrong = dem Betreiber des Bots sagen, was an einem Austausch nicht stimmt
command-takes-sources = [Kennung]
command-takes-timeline = Kennung
command-takes-wrong = Kennung [Wörter]
button-sources = Quellen ({ $n })
button-timeline = Verlauf
button-mute = Stumm schalten
button-wrong = Falsch?
button-chart = Diagramm
button-event = Der Austausch
button-previous = Zurück
button-next = Weiter
button-overview = Zur Übersicht
sources-independent = Voneinander unabhängig: { $n }
source-copy = übernommen von { $who }
timeline-title = Wie der Kenntnisstand wuchs
timeline-zone = Zeiten: { $zone }
timeline-same = dieselben Zahlen
timeline-alert = Meldung – { $what }
timeline-first = zum ersten Mal
timeline-announced = angekündigt
timeline-ongoing = im Gange
timeline-completed = abgeschlossen
feeds-read = Gelesene Feeds: { $n }
feeds-of = { $language }: { $names }
feeds-no-language = Sprache nicht angegeben
feeds-none = Zurzeit werden keine Feeds gelesen.
wrong-what = Was stimmt hier nicht?
wrong-number = Eine falsche Zahl
wrong-kind = Kein Austausch
wrong-twice = Doppelt gemeldet
wrong-other = Etwas anderes
wrong-how = Mit eigenen Worten: { $wrong } { $event } und was nicht stimmt
wrong-thanks = Danke. Der Betreiber des Bots sieht es sich an.
wrong-again = Das haben Sie schon gemeldet. Danke.
wrong-enough = Das genügt für einen Tag. Den Rest bitte morgen.

## Für die Betreiber des Bots

command-admin = wie es um den Bot steht, für seine Betreiber
command-takes-admin = [feeds | queue | inbox | broadcast Wörter]
button-inbox = Eingang ({ $n })
button-refresh = Aktualisieren
button-done = Erledigt: { $n }
button-send = Senden ({ $n })
admin-feeds = Feeds
admin-queue = Warteschlange
admin-chats = Chats
admin-program = Programm
admin-listed = in der Liste: { $n }
admin-polled = in der letzten Stunde abgefragt: { $n }
admin-failing = nicht lesbar: { $n }
admin-silent = still: { $n }
admin-last-poll = letzte Abfrage: { $when }
admin-owed = offen: { $n }
admin-claimed = unterwegs: { $n }
admin-refused = abgelehnt: { $n }
admin-unknown = Verbleib unbekannt: { $n }
admin-oldest = älteste seit: { $when }
admin-configured = aus der Konfiguration: { $n }
admin-subscribed = abonniert: { $n }
admin-paused = kein Recht zu schreiben: { $n }
admin-gone = verloren: { $n }
admin-database = Datenbank: { $n } MB
admin-feeds-well = Alle Feeds sind in Ordnung.
admin-queue-well = Nichts wurde abgelehnt oder ging verloren.
admin-inbox-empty = Der Eingang ist leer.
admin-feed-failed = nicht lesbar
admin-feed-died = seit Langem nicht lesbar
admin-feed-gone = für immer verschwunden
admin-feed-emptied = leer
admin-feed-quiet = still
admin-state-refused = abgelehnt
admin-state-unknown = Verbleib unbekannt
broadcast-headline = Vom Betreiber dieses Bots
broadcast-what = An alle Chats schreiben: { $command } und die Worte
broadcast-long = Das sind { $n } Zeichen; höchstens { $most } passen.
broadcast-goes = So wird es gesendet. Chats: { $n }
broadcast-nobody = Zurzeit bekommt kein Chat Meldungen.
broadcast-owed = Es ist unterwegs. Chats: { $n }
broadcast-again = Das wurde bereits gesendet.
broadcast-expired = Dieser Entwurf ist abgelaufen. Bitte noch einmal schreiben.

## Slack: the form, the home page, what is shared

slack-form-title = Einstellungen
slack-form-about = Was { $channel } bekommt
slack-form-save = Speichern
slack-form-cancel = Abbrechen
slack-close = Schließen
slack-hint-people = Nichts angekreuzt: alle
slack-form-alerts = Meldungen
slack-alerts-all = Jeder Austausch und jede Änderung seiner Fakten
slack-alerts-new = Jeder Austausch einmal; die Nachricht wird berichtigt
slack-alerts-none = Keine: die Übersicht genügt
slack-form-digest = Übersicht
slack-digest-none = Keine
slack-digest-daily = Jeden Tag
slack-digest-weekly = Jeden Montag
slack-form-say-nothing = Wenn nichts geschehen ist
slack-say-nothing = Auch das sagen
slack-form-quiet-from = Ruhe ab
slack-form-quiet-to = Ruhe bis
slack-hint-quiet-to = Was in diesen Stunden kommt, wird danach zusammen gemeldet
slack-error-quiet-both = Geben Sie beide Zeiten an oder keine
slack-error-quiet-same = Die beiden Zeiten müssen verschieden sein
slack-error-nothing = Wählen Sie ohne Meldungen eine Übersicht: sonst käme nie etwas
slack-saving = Wird gespeichert…
slack-saved = Gespeichert.
slack-form-failed = Das Formular ließ sich nicht öffnen. Einstellungen kann man auch tippen, zum Beispiel: { $typed }
slack-share = Im Channel teilen
slack-shared-by = Geteilt von { $person }
slack-no-picture = Das Bild konnte nicht gezeigt werden. Dazu muss dieser Bot im Kanal sein: { $invite }
slack-help = Hilfe
slack-home-alerts = Meldungen in diesem Workspace
slack-home-none = Noch bekommt kein Channel Meldungen. Dafür in einem Channel tippen: { $typed }
slack-home-channel = { $channel } bekommt Meldungen
slack-home-more = { $count ->
    [one] … und { $n } weiterer Channel
   *[other] … und { $n } weitere Channels
}
slack-home-health = Dieser Bot
