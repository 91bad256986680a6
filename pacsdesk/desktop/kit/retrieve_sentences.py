"""What findings say of retrievals by C-MOVE and C-GET, and of the legs of a move: for translation, see
engine_sentences.
"""

from pacsdesk.desktop.kit.translation import marked

RETRIEVE_SENTENCES = (
    # what was answered, counted and seen
    marked("Engine", "{verb}: no final answer came."),
    marked("Engine", "{verb}: status {status}."),
    marked("Engine", "{verb} to {destination}: status {status}."),
    marked("Engine", "{peer} counts {completed} objects sent, {warning} with a warning, {failed} failed."),
    marked("Engine", "It did not list them; what reaches {destination} is not seen from here."),
    marked("Engine", "It lists {number}; what reaches {destination} is not seen from here."),
    marked("Engine", "It did not list them; {landed} are here, {came} of them came now."),
    marked("Engine", "It lists {number}; {landed} are here, {came} of them came now."),
    marked("Engine", "we answered {status}"),
    marked("Engine", "Of those that came, {reason}."),
    # refused
    marked("Engine", "The context for {verb} was refused with result {result}."),
    marked("Engine", "That means: {meaning}."),
    marked(
        "Engine",
        "{peer} lets us in, but keeps retrieval by {verb} from the AE title {calling}: that is a matter of rights "
        "there, or of the information model, not of the network.",
    ),
    marked("Engine", "Have {calling} allowed to retrieve by {verb} in the settings of {peer}."),
    marked("Engine", "If it is allowed there, ask in the other information model (patient root)."),
    marked("Engine", "Or retrieve by {verb}, if it offers that."),
    marked(
        "Engine", "Ask as a title that may do it (`--calling AE`): if that works, it is about the rights of our title."
    ),
    marked("Engine", "{peer} answered {verb} with the status {status}, which the standard does not list."),
    marked("Engine", "Look it up in the conformance statement of {peer}, and look into its log at this time."),
    marked("Engine", "{peer} refused the retrieval: {meaning}."),
    marked("Engine", "it cannot find out how many objects match"),
    marked("Engine", "it is out of resources"),
    marked("Engine", "it is unable to process it"),
    marked("Engine", "Give the unique key of the level {level} and those of the levels above it."),
    marked("Engine", "Ask by Study Instance UID at STUDY level."),
    marked(
        "Engine", "Fetch another study: if that comes, it is about this one or its keys; if not, about the archive."
    ),
    # the destination
    marked("Engine", "{peer} does not know {title} as a destination, so it sent nothing."),
    marked(
        "Engine",
        "{peer} has what was asked for and is unable to move it: most likely it does not know {title} as a "
        "destination, or has another address or port for it.",
    ),
    marked("Engine", "Have {title} entered at {peer} as a destination: AE title, its address and port."),
    marked(
        "Engine",
        "Take the move apart (`--unfold`): if the destination answers, it is the title; if not, the way to it.",
    ),
    marked(
        "Engine",
        "{peer} took the order, but could not send anything to us: the way from {peer} to {destination} is broken, "
        "not the way from here to {peer}.",
    ),
    marked(
        "Engine",
        "{peer} took the order, but could not send anything to {destination}: the way from {peer} to {destination} is"
        " broken, not the way from here to {peer}.",
    ),
    marked("Engine", "See that {destination} is started and listens."),
    marked("Engine", "Compare what {peer} has entered for {destination} with what is true: AE title, address, port."),
    marked("Engine", "See whether {destination} knows {peer} as a caller, and whether a firewall lies between them."),
    marked("Engine", "If the connection is well, see whether the destination takes this kind of object, and has room."),
    marked(
        "Engine",
        "Take the move apart (`--unfold`): that tests the way to the destination, or reads our journal when it is us.",
    ),
    # nothing sent
    marked(
        "Engine",
        "{peer} has nothing under these keys at {level} level, or does not show it to our AE title, so there was "
        "nothing to send.",
    ),
    marked("Engine", "Asked for the instances under the same keys, it lists none."),
    marked("Engine", "Look for the study at {peer} first: `pacsdesk find`, with the patient's ID or the date."),
    marked("Engine", "Compare each digit of the UIDs."),
    marked(
        "Engine",
        "Ask at STUDY level by Study Instance UID; at SERIES and IMAGE level the UIDs above are needed as well.",
    ),
    marked(
        "Engine", "Ask the same as another calling AE title (`--calling`): if that brings it, it is a matter of rights."
    ),
    marked(
        "Engine",
        "{peer} lists {number} objects under these keys, and sent none of them, without calling that a failure.",
    ),
    marked("Engine", "{peer} says that all went well, and sent nothing."),
    marked("Engine", "See whether the images are offline or archived at {peer}, and have them recalled."),
    marked("Engine", "See whether our AE title may query, but not fetch this patient."),
    marked("Engine", "Fetch at STUDY level by Study Instance UID: some archives pass over other levels."),
    marked("Engine", "Fetch one instance by its UIDs at IMAGE level: if that comes, it is about the level."),
    marked(
        "Engine",
        "{peer} says that {number} objects reached {destination}, and none came to us: it sends them to another "
        "system.",
    ),
    marked("Engine", "Look at what {peer} has entered for {destination}: most likely an old address or port."),
    marked("Engine", "Have the address of this computer and our port entered there, then fetch again."),
    marked("Engine", "See which system has that address now: it holds images of patients that were not meant for it."),
    marked("Engine", "Take the move apart (`--unfold`): our journal shows whether it called us at all."),
    marked(
        "Engine",
        "{peer} sent nothing, without calling that a failure: at {level} level it needs {key} as well, which was not "
        "given.",
    ),
    marked("Engine", "Give {key} as well; a query shows it."),
    marked("Engine", "Or fetch the whole study, at STUDY level."),
    # a part
    marked("Engine", "{peer} sent {well} of {number} objects to {destination}; {failed} failed."),
    marked("Engine", "{peer} sent {well} of {number} objects on our association; {failed} failed."),
    marked(
        "Engine",
        "Look at the objects that failed: if all are of one kind, the receiver does not take this SOP class or "
        "transfer syntax; have it enabled there, or the objects converted.",
    ),
    marked(
        "Engine",
        "If they are of all kinds, see whether the receiver ran out of room, and look into its log at this time.",
    ),
    marked("Engine", "Fetch those that are missing again, and no more (`--again`)."),
    marked(
        "Engine",
        "Fetch one of the failed objects alone: if it fails alone as well, it is about the object, not about the load.",
    ),
    marked("Engine", "Its list of failed objects has {number} UIDs."),
    marked("Engine", "It does not say which objects failed."),
    marked("Engine", "It did not take {number} of {kinds} kinds that we offered."),
    marked("Engine", "It did not take {number} of the {kinds} kinds that we offered."),
    marked("Engine", "{peer} says that all was sent, but {number} of the objects that it lists did not land here."),
    marked("Engine", "If they stay away, look into the log of {peer} for one of their SOP Instance UIDs."),
    marked("Engine", "See whether {peer} filters what it sends, or keeps a part on media that are not at hand."),
    marked("Engine", "{peer} lists {listed} objects and sent {number}, without a word about the others."),
    marked("Engine", "See whether {peer} filters what it sends: by rights of our AE title, or by kind of object."),
    marked("Engine", "See whether a part is offline or archived elsewhere, and have it recalled."),
    marked("Engine", "Fetch one of the others alone, by its SOP Instance UID."),
    # of a C-GET
    marked("Engine", "Our own archive has no room left, so we refused every object that came."),
    marked("Engine", "We refused every object that {peer} sent: it is not what our archive can keep."),
    marked("Engine", "Free room on the disk of the archive, or move it to a larger one, then fetch again."),
    marked("Engine", "`pacsdesk status` shows how much is left."),
    marked("Engine", "Look into the engine's log at this time."),
    marked("Engine", "Have the objects validated and repaired at {peer}."),
    marked(
        "Engine",
        "{peer} has the objects and sent none on our association: it has them in another transfer syntax, or of "
        "another kind, than those of our offer that it accepted, and does not convert them.",
    ),
    marked("Engine", "Retrieve from {peer} by C-MOVE instead: it then offers what it has."),
    marked("Engine", "Or have {peer} convert to uncompressed when it sends, if it can."),
    marked("Engine", "Fetch one object of another kind: if that comes, it is about the kind or the transfer syntax."),
    marked(
        "Engine",
        "{peer} takes C-GET, but does not agree to send objects back on the association that we open, so nothing "
        "could come.",
    ),
    marked(
        "Engine",
        "We offered to take {number} kinds of objects; it accepted {accepted}, and the role in which we take them for"
        " none.",
    ),
    # cut short
    marked("Engine", "{peer} began the retrieval, and {problem} before it had ended."),
    marked("Engine", "Fetch what is missing again, and no more (`--again`)."),
    marked(
        "Engine", "See whether a firewall or an intrusion detection between the systems cuts long DICOM connections."
    ),
    marked("Engine", "See whether {peer} limits how long an association may last."),
    marked(
        "Engine",
        "Repeat it: if it ends at the same object, it is about the object; if after the same time, about a time-out.",
    ),
    marked(
        "Engine",
        "{peer} accepted the retrieval and then did not answer in time: it is overloaded, hangs, or waits for a "
        "destination that does not answer.",
    ),
    marked("Engine", "See how busy the computer of {peer} is, and whether it has to recall the images from media."),
    marked(
        "Engine", "See whether the destination answers: an archive that cannot reach it waits long, and says nothing."
    ),
    marked(
        "Engine",
        "Take the move apart (`--unfold`), or fetch by C-GET: if that is quick, it is the way to the destination.",
    ),
    marked("Engine", "it goes on answering without an end"),
    marked("Engine", "it does not take C-GET of this model (result {number})"),
    marked("Engine", "it does not take C-MOVE of this model (result {number})"),
    marked("Engine", "the keys name neither a study nor a patient"),
    marked("Engine", "it answers the query at {level} level with status {status}"),
    marked("Engine", "it has more than can be listed in two minutes"),
)
