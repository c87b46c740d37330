# Русский. Переменные и правила: docs/translating.md; тон: docs/style.md.

headline = { $sides }: { $what }
headline-between = { $one } ⇄ { $other }
headline-clauses = { $first }; { $second }
headline-and = { $line }, { $to } — { $n }

headline-returned-completed = { $to } { $kind ->
    [bodies] передали
   *[other] вернули
} { $what }
headline-returned-ongoing = { $to } { $kind ->
    [bodies] передают
   *[other] возвращают
} { $what }
headline-returned-announced = { $to } должны { $kind ->
    [bodies] передать
   *[other] вернуть
} { $what }
to = { $known ->
    [yes] { $side }
   *[no] стороне «{ $side }»
}
to-each = каждой из сторон

headline-released-completed = { $kind ->
    [bodies] передали { $what }
   *[other] освободили { $what }
}
headline-released-ongoing = { $kind ->
    [bodies] передают { $what }
   *[other] освобождают { $what }
}
headline-released-announced = { $kind ->
    [bodies] должны передать { $what }
   *[other] должны освободить { $what }
}

headline-exchanged-completed = { $kind ->
    [bodies] передали
   *[other] обменяли
} { $what }
headline-exchanged-ongoing = { $kind ->
    [bodies] передают
   *[other] обменивают
} { $what }
headline-exchanged-announced = должны { $kind ->
    [bodies] передать
   *[other] обменять
} { $what }

headline-swap-completed = состоялся обмен { $what }
headline-swap-ongoing = идёт обмен { $what }
headline-swap-announced = объявлено об обмене { $what }
headline-bodies-completed = переданы тела погибших
headline-bodies-ongoing = передают тела погибших
headline-bodies-announced = должны передать тела погибших
headline-postponed = обмен отложен
headline-cancelled = обмен отменён
headline-denied = сообщения об обмене опровергнуты

people-prisoners-of-war = { $count ->
    [one] { $n } военнопленного
   *[other] { $n } военнопленных
}
people-prisoners = { $count ->
    [one] { $n } заключённого
   *[other] { $n } заключённых
}
people-hostages = { $count ->
    [one] { $n } заложника
   *[other] { $n } заложников
}
people-civilians = { $count ->
    [one] { $n } гражданское лицо
    [few] { $n } гражданских лица
   *[other] { $n } гражданских лиц
}
people-children = { $count ->
    [one] { $n } ребёнка
   *[other] { $n } детей
}
people-bodies = { $count ->
    [1] тело { $n } погибшего
    [one] тела { $n } погибшего
   *[other] тела { $n } погибших
}
people-mixed = { $count ->
    [one] { $n } человека
   *[other] { $n } человек
}

amount-prisoners-of-war = { $count ->
    [one] { $n } военнопленный
   *[other] { $n } военнопленных
}
amount-prisoners = { $count ->
    [one] { $n } заключённый
   *[other] { $n } заключённых
}
amount-hostages = { $count ->
    [one] { $n } заложник
    [few] { $n } заложника
   *[other] { $n } заложников
}
amount-civilians = { $count ->
    [one] { $n } гражданское лицо
    [few] { $n } гражданских лица
   *[other] { $n } гражданских лиц
}
amount-children = { $count ->
    [one] { $n } ребёнок
    [few] { $n } ребёнка
   *[other] { $n } детей
}
amount-bodies = { $count ->
    [one] { $n } тело
    [few] { $n } тела
   *[other] { $n } тел
}
amount-mixed = { $count ->
    [one] { $n } человек
    [few] { $n } человека
   *[other] { $n } человек
}
amount-uncounted = { $what }, число не названо
amount-planned = { $what }, запланировано
amount-with-parts = { $what } ({ $parts })

kind-prisoners-of-war = военнопленные
kind-prisoners = заключённые
kind-hostages = заложники
kind-civilians = гражданские лица
kind-children = дети
kind-bodies = тела погибших
kind-mixed = удерживаемые лица

swap-prisoners-of-war = военнопленными
swap-prisoners = заключёнными
swap-hostages = заложниками
swap-civilians = гражданскими лицами
swap-children = детьми
swap-bodies = телами погибших
swap-mixed = удерживаемыми лицами

number-exact = { $n }
number-at-least = как минимум { $n }
number-at-most = максимум { $n }
number-about = примерно { $n }
number-range = { $low }–{ $high }

direction-to = → { $side }
direction-from = { $side } →
direction-way = { $giver } → { $side }
direction-both = ⇄ обе стороны
direction-unknown = направление не указано

