# Français. Variables et règles : docs/translating.md ; ton : docs/style.md.

headline = { $sides } : { $what }
headline-between = { $one } ⇄ { $other }
headline-clauses = { $first } ; { $second }
headline-and = { $line }, { $n } { $to }

headline-returned-completed = { $what } { $kind ->
    [mixed] { $count ->
        [one] remise
       *[other] remises
    }
   *[other] { $count ->
        [one] remis
       *[other] remis
    }
} { $to }
headline-returned-ongoing = { $what } en cours de remise { $to }
headline-returned-announced = { $what } à remettre { $to }
to = { $known ->
    [yes] { $side }
   *[no] à { $side }
}
to-each = à chaque partie

headline-released-completed = { $what } { $kind ->
    [bodies] remis
    [mixed] { $count ->
        [one] libérée
       *[other] libérées
    }
   *[other] { $count ->
        [one] libéré
       *[other] libérés
    }
}
headline-released-ongoing = { $what } en cours de { $kind ->
    [bodies] remise
   *[other] libération
}
headline-released-announced = { $what } à { $kind ->
    [bodies] remettre
   *[other] libérer
}

headline-exchanged-completed = { $what } { $kind ->
    [bodies] remis
    [mixed] échangées
   *[other] { $count ->
        [one] échangé
       *[other] échangés
    }
}
headline-exchanged-ongoing = { $what } en cours { $kind ->
    [bodies] de remise
   *[other] d’échange
}
headline-exchanged-announced = { $what } à { $kind ->
    [bodies] remettre
   *[other] échanger
}

headline-swap-completed = échange de { $what }
headline-swap-ongoing = échange de { $what } en cours
headline-swap-announced = échange de { $what } annoncé
headline-bodies-completed = des corps remis
headline-bodies-ongoing = remise de corps en cours
headline-bodies-announced = remise de corps annoncée
headline-postponed = échange reporté
headline-cancelled = échange annulé
headline-denied = échange démenti

people-prisoners-of-war = { amount-prisoners-of-war }
people-prisoners = { amount-prisoners }
people-hostages = { amount-hostages }
people-civilians = { amount-civilians }
people-children = { amount-children }
people-bodies = { $count ->
    [one] le corps de { $n } personne
   *[other] les corps de { $n } personnes
}
people-mixed = { amount-mixed }

amount-prisoners-of-war = { $count ->
    [one] { $n } prisonnier de guerre
   *[other] { $n } prisonniers de guerre
}
amount-prisoners = { $count ->
    [one] { $n } prisonnier
   *[other] { $n } prisonniers
}
amount-hostages = { $count ->
    [one] { $n } otage
   *[other] { $n } otages
}
amount-civilians = { $count ->
    [one] { $n } civil
   *[other] { $n } civils
}
amount-children = { $count ->
    [one] { $n } enfant
   *[other] { $n } enfants
}
amount-bodies = { $n } corps
amount-mixed = { $count ->
    [one] { $n } personne
   *[other] { $n } personnes
}
amount-uncounted = { $what }, aucun chiffre donné
amount-planned = prévu : { $what }
amount-with-parts = { $what } ({ $parts })

kind-prisoners-of-war = prisonniers de guerre
kind-prisoners = prisonniers
kind-hostages = otages
kind-civilians = civils
kind-children = enfants
kind-bodies = corps
kind-mixed = personnes détenues

swap-prisoners-of-war = prisonniers de guerre
swap-prisoners = prisonniers
swap-hostages = otages
swap-civilians = civils
swap-children = enfants
swap-bodies = corps
swap-mixed = personnes détenues

number-exact = { $n }
number-at-least = au moins { $n }
number-at-most = au plus { $n }
number-about = quelque { $n }
number-range = { $low }–{ $high }

direction-to = → { $side }
direction-from = { $side } →
direction-way = { $giver } → { $side }
direction-both = ⇄ les deux parties
direction-unknown = direction non précisée

