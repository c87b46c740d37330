# العربية. المتغيرات والقواعد في docs/translating.md، والأسلوب في docs/style.md.
# الأسماء والأعداد تُعزل اتجاهيًا من تلقاء نفسها؛ والأسهم هنا تشير إلى اليسار لأن السطر يجري من اليمين.

headline = { $sides }: { $what }
headline-between = { $one } ⇄ { $other }
headline-clauses = { $first }؛ { $second }
headline-and = { $line }، و{ $n } { $to }

headline-returned-completed = { $kind ->
    [bodies] تم تسليم
   *[other] تمت إعادة
} { $what } { $to }
headline-returned-ongoing = { $kind ->
    [bodies] يجري تسليم
   *[other] تجري إعادة
} { $what } { $to }
headline-returned-announced = أُعلن عن { $kind ->
    [bodies] تسليم
   *[other] إعادة
} { $what } { $to }
to = إلى { $side }
to-each = إلى كل من الطرفين

headline-released-completed = { $kind ->
    [bodies] تم تسليم { $what }
   *[other] تم الإفراج عن { $what }
}
headline-released-ongoing = { $kind ->
    [bodies] يجري تسليم { $what }
   *[other] يجري الإفراج عن { $what }
}
headline-released-announced = { $kind ->
    [bodies] أُعلن عن تسليم { $what }
   *[other] أُعلن عن الإفراج عن { $what }
}

headline-exchanged-completed = { $kind ->
    [bodies] تم تسليم
   *[other] تم تبادل
} { $what }
headline-exchanged-ongoing = { $kind ->
    [bodies] يجري تسليم
   *[other] يجري تبادل
} { $what }
headline-exchanged-announced = أُعلن عن { $kind ->
    [bodies] تسليم
   *[other] تبادل
} { $what }

headline-swap-completed = تم تبادل { $what }
headline-swap-ongoing = يجري تبادل { $what }
headline-swap-announced = أُعلن عن تبادل { $what }
headline-bodies-completed = تم تسليم جثامين
headline-bodies-ongoing = يجري تسليم جثامين
headline-bodies-announced = أُعلن عن تسليم جثامين
headline-postponed = تأجيل عملية التبادل
headline-cancelled = إلغاء عملية التبادل
headline-denied = نفي حدوث التبادل

people-prisoners-of-war = { $exact ->
    [two] أسيري حرب
   *[other] { amount-prisoners-of-war }
}
people-prisoners = { $exact ->
    [two] سجينين
   *[other] { amount-prisoners }
}
people-hostages = { $exact ->
    [two] رهينتين
   *[other] { amount-hostages }
}
people-civilians = { $exact ->
    [two] مدنيَّين اثنين
   *[other] { amount-civilians }
}
people-children = { $exact ->
    [two] طفلين
   *[other] { amount-children }
}
people-bodies = { $exact ->
    [one] جثمان قتيل واحد
    [two] جثماني قتيلين
   *[other] جثامين { $n } من القتلى
}
people-mixed = { $exact ->
    [two] شخصين
   *[other] { amount-mixed }
}

# $exact: one or two, where it is exactly that; other in every other case, so that "at least 1" keeps its number.
amount-prisoners-of-war = { $exact ->
    [one] أسير حرب واحد
    [two] أسيرا حرب
   *[other] { $n } من أسرى الحرب
}
amount-prisoners = { $exact ->
    [one] سجين واحد
    [two] سجينان
   *[other] { $n } من السجناء
}
amount-hostages = { $exact ->
    [one] رهينة واحدة
    [two] رهينتان
   *[other] { $n } من الرهائن
}
amount-civilians = { $exact ->
    [one] مدني واحد
    [two] مدنيان
   *[other] { $n } من المدنيين
}
amount-children = { $exact ->
    [one] طفل واحد
    [two] طفلان
   *[other] { $n } من الأطفال
}
amount-bodies = { $exact ->
    [one] جثمان واحد
    [two] جثمانان
   *[other] { $count ->
        [few] { $n } جثامين
        [many] { $n } جثمانًا
       *[other] { $n } جثمان
    }
}
amount-mixed = { $exact ->
    [one] شخص واحد
    [two] شخصان
   *[other] { $count ->
        [few] { $n } أشخاص
        [many] { $n } شخصًا
       *[other] { $n } شخص
    }
}
amount-uncounted = { $what }، من دون ذكر عدد
amount-planned = المقرر: { $what }
amount-with-parts = { $what } ({ $parts })