claim-says = { $count ->
    [one] сообщает { $who }
   *[other] сообщают { $who }
}
claim-confirmed = { $count ->
    [one] подтверждает { $who }
   *[other] подтверждают { $who }
}
claim-both = { $says }, { $confirms }
claim-figure = { $n } ({ $says })
claim-figure-unsaid = { $n } (по другим сообщениям)
claim-list = { $first }; { $second }

organ-of = { $known ->
    [yes] { $organ } { $owner }
   *[no] { $organ } ({ $owner })
}
organ-alone = { $organ }
organ-defence-ministry = Министерство обороны
organ-ministry-of-defence = Министерство обороны
organ-foreign-ministry = Министерство иностранных дел
organ-president = президент
organ-presidency = администрация президента
organ-prime-minister = премьер-министр
organ-state-media = государственные СМИ
organ-ombudsman = уполномоченный по правам человека
organ-coordination-headquarters = Координационный штаб
organ-prison-service = тюремная служба
organ-hospital = больница
organ-officials = официальные лица
organ-army = армия
organ-security-service = служба безопасности
organ-commission = комиссия

note-uncounted = Число не названо
note-uncounted-too = Также { $what }; число не названо
note-uncounted-too-completed = Состоялся также обмен { $swap }; число не названо
note-uncounted-too-ongoing = Идёт также обмен { $swap }; число не названо
note-uncounted-too-announced = Объявлено также об обмене { $swap }; число не названо
note-more-figures = { $count ->
    [one] … и ещё { $n } число
    [few] … и ещё { $n } числа
   *[other] … и ещё { $n } чисел
}
note-mediators = { $count ->
    [one] Посредник: { $who }
   *[other] Посредники: { $who }
}

detail-agreement = по договорённостям: { $agreement }
detail-ordinal = { $n }-й обмен
list-more = ещё { $n }
sources-count = { $count ->
    [one] { $n } источник:
    [few] { $n } источника:
   *[other] { $n } источников:
}
sources-more = и ещё { $n }

change-update = Обновлено
change-cancel = Отозвано: больше не считается отдельным обменом
change-postponed = Обновлено: обмен отложен
change-cancelled = Обновлено: обмен отменён
change-denied = Отозвано: сообщения об обмене опровергнуты
change-figure-added = Обновлено: появилось новое число
change-figure-revised = Обновлено: число уточнено
change-confirmed = Обновлено: число подтверждено
change-status-changed-announced = Обновлено: обмен объявлен
change-status-changed-ongoing = Обновлено: обмен идёт
change-status-changed-completed = Обновлено: обмен завершён

summary-headline = { $count ->
    [one] Коротко: { $n } обмен
    [few] Коротко: { $n } обмена
   *[other] Коротко: { $n } обменов
}
summary-why = Собрано в одном сообщении: поступило одновременно или не могло быть опубликовано раньше

digest-daily = Обзор за сутки: { $since } – { $until }
digest-weekly = Обзор за неделю: { $since } – { $until }
digest-moment = { $day }, { $time }
digest-happened = Состоялось
digest-totals = Всего возвращено, по сторонам
digest-announced = Объявлено
digest-changed = Что изменилось
digest-nothing = За это время об обменах не сообщалось.
digest-more = и ещё { $n }
day-short = d MMMM

stats-title = Обмены, известные здесь, по сообщениям источников:
stats-line = → { $side }: { $what }, { $events }
stats-both = ⇄: { $what }, { $events }
stats-events = { $count ->
    [one] { $n } обмен
    [few] { $n } обмена
   *[other] { $n } обменов
}
stats-uncounted = из них { $n } без названного числа
stats-none = число не названо
stats-span = { $first } – { $last }
stats-more = { $count ->
    [one] … и ещё { $n } пара сторон
    [few] … и ещё { $n } пары сторон
   *[other] … и ещё { $n } пар сторон
}
chart-returned = { $one } и { $other }: вернулись, по сообщениям источников
chart-living = Пленные и гражданские
chart-bodies = Тела погибших
chart-overview = Вернувшиеся, по сообщениям источников
chart-scales = Столбцы: каждый обмен, шкала слева. Линии: сумма на тот момент, шкала справа.

command-help = этот список
command-latest = последние обмены: { $default }, если не указать сколько (не больше { $most })
command-subscribe = публиковать сообщения здесь
command-unsubscribe = больше не публиковать сообщения здесь
command-search = обмены по стороне, месту, дню или источнику
command-stats = сколько вернулось, одной стороны или всех
command-event = один обмен по его номеру
command-chart = диаграмма одной стороны, одного обмена или всех
command-takes-latest = [число]
command-takes-search = слова
command-takes-stats = [сторона]
command-takes-event = номер
command-takes-chart = [сторона | номер] [dark]