claim-says = selon { $who }
claim-confirmed = confirmé par { $who }
claim-both = { $says }, { $confirms }
claim-figure = { $n } { $says }
claim-figure-unsaid = { $n } selon d’autres articles
claim-list = { $first } ; { $second }

organ-of = { $known ->
    [yes] { $organ } { $owner }
   *[no] { $organ } ({ $owner })
}
organ-alone = { $organ }
organ-defence-ministry = le ministère de la Défense
organ-ministry-of-defence = le ministère de la Défense
organ-foreign-ministry = le ministère des Affaires étrangères
organ-president = la présidence
organ-presidency = la présidence
organ-prime-minister = les services du Premier ministre
organ-state-media = les médias d’État
organ-ombudsman = les services du médiateur des droits humains
organ-coordination-headquarters = l’état-major de coordination
organ-prison-service = l’administration pénitentiaire
organ-hospital = l’hôpital
organ-officials = des responsables
organ-army = l’armée
organ-security-service = le service de sécurité
organ-commission = la commission

note-uncounted = Aucun chiffre donné
note-uncounted-too = Également { $what } ; aucun chiffre donné
note-uncounted-too-completed = Il y a eu aussi un échange de { $swap } ; aucun chiffre donné
note-uncounted-too-ongoing = Un échange de { $swap } est aussi en cours ; aucun chiffre donné
note-uncounted-too-announced = Un échange de { $swap } est aussi annoncé ; aucun chiffre donné
note-more-figures = { $count ->
    [one] … et { $n } autre chiffre
   *[other] … et { $n } autres chiffres
}
note-mediators = Médiation : { $who }

detail-agreement = en vertu des accords : { $agreement }
detail-ordinal = { $form ->
    [one] { $n }er échange
   *[other] { $n }e échange
}
list-more = { $count ->
    [one] { $n } autre
   *[other] { $n } autres
}
sources-count = { $count ->
    [one] { $n } source :
   *[other] { $n } sources :
}
sources-more = et { $n } de plus

change-update = Mis à jour
change-cancel = Retiré : n’est plus présenté comme un échange distinct
change-postponed = Mis à jour : l’échange est reporté
change-cancelled = Mis à jour : l’échange est annulé
change-denied = Retiré : l’échange a été démenti
change-figure-added = Mis à jour : un chiffre s’ajoute
change-figure-revised = Mis à jour : un chiffre a été révisé
change-confirmed = Mis à jour : un chiffre a été confirmé
change-status-changed-announced = Mis à jour : l’échange est annoncé
change-status-changed-ongoing = Mis à jour : l’échange est en cours
change-status-changed-completed = Mis à jour : l’échange est achevé

summary-headline = { $count ->
    [one] { $n } échange en bref
   *[other] { $n } échanges en bref
}
summary-why = Annoncés ensemble, car arrivés en même temps ou impossibles à publier plus tôt

digest-daily = Résumé du jour : { $since } – { $until }
digest-weekly = Résumé de la semaine : { $since } – { $until }
digest-moment = { $day }, { $time }
digest-happened = Ont eu lieu
digest-totals = Total des remises, par partie
digest-announced = Annoncés
digest-changed = Ce qui a changé
digest-nothing = Aucun échange n’a été signalé pendant cette période.
digest-more = et { $n } de plus
day-short = d MMMM

stats-title = Échanges connus ici, selon les sources :
stats-line = → { $side } : { $what }, en { $events }
stats-both = ⇄ : { $what }, en { $events }
stats-events = { $count ->
    [one] { $n } échange
   *[other] { $n } échanges
}
stats-uncounted = dont { $n } sans chiffre
stats-none = aucun chiffre donné
stats-span = du { $first } au { $last }
stats-more = { $count ->
    [one] … et { $n } autre paire de parties
   *[other] … et { $n } autres paires de parties
}
chart-returned = { $one } et { $other } : revenus, selon les sources
chart-living = Prisonniers et civils
chart-bodies = Corps
chart-overview = Personnes revenues, selon les sources
chart-scales = Barres : chaque échange, échelle de gauche. Lignes : total à cette date, échelle de droite.

