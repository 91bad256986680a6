"""What a peer accepts, told in few words: all, all but, or those."""

import pytest

from pacsdesk.cli.accepts import _syntaxes
from pacsdesk.contract.records.matrices import CellState, MatrixCell

CT = "1.2.840.10008.5.1.4.1.1.2"
NAMES = {"1.2.840.10008.1.2": "Implicit", "1.2.840.10008.1.2.1": "Explicit", "1.2.840.10008.1.2.5": "RLE"}
CELLS = [MatrixCell(CT, uid, CellState.ACCEPTED, 0, "accepted") for uid in NAMES]


@pytest.mark.parametrize(
    ("taken", "told"),
    [([0, 1, 2], "all"), ([0, 1], "all but RLE"), ([2], "RLE"), ([], "none")],
    ids=["all", "most", "few", "none"],
)
def test_few_syntaxes_are_named(taken: list[int], told: str) -> None:
    assert _syntaxes([CELLS[number] for number in taken], CELLS, NAMES) == told
