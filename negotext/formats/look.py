"""How a paper looks in HTML: its style sheet, on the screen and in print, in colour and in black and white."""

from __future__ import annotations

from negotext.paper.colours import INK, SHADES, text_colour
from negotext.paper.looks import look_of
from negotext.paper.values import Role

_SHEET = """
:root { --ink: #1b1b1b; --soft: #5a5a5a; --line: #c9c9c9; color-scheme: light; }
* { box-sizing: border-box; }
html { font: 17px/1.55 "Times New Roman", "Noto Serif", "Songti SC", SimSun, "Noto Serif CJK SC", "Noto Naskh Arabic",
  "Traditional Arabic", serif; color: var(--ink); background: #fff; }
:lang(zh) { font-family: "Songti SC", SimSun, "Noto Serif CJK SC", "Noto Sans CJK SC", serif; }
body { margin: 0; }
main { max-width: 74rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
header { border-bottom: 2px solid var(--ink); padding-bottom: .6rem; margin-bottom: 2rem; max-width: 46rem; }
header p { margin: 0; }
header .symbol { font-weight: bold; font-size: 1.15rem; }
.row { display: grid; grid-template-columns: minmax(0, 46rem) minmax(12rem, 1fr); column-gap: 2rem; }
.row > :first-child { margin: .45rem 0; overflow-wrap: anywhere; white-space: pre-wrap; tab-size: 4; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; } h3, h4, h5, h6 { font-size: 1rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; }
.row > h2, .row > h3, .row > h4 { margin-top: 1.4rem; }
.row > .head { margin: 0; tab-size: 30rem; }
.row:has(> .head) + .row:not(:has(> .head)) { margin-top: 1rem; }
.item, .option { padding-inline-start: 2rem; }
.level-2 { padding-inline-start: 4rem; } .level-3 { padding-inline-start: 6rem; }
.statement, .note { padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); font-size: .94em; }
.chair { padding-inline-start: 1rem; border-inline-start: 3px double var(--ink); }
.row > .head { margin: 0; }
.legend { font-size: .9em; }
aside { font: .74rem/1.4 Arial, "Noto Sans", "Noto Sans CJK SC", "Noto Naskh Arabic", sans-serif;
  color: var(--soft); padding-top: .5rem; }
aside p { margin: .1rem 0; }
details { border-inline-start: 3px solid var(--line); padding-inline-start: .6rem; margin-bottom: .5rem; }
summary { cursor: pointer; font-weight: bold; color: var(--ink); }
:target { outline: 2px solid #b8860b; outline-offset: 2px; }
.place { text-decoration: none; }
.about { text-decoration: none; color: var(--soft); }
.about::after { content: attr(data-number); font: .65em/1 Arial, sans-serif; vertical-align: super; padding: 0 .15em; }
ins { color: #0b4f9c; text-decoration: underline; }
del { color: #a1260d; text-decoration: line-through; }
.mark::after { content: "\\00b6"; }
sup { font-size: .7em; line-height: 0; }
sup a { text-decoration: none; color: inherit; }
.notes { border-top: 1px solid var(--line); margin-top: 2rem; font-size: .88em; max-width: 46rem; }
.notes p { white-space: pre-wrap; overflow-wrap: anywhere; }
.number { vertical-align: super; font-size: .75em; text-decoration: none; color: inherit; }
.annex { border-top: 2px solid var(--ink); margin-top: 2.5rem; padding-top: 1rem; }
.wide { overflow-x: auto; margin: .6rem 0 1.6rem; }
table { border-collapse: collapse; font-size: .82em; line-height: 1.4; min-width: 50%; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: start; vertical-align: top; }
th { background: #eee; vertical-align: bottom; }
td p, th p { margin: 0 0 .3em; }
.turned th:not(:first-child) > div { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; }
.turned td:not(:first-child) { text-align: center; }
td.silent { color: var(--soft); }
@media (max-width: 60rem) { .row { display: block; } aside { margin-inline-start: 1rem; } }
@media print {
  html { font-size: 11pt; } main { max-width: none; padding: 0; }
  .row { grid-template-columns: minmax(0, 1fr) 5.2cm; column-gap: .6cm; }
  .row:not(:has(aside)) > :first-child { grid-column: 1; }
  body.clean .row, .annex .row { display: block; }
  h1, h2, h3, h4 { break-after: avoid; } p { orphans: 2; widows: 2; } tr, details { break-inside: avoid; }
  thead { display: table-header-group; } a { color: inherit; }
  * { print-color-adjust: exact; }
}
"""


_LINES = {"single": "underline", "double": "underline double", "dotted": "underline dotted", "wave": "underline wavy"}


def style_sheet() -> str:
    """The whole style sheet, with a line end on both sides."""
    rules = [_rule(role) for role in Role]
    rules += [f"td.{shade} {{ background: #{rgb}; }}" for shade, rgb in SHADES.items()]
    return _SHEET + "".join(f"{rule}\n" for rule in rules if rule)


def delegation_style(role: Role, delegation: str) -> str:
    """The `style` attribute that gives the words of a delegation their colour, with the space before it."""
    colour = text_colour(role, delegation)
    return "" if colour == text_colour(role) else f' style="color: #{colour}"'


def _rule(role: Role) -> str:
    """How the words of a role look, in colour and without."""
    look, colour = look_of(role), text_colour(role)
    told = [f"color: #{colour}"] if colour != INK else []
    told += ["font-weight: bold"] if look.bold else []
    told += ["font-style: italic"] if look.italic else []
    told += ["font-size: .92em"] if look.small else []
    told += [f"text-decoration: {_LINES[look.underline]}; text-underline-offset: .2em"] if look.underline else []
    return f".{role.value} {{ {'; '.join(told)}; }}" if told else ""
