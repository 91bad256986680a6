"""What is selected in the list of studies, as the page beside it and the actions want to know it."""

from dataclasses import dataclass

from pacsdesk.contract.records.archive import Series, Study

MOST_CHOSEN = 1000  # studies that one action takes


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is selected. studies: whose own row is; series: the only selected row, when it shows one, with its study.

    number_awaited: selected studies that are not loaded yet. number_of_rows: all selected rows.
    """

    studies: tuple[Study, ...] = ()
    series: Series | None = None
    series_study: Study | None = None
    number_awaited: int = 0
    number_of_rows: int = 0

    @property
    def is_too_many(self) -> bool:
        """Whether one action would not take it all."""
        return self.number_of_rows > MOST_CHOSEN

    @property
    def is_complete(self) -> bool:
        """Whether every selected study is known, so that an action can say what it takes."""
        return bool(self.studies) and not self.number_awaited and not self.is_too_many

    @property
    def study(self) -> Study | None:
        """The one study that is meant, None when there are none or several."""
        if self.series_study is not None:
            return self.series_study
        return self.studies[0] if len(self.studies) == 1 and self.number_of_rows == 1 else None
