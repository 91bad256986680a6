"""What findings say of the services of a peer, once there is an association: for translation, see
engine_sentences.
"""

from pacsdesk.desktop.kit.translation import marked

SERVICE_SENTENCES = (
    # kinds of objects and transfer syntaxes
    marked("Engine", "{peer} accepted the association and refused everything that we could do on it, even the echo."),
    marked("Engine", "All {number} presentation contexts: {results}."),
    marked("Engine", "See in the settings of {peer} which services and kinds of objects are turned on, and for whom."),
    marked("Engine", "Have {calling} allowed there what it is to do."),
    marked(
        "Engine",
        "Ask as a title that it works with (`--calling AE`): if that gets more, it is about the rights of our title.",
    ),
    marked("Engine", "{peer} takes no objects from us: it accepted none of the usual kinds."),
    marked("Engine", "If nothing is to be sent there, that is as it should be."),
    marked("Engine", "Turn storage on in the settings of {peer}, for our title {calling}."),
    marked("Engine", "See whether it has another AE title or port for storage."),
    marked("Engine", "{peer} takes objects, but not of every kind: {kinds} would be refused."),
    marked("Engine", "If such objects are to go there, turn these SOP classes on in the settings of {peer}."),
    marked("Engine", "Else send them to a system that takes them."),
    marked("Engine", "{name} ({uid}): result {number}, {words}."),
    marked("Engine", "{name} ({uid}): not answered."),
    marked("Engine", "result {number}"),
    marked("Engine", "accepted in a transfer syntax that was not proposed"),
    marked("Engine", "refused by its user"),
    marked("Engine", "refused without a reason"),
    marked("Engine", "not supported"),
    marked("Engine", "no common transfer syntax"),
    marked("Engine", "not answered"),
    marked("Engine", "a result that is not listed"),
    marked(
        "Engine",
        "{peer} knows these kinds, but takes them neither in implicit nor in explicit little endian, the transfer "
        "syntaxes that every DICOM system speaks; perhaps it takes compressed images only.",
    ),
    marked("Engine", "{name}: result 4, transfer syntaxes not supported."),
    marked(
        "Engine",
        "Turn the uncompressed transfer syntaxes on in the settings of {peer} (implicit VR little endian, explicit VR"
        " little endian).",
    ),
    marked("Engine", "Send compressed instead, where the objects are stored so."),
    marked(
        "Engine",
        "{peer} takes images uncompressed only: it refused {syntaxes}. What is stored compressed is decompressed "
        "before it goes there.",
    ),
    marked("Engine", "a compressed transfer syntax"),
    marked("Engine", "{number} compressed transfer syntaxes"),
    marked("Engine", "Uncompressed it takes {number} kinds; compressed: result 4, transfer syntaxes not supported."),
    marked("Engine", "Nothing has to be done: we send uncompressed."),
    marked("Engine", "For less traffic, turn JPEG lossless or JPEG 2000 on in the settings of {peer}."),
    # rights
    marked(
        "Engine",
        "{peer} lets us in, but keeps {services} from the AE title {calling}: that is a matter of rights there, or of"
        " the information model, not of the network.",
    ),
    marked("Engine", "the echo"),
    marked("Engine", "queries (C-FIND)"),
    marked("Engine", "worklist queries"),
    marked("Engine", "retrieval by C-MOVE"),
    marked("Engine", "retrieval by C-GET"),
    marked("Engine", "storage commitment"),
    marked("Engine", "performed procedure steps (MPPS)"),
    marked("Engine", "The association was accepted."),
    marked("Engine", "status {status}, {meaning}"),
    marked("Engine", "not authorized"),
    marked("Engine", "not recognized"),
    marked("Engine", "it aborted the association"),
    marked("Engine", "Have {calling} allowed {services} in the settings of {peer}."),
    marked("Engine", "If it is allowed there, see whether it serves the study root: some serve the patient root only."),
    marked(
        "Engine",
        "Ask as a title that may do it (`--calling AE`): if that is answered, it is about the rights of our title.",
    ),
    marked("Engine", "{peer} does not offer us {services}, or not in the information model that we ask in."),
    marked("Engine", "If nobody needs that of it, it is as it should be."),
    marked("Engine", "{name}: context result {number}."),
    marked("Engine", "{name}: not answered."),
    marked("Engine", "Turn it on in the settings of {peer}, and allow it to {calling}."),
    marked("Engine", "See whether it has another AE title or port for it."),
    marked("Engine", "If it is not used, say so: enter what is used of it with `pacsdesk peers change NAME --use`."),
    marked(
        "Engine",
        "Ask as a title that may do it (`--calling AE`): if it is offered then, it is about the rights of our title.",
    ),
    # cut short in a service
    marked(
        "Engine",
        "{peer} accepted the association and then answered with what makes no sense: its program is at fault. That "
        "happened at the step {step}.",
    ),
    marked(
        "Engine", "{peer} accepted the association and then ended it in its midst. That happened at the step {step}."
    ),
    marked("Engine", "Look into the log of {peer} at this time: a program that fails writes why."),
    marked(
        "Engine",
        "See whether a firewall or an intrusion detection between us cuts DICOM connections; ask for an exception.",
    ),
    marked("Engine", "See whether its time-outs are very short."),
    marked(
        "Engine", "Repeat it from a computer beside the peer: if it is not cut there, something on the way cuts it."
    ),
    marked(
        "Engine",
        "{peer} accepted the association and then did not answer in time ({steps}): it is overloaded, hangs, or its "
        "answers do not come through.",
    ),
    marked("Engine", "See how busy the computer of {peer} is, and its database."),
    marked("Engine", "Try again when fewer devices send to it."),
    marked("Engine", "Allow it more time in its entry, if it is known to be slow."),
    marked(
        "Engine", "Try with a smaller maximum PDU length: if that is answered, large packets are lost on the way (MTU)."
    ),
    # answers that are strange
    marked(
        "Engine",
        "{peer} ended a request with a status that names no cause, so only its own log knows what it means.",
    ),
    marked("Engine", "At the step {step}: status {status}. {comment}"),
    marked("Engine", "Give its maker the status above."),
    marked(
        "Engine",
        "{peer} answers with what was not asked for: asked for a study that nobody has, it found something, so it "
        "ignores the keys that we ask by.",
    ),
    marked("Engine", "At the step {step}: {pending} answers."),
    marked("Engine", "Do not rely on queries there to tell one patient from another by these keys."),
    marked("Engine", "Ask the maker of {peer} by which keys it matches."),
    # queries refused
    marked("Engine", "{peer} refused a query for one study: {meaning}."),
    marked("Engine", "{peer} refused a worklist query: {meaning}."),
    marked("Engine", "{peer} refused a C-MOVE of one study: {meaning}."),
    marked("Engine", "{peer} refused a C-GET of one study: {meaning}."),
    marked("Engine", "it is out of resources, or the query would bring too much"),
    marked(
        "Engine", "the identifier does not match the SOP class: a level or a unique key is missing or of a wrong level"
    ),
    marked("Engine", "it is unable to process the query"),
    marked("Engine", "it failed to process it"),
    marked("Engine", "Status {status}."),
    marked("Engine", "It says: \u201c{comment}\u201d."),
    marked("Engine", "It was asked by Study Instance UID, at the level of studies."),
    marked("Engine", "Look into the log of {peer} at this time: it names the key or the limit."),
    marked("Engine", "Give the level and the unique keys of the levels above it; narrow the dates."),
    marked("Engine", "See whether its database or disk is full, or being repaired."),
    marked(
        "Engine",
        "Ask in the other information model (patient root), or at another level: if that is answered, it is about the"
        " identifier; if not, about the archive.",
    ),
    # C-MOVE and C-GET, as the ladder sees them
    marked("Engine", "{peer} does not know {title} as a destination, so it could not move anything to us."),
    marked("Engine", "{peer} knows {title} as a destination, but says that it cannot send there."),
    marked("Engine", "C-MOVE of a study that nobody has, to {title}: status {status}."),
    marked(
        "Engine",
        "Have {title} entered at {peer} as a destination: AE title, the address of this computer, and our port.",
    ),
    marked(
        "Engine", "Compare each letter of the title, capitals included, and the address and port that it has there."
    ),
    marked("Engine", "If it cannot be changed there, retrieve by C-GET."),
    marked("Engine", "Let {peer} echo us: if that fails, its way to us is broken."),
    marked(
        "Engine",
        "{peer} offers C-GET, but does not agree to send objects back on the association that we open, so every "
        "retrieval by C-GET would fail.",
    ),
    marked("Engine", "C-GET was accepted; the role in which we take objects was not ({name})."),
    marked("Engine", "Retrieve from {peer} by C-MOVE instead: it needs us entered there as a destination."),
    marked("Engine", "Or turn role selection on in the settings of {peer}, if it has that."),
    marked(
        "Engine",
        "{peer} looks at the first {first} presentation contexts of an association and refuses all others; C-GET, "
        "which needs one for each kind of object, brings only part of a study.",
    ),
    marked("Engine", "Of {number} contexts the first {first} were accepted, all later ones refused without a reason."),
    marked("Engine", "Retrieve from {peer} by C-MOVE instead."),
    marked("Engine", "Propose less at once: enter what is really used of it."),
    marked("Engine", "Ask its maker for the greatest number of presentation contexts, and whether it can be raised."),
    marked("Engine", "Enter a single service as used and try again: if it is accepted then, the number is the cause."),
    marked("Engine", "result {number}, {words}"),
    # what an archive is to send to us
    marked(
        "Engine",
        "What {peer} is asked to move to us cannot come: our own listener listens at {host} only, where no other "
        "computer reaches it.",
    ),
    marked("Engine", "All AE titles of ours listen at {host}."),
    marked(
        "Engine", "Set `dicom.host` to an address of this computer, or to 0.0.0.0 for all, then start the engine again."
    ),
    marked("Engine", "Let the firewall of this computer take connections at our port."),
    marked("Engine", "status {status}, {meaning} ({comment})"),
    marked("Engine", "accepted"),
    marked("Engine", "{peer} does not offer us {services}."),
    marked(
        "Engine",
        "{peer} accepted the association, but only in transfer syntaxes that were not proposed, which the "
        "standard forbids: nothing can be done on it.",
    ),
    marked(
        "Engine",
        "Have the setting of transfer syntaxes at {peer} looked at: implicit and explicit little endian must be on.",
    ),
    marked("Engine", "Show this to the maker of {peer} (PS3.8 9.3.3.2)."),
    marked(
        "Engine",
        "{peer} says that it sent {number} objects on our association, and none came: its count is wrong.",
    ),
    marked("Engine", "Look into the log of {peer} at this time: what it calls sent may have failed."),
    marked(
        "Engine",
        "Fetch one instance by its UIDs at IMAGE level: if that comes, it is about how many are asked for.",
    ),
)
