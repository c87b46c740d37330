"""A card as HTML that any mail program shows: inline styles, no images, no scripts, nothing fetched."""

from html import escape

from bot.render.layout import Line, Part, Run, jointed, lines
from bot.types import Card

PAGE = (
    "<!DOCTYPE html>\n"
    '<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{title}</title></head>\n'
    '<body style="margin:0;padding:16px;font:16px/1.5 sans-serif;color:#1a1a1a;background:#ffffff">\n'
    "{body}\n</body></html>\n"
)
STYLES = {
    Part.HEADLINE: "font-size:18px",
    Part.CHANGE: "color:#7a4a00",
    Part.DETAILS: "color:#555555",
    Part.SOURCES: "color:#555555",
}
LINK = "color:#0b57d0"


def mail_html(card: Card) -> str:
    """The card as a whole page, its paragraphs as <p>, its lines parted by <br>."""
    direction = "rtl" if card.is_rtl else "ltr"
    body = "".join(_joint(joint) + _html(line) for joint, line in jointed(lines(card)))
    paragraphs = f'<p dir="{direction}" style="margin:0 0 12px">{body}</p>'
    return PAGE.format(
        language=escape(card.language), direction=direction, title=escape(card.headline), body=paragraphs
    )


def _joint(joint: str) -> str:
    return {"": "", "\n": "<br>\n"}.get(joint, '</p>\n<p style="margin:0 0 12px">')


def _html(line: Line) -> str:
    style = STYLES.get(line.part)
    text = "".join(map(_run, line.runs))
    return f'<span style="{style}">{text}</span>' if style else text


def _run(run: Run) -> str:
    text = escape(run.text, quote=False)
    if run.url:
        return f'<a href="{escape(run.url)}" style="{LINK}">{text}</a>'
    return f"<strong>{text}</strong>" if run.bold else text