kind-prisoners-of-war = أسرى حرب
kind-prisoners = سجناء
kind-hostages = رهائن
kind-civilians = مدنيون
kind-children = أطفال
kind-bodies = جثامين
kind-mixed = محتجزون

swap-prisoners-of-war = أسرى حرب
swap-prisoners = سجناء
swap-hostages = رهائن
swap-civilians = مدنيين
swap-children = أطفال
swap-bodies = جثامين
swap-mixed = محتجزين

number-exact = { $n }
number-at-least = ما لا يقل عن { $n }
number-at-most = ما لا يزيد على { $n }
number-about = نحو { $n }
number-range = ما بين { $low } و{ $high }

direction-to = ← { $side }
direction-from = { $side } ←
direction-way = { $giver } ← { $side }
direction-both = ⇄ الطرفان معًا
direction-unknown = الاتجاه غير مذكور

claim-says = بحسب { $who }
claim-confirmed = بتأكيد من { $who }
claim-both = { $says }، و{ $confirms }
claim-figure = { $n } { $says }
claim-figure-unsaid = { $n } في تقارير أخرى
claim-list = { $first }؛ { $second }

# $owner: الصفة المؤنثة حيث تُعرف («الروسية»)، لذا كل هيئة هنا مؤنثة.
organ-of = { $known ->
    [yes] { $organ } { $owner }
   *[no] { $organ } في { $owner }
}
organ-alone = { $organ }
organ-defence-ministry = وزارة الدفاع
organ-ministry-of-defence = وزارة الدفاع
organ-foreign-ministry = وزارة الخارجية
organ-president = الرئاسة
organ-presidency = الرئاسة
organ-prime-minister = رئاسة الوزراء
organ-state-media = وسائل الإعلام الرسمية
organ-ombudsman = مفوضية حقوق الإنسان
organ-coordination-headquarters = هيئة التنسيق
organ-prison-service = مصلحة السجون
organ-hospital = إدارة المستشفى
organ-officials = السلطات
organ-army = القوات المسلحة
organ-security-service = الأجهزة الأمنية
organ-commission = اللجنة

note-uncounted = لم تُذكر أعداد
note-uncounted-too = وكذلك { $what }؛ من دون ذكر عدد
note-uncounted-too-completed = وجرى أيضًا تبادل { $swap }؛ من دون ذكر عدد
note-uncounted-too-ongoing = ويجري أيضًا تبادل { $swap }؛ من دون ذكر عدد
note-uncounted-too-announced = وأُعلن أيضًا عن تبادل { $swap }؛ من دون ذكر عدد
note-more-figures = … وأرقام أخرى عددها { $n }
note-mediators = الوساطة: { $who }

detail-agreement = بموجب اتفاق: { $agreement }
detail-ordinal = عملية التبادل رقم { $n }
list-more = غيرهم ({ $n })
sources-count = { $count ->
    [one] مصدر واحد:
    [two] مصدران:
    [few] { $n } مصادر:
    [many] { $n } مصدرًا:
   *[other] { $n } مصدر:
}
sources-more = و{ $n } غيرها

change-update = تحديث
change-cancel = سُحب: لم يعد يُعرض بوصفه عملية تبادل مستقلة
change-postponed = تحديث: تأجّل التبادل
change-cancelled = تحديث: أُلغي التبادل
change-denied = سُحب: نُفي حدوث التبادل
change-figure-added = تحديث: ورد رقم جديد
change-figure-revised = تحديث: عُدّل أحد الأرقام
change-confirmed = تحديث: تأكد أحد الأرقام
change-status-changed-announced = تحديث: أُعلن عن التبادل
change-status-changed-ongoing = تحديث: التبادل جارٍ
change-status-changed-completed = تحديث: اكتمل التبادل

