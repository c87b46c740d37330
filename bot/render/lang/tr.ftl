# Türkçe. Değişkenler ve kurallar: docs/translating.md; üslup: docs/style.md.

headline = { $sides }: { $what }
headline-between = { $one } ⇄ { $other }
headline-clauses = { $first }; { $second }
headline-and = { $line }, { $to } { $n }

headline-returned-completed = { $to } { $what } teslim edildi
headline-returned-ongoing = { $to } { $what } teslim ediliyor
headline-returned-announced = açıklamaya göre { $to } { $what } teslim edilecek
to = { $known ->
    [yes] { $side }
   *[no] { $side } tarafına
}
to-each = taraflardan her birine

headline-released-completed = { $kind ->
    [bodies] { $what } teslim edildi
   *[other] { $what } serbest bırakıldı
}
headline-released-ongoing = { $kind ->
    [bodies] { $what } teslim ediliyor
   *[other] { $what } serbest bırakılıyor
}
headline-released-announced = { $kind ->
    [bodies] açıklamaya göre { $what } teslim edilecek
   *[other] açıklamaya göre { $what } serbest bırakılacak
}

headline-exchanged-completed = { $what } { $kind ->
    [bodies] teslim edildi
   *[other] takas edildi
}
headline-exchanged-ongoing = { $what } { $kind ->
    [bodies] teslim ediliyor
   *[other] takas ediliyor
}
headline-exchanged-announced = açıklamaya göre { $what } { $kind ->
    [bodies] teslim edilecek
   *[other] takas edilecek
}

headline-swap-completed = { $what } takas edildi
headline-swap-ongoing = { $what } takas ediliyor
headline-swap-announced = açıklamaya göre { $what } takas edilecek
headline-bodies-completed = naaşlar teslim edildi
headline-bodies-ongoing = naaşlar teslim ediliyor
headline-bodies-announced = naaşların teslim edileceği açıklandı
headline-postponed = takas ertelendi
headline-cancelled = takas iptal edildi
headline-denied = takas haberi yalanlandı

people-prisoners-of-war = { amount-prisoners-of-war }
people-prisoners = { amount-prisoners }
people-hostages = { amount-hostages }
people-civilians = { amount-civilians }
people-children = { amount-children }
people-bodies = { $n } kişinin naaşı
people-mixed = { amount-mixed }

amount-prisoners-of-war = { $n } savaş esiri
amount-prisoners = { $n } tutuklu
amount-hostages = { $n } rehine
amount-civilians = { $n } sivil
amount-children = { $n } çocuk
amount-bodies = { $n } naaş
amount-mixed = { $n } kişi
amount-uncounted = { $what }, sayı verilmedi
amount-planned = planlanan: { $what }
amount-with-parts = { $what } ({ $parts })

kind-prisoners-of-war = savaş esirleri
kind-prisoners = tutuklular
kind-hostages = rehineler
kind-civilians = siviller
kind-children = çocuklar
kind-bodies = naaşlar
kind-mixed = alıkonulan kişiler

swap-prisoners-of-war = savaş esirleri
swap-prisoners = tutuklular
swap-hostages = rehineler
swap-civilians = siviller
swap-children = çocuklar
swap-bodies = naaşlar
swap-mixed = alıkonulan kişiler

number-exact = { $n }
number-at-least = en az { $n }
number-at-most = en fazla { $n }
number-about = yaklaşık { $n }
number-range = { $low }–{ $high }

direction-to = → { $side }
direction-from = { $side } →
direction-way = { $giver } → { $side }
direction-both = ⇄ iki taraf
direction-unknown = yön belirtilmedi

claim-says = { $who } bildirdi
claim-confirmed = { $who } doğruladı
claim-both = { $says }, { $confirms }
claim-figure = { $n } ({ $says })
claim-figure-unsaid = { $n } (diğer haberlere göre)
claim-list = { $first }; { $second }

