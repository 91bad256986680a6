"""What findings say of queries and worklists, and how a query that matched nothing is asked otherwise: for
translation, see engine_sentences.
"""

from pacsdesk.desktop.kit.translation import marked

QUERY_SENTENCES = (
    # refused
    marked("Engine", "{peer} refused the query: {meaning}."),
    marked("Engine", "Give the level and the unique keys of the levels above it; leave out keys of other levels."),
    marked("Engine", "Narrow the dates, when it would bring too much."),
    marked(
        "Engine",
        "Ask for one study by its Study Instance UID: if that is answered, it is about the keys; if not, about the "
        "archive.",
    ),
    # matched nothing
    marked("Engine", "{key} hid the result: asked {changed}, {peer} answers."),
    marked(
        "Engine",
        "{key} and {other} hid the result: asked {change} and at the same time {another}, {peer} answers.",
    ),
    marked("Engine", "How it was asked"),
    marked("Engine", "The key {name}"),
    marked("Engine", "Asked {changed}, {peer} has {count}."),
    marked("Engine", "Asked {change} and at the same time {another}, {peer} has {count}."),
    marked("Engine", "In these, {name} is {values}."),
    marked("Engine", "{values} and others"),
    marked("Engine", "{number} answer"),
    marked("Engine", "{number} answers"),
    marked("Engine", "at least {number} answer"),
    marked("Engine", "at least {number} answers"),
    marked("Engine", "Ask with {name}={value}, or leave {name} empty."),
    marked("Engine", "Ask {changed}."),
    marked("Engine", "Ask {change} and at the same time {another}."),
    marked(
        "Engine", "At the device that asked in vain, look how it fills in this key: a worklist, a default, or a person."
    ),
    marked("Engine", "{peer} has nothing that matches, or does not show it to whoever asks."),
    marked("Engine", "{number} other ways to ask matched nothing either."),
    marked("Engine", "See whether the images ever came: look for the study at the device, and for its send queue."),
    marked("Engine", "See in {peer} whether the calling AE title may see all patients."),
    marked("Engine", "See whether it stands there under another name or ID (a merged or corrected patient)."),
    marked("Engine", "Ask the same as another calling AE title: if that is answered, it is a matter of rights."),
    # asked otherwise
    marked("Engine", "without {key} ({value})"),
    marked("Engine", "{key} as {value} ({why})"),
    marked("Engine", "{change} and at the same time {another}"),
    marked("Engine", "ModalitiesInStudy instead of Modality"),
    marked("Engine", "at the level of studies"),
    marked("Engine", "in the {model} model"),
    marked("Engine", "in the character set {name}"),
    marked("Engine", "without station and modality"),
    marked("Engine", "a caret between family and given name"),
    marked("Engine", "family name first"),
    marked("Engine", "with a wildcard at its end"),
    marked("Engine", "in capitals"),
    marked("Engine", "the family name alone"),
    marked("Engine", "any letter for those with marks"),
    marked("Engine", "without blanks"),
    marked("Engine", "with anything around it"),
    marked("Engine", "as the standard writes dates"),
    marked("Engine", "a day before and after"),
    marked("Engine", "a week before and after"),
    marked("Engine", "two weeks before and after"),
    # worklists
    marked(
        "Engine",
        "See in the information system which station AE title orders for this room get, and correct the mapping there.",
    ),
    marked("Engine", "Or have the device ask without the station, if its list then stays short enough."),
    marked(
        "Engine", "See in the information system to which modality the procedure code is mapped, and correct it there."
    ),
    marked("Engine", "Or have the device ask for both modalities."),
    marked("Engine", "Compare date and time zone of the device, the worklist server and the information system."),
    marked("Engine", "See for which day the order was planned: it may have been moved."),
    marked(
        "Engine", "At the device that asked in vain, look what it fills in here: a default, or what a person typed."
    ),
    marked("Engine", "Ask for the day for which the order is planned: only two weeks before and after were tried."),
    marked(
        "Engine", "{peer} has nobody on its worklist who matches; the other ways that were tried found nobody either."
    ),
    marked(
        "Engine",
        "See in the information system whether the order exists, and whether it is planned and released: orders that "
        "are only placed, begun or completed do not stand in worklists.",
    ),
    marked(
        "Engine",
        "See whether orders reach {peer} at all: its HL7 interface (ORM, OMI), its queue, the time of the last "
        "message.",
    ),
    marked("Engine", "See in {peer} whether the calling AE title may see this list."),
    marked(
        "Engine",
        "Enter a test order for today in the information system and ask again: if it does not come, the feed is down.",
    ),
    marked(
        "Engine",
        "{peer} answers with entries for other stations than {asked}: it does not look at this key, and the device "
        "shows patients who are not meant for it.",
    ),
    marked(
        "Engine",
        "{peer} answers with entries for other modalities than {asked}: it does not look at this key, and the device "
        "shows patients who are not meant for it.",
    ),
    marked("Engine", "{number} of {entries} entries are for {values}."),
    marked("Engine", "Have {peer} match {key}: it is a required matching key (PS3.4 table K.6-1)."),
    marked("Engine", "Until then filter at the device."),
    marked(
        "Engine",
        "{peer} sends names that cannot be read: they are written in one character set and said to be in another.",
    ),
    marked("Engine", "{number} of {entries} names have signs as of UTF-8 that was taken for Latin letters."),
    marked(
        "Engine",
        "Have the Specific Character Set (0008,0005) of {peer} set to what its names are written in: ISO_IR 192 for "
        "UTF-8, ISO_IR 100 for Western European letters.",
    ),
    marked("Engine", "See in which character set orders come in: the HL7 message says it in MSH-18."),
    marked(
        "Engine", "Look at one name in the information system: if it is right there, it breaks at the worklist server."
    ),
    # how queries end
    marked("Engine", "it does not take queries of this model (result {number})"),
    marked("Engine", "it goes on answering what was cancelled"),
    marked(
        "Engine",
        "{peer} accepted the association and did not come to an end in time when it was asked for {services}:"
        " it is overloaded, hangs, or its answers do not come through.",
    ),
    marked(
        "Engine",
        "The association was accepted, and the request sent; then {problem}. {number} answers had come before.",
    ),
    marked("Engine", "The association was accepted, and the request sent; then {problem}."),
    marked("Engine", "Ask for less at once, as narrower dates or a single patient."),
    marked(
        "Engine",
        "Run the ladder to {peer}: if the echo is slow too, it is the line or the computer; if not, its database.",
    ),
    marked(
        "Engine",
        "{peer} accepted the association and answered with what makes no sense when it was asked for "
        "{services}: its program is at fault.",
    ),
    marked("Engine", "{peer} accepted the association and broke off when it was asked for {services}."),
    marked("Engine", "Show this to the maker of {peer}; a trace has each byte."),
    marked(
        "Engine",
        "Ask the same again: if it ends in the same way each time, it is about what is asked; if now and "
        "then, about the way there.",
    ),
    marked(
        "Engine",
        "{peer} lets us in, but breaks off as soon as it is asked for {services}: most likely the AE title "
        "{calling} may not use that there.",
    ),
    marked("Engine", "Have {calling} entered at {peer}, and allowed {services} there."),
    marked("Engine", "Look into the log of {peer} at this time: a program that aborts writes why."),
    marked("Engine", "The context for {services} was not answered."),
    marked("Engine", "{peer} does not offer us {services}: it has no worklist, or none for {calling}."),
    marked("Engine", "Ask another system for it: often the RIS or a broker provides it, and not the archive."),
    marked("Engine", "{peer} does not offer us {services} in the {model} information model."),
    marked("Engine", "study root"),
    marked("Engine", "patient root"),
    marked("Engine", "Ask in the other information model: {command}."),
    marked(
        "Engine",
        "{peer} ended the query with the status {status}, which the standard does not have for queries, so "
        "only its own log knows what it means.",
    ),
    marked("Engine", "Status {status}, after {number} answers."),
    marked("Engine", "Take what came as part of the answer at most."),
    marked("Engine", "{peer} sent answers that cannot be read: what came is no DICOM dataset."),
    marked("Engine", "{number} of {total} answers cannot be read."),
    marked("Engine", "Do not rely on this list: entries are missing from it."),
    marked("Engine", "{peer} took {seconds} s to answer: devices that wait less than that give up, and show nothing."),
    marked("Engine", "{number} answers after {seconds} s."),
    marked("Engine", "Ask by keys for which databases have an index: patient ID, study date, accession number."),
    marked("Engine", "{number} answers had come before."),
)
