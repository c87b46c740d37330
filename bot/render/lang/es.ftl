# Español. Variables y reglas: docs/translating.md; tono: docs/style.md.

headline = { $sides }: { $what }
headline-between = { $one } ⇄ { $other }
headline-clauses = { $first }; { $second }
headline-and = { $line }, { $n } { $to }

headline-returned-completed = { $what } { $kind ->
    [mixed] { $count ->
        [one] entregada
       *[other] entregadas
    }
   *[other] { $count ->
        [one] entregado
       *[other] entregados
    }
} { $to }
headline-returned-ongoing = { $what } en proceso de entrega { $to }
headline-returned-announced = se anuncia la entrega { $to } de { $what }
to = { $known ->
    [yes] { $side }
   *[no] a { $side }
}
to-each = a cada parte

headline-released-completed = { $kind ->
    [bodies] entrega
   *[other] liberación
} de { $what }
headline-released-ongoing = { $kind ->
    [bodies] entrega
   *[other] liberación
} en curso de { $what }
headline-released-announced = se anuncia la { $kind ->
    [bodies] entrega
   *[other] liberación
} de { $what }

headline-exchanged-completed = { $what } { $kind ->
    [bodies] { $count ->
        [one] entregado
       *[other] entregados
    }
    [mixed] intercambiadas
   *[other] { $count ->
        [one] intercambiado
       *[other] intercambiados
    }
}
headline-exchanged-ongoing = { $what } en proceso de { $kind ->
    [bodies] entrega
   *[other] intercambio
}
headline-exchanged-announced = se anuncia { $kind ->
    [bodies] la entrega
   *[other] el intercambio
} de { $what }

headline-swap-completed = intercambio de { $what }
headline-swap-ongoing = intercambio de { $what } en curso
headline-swap-announced = se anuncia un intercambio de { $what }
headline-bodies-completed = entrega de cuerpos
headline-bodies-ongoing = entrega de cuerpos en curso
headline-bodies-announced = se anuncia una entrega de cuerpos
headline-postponed = intercambio aplazado
headline-cancelled = intercambio cancelado
headline-denied = intercambio desmentido

people-prisoners-of-war = { amount-prisoners-of-war }
people-prisoners = { amount-prisoners }
people-hostages = { amount-hostages }
people-civilians = { amount-civilians }
people-children = { amount-children }
people-bodies = { $exact ->
    [one] el cuerpo de una persona
   *[other] los cuerpos de { $n } personas
}
people-mixed = { amount-mixed }

amount-prisoners-of-war = { $count ->
    [one] { $n } prisionero de guerra
   *[other] { $n } prisioneros de guerra
}
amount-prisoners = { $count ->
    [one] { $n } preso
   *[other] { $n } presos
}
amount-hostages = { $count ->
    [one] { $n } rehén
   *[other] { $n } rehenes
}
amount-civilians = { $count ->
    [one] { $n } civil
   *[other] { $n } civiles
}
amount-children = { $count ->
    [one] { $n } menor
   *[other] { $n } menores
}
amount-bodies = { $count ->
    [one] { $n } cuerpo
   *[other] { $n } cuerpos
}
amount-mixed = { $count ->
    [one] { $n } persona
   *[other] { $n } personas
}
amount-uncounted = { $what }, sin cifra
amount-planned = previsto: { $what }
amount-with-parts = { $what } ({ $parts })

kind-prisoners-of-war = prisioneros de guerra
kind-prisoners = presos
kind-hostages = rehenes
kind-civilians = civiles
kind-children = menores
kind-bodies = cuerpos
kind-mixed = personas retenidas

swap-prisoners-of-war = prisioneros de guerra
swap-prisoners = presos
swap-hostages = rehenes
swap-civilians = civiles
swap-children = menores
swap-bodies = cuerpos
swap-mixed = personas retenidas

number-exact = { $n }
number-at-least = al menos { $n }
number-at-most = como máximo { $n }
number-about = cerca de { $n }
number-range = { $low }–{ $high }

direction-to = → { $side }
direction-from = { $side } →
direction-way = { $giver } → { $side }
direction-both = ⇄ ambas partes
direction-unknown = sentido no indicado

claim-says = según { $who }
claim-confirmed = confirmado por { $who }
claim-both = { $says }, { $confirms }
claim-figure = { $n } { $says }
claim-figure-unsaid = { $n } según otras informaciones
claim-list = { $first }; { $second }