summary-headline = { $count ->
    [one] بإيجاز: عملية تبادل واحدة
    [two] بإيجاز: عمليتا تبادل
    [few] بإيجاز: { $n } عمليات تبادل
   *[other] بإيجاز: { $n } عملية تبادل
}
summary-why = تُنشر معًا لأنها وردت في وقت واحد أو تعذّر نشرها قبل ذلك

digest-daily = موجز اليوم: { $since } – { $until }
digest-weekly = موجز الأسبوع: { $since } – { $until }
digest-moment = { $day }، { $time }
digest-happened = ما جرى
digest-totals = مجموع من أُعيدوا، بحسب الأطراف
digest-announced = ما أُعلن عنه
digest-changed = ما تغيّر
digest-nothing = لم يُبلَّغ عن أي تبادل في هذه المدة.
digest-more = و{ $n } غيرها
day-short = d MMMM

stats-title = عمليات التبادل المعروفة هنا، بحسب المصادر:
stats-line = ← { $side }: { $what }، في { $events }
stats-both = ⇄: { $what }، في { $events }
stats-events = { $count ->
    [one] عملية تبادل واحدة
    [two] عمليتي تبادل
    [few] { $n } عمليات تبادل
   *[other] { $n } عملية تبادل
}
stats-uncounted = { $n } منها من دون عدد
stats-none = لم يُذكر عدد
stats-span = من { $first } إلى { $last }
stats-more = { $count ->
    [few] … و{ $n } أزواج أخرى من الأطراف
   *[other] … و{ $n } زوجًا آخر من الأطراف
}
chart-returned = { $one } و{ $other }: العائدون، بحسب المصادر
chart-living = الأسرى والمدنيون
chart-bodies = الجثامين
chart-overview = العائدون، بحسب المصادر
chart-scales = الأعمدة: كل عملية تبادل، المقياس على اليسار. الخطوط: المجموع حتى ذلك اليوم، المقياس على اليمين.

command-help = هذه القائمة
command-latest = آخر عمليات التبادل: { $default } ما لم تحدد عددًا ({ $most } على الأكثر)
command-subscribe = نشر التنبيهات هنا
command-unsubscribe = إيقاف نشر التنبيهات هنا
command-search = عمليات التبادل بحسب الطرف أو المكان أو اليوم أو المصدر
command-stats = كم عاد، من طرف واحد أو من الأطراف كلها
command-event = عملية تبادل واحدة بمعرّفها
command-chart = رسم بياني لطرف أو لعملية تبادل أو للكل
command-takes-latest = [العدد]
command-takes-search = كلمات
command-takes-stats = [الطرف]
command-takes-event = المعرّف
command-takes-chart = [الطرف | المعرّف] [dark]

