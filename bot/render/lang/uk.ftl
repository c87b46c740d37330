# Українська. Змінні й правила: docs/translating.md; тон: docs/style.md.

headline = { $sides }: { $what }
headline-between = { $one } ⇄ { $other }
headline-clauses = { $first }; { $second }
headline-and = { $line }, { $to } — { $n }

headline-returned-completed = { $to } { $kind ->
    [bodies] передано
   *[other] повернуто
} { $what }
headline-returned-ongoing = { $to } { $kind ->
    [bodies] передають
   *[other] повертають
} { $what }
headline-returned-announced = { $to } мають { $kind ->
    [bodies] передати
   *[other] повернути
} { $what }
to = { $known ->
    [yes] { $side }
   *[no] стороні «{ $side }»
}
to-each = кожній зі сторін

headline-released-completed = { $kind ->
    [bodies] передано { $what }
   *[other] звільнено { $what }
}
headline-released-ongoing = { $kind ->
    [bodies] передають { $what }
   *[other] звільняють { $what }
}
headline-released-announced = { $kind ->
    [bodies] мають передати { $what }
   *[other] мають звільнити { $what }
}

headline-exchanged-completed = { $kind ->
    [bodies] передано
   *[other] обміняно
} { $what }
headline-exchanged-ongoing = { $kind ->
    [bodies] передають
   *[other] обмінюють
} { $what }
headline-exchanged-announced = мають { $kind ->
    [bodies] передати
   *[other] обміняти
} { $what }

headline-swap-completed = відбувся обмін { $what }
headline-swap-ongoing = триває обмін { $what }
headline-swap-announced = оголошено про обмін { $what }
headline-bodies-completed = передано тіла загиблих
headline-bodies-ongoing = передають тіла загиблих
headline-bodies-announced = мають передати тіла загиблих
headline-postponed = обмін відкладено
headline-cancelled = обмін скасовано
headline-denied = повідомлення про обмін спростовано

people-prisoners-of-war = { $count ->
    [one] { $n } військовополоненого
   *[other] { $n } військовополонених
}
people-prisoners = { $count ->
    [one] { $n } в’язня
   *[other] { $n } в’язнів
}
people-hostages = { $count ->
    [one] { $n } заручника
   *[other] { $n } заручників
}
people-civilians = { $count ->
    [one] { $n } цивільну особу
    [few] { $n } цивільні особи
   *[other] { $n } цивільних осіб
}
people-children = { $count ->
    [one] { $n } дитину
    [few] { $n } дитини
   *[other] { $n } дітей
}
people-bodies = { $count ->
    [1] тіло { $n } загиблого
    [one] тіла { $n } загиблого
   *[other] тіла { $n } загиблих
}
people-mixed = { $count ->
    [one] { $n } особу
    [few] { $n } особи
   *[other] { $n } осіб
}

amount-prisoners-of-war = { $count ->
    [one] { $n } військовополонений
    [few] { $n } військовополонені
   *[other] { $n } військовополонених
}
amount-prisoners = { $count ->
    [one] { $n } в’язень
    [few] { $n } в’язні
   *[other] { $n } в’язнів
}
amount-hostages = { $count ->
    [one] { $n } заручник
    [few] { $n } заручники
   *[other] { $n } заручників
}
amount-civilians = { $count ->
    [one] { $n } цивільна особа
    [few] { $n } цивільні особи
   *[other] { $n } цивільних осіб
}
amount-children = { $count ->
    [one] { $n } дитина
    [few] { $n } дитини
   *[other] { $n } дітей
}
amount-bodies = { $count ->
    [one] { $n } тіло
    [few] { $n } тіла
   *[other] { $n } тіл
}
amount-mixed = { $count ->
    [one] { $n } особа
    [few] { $n } особи
   *[other] { $n } осіб
}
amount-uncounted = { $what }, число не названо
amount-planned = { $what }, заплановано
amount-with-parts = { $what } ({ $parts })