organ-of = { $known ->
    [yes] { $organ } { $owner }
   *[no] { $organ } de { $owner }
}
organ-alone = { $organ }
organ-defence-ministry = el Ministerio de Defensa
organ-ministry-of-defence = el Ministerio de Defensa
organ-foreign-ministry = el Ministerio de Exteriores
organ-president = la Presidencia
organ-presidency = la Presidencia
organ-prime-minister = la oficina del primer ministro
organ-state-media = los medios estatales
organ-ombudsman = la Defensoría del Pueblo
organ-coordination-headquarters = el Cuartel General de Coordinación
organ-prison-service = el servicio penitenciario
organ-hospital = el hospital
organ-officials = funcionarios
organ-army = el ejército
organ-security-service = el servicio de seguridad
organ-commission = la comisión

note-uncounted = No se dan cifras
note-uncounted-too = También { $what }; sin cifra
note-uncounted-too-completed = También se intercambiaron { $what }; sin cifra
note-uncounted-too-ongoing = También se intercambian { $what }; sin cifra
note-uncounted-too-announced = También se anunció un intercambio de { $swap }; sin cifra
note-more-figures = { $count ->
    [one] … y { $n } cifra más
   *[other] … y { $n } cifras más
}
note-mediators = Mediación: { $who }

detail-agreement = en virtud de los acuerdos: { $agreement }
detail-ordinal = intercambio n.º { $n }
list-more = { $n } más
sources-count = { $count ->
    [one] { $n } fuente:
   *[other] { $n } fuentes:
}
sources-more = y { $n } más

change-update = Actualizado
change-cancel = Retirado: ya no se presenta como un intercambio aparte
change-postponed = Actualizado: el intercambio se ha aplazado
change-cancelled = Actualizado: el intercambio se ha cancelado
change-denied = Retirado: el intercambio se ha desmentido
change-figure-added = Actualizado: se añade una cifra
change-figure-revised = Actualizado: se ha revisado una cifra
change-confirmed = Actualizado: se ha confirmado una cifra
change-status-changed-announced = Actualizado: el intercambio está anunciado
change-status-changed-ongoing = Actualizado: el intercambio está en curso
change-status-changed-completed = Actualizado: el intercambio ha concluido

summary-headline = { $count ->
    [one] { $n } intercambio en resumen
   *[other] { $n } intercambios en resumen
}
summary-why = Reunidos aquí porque llegaron a la vez o no pudieron publicarse antes

digest-daily = Resumen diario: { $since } – { $until }
digest-weekly = Resumen semanal: { $since } – { $until }
digest-moment = { $day }, { $time }
digest-happened = Se llevaron a cabo
digest-totals = Total entregado, por parte
digest-announced = Anunciados
digest-changed = Lo que ha cambiado
digest-nothing = En este tiempo no se informó de ningún intercambio.
digest-more = y { $n } más
day-short = d 'de' MMMM

stats-title = Intercambios conocidos aquí, según las fuentes:
stats-line = → { $side }: { $what }, en { $events }
stats-both = ⇄: { $what }, en { $events }
stats-events = { $count ->
    [one] { $n } intercambio
   *[other] { $n } intercambios
}
stats-uncounted = { $n } de ellos sin cifra
stats-none = sin cifra
stats-span = del { $first } al { $last }
stats-more = { $count ->
    [one] … y { $n } pareja de partes más
   *[other] … y { $n } parejas de partes más
}
chart-returned = { $one } y { $other }: volvieron, según las fuentes
chart-living = Prisioneros y civiles
chart-bodies = Cuerpos
chart-overview = Personas que volvieron, según las fuentes
chart-scales = Barras: cada intercambio, escala de la izquierda. Líneas: total hasta la fecha, escala de la derecha.

command-help = esta lista
command-latest = los últimos intercambios: { $default } si no indica cuántos ({ $most } como máximo)
command-subscribe = publicar aquí los avisos
command-unsubscribe = dejar de publicar avisos aquí
command-search = intercambios por parte, lugar, día o fuente
command-stats = cuántos volvieron, de una parte o de todas
command-event = un intercambio por su identificador
command-chart = un gráfico de una parte, de un intercambio o de todos
command-takes-latest = [número]
command-takes-search = palabras
command-takes-stats = [parte]
command-takes-event = identificador
command-takes-chart = [parte | identificador] [dark]