reply-welcome = يخبر Exchange Watch عن عمليات تبادل الأسرى وإعادة جثامين القتلى: من، وكم، وفي أي اتجاه، ومن يقول ذلك، مع روابط إلى المصادر. رسالة واحدة لكل عملية تبادل، تُصحَّح في مكانها كلما عُرف المزيد.
reply-help = يمكنك أن تطلب:
reply-unknown = لا أعرف هذا الطلب.
reply-unknown-near = لا أعرف هذا الطلب. هل تقصد { $near }؟
reply-nothing-yet = لم يُبلَّغ عن أي تبادل بعد.
reply-bad-count = اذكر العدد برقم من 1 إلى { $most }.
reply-subscribed = ستُنشر التنبيهات هنا. لإيقافها: { $unsubscribe }
reply-hint-slack = في القنوات الخاصة ادعُ هذا البوت أولًا: /invite @Exchange Watch
reply-subscribed-already = التنبيهات تُنشر هنا بالفعل. لإيقافها: { $unsubscribe }
reply-unsubscribed = لن تُنشر تنبيهات هنا بعد الآن. لتلقيها من جديد: { $subscribe }
reply-not-subscribed = لا تُنشر تنبيهات هنا. لتلقيها: { $subscribe }
reply-configured = تُنشر التنبيهات هنا لأن مشغّل هذا البوت اختار ذلك؛ وهو وحده من يستطيع تغييره.
reply-administrators-only = لا يستطيع تغيير ما يُنشر هنا إلا أحد مشرفي هذه المحادثة.
reply-search-what = اذكر ما تبحث عنه، مثلًا: { $search } أوكرانيا 2025
reply-nothing-found = لا يُعرف هنا أي تبادل عن «{ $words }».
reply-unknown-party = لا يُعرف هنا أي تبادل للطرف «{ $party }». والأمر { $stats } وحده يخبر عن الكل.
reply-no-such-event = لا يُعرف هنا تبادل كهذا. والأمر { $latest } يعرض الأحدث.
reply-trouble = لم ينجح ذلك الآن. يُرجى المحاولة مجددًا بعد دقيقة.

## Telegram

bot-description = { reply-welcome }
bot-short-description = يخبر عن عمليات تبادل الأسرى وإعادة جثامين القتلى: من، وكم، ومن يقول ذلك، مع المصادر.
menu-latest = آخر عمليات التبادل
menu-search = { command-search }
menu-stats = { command-stats }
menu-chart = { command-chart }
menu-settings = { command-settings }
menu-status = { command-status }
menu-mute = عمليات التبادل المكتومة هنا
menu-sources = وسائل الإعلام التي تُقرأ
menu-subscribe = { command-subscribe }
menu-unsubscribe = { command-unsubscribe }
menu-stop = { command-stop }
menu-privacy = { command-privacy }
menu-help = { command-help }
menu-admin = حال البوت نفسه
reply-slowly = كان ذلك سريعًا جدًا. يُرجى السؤال مجددًا بعد لحظة.
added-ask-here = يمكنني أن أخبر هنا عن عمليات تبادل الأسرى. ويختار أحد المشرفين أيّها في محادثة خاصة:
added-open = اختيار
added-needs-right = أُضفتُ إلى «{ $title }» ولا يُسمح لي بالنشر هناك. امنحوني حق نشر الرسائل وسأسألكم عمّا يُخبَر به هناك.

## اختيار ما يُنشر، وما يُحفظ

onboarding-ask = ماذا يُنشر هنا؟
onboarding-ask-there = ماذا يُنشر في «{ $chat }»؟
button-everything = نشر كل شيء هنا
button-choose = اختيار ما يُنشر
button-only-ask = ليس الآن، أسأل فقط
button-settings = الإعدادات
button-latest = آخر عمليات التبادل
button-status = نظرة عامة
button-subscribe = النشر هنا
button-unsubscribe = إيقاف النشر
button-muted = العمليات المكتومة
button-unmute = تراجع
button-unmute-one = إلغاء كتم { $n }
button-stop = حذف ما يُحفظ
button-stop-yes = حذف كل شيء
button-keep = الإبقاء على كل شيء
button-back = رجوع

