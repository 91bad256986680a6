"""What findings say of the way to a peer, up to the association: for translation, see engine_sentences."""

from pacsdesk.desktop.kit.translation import marked

FINDING_SENTENCES = (
    # of several
    marked("Engine", "Did you mean {word}?"),
    marked("Engine", "The step {step} ended after {milliseconds} ms: {detail}."),
    marked("Engine", "The step {step} took {milliseconds} ms."),
    marked("Engine", "At the step {step}: {what}."),
    marked("Engine", "Look into the log of {peer} at this time."),
    marked("Engine", "What came first: {first}."),
    marked("Engine", "{host} port {port}"),
    # names and networks
    marked("Engine", "This computer finds no address for the name {host}, so {peer} was never called."),
    marked("Engine", "Look at the spelling of {host} in the entry of {peer}."),
    marked("Engine", "Enter the address itself (as 192.0.2.10) instead of the name; it needs no name server."),
    marked("Engine", "If the name is right, ask your network's administrator to enter it in the name server (DNS)."),
    marked(
        "Engine",
        "Ask for the name on another computer: `nslookup {host}`. If it is found there, this computer asks the wrong "
        "name server.",
    ),
    marked(
        "Engine",
        "This computer knows no way to {address}, the address of {peer}: its network cannot be reached, or nobody "
        "there has the address.",
    ),
    marked(
        "Engine",
        "The network knows no way to {address}, the address of {peer}: its network cannot be reached, or nobody there"
        " has the address.",
    ),
    marked("Engine", "This computer could not connect to {peer} at {place}, for a reason of its own system."),
    marked("Engine", "See whether this computer's network cable or wireless network is connected."),
    marked("Engine", "Compare the address {address} with that of {peer}: a wrong number leads to another network."),
    marked(
        "Engine", "Ask your network's administrator whether a gateway leads from this computer's network to that one."
    ),
    marked(
        "Engine",
        "Call another device in the same network: if it fails too, the way is missing; if not, the address is wrong.",
    ),
    # no answer, refused
    marked("Engine", "The computer of {peer} answers, but refused the connection: no program listens at {place}."),
    marked("Engine", "The connection was refused after {milliseconds} ms ({detail})."),
    marked("Engine", "Start the DICOM service of {peer}, or see in its own settings whether it is on."),
    marked("Engine", "Compare the port. DICOM is mostly at 104 or 11112, with TLS at 2762."),
    marked("Engine", "Other peers at {host} are entered with port {ports}."),
    marked("Engine", "`pacsdesk peers change` sets another."),
    marked(
        "Engine", "See at which address it listens: a service bound to 127.0.0.1 is reached from its own computer only."
    ),
    marked(
        "Engine",
        "Connect on the computer of {peer} itself to the same port: if that works, it listens there for its own "
        "computer only, or its firewall refuses us.",
    ),
    marked(
        "Engine",
        "The computer at {address} is on, but its port {port} stays silent: a firewall there or on the way drops what"
        " we send.",
    ),
    marked(
        "Engine",
        "Nothing answers at {place}: {peer} is off, has another address by now, or a firewall drops what we send.",
    ),
    marked(
        "Engine",
        "See whether {peer} is on, and read its address from its own screen: devices that get theirs from DHCP change"
        " it. Give it a fixed one.",
    ),
    marked(
        "Engine",
        "Ask your network's administrator to allow TCP from this computer to {place}, in both firewalls and between "
        "the VLANs.",
    ),
    marked("Engine", "Compare network masks and gateways at both ends."),
    marked(
        "Engine", "Let {peer} call us: if its echo arrives here, the way is there and only its own port is filtered."
    ),
    marked(
        "Engine",
        "{peer} takes the connection at {place} and then says nothing: the program behind the port hangs, or waits "
        "for something that is no DICOM.",
    ),
    marked("Engine", "The connection was accepted."),
    marked("Engine", "To our request for an association not a byte came."),
    marked("Engine", "Neither a TLS hello nor a web request was answered."),
    marked("Engine", "Restart the DICOM service of {peer}; its log may say what it waits for."),
    marked("Engine", "See whether the port is the right one: another program may listen there."),
    marked("Engine", "If it asks a name server for each caller, a slow one holds it up: enter this computer there."),
    marked(
        "Engine",
        "Run an echo from the computer of {peer} itself: if that is silent too, the service hangs; if not, something "
        "on the way holds back what we say.",
    ),
    # closed at once
    marked(
        "Engine",
        "Something at {place} takes the connection and ends it at once, without a word: a port forward or load "
        "balancer whose target is off, or a server that does not let this computer's address in.",
    ),
    marked("Engine", "Our request for an association: {detail}."),
    marked(
        "Engine", "A second connection, on which we said nothing, was ended just as fast: it is not about what we say."
    ),
    marked("Engine", "See whether the DICOM service of {peer} itself runs behind the port forward or load balancer."),
    marked("Engine", "Let this computer's address into its list of allowed hosts, and into firewalls that check it."),
    marked("Engine", "Look into the log of {peer}: a refused address is mostly written there."),
    marked("Engine", "Call it from another computer that works with it: if that is let in, it filters by address."),
    marked(
        "Engine",
        "{peer} heard our request for an association and hung up without an answer: it does not understand the "
        "request, or turns the AE title {calling} away without saying so.",
    ),
    marked("Engine", "A connection on which we say nothing stays open: it is about what we say."),
    marked(
        "Engine",
        "See in the settings of {peer} whether {calling} is entered as a caller, with this computer's address.",
    ),
    marked("Engine", "See whether the port is that of its DICOM service: another program would hang up, too."),
    marked(
        "Engine", "Ask as a title that it knows (`--calling AE`): if that is answered, it is about the title {calling}."
    ),
    # not DICOM
    marked("Engine", "At {host} port {port} {what} answers, not the DICOM service of {peer}: the port is a wrong one."),
    marked("Engine", "a web server"),
    marked("Engine", "a remote login (SSH)"),
    marked("Engine", "a mail or file server"),
    marked("Engine", "an HL7 interface"),
    marked("Engine", "a program that is no DICOM service"),
    marked("Engine", "On this computer the port belongs to {owner}."),
    marked("Engine", "Look up the DICOM port in the settings of {peer}; mostly it is 104 or 11112."),
    marked("Engine", "Where it serves DICOMweb, that is another protocol; its DICOM port is a different one."),
    marked("Engine", "Enter it: `pacsdesk peers change NAME --port PORT`."),
    marked(
        "Engine",
        "If the port is right, another program took it before the DICOM service of {peer} could: end that program, "
        "then start the service again.",
    ),
    # TLS
    marked("Engine", "{peer} expects an encrypted connection (TLS) at {place}, and we spoke without."),
    marked("Engine", "The first bytes that came are {detail}."),
    marked(
        "Engine",
        "Enter {peer} with TLS: `pacsdesk peers change NAME --tls tls` (mutual when it also wants our certificate).",
    ),
    marked("Engine", "Or enter its port for plain DICOM, if it has one and your rules allow it."),
    marked("Engine", "{peer} speaks DICOM without encryption at {place}, and we called it with TLS."),
    marked("Engine", "Enter the port at which it speaks TLS, mostly 2762, if it has one."),
    marked("Engine", "Or turn TLS on in the settings of {peer}."),
    marked("Engine", "Or enter it without TLS, if your rules allow that: `pacsdesk peers change NAME --tls plain`."),
    marked(
        "Engine",
        "{peer} hung up when we began with TLS at {place}: mostly such a port speaks plain DICOM, or no DICOM at all.",
    ),
    marked("Engine", "See in the settings of {peer} at which port it speaks TLS, mostly 2762."),
    marked("Engine", "Look into its log at this time: a TLS service writes why it refuses a caller."),
    marked("Engine", "Enter it without TLS only if your rules allow that: `pacsdesk peers change NAME --tls plain`."),
    marked("Engine", "Try it without TLS from a test peer entry: if that is answered, the port is a plain one."),
    marked(
        "Engine",
        "{peer} showed a certificate that we do not trust: neither it nor the authority that signed it is among ours.",
    ),
    marked(
        "Engine",
        "Get the certificate of its authority, or its own, from the administrator of {peer} by a way that you trust.",
    ),
    marked("Engine", "Add it to the file that the setting `tls.trusted` names; it is read again by itself."),
    marked("Engine", "If the certificate is a new one that nobody knows of, ask first: somebody may stand between."),
    marked("Engine", "The certificate of {peer} has expired, so it proves nothing any more."),
    marked("Engine", "Have the administrator of {peer} renew its certificate."),
    marked("Engine", "If it is still valid by its own dates, set the clock of this computer."),
    marked("Engine", "The certificate of {peer} is not valid yet: it was made for later, or a clock is wrong."),
    marked("Engine", "Set the clock of this computer; it is best set from the network (NTP)."),
    marked(
        "Engine", "If the clock is right, have the administrator of {peer} install a certificate that is valid now."
    ),
    marked("Engine", "The certificate of {peer} is made out to another name than {host}, under which we called it."),
    marked("Engine", "Enter {peer} under the name that its certificate has: `pacsdesk peers change NAME --host HOST`."),
    marked(
        "Engine",
        "Or have a certificate made for {host}, which must stand there as subject alternative name; older ones have it "
        "only as common name, and that no longer counts.",
    ),
    marked("Engine", "Or put its own certificate into the file of `tls.trusted`: then its name does not matter."),
    marked(
        "Engine", "{peer} wants a certificate of ours and did not get one that it accepts: without it nobody comes in."
    ),
    marked("Engine", "Set `tls.certificate` and `tls.key` to a certificate for this computer."),
    marked("Engine", "Give that certificate, or its authority's, to the administrator of {peer}, to be trusted there."),
    marked("Engine", "See whether ours has expired."),
    marked(
        "Engine",
        "{peer} and we have no version or cipher of TLS in common; we take TLS 1.2 and 1.3 with the ciphers of BCP "
        "195.",
    ),
    marked(
        "Engine",
        "Turn TLS 1.2 or later on in the settings of {peer}, with ECDHE and AES-GCM; update it if it has none.",
    ),
    marked("Engine", "Older versions are broken and are not to be turned on again."),
    marked("Engine", "The TLS handshake with {peer} failed."),
    marked("Engine", "Look at our own certificate and key (`tls.certificate`, `tls.key`)."),
)