organ-of = { $owner } { $organ }
organ-alone = { $which ->
    [organ-prime-minister] Başbakan
    [organ-hospital] hastane
    [organ-officials] yetkililer
    [organ-army] ordu
    [organ-commission] komisyon
   *[other] { $organ }
}
organ-defence-ministry = Savunma Bakanlığı
organ-ministry-of-defence = Savunma Bakanlığı
organ-foreign-ministry = Dışişleri Bakanlığı
organ-president = Devlet Başkanı
organ-presidency = Devlet Başkanlığı
organ-prime-minister = Başbakanı
organ-state-media = devlet medyası
organ-ombudsman = insan hakları ombudsmanlığı
organ-coordination-headquarters = Koordinasyon Karargâhı
organ-prison-service = cezaevi idaresi
organ-hospital = hastanesi
organ-officials = yetkilileri
organ-army = ordusu
organ-security-service = güvenlik servisi
organ-commission = komisyonu

note-uncounted = Sayı verilmedi
note-uncounted-too = Ayrıca { $what }; sayı verilmedi
note-uncounted-too-completed = Ayrıca { $what } takas edildi; sayı verilmedi
note-uncounted-too-ongoing = Ayrıca { $what } takas ediliyor; sayı verilmedi
note-uncounted-too-announced = Açıklamaya göre ayrıca { $what } takas edilecek; sayı verilmedi
note-more-figures = … ve { $n } sayı daha
note-mediators = { $count ->
    [one] Arabulucu: { $who }
   *[other] Arabulucular: { $who }
}

detail-agreement = anlaşma uyarınca: { $agreement }
detail-ordinal = { $n }. takas
list-more = diğerleri ({ $n })
sources-count = { $n } kaynak:
sources-more = ve { $n } kaynak daha

change-update = Güncellendi
change-cancel = Geri çekildi: artık ayrı bir takas olarak verilmiyor
change-postponed = Güncellendi: takas ertelendi
change-cancelled = Güncellendi: takas iptal edildi
change-denied = Geri çekildi: takas haberi yalanlandı
change-figure-added = Güncellendi: yeni bir sayı geldi
change-figure-revised = Güncellendi: bir sayı düzeltildi
change-confirmed = Güncellendi: bir sayı doğrulandı
change-status-changed-announced = Güncellendi: takas açıklandı
change-status-changed-ongoing = Güncellendi: takas sürüyor
change-status-changed-completed = Güncellendi: takas tamamlandı

summary-headline = Kısaca { $n } takas
summary-why = Aynı anda geldikleri veya daha önce yayımlanamadıkları için birlikte veriliyor

digest-daily = Günlük özet: { $since } – { $until }
digest-weekly = Haftalık özet: { $since } – { $until }
digest-moment = { $day }, { $time }
digest-happened = Gerçekleşenler
digest-totals = Teslim edilenlerin toplamı, taraflara göre
digest-announced = Açıklananlar
digest-changed = Değişenler
digest-nothing = Bu sürede hiçbir takas bildirilmedi.
digest-more = ve { $n } tane daha
day-short = d MMMM

stats-title = Burada bilinen takaslar, kaynaklara göre:
stats-line = → { $side }: { $what }, { $events }
stats-both = ⇄: { $what }, { $events }
stats-events = { $n } takas
stats-uncounted = { $n } tanesinde sayı yok
stats-none = sayı verilmedi
stats-span = { $first } – { $last }
stats-more = … ve { $n } taraf çifti daha
chart-returned = { $one } ve { $other }: dönenler, kaynaklara göre
chart-living = Esirler ve siviller
chart-bodies = Naaşlar
chart-overview = Dönen kişiler, kaynaklara göre
chart-scales = Çubuklar: her takas, soldaki ölçek. Çizgiler: o güne kadarki toplam, sağdaki ölçek.