reply-welcome = Exchange Watch сообщает об обменах пленными и возвращении погибших: кто, сколько, в каком направлении, кто об этом заявляет, со ссылками на источники. Одно сообщение о каждом обмене; оно исправляется на месте, когда становится известно больше.
reply-help = Можно спросить:
reply-unknown = Такого запроса я не знаю.
reply-unknown-near = Такого запроса я не знаю. Возможно, { $near }?
reply-nothing-yet = Ни об одном обмене ещё не сообщалось.
reply-bad-count = Укажите количество числом от 1 до { $most }.
reply-subscribed = Сообщения будут публиковаться здесь. Чтобы прекратить: { $unsubscribe }
reply-hint-slack = В закрытом канале сначала пригласите бота: /invite @Exchange Watch
reply-subscribed-already = Сообщения уже публикуются здесь. Чтобы прекратить: { $unsubscribe }
reply-unsubscribed = Сообщений здесь больше не будет. Чтобы получать их снова: { $subscribe }
reply-not-subscribed = Сообщения здесь не публикуются. Чтобы получать их: { $subscribe }
reply-configured = Сообщения публикуются здесь по решению оператора этого бота; изменить это может только он.
reply-administrators-only = Изменить то, что здесь публикуется, может только администратор этого чата.
reply-search-what = Укажите, что искать, например: { $search } Украина 2025
reply-nothing-found = По запросу «{ $words }» ни одного обмена здесь не известно.
reply-unknown-party = Обменов стороны «{ $party }» здесь не известно. { $stats } без слов расскажет обо всех.
reply-no-such-event = Такой обмен здесь не известен. { $latest } покажет последние.
reply-trouble = Сейчас не получилось. Пожалуйста, попробуйте ещё раз через минуту.

## Telegram

bot-description = { reply-welcome }
bot-short-description = Сообщает об обменах пленными и возвращении погибших: кто, сколько, кто об этом заявляет, с источниками.
menu-latest = последние обмены
menu-search = { command-search }
menu-stats = { command-stats }
menu-chart = { command-chart }
menu-settings = { command-settings }
menu-status = { command-status }
menu-mute = обмены, о которых здесь больше не сообщают
menu-sources = издания, которые читает бот
menu-subscribe = { command-subscribe }
menu-unsubscribe = { command-unsubscribe }
menu-stop = { command-stop }
menu-privacy = { command-privacy }
menu-help = { command-help }
menu-admin = в каком состоянии сам бот
reply-slowly = Это слишком быстро. Пожалуйста, спросите ещё раз чуть позже.
added-ask-here = Я могу сообщать здесь об обменах пленными. О каких именно, администратор выбирает в личном чате:
added-open = Выбрать
added-needs-right = Меня добавили в «{ $title }», но у меня нет права публиковать там. Дайте мне право публиковать сообщения, и я спрошу вас, о чём там сообщать.

## Выбор того, что публикуется, и что хранится

onboarding-ask = Что публиковать здесь?
onboarding-ask-there = Что публиковать в «{ $chat }»?
button-everything = Публиковать здесь всё
button-choose = Выбрать, что публиковать
button-only-ask = Не сейчас, только спрашиваю
button-settings = Настройки
button-latest = Последние обмены
button-status = Обзор
button-subscribe = Публиковать здесь
button-unsubscribe = Не публиковать
button-muted = Заглушённые обмены
button-unmute = Отменить
button-unmute-one = Вернуть { $n }
button-stop = Удалить сохранённое
button-stop-yes = Удалить всё
button-keep = Оставить всё
button-back = Назад

topic-language = Язык
topic-conflict = Конфликты
topic-people = Кто
topic-count = Наименьшее число
topic-outlets = Меньше всего источников
topic-updates = Обновления
topic-posts = Когда публиковать
topic-at = Время дайджеста
topic-quiet = Тихие часы
topic-zone = Часовой пояс
ask-language = На каком языке публиковать?
ask-conflict = Какие обмены? Можно выбрать несколько; повторное нажатие снимает выбор.
ask-people = Кто должен вернуться, чтобы обмен был опубликован? Можно выбрать несколько; повторное нажатие снимает выбор.
ask-count = Скольких людей должен касаться обмен? Обмен без единого числа публикуется, только если выбрано любое число.
ask-outlets = Сколько независимых изданий должны сначала сообщить об обмене?
ask-updates = Присылать ли новое сообщение, когда факты меняются? Первое в любом случае исправляется на месте.
ask-posts = Каждый обмен сразу, дайджест всех или и то, и другое?
ask-at = В какое время присылать дайджест?
ask-quiet = В какие часы должно быть тихо? Сообщения тогда ждут или приходят без звука.
ask-quiet-slack = В какие часы должно быть тихо? Сообщения тогда ждут.
ask-zone = По каким часам? Выберите город, где столько же времени, сколько у вас.