kind-prisoners-of-war = військовополонені
kind-prisoners = в’язні
kind-hostages = заручники
kind-civilians = цивільні особи
kind-children = діти
kind-bodies = тіла загиблих
kind-mixed = утримувані особи

swap-prisoners-of-war = військовополоненими
swap-prisoners = в’язнями
swap-hostages = заручниками
swap-civilians = цивільними особами
swap-children = дітьми
swap-bodies = тілами загиблих
swap-mixed = утримуваними особами

number-exact = { $n }
number-at-least = щонайменше { $n }
number-at-most = щонайбільше { $n }
number-about = приблизно { $n }
number-range = { $low }–{ $high }

direction-to = → { $side }
direction-from = { $side } →
direction-way = { $giver } → { $side }
direction-both = ⇄ обидві сторони
direction-unknown = напрямок не вказано

claim-says = { $count ->
    [one] повідомляє { $who }
   *[other] повідомляють { $who }
}
claim-confirmed = { $count ->
    [one] підтверджує { $who }
   *[other] підтверджують { $who }
}
claim-both = { $says }, { $confirms }
claim-figure = { $n } ({ $says })
claim-figure-unsaid = { $n } (за іншими повідомленнями)
claim-list = { $first }; { $second }

organ-of = { $known ->
    [yes] { $organ } { $owner }
   *[no] { $organ } ({ $owner })
}
organ-alone = { $organ }
organ-defence-ministry = Міністерство оборони
organ-ministry-of-defence = Міністерство оборони
organ-foreign-ministry = Міністерство закордонних справ
organ-president = президент
organ-presidency = адміністрація президента
organ-prime-minister = прем’єр-міністр
organ-state-media = державні ЗМІ
organ-ombudsman = уповноважений з прав людини
organ-coordination-headquarters = Координаційний штаб
organ-prison-service = пенітенціарна служба
organ-hospital = лікарня
organ-officials = посадові особи
organ-army = армія
organ-security-service = служба безпеки
organ-commission = комісія

note-uncounted = Кількість не названо
note-uncounted-too = Також { $what }; число не названо
note-uncounted-too-completed = Відбувся також обмін { $swap }; число не названо
note-uncounted-too-ongoing = Триває також обмін { $swap }; число не названо
note-uncounted-too-announced = Оголошено також про обмін { $swap }; число не названо
note-more-figures = { $count ->
    [one] … і ще { $n } число
    [few] … і ще { $n } числа
   *[other] … і ще { $n } чисел
}
note-mediators = { $count ->
    [one] Посередник: { $who }
   *[other] Посередники: { $who }
}

detail-agreement = за домовленостями: { $agreement }
detail-ordinal = { $n }-й обмін
list-more = ще { $n }
sources-count = { $count ->
    [one] { $n } джерело:
    [few] { $n } джерела:
   *[other] { $n } джерел:
}
sources-more = і ще { $n }

change-update = Оновлено
change-cancel = Відкликано: більше не подається як окремий обмін
change-postponed = Оновлено: обмін відкладено
change-cancelled = Оновлено: обмін скасовано
change-denied = Відкликано: повідомлення про обмін спростовано
change-figure-added = Оновлено: з’явилося нове число
change-figure-revised = Оновлено: число уточнено
change-confirmed = Оновлено: число підтверджено
change-status-changed-announced = Оновлено: обмін оголошено
change-status-changed-ongoing = Оновлено: обмін триває
change-status-changed-completed = Оновлено: обмін завершено

summary-headline = { $count ->
    [one] Коротко: { $n } обмін
    [few] Коротко: { $n } обміни
   *[other] Коротко: { $n } обмінів
}
summary-why = Зібрано в одному повідомленні: надійшло одночасно або не могло бути опубліковане раніше