command-help = bu liste
command-latest = son takaslar: sayı yazmazsanız { $default } (en fazla { $most })
command-subscribe = bildirimleri burada yayımla
command-unsubscribe = burada bildirim yayımlamayı bırak
command-search = tarafa, yere, güne veya kaynağa göre takaslar
command-stats = bir tarafın veya tümünün kaç kişisi döndü
command-event = kimliğiyle tek bir takas
command-chart = bir tarafın, bir takasın veya tümünün grafiği
command-takes-latest = [sayı]
command-takes-search = kelimeler
command-takes-stats = [taraf]
command-takes-event = kimlik
command-takes-chart = [taraf | kimlik] [dark]

reply-welcome = Exchange Watch, esir takaslarını ve ölenlerin naaşlarının iadesini bildirir: kim, kaç kişi, hangi yönde, kim söylüyor; kaynakların bağlantılarıyla. Her takas için tek mesaj; daha fazlası öğrenildikçe yerinde düzeltilir.
reply-help = Şunları sorabilirsiniz:
reply-unknown = Böyle bir komut bilmiyorum.
reply-unknown-near = Böyle bir komut bilmiyorum. Bunu mu demek istediniz: { $near }
reply-nothing-yet = Henüz hiçbir takas bildirilmedi.
reply-bad-count = Kaç tane istediğinizi 1 ile { $most } arasında bir sayıyla yazın.
reply-subscribed = Bildirimler burada yayımlanacak. Durdurmak için: { $unsubscribe }
reply-hint-slack = Özel bir kanalda önce bu botu davet edin: /invite @Exchange Watch
reply-subscribed-already = Bildirimler zaten burada yayımlanıyor. Durdurmak için: { $unsubscribe }
reply-unsubscribed = Artık burada bildirim yayımlanmayacak. Yeniden almak için: { $subscribe }
reply-not-subscribed = Burada bildirim yayımlanmıyor. Almak için: { $subscribe }
reply-configured = Bildirimler, bu botu işleten kişi öyle seçtiği için burada yayımlanıyor; bunu yalnızca o değiştirebilir.
reply-administrators-only = Burada yayımlananları yalnızca bu sohbetin bir yöneticisi değiştirebilir.
reply-search-what = Ne aranacağını yazın, örneğin: { $search } Ukrayna 2025
reply-nothing-found = “{ $words }” için burada bilinen bir takas yok.
reply-unknown-party = “{ $party }” için burada bilinen bir takas yok. Tek başına { $stats } hepsini verir.
reply-no-such-event = Böyle bir takas burada bilinmiyor. { $latest } sonuncuları verir.
reply-trouble = Şu anda olmadı. Lütfen bir dakika sonra yeniden deneyin.

## Telegram

bot-description = { reply-welcome }
bot-short-description = Esir takaslarını ve ölenlerin naaşlarının iadesini bildirir: kim, kaç kişi, kim söylüyor; kaynaklarıyla.
menu-latest = son takaslar
menu-search = { command-search }
menu-stats = { command-stats }
menu-chart = { command-chart }
menu-settings = { command-settings }
menu-status = { command-status }
menu-mute = burada sessize alınan takaslar
menu-sources = okunan yayınlar
menu-subscribe = { command-subscribe }
menu-unsubscribe = { command-unsubscribe }
menu-stop = { command-stop }
menu-privacy = { command-privacy }
menu-help = { command-help }
menu-admin = botun kendi durumu
reply-slowly = Bu çok hızlıydı. Lütfen birazdan yeniden sorun.
added-ask-here = Burada esir takaslarını bildirebilirim. Hangilerini bildireceğimi bir yönetici özel sohbette seçer:
added-open = Seç
added-needs-right = “{ $title }” sohbetine eklendim ama orada yayımlama hakkım yok. Bana mesaj yayımlama hakkı verin; orada neyin bildirileceğini size soracağım.

## Neyin yayımlanacağını seçmek ve neyin saklandığı

