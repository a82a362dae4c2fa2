"""Declarations of style that keep text from being seen: not shown, without size or colour, off the page."""

from __future__ import annotations

import re

# Declarations are searched without blanks and in lower case. The first group of alternatives stands for
# itself; a measure of four digits is off every screen, in other units three are.
_STYLE = re.compile(
    r"(?:^|;)(?:(display:none|visibility:(?:hidden|collapse)|content-visibility:hidden|color:transparent"
    r"|clip:rect\((?:0|1px)[^;]{0,40}|clip-path:(?:inset\((?:50|100)%|circle\(0|polygon\(00)[^;]{0,40})"
    r"|(font-size:0|opacity:(?:0(?:\.0\d{0,9})?|\.0\d{0,9})|font-size:1px)(?![\d.])[a-z%]{0,4}(?=[;!]|$)"
    r"|((?:left|right|top|bottom|text-indent|margin|margin-left|margin-top):-(?:\d{4,9}|\d{3,9}(?=em|rem|vw|vh|%)))"
    r"|(transform:[^;]{0,60}(?:translate[xy3d]{0,2}\(-(?:\d{4,9}|\d{3,9}(?=em|rem|vw|vh))|scale\(0[,)])))"
)
# Where an element is also moved, turned or blurred, it fades in as a script comes by: it is seen.
_FADES_IN = re.compile(r"(?:^|;)(?:-webkit-)?(?:transform|translate|filter|scale):(?!none)")
_BOX = re.compile(r"(?:^|;)(?:width|height):1px(?=[;!]|$)")
_COLOUR = re.compile(r"(?:^|;)color:([^;!]{1,40})")
_GROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;!]{1,40})")
_NO_COLOURS = frozenset({"inherit", "initial", "none", "unset", "transparent", "currentcolor"})
_COMMENT = re.compile(r"/\*.{0,200}?\*/")
# The longest inline style that is looked at: longer ones carry pictures.
_MAX_STYLE = 4_000


# Declarations that may hide have one of these: looked for first, since pages have thousands of declarations.
_MAY_HIDE = ("none", "hidden", "collapse", "opacity", "transparent", "clip", "scale", "font-size")
_FAR = re.compile(r"-\d\d\d")


def may_hide(declarations: str) -> bool:
    """Whether declarations in lower case have a word or a measure without which none of them hides.

    >>> may_hide("display: none"), may_hide("color: red")
    (True, False)
    """
    for word in _MAY_HIDE:
        if word in declarations:
            return True
    return _FAR.search(declarations) is not None


def hiding_style(value: str) -> str | None:
    """The declaration that keeps text from being seen, or None.

    >>> hiding_style("position:absolute; left: -9999px"), hiding_style("opacity: 0.9")
    ('left:-9999', None)
    >>> hiding_style("width:1px; height:1px; overflow:hidden"), hiding_style("color:#fff; background:#fff")
    ('width:1px;overflow:hidden', 'color:#fff on itself')
    >>> hiding_style("opacity:0"), hiding_style("opacity:0; transform:translateY(20px)")
    ('opacity:0', None)
    """
    style = "".join(value[:_MAX_STYLE].split()).lower()
    if "/*" in style:
        style = _COMMENT.sub("", style)
    if may_hide(style):
        found = _STYLE.search(style)
        if found and not (found[2] and found[2].startswith("opacity") and _FADES_IN.search(style)):
            return found.group().lstrip(";")
        if "overflow:hidden" in style and (box := _BOX.search(style)):
            return f"{box.group().lstrip(';')};overflow:hidden"
    if "background" not in style:
        return None
    colour, ground = _COLOUR.search(style), _GROUND.search(style)
    if colour and ground and colour[1] == ground[1] and colour[1] not in _NO_COLOURS:
        return f"color:{colour[1]} on itself"
    return None
