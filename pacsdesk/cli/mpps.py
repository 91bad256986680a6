"""Performed procedure steps (MPPS) told to a peer as a modality does: for tests, with an invented patient."""

from argparse import ArgumentParser

from pacsdesk.cli.arguments import one_of, saying_why
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.naming import suggesting
from pacsdesk.cli.telling import tell_findings
from pacsdesk.contract.records.performed_steps import (
    TEST_PATIENT_ID,
    TEST_PATIENT_NAME,
    PerformedOutcome,
    PerformedStatus,
    StepBegun,
    StepChange,
    StepOperation,
)
from pacsdesk.contract.types import AETitle, SOPInstanceUID, StudyInstanceUID


def create(invocation: Invocation) -> int:
    """`pacsdesk mpps create NAME`"""
    args = invocation.args
    order = StepBegun(
        patient_name=args.patient,
        patient_id=args.patient_id,
        study_instance_uid=args.study,
        accession_number=args.accession,
        requested_procedure_id=args.procedure_id,
        scheduled_step_id=args.step_id,
        description=args.description,
        modality=args.modality,
        sop_instance_uid=args.uid,
        calling_ae_title=args.calling,
    )
    with suggesting(args.name, lambda: [peer.name for peer in invocation.services.peers.list()], "peers list"):
        return _answer(invocation, invocation.services.requests.begin_step(args.name, order))


def change(invocation: Invocation) -> int:
    """`pacsdesk mpps set NAME UID`"""
    args = invocation.args
    order = StepChange(args.uid, args.status, args.study, args.description, calling_ae_title=args.calling)
    with suggesting(args.name, lambda: [peer.name for peer in invocation.services.peers.list()], "peers list"):
        return _answer(invocation, invocation.services.requests.change_step(args.name, order))


def _answer(invocation: Invocation, outcome: PerformedOutcome) -> int:
    out = invocation.out
    if out.is_json:
        out.document(outcome)
    else:
        for element in outcome.sent:
            out.line(f"  {'  ' * element.depth}{element.tag} {element.name}: {element.value}")
        out.line("")
        out.line(_sentence(outcome))
        tell_findings(out, outcome.findings)
    return Exit.DONE if outcome.is_done else Exit.FAILED


def _sentence(outcome: PerformedOutcome) -> str:
    if outcome.status is None:
        return f"{outcome.peer}: {outcome.problem}\n"
    said = f" It says: {outcome.comment}" if outcome.comment else ""
    if not outcome.is_done:
        return f"{outcome.peer} refused it with status {outcome.status:04X}.{said}\n"
    what = "began" if outcome.operation is StepOperation.CREATE else f"is {outcome.step_status}"
    return f"{outcome.peer} took it: the step {outcome.sop_instance_uid} {what}.{said}"


def _common(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="of the peer, as in `pacsdesk peers list`")
    parser.add_argument(
        "--calling",
        type=saying_why(AETitle),
        metavar="AE",
        help="tell it as this AE title (without: our own); the audit names it",
    )
    parser.add_argument("--study", type=saying_why(StudyInstanceUID), metavar="UID", help="the study it belongs to")


def _create_arguments(parser: ArgumentParser) -> None:
    _common(parser)
    parser.add_argument("--patient", default=TEST_PATIENT_NAME, metavar="NAME", help=f"({TEST_PATIENT_NAME})")
    parser.add_argument("--patient-id", default=TEST_PATIENT_ID, metavar="ID", help=f"({TEST_PATIENT_ID})")
    parser.add_argument("--accession", default="", metavar="NUMBER", help="of the order, as its worklist has it")
    parser.add_argument("--procedure-id", default="", metavar="ID", help="Requested Procedure ID of the order")
    parser.add_argument("--step-id", default="", metavar="ID", help="Scheduled Procedure Step ID of the order")
    parser.add_argument("--modality", default="OT", metavar="CODE", help="as CT (OT)")
    parser.add_argument("--description", default="Test by PACSDesk", metavar="TEXT", help="of the step")
    parser.add_argument("--uid", type=saying_why(SOPInstanceUID), metavar="UID", help="of the step (a new one)")


def _set_arguments(parser: ArgumentParser) -> None:
    _common(parser)
    parser.add_argument(
        "uid", type=saying_why(SOPInstanceUID), metavar="UID", help="of the step, as `pacsdesk mpps create` says it"
    )
    parser.add_argument(
        "--status",
        type=lambda word: one_of(PerformedStatus)(word.upper().replace("-", " ")),
        default=PerformedStatus.COMPLETED,
        metavar="STATUS",
        help="completed, discontinued or in-progress (completed)",
    )
    parser.add_argument("--description", default="", metavar="TEXT", help="of the step")


CREATE = Command(
    "mpps create",
    "Tell a peer that an examination began (N-CREATE); it keeps this.",
    create,
    _create_arguments,
    example="mpps create RIS --accession A4711 --modality CT",
)
SET = Command(
    "mpps set",
    "Tell a peer how an examination goes on or ended (N-SET).",
    change,
    _set_arguments,
    example="mpps set RIS 2.25.4711 --status discontinued",
)