onboarding-ask = Burada ne yayımlansın?
onboarding-ask-there = “{ $chat }” içinde ne yayımlansın?
button-everything = Hepsini burada yayımla
button-choose = Neyin yayımlanacağını seç
button-only-ask = Şimdi değil, yalnızca sorarım
button-settings = Ayarlar
button-latest = Son takaslar
button-status = Özet
button-subscribe = Burada yayımla
button-unsubscribe = Yayımlamayı bırak
button-muted = Susturulanlar
button-unmute = Geri al
button-unmute-one = { $n } yeniden
button-stop = Saklananları sil
button-stop-yes = Hepsini sil
button-keep = Hepsi kalsın
button-back = Geri

topic-language = Dil
topic-conflict = Çatışmalar
topic-people = Kimler
topic-count = En az sayı
topic-outlets = En az kaynak
topic-updates = Güncellemeler
topic-posts = Ne zaman
topic-at = Bülten saati
topic-quiet = Sessiz saatler
topic-zone = Saat dilimi
ask-language = Hangi dilde yayımlansın?
ask-conflict = Hangi takaslar? Birden çok seçebilirsiniz; yeniden basınca seçim kalkar.
ask-people = Bir takasın yayımlanması için kimler dönmüş olmalı? Birden çok seçebilirsiniz; yeniden basınca seçim kalkar.
ask-count = En az kaç kişiyle ilgili olmalı? Hiç sayı verilmeyen takas yalnızca her sayı seçiliyse yayımlanır.
ask-outlets = Önce kaç bağımsız yayın organı bildirmiş olmalı?
ask-updates = Bilgiler değişince yeni mesaj gelsin mi? İlk mesaj her durumda yerinde düzeltilir.
ask-posts = Her takas hemen mi, hepsi bir bültende mi, yoksa ikisi de mi?
ask-at = Bülten saat kaçta gelsin?
ask-quiet = Hangi saatler arasında sessiz olsun? Mesajlar o zaman bekler ya da sessiz gelir.
ask-quiet-slack = Hangi saatler arasında sessiz olsun? Mesajlar o zaman bekler.
ask-zone = Hangi saate göre? Saati sizinkiyle aynı olan bir şehir seçin.

conflict-all = bütün takaslar
people-all = herkes
people-choice-prisoners = savaş esirleri, tutuklular, rehineler
people-choice-civilians = { kind-civilians }
people-choice-children = { kind-children }
people-choice-bodies = { kind-bodies }
count-any = her sayı
count-least = { $count ->
    [one] { $n } kişi veya daha çok
   *[other] { $n } kişi veya daha çok
}
outlets-least = { $count ->
    [one] { $n } yayın organı yeterli
   *[other] { $n } yayın organı veya daha çok
}
updates-on = yeni takaslar ve değişiklikler
updates-off = yalnızca yeni takaslar
posts-instant = hemen
posts-daily = günlük bülten
posts-weekly = haftalık bülten, pazartesi
posts-instant-daily = hemen ve günlük bülten
posts-instant-weekly = hemen ve haftalık bülten
quiet-off = yok
quiet-wait = mesajlar bitişe kadar bekler
quiet-silent = mesajlar sessiz gelir

settings-told = Takaslar burada yayımlanıyor.
settings-untold = Burada henüz bir şey yayımlanmıyor. Seçtikleriniz o zamana kadar saklanır.
settings-line = { $topic }: { $chosen }
settings-bad = “{ $words }” burada seçilemez.
settings-typed = Yazılabilir de, örneğin: { $example }
reply-administrators-only-slack = Burada yayımlananları yalnızca bu kanalı abone eden kişi veya çalışma alanının bir yöneticisi değiştirebilir.

status-since = Takasların burada yayımlanmaya başladığı gün: { $day }.
status-paused = Duraklatıldı, çünkü bot şu anda burada yayımlayamıyor: { $why }
status-next-digest = Sonraki bülten: { $day }, { $time }
status-muted = Susturulan takaslar: { $n }
mute-done = Bu takasla ilgili burada artık bir şey yayımlanmayacak.
mute-list = Burada susturulanlar:
mute-none = Burada susturulmuş takas yok. Susturmak için altındaki düğmeye basın ya da kimliğiyle { $mute } gönderin.
unmute-done = Bu takastaki değişiklikler burada yeniden yayımlanacak.
unmute-not = Bu takas burada susturulmuş değil.