command-help = cette liste
command-latest = les derniers échanges : { $default } si vous ne précisez pas combien ({ $most } au plus)
command-subscribe = publier les alertes ici
command-unsubscribe = ne plus publier d’alertes ici
command-search = échanges par partie, lieu, jour ou source
command-stats = combien sont revenus, d’une partie ou de toutes
command-event = un échange par son identifiant
command-chart = un graphique d’une partie, d’un échange ou de tous
command-takes-latest = [nombre]
command-takes-search = mots
command-takes-stats = [partie]
command-takes-event = identifiant
command-takes-chart = [partie | identifiant] [dark]

reply-welcome = Exchange Watch signale les échanges de prisonniers et les restitutions de corps : qui, combien, dans quel sens, qui l’affirme, avec des liens vers les sources. Un message par échange, corrigé sur place à mesure que l’on en sait plus.
reply-help = Vous pouvez demander :
reply-unknown = Je ne connais pas cette demande.
reply-unknown-near = Je ne connais pas cette demande. Vouliez-vous dire { $near } ?
reply-nothing-yet = Aucun échange n’a encore été signalé.
reply-bad-count = Indiquez combien par un nombre de 1 à { $most }.
reply-subscribed = Les alertes seront publiées ici. Pour les arrêter : { $unsubscribe }
reply-hint-slack = Dans un canal privé, invitez d’abord ce bot : /invite @Exchange Watch
reply-subscribed-already = Les alertes sont déjà publiées ici. Pour les arrêter : { $unsubscribe }
reply-unsubscribed = Plus aucune alerte ne sera publiée ici. Pour les recevoir de nouveau : { $subscribe }
reply-not-subscribed = Aucune alerte n’est publiée ici. Pour les recevoir : { $subscribe }
reply-configured = Les alertes sont publiées ici par choix de l’opérateur de ce bot ; lui seul peut le changer.
reply-administrators-only = Seul un administrateur de cette discussion peut changer ce qui y est publié.
reply-search-what = Dites quoi chercher, par exemple : { $search } Ukraine 2025
reply-nothing-found = Aucun échange n’est connu ici pour « { $words } ».
reply-unknown-party = Aucun échange de « { $party } » n’est connu ici. { $stats } seul parle de tous.
reply-no-such-event = Cet échange n’est pas connu ici. { $latest } donne les derniers.
reply-trouble = Cela n’a pas fonctionné. Veuillez réessayer dans une minute.

## Telegram

bot-description = { reply-welcome }
bot-short-description = Signale les échanges de prisonniers et les restitutions de corps : qui, combien, qui l’affirme, avec les sources.
menu-latest = les derniers échanges
menu-search = { command-search }
menu-stats = { command-stats }
menu-chart = { command-chart }
menu-settings = { command-settings }
menu-status = { command-status }
menu-mute = les échanges mis en sourdine ici
menu-sources = les médias qui sont lus
menu-subscribe = { command-subscribe }
menu-unsubscribe = { command-unsubscribe }
menu-stop = { command-stop }
menu-privacy = { command-privacy }
menu-help = { command-help }
menu-admin = l’état du bot lui-même
reply-slowly = C’était trop rapide. Veuillez redemander dans un instant.
added-ask-here = Je peux signaler ici les échanges de prisonniers. Un administrateur choisit lesquels, en privé :
added-open = Choisir
added-needs-right = J’ai été ajouté à « { $title } » sans pouvoir y publier. Donnez-moi le droit de publier des messages, et je vous demanderai quoi y signaler.

## Choisir ce qui est publié, et ce qui est conservé