topic-language = اللغة
topic-conflict = النزاعات
topic-people = مَن
topic-count = أقل عدد
topic-outlets = أقل المصادر
topic-updates = المستجدات
topic-posts = وقت النشر
topic-at = موعد الموجز
topic-quiet = ساعات الهدوء
topic-zone = المنطقة الزمنية
ask-language = بأي لغة يكون النشر؟
ask-conflict = أي عمليات تبادل؟ يمكن اختيار أكثر من نزاع، والضغط مرة أخرى يلغي الاختيار.
ask-people = مَن يجب أن يعود كي تُنشر العملية؟ يمكن اختيار أكثر من فئة، والضغط مرة أخرى يلغي الاختيار.
ask-count = كم شخصًا يجب أن تشمل العملية؟ ما لم يُذكر له أي عدد لا يُنشر إلا مع «أي عدد».
ask-outlets = كم وسيلة إعلام مستقلة يجب أن تكون قد أخبرت عنها أولًا؟
ask-updates = هل تُنشر رسالة جديدة عندما تتغير الوقائع؟ الرسالة الأولى تُصحَّح في مكانها على كل حال.
ask-posts = كل عملية فورًا، أم موجز بها جميعًا، أم كلاهما؟
ask-at = في أي ساعة يأتي الموجز؟
ask-quiet = بين أي ساعات يكون الهدوء؟ عندها تنتظر الرسائل أو تأتي بلا صوت.
ask-quiet-slack = بين أي ساعات يكون الهدوء؟ عندها تنتظر الرسائل.
ask-zone = بتوقيت أي مدينة؟ اختر مدينة توقيتها كتوقيتك.

conflict-all = كل عمليات التبادل
people-all = الجميع
people-choice-prisoners = أسرى وسجناء ورهائن
people-choice-civilians = { kind-civilians }
people-choice-children = { kind-children }
people-choice-bodies = { kind-bodies }
count-any = أي عدد
count-least = { $count ->
    [one] شخص واحد فأكثر
    [two] شخصان فأكثر
    [few] { $n } أشخاص فأكثر
    [many] { $n } شخصًا فأكثر
   *[other] { $n } شخص فأكثر
}
outlets-least = { $count ->
    [one] تكفي وسيلة إعلام واحدة
    [two] وسيلتا إعلام فأكثر
    [few] { $n } وسائل إعلام فأكثر
   *[other] { $n } وسيلة إعلام فأكثر
}
updates-on = العمليات الجديدة والتغييرات
updates-off = العمليات الجديدة فقط
posts-instant = فورًا
posts-daily = موجز يومي
posts-weekly = موجز أسبوعي يوم الاثنين
posts-instant-daily = فورًا مع موجز يومي
posts-instant-weekly = فورًا مع موجز أسبوعي
quiet-off = لا توجد
quiet-wait = تنتظر الرسائل حتى نهايتها
quiet-silent = تأتي الرسائل بلا صوت

settings-told = تُنشر عمليات التبادل هنا.
settings-untold = لا يُنشر شيء هنا بعد. ويُحفظ ما تختاره إلى ذلك الحين.
settings-line = { $topic }: { $chosen }
settings-bad = لا يمكن اختيار «{ $words }» هنا.
settings-typed = يمكن كتابته أيضًا، مثلًا: { $example }
reply-administrators-only-slack = لا يستطيع تغيير ما يُنشر هنا إلا من أضاف الاشتراك لهذه القناة أو أحد مشرفي مساحة العمل.

status-since = تُنشر عمليات التبادل هنا منذ { $day }.
status-paused = متوقف مؤقتًا، لأن البوت لا يستطيع النشر هنا حاليًا: { $why }
status-next-digest = الموجز القادم: { $day }، { $time }
status-muted = العمليات المكتومة: { $n }
mute-done = لن يُنشر هنا شيء آخر عن عملية التبادل هذه.
mute-list = المكتوم هنا:
mute-none = لا توجد هنا عملية مكتومة. لكتم عملية اضغط الزر الذي تحتها أو أرسل { $mute } مع معرّفها.
unmute-done = ستُنشر تغييرات عملية التبادل هذه هنا من جديد.
unmute-not = عملية التبادل هذه ليست مكتومة هنا.

