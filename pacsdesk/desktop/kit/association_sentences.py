"""What findings say of a peer that rejects or misunderstands us, or is slow: for translation, see
engine_sentences.
"""

from pacsdesk.desktop.kit.translation import marked

ASSOCIATION_SENTENCES = (
    # rejected
    marked("Engine", "{peer} rejected us: it says that it has no AE of the title {title}, under which we called it."),
    marked("Engine", "Rejected with result {result}, source {source}, reason {number}: {reason}."),
    marked("Engine", "called AE title not recognized"),
    marked("Engine", "calling AE title not recognized"),
    marked("Engine", "no reason given"),
    marked("Engine", "application context name not supported"),
    marked("Engine", "protocol version not supported"),
    marked("Engine", "its upper layer gives no reason"),
    marked("Engine", "temporary congestion"),
    marked("Engine", "local limit exceeded"),
    marked("Engine", "for the moment, without a reason"),
    marked("Engine", "not listed"),
    marked(
        "Engine",
        "Read the AE title in the settings of {peer} and enter it exactly so: capitals and small letters count.",
    ),
    marked("Engine", "At {host} {titles} is entered, too."),
    marked("Engine", "Enter it: `pacsdesk peers change NAME --ae-title AE`."),
    marked(
        "Engine", "If it has several AEs, ask which one serves us; or have {title} entered there as a further title."
    ),
    marked("Engine", "{peer} rejected us: it does not know the AE title {calling}, or not at this computer's address."),
    marked("Engine", "{peer} rejected us and gives no reason; mostly it does not know the AE title {calling}."),
    marked("Engine", "We called from {address}."),
    marked("Engine", "Have us entered at {peer}: AE title {calling}, the address of this computer, and our port."),
    marked(
        "Engine",
        "If we are entered there, compare each letter, capitals included, and the address: it may be an old one.",
    ),
    marked("Engine", "Or ask as a title that it knows: `--calling AE`, and set that as ours (`dicom.ae_title`)."),
    marked("Engine", "Look into the log of {peer}; only it knows the reason."),
    marked(
        "Engine",
        "{peer} takes associations under any AE title, not only under {title}: whether that is spelt right shows only"
        " when it is replaced by a system that minds.",
    ),
    marked("Engine", "A second association, under a title that nobody has, was accepted, too."),
    marked("Engine", "Compare {title} with the AE title in the settings of {peer}."),
    marked("Engine", "Have it check the called AE title, if it can."),
    # busy
    marked(
        "Engine",
        "{peer} takes no further association at the moment: as many are open as it allows, or it is starting or "
        "stopping.",
    ),
    marked("Engine", "Try again in a minute."),
    marked(
        "Engine",
        "See at {peer} who is connected: devices that leave associations open use up its limit. End idle ones there, "
        "and have it end them by itself after some minutes.",
    ),
    marked("Engine", "Raise the number of associations that {peer} allows."),
    marked("Engine", "Let devices send a whole series on one association instead of opening one for each image."),
    marked("Engine", "Try again when nobody works: if it is let in then, it is the number of associations."),
    # not understood
    marked(
        "Engine",
        "{peer} does not understand our request for an association: its program is old, speaks another version, or is"
        " no DICOM service.",
    ),
    marked("Engine", "Aborted with source {source}, reason {number}: {reason}."),
    marked("Engine", "unrecognized PDU"),
    marked("Engine", "unexpected PDU"),
    marked("Engine", "unrecognized PDU parameter"),
    marked("Engine", "unexpected PDU parameter"),
    marked("Engine", "invalid PDU parameter value"),
    marked("Engine", "its application did so by itself"),
    marked("Engine", "See whether the port {port} is that of the DICOM service of {peer}."),
    marked("Engine", "Look into the log of {peer} at this time: it names the part of the request that it minds."),
    marked("Engine", "Ask the maker of {peer} for an update, and give it the evidence above."),
    marked(
        "Engine",
        "Enter that only the echo is used of it and try again: if it is accepted then, it minds one of the services "
        "that we propose.",
    ),
    marked(
        "Engine",
        "{peer} rejected the association with numbers that the standard does not have, so only its own log knows the "
        "reason.",
    ),
    marked(
        "Engine",
        "{peer} aborted the association instead of answering, and the standard has no meaning for how it said so: "
        "only its own log knows the reason.",
    ),
    marked("Engine", "{peer} gave half an answer, or a broken one, so only its own log knows the reason."),
    marked("Engine", "It began to answer in DICOM, then: {detail}."),
    marked("Engine", "See whether it knows us: AE title {calling}, and the address of this computer."),
    marked("Engine", "Give its maker the numbers above."),
    marked("Engine", "Ask as another title that it knows (`--calling AE`): if that is let in, it is about who calls."),
    # slow
    marked("Engine", "{peer} began to answer and did not come to an end in time: {where}."),
    marked("Engine", "{peer} answers slowly: {where}."),
    marked("Engine", "the way there is slow"),
    marked("Engine", "its program is slow, the way there is not"),
    marked("Engine", "The connection itself took {milliseconds} ms."),
    marked("Engine", "See how busy the computer of {peer} is: processor, disk, database."),
    marked(
        "Engine",
        "If the connection itself is slow: look at network cards that do not agree on speed and duplex, at wireless "
        "parts and at what else uses the line.",
    ),
    marked(
        "Engine", "If names take long: enter the address, or put this computer into the name server that the peer asks."
    ),
    marked("Engine", "Repeat it some times: if it is slow only now and then, look at who else works then."),
    # our own port
    marked(
        "Engine",
        "Our own AE {ae_title} does not listen: port {port} on {host} is taken by {owner}. Nobody can send to us "
        "there, and no archive can move anything to us.",
    ),
    marked("Engine", "The listener {ae_title} is down; {owner} has port {port}."),
    marked("Engine", "End {owner}, if it is not needed, and start the engine again."),
    marked("Engine", "Or give {ae_title} another port, and tell everybody who sends to it."),
    marked(
        "Engine",
        "If the title is right: some archives (dcmqrscp) answer the same to a caller that this AE does not "
        "serve. Have {calling} entered there for {title}.",
    ),
    marked(
        "Engine",
        "Where another program ends TLS before the service (stunnel, a load balancer): see whether the "
        "service behind it runs.",
    ),
    marked("Engine", "a program that sends back what it is told"),
    # TLS
    marked("Engine", "Our TLS hello brought not a byte."),
    marked("Engine", "A request for an association without TLS was not answered either."),
    marked("Engine", "To our TLS hello: {seen}."),
    marked(
        "Engine",
        "{peer} showed a certificate that is too weak to prove anything: its key is too short, or it is signed in a "
        "way that is no longer safe.",
    ),
    marked(
        "Engine",
        "Have the administrator of {peer} get another certificate: an RSA key of 2048 bits or more, or ECDSA, signed "
        "with SHA-256.",
    ),
)