onboarding-ask = Que faut-il publier ici ?
onboarding-ask-there = Que faut-il publier dans « { $chat } » ?
button-everything = Tout publier ici
button-choose = Choisir quoi publier
button-only-ask = Pas maintenant, je consulte
button-settings = Réglages
button-latest = Derniers échanges
button-status = Aperçu
button-subscribe = Publier ici
button-unsubscribe = Ne plus publier
button-muted = Échanges masqués
button-unmute = Annuler
button-unmute-one = Rétablir { $n }
button-stop = Supprimer mes données
button-stop-yes = Tout supprimer
button-keep = Tout garder
button-back = Retour

topic-language = Langue
topic-conflict = Conflits
topic-people = Qui
topic-count = Nombre minimal
topic-outlets = Sources minimales
topic-updates = Mises à jour
topic-posts = Quand publier
topic-at = Heure du résumé
topic-quiet = Heures calmes
topic-zone = Fuseau horaire
ask-language = Dans quelle langue publier ?
ask-conflict = Quels échanges ? Vous pouvez en choisir plusieurs ; un second appui retire le choix.
ask-people = Qui doit rentrer pour qu’un échange soit publié ? Vous pouvez en choisir plusieurs ; un second appui retire le choix.
ask-count = De combien de personnes doit-il s’agir ? Un échange sans aucun chiffre n’est publié que si tout nombre convient.
ask-outlets = Combien de médias indépendants doivent d’abord en avoir parlé ?
ask-updates = Faut-il un nouveau message quand les faits changent ? Le premier est corrigé sur place dans tous les cas.
ask-posts = Chaque échange aussitôt, un résumé de tous, ou les deux ?
ask-at = À quelle heure envoyer le résumé ?
ask-quiet = Entre quelles heures faut-il du calme ? Les messages attendent alors, ou arrivent sans son.
ask-quiet-slack = Entre quelles heures faut-il du calme ? Les messages attendent alors.
ask-zone = À quelle heure locale ? Choisissez une ville qui a la même heure que vous.

conflict-all = tous les échanges
people-all = tout le monde
people-choice-prisoners = prisonniers (de guerre aussi), otages
people-choice-civilians = { kind-civilians }
people-choice-children = { kind-children }
people-choice-bodies = { kind-bodies }
count-any = tout nombre
count-least = { $count ->
    [one] { $n } personne ou plus
   *[other] { $n } personnes ou plus
}
outlets-least = { $count ->
    [one] { $n } média suffit
   *[other] { $n } médias ou plus
}
updates-on = nouveaux échanges et changements
updates-off = nouveaux échanges seulement
posts-instant = aussitôt
posts-daily = résumé quotidien
posts-weekly = résumé hebdomadaire, le lundi
posts-instant-daily = aussitôt, et résumé quotidien
posts-instant-weekly = aussitôt, et résumé hebdomadaire
quiet-off = aucune
quiet-wait = les messages attendent la fin
quiet-silent = les messages arrivent sans son

settings-told = Les échanges sont publiés ici.
settings-untold = Rien n’est encore publié ici. Vos choix sont gardés jusque-là.
settings-line = { $topic } : { $chosen }
settings-bad = « { $words } » ne peut pas être choisi ici.
settings-typed = Cela peut aussi s’écrire, par exemple : { $example }
reply-administrators-only-slack = Seules la personne qui a abonné ce canal et l’administration de l’espace de travail peuvent changer ce qui y est publié.

status-since = Les échanges sont publiés ici depuis le { $day }.
status-paused = En pause, car le bot ne peut pas publier ici pour le moment : { $why }
status-next-digest = Prochain résumé : { $day }, { $time }
status-muted = Échanges masqués : { $n }
mute-done = Plus rien ne sera publié ici sur cet échange.
mute-list = Masqués ici :
mute-none = Aucun échange n’est masqué ici. Pour en masquer un, appuyez sur le bouton en dessous ou envoyez { $mute } avec son identifiant.
unmute-done = Les changements de cet échange seront de nouveau publiés ici.
unmute-not = Cet échange n’est pas masqué ici.

