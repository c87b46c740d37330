"""A chat is subscribed and makes its choices by pressing, as people would have it word by word."""

from bot.render.text import unmarked
from tests.person import Person


async def test_transcript_in_english(store):
    person = Person(store)
    await person.says("start")
    assert (await person.presses("Choose what to post")).text.startswith("Nothing is posted here yet.")
    reply = await person.presses("Conflicts", "Russia – Ukraine")
    assert (
        reply.text
        == """\
Conflicts: Russia – Ukraine
Which exchanges? You can choose several; pressing again takes one off.
It can be typed as well, for example: /settings party Ukraine"""
    )
    reply = await person.presses(
        "Back", "Quiet hours", "22:00–07:00", "posts come without a sound", "Back", "Post here"
    )
    assert (
        reply.text
        == """\
Alerts will be posted here. To stop them: /unsubscribe
Conflicts: Russia – Ukraine
Quiet hours: 22:00–07:00 · posts come without a sound"""
    )
    reply = await person.presses("Settings")
    assert (
        reply.text
        == """\
Exchanges are posted here.

Language: English
Conflicts: Russia – Ukraine
Who: everyone
Least number: any number
Least sources: 1 outlet is enough
Updates: new exchanges and changes
When to post: at once
Quiet hours: 22:00–07:00 · posts come without a sound
Time zone: UTC"""
    )


async def test_transcript_in_ukrainian(store):
    person = Person(store, "uk")
    reply = await person.says("start")
    assert reply.text.endswith("\n\nЩо публікувати тут?")
    reply = await person.presses("Публікувати тут усе")
    assert reply.text == "Сповіщення публікуватимуться тут. Щоб припинити: /unsubscribe"
    reply = await person.presses(
        "Налаштування",
        "Коли публікувати",
        "одразу і щоденний дайджест",
        "Назад",
        "Часовий пояс",
        "Київ",
        "Назад",
        "Огляд",
    )
    assert (
        reply.text
        == """\
Обміни публікуються тут з 20 червня 2025\u202fр.

Мова: Українська
Конфлікти: усі обміни
Хто: усі люди
Найменша кількість: будь-яка кількість
Найменше джерел: досить 1 видання
Оновлення: нові обміни та зміни
Коли публікувати: одразу і щоденний дайджест
Час дайджесту: 08:00
Тихі години: немає
Часовий пояс: Київ (Europe/Kyiv)
Наступний дайджест: 21 червня 2025\u202fр., 08:00"""
    )
    reply = await person.says("settings quiet опівночі")
    assert reply.text.startswith("«опівночі» тут вибрати не можна.\n\nТихі години: немає\n")
    assert reply.text.endswith("Можна також написати, наприклад: /settings quiet 21:30-06:00")
    await person.says("stop")
    assert (await person.presses("Видалити все")).text == (
        "Видалено: номер цього чату і все, що тут вибрали. Тут більше нічого не публікуватиметься.\n"
        "Уже опубліковані повідомлення залишаються, доки хтось не видалить їх тут."
    )


async def test_transcript_in_arabic(store):
    person = Person(store, "ar")
    await person.says("start")
    reply = await person.presses("اختيار ما يُنشر", "مَن", "أطفال", "مدنيون")
    assert unmarked(reply.text).splitlines()[0] == "مَن: مدنيون · أطفال"
    reply = await person.presses("رجوع", "أقل عدد", "10 أشخاص فأكثر", "رجوع", "النشر هنا")
    assert (
        unmarked(reply.text)
        == """\
ستُنشر التنبيهات هنا. لإيقافها: /unsubscribe
مَن: مدنيون · أطفال
أقل عدد: 10 أشخاص فأكثر"""
    )
    reply = await person.presses("الإعدادات", "اللغة", "Français")
    assert reply.text.splitlines()[0] == "Langue : Français"
