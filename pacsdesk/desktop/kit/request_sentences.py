"""What findings say of storage commitment, of performed steps, and of studies that were stored and are not shown: for
translation, see engine_sentences.
"""

from pacsdesk.desktop.kit.translation import marked

REQUEST_SENTENCES = (
    # as jobs
    marked("Engine", "Storage commitment by {name}"),
    marked("Engine", "A request names 1 to {number} instances, not {asked}."),
    marked("Engine", "Ask for a smaller study, or for its instances in parts."),
    marked("Engine", "There is nothing of such a request."),
    marked("Engine", "Ask again."),
    marked("Engine", "it refused the request: {reason}"),
    marked("Engine", "waiting for the report"),
    marked("Engine", "{number} of {instances} are safe."),
    marked("Engine", "Nothing was reported until then."),
    marked("Engine", "It did not report in time."),
    marked("Engine", "Nothing was reported."),
    marked("Engine", "it does not take requests for storage commitment (result {number})"),
    marked("Engine", "it does not take reports of performed steps (result {number})"),
    marked("Engine", "the engine is stopping"),
    # refused
    marked("Engine", "The context for {service} was answered with result {result} (PS3.8 table 9-18)."),
    marked(
        "Engine",
        "{peer} provides {service}, but in no transfer syntax that we propose: explicit and implicit little endian, "
        "and everybody must take the second.",
    ),
    marked("Engine", "Have the setting of transfer syntaxes at {peer} looked at."),
    marked("Engine", "{peer} does not let us use {service}."),
    marked("Engine", "Have {service} permitted at {peer} for our AE title."),
    marked("Engine", "Ask as the AE title of a device that uses it: if that is taken, it is a matter of rights."),
    marked("Engine", "{peer} does not provide {service}, or not on this port."),
    marked(
        "Engine",
        "See in the conformance statement of {peer} whether it provides {service}, and where it is switched on.",
    ),
    marked("Engine", "Ask another system for it: often the RIS or a broker provides it, and not the archive."),
    marked("Engine", "Status {status}: {meaning}."),
    marked("Engine", "{peer} does not let us ask for storage commitment."),
    marked("Engine", "Have storage commitment permitted at {peer} for our AE title."),
    marked("Engine", "{peer} agreed to storage commitment and then refused it."),
    marked("Engine", "Look into the log of {peer} at this time, and show it to its maker."),
    marked("Engine", "our AE title"),
    # what reasons and statuses mean
    marked("Engine", "it failed to process it, and does not say why"),
    marked("Engine", "it has no such object: it never arrived, or was deleted"),
    marked("Engine", "it has it under another SOP class"),
    marked("Engine", "it does not keep objects of this SOP class for good"),
    marked("Engine", "it does not keep it for us: not authorized, or a SOP class that it does not keep"),
    marked("Engine", "the transaction UID was used before"),
    marked("Engine", "it has no room to keep it for good"),
    marked("Engine", "it gives no reason"),
    marked("Engine", "it knows no such attribute"),
    marked("Engine", "a value is not one that it allows"),
    marked("Engine", "it has an instance of this UID already"),
    marked("Engine", "it knows no instance of this UID"),
    marked("Engine", "what was said is not in its range"),
    marked("Engine", "a value is out of range"),
    marked("Engine", "the UID breaks the rules for UIDs"),
    marked("Engine", "it knows no such SOP class"),
    marked("Engine", "the instance is of another SOP class"),
    marked("Engine", "an attribute that it needs is missing"),
    marked("Engine", "an attribute that it needs has no value"),
    marked("Engine", "it does not support this SOP class"),
    marked("Engine", "it knows no such action"),
    marked("Engine", "we are not authorized"),
    marked("Engine", "the message number was used before"),
    marked("Engine", "it does not know this operation"),
    marked("Engine", "an argument is of a wrong type"),
    marked("Engine", "it is out of resources, or we are not authorized"),
    marked("Engine", "a reason that no standard lists"),
    marked("Engine", "a status that no standard lists"),
    # no report came
    marked("Engine", "{peer} took the request; no report came within {number} seconds."),
    marked("Engine", "{peer} took the request for storage commitment and did not report: {why}"),
    marked("Engine", "we asked as {title}, which none of our listeners is called."),
    marked("Engine", "{peer} reports to that title, wherever it knows it to be, and never to us."),
    marked("Engine", "Our listeners are called {names}."),
    marked("Engine", "nothing: there is none"),
    marked("Engine", "Ask as one of our own AE titles."),
    marked("Engine", "Or give us {title} as a further AE title."),
    marked("Engine", "its report needs a connection to us, and our listener {title} does not run."),
    marked("Engine", "it called us back as {calling}, and we turned it away."),
    marked("Engine", "{calling} at {address} called {called} at {time}: {reason}"),
    marked("Engine", "Enter {calling} at {address} among our peers, or as an alias of {peer}."),
    marked("Engine", "Mend what the reason names, here or there."),
    marked(
        "Engine",
        "it called us back without saying that it is the one who provides the service (no role selection as SCP), and"
        " it is not allowed to ask us for storage commitment, so we refused that context.",
    ),
    marked("Engine", "Association of {calling} at {time}."),
    marked("Engine", "Allow {peer} storage commitment in its entry: then its reports are taken without the role."),
    marked("Engine", "Or have {peer} propose the SCP role for its reports (PS3.4 J.3.3)."),
    marked(
        "Engine",
        "it reported something, but under another Transaction UID than that of the request, or in a way that cannot "
        "be read.",
    ),
    marked("Engine", "{number} N-EVENT-REPORT, answered with {status}."),
    marked("Engine", "Show this to the maker of {peer}: a report must repeat the Transaction UID (PS3.4 J.3.3.1)."),
    marked("Engine", "our listener {title} takes connections of this computer alone, so {peer} cannot report to it."),
    marked("Engine", "{ae_title} listens on {host} port {port}."),
    marked("Engine", "Have it listen on an address of the network: `pacsdesk settings set dicom.host 0.0.0.0`."),
    marked("Engine", "{number} associations came from {host} meanwhile, none with a report."),
    marked("Engine", "it reaches us, but made no report yet: it may still be checking, or have forgotten it."),
    marked("Engine", "Nobody called us from {host} meanwhile."),
    marked("Engine", "it called nobody here."),
    marked(
        "Engine",
        "It does not know {title} as a place to report to, knows it at another address or port, or cannot reach this "
        "computer.",
    ),
    marked("Engine", "Our listener {title} runs on port {port}."),
    marked("Engine", "Enter {title} at {peer} with the address of this computer and port {port}."),
    marked("Engine", "Look into the log of {peer}: it writes why a report could not be sent."),
    marked(
        "Engine", "Give it time: some archives report by night. A report that comes within 24 hours is still taken."
    ),
    marked(
        "Engine",
        "Have {peer} echo {title}: if that arrives here, the way back is open, and it is about its setting for "
        "storage commitment.",
    ),
    # performed steps
    marked("Engine", "{peer} refused the beginning of the performed step: {why}."),
    marked("Engine", "{peer} refused the change of the performed step: {why}."),
    marked("Engine", "It was asked as {calling}, about the step {uid}."),
    marked(
        "Engine",
        "it has a step of this UID already: the same beginning was told before, by us or by a device that uses its "
        "UIDs twice",
    ),
    marked("Engine", "Begin another step, under a new UID."),
    marked("Engine", "At a device: have its maker see how it makes UIDs."),
    marked("Engine", "the step is over"),
    marked(
        "Engine", "It took {before} from us before, and a step that is over is not changed any more (PS3.4 F.7.2.2.2)."
    ),
    marked("Engine", "Nothing is wrong there: begin another step to try it again."),
    marked("Engine", "it says only that processing failed"),
    marked("Engine", "Most answer so to a step that is completed or discontinued already."),
    marked("Engine", "See in {peer} whether the examination is closed: then it is as it should be."),
    marked("Engine", "Else look into the log of {peer} at this time."),
    marked("Engine", "Begin a step under a new UID and end it: if that is taken, the other one was over."),
    marked(
        "Engine",
        "it knows no step of this UID: its beginning (N-CREATE) never arrived, went to another system, or was deleted",
    ),
    marked("Engine", "it took the beginning of this step from us and does not know it any more"),
    marked("Engine", "Tell the beginning first, to the same system and AE title, then the end."),
    marked(
        "Engine", "At a device: see that both go to the same destination, and that no router on the way lost the first."
    ),
    marked(
        "Engine", "Compare what was sent, value by value, with its conformance statement: it must list what it needs."
    ),
    marked(
        "Engine",
        "Fill in what an order has: accession number, requested procedure ID, scheduled step ID, patient ID; some "
        "take no examination without an order.",
    ),
    marked("Engine", "Look into the log of {peer} at this time: it names the attribute."),
    marked(
        "Engine", "Report a step of an order that stands in its worklist: if that is taken, it was about the order."
    ),
    marked("Engine", "Look into the log of {peer} at this time: a program that refuses writes why."),
    marked("Engine", "it agreed to the service, but does not take it from us, or does not have it switched on"),
    marked("Engine", "Have performed procedure steps (MPPS) permitted at {peer} for {calling}."),
    marked("Engine", "{peer} refused the request for storage commitment: it has no room for it."),
    marked("Engine", "See whether the disk or the queue of {peer} is full."),
    marked("Engine", "Ask again when there is room."),
    marked("Engine", "{peer} refused the request for storage commitment, and its status does not say why."),
    marked("Engine", "Look into the log of {peer} at this time: a program that refuses writes why."),
    marked("Engine", "See whether the objects are at {peer}, and under these UIDs."),
    marked(
        "Engine",
        "Ask for a single object that it has: if that is taken, it is about the objects; if not, about the service.",
    ),
)