privacy-kept = Ce qui est conservé de cette discussion : son identifiant ; ce qui a été choisi ici, et l’identifiant de la personne qui l’a abonnée ; quels messages ont été publiés ici ; quels échanges sont masqués ; ce qui a été signalé comme faux, sans nom. Rien d’autre de ce qui est écrit ici n’est conservé.
privacy-long = Combien de temps : jusqu’à ce que vous le supprimiez. Cela reste quand la publication est arrêtée. Les signalements d’erreurs venus de discussions privées ne disent pas d’où ils viennent, et restent donc.
privacy-seen = Qui peut le voir : seulement l’opérateur de ce bot. Rien n’est transmis à personne.
privacy-delete = Comment le supprimer : { $stop }
stop-ask = Supprimer tout ce qui est conservé de cette discussion ? Plus rien ne sera publié ici.
stop-done = Supprimé : l’identifiant de cette discussion et tout ce qui a été choisi ici. Plus rien ne sera publié ici.
stop-deliveries = Traces de messages publiés supprimées : { $n }
stop-mutes = Échanges masqués supprimés : { $n }
stop-feedback = Signalements d’erreurs supprimés : { $n }
stop-left = Les messages déjà publiés restent jusqu’à ce que quelqu’un les supprime ici.
stop-nothing = Rien n’est conservé de cette discussion.

command-settings = choisir ce qui est publié ici, quand et dans quelle langue
command-status = ce que reçoit cette discussion
command-mute = plus rien sur un échange ; sans identifiant, ce qui est masqué
command-privacy = ce qui est conservé de cette discussion
command-stop = supprimer tout ce qui est conservé de cette discussion
command-takes-mute = [identifiant]

## Sources, chronologie, signalements

command-sources = qui parle d’un échange et ce que chacun en dit ; sans identifiant, les flux qui sont lus
command-timeline = comment s’est formé ce que l’on sait d’un échange
command-wrong = dire à l’opérateur du bot ce qui ne va pas dans un échange
command-takes-sources = [identifiant]
command-takes-timeline = identifiant
command-takes-wrong = identifiant [mots]
button-sources = Sources ({ $n })
button-timeline = Chronologie
button-mute = Sourdine
button-wrong = Une erreur ?
button-chart = Graphique
button-event = L’échange
button-previous = Précédent
button-next = Suite
button-overview = Retour
sources-independent = Indépendantes les unes des autres : { $n }
source-copy = repris de { $who }
timeline-title = Comment s’est formé ce que l’on sait
timeline-zone = Heures : { $zone }
timeline-same = mêmes chiffres
timeline-alert = Alerte – { $what }
timeline-first = première annonce
timeline-announced = annoncé
timeline-ongoing = en cours
timeline-completed = achevé
feeds-read = Flux lus : { $n }
feeds-of = { $language } : { $names }
feeds-no-language = Langue non indiquée
feeds-none = Aucun flux n’est lu actuellement.
wrong-what = Qu’est-ce qui ne va pas ici ?
wrong-number = Un chiffre faux
wrong-kind = Pas un échange
wrong-twice = Annoncé deux fois
wrong-other = Autre chose
wrong-how = Dites-le avec vos mots : { $wrong } { $event } et ce qui ne va pas
wrong-thanks = Merci. L’opérateur du bot va regarder.
wrong-again = Vous l’avez déjà signalé. Merci.
wrong-enough = C’est assez pour aujourd’hui. Merci de signaler le reste demain.

## Pour les opérateurs du bot

