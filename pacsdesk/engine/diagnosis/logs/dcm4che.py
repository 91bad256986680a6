"""dcm4che's tools and what stands on it (dcm4chee): each line names the association, CALLED<-CALLING(number)."""

from pacsdesk.contract.records.logs import LogEventKind as Kind
from pacsdesk.contract.records.logs import LogFormat
from pacsdesk.engine.diagnosis.logs.phrases import Dialect, Phrase, any_of, phrase

# as acceptor CALLED<-CALLING(5), as requestor CALLING->CALLED(5)
_IN = r"(?P<key>(?P<called>[^\s<>]{1,64})<-(?P<calling>[^<>(]{1,64})\(\d+\))"
_OUT = r"(?P<key>(?P<calling>[^\s<>]{1,64})->(?P<called>[^<>(]{1,64})\(\d+\))"


def _both(pattern: str, kind: Kind) -> tuple[Phrase, ...]:
    return tuple(phrase(f"{who}{pattern}", kind) for who in (_IN, _OUT))


DIALECT = Dialect(
    LogFormat.DCM4CHE,
    signs=any_of(("dcm4che", ">> A-ASSOCIATE-RQ", "<< A-ASSOCIATE-RQ")),
    quick=any_of((" >> ", " << ", "Accept connection", "close Socket")),
    phrases=(
        *_both(r" (>>|<<) A-ASSOCIATE-RQ", Kind.REQUEST),
        *_both(r" (>>|<<) A-ASSOCIATE-AC", Kind.ACCEPT),
        *_both(r" (>>|<<) A-ASSOCIATE-RJ", Kind.REJECT),
        *_both(r" (>>|<<) A-RELEASE-RQ", Kind.RELEASE),
        *_both(r" (>>|<<) A-ABORT", Kind.ABORT),
        *_both(r" (>>|<<) \d+:(?P<operation>[CN]-[A-Z-]+)-RQ", Kind.MESSAGE),
        *_both(
            r" (>>|<<) \d+:(?P<operation>[CN]-[A-Z-]+)-RSP\[.{0,40}status=(?P<status>[0-9a-fA-F]{1,4})H", Kind.STATUS
        ),
        *_both(r".*Exception", Kind.PROBLEM),
    ),
)