reply-welcome = Exchange Watch informa de intercambios de prisioneros y de la devolución de los caídos: quiénes, cuántos, en qué dirección, quién lo dice, con enlaces a las fuentes. Un mensaje por intercambio, que se corrige en su sitio cuando se sabe más.
reply-help = Puede preguntar:
reply-unknown = No conozco esa petición.
reply-unknown-near = No conozco esa petición. ¿Quiso decir { $near }?
reply-nothing-yet = Aún no se ha informado de ningún intercambio.
reply-bad-count = Indique cuántos con un número del 1 al { $most }.
reply-subscribed = Los avisos se publicarán aquí. Para detenerlos: { $unsubscribe }
reply-hint-slack = En un canal privado, invite primero a este bot: /invite @Exchange Watch
reply-subscribed-already = Los avisos ya se publican aquí. Para detenerlos: { $unsubscribe }
reply-unsubscribed = No se publicarán más avisos aquí. Para volver a recibirlos: { $subscribe }
reply-not-subscribed = Aquí no se publican avisos. Para recibirlos: { $subscribe }
reply-configured = Los avisos se publican aquí por decisión del operador de este bot; solo él puede cambiarlo.
reply-administrators-only = Solo un administrador de este chat puede cambiar lo que se publica aquí.
reply-search-what = Diga qué buscar, por ejemplo: { $search } Ucrania 2025
reply-nothing-found = No se conoce aquí ningún intercambio para «{ $words }».
reply-unknown-party = No se conoce aquí ningún intercambio de «{ $party }». { $stats } sin más informa de todos.
reply-no-such-event = Ese intercambio no se conoce aquí. { $latest } da los últimos.
reply-trouble = No ha funcionado en este momento. Inténtelo de nuevo en un minuto, por favor.

## Telegram

bot-description = { reply-welcome }
bot-short-description = Informa de intercambios de prisioneros y de la devolución de los caídos: quiénes, cuántos, quién lo dice, con fuentes.
menu-latest = los últimos intercambios
menu-search = { command-search }
menu-stats = { command-stats }
menu-chart = { command-chart }
menu-settings = { command-settings }
menu-status = { command-status }
menu-mute = intercambios silenciados aquí
menu-sources = los medios que se leen
menu-subscribe = { command-subscribe }
menu-unsubscribe = { command-unsubscribe }
menu-stop = { command-stop }
menu-privacy = { command-privacy }
menu-help = { command-help }
menu-admin = cómo está el propio bot
reply-slowly = Ha sido demasiado rápido. Vuelva a preguntar en un momento, por favor.
added-ask-here = Puedo informar aquí de intercambios de prisioneros. Un administrador elige de cuáles, en privado:
added-open = Elegir
added-needs-right = Me han añadido a «{ $title }», pero no puedo publicar allí. Deme el derecho a publicar mensajes y le preguntaré de qué informar allí.

## Elegir qué se publica, y qué se guarda

onboarding-ask = ¿Qué se debe publicar aquí?
onboarding-ask-there = ¿Qué se debe publicar en «{ $chat }»?
button-everything = Publicar todo aquí
button-choose = Elegir qué publicar
button-only-ask = Ahora no, solo consulto
button-settings = Ajustes
button-latest = Últimos intercambios
button-status = Resumen
button-subscribe = Publicar aquí
button-unsubscribe = Dejar de publicar
button-muted = Silenciados
button-unmute = Deshacer
button-unmute-one = Restablecer { $n }
button-stop = Borrar lo guardado
button-stop-yes = Borrar todo
button-keep = Conservar todo
button-back = Volver

topic-language = Idioma
topic-conflict = Conflictos
topic-people = Quiénes
topic-count = Número mínimo
topic-outlets = Fuentes mínimas
topic-updates = Cambios
topic-posts = Cuándo publicar
topic-at = Hora del boletín
topic-quiet = Horas de silencio
topic-zone = Zona horaria
ask-language = ¿En qué idioma se debe publicar?
ask-conflict = ¿Qué intercambios? Puede elegir varios; al pulsar otra vez se quita.
ask-people = ¿Quiénes deben volver para que se publique un intercambio? Puede elegir varios; al pulsar otra vez se quita.
ask-count = ¿A cuántas personas debe afectar? Uno sin ninguna cifra solo se publica si vale cualquier número.
ask-outlets = ¿Cuántos medios independientes deben haber informado antes?
ask-updates = ¿Debe haber un mensaje nuevo cuando cambien los hechos? El primero se corrige en su sitio en todo caso.
ask-posts = ¿Cada intercambio al momento, un boletín de todos, o ambas cosas?
ask-at = ¿A qué hora debe llegar el boletín?
ask-quiet = ¿Entre qué horas debe haber silencio? Los mensajes esperan o llegan sin sonido.
ask-quiet-slack = ¿Entre qué horas debe haber silencio? Los mensajes esperan.
ask-zone = ¿Según qué reloj? Elija una ciudad que tenga la misma hora que usted.

