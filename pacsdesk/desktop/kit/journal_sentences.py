"""Why an association of the journal was refused, cut short or answered failures: for translation, see
engine_sentences.
"""

from pacsdesk.desktop.kit.translation import marked

JOURNAL_SENTENCES = (
    # whom this archive turned away
    marked("Engine", "A caller"),
    marked("Engine", "this archive"),
    marked("Engine", "This archive"),
    marked("Engine", "us"),
    marked("Engine", "this computer"),
    marked("Engine", "This archive's reason: {why}"),
    marked("Engine", "It was told: {numbers}."),
    marked("Engine", "{place} was turned away: it called {called}, and this archive is called {ours}."),
    marked("Engine", "no title"),
    marked("Engine", "another"),
    marked("Engine", "At {other}, change the called AE title to {ours}: letter by letter."),
    marked(
        "Engine", "Or have this archive answer to {called} too: `pacsdesk aes add` makes it a further title of ours."
    ),
    marked("Engine", "A device without a called AE title is not set up yet: enter ours there."),
    marked("Engine", "At {address} is entered: {entered}."),
    marked("Engine", "{title} ({address}) was turned away: no peer is entered with this AE title."),
    marked("Engine", "A caller without a title ({address}) was turned away: no peer is entered with this AE title."),
    marked("Engine", "If it may come in, enter it as a peer with the AE title {title} and the address {address}."),
    marked("Engine", "Enter an AE title of its own at the device; without one nobody can be told from another."),
    marked("Engine", "If it is a peer under another title, correct the title there, or in its entry."),
    marked("Engine", "If nobody knows it, leave it outside, and find out what stands at that address."),
    marked("Engine", "{title} was turned away: it called from {address}, and is entered for another address."),
    marked("Engine", "Entered with this AE title: {entered}."),
    marked("Engine", "{name} (no address)"),
    marked(
        "Engine",
        "If the device has a new address, change its entry: `pacsdesk peers change NAME --host {address}`. Give it a "
        "fixed address, so that it stays right.",
    ),
    marked("Engine", "If another device uses the same AE title, give it one of its own."),
    marked(
        "Engine",
        "See whether something on the way (a router, a gateway) shows its own address instead of the device's.",
    ),
    marked("Engine", "{name} was turned away: its entry wants {tls}, and it called without."),
    marked("Engine", "mutual TLS"),
    marked("Engine", "Turn TLS on at the device, with our port for TLS, and a certificate where the entry wants one."),
    marked("Engine", "Or enter it without, if your rules allow that: `pacsdesk peers change NAME --tls plain`."),
    marked("Engine", "{name} was turned away: its entry does not allow what it asked for."),
    marked("Engine", "{title} was not known then, and is entered by now as {name}."),
    marked("Engine", "If it may do that, allow it in its entry: `pacsdesk peers change NAME --allow SERVICES`."),
    marked("Engine", "If not, have the device stop asking for it."),
    marked("Engine", "Let it call again."),
    marked("Engine", "{place} was turned away: its request is not what DICOM says that one looks like."),
    marked("Engine", "Update the program of the device; tell its maker the reason above."),
    marked(
        "Engine",
        "See whether it is a DICOM program at all that calls from there: a scanner for open ports looks like this.",
    ),
    marked(
        "Engine",
        "{place} was turned away: its computer already had as many associations with this archive as one may have.",
    ),
    marked("Engine", "{place} was turned away: this archive had no place left for it, or was stopping."),
    marked(
        "Engine", "See in the associations that are open who holds places without doing anything, and end idle ones."
    ),
    marked("Engine", "Have {other} send a whole series on one association instead of opening one for each image."),
    marked("Engine", "Raise the limit: `dicom.maximum_associations_per_host`."),
    marked("Engine", "Raise the limit: `dicom.maximum_associations`."),
    # presentation contexts
    marked("Engine", "{refuser} does not allow {asker} what it was asked for: {kinds}."),
    marked("Engine", "{refuser} takes none of the transfer syntaxes that were offered for {kinds}."),
    marked("Engine", "{refuser} does not take this kind of object or service: {kinds}."),
    marked("Engine", "Nothing that was asked for could be used."),
    marked("Engine", "Context {number}, {kind}: result {result}, offered {syntaxes}."),
    marked(
        "Engine",
        "If {asker} may do that, allow it in the settings of {refuser}: a peer's entry says which services it may use.",
    ),
    marked("Engine", "Offer an uncompressed transfer syntax too (Explicit or Implicit VR Little Endian)."),
    marked("Engine", "Or turn the compression on in the settings of {refuser}."),
    marked("Engine", "Turn the SOP class on in the settings of {refuser}, if it has it."),
    marked("Engine", "If nobody needs it, it is as it should be: many devices ask for all that there is."),
    # cut short
    marked("Engine", "One request was answered before, in {seconds} s."),
    marked("Engine", "{number} requests were answered before, in {seconds} s."),
    marked(
        "Engine",
        "See whether a firewall or an intrusion detection on the way cuts DICOM connections; ask for an exception.",
    ),
    marked("Engine", "Repeat it from a computer beside {other}: if it is not cut there, something on the way cuts it."),
    marked("Engine", "{other} sent what DICOM does not allow, and was cut off: its program is at fault."),
    marked("Engine", "What came: {problem}."),
    marked("Engine", "Update the program of {other}; give its maker what came, and a trace."),
    marked("Engine", "See whether something on the way changes what is sent: a proxy, a faulty network card."),
    marked("Engine", "{other} did not answer in time: it is overloaded, hangs, or its answers do not come through."),
    marked("Engine", "The answer to a request was overdue."),
    marked("Engine", "Try with a smaller maximum PDU length: if that is answered, large packets are lost on the way."),
    marked("Engine", "{other} left its association open and fell silent, so this archive ended it."),
    marked("Engine", "Nothing came for longer than this archive waits."),
    marked(
        "Engine", "If everything was answered, nothing is lost: have {other} release its associations when it is done."
    ),
    marked("Engine", "If it was in the middle of sending, it hangs or its network failed: restart the transfer there."),
    marked("Engine", "{other} let us in and aborted at our first request: mostly our AE title may not ask that there."),
    marked("Engine", "Have {calling} allowed this service in the settings of {other}."),
    marked("Engine", "Ask as a title that may do it (`--calling AE`): if that is answered, it is about the rights."),
    marked(
        "Engine",
        "{other} gave the association up in its midst: a person cancelled it there, its program failed, or its own "
        "time-out is too short.",
    ),
    marked("Engine", "Send again what is missing; what was answered with success is stored."),
    marked("Engine", "See whether {other} has a limit for how long an association may last."),
    marked("Engine", "The connection ended."),
    marked(
        "Engine",
        "{other} was lost in the midst of the association: its program or computer stopped, or the network failed.",
    ),
    # calls of ours that came to nothing
    marked("Engine", "Test the peer from here: the steps show how far one comes, and what answers instead."),
    marked("Engine", "This computer found no address for the name of {other}, so it was never called."),
    marked("Engine", "Look at the spelling of the host in the entry of {other}, or enter its address instead."),
    marked("Engine", "The computer of {other} refused the connection: no program listens at {address}."),
    marked(
        "Engine",
        "Nothing answered at {address}: {other} was off, has another address by now, or a firewall drops what we send.",
    ),
    marked("Engine", "See whether {other} is on, and read its address from its own screen."),
    marked("Engine", "Ask your network's administrator to allow TCP from this computer to {address}."),
    marked("Engine", "This computer knows no way to {address}."),
    marked("Engine", "See whether the network cable or the VPN is connected."),
    marked("Engine", "Something at {address} took the connection and ended it at once, without a word."),
    marked("Engine", "Let this computer's address into its list of allowed hosts."),
    marked("Engine", "The system could not connect to {other} at {address}."),
    marked("Engine", "Read what the system said, above."),
    marked("Engine", "Look at the host and port in the entry of {other}."),
    marked(
        "Engine", "{other} took the connection at {address} and then said nothing to our request for an association."
    ),
    marked(
        "Engine",
        "{other} took the connection at {address} and ended it without an answer to our request for an association.",
    ),
    marked("Engine", "What answered at {address} does not speak DICOM, or speaks it wrongly."),
    marked("Engine", "See whether the port is that of the DICOM service of {other}."),
    marked("Engine", "Update the program of {other}."),
    marked("Engine", "What was seen: {problem}."),
    # objects and requests that were refused
    marked("Engine", "{taker} refused {objects} of {sender}: {why}."),
    marked("Engine", "it has no room, or could not write"),
    marked("Engine", "Look how much room the disk of {taker} has, and whether its database can be written."),
    marked("Engine", "Send again once there is room: what was refused is not stored."),
    marked("Engine", "the object is not as its SOP class says, or lacks what it must have"),
    marked("Engine", "Look into the log of {taker} at this time: it names the element."),
    marked("Engine", "Have {sender} send one of them as a file and look at its UIDs and its SOP class."),
    marked("Engine", "Repair it at {sender}, then send it again."),
    marked("Engine", "it does not take this kind of object"),
    marked("Engine", "Turn the SOP class on in the settings of {taker}, or send it elsewhere."),
    marked("Engine", "{sender} is not allowed to store there"),
    marked("Engine", "Allow {sender} to store in the settings of {taker}."),
    marked("Engine", "{number} {operation} answered with status {status}."),
    marked("Engine", "Look into the log of {answerer} at this time: it names the reason."),
    marked("Engine", "{answerer} let {asker} in, but refused {operation}: {reason}."),
    marked("Engine", "Allow {asker} this service in the settings of {answerer}."),
    marked("Engine", "If it is allowed, ask in the other information model: some serve the study root only."),
    marked("Engine", "{answerer} does not know the destination that {asker} named for a retrieval."),
    marked(
        "Engine", "Enter the destination at {answerer}: AE title, address and port. Compare each letter of the title."
    ),
    marked("Engine", "Or retrieve by C-GET, which needs no destination."),
    marked("Engine", "{answerer} found what {asker} wanted, and could not send it to its destination."),
    marked(
        "Engine",
        "Test the destination from where the objects lie: is it on, does it know the sender, is its port open?",
    ),
    marked("Engine", "See among the associations at this time the one to the destination, and how it ended."),
    marked("Engine", "{answerer} refused a performed procedure step of {asker}."),
    marked("Engine", "A step that is completed or discontinued cannot be changed any more."),
    marked("Engine", "{answerer} refused {operation} of {asker}."),
    marked("Engine", "Only a part of what was to be retrieved could be sent by {answerer}."),
    marked("Engine", "{number} {operation} answered with status B000: some sub-operations failed."),
    marked(
        "Engine",
        "See among the associations at this time the one to the destination: which objects failed, with which status.",
    ),
    marked("Engine", "Retrieve again what is missing, once the cause is gone."),
    # the step at which a call of ours failed
    marked("Engine", "resolve: {problem}"),
    marked("Engine", "connect: {problem}"),
    marked("Engine", "associate: {problem}"),
    marked("Engine", "tls: {problem}"),
)