digest-daily = Огляд за добу: { $since } – { $until }
digest-weekly = Огляд за тиждень: { $since } – { $until }
digest-moment = { $day }, { $time }
digest-happened = Відбулося
digest-totals = Усього повернуто, за сторонами
digest-announced = Оголошено
digest-changed = Що змінилося
digest-nothing = За цей час про обміни не повідомляли.
digest-more = і ще { $n }
day-short = d MMMM

stats-title = Обміни, відомі тут, за повідомленнями джерел:
stats-line = → { $side }: { $what }, { $events }
stats-both = ⇄: { $what }, { $events }
stats-events = { $count ->
    [one] { $n } обмін
    [few] { $n } обміни
   *[other] { $n } обмінів
}
stats-uncounted = з них { $n } без названого числа
stats-none = число не названо
stats-span = { $first } – { $last }
stats-more = { $count ->
    [one] … і ще { $n } пара сторін
    [few] … і ще { $n } пари сторін
   *[other] … і ще { $n } пар сторін
}
chart-returned = { $one } і { $other }: повернулися, за повідомленнями джерел
chart-living = Полонені та цивільні
chart-bodies = Тіла загиблих
chart-overview = Ті, хто повернувся, за повідомленнями джерел
chart-scales = Стовпці: кожен обмін, шкала ліворуч. Лінії: сума на той час, шкала праворуч.

command-help = цей список
command-latest = останні обміни: { $default }, якщо не вказати скільки (щонайбільше { $most })
command-subscribe = публікувати сповіщення тут
command-unsubscribe = більше не публікувати сповіщень тут
command-search = обміни за стороною, місцем, днем чи джерелом
command-stats = скільки повернулося, однієї сторони чи всіх
command-event = один обмін за його номером
command-chart = діаграма однієї сторони, одного обміну чи всіх
command-takes-latest = [число]
command-takes-search = слова
command-takes-stats = [сторона]
command-takes-event = номер
command-takes-chart = [сторона | номер] [dark]

reply-welcome = Exchange Watch повідомляє про обміни полоненими та повернення загиблих: хто, скільки, в якому напрямку, хто про це заявляє, з посиланнями на джерела. Одне повідомлення про кожен обмін; воно виправляється на місці, коли стає відомо більше.
reply-help = Можна запитати:
reply-unknown = Такого запиту я не знаю.
reply-unknown-near = Такого запиту я не знаю. Можливо, { $near }?
reply-nothing-yet = Про жоден обмін ще не повідомляли.
reply-bad-count = Вкажіть кількість числом від 1 до { $most }.
reply-subscribed = Сповіщення публікуватимуться тут. Щоб припинити: { $unsubscribe }
reply-hint-slack = У приватному каналі спершу запросіть бота: /invite @Exchange Watch
reply-subscribed-already = Сповіщення вже публікуються тут. Щоб припинити: { $unsubscribe }
reply-unsubscribed = Сповіщень тут більше не буде. Щоб отримувати їх знову: { $subscribe }
reply-not-subscribed = Сповіщення тут не публікуються. Щоб отримувати їх: { $subscribe }
reply-configured = Сповіщення публікуються тут за рішенням оператора цього бота; змінити це може лише він.
reply-administrators-only = Змінити те, що тут публікується, може лише адміністратор цього чату.
reply-search-what = Вкажіть, що шукати, наприклад: { $search } Україна 2025
reply-nothing-found = За запитом «{ $words }» жодного обміну тут не відомо.
reply-unknown-party = Обмінів сторони «{ $party }» тут не відомо. { $stats } без слів розповідає про всі.
reply-no-such-event = Такого обміну тут не відомо. { $latest } показує останні.
reply-trouble = Зараз не вдалося. Спробуйте, будь ласка, ще раз за хвилину.

## Telegram

