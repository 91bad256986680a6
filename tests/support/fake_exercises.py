"""The exercises of a classroom in memory: three of them, which anybody may start."""

from dataclasses import replace

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.exercises import Exercise, ExerciseLevel, Solution
from tests.support.fake_state import NOW, FakeService, SiteState

SOLUTIONS = (
    Solution(
        1,
        "The archive refuses at once",
        "Nothing listens on the port: the archive's service is stopped, or the port is a wrong one.",
        "connection-refused",
    ),
    Solution(
        2,
        "Nobody of that name here",
        "The archive's AE title is ARCHIVE1; it was registered as ARCHIVE.",
        "called-ae-unknown",
    ),
    Solution(3, "An answer without an end", "The archive's answer is broken: its length is nonsense."),
)
_SEEN = (
    "The echo fails within a moment, with other peers it works.",
    "The association is rejected.",
    "The archive's answer says that it is 4 GB long.",
)


class FakeExercises(FakeService):
    def __init__(self, site: SiteState) -> None:
        super().__init__(site)
        self.exercises = [
            Exercise(one.number, one.title, ExerciseLevel.ASSOCIATION, seen)
            for one, seen in zip(SOLUTIONS, _SEEN, strict=True)
        ]

    def list(self) -> tuple[Exercise, ...]:
        self.site.enter("exercises.list")
        return tuple(self.exercises)

    def start(self, number: int) -> Exercise:
        self.site.enter("exercises.start")
        return self._put(
            replace(self._one(number), peer=f"Exercise {number}", host="127.0.0.1", port=4242, ends_at=NOW)
        )

    def stop(self, number: int) -> Exercise:
        self.site.enter("exercises.stop")
        return self._put(replace(self._one(number), peer="", host="", port=None, ends_at=None))

    def reveal(self, number: int) -> Solution:
        self.site.enter("exercises.reveal")
        self._one(number)
        return SOLUTIONS[number - 1]

    def _one(self, number: int) -> Exercise:
        if not 1 <= number <= len(self.exercises):
            raise NotFound(f"There is no exercise {number}.")
        return self.exercises[number - 1]

    def _put(self, exercise: Exercise) -> Exercise:
        self.exercises[exercise.number - 1] = exercise
        return exercise