conflict-all = todos los intercambios
people-all = todas las personas
people-choice-prisoners = prisioneros de guerra, presos, rehenes
people-choice-civilians = { kind-civilians }
people-choice-children = { kind-children }
people-choice-bodies = { kind-bodies }
count-any = cualquier número
count-least = { $count ->
    [one] { $n } persona o más
   *[other] { $n } personas o más
}
outlets-least = { $count ->
    [one] basta { $n } medio
   *[other] { $n } medios o más
}
updates-on = intercambios nuevos y cambios
updates-off = solo intercambios nuevos
posts-instant = al momento
posts-daily = boletín diario
posts-weekly = boletín semanal, los lunes
posts-instant-daily = al momento, y boletín diario
posts-instant-weekly = al momento, y boletín semanal
quiet-off = ninguna
quiet-wait = los mensajes esperan al final
quiet-silent = los mensajes llegan sin sonido

settings-told = Los intercambios se publican aquí.
settings-untold = Aquí todavía no se publica nada. Lo que elija se guarda hasta entonces.
settings-line = { $topic }: { $chosen }
settings-bad = «{ $words }» no se puede elegir aquí.
settings-typed = También se puede escribir, por ejemplo: { $example }
reply-administrators-only-slack = Solo quien suscribió este canal o un administrador del espacio de trabajo puede cambiar lo que se publica aquí.

status-since = Los intercambios se publican aquí desde el { $day }.
status-paused = En pausa, porque ahora el bot no puede publicar aquí: { $why }
status-next-digest = Próximo boletín: { $day }, { $time }
status-muted = Intercambios silenciados: { $n }
mute-done = No se publicará aquí nada más sobre este intercambio.
mute-list = Silenciados aquí:
mute-none = Aquí no hay ningún intercambio silenciado. Para silenciar uno, pulse el botón que lleva debajo o envíe { $mute } con su identificador.
unmute-done = Los cambios de este intercambio se publicarán aquí de nuevo.
unmute-not = Este intercambio no está silenciado aquí.

privacy-kept = De este chat se guarda: su identificador; lo que se eligió aquí, y el identificador de quien lo suscribió; qué mensajes se publicaron aquí; qué intercambios están silenciados; qué se señaló como erróneo, sin nombres. No se guarda nada más de lo que se escribe aquí.
privacy-long = Durante cuánto tiempo: hasta que usted lo borre. Permanece aunque se deje de publicar. Los avisos de errores desde chats privados no dicen de qué chat vienen, por lo que permanecen.
privacy-seen = Quién puede verlo: solo el operador de este bot. No se transmite a nadie.
privacy-delete = Cómo borrarlo: { $stop }
stop-ask = ¿Borrar todo lo que se guarda de este chat? Ya no se publicará nada aquí.
stop-done = Borrado: el identificador de este chat y todo lo que se eligió aquí. Ya no se publicará nada aquí.
stop-deliveries = Registros borrados de mensajes publicados: { $n }
stop-mutes = Intercambios silenciados borrados: { $n }
stop-feedback = Avisos de errores borrados: { $n }
stop-left = Los mensajes ya publicados permanecen hasta que alguien los borre aquí.
stop-nothing = No se guarda nada de este chat.

command-settings = elegir qué se publica aquí, cuándo y en qué idioma
command-status = qué recibe este chat
command-mute = nada más sobre un intercambio; sin identificador, lo silenciado
command-privacy = qué se guarda de este chat
command-stop = borrar todo lo que se guarda de este chat
command-takes-mute = [identificador]

## Fuentes, cronología, avisos

command-sources = quién informa de un intercambio y qué dice; sin identificador, los feeds que se leen
command-timeline = cómo creció lo que se sabe de un intercambio
command-wrong = decir al operador del bot qué está mal en un intercambio
command-takes-sources = [identificador]
command-takes-timeline = identificador
command-takes-wrong = identificador [palabras]
button-sources = Fuentes ({ $n })
button-timeline = Cronología
button-mute = Silenciar
button-wrong = ¿Un error?
button-chart = Gráfico
button-event = El intercambio
button-previous = Anterior
button-next = Más
button-overview = Volver
sources-independent = Independientes entre sí: { $n }
source-copy = tomado de { $who }
timeline-title = Cómo creció lo que se sabe
timeline-zone = Horas: { $zone }
timeline-same = las mismas cifras
timeline-alert = Aviso – { $what }
timeline-first = por primera vez
timeline-announced = anunciado
timeline-ongoing = en curso
timeline-completed = concluido
feeds-read = Feeds que se leen: { $n }
feeds-of = { $language }: { $names }
feeds-no-language = Idioma no indicado
feeds-none = Ahora no se lee ningún feed.
wrong-what = ¿Qué está mal aquí?
wrong-number = Una cifra errónea
wrong-kind = No es un intercambio
wrong-twice = Contado dos veces
wrong-other = Otra cosa
wrong-how = Dígalo con sus palabras: { $wrong } { $event } y qué está mal
wrong-thanks = Gracias. El operador del bot lo revisará.
wrong-again = Ya lo ha dicho. Gracias.
wrong-enough = Es suficiente por hoy. Diga el resto mañana, por favor.