bot-description = { reply-welcome }
bot-short-description = Повідомляє про обміни полоненими та повернення загиблих: хто, скільки, хто про це заявляє, з джерелами.
menu-latest = останні обміни
menu-search = { command-search }
menu-stats = { command-stats }
menu-chart = { command-chart }
menu-settings = { command-settings }
menu-status = { command-status }
menu-mute = обміни, про які тут більше не повідомляють
menu-sources = видання, які читає бот
menu-subscribe = { command-subscribe }
menu-unsubscribe = { command-unsubscribe }
menu-stop = { command-stop }
menu-privacy = { command-privacy }
menu-help = { command-help }
menu-admin = у якому стані сам бот
reply-slowly = Це зашвидко. Будь ласка, запитайте ще раз за мить.
added-ask-here = Я можу повідомляти тут про обміни полоненими. Про які саме, адміністратор обирає в особистому чаті:
added-open = Обрати
added-needs-right = Мене додано до «{ $title }», але я не маю права публікувати там. Надайте мені право публікувати повідомлення, і я запитаю вас, про що там повідомляти.

## Вибір того, що публікується, і що зберігається

onboarding-ask = Що публікувати тут?
onboarding-ask-there = Що публікувати в «{ $chat }»?
button-everything = Публікувати тут усе
button-choose = Вибрати, що публікувати
button-only-ask = Не зараз, лише запитую
button-settings = Налаштування
button-latest = Останні обміни
button-status = Огляд
button-subscribe = Публікувати тут
button-unsubscribe = Не публікувати
button-muted = Приглушені обміни
button-unmute = Скасувати
button-unmute-one = Повернути { $n }
button-stop = Видалити збережене
button-stop-yes = Видалити все
button-keep = Залишити все
button-back = Назад

topic-language = Мова
topic-conflict = Конфлікти
topic-people = Хто
topic-count = Найменша кількість
topic-outlets = Найменше джерел
topic-updates = Оновлення
topic-posts = Коли публікувати
topic-at = Час дайджесту
topic-quiet = Тихі години
topic-zone = Часовий пояс
ask-language = Якою мовою публікувати?
ask-conflict = Які обміни? Можна вибрати кілька; повторне натискання знімає вибір.
ask-people = Хто має повернутися, щоб обмін було опубліковано? Можна вибрати кілька; повторне натискання знімає вибір.
ask-count = Скількох людей має стосуватися обмін? Обмін без жодного числа публікується лише тоді, коли вибрано будь-яку кількість.
ask-outlets = Скільки незалежних видань мають спершу повідомити про обмін?
ask-updates = Чи надсилати нове повідомлення, коли факти змінюються? Перше в кожному разі виправляється на місці.
ask-posts = Кожен обмін одразу, дайджест усіх чи і те, і те?
ask-at = О котрій годині надсилати дайджест?
ask-quiet = У які години має бути тихо? Повідомлення тоді чекають або приходять без звуку.
ask-quiet-slack = У які години має бути тихо? Повідомлення тоді чекають.
ask-zone = За яким годинником? Виберіть місто, де стільки ж годин, як у вас.

conflict-all = усі обміни
people-all = усі люди
people-choice-prisoners = військовополонені, в’язні, заручники
people-choice-civilians = { kind-civilians }
people-choice-children = { kind-children }
people-choice-bodies = { kind-bodies }
count-any = будь-яка кількість
count-least = { $count ->
    [one] від { $n } людини
   *[other] від { $n } людей
}
outlets-least = { $count ->
    [1] досить { $n } видання
    [one] щонайменше { $n } видання
    [few] щонайменше { $n } видання
   *[other] щонайменше { $n } видань
}
updates-on = нові обміни та зміни
updates-off = лише нові обміни
posts-instant = одразу
posts-daily = щоденний дайджест
posts-weekly = щотижневий дайджест у понеділок
posts-instant-daily = одразу і щоденний дайджест
posts-instant-weekly = одразу і щотижневий дайджест
quiet-off = немає
quiet-wait = повідомлення чекають до кінця
quiet-silent = повідомлення приходять без звуку

settings-told = Обміни публікуються тут.
settings-untold = Тут ще нічого не публікується. Ваш вибір збережеться до того часу.
settings-line = { $topic }: { $chosen }
settings-bad = «{ $words }» тут вибрати не можна.
settings-typed = Можна також написати, наприклад: { $example }
reply-administrators-only-slack = Змінити те, що тут публікується, може лише той, хто підписав цей канал, або адміністратор робочого простору.

