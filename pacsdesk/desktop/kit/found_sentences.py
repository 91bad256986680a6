"""What findings say of studies that were stored and are not shown, and of files of entries: for translation, see
engine_sentences.
"""

from pacsdesk.desktop.kit.translation import marked

FOUND_SENTENCES = (
    # stored, and not shown
    marked(
        "Engine",
        "{peer} filed the study under another patient than it was sent with: it has the patient ID {there} there, and"
        " was sent with {sent}.",
    ),
    marked("Engine", "The study is found by its Study Instance UID, with another patient."),
    marked(
        "Engine",
        "See in {peer} whether it matched the study to an order, or merged two patients: then it is right, and "
        "whoever sent it has the wrong patient.",
    ),
    marked("Engine", "Else correct it there, and tell whoever has a copy from {peer}."),
    marked(
        "Engine",
        "{peer} shows {number} of the {instances} instances that it took: the others are still being filed, or lie "
        "elsewhere.",
    ),
    marked("Engine", "Its find says {number} instances for this study."),
    marked("Engine", "Look again in some minutes: some archives file later than they answer."),
    marked("Engine", "Else look in {peer} for a queue of conflicts or of unassigned images."),
    marked("Engine", "Asked for the Study Instance UID, its find has no answer."),
    marked(
        "Engine",
        "{peer} took the study and does not have it under its UID: the patient's studies there have other UIDs. It "
        "gave them new UIDs, or split the study.",
    ),
    marked("Engine", "Of the patient it has {number} studies, as {uids}."),
    marked("Engine", "See in {peer} whether one of these holds the images, and which rule gives studies new UIDs."),
    marked("Engine", "Have that rule switched off: reports and comparisons find images by these UIDs."),
    marked(
        "Engine",
        "{peer} took {number} instances and does not show them: they wait in a queue of conflicts or of unassigned "
        "images, are filed under another patient, or are not in its index yet.",
    ),
    marked("Engine", "Asked for the patient ID, it has none either."),
    marked(
        "Engine",
        "Look in {peer} for a queue of conflicts, of unmatched or unassigned images, and match it to its order.",
    ),
    marked("Engine", "See in {peer} whether the title under which we asked may see all studies."),
    marked("Engine", "Ask for storage commitment: what is not safe there is named with its reason."),
    # files of entries
    marked("Engine", "{name} is no file of entries that is known."),
    marked("Engine", "Neither its name nor its content tells its form."),
    marked("Engine", "Say which of them it is: {forms}."),
    marked("Engine", "{name} has {number} entries."),
    marked("Engine", "At most {number} are taken in."),
    marked("Engine", "{name} cannot be read as {form}."),
    marked("Engine", "line {number}"),
    marked("Engine", "It is not title, host, port and compression."),
    marked("Engine", "It stands for many titles; an entry of ours is one."),
    marked("Engine", "Its host is a pattern; enter a subnet such as 10.1.0.0/16."),
    marked("Engine", "It has {number} cells, the first line {first}."),
    marked("Engine", "It is no table."),
    marked("Engine", "{name} has a value of the wrong kind."),
    marked("Engine", "It is not name = (TITLE, host, port)."),
    marked("Engine", "It is a group of other entries; those are taken in by themselves."),
    marked("Engine", "It is not (TITLE, host, port)."),
    marked("Engine", "It is there twice."),
    marked("Engine", "It is not [title, host, port]."),
    marked("Engine", "It is neither a list nor an object."),
    marked("Engine", "Title, host and port are needed."),
    marked("Engine", "It has no line of title, host and port."),
    marked("Engine", "Its first line names {wrong}; there are {fields}."),
    marked("Engine", "Its first line names the fields, name among them, each once."),
    marked("Engine", "Line {number} is no CSV: {error}."),
    marked("Engine", "It is no TOML: {error}."),
    marked("Engine", "It is nested too deep."),
    marked("Engine", "It has a table {name}; there are peers and aes."),
    marked("Engine", "{name} are tables of their own: [[{name}]]."),
    marked("Engine", "It has no line HostTable BEGIN."),
    marked("Engine", "It has no line HostTable END."),
    marked("Engine", "It is no JSON: {error}."),
    marked("Engine", "It is no JSON object."),
    marked("Engine", "It has no DicomModalities."),
)