privacy-kept = ما يُحفظ عن هذه المحادثة: معرّفها؛ وما اختير هنا، ومعرّف من أضاف الاشتراك؛ وأي رسائل نُشرت هنا؛ وأي عمليات كُتمت؛ وما أُبلغ عنه أنه خطأ، بلا اسم المُبلِّغ. ولا يُحفظ شيء آخر مما يُكتب هنا.
privacy-long = إلى متى: حتى تحذفه. ويبقى محفوظًا عند إيقاف النشر. بلاغات الأخطاء من المحادثات الخاصة لا تذكر المحادثة التي جاءت منها، ولذلك تبقى.
privacy-seen = من يستطيع رؤيته: مشغّل هذا البوت وحده. ولا يُعطى لأحد.
privacy-delete = كيف يُحذف: { $stop }
stop-ask = هل يُحذف كل ما يُحفظ عن هذه المحادثة؟ لن يُنشر هنا شيء بعد ذلك.
stop-done = حُذف معرّف هذه المحادثة وكل ما اختير هنا. لن يُنشر هنا شيء بعد الآن.
stop-deliveries = سجلات الرسائل المنشورة التي حُذفت: { $n }
stop-mutes = العمليات المكتومة التي حُذفت: { $n }
stop-feedback = بلاغات الأخطاء التي حُذفت: { $n }
stop-left = الرسائل التي نُشرت هنا تبقى حتى يحذفها أحد هنا.
stop-nothing = لا يُحفظ شيء عن هذه المحادثة.

command-settings = اختيار ما يُنشر هنا ومتى وبأي لغة
command-status = ما تتلقاه هذه المحادثة
command-mute = لا شيء آخر عن عملية تبادل واحدة؛ وبلا معرّف: المكتوم
command-privacy = ما يُحفظ عن هذه المحادثة
command-stop = حذف كل ما يُحفظ عن هذه المحادثة
command-takes-mute = [المعرّف]

## المصادر والتسلسل الزمني والملاحظات

command-sources = من يروي خبر عملية تبادل وما يقوله كل منهم؛ ومن دون معرّف: الخلاصات التي تُقرأ
command-timeline = كيف نما ما يُعرف عن عملية تبادل
command-wrong = إبلاغ مشغّل البوت بالخطأ في عملية تبادل
command-takes-sources = [المعرّف]
command-takes-timeline = المعرّف
command-takes-wrong = المعرّف [كلمات]
button-sources = المصادر ({ $n })
button-timeline = التسلسل الزمني
button-mute = كتم
button-wrong = خطأ؟
button-chart = رسم بياني
button-event = عملية التبادل
button-previous = السابق
button-next = المزيد
button-overview = رجوع
sources-independent = المستقل منها بعضها عن بعض: { $n }
source-copy = نقلًا عن { $who }
timeline-title = كيف نما ما يُعرف
timeline-zone = التوقيت: { $zone }
timeline-same = الأرقام نفسها
timeline-alert = تنبيه – { $what }
timeline-first = أول إعلام
timeline-announced = أُعلن
timeline-ongoing = جارٍ
timeline-completed = اكتمل
feeds-read = الخلاصات التي تُقرأ: { $n }
feeds-of = { $language }: { $names }
feeds-no-language = اللغة غير مذكورة
feeds-none = لا تُقرأ أي خلاصات حاليًا.
wrong-what = ما الخطأ هنا؟
wrong-number = رقم خاطئ
wrong-kind = ليس تبادلًا
wrong-twice = ورد مرتين
wrong-other = شيء آخر
wrong-how = قلها بكلماتك: { $wrong } { $event } ثم ما الخطأ
wrong-thanks = شكرًا. سينظر مشغّل البوت في ذلك.
wrong-again = لقد أبلغتَ عن ذلك من قبل. شكرًا.
wrong-enough = هذا يكفي لليوم. نرجو إبلاغنا بالباقي غدًا.

## لمشغّلي البوت

