"""What no message may hold: the words and pictures that docs/style.md forbids."""

import re

# Words that docs/style.md forbids: festive, partisan, or claiming more than anybody knows. Stems, in any case.
FORBIDDEN = {
    "en": r"hero|terrorist|regime|occupier|liberat|celebrat|happy|great news|finally|home at last|martyr|enem|invader",
    "uk": r"геро|терорист|окупант|орк|визволен|свято|радіс|нарешті|ворог|рашист|загарбник",
    "ru": r"геро|террорист|оккупант|освободител|праздн|радост|наконец|враг|нацист|боевик|укрофашист",
    "de": r"held|terrorist|regime|besatzer|feier|freud|endlich|märtyrer|feind",
    "fr": r"héro|terroriste|régime|occupant|fête|joie|enfin|martyr|ennemi",
    "es": r"héroe|terrorista|régimen|ocupante|fiesta|alegr|por fin|mártir|enemig",
    "pl": r"bohater|terroryst|reżim|okupant|święt|radoś|nareszcie|męczenni|wróg|wrog",
    "tr": r"kahraman|terörist|rejim|işgalci|kutla|sevin|nihayet|şehit|düşman",
    "ar": r"بطل|أبطال|إرهاب|نظام ال|احتلال|فرح|احتفال|أخيرًا|شهيد|شهداء|عدو",
}
# Pictures, flags, faces; the arrows, bullets and dashes that we do use are no such signs.
PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2764!¡]")