status-since = Обміни публікуються тут з { $day }
status-paused = Призупинено, бо боту зараз не дозволено тут писати: { $why }
status-next-digest = Наступний дайджест: { $day }, { $time }
status-muted = Приглушені обміни: { $n }
mute-done = Про цей обмін тут більше нічого не публікуватиметься.
mute-list = Приглушено тут:
mute-none = Жоден обмін тут не приглушено. Щоб приглушити, натисніть кнопку під ним або надішліть { $mute } з його номером.
unmute-done = Зміни цього обміну знову публікуватимуться тут.
unmute-not = Цей обмін тут не приглушено.

privacy-kept = Про цей чат зберігається: його номер; що тут вибрано і номер того, хто його підписав; які повідомлення тут опубліковано; які обміни приглушено; про які помилки повідомили, без імені. Більше нічого з написаного тут не зберігається.
privacy-long = Як довго: поки ви цього не видалите. Коли публікацію припинено, збережене залишається. Повідомлення про помилки з приватних чатів не мають зв’язку з чатом, тому залишаються.
privacy-seen = Хто це бачить: лише оператор цього бота. Нікому іншому це не передається.
privacy-delete = Як видалити: { $stop }
stop-ask = Видалити все, що зберігається про цей чат? Тут більше нічого не публікуватиметься.
stop-done = Видалено: номер цього чату і все, що тут вибрали. Тут більше нічого не публікуватиметься.
stop-deliveries = Видалено записів про опубліковані повідомлення: { $n }
stop-mutes = Видалено приглушених обмінів: { $n }
stop-feedback = Видалено повідомлень про помилки: { $n }
stop-left = Уже опубліковані повідомлення залишаються, доки хтось не видалить їх тут.
stop-nothing = Про цей чат нічого не зберігається.

command-settings = вибрати, що, коли і якою мовою тут публікувати
command-status = що отримує цей чат
command-mute = нічого більше про один обмін; без номера – що приглушено
command-privacy = що зберігається про цей чат
command-stop = видалити все, що зберігається про цей чат
command-takes-mute = [номер]

## Джерела, хід подій, зауваження

command-sources = хто повідомляє про один обмін і що саме каже; без номера – стрічки, які читає бот
command-timeline = як зростало те, що відомо про один обмін
command-wrong = сказати оператору бота, що не так з одним обміном
command-takes-sources = [номер]
command-takes-timeline = номер
command-takes-wrong = номер [слова]
button-sources = Джерела ({ $n })
button-timeline = Хід подій
button-mute = Не сповіщати
button-wrong = Помилка?
button-chart = Діаграма
button-event = Обмін
button-previous = Назад
button-next = Далі
button-overview = До огляду
sources-independent = Незалежних одне від одного: { $n }
source-copy = передрук: { $who }
timeline-title = Як зростало те, що відомо
timeline-zone = Час: { $zone }
timeline-same = ті самі числа
timeline-alert = Сповіщення – { $what }
timeline-first = вперше
timeline-announced = оголошено
timeline-ongoing = триває
timeline-completed = завершено
feeds-read = Стрічок, які читає бот: { $n }
feeds-of = { $language }: { $names }
feeds-no-language = Мову не вказано
feeds-none = Наразі бот не читає жодної стрічки.
wrong-what = Що тут не так?
wrong-number = Хибне число
wrong-kind = Це не обмін
wrong-twice = Повідомлено двічі
wrong-other = Інше
wrong-how = Скажіть своїми словами: { $wrong } { $event } і що не так
wrong-thanks = Дякуємо. Оператор бота це перегляне.
wrong-again = Ви вже повідомили про це. Дякуємо.
wrong-enough = На сьогодні досить. Решту, будь ласка, повідомте завтра.