command-admin = l’état du bot, pour ses opérateurs
command-takes-admin = [feeds | queue | inbox | broadcast mots]
button-inbox = Réception ({ $n })
button-refresh = Actualiser
button-done = Traité : { $n }
button-send = Envoyer ({ $n })
admin-feeds = Flux
admin-queue = File d’attente
admin-chats = Discussions
admin-program = Programme
admin-listed = dans la liste : { $n }
admin-polled = interrogés depuis une heure : { $n }
admin-failing = illisibles : { $n }
admin-silent = silencieux : { $n }
admin-last-poll = dernière lecture : { $when }
admin-owed = en attente : { $n }
admin-claimed = en cours d’envoi : { $n }
admin-refused = refusés : { $n }
admin-unknown = sort inconnu : { $n }
admin-oldest = le plus ancien depuis : { $when }
admin-configured = par la configuration : { $n }
admin-subscribed = abonnées : { $n }
admin-paused = sans droit de publier : { $n }
admin-gone = perdues : { $n }
admin-database = base de données : { $n } Mo
admin-feeds-well = Tous les flux vont bien.
admin-queue-well = Rien n’a été refusé ni perdu.
admin-inbox-empty = Rien à traiter.
admin-feed-failed = illisible
admin-feed-died = illisible depuis longtemps
admin-feed-gone = disparu pour de bon
admin-feed-emptied = vide
admin-feed-quiet = silencieux
admin-state-refused = refusé
admin-state-unknown = sort inconnu
broadcast-headline = De l’opérateur de ce bot
broadcast-what = Pour écrire à toutes les discussions : { $command } et le texte
broadcast-long = Cela fait { $n } caractères ; { $most } au plus.
broadcast-goes = Voici ce qui sera publié. Discussions : { $n }
broadcast-nobody = Aucune discussion ne reçoit d’alertes actuellement.
broadcast-owed = Envoi en cours. Discussions : { $n }
broadcast-again = C’est déjà envoyé.
broadcast-expired = Ce brouillon a expiré. Écrivez-le de nouveau.

## Slack: the form, the home page, what is shared

slack-form-title = Réglages
slack-form-about = Ce que reçoit { $channel }
slack-form-save = Enregistrer
slack-form-cancel = Annuler
slack-close = Fermer
slack-hint-people = Rien de coché : tout le monde
slack-form-alerts = Alertes
slack-alerts-all = Chaque échange et chaque changement de ses faits
slack-alerts-new = Chaque échange une fois ; le message est corrigé
slack-alerts-none = Aucune : le résumé suffit
slack-form-digest = Résumé
slack-digest-none = Aucun
slack-digest-daily = Chaque jour
slack-digest-weekly = Chaque lundi
slack-form-say-nothing = Quand rien ne s'est passé
slack-say-nothing = Le dire
slack-form-quiet-from = Silence de
slack-form-quiet-to = Silence jusqu'à
slack-hint-quiet-to = Ce qui vient pendant ces heures est dit ensemble ensuite
slack-error-quiet-both = Indiquez les deux heures, ou aucune
slack-error-quiet-same = Les deux heures doivent différer
slack-error-nothing = Sans alertes, choisissez un résumé : sinon rien ne viendrait jamais
slack-saving = Enregistrement…
slack-saved = Enregistré.
slack-form-failed = Le formulaire n'a pas pu être ouvert. Les réglages peuvent aussi se taper, par exemple : { $typed }
slack-share = Partager au canal
slack-shared-by = Partagé par { $person }
slack-no-picture = L’image n’a pas pu être montrée. Pour cela, ce bot doit être dans le canal : { $invite }
slack-help = Aide
slack-home-alerts = Alertes dans cet espace de travail
slack-home-none = Aucun canal ne reçoit encore d'alertes. Pour en recevoir, tapez dans un canal : { $typed }
slack-home-channel = { $channel } reçoit des alertes
slack-home-more = { $count ->
    [one] … et { $n } autre canal
   *[other] … et { $n } autres canaux
}
slack-home-health = Ce bot
