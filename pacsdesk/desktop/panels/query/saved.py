"""Queries under a name, and the last ones that were asked, kept with the window's preferences."""

from PySide6.QtCore import QSettings

from pacsdesk.desktop.panels.query.drafts import Draft, draft_of_text, text_of_draft

MOST_LAST, MOST_SAVED = 10, 200
LONGEST_NAME = 64
_LAST, _SAVED = "query/last", "query/saved"


class SavedQueries:
    """What is in the file and is no query is passed over."""

    def __init__(self, preferences: QSettings) -> None:
        self._preferences = preferences

    def last(self) -> tuple[Draft, ...]:
        """The newest first."""
        drafts = (draft_of_text(text) for text in self._texts(_LAST))
        return tuple(draft for draft in drafts if draft is not None)

    def remember(self, draft: Draft) -> None:
        """It was asked just now."""
        text = text_of_draft(draft)
        others = [one for one in self._texts(_LAST) if one != text]
        self._preferences.setValue(_LAST, [text, *others][:MOST_LAST])

    def named(self) -> dict[str, Draft]:
        """Those that have a name, by it, in its order."""
        found: dict[str, Draft] = {}
        for line in self._texts(_SAVED):
            name, _, text = line.partition("\n")
            draft = draft_of_text(text)
            if draft is not None:
                found[name] = draft
        return dict(sorted(found.items(), key=lambda one: one[0].casefold()))

    def save(self, name: str, draft: Draft) -> None:
        """Under a name; what had it before goes."""
        kept = self.named() | {" ".join(name.split())[:LONGEST_NAME]: draft}
        self._write(kept)

    def forget(self, name: str) -> None:
        """No more under this name."""
        kept = self.named()
        kept.pop(name, None)
        self._write(kept)

    def _write(self, kept: dict[str, Draft]) -> None:
        lines = [f"{name}\n{text_of_draft(draft)}" for name, draft in list(kept.items())[-MOST_SAVED:]]
        self._preferences.setValue(_SAVED, lines)

    def _texts(self, key: str) -> list[str]:
        value = self._preferences.value(key)
        if isinstance(value, str):  # a list of one comes back as its only text
            return [value]
        return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
