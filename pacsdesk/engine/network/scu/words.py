"""What was seen at a step, in words for the table of steps. What it means is for the diagnosis to say."""

from collections.abc import Sequence

from pacsdesk.contract.records.probes import (
    BrokenOff,
    NegotiatedContext,
    ProbeState,
    ProbeStep,
    ServiceAnswer,
    Speaks,
)
from pacsdesk.engine.network.scu.fingerprint import shown

_RESULTS = {
    0: "accepted",
    1: "refused by its user",
    2: "refused without a reason",
    3: "not supported",
    4: "no common transfer syntax",
}
_BROKEN_OFF = {
    BrokenOff.CLOSED: "it closed the connection",
    BrokenOff.OVERDUE: "it did not answer in time",
    BrokenOff.BROKEN: "it sent what is no answer to this",
    BrokenOff.ABORTED: "it aborted the association",
    BrokenOff.RELEASED: "it released the association instead of answering",
}
_SPEAKS = {
    Speaks.DICOM: "DICOM: {shown}",
    Speaks.TLS: "TLS: {shown}",
    Speaks.HTTP: "a web server: {shown}",
    Speaks.SSH: "SSH: {shown}",
    Speaks.MAIL_OR_FILES: "a mail or file server: {shown}",
    Speaks.HL7: "HL7: {shown}",
    Speaks.OTHER: "something that is not DICOM: {shown}",
}


def of_first_bytes(what: Speaks, first_bytes: bytes) -> str:
    """What speaks there, and how it began."""
    if what is Speaks.NOTHING:
        return "not a byte came"
    return _SPEAKS[what].format(shown=shown(first_bytes))


def of_contexts(contexts: Sequence[NegotiatedContext]) -> str:
    """Which of several kinds are taken, and how the others were answered."""
    refused = [one for one in contexts if not one.is_accepted]
    if not refused:
        return f"takes all {len(contexts)} kinds" if len(contexts) > 1 else "offered"
    if len(refused) == len(contexts):
        return ", ".join(sorted({_result(one) for one in refused}))
    told = ", ".join(f"{one.name}: {_result(one)}" for one in refused)
    return f"takes {len(contexts) - len(refused)} of {len(contexts)} kinds ({told})"


def of_answer(answer: ServiceAnswer) -> str:
    """How a question was answered."""
    matches = f", after {answer.pending} answers to a question that nothing can match" if answer.pending else ""
    if answer.broken_off:
        return f"{_BROKEN_OFF[answer.broken_off]}{matches}"
    if answer.status == 0:
        asked_study = answer.step is not ProbeStep.ECHO and not answer.pending
        return "answered; nobody has the study that was asked for" if asked_study else f"answered{matches}"
    comment = f": {answer.comment}" if answer.comment else ""
    if says_no_such_study(answer):
        return f"answered (status {answer.status:04X}{comment}); nobody has the study that was asked for"
    return f"status {answer.status:04X}{comment}{matches}"


def state_of(answer: ServiceAnswer) -> ProbeState:
    """The colour of an answer. PS3.7 C.4: 0001, 0107, 0116 and Bxxx warn; FE00 ends what was cancelled."""
    if answer.status is None:
        return ProbeState.FAILED
    if answer.status == 0 and not answer.pending:
        return ProbeState.DONE
    if says_no_such_study(answer):
        return ProbeState.DONE
    is_warning = answer.status in (0x0000, 0x0001, 0x0107, 0x0116, 0xFE00) or answer.status >> 12 == 0xB
    return ProbeState.WARNING if is_warning else ProbeState.REFUSED


def says_no_such_study(answer: ServiceAnswer) -> bool:
    """Whether a retrieval was answered as some archives do when there is no such study: Orthanc 1.12 by "unable to
    process" (Cxxx), others by "no such instance" (PS3.7 C.4.19)."""
    is_retrieval = answer.step in (ProbeStep.MOVE, ProbeStep.GET)
    return is_retrieval and answer.status is not None and (answer.status >> 12 == 0xC or answer.status == 0x0112)


def _result(context: NegotiatedContext) -> str:
    if context.result is None:
        return "not answered"
    return _RESULTS.get(context.result, f"result {context.result}")
