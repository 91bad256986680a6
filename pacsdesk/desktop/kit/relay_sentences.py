"""What went wrong between two systems that a relay joins, or in a sink, as the journal has it and explains it: for
translation, see engine_sentences.
"""

from pacsdesk.desktop.kit.translation import marked

RELAY_SENTENCES = (
    # how it ended
    marked("Engine", "It was closed before anything was said."),
    marked("Engine", "What passed is TLS: it is encrypted and cannot be read here."),
    marked("Engine", "A part of it could not be read: {what}"),
    marked("Engine", "Neither side said anything for too long."),
    marked("Engine", "no DICOM: it begins with {beginning}"),
    marked("Engine", "{host} port {port} cannot be reached: {why}"),
    marked("Engine", "rejected for good by {whom}: {why}"),
    marked("Engine", "rejected for now by {whom}: {why}"),
    marked("Engine", "the application"),
    marked("Engine", "its association control"),
    marked("Engine", "its presentation layer"),
    marked("Engine", "aborted by the application"),
    marked("Engine", "aborted by the upper layer: {why}"),
    # why
    marked("Engine", "the sink"),
    marked("Engine", "The sink"),
    marked("Engine", "One request was answered before."),
    marked("Engine", "{number} requests were answered before."),
    marked("Engine", "Neither {caller} nor {called} said anything for too long, so the association was ended here."),
    marked("Engine", "Nothing came from either side."),
    marked("Engine", "If a request was under way, see how busy {called} is, and whether {caller} hangs."),
    marked(
        "Engine",
        "{side} sent what DICOM does not allow in the midst of its association with {other}: its program is at fault.",
    ),
    marked("Engine", "What {side} sent to {other} is no DICOM: another program, or the wrong port."),
    marked("Engine", "See which program it is that speaks there, and whether it has the right address and port."),
    marked("Engine", "Have its connection to {other} begin with an association request (A-ASSOCIATE-RQ)."),
    marked("Engine", "The association was aborted by {side}."),
    marked("Engine", "The association was aborted by {side} (source {source}, reason {reason})."),
    marked(
        "Engine",
        "{called} let {caller} in and aborted at its first request: mostly {caller} may not ask that there.",
    ),
    marked("Engine", "{called} answered the request of {caller} for an association with an abort."),
    marked(
        "Engine",
        "{side} gave its association with {other} up: a person cancelled it there, its program failed, or its own "
        "time-out is too short.",
    ),
    marked("Engine", "{side} closed the connection first."),
    marked(
        "Engine",
        "{side} was lost in the midst of its association with {other}: its program or computer stopped, or the "
        "network failed.",
    ),
    marked(
        "Engine",
        "{caller} closed the connection before {called} answered: it gave up waiting, or only looked whether the "
        "port is open.",
    ),
    marked("Engine", "Give {caller} more time for an answer."),
    marked("Engine", "See how busy {called} is at this time."),
    marked("Engine", "{called} ended the connection without an answer to the request of {caller} for an association."),
    marked(
        "Engine",
        "See in the settings of {called} whether {caller} is entered; through a relay it sees the address of this "
        "computer.",
    ),
    marked("Engine", "A relay was to pass {caller} ({address}) on to it."),
    marked("Engine", "{called} answered: result {result}, source {source}, reason {reason}."),
    marked("Engine", "{caller} called from {address} through a relay."),
    marked("Engine", "{called} turned {caller} away: it does not take requests of the kind that {caller} sends."),
    marked("Engine", "Update the program of {caller}; its maker can tell why the request is another one."),
    marked("Engine", "{called} turned {caller} away for now: it has as many associations as it takes, or is busy."),
    marked("Engine", "Have {caller} try again later, and send a whole series on one association."),
    marked("Engine", "Raise the limit of associations in the settings of {called}, or end those that are idle there."),
    marked("Engine", "{called} turned {caller} away for a reason that DICOM does not list."),
    marked("Engine", "Ask the maker of {called} what these numbers mean."),
    marked("Engine", "It is entered here with the AE title {title}."),
    marked(
        "Engine",
        "{called} turned {caller} away: it has no AE of the title {called_title}, under which {caller} called it.",
    ),
    marked("Engine", "At {caller}, change the called AE title to that of {called}, letter by letter."),
    marked("Engine", "Or have {called} answer to {called_title} too."),
    marked(
        "Engine",
        "{called} turned {caller} away: it does not know the AE title {calling_title}, or not at the address it saw.",
    ),
    marked(
        "Engine",
        "{called} turned {caller} away and gives no reason; mostly it does not know the AE title {calling_title}.",
    ),
    marked(
        "Engine",
        "Enter {caller} at {called}: AE title {calling_title}, its address and its port. Compare each letter.",
    ),
    marked(
        "Engine",
        "Through a relay {called} sees the address of this computer: if it compares addresses, allow this one for "
        "as long as the relay is used.",
    ),
)
