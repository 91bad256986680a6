"""Judges how well typed words fit an entry of the palette: every word must occur, beginnings of words count most."""

_WHOLE, _PREFIX, _INSIDE, _SCATTERED = 8.0, 4.0, 2.0, 0.5


def match_score(typed: str, title: str) -> float:
    """0 when it does not fit, else higher for better; nothing typed fits everything equally."""
    words, text = typed.casefold().split(), title.casefold()
    if not words:
        return 1.0
    total = 0.0
    for word in words:
        score = _word_score(word, text)
        if not score:
            return 0.0
        total += score
    return total / len(words) + 1.0 / (1 + len(text))


def _word_score(word: str, text: str) -> float:
    parts = text.split()
    if word in parts:
        return _WHOLE
    if any(part.startswith(word) for part in parts):
        return _PREFIX
    if word in text:
        return _INSIDE
    return _SCATTERED if len(word) > 1 and _abbreviates(word, parts) else 0.0


def _abbreviates(word: str, parts: list[str]) -> bool:
    """Whether it is beginnings of words put together, in their order: "imfi" is "import files"."""
    ends = {0}  # how much of the word the parts so far can stand for
    for part in parts:
        ends |= {end + size for end in ends for size in range(1, len(part) + 1) if word.startswith(part[:size], end)}
    return len(word) in ends