conflict-all = все обмены
people-all = все люди
people-choice-prisoners = военнопленные, заключённые, заложники
people-choice-civilians = { kind-civilians }
people-choice-children = { kind-children }
people-choice-bodies = { kind-bodies }
count-any = любое число
count-least = { $count ->
    [one] от { $n } человека
   *[other] от { $n } человек
}
outlets-least = { $count ->
    [1] достаточно { $n } издания
    [one] не менее { $n } издания
   *[other] не менее { $n } изданий
}
updates-on = новые обмены и изменения
updates-off = только новые обмены
posts-instant = сразу
posts-daily = ежедневный дайджест
posts-weekly = еженедельный дайджест в понедельник
posts-instant-daily = сразу и ежедневный дайджест
posts-instant-weekly = сразу и еженедельный дайджест
quiet-off = нет
quiet-wait = сообщения ждут до конца
quiet-silent = сообщения приходят без звука

settings-told = Обмены публикуются здесь.
settings-untold = Здесь пока ничего не публикуется. Ваш выбор сохранится до тех пор.
settings-line = { $topic }: { $chosen }
settings-bad = «{ $words }» здесь выбрать нельзя.
settings-typed = Можно и написать, например: { $example }
reply-administrators-only-slack = Изменить то, что здесь публикуется, может только тот, кто подписал этот канал, или администратор рабочего пространства.

status-since = Обмены публикуются здесь с { $day }
status-paused = Приостановлено, так как боту сейчас не разрешено здесь писать: { $why }
status-next-digest = Следующий дайджест: { $day }, { $time }
status-muted = Заглушённые обмены: { $n }
mute-done = Об этом обмене здесь больше ничего не будет публиковаться.
mute-list = Заглушены здесь:
mute-none = Ни один обмен здесь не заглушён. Чтобы заглушить, нажмите кнопку под ним или отправьте { $mute } с его номером.
unmute-done = Изменения этого обмена снова будут публиковаться здесь.
unmute-not = Этот обмен здесь не заглушён.

privacy-kept = Об этом чате хранится: его номер; что здесь выбрано и номер того, кто его подписал; какие сообщения здесь опубликованы; какие обмены заглушены; о каких ошибках сообщили, без имени. Больше ничего из написанного здесь не хранится.
privacy-long = Как долго: пока вы этого не удалите. Когда публикация прекращена, сохранённое остаётся. Сообщения об ошибках из личных чатов не связаны с чатом и поэтому остаются.
privacy-seen = Кто это видит: только оператор этого бота. Никому другому это не передаётся.
privacy-delete = Как удалить: { $stop }
stop-ask = Удалить всё, что хранится об этом чате? Здесь больше ничего не будет публиковаться.
stop-done = Удалено: номер этого чата и всё, что здесь выбрали. Здесь больше ничего не будет публиковаться.
stop-deliveries = Удалено записей об опубликованных сообщениях: { $n }
stop-mutes = Удалено заглушённых обменов: { $n }
stop-feedback = Удалено сообщений об ошибках: { $n }
stop-left = Уже опубликованные сообщения остаются, пока кто-нибудь не удалит их здесь.
stop-nothing = Об этом чате ничего не хранится.

command-settings = выбрать, что, когда и на каком языке здесь публиковать
command-status = что получает этот чат
command-mute = ничего больше об одном обмене; без номера – что заглушено
command-privacy = что хранится об этом чате
command-stop = удалить всё, что хранится об этом чате
command-takes-mute = [номер]

## Источники, хронология, замечания

command-sources = кто сообщает об одном обмене и что именно говорит; без номера – ленты, которые читает бот
command-timeline = как росло то, что известно об одном обмене
command-wrong = сказать оператору бота, что не так с одним обменом
command-takes-sources = [номер]
command-takes-timeline = номер
command-takes-wrong = номер [слова]
button-sources = Источники ({ $n })
button-timeline = Хронология
button-mute = Не уведомлять
button-wrong = Ошибка?
button-chart = Диаграмма
button-event = Обмен
button-previous = Назад
button-next = Далее
button-overview = К обзору
sources-independent = Независимых друг от друга: { $n }
source-copy = перепечатка: { $who }
timeline-title = Как росло то, что известно
timeline-zone = Время: { $zone }
timeline-same = те же числа
timeline-alert = Сообщение бота – { $what }
timeline-first = впервые
timeline-announced = объявлено
timeline-ongoing = идёт
timeline-completed = завершено
feeds-read = Лент, которые читает бот: { $n }
feeds-of = { $language }: { $names }
feeds-no-language = Язык не указан
feeds-none = Сейчас бот не читает ни одной ленты.
wrong-what = Что здесь не так?
wrong-number = Неверное число
wrong-kind = Это не обмен
wrong-twice = Сообщено дважды
wrong-other = Другое
wrong-how = Скажите своими словами: { $wrong } { $event } и что не так
wrong-thanks = Спасибо. Оператор бота это посмотрит.
wrong-again = Вы уже сообщили об этом. Спасибо.
wrong-enough = На сегодня достаточно. Остальное, пожалуйста, сообщите завтра.

