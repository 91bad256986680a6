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
    return _SCATTERED if len(word) > 1 and _occurs_in_order(word, text) else 0.0


def _occurs_in_order(word: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in word)