privacy-kept = Bu sohbetten saklananlar: kimliği; burada seçilenler ve abone eden kişinin kimliği; burada yayımlanan mesajların kaydı; susturulan takaslar; yanlış diye bildirilenler, kimin bildirdiği olmadan. Burada yazılan başka hiçbir şey saklanmaz.
privacy-long = Ne kadar süre: siz silene kadar. Yayımlama durdurulduğunda da kalır. Özel sohbetlerden gelen hata bildirimleri hangi sohbetten geldiğini söylemez, bu yüzden kalır.
privacy-seen = Kim görebilir: yalnızca bu botu işleten kişi. Kimseye aktarılmaz.
privacy-delete = Nasıl silinir: { $stop }
stop-ask = Bu sohbetten saklanan her şey silinsin mi? Burada artık bir şey yayımlanmayacak.
stop-done = Silindi: bu sohbetin kimliği ve burada seçilen her şey. Burada artık bir şey yayımlanmayacak.
stop-deliveries = Silinen yayımlanmış mesaj kayıtları: { $n }
stop-mutes = Silinen susturulmuş takaslar: { $n }
stop-feedback = Silinen hata bildirimleri: { $n }
stop-left = Yayımlanmış mesajlar, biri onları burada silene kadar kalır.
stop-nothing = Bu sohbetten hiçbir şey saklanmıyor.

command-settings = burada neyin, ne zaman ve hangi dilde yayımlanacağını seç
command-status = bu sohbetin neler aldığı
command-mute = bir takasla ilgili artık bir şey yok; kimliksiz: susturulanlar
command-privacy = bu sohbetten neyin saklandığı
command-stop = bu sohbetten saklanan her şeyi sil
command-takes-mute = [kimlik]

## Kaynaklar, zaman çizelgesi, bildirimler

command-sources = bir takası kimin bildirdiği ve ne dediği; kimlik olmadan, okunan akışlar
command-timeline = bir takas hakkında bilinenlerin nasıl arttığı
command-wrong = bir takasta neyin yanlış olduğunu botu işleten kişiye bildirme
command-takes-sources = [kimlik]
command-takes-timeline = kimlik
command-takes-wrong = kimlik [kelimeler]
button-sources = Kaynaklar ({ $n })
button-timeline = Zaman çizelgesi
button-mute = Sessize al
button-wrong = Yanlış mı?
button-chart = Grafik
button-event = Takas
button-previous = Önceki
button-next = Devamı
button-overview = Geri
sources-independent = Birbirinden bağımsız: { $n }
source-copy = alıntı: { $who }
timeline-title = Bilinenler nasıl arttı
timeline-zone = Saatler: { $zone }
timeline-same = aynı sayılar
timeline-alert = Bildirim – { $what }
timeline-first = ilk duyuru
timeline-announced = duyuruldu
timeline-ongoing = sürüyor
timeline-completed = tamamlandı
feeds-read = Okunan akışlar: { $n }
feeds-of = { $language }: { $names }
feeds-no-language = Dili belirtilmemiş
feeds-none = Şu anda hiçbir akış okunmuyor.
wrong-what = Burada yanlış olan ne?
wrong-number = Yanlış bir sayı
wrong-kind = Takas değil
wrong-twice = İki kez bildirildi
wrong-other = Başka bir şey
wrong-how = Kendi sözlerinizle yazın: { $wrong } { $event } ve neyin yanlış olduğu
wrong-thanks = Teşekkürler. Botu işleten kişi buna bakacak.
wrong-again = Bunu zaten bildirdiniz. Teşekkürler.
wrong-enough = Bugünlük bu kadar yeter. Kalanını lütfen yarın bildirin.

## Botu işletenler için