## Для операторов бота

command-admin = состояние бота, для операторов
command-takes-admin = [feeds | queue | inbox | broadcast слова]
button-inbox = Входящие ({ $n })
button-refresh = Обновить
button-done = Просмотрено: { $n }
button-send = Отправить ({ $n })
admin-feeds = Ленты
admin-queue = Очередь
admin-chats = Чаты
admin-program = Программа
admin-listed = в списке: { $n }
admin-polled = опрошено за последний час: { $n }
admin-failing = не читаются: { $n }
admin-silent = молчат: { $n }
admin-last-poll = последний опрос: { $when }
admin-owed = ждут: { $n }
admin-claimed = отправляются: { $n }
admin-refused = отклонено: { $n }
admin-unknown = судьба неизвестна: { $n }
admin-oldest = самое давнее ждёт с: { $when }
admin-configured = из конфигурации: { $n }
admin-subscribed = подписались: { $n }
admin-paused = нет права писать: { $n }
admin-gone = потеряно: { $n }
admin-database = база данных: { $n } МБ
admin-feeds-well = Со всеми лентами всё в порядке.
admin-queue-well = Ничего не отклонено и не потеряно.
admin-inbox-empty = Входящих нет.
admin-feed-failed = не читается
admin-feed-died = давно не читается
admin-feed-gone = исчезла навсегда
admin-feed-emptied = пуста
admin-feed-quiet = молчит
admin-state-refused = отклонено
admin-state-unknown = судьба неизвестна
broadcast-headline = От оператора бота
broadcast-what = Чтобы написать во все чаты: { $command } и текст
broadcast-long = Здесь { $n } знаков; помещается не больше { $most }.
broadcast-goes = Так это будет опубликовано. Чатов: { $n }
broadcast-nobody = Сейчас ни один чат не получает сообщений.
broadcast-owed = Отправляется. Чатов: { $n }
broadcast-again = Это уже отправлено.
broadcast-expired = Этот черновик устарел. Напишите его ещё раз.

## Slack: the form, the home page, what is shared

slack-form-title = Настройки
slack-form-about = Что получает { $channel }
slack-form-save = Сохранить
slack-form-cancel = Отмена
slack-close = Закрыть
slack-hint-people = Ничего не отмечено: все
slack-form-alerts = Оповещения
slack-alerts-all = Каждый обмен и каждое изменение его фактов
slack-alerts-new = Каждый обмен один раз; сообщение исправляется
slack-alerts-none = Никаких: достаточно сводки
slack-form-digest = Сводка
slack-digest-none = Нет
slack-digest-daily = Каждый день
slack-digest-weekly = По понедельникам
slack-form-say-nothing = Когда ничего не произошло
slack-say-nothing = Сказать об этом
slack-form-quiet-from = Тишина с
slack-form-quiet-to = Тишина до
slack-hint-quiet-to = Что придёт в эти часы, будет сказано вместе после них
slack-error-quiet-both = Укажите оба времени или ни одного
slack-error-quiet-same = Эти два времени должны различаться
slack-error-nothing = Без оповещений выберите сводку: иначе не будет приходить ничего
slack-saving = Сохраняю…
slack-saved = Сохранено.
slack-form-failed = Форму не удалось открыть. Настройки можно и набрать, например: { $typed }
slack-share = Показать каналу
slack-shared-by = Показывает { $person }
slack-no-picture = Картинку показать не удалось. Для этого бот должен быть в канале: { $invite }
slack-help = Справка
slack-home-alerts = Оповещения в этом пространстве
slack-home-none = Ни один канал ещё не получает оповещений. Чтобы получать, наберите в канале: { $typed }
slack-home-channel = { $channel } получает оповещения
slack-home-more = { $count ->
    [one] … и ещё { $n } канал
    [few] … и ещё { $n } канала
   *[other] … и ещё { $n } каналов
}
slack-home-health = Этот бот