## Para los operadores del bot

command-admin = cómo está el bot, para sus operadores
command-takes-admin = [feeds | queue | inbox | broadcast palabras]
button-inbox = Bandeja ({ $n })
button-refresh = Actualizar
button-done = Hecho: { $n }
button-send = Enviar ({ $n })
admin-feeds = Feeds
admin-queue = Cola
admin-chats = Chats
admin-program = Programa
admin-listed = en la lista: { $n }
admin-polled = consultados en la última hora: { $n }
admin-failing = ilegibles: { $n }
admin-silent = en silencio: { $n }
admin-last-poll = última consulta: { $when }
admin-owed = pendientes: { $n }
admin-claimed = en camino: { $n }
admin-refused = rechazados: { $n }
admin-unknown = destino desconocido: { $n }
admin-oldest = el más antiguo desde: { $when }
admin-configured = de la configuración: { $n }
admin-subscribed = suscritos: { $n }
admin-paused = sin permiso para publicar: { $n }
admin-gone = perdidos: { $n }
admin-database = base de datos: { $n } MB
admin-feeds-well = Todos los feeds están bien.
admin-queue-well = Nada fue rechazado ni se perdió.
admin-inbox-empty = La bandeja está vacía.
admin-feed-failed = ilegible
admin-feed-died = ilegible desde hace tiempo
admin-feed-gone = desaparecido para siempre
admin-feed-emptied = vacío
admin-feed-quiet = en silencio
admin-state-refused = rechazado
admin-state-unknown = destino desconocido
broadcast-headline = Del operador de este bot
broadcast-what = Para escribir a todos los chats: { $command } y el texto
broadcast-long = Son { $n } caracteres; caben { $most } como máximo.
broadcast-goes = Así se publicará. Chats: { $n }
broadcast-nobody = Ahora ningún chat recibe avisos.
broadcast-owed = Está en camino. Chats: { $n }
broadcast-again = Eso ya se envió.
broadcast-expired = Ese borrador ha caducado. Escríbalo de nuevo.

## Slack: the form, the home page, what is shared

slack-form-title = Ajustes
slack-form-about = Lo que recibe { $channel }
slack-form-save = Guardar
slack-form-cancel = Cancelar
slack-close = Cerrar
slack-hint-people = Nada marcado: todos
slack-form-alerts = Alertas
slack-alerts-all = Cada intercambio y cada cambio de sus datos
slack-alerts-new = Cada intercambio una vez; el mensaje se corrige
slack-alerts-none = Ninguna: basta el resumen
slack-form-digest = Resumen
slack-digest-none = Ninguno
slack-digest-daily = Cada día
slack-digest-weekly = Cada lunes
slack-form-say-nothing = Cuando no ha pasado nada
slack-say-nothing = Decirlo
slack-form-quiet-from = Silencio desde
slack-form-quiet-to = Silencio hasta
slack-hint-quiet-to = Lo que llegue en esas horas se cuenta junto después
slack-error-quiet-both = Indique las dos horas o ninguna
slack-error-quiet-same = Las dos horas deben ser distintas
slack-error-nothing = Sin alertas, elija un resumen: si no, nunca llegaría nada
slack-saving = Guardando…
slack-saved = Guardado.
slack-form-failed = No se pudo abrir el formulario. Los ajustes también se pueden escribir, por ejemplo: { $typed }
slack-share = Compartir en el canal
slack-shared-by = Compartido por { $person }
slack-no-picture = No se pudo mostrar la imagen. Para eso, este bot debe estar en el canal: { $invite }
slack-help = Ayuda
slack-home-alerts = Alertas en este espacio de trabajo
slack-home-none = Ningún canal recibe alertas todavía. Para recibirlas, escriba en un canal: { $typed }
slack-home-channel = { $channel } recibe alertas
slack-home-more = { $count ->
    [one] … y { $n } canal más
   *[other] … y { $n } canales más
}
slack-home-health = Este bot