## Для операторів бота

command-admin = стан бота, для операторів
command-takes-admin = [feeds | queue | inbox | broadcast слова]
button-inbox = Вхідні ({ $n })
button-refresh = Оновити
button-done = Переглянуто: { $n }
button-send = Надіслати ({ $n })
admin-feeds = Стрічки
admin-queue = Черга
admin-chats = Чати
admin-program = Програма
admin-listed = у списку: { $n }
admin-polled = опитано за останню годину: { $n }
admin-failing = не читаються: { $n }
admin-silent = мовчать: { $n }
admin-last-poll = останнє опитування: { $when }
admin-owed = чекають: { $n }
admin-claimed = надсилаються: { $n }
admin-refused = відхилено: { $n }
admin-unknown = доля невідома: { $n }
admin-oldest = найдавніше чекає з: { $when }
admin-configured = з конфігурації: { $n }
admin-subscribed = підписалися: { $n }
admin-paused = немає права писати: { $n }
admin-gone = втрачено: { $n }
admin-database = база даних: { $n } МБ
admin-feeds-well = З усіма стрічками все гаразд.
admin-queue-well = Нічого не відхилено і не втрачено.
admin-inbox-empty = Вхідних немає.
admin-feed-failed = не читається
admin-feed-died = давно не читається
admin-feed-gone = зникла назавжди
admin-feed-emptied = порожня
admin-feed-quiet = мовчить
admin-state-refused = відхилено
admin-state-unknown = доля невідома
broadcast-headline = Від оператора бота
broadcast-what = Щоб написати в усі чати: { $command } і текст
broadcast-long = Тут { $n } знаків; вміщається щонайбільше { $most }.
broadcast-goes = Ось так це буде опубліковано. Чатів: { $n }
broadcast-nobody = Наразі жоден чат не отримує сповіщень.
broadcast-owed = Надсилається. Чатів: { $n }
broadcast-again = Це вже надіслано.
broadcast-expired = Ця чернетка застаріла. Напишіть її ще раз.

## Slack: the form, the home page, what is shared

slack-form-title = Налаштування
slack-form-about = Що отримує { $channel }
slack-form-save = Зберегти
slack-form-cancel = Скасувати
slack-close = Закрити
slack-hint-people = Нічого не позначено: усі
slack-form-alerts = Сповіщення
slack-alerts-all = Кожен обмін і кожна зміна його фактів
slack-alerts-new = Кожен обмін один раз; повідомлення виправляється
slack-alerts-none = Жодних: досить дайджесту
slack-form-digest = Дайджест
slack-digest-none = Немає
slack-digest-daily = Щодня
slack-digest-weekly = Щопонеділка
slack-form-say-nothing = Коли нічого не сталося
slack-say-nothing = Сказати про це
slack-form-quiet-from = Тиша з
slack-form-quiet-to = Тиша до
slack-hint-quiet-to = Що надійде в ці години, буде сказано разом після них
slack-error-quiet-both = Вкажіть обидва часи або жодного
slack-error-quiet-same = Ці два часи мають різнитися
slack-error-nothing = Без сповіщень оберіть дайджест: інакше не надходитиме нічого
slack-saving = Зберігаю…
slack-saved = Збережено.
slack-form-failed = Форму не вдалося відкрити. Налаштування можна й набрати, наприклад: { $typed }
slack-share = Показати каналу
slack-shared-by = Показує { $person }
slack-no-picture = Зображення показати не вдалося. Для цього бот має бути в каналі: { $invite }
slack-help = Довідка
slack-home-alerts = Сповіщення в цьому просторі
slack-home-none = Жоден канал ще не отримує сповіщень. Щоб отримувати, наберіть у каналі: { $typed }
slack-home-channel = { $channel } отримує сповіщення
slack-home-more = { $count ->
    [one] … і ще { $n } канал
    [few] … і ще { $n } канали
   *[other] … і ще { $n } каналів
}
slack-home-health = Цей бот
