"""Cards as HTML that any mail program shows: inline styles, no images, no scripts, nothing fetched."""

from html import escape

from bot.render.layout import Line, Part, Run, jointed, lines
from bot.render.text import unmarked
from bot.types import Card

PAGE = (
    "<!DOCTYPE html>\n"
    '<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{title}</title></head>\n'
    '<body style="margin:0;padding:16px;font:16px/1.5 sans-serif;color:#1a1a1a;background:#ffffff">\n'
    '<div lang="{language}" dir="{direction}">\n{body}\n</div>\n</body></html>\n'
)
STYLES = {
    Part.HEADLINE: "font-size:18px",
    Part.CHANGE: "color:#7a4a00",
    Part.DETAILS: "color:#555555",
    Part.SOURCES: "color:#555555",
}
RULE = '<hr style="border:0;border-top:1px solid #cccccc;margin:24px 0">'
LINK = "color:#0b57d0"


def mail_html(first: Card, *more: Card) -> str:
    """Cards as a whole page that the first gives its title, their paragraphs as <p>, their lines parted by <br>.

    Language and direction stand on a <div> as well, for programs that keep only what is inside the body.
    """
    direction = "rtl" if first.is_rtl else "ltr"
    said = {"language": escape(first.language), "title": escape(unmarked(first.headline))}
    body = f"\n{RULE}\n".join(map(_paragraphs, (first, *more)))
    return PAGE.format(**said, direction=direction, body=body)


def _paragraphs(card: Card) -> str:
    body = "".join(_joint(joint) + _html(line) for joint, line in jointed(lines(card)))
    return f'<p style="margin:0 0 12px">{body}</p>'


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
