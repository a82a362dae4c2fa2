"""What a caption says, as one text: without buttons, labels and counts, and with the spaces a reader sees."""

from __future__ import annotations

import re

from copydesk.text import key

# The buttons that unfold a caption and fold it again, and how much of it is enough to know it by.
_FOLDED = re.compile(r"(?:\.\.\.|…) ?more ?>?$")
_UNFOLDED = re.compile(
    r"(?<=[.)\]]) (?:less|read more|\(more\))$|\s(?:(?:hide|show|toggle) caption|show (?:more|less)"
    r"|vis (?:mer|mindre)|mehr anzeigen)$",
    re.IGNORECASE,
)
_START = 12
# The label that some pages have screen readers say in front of a caption.
_LABEL = re.compile(
    r"^(?:legende|légende|bildlegende|bildunterschrift|bildtext|image caption|photo caption|caption"
    r"|pie de foto|didascalia|legenda)\s?[:,]\s",
    re.IGNORECASE,
)
# In pasted text nothing may part the two.
_LABELLED = re.compile(
    r"^(?:(?:image|photo|picture|media|video) caption|bildunterschrift|bildtext|légende"
    r"|pie de foto|didascalia)"
    r"\s?[:,]?\s(?=\S)",
    re.IGNORECASE,
)
# For two widths of a screen some pages have a caption twice in one element.
_TWICE = re.compile(r"^((?:© )?(.{12,}))\s?\2$", re.DOTALL)
# Where style sheets part caption and credit, their words touch: "The pier at dawn.Credit: Example".
_GLUED = re.compile(
    r"(?<=[\w.!?’”)])(?=(?:Credit|Photo|Photograph|Image|Foto|Bild)(?::|\.\.\.))"
    # "... at dawn.Ada Quill": a sentence's end, and a name.
    r"|(?<=[^\W\dA-Z_][.!?])(?=[A-Z][a-zß-ÿ])|(?<=[)”»][.!?]|[.!?][”»])(?=[A-Z][a-zß-ÿ])"
    r"|(?<=\d\d\d\d\.)(?=[A-Z])"
    # A bracket that speaks of the picture: "at dawn(Image: Example)".
    r"|(?<=\w)(?=\((?:Image|Photo|Picture|Credit|Foto|Bild): )"
)
# The cheap tests first: the end of every line near the story comes by here.
_LABELS = ("Credit", "Photo", "Image", "Picture", "Foto", "Bild")
_TOUCHING = re.compile(r"[.!?”»](?=[A-Z])")
# Where a gallery counts its pictures: "1of4The pier at dawn".
_COUNT = re.compile(r"^\d{1,3}of\d{1,3} ?|^\d{1,3} ?/ ?\d{1,3} (?=[A-Z“\"(])")
# How long a recording is, and when it was made, behind what it is of or in front of who made it.
_LENGTH = re.compile(
    r"\s?(?:\d{1,2}\.\d{1,2}\.\d{2,4} ?\| ?)?\d{1,2}:\d\d ?min\.?$"
    r"|\s(?:Listen|Anhören|Écouter|Escuchar|Ascolta)[ :]{0,2}\d{1,2} ?min(?:utes?|\.)?$",
    re.IGNORECASE,
)
# Words that a caption ends with twice are one credit from this many on, fewer only where brackets part them.
_TWICE_WORDS = 4
# Spaces that the joining of a caption's parts leaves inside brackets.
_UNSPACE = re.compile(r"(?<=[(\[]) | (?=[)\]])")


def unlabelled(text: str) -> str:
    """A caption without the label in front of it: "Image caption, The pier at dawn".

    >>> unlabelled("Image caption The pier at dawn"), unlabelled("Captions are short")
    ('The pier at dawn', 'Captions are short')
    """
    return _LABELLED.sub("", text)


def tidy(text: str) -> str:
    """The parts of a caption as one text, with spaces where a reader sees some, and no button.

    >>> tidy("The pier at dawn.Ada Example ( AP )")
    'The pier at dawn. Ada Example (AP)'
    >>> tidy("Image caption, The pier at dawn")
    'The pier at dawn'
    """
    return _once(_COUNT.sub("", _LENGTH.sub("", _whole(parted(_UNSPACE.sub("", _LABEL.sub("", text)))))))


def parted(text: str) -> str:
    """A caption with a space between the words that style sheets part.

    >>> parted("The pier at dawn.Ada Quill/dpa")
    'The pier at dawn. Ada Quill/dpa'
    """
    labelled = ":" in text or "..." in text
    may_touch = (labelled and any(word in text for word in _LABELS)) or _TOUCHING.search(text) is not None
    return _GLUED.sub(" ", text) if may_touch else text


def _whole(text: str) -> str:
    """A caption without the button that folds it; of one that is folded, what stands before it in full.

    >>> _whole("The pier at dawn. (AP) less"), _whole("The pier at dawn. The pier at ... more >")
    ('The pier at dawn. (AP)', 'The pier at dawn.')
    >>> _whole("The pier at ... more"), _whole("The pier at dawn. AP hide caption")
    ('', 'The pier at dawn. AP')
    >>> _whole("The pier at dawn. APThe pier at dawn. AP")
    'The pier at dawn. AP'
    """
    text = _TWICE.sub(r"\1", text)
    if _FOLDED.search(text) is None:
        return _UNFOLDED.sub("", text)
    again = text.find(text[:_START], _START)
    return text[:again].strip() if again > 0 else ""


def _once(text: str) -> str:
    """A caption without the words at its end that it has right before them.

    >>> _once("© Ada Quill of New Port Ada Quill of New Port"), _once("At dawn. (AP Photo) AP Photo")
    ('© Ada Quill of New Port', 'At dawn. (AP Photo)')
    >>> _once("The pier of New Port, New Port")
    'The pier of New Port, New Port'
    """
    words = [word for word in text.split() if word != "©"]
    for count in range(len(words) // 2, 1, -1):
        first, again = words[-2 * count : -count], words[-count:]
        parted = first[0][0] in "([" or first[-1][-1] in ")]"
        if (count >= _TWICE_WORDS or parted) and key(" ".join(first)) == key(" ".join(again)):
            return text.rsplit(maxsplit=count)[0]
    return text
