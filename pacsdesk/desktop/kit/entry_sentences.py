"""What is noticed about entries of peers and of our own AE titles, and what of them a finding proposes to change: for
translation, see engine_sentences.
"""

from pacsdesk.desktop.kit.translation import marked

ENTRY_SENTENCES = (
    # while an entry is typed
    marked("Engine", "An AE title is missing."),
    marked("Engine", "Blanks before or after the AE title do not count and are left out."),
    marked("Engine", "An AE title has at most {number} characters, this one has {length}."),
    marked("Engine", "An AE title takes printable ASCII but the backslash, not {wrong}."),
    marked(
        "Engine",
        "The AE title has a blank inside: some systems cannot enter one; make sure that the other side has it, too.",
    ),
    marked(
        "Engine", "{holder} has the AE title {other}: case counts, so the two are different, and easily taken for one."
    ),
    marked("Engine", "Our own side"),
    marked("Engine", 'It takes a host name, an address, a subnet such as 10.1.0.0/16, or "any".'),
    marked("Engine", "A port is a number from 1 to 65535."),
    marked("Engine", "{name} has this AE title, host and port already: change that entry instead."),
    marked("Engine", "At this host and port listens {ae_title}: this peer is ourselves."),
    marked(
        "Engine",
        "{ae_title} listens at {own} only, where {host} cannot reach it: set dicom.host to an address of this "
        "computer, or to 0.0.0.0 for all of them.",
    ),
    marked("Engine", "{title} is our own title already, of {holder}."),
    marked("Engine", "TLS needs files: there is no {what} in {path} ({setting})."),
    marked("Engine", "certificate of ours"),
    marked("Engine", "private key of ours"),
    marked("Engine", "certificate that we trust"),
    # when it is saved
    marked("Engine", "{host} is no address to listen on."),
    marked("Engine", "It takes an address of this computer, as in 127.0.0.1, or 0.0.0.0 for all of them."),
    marked("Engine", "Leave it out to listen where the main title does."),
    marked("Engine", "The notes cannot be taken."),
    marked("Engine", "They have at most {number} characters."),
    marked("Engine", "{ae_title} has the same title twice."),
    marked("Engine", "An alias is a further title."),
    marked("Engine", "{title} is our own title already."),
    marked("Engine", "It is an alias of {holder}."),
    marked("Engine", "An AE title stands for one of our entries."),
    marked("Engine", "{host} is no host."),
    marked("Engine", "Enter the address that the peer calls from."),
    marked("Engine", "The peer's name or notes cannot be taken."),
    marked("Engine", "A name has printable characters only, notes have at most {number}."),
    marked("Engine", "The peer's contact cannot be taken."),
    marked("Engine", "It has at most {number} printable characters."),
    marked("Engine", "{name} is no character set of DICOM."),
    marked("Engine", "It takes a defined term of Specific Character Set (0008,0005)."),
    marked("Engine", "ISO_IR 192 is Unicode, ISO_IR 100 Western European; leave it empty when in doubt."),
    marked("Engine", "The file has this entry twice."),
    marked("Engine", "It is entered as {name}: AE title, host and port are the same."),
    marked("Engine", "there is no field {name}"),
    marked("Engine", "{field} is missing"),
    marked("Engine", "a port"),
    marked("Engine", "a time-out"),
    marked("Engine", "{what} is a whole number, not {text}"),
    marked("Engine", "{word} is none of {known}"),
    marked("Engine", "We have no further AE title {name}."),
    marked("Engine", "A peer and a title of ours cannot be compared."),
    marked("Engine", "Choose two versions of one kind."),
    marked("Engine", "Entries are not written as {form}."),
    marked("Engine", "It is read only."),
    marked("Engine", "There is no version {number}."),
    # what a finding proposes to change
    marked("Engine", "Call {name} as {title}: {why}."),
    marked("Engine", "Call {name} at port {port}: {why}."),
    marked("Engine", "{name} is entered with it for the same host"),
    marked("Engine", "it is the nearest title that is entered here"),
    marked("Engine", "it is a usual one; this is a guess"),
    marked("Engine", "it is the usual one for TLS; this is a guess"),
    marked("Engine", "Call {name} at {near}: it is the nearest host that is entered here."),
    marked("Engine", "Call {name} with mutual TLS: it is shown our certificate, and must show one when it calls us."),
    marked("Engine", "Call {name} with TLS: it expects that at this port. When it calls us, it must use TLS as well."),
    marked(
        "Engine", "Call {name} without TLS. Whoever is on the way can read what is sent: only if your rules allow that."
    ),
    marked("Engine", "Have {ae_title} listen at port {port}, which is free. Tell everybody who sends to it."),
    marked("Engine", "Listen at all addresses of this computer, from the next start of the engine on."),
)