command-admin = botun durumu, onu işletenler için
command-takes-admin = [feeds | queue | inbox | broadcast kelimeler]
button-inbox = Gelenler ({ $n })
button-refresh = Yenile
button-done = Tamam: { $n }
button-send = Gönder ({ $n })
admin-feeds = Akışlar
admin-queue = Kuyruk
admin-chats = Sohbetler
admin-program = Program
admin-listed = listede: { $n }
admin-polled = son bir saatte yoklanan: { $n }
admin-failing = okunamayan: { $n }
admin-silent = sessiz: { $n }
admin-last-poll = son yoklama: { $when }
admin-owed = bekleyen: { $n }
admin-claimed = gönderilen: { $n }
admin-refused = reddedilen: { $n }
admin-unknown = akıbeti bilinmeyen: { $n }
admin-oldest = en eskisi şu andan beri: { $when }
admin-configured = yapılandırmadan: { $n }
admin-subscribed = abone: { $n }
admin-paused = yazma izni yok: { $n }
admin-gone = kaybedilen: { $n }
admin-database = veritabanı: { $n } MB
admin-feeds-well = Bütün akışlar iyi.
admin-queue-well = Hiçbir şey reddedilmedi ya da kaybolmadı.
admin-inbox-empty = Gelen bir şey yok.
admin-feed-failed = okunamıyor
admin-feed-died = uzun süredir okunamıyor
admin-feed-gone = tümüyle kaldırıldı
admin-feed-emptied = boş
admin-feed-quiet = sessiz
admin-state-refused = reddedildi
admin-state-unknown = akıbeti bilinmiyor
broadcast-headline = Bu botu işleten kişiden
broadcast-what = Bütün sohbetlere yazmak için: { $command } ve sözler
broadcast-long = { $n } karakter; en çok { $most } sığar.
broadcast-goes = Böyle yayımlanacak. Sohbetler: { $n }
broadcast-nobody = Şu anda hiçbir sohbet bildirim almıyor.
broadcast-owed = Yola çıktı. Sohbetler: { $n }
broadcast-again = Bu zaten gönderildi.
broadcast-expired = Bu taslağın süresi doldu. Lütfen yeniden yazın.

## Slack: the form, the home page, what is shared

slack-form-title = Ayarlar
slack-form-about = { $channel } ne alıyor
slack-form-save = Kaydet
slack-form-cancel = Vazgeç
slack-close = Kapat
slack-hint-people = Hiçbiri seçilmezse: herkes
slack-form-alerts = Bildirimler
slack-alerts-all = Her takas ve bilgilerindeki her değişiklik
slack-alerts-new = Her takas bir kez; mesajı düzeltilir
slack-alerts-none = Hiçbiri: özet yeterli
slack-form-digest = Özet
slack-digest-none = Yok
slack-digest-daily = Her gün
slack-digest-weekly = Her pazartesi
slack-form-say-nothing = Bir şey olmadığında
slack-say-nothing = Bunu da söyle
slack-form-quiet-from = Sessizlik başlangıcı
slack-form-quiet-to = Sessizlik sonu
slack-hint-quiet-to = Bu saatlerde gelenler sonra birlikte bildirilir
slack-error-quiet-both = İki saati de verin ya da hiçbirini
slack-error-quiet-same = İki saat farklı olmalı
slack-error-nothing = Bildirim yoksa bir özet seçin: yoksa hiçbir şey gelmez
slack-saving = Kaydediliyor…
slack-saved = Kaydedildi.
slack-form-failed = Form açılamadı. Ayarlar yazılarak da yapılabilir, örneğin: { $typed }
slack-share = Kanalda paylaş
slack-shared-by = Paylaşan: { $person }
slack-no-picture = Resim gösterilemedi. Bunun için bu bot kanalda olmalı: { $invite }
slack-help = Yardım
slack-home-alerts = Bu çalışma alanındaki bildirimler
slack-home-none = Henüz hiçbir kanal bildirim almıyor. Almak için bir kanalda yazın: { $typed }
slack-home-channel = { $channel } bildirim alıyor
slack-home-more = … ve { $n } kanal daha
slack-home-health = Bu bot