command-admin = حالة البوت، لمشغّليه
command-takes-admin = [feeds | queue | inbox | broadcast كلمات]
button-inbox = الوارد ({ $n })
button-refresh = تحديث
button-done = تمّ: { $n }
button-send = إرسال ({ $n })
admin-feeds = الخلاصات
admin-queue = قائمة الانتظار
admin-chats = المحادثات
admin-program = البرنامج
admin-listed = في القائمة: { $n }
admin-polled = قُرئت في الساعة الأخيرة: { $n }
admin-failing = تتعذر قراءتها: { $n }
admin-silent = صامتة: { $n }
admin-last-poll = آخر قراءة: { $when }
admin-owed = في الانتظار: { $n }
admin-claimed = قيد الإرسال: { $n }
admin-refused = مرفوض: { $n }
admin-unknown = مصيره مجهول: { $n }
admin-oldest = الأقدم منذ: { $when }
admin-configured = من الإعدادات: { $n }
admin-subscribed = مشترِكة: { $n }
admin-paused = لا إذن بالنشر: { $n }
admin-gone = مفقودة: { $n }
admin-database = قاعدة البيانات: { $n } ميغابايت
admin-feeds-well = كل الخلاصات على ما يرام.
admin-queue-well = لم يُرفض شيء ولم يضِع شيء.
admin-inbox-empty = لا شيء في الوارد.
admin-feed-failed = تتعذر قراءتها
admin-feed-died = تتعذر قراءتها منذ مدة
admin-feed-gone = اختفت نهائيًا
admin-feed-emptied = فارغة
admin-feed-quiet = صامتة
admin-state-refused = مرفوض
admin-state-unknown = مصيره مجهول
broadcast-headline = من مشغّل هذا البوت
broadcast-what = للكتابة إلى كل المحادثات: { $command } ثم النص
broadcast-long = عدد الأحرف { $n }؛ والحد الأقصى { $most }.
broadcast-goes = هكذا سيُنشر. المحادثات: { $n }
broadcast-nobody = لا تتلقى أي محادثة تنبيهات حاليًا.
broadcast-owed = في الطريق. المحادثات: { $n }
broadcast-again = أُرسل ذلك من قبل.
broadcast-expired = انتهت صلاحية هذه المسودة. اكتبها من جديد.

## Slack: the form, the home page, what is shared

slack-form-title = الإعدادات
slack-form-about = ما يصل إلى { $channel }
slack-form-save = حفظ
slack-form-cancel = إلغاء
slack-close = إغلاق
slack-hint-people = إن لم يُحدَّد شيء: الجميع
slack-form-alerts = التنبيهات
slack-alerts-all = كل تبادل وكل تغيّر في وقائعه
slack-alerts-new = كل تبادل مرة واحدة، وتُصحَّح رسالته
slack-alerts-none = لا شيء: يكفي الملخّص
slack-form-digest = الملخّص
slack-digest-none = لا شيء
slack-digest-daily = كل يوم
slack-digest-weekly = كل يوم إثنين
slack-form-say-nothing = حين لا يحدث شيء
slack-say-nothing = إبلاغ بذلك
slack-form-quiet-from = الهدوء من
slack-form-quiet-to = الهدوء حتى
slack-hint-quiet-to = ما يصل في هذه الساعات يُبلَّغ معًا بعدها
slack-error-quiet-both = حدّد الوقتين معًا أو لا تحدّد أيًّا منهما
slack-error-quiet-same = يجب أن يختلف الوقتان
slack-error-nothing = من دون تنبيهات اختر ملخّصًا، وإلا فلن يصل شيء
slack-saving = جارٍ الحفظ…
slack-saved = تم الحفظ.
slack-form-failed = تعذّر فتح النموذج. يمكن كتابة الإعدادات أيضًا، مثلًا: { $typed }
slack-share = مشاركة مع القناة
slack-shared-by = شاركها { $person }
slack-no-picture = تعذّر عرض الصورة. هي تظهر حيث يكون هذا البوت: { $invite }
slack-help = مساعدة
slack-home-alerts = التنبيهات في مساحة العمل هذه
slack-home-none = لا تصل التنبيهات إلى أي قناة بعد. للحصول عليها اكتب في قناة: { $typed }
slack-home-channel = تصل التنبيهات إلى { $channel }
slack-home-more = { $count ->
    [one] … وقناة أخرى
    [two] … وقناتان أخريان
    [few] … و{ $n } قنوات أخرى
   *[other] … و{ $n } قناة أخرى
}
slack-home-health = هذا البوت
