<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Associations</name>
    <message numerus="yes">
        <source>%Ln associations</source>
        <translation>
            <numerusform>%Ln Assoziation</numerusform>
            <numerusform>%Ln Assoziationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln associations chosen</source>
        <translation>
            <numerusform>%Ln Assoziation gewählt</numerusform>
            <numerusform>%Ln Assoziationen gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln associations end once nothing is under way in them.</source>
        <translation>
            <numerusform>%Ln Assoziation endet, sobald nichts mehr im Gange ist.</numerusform>
            <numerusform>%Ln Assoziationen enden, sobald nichts mehr im Gange ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln associations in {path}</source>
        <translation>
            <numerusform>%Ln Assoziation in {path}</numerusform>
            <numerusform>%Ln Assoziationen in {path}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connected</source>
        <translation>
            <numerusform>%Ln verbunden</numerusform>
            <numerusform>%Ln verbunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {requests} requests failed.</source>
        <translation>
            <numerusform>%Ln von {requests} Anfragen ist gescheitert.</numerusform>
            <numerusform>%Ln von {requests} Anfragen sind gescheitert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>(result {result}, source {source}, reason {reason})</source>
        <translation>(Ergebnis {result}, Quelle {source}, Grund {reason})</translation>
    </message>
    <message>
        <source>A status that the standard does not list</source>
        <translation>Ein Status, den der Standard nicht nennt</translation>
    </message>
    <message>
        <source>AE title, address or peer - for example: ct01</source>
        <translation>AE-Titel, Adresse oder Gegenstelle - zum Beispiel: ct01</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Aborts</source>
        <translation>Bricht ab</translation>
    </message>
    <message>
        <source>Accepts</source>
        <translation>Nimmt an</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Vereinbart</translation>
    </message>
    <message>
        <source>All directions</source>
        <translation>Alle Richtungen</translation>
    </message>
    <message>
        <source>An association shows here while it lasts: a sender that calls this archive, or a peer that is called from here. Home has the AE title and port to call.</source>
        <translation>Eine Assoziation steht hier, solange sie dauert: ein Absender, der dieses Archiv ruft, oder eine Gegenstelle, die von hier gerufen wird. AE-Titel und Port stehen in der Übersicht.</translation>
    </message>
    <message>
        <source>Another system; a relay passed it on</source>
        <translation>Ein anderes System; ein Relais reichte sie weiter</translation>
    </message>
    <message>
        <source>Another system; a sink took it</source>
        <translation>Ein anderes System; eine Senke nahm sie an</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Asks for an association</source>
        <translation>Bittet um eine Assoziation</translation>
    </message>
    <message>
        <source>Association ID</source>
        <translation>ID der Assoziation</translation>
    </message>
    <message>
        <source>Attribute value out of range</source>
        <translation>Attributwert außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begann</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>Beide Seiten</translation>
    </message>
    <message>
        <source>Called side is</source>
        <translation>Die gerufene Seite ist</translation>
    </message>
    <message>
        <source>Caller is</source>
        <translation>Der Rufer ist</translation>
    </message>
    <message>
        <source>Calls to us</source>
        <translation>Rufe an uns</translation>
    </message>
    <message>
        <source>Calls us</source>
        <translation>Ruft uns</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen auf Wunsch</translation>
    </message>
    <message>
        <source>Choose an association</source>
        <translation>Wählen Sie eine Assoziation</translation>
    </message>
    <message>
        <source>Class UID of the called side</source>
        <translation>Klassen-UID der gerufenen Seite</translation>
    </message>
    <message>
        <source>Class and instance contradict each other</source>
        <translation>Klasse und Instanz widersprechen sich</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Clock offset</source>
        <translation>Uhrenversatz</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connected now</source>
        <translation>Jetzt verbunden</translation>
    </message>
    <message>
        <source>Connected now or past</source>
        <translation>Jetzt verbunden oder vergangen</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Copied as text.</source>
        <translation>Als Text kopiert.</translation>
    </message>
    <message>
        <source>Copy all that is known of the chosen association</source>
        <translation>Alles kopieren, was von der gewählten Assoziation bekannt ist</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Could not be understood or processed</source>
        <translation>Nicht verstanden oder nicht zu verarbeiten</translation>
    </message>
    <message>
        <source>Details of the association</source>
        <translation>Einzelheiten der Assoziation</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Duplicate SOP instance</source>
        <translation>SOP-Instanz doppelt</translation>
    </message>
    <message>
        <source>Duplicate invocation</source>
        <translation>Nachrichtennummer doppelt</translation>
    </message>
    <message>
        <source>Duplicate transaction UID</source>
        <translation>Transaktions-UID doppelt</translation>
    </message>
    <message>
        <source>Each stays here once it is over, with what was agreed and done and how it ended; callers that were turned away too. Home has the AE title and port to call.</source>
        <translation>Jede bleibt hier stehen, wenn sie vorbei ist, mit dem Vereinbarten, dem Getanen und ihrem Ende; abgewiesene Rufer auch. AE-Titel und Port stehen in der Übersicht.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <source>End %Ln associations?</source>
        <translation>
            <numerusform>%Ln Assoziation beenden?</numerusform>
            <numerusform>%Ln Assoziationen beenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>End the association with {ae_title}?</source>
        <translation>Die Assoziation mit {ae_title} beenden?</translation>
    </message>
    <message>
        <source>End the chosen associations once nothing is under way (Del)</source>
        <translation>Die gewählten Assoziationen beenden, sobald nichts im Gange ist (Entf)</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Beendet von</translation>
    </message>
    <message>
        <source>Ended from here</source>
        <translation>Hier beendet</translation>
    </message>
    <message>
        <source>Enter it as a peer that may echo and store from its address</source>
        <translation>Als Gegenstelle eintragen, die von ihrer Adresse Echo und Speichern darf</translation>
    </message>
    <message>
        <source>Evidence pack</source>
        <translation>Belegpaket</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From the caller</source>
        <translation>Vom Rufer</translation>
    </message>
    <message>
        <source>Implementation</source>
        <translation>Implementierung</translation>
    </message>
    <message>
        <source>Implementation class UID</source>
        <translation>Implementation Class UID</translation>
    </message>
    <message>
        <source>In our journal</source>
        <translation>In unserem Journal</translation>
    </message>
    <message>
        <source>In the log of the other side</source>
        <translation>Im Protokoll der Gegenseite</translation>
    </message>
    <message>
        <source>Invalid SOP instance</source>
        <translation>SOP-Instanz ungültig</translation>
    </message>
    <message>
        <source>Invalid argument value</source>
        <translation>Argumentwert ungültig</translation>
    </message>
    <message>
        <source>Invalid attribute value</source>
        <translation>Attributwert ungültig</translation>
    </message>
    <message>
        <source>It ended as it should.</source>
        <translation>Sie endete, wie sie soll.</translation>
    </message>
    <message>
        <source>It had ended by itself.</source>
        <translation>Sie war schon von selbst zu Ende.</translation>
    </message>
    <message>
        <source>It has no times: its events stand in their order.</source>
        <translation>Es hat keine Zeiten: Seine Ereignisse stehen in ihrer Reihenfolge.</translation>
    </message>
    <message>
        <source>It is open: more may be asked on it.</source>
        <translation>Sie ist offen: Es kann noch mehr verlangt werden.</translation>
    </message>
    <message>
        <source>It sent what DICOM does not allow: {complaint}</source>
        <translation>Es kam, was DICOM nicht erlaubt: {complaint}</translation>
    </message>
    <message>
        <source>It was ended here: the relay was stopped, or a person ended it.</source>
        <translation>Sie wurde hier beendet: Das Relais wurde gestoppt, oder jemand beendete sie.</translation>
    </message>
    <message>
        <source>It was ended here: the sink was stopped, or a person ended it.</source>
        <translation>Sie wurde hier beendet: Die Senke wurde gestoppt, oder jemand beendete sie.</translation>
    </message>
    <message>
        <source>It was passed on without being read, so how it ended is not known.</source>
        <translation>Sie wurde weitergereicht, ohne gelesen zu werden; wie sie endete, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Largest PDU</source>
        <translation>Größte PDU</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauerte</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Let {ae_title} in? It would be a peer that may echo and store from {host}.</source>
        <translation>{ae_title} zulassen? Es wäre eine Gegenstelle, die von {host} aus Echo und Speichern darf.</translation>
    </message>
    <message>
        <source>Line of the log</source>
        <translation>Zeile des Protokolls</translation>
    </message>
    <message>
        <source>Log of the other side</source>
        <translation>Protokoll der Gegenseite</translation>
    </message>
    <message numerus="yes">
        <source>Log of {program}, %Ln lines</source>
        <translation>
            <numerusform>Protokoll von {program}, %Ln Zeile</numerusform>
            <numerusform>Protokoll von {program}, %Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing attribute</source>
        <translation>Attribut fehlt</translation>
    </message>
    <message>
        <source>Missing attribute value</source>
        <translation>Attributwert fehlt</translation>
    </message>
    <message>
        <source>Mistyped argument</source>
        <translation>Argument von falscher Art</translation>
    </message>
    <message>
        <source>Move destination unknown</source>
        <translation>Move-Ziel unbekannt</translation>
    </message>
    <message>
        <source>No association yet</source>
        <translation>Noch keine Assoziation</translation>
    </message>
    <message>
        <source>No log is open</source>
        <translation>Kein Protokoll ist offen</translation>
    </message>
    <message>
        <source>No past association matches</source>
        <translation>Keine vergangene Assoziation passt</translation>
    </message>
    <message>
        <source>No such SOP class</source>
        <translation>SOP-Klasse gibt es nicht</translation>
    </message>
    <message>
        <source>No such SOP instance</source>
        <translation>SOP-Instanz gibt es nicht</translation>
    </message>
    <message>
        <source>No such action</source>
        <translation>Aktion gibt es nicht</translation>
    </message>
    <message>
        <source>No such argument</source>
        <translation>Argument gibt es nicht</translation>
    </message>
    <message>
        <source>No such attribute</source>
        <translation>Attribut gibt es nicht</translation>
    </message>
    <message>
        <source>No such event type</source>
        <translation>Ereignisart gibt es nicht</translation>
    </message>
    <message>
        <source>Nobody is connected</source>
        <translation>Niemand ist verbunden</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Nicht beantwortet</translation>
    </message>
    <message>
        <source>Not authorized</source>
        <translation>Nicht berechtigt</translation>
    </message>
    <message>
        <source>Not entered</source>
        <translation>Nicht eingetragen</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Nothing was asked</source>
        <translation>Nichts wurde verlangt</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>One side gave it up before its end.</source>
        <translation>Eine Seite gab sie vor ihrem Ende auf.</translation>
    </message>
    <message>
        <source>Only what failed</source>
        <translation>Nur Gescheitertes</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Open a log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Open the log of DCMTK, pynetdicom, dcm4che or Orthanc: what it tells stands beside what we saw.</source>
        <translation>Öffnen Sie das Protokoll von DCMTK, pynetdicom, dcm4che oder Orthanc: Was es erzählt, steht neben dem, was wir sahen.</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Geöffnet von</translation>
    </message>
    <message>
        <source>Our calls</source>
        <translation>Unsere Rufe</translation>
    </message>
    <message>
        <source>Out of resources</source>
        <translation>Keine Ressourcen mehr</translation>
    </message>
    <message>
        <source>Out of resources: images could not be sent</source>
        <translation>Keine Ressourcen mehr: Bilder ließen sich nicht senden</translation>
    </message>
    <message>
        <source>Out of resources: matches could not be counted</source>
        <translation>Keine Ressourcen mehr: Treffer ließen sich nicht zählen</translation>
    </message>
    <message>
        <source>Passed on by relays</source>
        <translation>Von Relais weitergereicht</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Vergangene</translation>
    </message>
    <message>
        <source>Past associations</source>
        <translation>Vergangene Assoziationen</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Peer called</source>
        <translation>Gerufene Gegenstelle</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Es folgt mehr</translation>
    </message>
    <message>
        <source>Pending, with keys that are not supported</source>
        <translation>Es folgt mehr; manche Schlüssel kennt sie nicht</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Processing failure</source>
        <translation>Fehler bei der Verarbeitung</translation>
    </message>
    <message>
        <source>Put together what is known of it for the other side&apos;s maker, without patient data</source>
        <translation>Stellt für den Hersteller der Gegenseite zusammen, was darüber bekannt ist, ohne Patientendaten</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Refused without a reason</source>
        <translation>Abgelehnt ohne Grund</translation>
    </message>
    <message>
        <source>Refused, aborted, lost, or with a request that was answered with a failure</source>
        <translation>Abgewiesen, abgebrochen, verloren, oder mit einer Anfrage, die mit einem Fehler beantwortet wurde</translation>
    </message>
    <message>
        <source>Refused: not allowed or not wanted</source>
        <translation>Abgelehnt: nicht erlaubt oder nicht gewollt</translation>
    </message>
    <message>
        <source>Refused: result {result}</source>
        <translation>Abgelehnt: Result {result}</translation>
    </message>
    <message>
        <source>Refuses the association</source>
        <translation>Weist die Assoziation ab</translation>
    </message>
    <message>
        <source>Relayed</source>
        <translation>Weitergereicht</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Regulär beendet</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Beendet regulär</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Resource limitation</source>
        <translation>Ressourcen begrenzt</translation>
    </message>
    <message>
        <source>SOP class</source>
        <translation>SOP-Klasse</translation>
    </message>
    <message>
        <source>SOP class UID</source>
        <translation>UID der SOP-Klasse</translation>
    </message>
    <message>
        <source>SOP class not supported</source>
        <translation>SOP-Klasse nicht unterstützt</translation>
    </message>
    <message>
        <source>Save the journal</source>
        <translation>Journal speichern</translation>
    </message>
    <message>
        <source>Search past associations</source>
        <translation>Vergangene Assoziationen suchen</translation>
    </message>
    <message>
        <source>Seconds to add to the times of the log</source>
        <translation>Sekunden, die zu den Zeiten des Protokolls kommen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Show Home</source>
        <translation>Übersicht zeigen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Sink</source>
        <translation>Senke</translation>
    </message>
    <message>
        <source>Some attributes are not in its list</source>
        <translation>Manche Attribute sind nicht in seiner Liste</translation>
    </message>
    <message>
        <source>Some elements were left out</source>
        <translation>Manche Elemente wurden weggelassen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Taken by sinks</source>
        <translation>Von Senken angenommen</translation>
    </message>
    <message>
        <source>The called side</source>
        <translation>Die gerufene Seite</translation>
    </message>
    <message>
        <source>The caller</source>
        <translation>Der Rufer</translation>
    </message>
    <message>
        <source>The connection was lost, or there was none.</source>
        <translation>Die Verbindung ging verloren, oder es gab keine.</translation>
    </message>
    <message>
        <source>The dataset does not fit its SOP class</source>
        <translation>Der Datensatz passt nicht zu seiner SOP-Klasse</translation>
    </message>
    <message>
        <source>The other side</source>
        <translation>der anderen Seite</translation>
    </message>
    <message>
        <source>Then what was agreed, asked and answered in it stands here.</source>
        <translation>Dann steht hier, was in ihr vereinbart, verlangt und beantwortet wurde.</translation>
    </message>
    <message>
        <source>There is more than can be shown.</source>
        <translation>Es gibt mehr, als gezeigt werden kann.</translation>
    </message>
    <message>
        <source>There was no association: the called system turned the caller away.</source>
        <translation>Es gab keine Assoziation: Das gerufene System wies den Rufer ab.</translation>
    </message>
    <message>
        <source>There was no association: the other side turned us away.</source>
        <translation>Es gab keine Assoziation: Die andere Seite wies uns ab.</translation>
    </message>
    <message>
        <source>There was no association: this archive turned the caller away.</source>
        <translation>Es gab keine Assoziation: Dieses Archiv wies den Rufer ab.</translation>
    </message>
    <message>
        <source>This archive</source>
        <translation>diesem Archiv</translation>
    </message>
    <message>
        <source>This archive ended it: a person did, or its engine was stopped.</source>
        <translation>Dieses Archiv beendete sie: eine Person tat es, oder der Dienst wurde gestoppt.</translation>
    </message>
    <message>
        <source>Time here</source>
        <translation>Zeit hier</translation>
    </message>
    <message>
        <source>To</source>
        <comment>an address</comment>
        <translation>An</translation>
    </message>
    <message>
        <source>To the caller</source>
        <translation>Zum Rufer</translation>
    </message>
    <message>
        <source>Transfer syntax not supported</source>
        <translation>Transfersyntax nicht unterstützt</translation>
    </message>
    <message>
        <source>Unrecognized operation</source>
        <translation>Operation unbekannt</translation>
    </message>
    <message>
        <source>Use this offset</source>
        <translation>Diesen Versatz nehmen</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Warning: done in part, or elements were changed</source>
        <translation>Warnung: zum Teil getan, oder Elemente geändert</translation>
    </message>
    <message>
        <source>Warning: elements were discarded</source>
        <translation>Warnung: Elemente verworfen</translation>
    </message>
    <message>
        <source>Warning: the dataset does not fit its SOP class</source>
        <translation>Warnung: Der Datensatz passt nicht zu seiner SOP-Klasse</translation>
    </message>
    <message>
        <source>We call</source>
        <translation>Wir rufen</translation>
    </message>
    <message>
        <source>We call {title}</source>
        <translation>Wir rufen {title}</translation>
    </message>
    <message>
        <source>What is under way is finished first.</source>
        <translation>Was im Gange ist, wird vorher fertig.</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>Was vereinbart wurde</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>With failures</source>
        <translation>Mit Fehlern</translation>
    </message>
    <message>
        <source>Words are looked for in AE titles, addresses and names of peers.</source>
        <translation>Worte werden in AE-Titeln, Adressen und Namen der Gegenstellen gesucht.</translation>
    </message>
    <message>
        <source>Write what the list is narrowed to, as CSV or JSON</source>
        <translation>Schreibt, worauf die Liste eingegrenzt ist, als CSV oder JSON</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message numerus="yes">
        <source>so %Ln associations of both sides fit</source>
        <translation>
            <numerusform>so passt %Ln Assoziation beider Seiten</numerusform>
            <numerusform>so passen %Ln Assoziationen beider Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>{agreed}. Offered: {offered}</source>
        <translation>{agreed}. Angeboten: {offered}</translation>
    </message>
    <message>
        <source>{caller} of the caller, {called} of the called side</source>
        <translation>{caller} beim Rufer, {called} bei der gerufenen Seite</translation>
    </message>
    <message>
        <source>{seconds} s added to its times</source>
        <translation>{seconds} s zu seinen Zeiten hinzugefügt</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>{theirs} there, {ours} here</source>
        <translation>{theirs} dort, {ours} hier</translation>
    </message>
    <message>
        <source>{title} calls us</source>
        <translation>{title} ruft uns</translation>
    </message>
</context>
<context>
    <name>Bridge</name>
    <message>
        <source>PACSDesk made a mistake.</source>
        <translation>PACSDesk hat einen Fehler gemacht.</translation>
    </message>
    <message>
        <source>The log has the details.</source>
        <translation>Das Protokoll enthält die Einzelheiten.</translation>
    </message>
    <message>
        <source>the engine closed the connection</source>
        <translation>der Dienst hat die Verbindung geschlossen</translation>
    </message>
</context>
<context>
    <name>Commitments</name>
    <message numerus="yes">
        <source>%Ln instances are read anew, then {ae_title} is told the result.</source>
        <translation>
            <numerusform>%Ln Instanz wird neu gelesen, dann erfährt {ae_title} das Ergebnis.</numerusform>
            <numerusform>%Ln Instanzen werden neu gelesen, dann erfährt {ae_title} das Ergebnis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests are checked and told again.</source>
        <translation>
            <numerusform>%Ln Anfrage wird geprüft und erneut gemeldet.</numerusform>
            <numerusform>%Ln Anfragen werden geprüft und erneut gemeldet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests selected.</source>
        <translation>
            <numerusform>%Ln Anfrage gewählt.</numerusform>
            <numerusform>%Ln Anfragen gewählt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln instances are safe</source>
        <translation>
            <numerusform>%Ln Instanz ist sicher</numerusform>
            <numerusform>Alle %Ln Instanzen sind sicher</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gefragt</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Being told</source>
        <translation>Wird gemeldet</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Gerufen</translation>
    </message>
    <message>
        <source>Check and tell again</source>
        <translation>Prüfen und erneut melden</translation>
    </message>
    <message>
        <source>Copied: {command}</source>
        <translation>Kopiert: {command}</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Damaged, or in an open conflict</source>
        <translation>Beschädigt oder in einem Konflikt</translation>
    </message>
    <message>
        <source>Details of the request</source>
        <translation>Einzelheiten der Anfrage</translation>
    </message>
    <message>
        <source>Each instance is read anew from the disk before the sender is told.</source>
        <translation>Jede Instanz wird neu von der Platte gelesen, bevor der Absender das Ergebnis erfährt.</translation>
    </message>
    <message>
        <source>Each was read anew from the disk and is as it came.</source>
        <translation>Jede wurde neu von der Platte gelesen und ist so, wie sie kam.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Instances that are not safe</source>
        <translation>Instanzen, die nicht sicher sind</translation>
    </message>
    <message>
        <source>Never came, or was deleted</source>
        <translation>Nie gekommen oder gelöscht</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>No room for it</source>
        <translation>Kein Platz dafür</translation>
    </message>
    <message>
        <source>Nobody has asked for storage commitment</source>
        <translation>Niemand hat nach Storage Commitment gefragt</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Not told yet</source>
        <translation>Noch nicht gemeldet</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Read the instances anew and tell the sender the result, now (Enter)</source>
        <translation>Die Instanzen neu lesen und dem Absender das Ergebnis melden, jetzt (Eingabe)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>SOP Instance UID</source>
        <translation>SOP Instance UID</translation>
    </message>
    <message>
        <source>SOP class</source>
        <translation>SOP-Klasse</translation>
    </message>
    <message>
        <source>Select a request to see which of its instances are not safe, and why.</source>
        <translation>Wählen Sie eine Anfrage, um zu sehen, welche ihrer Instanzen nicht sicher sind, und warum.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Storage commitment requests</source>
        <translation>Anfragen nach Storage Commitment</translation>
    </message>
    <message>
        <source>Stored with another SOP class</source>
        <translation>Andere SOP-Klasse gespeichert</translation>
    </message>
    <message>
        <source>Told: all safe</source>
        <translation>Gemeldet: alle sicher</translation>
    </message>
    <message>
        <source>Told: some not safe</source>
        <translation>Gemeldet: nicht alle sicher</translation>
    </message>
    <message>
        <source>Transaction UID</source>
        <translation>Transaction UID</translation>
    </message>
    <message>
        <source>With it a modality asks whether its images are safe here before it deletes its own: each is read anew from the disk, and the modality is told. It may ask once its peer is allowed commitment and has the port on which it takes the answer; then turn storage commitment on at the modality.</source>
        <translation>Damit fragt eine Modalität, ob ihre Bilder hier sicher sind, bevor sie die eigenen löscht: Jedes wird neu von der Platte gelesen, und die Modalität erfährt das Ergebnis. Sie darf fragen, sobald ihrer Gegenstelle Commitment erlaubt ist und der Port eingetragen ist, auf dem sie die Antwort annimmt; schalten Sie dann Storage Commitment an der Modalität ein.</translation>
    </message>
</context>
<context>
    <name>Conformance</name>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Conformance statement</source>
        <translation>Conformance Statement</translation>
    </message>
    <message>
        <source>PDF files (*.pdf);;Text files (*.md)</source>
        <translation>PDF-Dateien (*.pdf);;Textdateien (*.md)</translation>
    </message>
    <message>
        <source>Save the conformance statement</source>
        <translation>Conformance Statement speichern</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Speichern...</translation>
    </message>
    <message>
        <source>The file {path} could not be written.</source>
        <translation>Die Datei {path} konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Write the statement to a file, as PDF or as text</source>
        <translation>Das Conformance Statement in eine Datei schreiben, als PDF oder als Text</translation>
    </message>
    <message>
        <source>Written to {path}</source>
        <translation>Geschrieben nach {path}</translation>
    </message>
    <message>
        <source>{ae_title}, version {version}</source>
        <translation>{ae_title}, Version {version}</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message numerus="yes">
        <source>%Ln already there</source>
        <translation>
            <numerusform>%Ln schon vorhanden</numerusform>
            <numerusform>%Ln schon vorhanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflicts</source>
        <translation>
            <numerusform>%Ln Konflikt</numerusform>
            <numerusform>%Ln Konflikte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files passed over</source>
        <translation>
            <numerusform>%Ln Datei übergangen</numerusform>
            <numerusform>%Ln Dateien übergangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln findings</source>
        <translation>
            <numerusform>%Ln Auffälligkeit</numerusform>
            <numerusform>%Ln Auffälligkeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instances exported</source>
        <translation>
            <numerusform>%Ln Instanz exportiert</numerusform>
            <numerusform>%Ln Instanzen exportiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instances stored</source>
        <translation>
            <numerusform>%Ln Instanz gespeichert</numerusform>
            <numerusform>%Ln Instanzen gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln ausgelassen</numerusform>
            <numerusform>%Ln ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them not readable as a whole</source>
        <translation>
            <numerusform>%Ln davon nicht ganz lesbar</numerusform>
            <numerusform>%Ln davon nicht ganz lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgewiesen</numerusform>
            <numerusform>%Ln abgewiesen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 object</source>
        <translation>1 Objekt</translation>
    </message>
    <message>
        <source>A C-GET has no second leg.</source>
        <translation>Ein C-GET hat keinen zweiten Abschnitt.</translation>
    </message>
    <message>
        <source>A UID that is none</source>
        <translation>Eine UID, die keine ist</translation>
    </message>
    <message>
        <source>A caller</source>
        <translation>Ein Rufer</translation>
    </message>
    <message>
        <source>A caller without a title ({address}) was turned away: no peer is entered with this AE title.</source>
        <translation>Ein Rufer ohne Titel ({address}) wurde abgewiesen: Keine Gegenstelle ist mit diesem AE-Titel eingetragen.</translation>
    </message>
    <message>
        <source>A certificate from strangers</source>
        <translation>Ein Zertifikat von Fremden</translation>
    </message>
    <message>
        <source>A certificate of somebody else</source>
        <translation>Das Zertifikat eines anderen</translation>
    </message>
    <message>
        <source>A clinic needs an administrator.</source>
        <translation>Eine Klinik braucht einen Administrator.</translation>
    </message>
    <message>
        <source>A connection on which we say nothing stays open: it is about what we say.</source>
        <translation>Eine Verbindung, auf der wir nichts sagen, bleibt offen: Es liegt also an dem, was wir sagen.</translation>
    </message>
    <message>
        <source>A decision about a conflict needs a reason.</source>
        <translation>Die Entscheidung über einen Konflikt braucht einen Grund.</translation>
    </message>
    <message>
        <source>A deletion needs a reason.</source>
        <translation>Löschen braucht einen Grund.</translation>
    </message>
    <message>
        <source>A device without a called AE title is not set up yet: enter ours there.</source>
        <translation>Ein Gerät ohne gerufenen AE-Titel ist noch nicht eingerichtet: Tragen Sie dort unseren ein.</translation>
    </message>
    <message>
        <source>A few images arrive; what takes longer is aborted in the middle.</source>
        <translation>Einige Bilder kommen an; was länger dauert, wird mittendrin abgebrochen.</translation>
    </message>
    <message>
        <source>A file may have {number} bytes.</source>
        <translation>Eine Datei darf {number} Byte haben.</translation>
    </message>
    <message>
        <source>A firewall resets the connection after {number} bytes.</source>
        <translation>Eine Firewall setzt die Verbindung nach {number} Byte zurück.</translation>
    </message>
    <message>
        <source>A hundred thousand</source>
        <translation>Hunderttausend</translation>
    </message>
    <message>
        <source>A key cannot be written in this character set.</source>
        <translation>Ein Schlüssel lässt sich in diesem Zeichensatz nicht schreiben.</translation>
    </message>
    <message>
        <source>A line of the trace cannot be read any more.</source>
        <translation>Eine Zeile der Aufzeichnung ist nicht mehr lesbar.</translation>
    </message>
    <message>
        <source>A listener of ours does not start on this port.</source>
        <translation>Einer unserer Empfangsdienste startet auf diesem Port nicht.</translation>
    </message>
    <message>
        <source>A name has printable characters only, notes have at most {number}.</source>
        <translation>Ein Name hat nur druckbare Zeichen, Notizen haben höchstens {number}.</translation>
    </message>
    <message>
        <source>A name of two gigabytes</source>
        <translation>Ein Name von zwei Gigabyte</translation>
    </message>
    <message>
        <source>A name that is in no alphabet</source>
        <translation>Ein Name aus keinem Alphabet</translation>
    </message>
    <message>
        <source>A name that nobody knows</source>
        <translation>Ein Name, den niemand kennt</translation>
    </message>
    <message>
        <source>A number that nobody knows</source>
        <translation>Eine Nummer, die niemand kennt</translation>
    </message>
    <message>
        <source>A part of it could not be read: {what}</source>
        <translation>Ein Teil davon war nicht lesbar: {what}</translation>
    </message>
    <message>
        <source>A peer and a title of ours cannot be compared.</source>
        <translation>Eine Gegenstelle und ein Titel von uns lassen sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>A port forward or load balancer without its target, or a server that filters by address.</source>
        <translation>Eine Portweiterleitung oder ein Lastverteiler ohne Ziel, oder ein Server, der nach Adressen filtert.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>A relay was to pass {caller} ({address}) on to it.</source>
        <translation>Ein Relais sollte {caller} ({address}) dorthin weiterreichen.</translation>
    </message>
    <message>
        <source>A request for an association without TLS was not answered either.</source>
        <translation>Auch eine Anfrage nach einer Assoziation ohne TLS blieb ohne Antwort.</translation>
    </message>
    <message>
        <source>A request names 1 to {number} instances, not {asked}.</source>
        <translation>Eine Anfrage nennt 1 bis {number} Instanzen, nicht {asked}.</translation>
    </message>
    <message>
        <source>A retrieval goes by unique keys: PatientID, StudyInstanceUID, SeriesInstanceUID, SOPInstanceUID.</source>
        <translation>Ein Abruf geht nach eindeutigen Schlüsseln: PatientID, StudyInstanceUID, SeriesInstanceUID, SOPInstanceUID.</translation>
    </message>
    <message>
        <source>A retrieval takes no wild cards.</source>
        <translation>Ein Abruf nimmt keine Platzhalter.</translation>
    </message>
    <message>
        <source>A second association, under a title that nobody has, was accepted, too.</source>
        <translation>Eine zweite Assoziation, unter einem Titel, den niemand hat, wurde auch angenommen.</translation>
    </message>
    <message>
        <source>A second connection, on which we said nothing, was ended just as fast: it is not about what we say.</source>
        <translation>Eine zweite Verbindung, auf der wir nichts sagten, wurde genauso schnell beendet: Es liegt nicht an dem, was wir sagen.</translation>
    </message>
    <message>
        <source>A site has its folder for itself.</source>
        <translation>Ein Standort hat seinen Ordner für sich allein.</translation>
    </message>
    <message>
        <source>A step that is completed or discontinued cannot be changed any more.</source>
        <translation>Ein Schritt, der beendet oder abgebrochen ist, lässt sich nicht mehr ändern.</translation>
    </message>
    <message>
        <source>A trace has at most {number} MiB.</source>
        <translation>Eine Aufzeichnung hat höchstens {number} MiB.</translation>
    </message>
    <message>
        <source>A trace is of one peer or of one address.</source>
        <translation>Aufgezeichnet wird eine Gegenstelle oder eine Adresse.</translation>
    </message>
    <message>
        <source>A trace runs for 1 to {most} seconds, not {number}.</source>
        <translation>Eine Aufzeichnung läuft 1 bis {most} Sekunden, nicht {number}.</translation>
    </message>
    <message>
        <source>A transaction ends with its result (PS3.4 J.3.3).</source>
        <translation>Eine Transaktion endet mit ihrem Ergebnis (PS3.4 J.3.3).</translation>
    </message>
    <message>
        <source>A transfer syntax of its own</source>
        <translation>Eine eigene Transfersyntax</translation>
    </message>
    <message>
        <source>A web server listens there: this is the port of the archive&apos;s web pages, not of DICOM.</source>
        <translation>Dort lauscht ein Webserver: Das ist der Port der Webseiten des Archivs, nicht der von DICOM.</translation>
    </message>
    <message>
        <source>Aborted with source {source}, reason {number}: {reason}.</source>
        <translation>Abgebrochen mit Quelle {source}, Grund {number}: {reason}.</translation>
    </message>
    <message>
        <source>Aborted with {numbers}</source>
        <translation>Abgebrochen mit {numbers}</translation>
    </message>
    <message>
        <source>Add it to the file that the setting `tls.trusted` names; it is read again by itself.</source>
        <translation>Fügen Sie es der Datei hinzu, die die Einstellung `tls.trusted` nennt; sie wird von selbst neu gelesen.</translation>
    </message>
    <message>
        <source>Agreed, and refused</source>
        <translation>Zugesagt und abgelehnt</translation>
    </message>
    <message>
        <source>All AE titles of ours listen at {host}.</source>
        <translation>Alle unsere AE-Titel lauschen auf {host}.</translation>
    </message>
    <message>
        <source>All places for associations are taken.</source>
        <translation>Alle Plätze für Assoziationen sind belegt.</translation>
    </message>
    <message>
        <source>All {number} presentation contexts: {results}.</source>
        <translation>Alle {number} Presentation Contexts: {results}.</translation>
    </message>
    <message>
        <source>Allow it more time in its entry, if it is known to be slow.</source>
        <translation>Geben Sie der Gegenstelle im Eintrag mehr Zeit, wenn sie als langsam bekannt ist.</translation>
    </message>
    <message>
        <source>Allow {asker} this service in the settings of {answerer}.</source>
        <translation>Erlauben Sie {asker} diesen Dienst in den Einstellungen ({answerer}).</translation>
    </message>
    <message>
        <source>Allow {calling} to store in its entry, or mend what the reason names.</source>
        <translation>Erlauben Sie {calling} im Eintrag das Speichern, oder beheben Sie, was der Grund nennt.</translation>
    </message>
    <message>
        <source>Allow {peer} storage commitment in its entry: then its reports are taken without the role.</source>
        <translation>Erlauben Sie {peer} im Eintrag Storage Commitment: Dann werden Meldungen von dort auch ohne die Rolle angenommen.</translation>
    </message>
    <message>
        <source>Allow {peer} to store in its entry.</source>
        <translation>Erlauben Sie {peer} im Eintrag das Speichern.</translation>
    </message>
    <message>
        <source>Allow {sender} to store in the settings of {taker}.</source>
        <translation>Erlauben Sie das Speichern in den Einstellungen (Absender: {sender}, Empfänger: {taker}).</translation>
    </message>
    <message>
        <source>An AE title has at most {number} characters, this one has {length}.</source>
        <translation>Ein AE-Titel hat höchstens {number} Zeichen, dieser hat {length}.</translation>
    </message>
    <message>
        <source>An AE title is missing.</source>
        <translation>Es fehlt ein AE-Titel.</translation>
    </message>
    <message>
        <source>An AE title stands for one of our entries.</source>
        <translation>Ein AE-Titel steht für einen unserer Einträge.</translation>
    </message>
    <message>
        <source>An AE title takes printable ASCII but the backslash, not {wrong}.</source>
        <translation>Ein AE-Titel besteht aus druckbaren Zeichen von ASCII ohne Backslash, nicht {wrong}.</translation>
    </message>
    <message>
        <source>An alias is a further title.</source>
        <translation>Ein Alias ist ein weiterer Titel.</translation>
    </message>
    <message>
        <source>An answer to another question</source>
        <translation>Die Antwort auf eine andere Frage</translation>
    </message>
    <message>
        <source>An answer without an end</source>
        <translation>Eine Antwort ohne Ende</translation>
    </message>
    <message>
        <source>An attribute of the step has a value that is not allowed.</source>
        <translation>Ein Attribut des Schritts hat einen Wert, der nicht erlaubt ist.</translation>
    </message>
    <message>
        <source>An element of the archive&apos;s answers says that it is 2 GB long.</source>
        <translation>Ein Element in den Antworten des Archivs sagt, dass es 2 GB lang ist.</translation>
    </message>
    <message>
        <source>An end that nobody knows</source>
        <translation>Ein Ende, das niemand kennt</translation>
    </message>
    <message>
        <source>An engine goes on when its window is closed.</source>
        <translation>Ein Dienst läuft weiter, wenn sein Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>An invented patient could not be stored.</source>
        <translation>Ein erfundener Patient konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>An object from before could not be taken in.</source>
        <translation>Ein Objekt von früher konnte nicht aufgenommen werden.</translation>
    </message>
    <message>
        <source>Another program listens on the port already.</source>
        <translation>Auf dem Port lauscht schon ein anderes Programm.</translation>
    </message>
    <message>
        <source>Answers that are no data</source>
        <translation>Antworten, die keine Daten sind</translation>
    </message>
    <message>
        <source>Answers without content</source>
        <translation>Antworten ohne Inhalt</translation>
    </message>
    <message>
        <source>As {code}, in the number that PS3.2 prints.</source>
        <translation>Wie {code}, mit der Nummer, die in PS3.2 steht.</translation>
    </message>
    <message>
        <source>Ask again when there is room.</source>
        <translation>Fragen Sie erneut, wenn dort wieder Platz ist.</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>Fragen Sie erneut.</translation>
    </message>
    <message>
        <source>Ask an administrator for it.</source>
        <translation>Bitten Sie einen Administrator darum.</translation>
    </message>
    <message>
        <source>Ask another system for it: often the RIS or a broker provides it, and not the archive.</source>
        <translation>Fragen Sie ein anderes System danach: Oft bietet es das RIS oder ein Vermittler, nicht das Archiv.</translation>
    </message>
    <message>
        <source>Ask as a title that it knows (`--calling AE`): if that is answered, it is about the title {calling}.</source>
        <translation>Fragen Sie unter einem Titel, der dort bekannt ist (`--calling AE`): Kommt eine Antwort, liegt es am Titel {calling}.</translation>
    </message>
    <message>
        <source>Ask as a title that it works with (`--calling AE`): if that gets more, it is about the rights of our title.</source>
        <translation>Fragen Sie unter einem Titel, der dort arbeiten darf (`--calling AE`): Bekommt dieser mehr, liegt es an den Rechten unseres Titels.</translation>
    </message>
    <message>
        <source>Ask as a title that may do it (`--calling AE`): if it is offered then, it is about the rights of our title.</source>
        <translation>Fragen Sie unter einem Titel, der es darf (`--calling AE`): Wird es dann angeboten, liegt es an den Rechten unseres Titels.</translation>
    </message>
    <message>
        <source>Ask as a title that may do it (`--calling AE`): if that is answered, it is about the rights of our title.</source>
        <translation>Fragen Sie unter einem Titel, der es darf (`--calling AE`): Kommt eine Antwort, liegt es an den Rechten unseres Titels.</translation>
    </message>
    <message>
        <source>Ask as a title that may do it (`--calling AE`): if that is answered, it is about the rights.</source>
        <translation>Fragen Sie unter einem Titel, der es darf (`--calling AE`): Kommt eine Antwort, liegt es an den Rechten.</translation>
    </message>
    <message>
        <source>Ask as a title that may do it (`--calling AE`): if that works, it is about the rights of our title.</source>
        <translation>Fragen Sie unter einem Titel, der es darf (`--calling AE`): Geht das, liegt es an den Rechten unseres Titels.</translation>
    </message>
    <message>
        <source>Ask as another title that it knows (`--calling AE`): if that is let in, it is about who calls.</source>
        <translation>Fragen Sie unter einem anderen Titel, der dort bekannt ist (`--calling AE`): Wird dieser eingelassen, liegt es daran, wer ruft.</translation>
    </message>
    <message>
        <source>Ask as one of our own AE titles.</source>
        <translation>Fragen Sie unter einem unserer eigenen AE-Titel.</translation>
    </message>
    <message>
        <source>Ask as the AE title of a device that uses it: if that is taken, it is a matter of rights.</source>
        <translation>Fragen Sie unter dem AE-Titel eines Geräts, das es nutzt: Wird das angenommen, ist es eine Frage der Rechte.</translation>
    </message>
    <message>
        <source>Ask at STUDY level by Study Instance UID; at SERIES and IMAGE level the UIDs above are needed as well.</source>
        <translation>Fragen Sie auf der Ebene STUDY mit der Study Instance UID; auf den Ebenen SERIES und IMAGE braucht es auch die UIDs darüber.</translation>
    </message>
    <message>
        <source>Ask by Study Instance UID at STUDY level.</source>
        <translation>Fragen Sie mit der Study Instance UID auf der Ebene STUDY.</translation>
    </message>
    <message>
        <source>Ask by keys for which databases have an index: patient ID, study date, accession number.</source>
        <translation>Fragen Sie nach Schlüsseln, für die Datenbanken einen Index haben: Patienten-ID, Studiendatum, Accession Number.</translation>
    </message>
    <message>
        <source>Ask for a single object that it has: if that is taken, it is about the objects; if not, about the service.</source>
        <translation>Fragen Sie nach einem einzelnen Objekt, das dort liegt: Wird das angenommen, liegt es an den Objekten; wenn nicht, am Service.</translation>
    </message>
    <message>
        <source>Ask for a smaller study, or for its instances in parts.</source>
        <translation>Fragen Sie nach einer kleineren Studie, oder nach ihren Instanzen in Teilen.</translation>
    </message>
    <message>
        <source>Ask for fewer of one of them.</source>
        <translation>Fragen Sie nach weniger von einem der beiden.</translation>
    </message>
    <message>
        <source>Ask for less at once, as narrower dates or a single patient.</source>
        <translation>Fragen Sie nach weniger auf einmal, etwa nach einem kürzeren Zeitraum oder einem einzelnen Patienten.</translation>
    </message>
    <message>
        <source>Ask for one study by its Study Instance UID: if that is answered, it is about the keys; if not, about the archive.</source>
        <translation>Fragen Sie nach einer Studie mit ihrer Study Instance UID: Kommt eine Antwort, liegt es an den Schlüsseln; wenn nicht, am Archiv.</translation>
    </message>
    <message>
        <source>Ask for storage commitment: what is not safe there is named with its reason.</source>
        <translation>Fragen Sie nach Storage Commitment: Was dort nicht sicher ist, wird mit dem Grund genannt.</translation>
    </message>
    <message>
        <source>Ask for the day for which the order is planned: only two weeks before and after were tried.</source>
        <translation>Fragen Sie nach dem Tag, für den der Auftrag geplant ist: Versucht wurden nur zwei Wochen davor und danach.</translation>
    </message>
    <message>
        <source>Ask for the name on another computer: `nslookup {host}`. If it is found there, this computer asks the wrong name server.</source>
        <translation>Fragen Sie auf einem anderen Computer nach dem Namen: `nslookup {host}`. Wird er dort gefunden, fragt dieser Computer den falschen Nameserver.</translation>
    </message>
    <message>
        <source>Ask for what is in it: {name}.Modality=CT.</source>
        <translation>Fragen Sie nach dem, was darin ist: {name}.Modality=CT.</translation>
    </message>
    <message>
        <source>Ask in the other information model (patient root), or at another level: if that is answered, it is about the identifier; if not, about the archive.</source>
        <translation>Fragen Sie im anderen Informationsmodell (Patient Root) oder auf einer anderen Ebene: Kommt eine Antwort, liegt es am Identifier; wenn nicht, am Archiv.</translation>
    </message>
    <message>
        <source>Ask in the other information model: {command}.</source>
        <translation>Fragen Sie im anderen Informationsmodell: {command}.</translation>
    </message>
    <message>
        <source>Ask its maker for the greatest number of presentation contexts, and whether it can be raised.</source>
        <translation>Fragen Sie den Hersteller nach der größten Zahl von Presentation Contexts, und ob sie sich erhöhen lässt.</translation>
    </message>
    <message>
        <source>Ask its sender to send it again, or restore it from a backup.</source>
        <translation>Bitten Sie den Absender, es noch einmal zu senden, oder stellen Sie es aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Ask the maker of {called} what these numbers mean.</source>
        <translation>Fragen Sie den Hersteller von {called}, was diese Zahlen bedeuten.</translation>
    </message>
    <message>
        <source>Ask the maker of {peer} by which keys it matches.</source>
        <translation>Fragen Sie den Hersteller von {peer}, nach welchen Schlüsseln dort gesucht wird.</translation>
    </message>
    <message>
        <source>Ask the maker of {peer} for an update, and give it the evidence above.</source>
        <translation>Fragen Sie den Hersteller von {peer} nach einer neueren Version und geben Sie ihm, was oben zu sehen ist.</translation>
    </message>
    <message>
        <source>Ask the same again: if it ends in the same way each time, it is about what is asked; if now and then, about the way there.</source>
        <translation>Fragen Sie dasselbe noch einmal: Endet es jedes Mal gleich, liegt es an der Frage; nur dann und wann, am Weg dorthin.</translation>
    </message>
    <message>
        <source>Ask the same as another calling AE title (`--calling`): if that brings it, it is a matter of rights.</source>
        <translation>Fragen Sie dasselbe unter einem anderen rufenden AE-Titel (`--calling`): Bringt das etwas, ist es eine Frage der Rechte.</translation>
    </message>
    <message>
        <source>Ask the same as another calling AE title: if that is answered, it is a matter of rights.</source>
        <translation>Fragen Sie dasselbe unter einem anderen rufenden AE-Titel: Kommt eine Antwort, ist es eine Frage der Rechte.</translation>
    </message>
    <message>
        <source>Ask with {name}={value}, or leave {name} empty.</source>
        <translation>Fragen Sie mit {name}={value}, oder lassen Sie {name} leer.</translation>
    </message>
    <message>
        <source>Ask your network&apos;s administrator to allow TCP from this computer to {address}.</source>
        <translation>Bitten Sie den Netzwerkadministrator, TCP von diesem Computer zu {address} zu erlauben.</translation>
    </message>
    <message>
        <source>Ask your network&apos;s administrator to allow TCP from this computer to {place}, in both firewalls and between the VLANs.</source>
        <translation>Bitten Sie den Netzwerkadministrator, TCP von diesem Computer zu {place} zu erlauben, in beiden Firewalls und zwischen den VLANs.</translation>
    </message>
    <message>
        <source>Ask your network&apos;s administrator whether a gateway leads from this computer&apos;s network to that one.</source>
        <translation>Fragen Sie den Netzwerkadministrator, ob ein Gateway vom Netz dieses Computers in jenes führt.</translation>
    </message>
    <message>
        <source>Ask {changed}.</source>
        <translation>Fragen Sie {changed}.</translation>
    </message>
    <message>
        <source>Ask {change} and at the same time {another}.</source>
        <translation>Fragen Sie {change} und zugleich {another}.</translation>
    </message>
    <message>
        <source>Asked for the Study Instance UID, its find has no answer.</source>
        <translation>Auf die Frage nach der Study Instance UID kommt dort keine Antwort.</translation>
    </message>
    <message>
        <source>Asked for the instances under the same keys, it lists none.</source>
        <translation>Nach den Instanzen unter denselben Schlüsseln gefragt, wird keine genannt.</translation>
    </message>
    <message>
        <source>Asked for the patient ID, it has none either.</source>
        <translation>Auch auf die Frage nach der Patienten-ID kommt keine.</translation>
    </message>
    <message>
        <source>Asked {changed}, {peer} has {count}.</source>
        <translation>Fragt man {changed}, hat {peer} {count}.</translation>
    </message>
    <message>
        <source>Asked {change} and at the same time {another}, {peer} has {count}.</source>
        <translation>Fragt man {change} und zugleich {another}, hat {peer} {count}.</translation>
    </message>
    <message>
        <source>Associated for nothing</source>
        <translation>Assoziiert, und wozu</translation>
    </message>
    <message>
        <source>Associated for nothing, without a reason</source>
        <translation>Assoziiert, und wozu, ohne Grund</translation>
    </message>
    <message>
        <source>Association of {calling} at {time}.</source>
        <translation>Assoziation von {calling} um {time}.</translation>
    </message>
    <message>
        <source>At a device: have its maker see how it makes UIDs.</source>
        <translation>An einem Gerät: Lassen Sie den Hersteller prüfen, wie UIDs entstehen.</translation>
    </message>
    <message>
        <source>At a device: see that both go to the same destination, and that no router on the way lost the first.</source>
        <translation>An einem Gerät: Achten Sie darauf, dass beide an dasselbe Ziel gehen, und dass kein Router auf dem Weg den ersten verlor.</translation>
    </message>
    <message>
        <source>At byte {position} stands no value representation; it must be explicit little endian (PS3.10 7.1).</source>
        <translation>An Byte {position} steht keine Value Representation; sie muss Explicit Little Endian sein (PS3.10 7.1).</translation>
    </message>
    <message>
        <source>At most {number} are taken in.</source>
        <translation>Höchstens {number} werden übernommen.</translation>
    </message>
    <message>
        <source>At most {number} pairs are asked for at once, not {asked}.</source>
        <translation>Höchstens {number} Paare werden auf einmal gefragt, nicht {asked}.</translation>
    </message>
    <message>
        <source>At most {number} studies at once.</source>
        <translation>Höchstens {number} Studien auf einmal.</translation>
    </message>
    <message>
        <source>At the destination&apos;s address the AE has another title and rejects (1/1/7).</source>
        <translation>Unter der Adresse des Ziels hat die AE einen anderen Titel und weist ab (1/1/7).</translation>
    </message>
    <message>
        <source>At the device that asked in vain, look how it fills in this key: a worklist, a default, or a person.</source>
        <translation>Sehen Sie an dem Gerät, das vergeblich fragte, nach, woher dieser Schlüssel kommt: aus einer Worklist, einer Vorgabe oder von einer Person.</translation>
    </message>
    <message>
        <source>At the device that asked in vain, look what it fills in here: a default, or what a person typed.</source>
        <translation>Sehen Sie an dem Gerät, das vergeblich fragte, nach, was hier steht: eine Vorgabe oder was jemand eingab.</translation>
    </message>
    <message>
        <source>At the step {step}: status {status}. {comment}</source>
        <translation>Auf der Stufe {step}: Status {status}. {comment}</translation>
    </message>
    <message>
        <source>At the step {step}: {pending} answers.</source>
        <translation>Auf der Stufe {step}: {pending} Antworten.</translation>
    </message>
    <message>
        <source>At the step {step}: {what}.</source>
        <translation>Auf der Stufe {step}: {what}.</translation>
    </message>
    <message>
        <source>At this host and port listens {ae_title}: this peer is ourselves.</source>
        <translation>Auf diesem Host und Port lauscht {ae_title}: Diese Gegenstelle sind wir selbst.</translation>
    </message>
    <message>
        <source>At {address} is entered: {entered}.</source>
        <translation>Unter {address} ist eingetragen: {entered}.</translation>
    </message>
    <message>
        <source>At {caller}, change the called AE title to that of {called}, letter by letter.</source>
        <translation>Ändern Sie bei {caller} den gerufenen AE-Titel in den von {called}, Buchstabe für Buchstabe.</translation>
    </message>
    <message>
        <source>At {host} port {port} {what} answers, not the DICOM service of {peer}: the port is a wrong one.</source>
        <translation>Unter {host} Port {port} antwortet {what}, nicht der DICOM-Dienst von {peer}: Der Port ist der falsche.</translation>
    </message>
    <message>
        <source>At {host} {titles} is entered, too.</source>
        <translation>Unter {host} ist auch {titles} eingetragen.</translation>
    </message>
    <message>
        <source>At {other}, change the called AE title to {ours}: letter by letter.</source>
        <translation>Ändern Sie bei {other} den gerufenen AE-Titel in {ours}: Buchstabe für Buchstabe.</translation>
    </message>
    <message>
        <source>At {peer}, enter for {title} the address of this computer and port {port}.</source>
        <translation>Tragen Sie bei {peer} für {title} die Adresse dieses Computers und Port {port} ein.</translation>
    </message>
    <message>
        <source>Begin a step under a new UID and end it: if that is taken, the other one was over.</source>
        <translation>Beginnen Sie einen Schritt unter neuer UID und beenden Sie ihn: Wird das angenommen, war der andere schon beendet.</translation>
    </message>
    <message>
        <source>Begin another step, under a new UID.</source>
        <translation>Beginnen Sie einen anderen Schritt, unter neuer UID.</translation>
    </message>
    <message>
        <source>Begin the import again.</source>
        <translation>Beginnen Sie den Import noch einmal.</translation>
    </message>
    <message>
        <source>Blanks before or after the AE title do not count and are left out.</source>
        <translation>Leerzeichen vor oder nach dem AE-Titel zählen nicht und werden weggelassen.</translation>
    </message>
    <message>
        <source>Both cannot be kept: the second is deflated as a whole and would have to be encoded anew.</source>
        <translation>Beide können nicht behalten werden: Das zweite ist als Ganzes komprimiert und müsste neu kodiert werden.</translation>
    </message>
    <message>
        <source>Both cannot be kept: the second&apos;s SOP Instance UID was not found again.</source>
        <translation>Beide können nicht behalten werden: Die SOP Instance UID des zweiten wurde nicht wiedergefunden.</translation>
    </message>
    <message>
        <source>Both legs work, as far as can be seen from here; see what was seen of each.</source>
        <translation>Beide Abschnitte gehen, soweit es von hier zu sehen ist; bei jedem steht, was zu sehen war.</translation>
    </message>
    <message>
        <source>Both legs work.</source>
        <translation>Beide Abschnitte gehen.</translation>
    </message>
    <message>
        <source>C-GET brings nothing</source>
        <translation>C-GET bringt nichts</translation>
    </message>
    <message>
        <source>C-GET was accepted; the role in which we take objects was not ({name}).</source>
        <translation>C-GET wurde angenommen; die Rolle, in der wir Objekte annehmen, nicht ({name}).</translation>
    </message>
    <message>
        <source>C-MOVE of a study that nobody has, to {title}: status {status}.</source>
        <translation>C-MOVE einer Studie, die niemand hat, an {title}: Status {status}.</translation>
    </message>
    <message>
        <source>CT images are not sent; the other images of the same patient are.</source>
        <translation>CT-Bilder werden nicht gesendet; die anderen Bilder desselben Patienten schon.</translation>
    </message>
    <message>
        <source>Call another device in the same network: if it fails too, the way is missing; if not, the address is wrong.</source>
        <translation>Rufen Sie ein anderes Gerät im selben Netz: Geht auch das nicht, fehlt der Weg; geht es, ist die Adresse falsch.</translation>
    </message>
    <message>
        <source>Call it from another computer that works with it: if that is let in, it filters by address.</source>
        <translation>Rufen Sie von einem anderen Computer, der damit arbeitet: Wird dieser eingelassen, wird nach Adressen gefiltert.</translation>
    </message>
    <message>
        <source>Call {name} as {title}: {why}.</source>
        <translation>{name} als {title} rufen: {why}.</translation>
    </message>
    <message>
        <source>Call {name} at port {port}: {why}.</source>
        <translation>{name} auf Port {port} rufen: {why}.</translation>
    </message>
    <message>
        <source>Call {name} at {near}: it is the nearest host that is entered here.</source>
        <translation>{name} unter {near} rufen: Es ist der ähnlichste Host, der hier eingetragen ist.</translation>
    </message>
    <message>
        <source>Call {name} with TLS: it expects that at this port. When it calls us, it must use TLS as well.</source>
        <translation>{name} mit TLS rufen: An diesem Port wird es dort erwartet. Wer uns von dort ruft, muss auch TLS nutzen.</translation>
    </message>
    <message>
        <source>Call {name} with mutual TLS: it is shown our certificate, and must show one when it calls us.</source>
        <translation>{name} mit gegenseitigem TLS rufen: Dort sieht man unser Zertifikat, und wer uns von dort ruft, muss seines zeigen.</translation>
    </message>
    <message>
        <source>Call {name} without TLS. Whoever is on the way can read what is sent: only if your rules allow that.</source>
        <translation>{name} ohne TLS rufen. Wer auf dem Weg ist, kann mitlesen, was gesendet wird: nur wenn Ihre Regeln das erlauben.</translation>
    </message>
    <message>
        <source>Change {name} instead.</source>
        <translation>Ändern Sie stattdessen {name}.</translation>
    </message>
    <message>
        <source>Check that the account that runs it may write everything in that folder, and the disk; the logs in {folder} may tell more.</source>
        <translation>Prüfen Sie, ob das Konto, unter dem er läuft, in diesem Ordner alles schreiben darf, und die Platte; die Protokolle in {folder} sagen vielleicht mehr.</translation>
    </message>
    <message>
        <source>Check the address, and that engine and face are of the same version.</source>
        <translation>Prüfen Sie die Adresse, und ob Dienst und Fenster dieselbe Version haben.</translation>
    </message>
    <message>
        <source>Check the data folder&apos;s disk and rights, and how many files this program may have open.</source>
        <translation>Prüfen Sie Platte und Rechte des Datenordners, und wie viele Dateien dieses Programm offen haben darf.</translation>
    </message>
    <message>
        <source>Check the disk of the data folder.</source>
        <translation>Prüfen Sie die Platte des Datenordners.</translation>
    </message>
    <message>
        <source>Check the disk, then restart the engine.</source>
        <translation>Prüfen Sie die Platte, dann starten Sie den Dienst neu.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Prüfen Sie die Platte.</translation>
    </message>
    <message>
        <source>Check the file and its rights.</source>
        <translation>Prüfen Sie die Datei und ihre Rechte.</translation>
    </message>
    <message>
        <source>Check the folder and its rights.</source>
        <translation>Prüfen Sie den Ordner und seine Rechte.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s rights.</source>
        <translation>Prüfen Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Check the keyboard&apos;s capitals and layout. An administrator can set a new password.</source>
        <translation>Feststelltaste und Tastaturbelegung prüfen. Ein Administrator kann ein neues Passwort setzen.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>Choose DICOM files.</source>
        <translation>Wählen Sie DICOM-Dateien.</translation>
    </message>
    <message>
        <source>Choose an address that this computer has, or none to listen where the main title does.</source>
        <translation>Wählen Sie eine Adresse, die dieser Computer hat, oder keine, um dort zu lauschen, wo der Haupttitel lauscht.</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>Wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>Choose another name, or change that one.</source>
        <translation>Wählen Sie einen anderen Namen, oder ändern Sie jene.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose another one, as ISO_IR 192 (UTF-8).</source>
        <translation>Wählen Sie einen anderen, wie ISO_IR 192 (UTF-8).</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Choose it anew from the list.</source>
        <translation>Wählen Sie neu aus der Liste.</translation>
    </message>
    <message>
        <source>Choose one that has nothing to do with it.</source>
        <translation>Wählen Sie eines, das nichts damit zu tun hat.</translation>
    </message>
    <message>
        <source>Choose other files.</source>
        <translation>Wählen Sie andere Dateien.</translation>
    </message>
    <message>
        <source>Choose the level or the character set instead.</source>
        <translation>Wählen Sie stattdessen die Ebene oder den Zeichensatz.</translation>
    </message>
    <message>
        <source>Choose two versions of one kind.</source>
        <translation>Wählen Sie zwei Stände derselben Art.</translation>
    </message>
    <message>
        <source>Commitment refused ({code})</source>
        <translation>Storage Commitment abgelehnt ({code})</translation>
    </message>
    <message>
        <source>Compare date and time zone of the device, the worklist server and the information system.</source>
        <translation>Vergleichen Sie Datum und Zeitzone von Gerät, Worklist-Server und Informationssystem.</translation>
    </message>
    <message>
        <source>Compare each digit of the UIDs.</source>
        <translation>Vergleichen Sie jede Ziffer der UIDs.</translation>
    </message>
    <message>
        <source>Compare each letter of the title, capitals included, and the address and port that it has there.</source>
        <translation>Vergleichen Sie jeden Buchstaben des Titels, auch Groß- und Kleinschreibung, und Adresse und Port, die dort für ihn eingetragen sind.</translation>
    </message>
    <message>
        <source>Compare index and files</source>
        <translation>Index und Dateien vergleichen</translation>
    </message>
    <message>
        <source>Compare network masks and gateways at both ends.</source>
        <translation>Vergleichen Sie Netzmasken und Gateways an beiden Enden.</translation>
    </message>
    <message>
        <source>Compare the address {address} with that of {peer}: a wrong number leads to another network.</source>
        <translation>Vergleichen Sie die Adresse {address} mit der von {peer}: Eine falsche Zahl führt in ein anderes Netz.</translation>
    </message>
    <message>
        <source>Compare the port. DICOM is mostly at 104 or 11112, with TLS at 2762.</source>
        <translation>Vergleichen Sie den Port. DICOM liegt meist auf 104 oder 11112, mit TLS auf 2762.</translation>
    </message>
    <message>
        <source>Compare what was sent, value by value, with its conformance statement: it must list what it needs.</source>
        <translation>Vergleichen Sie Wert für Wert, was gesendet wurde, mit dem Conformance Statement von dort: Darin muss stehen, was gebraucht wird.</translation>
    </message>
    <message>
        <source>Compare what {peer} has entered for {destination} with what is true: AE title, address, port.</source>
        <translation>Vergleichen Sie, was {peer} für {destination} eingetragen hat, mit dem, was stimmt: AE-Titel, Adresse, Port.</translation>
    </message>
    <message>
        <source>Compare {title} with the AE title in the settings of {peer}.</source>
        <translation>Vergleichen Sie {title} mit dem AE-Titel in den Einstellungen von {peer}.</translation>
    </message>
    <message>
        <source>Compressed images are not taken</source>
        <translation>Komprimierte Bilder werden nicht angenommen</translation>
    </message>
    <message>
        <source>Confirm that this is meant, or listen on 127.0.0.1.</source>
        <translation>Bestätigen Sie, dass das gewollt ist, oder lauschen Sie auf 127.0.0.1.</translation>
    </message>
    <message>
        <source>Confirmed was {confirmed}.</source>
        <translation>Bestätigt war {confirmed}.</translation>
    </message>
    <message>
        <source>Connect on the computer of {peer} itself to the same port: if that works, it listens there for its own computer only, or its firewall refuses us.</source>
        <translation>Verbinden Sie sich auf dem Computer von {peer} selbst mit demselben Port: Geht das, lauscht der Dienst nur für den eigenen Computer, oder dessen Firewall weist uns ab.</translation>
    </message>
    <message>
        <source>Connected, but no answer</source>
        <translation>Verbunden, aber keine Antwort</translation>
    </message>
    <message>
        <source>Connected, then shut</source>
        <translation>Verbunden, dann geschlossen</translation>
    </message>
    <message>
        <source>Context {number}, {kind}: result {result}, offered {syntaxes}.</source>
        <translation>Context {number}, {kind}: Ergebnis {result}, angeboten {syntaxes}.</translation>
    </message>
    <message>
        <source>DICOM over TLS cannot be had.</source>
        <translation>DICOM über TLS ist nicht möglich.</translation>
    </message>
    <message>
        <source>DICOM: {shown}</source>
        <translation>DICOM: {shown}</translation>
    </message>
    <message>
        <source>Did you mean {word}?</source>
        <translation>Meinten Sie {word}?</translation>
    </message>
    <message>
        <source>Do not rely on queries there to tell one patient from another by these keys.</source>
        <translation>Verlassen Sie sich dort nicht darauf, dass Abfragen mit diesen Schlüsseln Patienten auseinanderhalten.</translation>
    </message>
    <message>
        <source>Do not rely on this list: entries are missing from it.</source>
        <translation>Verlassen Sie sich nicht auf diese Liste: Es fehlen Einträge.</translation>
    </message>
    <message>
        <source>Do not take what is fetched back from {peer} for the original.</source>
        <translation>Halten Sie nicht für das Original, was von {peer} zurückgeholt wird.</translation>
    </message>
    <message>
        <source>Drop by drop</source>
        <translation>Tropfen für Tropfen</translation>
    </message>
    <message>
        <source>Echo and query get no answer that belongs to them.</source>
        <translation>Echo und Abfrage bekommen keine Antwort, die zu ihnen gehört.</translation>
    </message>
    <message>
        <source>Echo and query work, the move is refused.</source>
        <translation>Echo und Abfrage gehen, der Abruf mit C-MOVE wird abgelehnt.</translation>
    </message>
    <message>
        <source>Else correct it there, and tell whoever has a copy from {peer}.</source>
        <translation>Sonst berichtigen Sie es dort, und sagen Sie es allen, die eine Kopie von {peer} haben.</translation>
    </message>
    <message>
        <source>Else look in {peer} for a queue of conflicts or of unassigned images.</source>
        <translation>Suchen Sie sonst in {peer} nach einer Warteschlange mit Konflikten oder nicht zugeordneten Bildern.</translation>
    </message>
    <message>
        <source>Else look into the log of {peer} at this time.</source>
        <translation>Sonst sehen Sie im Protokoll von {peer} zu dieser Zeit nach.</translation>
    </message>
    <message>
        <source>Else send them to a system that takes them.</source>
        <translation>Sonst senden Sie sie an ein System, das sie annimmt.</translation>
    </message>
    <message>
        <source>End that program, or {otherwise}.</source>
        <translation>Beenden Sie dieses Programm, oder {otherwise}.</translation>
    </message>
    <message>
        <source>End {owner}, if it is not needed, and start the engine again.</source>
        <translation>Beenden Sie {owner}, wenn es nicht gebraucht wird, und starten Sie den Dienst von PACSDesk neu.</translation>
    </message>
    <message>
        <source>Enter a single service as used and try again: if it is accepted then, the number is the cause.</source>
        <translation>Tragen Sie einen einzigen Dienst als genutzt ein und versuchen Sie es wieder: Wird er dann angenommen, liegt es an der Zahl.</translation>
    </message>
    <message>
        <source>Enter a test order for today in the information system and ask again: if it does not come, the feed is down.</source>
        <translation>Legen Sie im Informationssystem einen Testauftrag für heute an und fragen Sie wieder: Kommt er nicht, ist die Zuleitung unterbrochen.</translation>
    </message>
    <message>
        <source>Enter an AE title of its own at the device; without one nobody can be told from another.</source>
        <translation>Tragen Sie am Gerät einen eigenen AE-Titel ein; ohne ihn ist niemand vom anderen zu unterscheiden.</translation>
    </message>
    <message>
        <source>Enter both, then start the relay.</source>
        <translation>Tragen Sie beides ein und starten Sie dann das Relais.</translation>
    </message>
    <message>
        <source>Enter it with its host and port, then take the move apart again.</source>
        <translation>Tragen Sie es mit Host und Port ein, dann zerlegen Sie den Abruf erneut.</translation>
    </message>
    <message>
        <source>Enter it without TLS only if your rules allow that: `pacsdesk peers change NAME --tls plain`.</source>
        <translation>Ohne TLS tragen Sie die Gegenstelle nur ein, wenn Ihre Regeln das erlauben: `pacsdesk peers change NAME --tls plain`.</translation>
    </message>
    <message>
        <source>Enter it: `pacsdesk peers change NAME --ae-title AE`.</source>
        <translation>Tragen Sie ihn ein: `pacsdesk peers change NAME --ae-title AE`.</translation>
    </message>
    <message>
        <source>Enter it: `pacsdesk peers change NAME --port PORT`.</source>
        <translation>Tragen Sie ihn ein: `pacsdesk peers change NAME --port PORT`.</translation>
    </message>
    <message>
        <source>Enter one first.</source>
        <translation>Tragen Sie erst eine ein.</translation>
    </message>
    <message>
        <source>Enter that only the echo is used of it and try again: if it is accepted then, it minds one of the services that we propose.</source>
        <translation>Tragen Sie ein, dass von der Gegenstelle nur das Echo genutzt wird, und versuchen Sie es wieder: Kommt die Assoziation dann zustande, stört dort einer der Dienste, die wir vorschlagen.</translation>
    </message>
    <message>
        <source>Enter the address itself (as 192.0.2.10) instead of the name; it needs no name server.</source>
        <translation>Tragen Sie statt des Namens die Adresse selbst ein (wie 192.0.2.10); sie braucht keinen Nameserver.</translation>
    </message>
    <message>
        <source>Enter the address that the peer calls from.</source>
        <translation>Tragen Sie die Adresse ein, von der die Gegenstelle ruft.</translation>
    </message>
    <message>
        <source>Enter the destination at {answerer}: AE title, address and port. Compare each letter of the title.</source>
        <translation>Tragen Sie das Ziel ein ({answerer}): AE-Titel, Adresse und Port. Vergleichen Sie jeden Buchstaben des Titels.</translation>
    </message>
    <message>
        <source>Enter the port at which it speaks TLS, mostly 2762, if it has one.</source>
        <translation>Tragen Sie den Port für TLS ein, meist 2762, wenn es ihn gibt.</translation>
    </message>
    <message>
        <source>Enter {caller} at {called}: AE title {calling_title}, its address and its port. Compare each letter.</source>
        <translation>Tragen Sie {caller} bei {called} ein: AE-Titel {calling_title}, Adresse und Port. Vergleichen Sie jeden Buchstaben.</translation>
    </message>
    <message>
        <source>Enter {calling} at {address} among our peers, and allow it to store.</source>
        <translation>Tragen Sie {calling} mit der Adresse {address} unter unseren Gegenstellen ein und erlauben Sie das Speichern.</translation>
    </message>
    <message>
        <source>Enter {calling} at {address} among our peers, or as an alias of {peer}.</source>
        <translation>Tragen Sie {calling} mit der Adresse {address} unter unseren Gegenstellen ein, oder als Alias von {peer}.</translation>
    </message>
    <message>
        <source>Enter {peer} under the name that its certificate has: `pacsdesk peers change NAME --host HOST`.</source>
        <translation>Tragen Sie {peer} unter dem Namen ein, den das Zertifikat hat: `pacsdesk peers change NAME --host HOST`.</translation>
    </message>
    <message>
        <source>Enter {peer} with TLS: `pacsdesk peers change NAME --tls tls` (mutual when it also wants our certificate).</source>
        <translation>Tragen Sie {peer} mit TLS ein: `pacsdesk peers change NAME --tls tls` (mutual, wenn dort auch unser Zertifikat verlangt wird).</translation>
    </message>
    <message>
        <source>Enter {title} at {peer} with the address of this computer and port {port}.</source>
        <translation>Tragen Sie {title} bei {peer} mit der Adresse dieses Computers und Port {port} ein.</translation>
    </message>
    <message>
        <source>Entered with this AE title: {entered}.</source>
        <translation>Mit diesem AE-Titel eingetragen: {entered}.</translation>
    </message>
    <message>
        <source>Entries are not written as {form}.</source>
        <translation>Einträge werden nicht als {form} geschrieben.</translation>
    </message>
    <message>
        <source>Every second image is missing</source>
        <translation>Jedes zweite Bild fehlt</translation>
    </message>
    <message>
        <source>Everything arrived, so there is nothing to send again.</source>
        <translation>Alles kam an, es gibt nichts erneut zu senden.</translation>
    </message>
    <message>
        <source>Everything arrives but CT</source>
        <translation>Alles kommt an, nur CT nicht</translation>
    </message>
    <message>
        <source>Everything works and takes many times as long as it should.</source>
        <translation>Alles geht und dauert ein Vielfaches dessen, was es sollte.</translation>
    </message>
    <message>
        <source>Everything works, whatever AE title is called.</source>
        <translation>Alles geht, welchen AE-Titel man auch ruft.</translation>
    </message>
    <message>
        <source>Export again, and check the disk.</source>
        <translation>Exportieren Sie noch einmal, und prüfen Sie die Platte.</translation>
    </message>
    <message>
        <source>Export fewer studies at once, or make room on the disk of the data folder.</source>
        <translation>Weniger Studien auf einmal exportieren oder auf der Platte des Datenordners Platz schaffen.</translation>
    </message>
    <message numerus="yes">
        <source>Export of %Ln studies</source>
        <translation>
            <numerusform>Export von %Ln Studie</numerusform>
            <numerusform>Export von %Ln Studien</numerusform>
        </translation>
    </message>
    <message>
        <source>Exports are kept for a day: export again.</source>
        <translation>Exporte werden einen Tag aufbewahrt: Exportieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Fetch another study: if that comes, it is about this one or its keys; if not, about the archive.</source>
        <translation>Rufen Sie eine andere Studie ab: Kommt sie, liegt es an dieser oder ihren Schlüsseln; wenn nicht, am Archiv.</translation>
    </message>
    <message>
        <source>Fetch at STUDY level by Study Instance UID: some archives pass over other levels.</source>
        <translation>Rufen Sie auf der Ebene STUDY mit der Study Instance UID ab: Manche Archive übergehen andere Ebenen.</translation>
    </message>
    <message>
        <source>Fetch it again.</source>
        <translation>Holen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Fetch one instance by its UIDs at IMAGE level: if that comes, it is about how many are asked for.</source>
        <translation>Rufen Sie eine einzelne Instanz mit ihren UIDs auf der Ebene IMAGE ab: Kommt sie, liegt es an der Menge, die verlangt wird.</translation>
    </message>
    <message>
        <source>Fetch one instance by its UIDs at IMAGE level: if that comes, it is about the level.</source>
        <translation>Rufen Sie eine Instanz mit ihren UIDs auf der Ebene IMAGE ab: Kommt sie, liegt es an der Ebene.</translation>
    </message>
    <message>
        <source>Fetch one object of another kind: if that comes, it is about the kind or the transfer syntax.</source>
        <translation>Rufen Sie ein Objekt anderer Art ab: Kommt es, liegt es an der Art oder der Transfersyntax.</translation>
    </message>
    <message>
        <source>Fetch one of the failed objects alone: if it fails alone as well, it is about the object, not about the load.</source>
        <translation>Rufen Sie eines der gescheiterten Objekte allein ab: Scheitert es auch allein, liegt es am Objekt, nicht an der Last.</translation>
    </message>
    <message>
        <source>Fetch one of the others alone, by its SOP Instance UID.</source>
        <translation>Rufen Sie eines der anderen allein ab, mit seiner SOP Instance UID.</translation>
    </message>
    <message>
        <source>Fetch the whole study again: what is here already is recognised.</source>
        <translation>Rufen Sie die ganze Studie erneut ab: Was schon hier ist, wird erkannt.</translation>
    </message>
    <message>
        <source>Fetch those that are missing again, and no more (`--again`).</source>
        <translation>Rufen Sie die fehlenden erneut ab, und nur diese (`--again`).</translation>
    </message>
    <message>
        <source>Fetch what is missing again, and no more (`--again`).</source>
        <translation>Rufen Sie das Fehlende erneut ab, und nur dieses (`--again`).</translation>
    </message>
    <message>
        <source>Fetch what is missing again.</source>
        <translation>Rufen Sie das Fehlende erneut ab.</translation>
    </message>
    <message>
        <source>Files are being moved all the time.</source>
        <translation>Ständig werden Dateien verschoben.</translation>
    </message>
    <message>
        <source>Fill in what an order has: accession number, requested procedure ID, scheduled step ID, patient ID; some take no examination without an order.</source>
        <translation>Füllen Sie aus, was ein Auftrag hat: Auftragsnummer (Accession Number), Requested Procedure ID, Scheduled Step ID, Patienten-ID; manche nehmen keine Untersuchung ohne Auftrag an.</translation>
    </message>
    <message>
        <source>Find out by which rule {peer} does so (coercion of patient data, unknown private elements).</source>
        <translation>Finden Sie heraus, nach welcher Regel {peer} das tut (Angleichen von Patientendaten, unbekannte private Elemente).</translation>
    </message>
    <message>
        <source>For less traffic, turn JPEG lossless or JPEG 2000 on in the settings of {peer}.</source>
        <translation>Für weniger Verkehr schalten Sie in den Einstellungen von {peer} JPEG verlustfrei oder JPEG 2000 ein.</translation>
    </message>
    <message>
        <source>Forgetting everything</source>
        <translation>Alles wird vergessen</translation>
    </message>
    <message>
        <source>Four ordinary words in a row are easy to remember and hard to guess.</source>
        <translation>Vier gewöhnliche Wörter hintereinander sind leicht zu merken und schwer zu erraten.</translation>
    </message>
    <message>
        <source>Free room on the archive&apos;s disk: `pacsdesk status` shows how much is left.</source>
        <translation>Schaffen Sie Platz auf der Platte des Archivs: `pacsdesk status` zeigt, wie viel frei ist.</translation>
    </message>
    <message>
        <source>Free room on the disk of the archive, or move it to a larger one, then fetch again.</source>
        <translation>Schaffen Sie Platz auf der Platte des Archivs oder bringen Sie es auf eine größere, dann rufen Sie erneut ab.</translation>
    </message>
    <message>
        <source>Get the certificate of its authority, or its own, from the administrator of {peer} by a way that you trust.</source>
        <translation>Holen Sie das Zertifikat der ausstellenden Stelle oder das eigene beim Administrator von {peer}, auf einem Weg, dem Sie vertrauen.</translation>
    </message>
    <message>
        <source>Give an IP address of this computer, as 127.0.0.1.</source>
        <translation>Geben Sie eine IP-Adresse dieses Computers an, etwa 127.0.0.1.</translation>
    </message>
    <message>
        <source>Give an IP address or a host name, as 10.1.2.3.</source>
        <translation>Geben Sie eine IP-Adresse oder einen Hostnamen an, etwa 10.1.2.3.</translation>
    </message>
    <message>
        <source>Give it another id.</source>
        <translation>Geben Sie ihr eine andere Kennung.</translation>
    </message>
    <message>
        <source>Give it time: some archives report by night. A report that comes within 24 hours is still taken.</source>
        <translation>Lassen Sie Zeit: Manche Archive melden nachts. Eine Meldung wird noch 24 Stunden lang angenommen.</translation>
    </message>
    <message>
        <source>Give its maker the numbers above.</source>
        <translation>Geben Sie dem Hersteller die Nummern von oben.</translation>
    </message>
    <message>
        <source>Give its maker the status above.</source>
        <translation>Geben Sie dem Hersteller den Status von oben.</translation>
    </message>
    <message>
        <source>Give its maker the status.</source>
        <translation>Geben Sie dem Hersteller den Status.</translation>
    </message>
    <message>
        <source>Give one that it has, as 127.0.0.1.</source>
        <translation>Geben Sie eine an, die er hat, etwa 127.0.0.1.</translation>
    </message>
    <message>
        <source>Give that certificate, or its authority&apos;s, to the administrator of {peer}, to be trusted there.</source>
        <translation>Geben Sie dieses Zertifikat oder das der ausstellenden Stelle dem Administrator von {peer}, damit ihm dort vertraut wird.</translation>
    </message>
    <message>
        <source>Give the level and the unique keys of the levels above it; leave out keys of other levels.</source>
        <translation>Geben Sie die Ebene und die eindeutigen Schlüssel der Ebenen darüber an; lassen Sie Schlüssel anderer Ebenen weg.</translation>
    </message>
    <message>
        <source>Give the level and the unique keys of the levels above it; narrow the dates.</source>
        <translation>Geben Sie die Ebene und die eindeutigen Schlüssel der Ebenen darüber an; grenzen Sie die Daten ein.</translation>
    </message>
    <message>
        <source>Give the unique key of the level {level} and those of the levels above it.</source>
        <translation>Geben Sie den eindeutigen Schlüssel der Ebene {level} und die der Ebenen darüber an.</translation>
    </message>
    <message>
        <source>Give {caller} more time for an answer.</source>
        <translation>Geben Sie {caller} mehr Zeit für eine Antwort.</translation>
    </message>
    <message>
        <source>Give {key} as well; a query shows it.</source>
        <translation>Geben Sie auch {key} an; eine Abfrage zeigt es.</translation>
    </message>
    <message>
        <source>Go on from the later send.</source>
        <translation>Setzen Sie beim späteren Senden fort.</translation>
    </message>
    <message>
        <source>HL7: {shown}</source>
        <translation>HL7: {shown}</translation>
    </message>
    <message>
        <source>Half a name finds nothing</source>
        <translation>Ein halber Name findet nichts</translation>
    </message>
    <message>
        <source>Half an answer</source>
        <translation>Eine halbe Antwort</translation>
    </message>
    <message>
        <source>Have it check the called AE title, if it can.</source>
        <translation>Lassen Sie dort den gerufenen AE-Titel prüfen, wenn das geht.</translation>
    </message>
    <message>
        <source>Have it corrected where it was made; what was made before can be corrected in the archive.</source>
        <translation>Lassen Sie es dort berichtigen, wo es entstand; was früher entstand, lässt sich im Archiv berichtigen.</translation>
    </message>
    <message>
        <source>Have it listen on an address of the network: `pacsdesk settings set dicom.host 0.0.0.0`.</source>
        <translation>Lassen Sie ihn auf einer Adresse des Netzes lauschen: `pacsdesk settings set dicom.host 0.0.0.0`.</translation>
    </message>
    <message>
        <source>Have its connection to {other} begin with an association request (A-ASSOCIATE-RQ).</source>
        <translation>Lassen Sie seine Verbindung zu {other} mit einer Anfrage nach einer Assoziation beginnen (A-ASSOCIATE-RQ).</translation>
    </message>
    <message>
        <source>Have our AE title corrected at {peer}.</source>
        <translation>Lassen Sie unseren AE-Titel bei {peer} berichtigen.</translation>
    </message>
    <message>
        <source>Have performed procedure steps (MPPS) permitted at {peer} for {calling}.</source>
        <translation>Lassen Sie bei {peer} durchgeführte Prozedurschritte (MPPS) für {calling} erlauben.</translation>
    </message>
    <message>
        <source>Have storage commitment permitted at {peer} for our AE title.</source>
        <translation>Lassen Sie bei {peer} Storage Commitment für unseren AE-Titel erlauben.</translation>
    </message>
    <message>
        <source>Have storing permitted at {peer} for {title}.</source>
        <translation>Lassen Sie bei {peer} das Speichern für {title} erlauben.</translation>
    </message>
    <message>
        <source>Have that rule switched off: reports and comparisons find images by these UIDs.</source>
        <translation>Lassen Sie diese Regel ausschalten: Befunde und Vergleiche finden Bilder nach diesen UIDs.</translation>
    </message>
    <message>
        <source>Have the Specific Character Set (0008,0005) of {peer} set to what its names are written in: ISO_IR 192 for UTF-8, ISO_IR 100 for Western European letters.</source>
        <translation>Lassen Sie das Specific Character Set (0008,0005) von {peer} auf das setzen, worin die Namen geschrieben sind: ISO_IR 192 für UTF-8, ISO_IR 100 für westeuropäische Buchstaben.</translation>
    </message>
    <message>
        <source>Have the address of this computer and our port entered there, then fetch again.</source>
        <translation>Lassen Sie dort die Adresse dieses Computers und unseren Port eintragen, dann rufen Sie erneut ab.</translation>
    </message>
    <message>
        <source>Have the administrator of {peer} get another certificate: an RSA key of 2048 bits or more, or ECDSA, signed with SHA-256.</source>
        <translation>Lassen Sie den Administrator von {peer} ein anderes Zertifikat beschaffen: ein RSA-Schlüssel ab 2048 Bit oder ECDSA, unterschrieben mit SHA-256.</translation>
    </message>
    <message>
        <source>Have the administrator of {peer} renew its certificate.</source>
        <translation>Lassen Sie das Zertifikat vom Administrator von {peer} erneuern.</translation>
    </message>
    <message>
        <source>Have the objects validated and repaired at {peer}.</source>
        <translation>Lassen Sie die Objekte bei {peer} prüfen und berichtigen.</translation>
    </message>
    <message>
        <source>Have the sender ask again.</source>
        <translation>Lassen Sie den Absender neu fragen.</translation>
    </message>
    <message>
        <source>Have the setting of transfer syntaxes at {peer} looked at.</source>
        <translation>Lassen Sie bei {peer} die Einstellung der Transfersyntaxen prüfen.</translation>
    </message>
    <message>
        <source>Have the setting of transfer syntaxes at {peer} looked at: implicit and explicit little endian must be on.</source>
        <translation>Lassen Sie die Einstellung der Transfersyntaxen bei {peer} prüfen: Implicit und Explicit VR Little Endian müssen eingeschaltet sein.</translation>
    </message>
    <message>
        <source>Have them turned on in the settings of {peer} for {calling}.</source>
        <translation>Lassen Sie sie in den Einstellungen von {peer} für {calling} einschalten.</translation>
    </message>
    <message>
        <source>Have them turned on in the settings of {peer}.</source>
        <translation>Lassen Sie sie in den Einstellungen von {peer} einschalten.</translation>
    </message>
    <message>
        <source>Have these SOP classes turned on in the settings of {peer}.</source>
        <translation>Lassen Sie diese SOP-Klassen in den Einstellungen von {peer} einschalten.</translation>
    </message>
    <message>
        <source>Have this SOP class turned on in the settings of {peer} for {calling}.</source>
        <translation>Lassen Sie diese SOP-Klasse in den Einstellungen von {peer} für {calling} einschalten.</translation>
    </message>
    <message>
        <source>Have this SOP class turned on in the settings of {peer}.</source>
        <translation>Lassen Sie diese SOP-Klasse in den Einstellungen von {peer} einschalten.</translation>
    </message>
    <message>
        <source>Have us entered at {peer}: AE title {calling}, the address of this computer, and our port.</source>
        <translation>Lassen Sie uns bei {peer} eintragen: AE-Titel {calling}, die Adresse dieses Computers und unseren Port.</translation>
    </message>
    <message>
        <source>Have {ae_title} listen at port {port}, which is free. Tell everybody who sends to it.</source>
        <translation>{ae_title} auf Port {port} lauschen lassen, der frei ist. Sagen Sie es allen, die dorthin senden.</translation>
    </message>
    <message>
        <source>Have {caller} try again later, and send a whole series on one association.</source>
        <translation>Lassen Sie {caller} es später wieder versuchen und eine ganze Serie in einer Assoziation senden.</translation>
    </message>
    <message>
        <source>Have {calling} allowed there what it is to do.</source>
        <translation>Lassen Sie {calling} dort erlauben, was damit getan werden soll.</translation>
    </message>
    <message>
        <source>Have {calling} allowed this service in the settings of {other}.</source>
        <translation>Lassen Sie {calling} diesen Dienst in den Einstellungen von {other} erlauben.</translation>
    </message>
    <message>
        <source>Have {calling} allowed to retrieve by {verb} in the settings of {peer}.</source>
        <translation>Lassen Sie {calling} in den Einstellungen von {peer} den Abruf durch {verb} erlauben.</translation>
    </message>
    <message>
        <source>Have {calling} allowed {services} in the settings of {peer}.</source>
        <translation>Lassen Sie {calling} in den Einstellungen von {peer} erlauben: {services}.</translation>
    </message>
    <message>
        <source>Have {calling} entered at {peer}, and allowed {services} there.</source>
        <translation>Lassen Sie {calling} bei {peer} eintragen und dort dies erlauben: {services}.</translation>
    </message>
    <message>
        <source>Have {other} send a whole series on one association instead of opening one for each image.</source>
        <translation>Lassen Sie {other} eine ganze Serie auf einer Assoziation senden, statt für jedes Bild eine zu öffnen.</translation>
    </message>
    <message>
        <source>Have {peer} echo {title}: if that arrives here, the way back is open, and it is about its setting for storage commitment.</source>
        <translation>Lassen Sie {peer} ein Echo an {title} senden: Kommt es hier an, ist der Rückweg offen, und es liegt an der Einstellung dort für Storage Commitment.</translation>
    </message>
    <message>
        <source>Have {peer} echo {title}: if that arrives here, the way is open, and it is about the move.</source>
        <translation>Lassen Sie {peer} ein Echo an {title} senden: Kommt es hier an, ist der Weg offen, und es liegt am C-MOVE.</translation>
    </message>
    <message>
        <source>Have {peer} match {key}: it is a required matching key (PS3.4 table K.6-1).</source>
        <translation>Lassen Sie {peer} nach {key} suchen: Es ist ein vorgeschriebener Suchschlüssel (PS3.4 Tabelle K.6-1).</translation>
    </message>
    <message>
        <source>Have {sender} send one of them as a file and look at its UIDs and its SOP class.</source>
        <translation>Lassen Sie eines davon als Datei senden ({sender}) und sehen Sie sich UIDs und SOP-Klasse an.</translation>
    </message>
    <message>
        <source>Have {service} permitted at {peer} for our AE title.</source>
        <translation>Lassen Sie bei {peer} für unseren AE-Titel erlauben: {service}.</translation>
    </message>
    <message>
        <source>Have {title} entered at {peer} as a destination: AE title, its address and port.</source>
        <translation>Lassen Sie {title} bei {peer} als Ziel eintragen: AE-Titel, dessen Adresse und Port.</translation>
    </message>
    <message>
        <source>Have {title} entered at {peer} as a destination: AE title, the address of this computer, and our port.</source>
        <translation>Lassen Sie {title} bei {peer} als Ziel eintragen: AE-Titel, die Adresse dieses Computers und unseren Port.</translation>
    </message>
    <message>
        <source>How it was asked</source>
        <translation>Wie gefragt wurde,</translation>
    </message>
    <message>
        <source>ISO_IR 192 is Unicode, ISO_IR 100 Western European; leave it empty when in doubt.</source>
        <translation>ISO_IR 192 ist Unicode, ISO_IR 100 Westeuropäisch; lassen Sie es im Zweifel leer.</translation>
    </message>
    <message>
        <source>If a request was under way, see how busy {called} is, and whether {caller} hangs.</source>
        <translation>War eine Anfrage unterwegs, sehen Sie nach, wie ausgelastet {called} ist und ob {caller} hängt.</translation>
    </message>
    <message>
        <source>If another device uses the same AE title, give it one of its own.</source>
        <translation>Benutzt ein anderes Gerät denselben AE-Titel, geben Sie ihm einen eigenen.</translation>
    </message>
    <message>
        <source>If everything was answered, nothing is lost: have {other} release its associations when it is done.</source>
        <translation>War alles beantwortet, ist nichts verloren: Lassen Sie {other} jede Assoziation beenden (A-RELEASE), wenn alles getan ist.</translation>
    </message>
    <message>
        <source>If it asks a name server for each caller, a slow one holds it up: enter this computer there.</source>
        <translation>Fragt der Dienst bei jedem Rufer einen Nameserver, hält ihn ein langsamer auf: Tragen Sie diesen Computer dort ein.</translation>
    </message>
    <message>
        <source>If it cannot be changed there, retrieve by C-GET.</source>
        <translation>Lässt es sich dort nicht ändern, rufen Sie mit C-GET ab.</translation>
    </message>
    <message>
        <source>If it has several AEs, ask which one serves us; or have {title} entered there as a further title.</source>
        <translation>Gibt es dort mehrere AEs, fragen Sie, welche für uns da ist; oder lassen Sie {title} dort als weiteren Titel eintragen.</translation>
    </message>
    <message>
        <source>If it is a peer under another title, correct the title there, or in its entry.</source>
        <translation>Ist es eine Gegenstelle unter anderem Titel, berichtigen Sie den Titel dort oder im Eintrag.</translation>
    </message>
    <message>
        <source>If it is allowed there, ask in the other information model (patient root).</source>
        <translation>Ist es dort erlaubt, fragen Sie im anderen Informationsmodell (Patient Root).</translation>
    </message>
    <message>
        <source>If it is allowed there, see whether it serves the study root: some serve the patient root only.</source>
        <translation>Ist es dort erlaubt, prüfen Sie, ob Study Root bedient wird: Manche bedienen nur Patient Root.</translation>
    </message>
    <message>
        <source>If it is allowed, ask in the other information model: some serve the study root only.</source>
        <translation>Ist es erlaubt, fragen Sie im anderen Informationsmodell: Manche bedienen nur Study Root.</translation>
    </message>
    <message>
        <source>If it is allowed, turn on that unknown kinds are kept: `dicom.accept_unknown_sop_classes`.</source>
        <translation>Ist es erlaubt, schalten Sie ein, dass unbekannte Arten behalten werden: `dicom.accept_unknown_sop_classes`.</translation>
    </message>
    <message>
        <source>If it is not used, say so: enter what is used of it with `pacsdesk peers change NAME --use`.</source>
        <translation>Wird es nicht genutzt, sagen Sie es: Tragen Sie mit `pacsdesk peers change NAME --use` ein, was von dort genutzt wird.</translation>
    </message>
    <message>
        <source>If it is still valid by its own dates, set the clock of this computer.</source>
        <translation>Ist es nach seinen eigenen Daten noch gültig, stellen Sie die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>If it is to come in after all: `pacsdesk peers unblock NAME`, then enter it.</source>
        <translation>Soll der Rufer doch hereinkommen: `pacsdesk peers unblock NAME`, danach eintragen.</translation>
    </message>
    <message>
        <source>If it may come in, enter it as a peer with the AE title {title} and the address {address}.</source>
        <translation>Darf er herein, tragen Sie ihn als Gegenstelle mit dem AE-Titel {title} und der Adresse {address} ein.</translation>
    </message>
    <message>
        <source>If it may do that, allow it in its entry: `pacsdesk peers change NAME --allow SERVICES`.</source>
        <translation>Darf die Gegenstelle das, erlauben Sie es im Eintrag: `pacsdesk peers change NAME --allow SERVICES`.</translation>
    </message>
    <message>
        <source>If it only needs longer, give {peer} a longer time to answer in its entry.</source>
        <translation>Braucht es dort nur länger, geben Sie {peer} im Eintrag mehr Zeit zum Antworten.</translation>
    </message>
    <message>
        <source>If it was in the middle of sending, it hangs or its network failed: restart the transfer there.</source>
        <translation>War das Senden mittendrin, hängt das Gerät oder sein Netzwerk fiel aus: Starten Sie die Übertragung dort neu.</translation>
    </message>
    <message>
        <source>If names take long: enter the address, or put this computer into the name server that the peer asks.</source>
        <translation>Dauern Namen lange: Tragen Sie die Adresse ein, oder nehmen Sie diesen Computer in den Nameserver auf, den die Gegenstelle fragt.</translation>
    </message>
    <message>
        <source>If nobody knows it, leave it outside, and find out what stands at that address.</source>
        <translation>Kennt ihn niemand, lassen Sie ihn draußen und finden Sie heraus, was an jener Adresse steht.</translation>
    </message>
    <message>
        <source>If nobody needs it, it is as it should be: many devices ask for all that there is.</source>
        <translation>Braucht sie niemand, ist es in Ordnung: Viele Geräte fragen nach allem, was es gibt.</translation>
    </message>
    <message>
        <source>If nobody needs that of it, it is as it should be.</source>
        <translation>Braucht das niemand von dort, ist es in Ordnung.</translation>
    </message>
    <message>
        <source>If not, have the device stop asking for it.</source>
        <translation>Wenn nicht, lassen Sie das Gerät nicht mehr danach fragen.</translation>
    </message>
    <message>
        <source>If nothing is to be sent there, that is as it should be.</source>
        <translation>Soll dorthin nichts gesendet werden, ist das in Ordnung.</translation>
    </message>
    <message>
        <source>If such objects are to go there, turn these SOP classes on in the settings of {peer}.</source>
        <translation>Sollen solche Objekte dorthin, schalten Sie diese SOP-Klassen in den Einstellungen von {peer} ein.</translation>
    </message>
    <message>
        <source>If the certificate is a new one that nobody knows of, ask first: somebody may stand between.</source>
        <translation>Ist das Zertifikat neu und weiß niemand davon, fragen Sie erst nach: Vielleicht steht jemand dazwischen.</translation>
    </message>
    <message>
        <source>If the clock is right, have the administrator of {peer} install a certificate that is valid now.</source>
        <translation>Geht die Uhr richtig, lassen Sie vom Administrator von {peer} ein Zertifikat einrichten, das jetzt gilt.</translation>
    </message>
    <message>
        <source>If the connection is well, see whether the destination takes this kind of object, and has room.</source>
        <translation>Ist die Verbindung in Ordnung, prüfen Sie, ob das Ziel diese Art von Objekten annimmt und Platz hat.</translation>
    </message>
    <message>
        <source>If the connection itself is slow: look at network cards that do not agree on speed and duplex, at wireless parts and at what else uses the line.</source>
        <translation>Ist schon die Verbindung langsam, prüfen Sie Netzwerkkarten, die sich über Tempo und Duplex nicht einig sind, Funkstrecken und was die Leitung sonst nutzt.</translation>
    </message>
    <message>
        <source>If the device has a new address, change its entry: `pacsdesk peers change NAME --host {address}`. Give it a fixed address, so that it stays right.</source>
        <translation>Hat das Gerät eine neue Adresse, ändern Sie den Eintrag: `pacsdesk peers change NAME --host {address}`. Geben Sie ihm eine feste Adresse, damit es stimmt.</translation>
    </message>
    <message>
        <source>If the list of studies still shows it, compare index and files (`pacsdesk check`).</source>
        <translation>Wenn die Liste der Studien sie noch zeigt, vergleichen Sie Index und Dateien (`pacsdesk check`).</translation>
    </message>
    <message>
        <source>If the name is right, ask your network&apos;s administrator to enter it in the name server (DNS).</source>
        <translation>Ist der Name richtig, bitten Sie den Netzwerkadministrator, ihn im Nameserver (DNS) einzutragen.</translation>
    </message>
    <message>
        <source>If the port is right, another program took it before the DICOM service of {peer} could: end that program, then start the service again.</source>
        <translation>Stimmt der Port, war ein anderes Programm schneller als der DICOM-Dienst von {peer}: Beenden Sie jenes Programm, dann starten Sie den Dienst neu.</translation>
    </message>
    <message>
        <source>If the title is right: some archives (dcmqrscp) answer the same to a caller that this AE does not serve. Have {calling} entered there for {title}.</source>
        <translation>Stimmt der Titel: Manche Archive (dcmqrscp) antworten ebenso einem Rufer, für den diese AE nicht da ist. Lassen Sie {calling} dort für {title} eintragen.</translation>
    </message>
    <message>
        <source>If they are of all kinds, see whether the receiver ran out of room, and look into its log at this time.</source>
        <translation>Sind sie von allen Arten, prüfen Sie, ob dem Empfänger der Platz ausging, und sehen Sie im Protokoll dort zu dieser Zeit nach.</translation>
    </message>
    <message>
        <source>If they are: show the answer to its maker, as it negotiated what it does not keep.</source>
        <translation>Sind sie es: Zeigen Sie die Antwort dem Hersteller, denn zugesagt war, was dann nicht behalten wurde.</translation>
    </message>
    <message>
        <source>If they stay away, look into the log of {peer} for one of their SOP Instance UIDs.</source>
        <translation>Bleiben sie aus, suchen Sie im Protokoll von {peer} nach einer ihrer SOP Instance UIDs.</translation>
    </message>
    <message>
        <source>If we are entered there, compare each letter, capitals included, and the address: it may be an old one.</source>
        <translation>Sind wir dort eingetragen, vergleichen Sie jeden Buchstaben, auch groß und klein, und die Adresse: Vielleicht ist es eine alte.</translation>
    </message>
    <message>
        <source>If {asker} may do that, allow it in the settings of {refuser}: a peer&apos;s entry says which services it may use.</source>
        <translation>Soll das erlaubt sein ({asker}), erlauben Sie es in den Einstellungen ({refuser}): Der Eintrag einer Gegenstelle sagt, welche Dienste sie nutzen darf.</translation>
    </message>
    <message>
        <source>Images are sent, structured reports are not.</source>
        <translation>Bilder werden gesendet, strukturierte Befunde nicht.</translation>
    </message>
    <message>
        <source>Images that are not compressed are not sent.</source>
        <translation>Bilder, die nicht komprimiert sind, werden nicht gesendet.</translation>
    </message>
    <message>
        <source>Images that are stored compressed are not sent as they are.</source>
        <translation>Bilder, die komprimiert gespeichert sind, werden nicht unverändert gesendet.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Import in several parts.</source>
        <translation>Importieren Sie in mehreren Teilen.</translation>
    </message>
    <message>
        <source>Import the file once more.</source>
        <translation>Importieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>In these, {name} is {values}.</source>
        <translation>Darin ist {name}: {values}.</translation>
    </message>
    <message>
        <source>Install the newer version, or use another data folder.</source>
        <translation>Installieren Sie die neuere Version, oder benutzen Sie einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>Invent patients</source>
        <translation>Patienten erfinden</translation>
    </message>
    <message>
        <source>Inventing patients</source>
        <translation>Patienten werden erfunden</translation>
    </message>
    <message>
        <source>Is it safe? No answer</source>
        <translation>Ist es sicher? Keine Antwort</translation>
    </message>
    <message>
        <source>It answers from here. From the computer of {name} it may be otherwise: compare what {name} has entered for it with {host} port {port}, and look for a firewall between the two.</source>
        <translation>Von hier kommt eine Antwort. Vom Computer von {name} kann es anders sein: Vergleichen Sie, was {name} dafür eingetragen hat, mit {host} Port {port}, und suchen Sie eine Firewall zwischen beiden.</translation>
    </message>
    <message>
        <source>It asked for another application context than DICOM&apos;s.</source>
        <translation>Er verlangte einen anderen Application Context als den von DICOM.</translation>
    </message>
    <message>
        <source>It began TLS on the port for DICOM without TLS.</source>
        <translation>Er begann TLS auf dem Port für DICOM ohne TLS.</translation>
    </message>
    <message>
        <source>It began to answer in DICOM, then: {detail}.</source>
        <translation>Die Antwort begann in DICOM, dann: {detail}.</translation>
    </message>
    <message>
        <source>It broke at {uid} twice, so that one was passed over.</source>
        <translation>Zweimal riss es bei {uid} ab, das deshalb übergangen wurde.</translation>
    </message>
    <message>
        <source>It broke the TLS handshake off.</source>
        <translation>Er brach den TLS-Handshake ab.</translation>
    </message>
    <message>
        <source>It called {called}, this archive is called {own}: change the called AE title at the sender.</source>
        <translation>Gerufen wurde {called}, dieses Archiv heißt {own}: Ändern Sie den gerufenen AE-Titel beim Absender.</translation>
    </message>
    <message>
        <source>It cannot be read, so it is not in the list of conflicts.</source>
        <translation>Es kann nicht gelesen werden und steht deshalb nicht in der Liste der Konflikte.</translation>
    </message>
    <message>
        <source>It cannot reach the destination</source>
        <translation>Es erreicht das Ziel nicht</translation>
    </message>
    <message>
        <source>It did not finish the TLS handshake in time.</source>
        <translation>Er beendete den TLS-Handshake nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>It did not list them; what reaches {destination} is not seen from here.</source>
        <translation>Sie wurden nicht aufgezählt; was {destination} erreicht, ist von hier nicht zu sehen.</translation>
    </message>
    <message>
        <source>It did not list them; {landed} are here, {came} of them came now.</source>
        <translation>Sie wurden nicht aufgezählt; {landed} sind hier, {came} davon kamen jetzt.</translation>
    </message>
    <message>
        <source>It did not report in time.</source>
        <translation>Die Meldung kam nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>It did not take {number} of the {kinds} kinds that we offered.</source>
        <translation>Von den {kinds} angebotenen Arten wurden {number} nicht angenommen.</translation>
    </message>
    <message>
        <source>It did not take {number} of {kinds} kinds that we offered.</source>
        <translation>Von {kinds} angebotenen Arten wurden {number} nicht angenommen.</translation>
    </message>
    <message>
        <source>It does not accept our certificate: {reason}.</source>
        <translation>Er nimmt unser Zertifikat nicht an: {reason}.</translation>
    </message>
    <message>
        <source>It does not know us</source>
        <translation>Es kennt uns nicht</translation>
    </message>
    <message>
        <source>It does not know {title} as a place to report to, knows it at another address or port, or cannot reach this computer.</source>
        <translation>{title} ist dort nicht als Ort für Meldungen bekannt, oder mit anderer Adresse oder anderem Port, oder dieser Computer wird von dort nicht erreicht.</translation>
    </message>
    <message>
        <source>It does not quite fit</source>
        <translation>Es passt nicht ganz</translation>
    </message>
    <message>
        <source>It does not say which objects failed.</source>
        <translation>Welche Objekte scheiterten, wurde nicht gesagt.</translation>
    </message>
    <message>
        <source>It does not speak version 1 of the DICOM upper layer.</source>
        <translation>Er spricht nicht Version 1 des DICOM Upper Layer.</translation>
    </message>
    <message>
        <source>It does not stop</source>
        <translation>Es hört nicht auf</translation>
    </message>
    <message>
        <source>It ends inside its meta information, at byte {position}.</source>
        <translation>Sie endet in ihrer Meta-Information, bei Byte {position}.</translation>
    </message>
    <message>
        <source>It goes on past byte {position}.</source>
        <translation>Sie reicht über Byte {position} hinaus.</translation>
    </message>
    <message>
        <source>It goes on past {number} bytes.</source>
        <translation>Es ist länger als {number} Byte.</translation>
    </message>
    <message>
        <source>It hangs up at the question</source>
        <translation>Es legt bei der Frage auf</translation>
    </message>
    <message>
        <source>It hangs up in the middle</source>
        <translation>Es legt mittendrin auf</translation>
    </message>
    <message>
        <source>It happened once.</source>
        <translation>Es geschah einmal.</translation>
    </message>
    <message>
        <source>It happened {number} times.</source>
        <translation>Es geschah {number} Mal.</translation>
    </message>
    <message>
        <source>It has a table {name}; there are peers and aes.</source>
        <translation>Es gibt darin eine Tabelle {name}; es gibt nur peers und aes.</translation>
    </message>
    <message>
        <source>It has at most {number} printable characters.</source>
        <translation>Er hat höchstens {number} druckbare Zeichen.</translation>
    </message>
    <message>
        <source>It has ended, or the engine was restarted: begin the import again.</source>
        <translation>Er ist zu Ende, oder der Dienst wurde neu gestartet: Beginnen Sie den Import noch einmal.</translation>
    </message>
    <message>
        <source>It has more than {number} lines.</source>
        <translation>Sie hat mehr als {number} Zeilen.</translation>
    </message>
    <message>
        <source>It has no DicomModalities.</source>
        <translation>Es gibt darin keine DicomModalities.</translation>
    </message>
    <message>
        <source>It has no line HostTable BEGIN.</source>
        <translation>Es gibt keine Zeile HostTable BEGIN.</translation>
    </message>
    <message>
        <source>It has no line HostTable END.</source>
        <translation>Es gibt keine Zeile HostTable END.</translation>
    </message>
    <message>
        <source>It has no line of title, host and port.</source>
        <translation>Es gibt keine Zeile mit Titel, Host und Port.</translation>
    </message>
    <message>
        <source>It has no settings.toml.</source>
        <translation>Er hat keine settings.toml.</translation>
    </message>
    <message>
        <source>It has no version or cipher of TLS in common with us.</source>
        <translation>Er hat keine Version und kein Verfahren von TLS mit uns gemeinsam.</translation>
    </message>
    <message>
        <source>It has the form of a ZIP and another name: no images are expected.</source>
        <translation>Sie hat die Form eines ZIP und heißt anders: Bilder sind darin nicht zu erwarten.</translation>
    </message>
    <message>
        <source>It has {number} cells, the first line {first}.</source>
        <translation>Sie hat {number} Zellen, die erste Zeile {first}.</translation>
    </message>
    <message>
        <source>It has {number}.</source>
        <translation>Es hat {number}.</translation>
    </message>
    <message>
        <source>It hears us out and hangs up</source>
        <translation>Es hört uns an und legt auf</translation>
    </message>
    <message>
        <source>It holds no time.</source>
        <translation>Er enthält keine Zeit.</translation>
    </message>
    <message>
        <source>It holds {names}.</source>
        <translation>Er enthält {names}.</translation>
    </message>
    <message>
        <source>It is a ZIP within a ZIP: unpack the outer one first.</source>
        <translation>Es ist ein ZIP in einem ZIP: zuerst das äußere auspacken.</translation>
    </message>
    <message>
        <source>It is a group of other entries; those are taken in by themselves.</source>
        <translation>Es ist eine Gruppe anderer Einträge; diese werden einzeln übernommen.</translation>
    </message>
    <message>
        <source>It is an alias of {holder}.</source>
        <translation>Er ist ein Alias von {holder}.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Sie ist leer.</translation>
    </message>
    <message>
        <source>It is entered as {name}: AE title, host and port are the same.</source>
        <translation>Er ist als {name} eingetragen: AE-Titel, Host und Port sind gleich.</translation>
    </message>
    <message>
        <source>It is entered here with the AE title {title}.</source>
        <translation>Hier ist es mit dem AE-Titel {title} eingetragen.</translation>
    </message>
    <message>
        <source>It is entered without a port, or without a single host: it only sends.</source>
        <translation>Es ist kein Port oder kein einzelner Host eingetragen: Die Gegenstelle sendet nur.</translation>
    </message>
    <message>
        <source>It is made of one or two of the 10,000 most common passwords, of rows of characters or of a year.</source>
        <translation>Es besteht aus einem oder zwei der 10.000 häufigsten Passwörter, aus Zeichenfolgen oder aus einer Jahreszahl.</translation>
    </message>
    <message>
        <source>It is neither a file nor a folder.</source>
        <translation>Das ist weder eine Datei noch ein Ordner.</translation>
    </message>
    <message>
        <source>It is neither a keyword of the standard nor a tag.</source>
        <translation>Es ist weder ein Schlüsselwort des Standards noch ein Tag.</translation>
    </message>
    <message>
        <source>It is neither a list nor an object.</source>
        <translation>Es ist weder Liste noch Objekt.</translation>
    </message>
    <message>
        <source>It is nested too deep.</source>
        <translation>Es ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>It is no DICOM file: it does not begin like one.</source>
        <translation>Es ist keine DICOM-Datei: Sie beginnt nicht wie eine.</translation>
    </message>
    <message>
        <source>It is no JSON object.</source>
        <translation>Es ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>It is no JSON: {error}.</source>
        <translation>Es ist kein JSON: {error}.</translation>
    </message>
    <message>
        <source>It is no TOML: {error}.</source>
        <translation>Es ist kein TOML: {error}.</translation>
    </message>
    <message>
        <source>It is no table.</source>
        <translation>Es ist keine Tabelle.</translation>
    </message>
    <message>
        <source>It is not (TITLE, host, port).</source>
        <translation>Es ist nicht (TITEL, host, port).</translation>
    </message>
    <message>
        <source>It is not [title, host, port].</source>
        <translation>Es ist nicht [Titel, Host, Port].</translation>
    </message>
    <message>
        <source>It is not name = (TITLE, host, port).</source>
        <translation>Es ist nicht name = (TITEL, host, port).</translation>
    </message>
    <message>
        <source>It is not title, host, port and compression.</source>
        <translation>Es ist nicht Titel, Host, Port und Kompression.</translation>
    </message>
    <message>
        <source>It is read only.</source>
        <translation>Es wird nur gelesen.</translation>
    </message>
    <message>
        <source>It is still being sent.</source>
        <translation>Es wird noch gesendet.</translation>
    </message>
    <message>
        <source>It is the port of a remote shell (SSH).</source>
        <translation>Es ist der Port eines Fernzugangs (SSH).</translation>
    </message>
    <message>
        <source>It is the port on which the interface engine takes HL7 messages.</source>
        <translation>Es ist der Port, auf dem der Kommunikationsserver HL7-Nachrichten annimmt.</translation>
    </message>
    <message>
        <source>It is there twice.</source>
        <translation>Es steht zweimal da.</translation>
    </message>
    <message>
        <source>It lists {number}; what reaches {destination} is not seen from here.</source>
        <translation>Aufgezählt sind {number}; was {destination} erreicht, ist von hier nicht zu sehen.</translation>
    </message>
    <message>
        <source>It lists {number}; {landed} are here, {came} of them came now.</source>
        <translation>Aufgezählt sind {number}; {landed} sind hier, {came} davon kamen jetzt.</translation>
    </message>
    <message>
        <source>It may be busy: try again, or look into its log.</source>
        <translation>Vielleicht ist er beschäftigt: Versuchen Sie es erneut oder sehen Sie in sein Protokoll.</translation>
    </message>
    <message>
        <source>It may have been decided meanwhile: look at the list of conflicts.</source>
        <translation>Er wurde vielleicht inzwischen entschieden: Sehen Sie in die Liste der Konflikte.</translation>
    </message>
    <message>
        <source>It may have been deleted meanwhile: look at the list of studies.</source>
        <translation>Vielleicht wurde sie inzwischen gelöscht: Sehen Sie in der Liste der Studien nach.</translation>
    </message>
    <message>
        <source>It may have been taken back meanwhile: look at the list of the trash.</source>
        <translation>Sie wurde vielleicht inzwischen zurückgeholt: Sehen Sie in die Liste des Papierkorbs.</translation>
    </message>
    <message>
        <source>It may have {number} characters.</source>
        <translation>Er darf {number} Zeichen haben.</translation>
    </message>
    <message>
        <source>It may hold {number}.</source>
        <translation>Es darf {number} enthalten.</translation>
    </message>
    <message>
        <source>It needs the permission {permission}.</source>
        <translation>Dazu gehört das Recht {permission}.</translation>
    </message>
    <message>
        <source>It needs {wanted} bytes, {left} are to be had.</source>
        <translation>Gebraucht werden {wanted} Byte, zu haben sind {left}.</translation>
    </message>
    <message>
        <source>It needs {wanted} bytes.</source>
        <translation>Gebraucht werden {wanted} Byte.</translation>
    </message>
    <message>
        <source>It says: “{comment}”.</source>
        <translation>Die Gegenseite sagt: „{comment}“.</translation>
    </message>
    <message>
        <source>It spoke DICOM without TLS on the port for TLS.</source>
        <translation>Er sprach DICOM ohne TLS auf dem Port für TLS.</translation>
    </message>
    <message>
        <source>It spoke something else than TLS on the port for TLS.</source>
        <translation>Er sprach etwas anderes als TLS auf dem Port für TLS.</translation>
    </message>
    <message>
        <source>It stands for many titles; an entry of ours is one.</source>
        <translation>Es steht für viele Titel; ein Eintrag von uns ist einer.</translation>
    </message>
    <message>
        <source>It stops after the first image</source>
        <translation>Nach dem ersten Bild ist Schluss</translation>
    </message>
    <message>
        <source>It takes 1 to {number} printable characters.</source>
        <translation>Er hat 1 bis {number} druckbare Zeichen.</translation>
    </message>
    <message>
        <source>It takes a defined term of Specific Character Set (0008,0005).</source>
        <translation>Hier steht ein festgelegter Wert des Specific Character Set (0008,0005).</translation>
    </message>
    <message>
        <source>It takes a host name, an address, a subnet such as 10.1.0.0/16, or &quot;any&quot;.</source>
        <translation>Hier steht ein Hostname, eine Adresse, ein Subnetz wie 10.1.0.0/16 oder &quot;any&quot;.</translation>
    </message>
    <message>
        <source>It takes an address of this computer, as in 127.0.0.1, or 0.0.0.0 for all of them.</source>
        <translation>Hier steht eine Adresse dieses Computers, wie 127.0.0.1, oder 0.0.0.0 für alle.</translation>
    </message>
    <message>
        <source>It takes any title</source>
        <translation>Es nimmt jeden Titel</translation>
    </message>
    <message>
        <source>It takes them only in {syntaxes}.</source>
        <translation>Angenommen werden sie nur in {syntaxes}.</translation>
    </message>
    <message>
        <source>It takes whole numbers ({vr}).</source>
        <translation>Er nimmt ganze Zahlen ({vr}).</translation>
    </message>
    <message>
        <source>It thinks it over</source>
        <translation>Es überlegt</translation>
    </message>
    <message>
        <source>It took {before} from us before, and a step that is over is not changed any more (PS3.4 F.7.2.2.2).</source>
        <translation>Dort wurde von uns schon {before} genommen, und ein beendeter Schritt wird nicht mehr geändert (PS3.4 F.7.2.2.2).</translation>
    </message>
    <message>
        <source>It tried</source>
        <translation>Es hat es versucht</translation>
    </message>
    <message>
        <source>It wants to know who we are</source>
        <translation>Es will wissen, wer wir sind</translation>
    </message>
    <message>
        <source>It was asked as {calling}, about the step {uid}.</source>
        <translation>Gefragt wurde als {calling}, zum Schritt {uid}.</translation>
    </message>
    <message>
        <source>It was asked by Study Instance UID, at the level of studies.</source>
        <translation>Gefragt wurde nach der Study Instance UID, auf der Ebene der Studien.</translation>
    </message>
    <message>
        <source>It was closed before anything was said.</source>
        <translation>Sie wurde geschlossen, bevor etwas gesagt wurde.</translation>
    </message>
    <message>
        <source>It was moved away a moment ago, or the disk lost it.</source>
        <translation>Sie wurde eben verschoben, oder die Platte hat sie verloren.</translation>
    </message>
    <message>
        <source>It was silent for too long.</source>
        <translation>Zu lange kam nichts.</translation>
    </message>
    <message>
        <source>It was stopped before it began.</source>
        <translation>Er wurde gestoppt, bevor er begann.</translation>
    </message>
    <message>
        <source>It was stopped before its end.</source>
        <translation>Es wurde vor dem Ende gestoppt.</translation>
    </message>
    <message>
        <source>It was told: {numbers}.</source>
        <translation>Gesagt wurde: {numbers}.</translation>
    </message>
    <message>
        <source>It will work tomorrow</source>
        <translation>Morgen wird es gehen</translation>
    </message>
    <message>
        <source>It worked until yesterday</source>
        <translation>Bis gestern ging es</translation>
    </message>
    <message>
        <source>Its bytes are not those that came.</source>
        <translation>Ihre Bytes sind nicht die, die kamen.</translation>
    </message>
    <message>
        <source>Its bytes would no longer be those that were received.</source>
        <translation>Seine Bytes wären nicht mehr die empfangenen.</translation>
    </message>
    <message>
        <source>Its certificate has expired.</source>
        <translation>Sein Zertifikat ist abgelaufen.</translation>
    </message>
    <message>
        <source>Its certificate is not trusted: {reason}.</source>
        <translation>Seinem Zertifikat wird nicht vertraut: {reason}.</translation>
    </message>
    <message>
        <source>Its certificate is not valid yet.</source>
        <translation>Sein Zertifikat gilt noch nicht.</translation>
    </message>
    <message>
        <source>Its database has the revision {revision}, which this version does not know.</source>
        <translation>Seine Datenbank hat den Stand {revision}, den diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>Its directory has {number} bytes.</source>
        <translation>Sein Inhaltsverzeichnis hat {number} Byte.</translation>
    </message>
    <message>
        <source>Its directory is missing; it may be cut off.</source>
        <translation>Sein Inhaltsverzeichnis fehlt; es ist vielleicht abgeschnitten.</translation>
    </message>
    <message>
        <source>Its entry has no host and port.</source>
        <translation>In ihrem Eintrag fehlen Host und Port.</translation>
    </message>
    <message>
        <source>Its file meta information names no transfer syntax.</source>
        <translation>Ihre File Meta Information nennt keine Transfersyntax.</translation>
    </message>
    <message>
        <source>Its find says {number} instances for this study.</source>
        <translation>Die Abfrage dort nennt {number} Instanzen zu dieser Studie.</translation>
    </message>
    <message>
        <source>Its first line does not say so.</source>
        <translation>Ihre erste Zeile sagt nichts davon.</translation>
    </message>
    <message>
        <source>Its first line names the fields, name among them, each once.</source>
        <translation>Die erste Zeile nennt die Felder, darunter name, jedes einmal.</translation>
    </message>
    <message>
        <source>Its first line names {wrong}; there are {fields}.</source>
        <translation>Die erste Zeile nennt {wrong}; es gibt {fields}.</translation>
    </message>
    <message>
        <source>Its format is {number}, this program reads {known}.</source>
        <translation>Ihr Format ist {number}, dieses Programm liest {known}.</translation>
    </message>
    <message>
        <source>Its header does not say how it came.</source>
        <translation>Ihr Kopf sagt nicht, wie sie kam.</translation>
    </message>
    <message>
        <source>Its host is a pattern; enter a subnet such as 10.1.0.0/16.</source>
        <translation>Der Host ist ein Muster; tragen Sie ein Subnetz ein, wie 10.1.0.0/16.</translation>
    </message>
    <message>
        <source>Its last line is cut off or too long.</source>
        <translation>Ihre letzte Zeile ist abgeschnitten oder zu lang.</translation>
    </message>
    <message>
        <source>Its list of failed objects has {number} UIDs.</source>
        <translation>Die Liste der gescheiterten Objekte hat {number} UIDs.</translation>
    </message>
    <message>
        <source>Its objects come on the association of ours.</source>
        <translation>Seine Objekte kommen auf unserer Assoziation.</translation>
    </message>
    <message>
        <source>Its settings.toml is missing; images and accounts are there.</source>
        <translation>Die Datei settings.toml fehlt; Bilder und Konten sind da.</translation>
    </message>
    <message>
        <source>Keep the first or take the second.</source>
        <translation>Behalten Sie das erste, oder nehmen Sie das zweite.</translation>
    </message>
    <message>
        <source>Leave it out to listen where the main title does.</source>
        <translation>Lassen Sie sie weg, um dort zu lauschen, wo der Haupttitel lauscht.</translation>
    </message>
    <message>
        <source>Let devices send a whole series on one association instead of opening one for each image.</source>
        <translation>Lassen Sie Geräte eine ganze Serie auf einer Assoziation senden, statt für jedes Bild eine zu öffnen.</translation>
    </message>
    <message>
        <source>Let it call again.</source>
        <translation>Lassen Sie das Gerät noch einmal rufen.</translation>
    </message>
    <message>
        <source>Let the engine&apos;s account write in the data folder.</source>
        <translation>Lassen Sie das Konto des Dienstes in den Datenordner schreiben.</translation>
    </message>
    <message>
        <source>Let the firewall of this computer take connections at our port.</source>
        <translation>Lassen Sie in der Firewall dieses Computers Verbindungen an unseren Port zu.</translation>
    </message>
    <message>
        <source>Let this computer&apos;s address into its list of allowed hosts, and into firewalls that check it.</source>
        <translation>Nehmen Sie die Adresse dieses Computers dort in die Liste erlaubter Hosts auf und in die Firewalls, die sie prüfen.</translation>
    </message>
    <message>
        <source>Let this computer&apos;s address into its list of allowed hosts.</source>
        <translation>Nehmen Sie die Adresse dieses Computers dort in die Liste erlaubter Hosts auf.</translation>
    </message>
    <message>
        <source>Let {peer} call us: if its echo arrives here, the way is there and only its own port is filtered.</source>
        <translation>Lassen Sie {peer} uns ein Echo senden: Kommt es hier an, ist der Weg da, und nur der Port dort ist gefiltert.</translation>
    </message>
    <message>
        <source>Let {peer} echo us: if that fails, its way to us is broken.</source>
        <translation>Lassen Sie {peer} uns ein Echo senden: Scheitert es, ist der Weg von dort zu uns unterbrochen.</translation>
    </message>
    <message>
        <source>Line {number} is no CSV: {error}.</source>
        <translation>Zeile {number} ist kein CSV: {error}.</translation>
    </message>
    <message>
        <source>Listen at all addresses of this computer, from the next start of the engine on.</source>
        <translation>Auf allen Adressen dieses Computers lauschen, vom nächsten Start des Dienstes an.</translation>
    </message>
    <message>
        <source>Listen at the same address, or choose another port.</source>
        <translation>Lauschen Sie auf derselben Adresse, oder wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>Look again in some minutes: some archives file later than they answer.</source>
        <translation>Sehen Sie in einigen Minuten wieder nach: Manche Archive legen später ab, als sie antworten.</translation>
    </message>
    <message>
        <source>Look at one name in the information system: if it is right there, it breaks at the worklist server.</source>
        <translation>Sehen Sie sich einen Namen im Informationssystem an: Stimmt er dort, wird er erst am Worklist-Server falsch.</translation>
    </message>
    <message>
        <source>Look at our own certificate and key (`tls.certificate`, `tls.key`).</source>
        <translation>Prüfen Sie unser eigenes Zertifikat und seinen Schlüssel (`tls.certificate`, `tls.key`).</translation>
    </message>
    <message>
        <source>Look at the folder trash/{name} of the data folder, then try again.</source>
        <translation>Sehen Sie in den Ordner trash/{name} des Datenordners, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Look at the host and port in the entry of {other}.</source>
        <translation>Prüfen Sie Host und Port im Eintrag von {other}.</translation>
    </message>
    <message>
        <source>Look at the line: network cards that do not agree on speed and duplex, wireless parts, who else uses it.</source>
        <translation>Prüfen Sie die Leitung: Netzwerkkarten, die sich über Tempo und Duplex nicht einig sind, Funkstrecken, wer sie sonst nutzt.</translation>
    </message>
    <message>
        <source>Look at the list of conflicts and decide once more.</source>
        <translation>Sehen Sie in der Liste der Konflikte nach und entscheiden Sie noch einmal.</translation>
    </message>
    <message>
        <source>Look at the list of jobs, or start another check.</source>
        <translation>Sehen Sie in der Liste der Vorgänge nach, oder beginnen Sie eine neue Prüfung.</translation>
    </message>
    <message>
        <source>Look at the list of requests.</source>
        <translation>Sehen Sie in der Liste der Anfragen nach.</translation>
    </message>
    <message>
        <source>Look at the object: the peer&apos;s words, if it gave any, name what does not fit.</source>
        <translation>Sehen Sie sich das Objekt an: Die Worte von dort, wenn es welche gab, nennen, was nicht passt.</translation>
    </message>
    <message>
        <source>Look at the objects that failed: if all are of one kind, the receiver does not take this SOP class or transfer syntax; have it enabled there, or the objects converted.</source>
        <translation>Sehen Sie sich die gescheiterten Objekte an: Sind alle von einer Art, nimmt der Empfänger diese SOP-Klasse oder Transfersyntax nicht an; lassen Sie sie dort einschalten oder die Objekte umwandeln.</translation>
    </message>
    <message>
        <source>Look at the plan: it names the destination, which is confirmed with the send.</source>
        <translation>Sehen Sie sich den Plan an: Er nennt das Ziel, das mit dem Senden bestätigt wird.</translation>
    </message>
    <message>
        <source>Look at the spelling of the host in the entry of {other}, or enter its address instead.</source>
        <translation>Prüfen Sie, wie der Host im Eintrag von {other} geschrieben ist, oder tragen Sie stattdessen die Adresse ein.</translation>
    </message>
    <message>
        <source>Look at the spelling of {host} in the entry of {peer}.</source>
        <translation>Prüfen Sie im Eintrag von {peer}, wie {host} geschrieben ist.</translation>
    </message>
    <message>
        <source>Look at what {peer} has entered for {destination}: most likely an old address or port.</source>
        <translation>Sehen Sie nach, was {peer} für {destination} eingetragen hat: wahrscheinlich eine alte Adresse oder einen alten Port.</translation>
    </message>
    <message>
        <source>Look for the study at {peer} first: `pacsdesk find`, with the patient&apos;s ID or the date.</source>
        <translation>Suchen Sie die Studie erst bei {peer}: `pacsdesk find`, mit der ID des Patienten oder dem Datum.</translation>
    </message>
    <message>
        <source>Look how much room the disk of {taker} has, and whether its database can be written.</source>
        <translation>Prüfen Sie, wie viel Platz die Platte hat ({taker}), und ob sich die Datenbank schreiben lässt.</translation>
    </message>
    <message>
        <source>Look in {peer} for a queue of conflicts, of unmatched or unassigned images, and match it to its order.</source>
        <translation>Suchen Sie in {peer} nach einer Warteschlange mit Konflikten oder nicht zugeordneten Bildern, und ordnen Sie die Studie ihrem Auftrag zu.</translation>
    </message>
    <message>
        <source>Look into its log at this time: a TLS service writes why it refuses a caller.</source>
        <translation>Sehen Sie im Protokoll dort zu dieser Zeit nach: Ein TLS-Dienst schreibt, warum er einen Rufer abweist.</translation>
    </message>
    <message>
        <source>Look into the engine&apos;s log at this time.</source>
        <translation>Sehen Sie im Protokoll des Dienstes von PACSDesk zu dieser Zeit nach.</translation>
    </message>
    <message>
        <source>Look into the log of {answerer} at this time: it names the reason.</source>
        <translation>Sehen Sie zu dieser Zeit im Protokoll nach ({answerer}): Dort steht der Grund.</translation>
    </message>
    <message>
        <source>Look into the log of {peer} at this time, and show it to its maker.</source>
        <translation>Sehen Sie im Protokoll von {peer} zu dieser Zeit nach und zeigen Sie es dem Hersteller.</translation>
    </message>
    <message>
        <source>Look into the log of {peer} at this time.</source>
        <translation>Sehen Sie im Protokoll von {peer} zu dieser Zeit nach.</translation>
    </message>
    <message>
        <source>Look into the log of {peer} at this time: a process that ended, a limit of time or size, a full disk.</source>
        <translation>Sehen Sie im Protokoll von {peer} zu dieser Zeit nach: ein beendeter Prozess, eine Grenze für Zeit oder Größe, eine volle Platte.</translation>
    </message>
    <message>
        <source>Look into the log of {peer} at this time: a program that aborts writes why.</source>
        <translation>Sehen Sie im Protokoll von {peer} zu dieser Zeit nach: Ein Programm, das abbricht, schreibt, warum.</translation>
    </message>
    <message>
        <source>Look into the log of {peer} at this time: a program that fails writes why.</source>
        <translation>Sehen Sie im Protokoll von {peer} zu dieser Zeit nach: Ein Programm, das scheitert, schreibt, warum.</translation>
    </message>
    <message>
        <source>Look into the log of {peer} at this time: a program that refuses writes why.</source>
        <translation>Sehen Sie im Protokoll von {peer} zu dieser Zeit nach: Ein Programm, das ablehnt, schreibt, warum.</translation>
    </message>
    <message>
        <source>Look into the log of {peer} at this time: it names the attribute.</source>
        <translation>Sehen Sie im Protokoll von {peer} zu dieser Zeit nach: Dort steht das Attribut.</translation>
    </message>
    <message>
        <source>Look into the log of {peer} at this time: it names the key or the limit.</source>
        <translation>Sehen Sie im Protokoll von {peer} zu dieser Zeit nach: Dort steht der Schlüssel oder die Grenze.</translation>
    </message>
    <message>
        <source>Look into the log of {peer} at this time: it names the part of the request that it minds.</source>
        <translation>Sehen Sie im Protokoll von {peer} zu dieser Zeit nach: Dort steht, welcher Teil der Anfrage stört.</translation>
    </message>
    <message>
        <source>Look into the log of {peer} at this time: only that knows the reason.</source>
        <translation>Sehen Sie im Protokoll von {peer} zu dieser Zeit nach: Nur dort steht der Grund.</translation>
    </message>
    <message>
        <source>Look into the log of {peer} at this time: what it calls sent may have failed.</source>
        <translation>Sehen Sie im Protokoll von {peer} zu dieser Zeit nach: Was dort als gesendet gilt, kann gescheitert sein.</translation>
    </message>
    <message>
        <source>Look into the log of {peer}: a refused address is mostly written there.</source>
        <translation>Sehen Sie im Protokoll von {peer} nach: Eine abgewiesene Adresse steht meist darin.</translation>
    </message>
    <message>
        <source>Look into the log of {peer}: it writes whom it called and what came of it.</source>
        <translation>Sehen Sie im Protokoll von {peer} nach: Dort steht, wen es rief und was daraus wurde.</translation>
    </message>
    <message>
        <source>Look into the log of {peer}: it writes why a report could not be sent.</source>
        <translation>Sehen Sie im Protokoll von {peer} nach: Dort steht, warum eine Meldung nicht gesendet werden konnte.</translation>
    </message>
    <message>
        <source>Look into the log of {peer}; only it knows the reason.</source>
        <translation>Sehen Sie im Protokoll von {peer} nach; nur dort steht der Grund.</translation>
    </message>
    <message>
        <source>Look into the log of {taker} at this time: it names the element.</source>
        <translation>Sehen Sie zu dieser Zeit im Protokoll nach ({taker}): Dort steht das Element.</translation>
    </message>
    <message>
        <source>Look it up in the conformance statement of {peer}, and look into its log at this time.</source>
        <translation>Schlagen Sie ihn im Conformance Statement von {peer} nach, und sehen Sie im Protokoll dort zu dieser Zeit nach.</translation>
    </message>
    <message>
        <source>Look up the DICOM port in the settings of {peer}; mostly it is 104 or 11112.</source>
        <translation>Suchen Sie den DICOM-Port in den Einstellungen von {peer}; meist ist es 104 oder 11112.</translation>
    </message>
    <message>
        <source>Look whether the engine still runs, then try again.</source>
        <translation>Prüfen, ob der Dienst noch läuft, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Looking for entries without a file</source>
        <translation>Einträge ohne Datei werden gesucht</translation>
    </message>
    <message>
        <source>Make room at {peer}, or raise the quota; its log names which limit it is.</source>
        <translation>Schaffen Sie bei {peer} Platz, oder erhöhen Sie das Kontingent; das Protokoll dort nennt die Grenze.</translation>
    </message>
    <message>
        <source>Make room on the disk of the data folder, or lower the reserve in the settings.</source>
        <translation>Schaffen Sie Platz auf der Platte des Datenordners, oder verringern Sie die Reserve in den Einstellungen.</translation>
    </message>
    <message>
        <source>Make room on the disk of the data folder.</source>
        <translation>Schaffen Sie Platz auf der Platte des Datenordners.</translation>
    </message>
    <message>
        <source>Make room on the disk, or end the program that locks it.</source>
        <translation>Schaffen Sie Platz auf der Platte, oder beenden Sie das Programm, das ihn sperrt.</translation>
    </message>
    <message>
        <source>Make room on the disk.</source>
        <translation>Schaffen Sie Platz auf der Platte.</translation>
    </message>
    <message>
        <source>Make room or choose another folder.</source>
        <translation>Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Make room, then try again.</source>
        <translation>Schaffen Sie Platz, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Make room.</source>
        <translation>Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Make the index anew from the files</source>
        <translation>Index neu aus den Dateien erstellen</translation>
    </message>
    <message>
        <source>Mend the line or take the file from a backup.</source>
        <translation>Berichtigen Sie die Zeile, oder nehmen Sie die Datei aus einer Sicherung.</translation>
    </message>
    <message>
        <source>Mend the line; nothing was changed.</source>
        <translation>Berichtigen Sie die Zeile; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Mend what the reason names, here or there.</source>
        <translation>Beheben Sie, was der Grund nennt, hier oder dort.</translation>
    </message>
    <message>
        <source>ModalitiesInStudy instead of Modality</source>
        <translation>ModalitiesInStudy statt Modality</translation>
    </message>
    <message>
        <source>More answers than there are questions</source>
        <translation>Mehr Antworten als Fragen</translation>
    </message>
    <message>
        <source>More do not run at once.</source>
        <translation>Mehr laufen nicht zugleich.</translation>
    </message>
    <message>
        <source>Most answer so to a step that is completed or discontinued already.</source>
        <translation>Meist wird so auf einen Schritt geantwortet, der schon beendet oder abgebrochen ist.</translation>
    </message>
    <message>
        <source>Move the data folder to a local disk.</source>
        <translation>Legen Sie den Datenordner auf eine lokale Platte.</translation>
    </message>
    <message>
        <source>Name at least one, as in PatientID=4711.</source>
        <translation>Nennen Sie mindestens einen, wie PatientID=4711.</translation>
    </message>
    <message>
        <source>Name or service not known</source>
        <translation>Name oder Dienst nicht bekannt</translation>
    </message>
    <message>
        <source>Name the peer, or give the address.</source>
        <translation>Nennen Sie die Gegenstelle oder geben Sie die Adresse an.</translation>
    </message>
    <message>
        <source>Narrow the dates, when it would bring too much.</source>
        <translation>Grenzen Sie die Daten ein, wenn es zu viel brächte.</translation>
    </message>
    <message>
        <source>Nearly the right name</source>
        <translation>Fast der richtige Name</translation>
    </message>
    <message>
        <source>Neither a TLS hello nor a web request was answered.</source>
        <translation>Weder eine TLS-Begrüßung noch eine Webanfrage wurde beantwortet.</translation>
    </message>
    <message>
        <source>Neither its name nor its content tells its form.</source>
        <translation>Weder Name noch Inhalt verraten ihre Form.</translation>
    </message>
    <message>
        <source>Neither side said anything for too long.</source>
        <translation>Beide Seiten schwiegen zu lange.</translation>
    </message>
    <message>
        <source>Neither {caller} nor {called} said anything for too long, so the association was ended here.</source>
        <translation>Weder {caller} noch {called} sagte lange genug etwas, also wurde die Assoziation hier beendet.</translation>
    </message>
    <message>
        <source>No address associated with hostname</source>
        <translation>zu diesem Namen gibt es keine Adresse</translation>
    </message>
    <message>
        <source>No cipher in common</source>
        <translation>Kein gemeinsames Verfahren</translation>
    </message>
    <message>
        <source>No engine answers at {address}.</source>
        <translation>Unter {address} antwortet kein Dienst.</translation>
    </message>
    <message>
        <source>No file was found in what was chosen.</source>
        <translation>Im Gewählten wurde keine Datei gefunden.</translation>
    </message>
    <message>
        <source>No new jobs are taken.</source>
        <translation>Neue Vorgänge werden nicht angenommen.</translation>
    </message>
    <message>
        <source>No order arrived at the worklist server: its feed of HL7 messages is down.</source>
        <translation>Kein Auftrag kam am Worklist-Server an: Die Zuleitung der HL7-Nachrichten ist unterbrochen.</translation>
    </message>
    <message>
        <source>No peer with this AE title is entered for the address {address}.</source>
        <translation>Keine Gegenstelle mit diesem AE-Titel ist für die Adresse {address} eingetragen.</translation>
    </message>
    <message>
        <source>No peer with this AE title is entered.</source>
        <translation>Keine Gegenstelle mit diesem AE-Titel ist eingetragen.</translation>
    </message>
    <message>
        <source>No query from the study down</source>
        <translation>Keine Abfrage von der Studie abwärts</translation>
    </message>
    <message>
        <source>No room</source>
        <translation>Kein Platz</translation>
    </message>
    <message>
        <source>No room, in a number of its own</source>
        <translation>Kein Platz, mit eigener Nummer</translation>
    </message>
    <message>
        <source>No secure connection</source>
        <translation>Keine sichere Verbindung</translation>
    </message>
    <message>
        <source>No study was named.</source>
        <translation>Es wurde keine Studie genannt.</translation>
    </message>
    <message>
        <source>No way there</source>
        <translation>Kein Weg dorthin</translation>
    </message>
    <message>
        <source>Nobody called us from {host} meanwhile.</source>
        <translation>Inzwischen rief uns niemand von {host}.</translation>
    </message>
    <message>
        <source>Nobody called us from {host} since the move began.</source>
        <translation>Seit Beginn des Abrufs rief uns niemand von {host}.</translation>
    </message>
    <message>
        <source>Nobody called us from {host} since {time}.</source>
        <translation>Seit {time} rief uns niemand von {host}.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>Nobody knows where what is missing belongs.</source>
        <translation>Niemand weiß, wohin das Fehlende gehört.</translation>
    </message>
    <message>
        <source>Nobody of that name here</source>
        <translation>Hier heißt niemand so</translation>
    </message>
    <message>
        <source>Nobody of that name to send to</source>
        <translation>Niemand dieses Namens, an den zu senden wäre</translation>
    </message>
    <message>
        <source>Nobody waits at all</source>
        <translation>Niemand wartet überhaupt</translation>
    </message>
    <message>
        <source>Nobody waits for CT</source>
        <translation>Niemand wartet auf ein CT</translation>
    </message>
    <message>
        <source>Nobody waits for CT01</source>
        <translation>Niemand wartet auf CT01</translation>
    </message>
    <message>
        <source>Nobody waits today</source>
        <translation>Heute wartet niemand</translation>
    </message>
    <message>
        <source>None has a host and a port.</source>
        <translation>Keine hat Host und Port.</translation>
    </message>
    <message>
        <source>Not allowed to ask</source>
        <translation>Fragen nicht erlaubt</translation>
    </message>
    <message>
        <source>Not allowed to move</source>
        <translation>Abrufen nicht erlaubt</translation>
    </message>
    <message>
        <source>Not allowed to send</source>
        <translation>Senden nicht erlaubt</translation>
    </message>
    <message>
        <source>Not allowed, by another number</source>
        <translation>Nicht erlaubt, mit einer anderen Nummer</translation>
    </message>
    <message>
        <source>Not safe ({code})</source>
        <translation>Nicht sicher ({code})</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Nicht verstanden</translation>
    </message>
    <message>
        <source>Not understood, in a number of its own</source>
        <translation>Nicht verstanden, mit eigener Nummer</translation>
    </message>
    <message>
        <source>Nothing answered at {address}: {other} was off, has another address by now, or a firewall drops what we send.</source>
        <translation>Unter {address} antwortete nichts: {other} war aus, hat inzwischen eine andere Adresse, oder eine Firewall verwirft, was wir senden.</translation>
    </message>
    <message>
        <source>Nothing answers at {place}: {peer} is off, has another address by now, or a firewall drops what we send.</source>
        <translation>Unter {place} antwortet nichts: {peer} ist aus, hat inzwischen eine andere Adresse, oder eine Firewall verwirft, was wir senden.</translation>
    </message>
    <message>
        <source>Nothing came for longer than this archive waits.</source>
        <translation>Länger, als dieses Archiv wartet, kam nichts.</translation>
    </message>
    <message>
        <source>Nothing came from either side.</source>
        <translation>Von keiner Seite kam etwas.</translation>
    </message>
    <message>
        <source>Nothing has to be done: we send uncompressed.</source>
        <translation>Es ist nichts zu tun: Wir senden unkomprimiert.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Nichts fehlt.</translation>
    </message>
    <message>
        <source>Nothing is wrong there: begin another step to try it again.</source>
        <translation>Dort ist alles in Ordnung: Beginnen Sie einen anderen Schritt, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>Nothing listens on the port: the archive&apos;s service is stopped, or the port is a wrong one.</source>
        <translation>Auf dem Port lauscht nichts: Der Dienst des Archivs ist gestoppt, oder der Port ist der falsche.</translation>
    </message>
    <message>
        <source>Nothing that was asked for could be used.</source>
        <translation>Nichts, wonach gefragt wurde, war zu nutzen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was reported until then.</source>
        <translation>Bis dahin wurde nichts gemeldet.</translation>
    </message>
    <message>
        <source>Nothing was reported.</source>
        <translation>Nichts wurde gemeldet.</translation>
    </message>
    <message>
        <source>Nothing was sent: the destination {place} of {name} was not confirmed.</source>
        <translation>Nichts wurde gesendet: Das Ziel {place} von {name} war nicht bestätigt.</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Objects arrive, and each is answered with a warning.</source>
        <translation>Objekte kommen an, und jedes wird mit einer Warnung beantwortet.</translation>
    </message>
    <message>
        <source>Of the patient it has {number} studies, as {uids}.</source>
        <translation>Vom Patienten gibt es dort {number} Studien, wie {uids}.</translation>
    </message>
    <message>
        <source>Of those that came, {reason}.</source>
        <translation>Von denen, die kamen: {reason}.</translation>
    </message>
    <message>
        <source>Of {number} contexts the first {first} were accepted, all later ones refused without a reason.</source>
        <translation>Von {number} Contexts wurden die ersten {first} angenommen, alle weiteren ohne Grund abgelehnt.</translation>
    </message>
    <message>
        <source>Offer an uncompressed transfer syntax too (Explicit or Implicit VR Little Endian).</source>
        <translation>Bieten Sie auch eine unkomprimierte Transfersyntax an (Explicit oder Implicit VR Little Endian).</translation>
    </message>
    <message>
        <source>Older versions are broken and are not to be turned on again.</source>
        <translation>Ältere Versionen sind nicht mehr sicher: Schalten Sie sie nicht wieder ein.</translation>
    </message>
    <message>
        <source>On this computer the port belongs to {owner}.</source>
        <translation>Auf diesem Computer gehört der Port zu {owner}.</translation>
    </message>
    <message>
        <source>One data folder belongs to one engine.</source>
        <translation>Ein Datenordner gehört zu einem Dienst.</translation>
    </message>
    <message>
        <source>One import takes at most {number} files.</source>
        <translation>Ein Import nimmt höchstens {number} Dateien.</translation>
    </message>
    <message>
        <source>One request was answered before, in {seconds} s.</source>
        <translation>Eine Anfrage war vorher beantwortet, in {seconds} s.</translation>
    </message>
    <message>
        <source>One request was answered before.</source>
        <translation>Davor wurde eine Anfrage beantwortet.</translation>
    </message>
    <message>
        <source>One study became many</source>
        <translation>Aus einer Studie wurden viele</translation>
    </message>
    <message>
        <source>Only a classroom can be reset.</source>
        <translation>Nur eine Schulung kann zurückgesetzt werden.</translation>
    </message>
    <message>
        <source>Only a part of what was to be retrieved could be sent by {answerer}.</source>
        <translation>Nur ein Teil dessen, was abzurufen war, ließ sich senden ({answerer}).</translation>
    </message>
    <message>
        <source>Only short ones pass</source>
        <translation>Nur Kurzes kommt durch</translation>
    </message>
    <message>
        <source>Only the bench and classroom profiles have one.</source>
        <translation>Das gibt es nur an einer Werkbank und in einer Schulung.</translation>
    </message>
    <message>
        <source>Only the first ones</source>
        <translation>Nur die ersten</translation>
    </message>
    <message>
        <source>Open a new import for more files.</source>
        <translation>Beginnen Sie für weitere Dateien einen neuen Import.</translation>
    </message>
    <message>
        <source>Open it with the program that saved it, or a newer one.</source>
        <translation>Öffnen Sie sie mit dem Programm, das sie gespeichert hat, oder einem neueren.</translation>
    </message>
    <message>
        <source>Or ask as a title that it knows: `--calling AE`, and set that as ours (`dicom.ae_title`).</source>
        <translation>Oder fragen Sie unter einem Titel, der dort bekannt ist: `--calling AE`, und setzen Sie diesen als unseren (`dicom.ae_title`).</translation>
    </message>
    <message>
        <source>Or enter it without TLS, if your rules allow that: `pacsdesk peers change NAME --tls plain`.</source>
        <translation>Oder tragen Sie die Gegenstelle ohne TLS ein, wenn Ihre Regeln das erlauben: `pacsdesk peers change NAME --tls plain`.</translation>
    </message>
    <message>
        <source>Or enter it without, if your rules allow that: `pacsdesk peers change NAME --tls plain`.</source>
        <translation>Oder tragen Sie die Gegenstelle ohne ein, wenn Ihre Regeln das erlauben: `pacsdesk peers change NAME --tls plain`.</translation>
    </message>
    <message>
        <source>Or enter its port for plain DICOM, if it has one and your rules allow it.</source>
        <translation>Oder tragen Sie den Port für unverschlüsseltes DICOM ein, wenn es ihn gibt und Ihre Regeln es erlauben.</translation>
    </message>
    <message>
        <source>Or fetch the whole study, at STUDY level.</source>
        <translation>Oder rufen Sie die ganze Studie ab, auf der Ebene STUDY.</translation>
    </message>
    <message>
        <source>Or give us {title} as a further AE title.</source>
        <translation>Oder geben Sie uns {title} als weiteren AE-Titel.</translation>
    </message>
    <message>
        <source>Or give {ae_title} another port, and tell everybody who sends to it.</source>
        <translation>Oder geben Sie {ae_title} einen anderen Port und sagen Sie es allen, die dorthin senden.</translation>
    </message>
    <message>
        <source>Or have a certificate made for {host}, which must stand there as subject alternative name; older ones have it only as common name, and that no longer counts.</source>
        <translation>Oder lassen Sie ein Zertifikat für {host} ausstellen. Der Name muss dort als Subject Alternative Name stehen; ältere haben ihn nur als Common Name, und der zählt nicht mehr.</translation>
    </message>
    <message>
        <source>Or have the device ask for both modalities.</source>
        <translation>Oder lassen Sie das Gerät nach beiden Modalitäten fragen.</translation>
    </message>
    <message>
        <source>Or have the device ask without the station, if its list then stays short enough.</source>
        <translation>Oder lassen Sie das Gerät ohne die Station fragen, wenn seine Liste dann kurz genug bleibt.</translation>
    </message>
    <message>
        <source>Or have this archive answer to {called} too: `pacsdesk aes add` makes it a further title of ours.</source>
        <translation>Oder lassen Sie dieses Archiv auch auf {called} hören: `pacsdesk aes add` macht daraus einen weiteren Titel von uns.</translation>
    </message>
    <message>
        <source>Or have {called} answer to {called_title} too.</source>
        <translation>Oder lassen Sie {called} auch auf {called_title} antworten.</translation>
    </message>
    <message>
        <source>Or have {peer} convert to uncompressed when it sends, if it can.</source>
        <translation>Oder lassen Sie {peer} beim Senden entpacken, wenn das geht.</translation>
    </message>
    <message>
        <source>Or have {peer} propose the SCP role for its reports (PS3.4 J.3.3).</source>
        <translation>Oder lassen Sie {peer} für die Meldungen die Rolle als SCP vorschlagen (PS3.4 J.3.3).</translation>
    </message>
    <message>
        <source>Or put its own certificate into the file of `tls.trusted`: then its name does not matter.</source>
        <translation>Oder legen Sie das Zertifikat selbst in die Datei von `tls.trusted`: Dann kommt es auf den Namen nicht an.</translation>
    </message>
    <message>
        <source>Or retrieve by C-GET, which needs no destination.</source>
        <translation>Oder rufen Sie mit C-GET ab, das kein Ziel braucht.</translation>
    </message>
    <message>
        <source>Or retrieve by {verb}, if it offers that.</source>
        <translation>Oder rufen Sie durch {verb} ab, wenn es dort angeboten wird.</translation>
    </message>
    <message>
        <source>Or send them to a system that takes them; the page “What it accepts” shows which one does.</source>
        <translation>Oder senden Sie sie an ein System, das sie annimmt; die Seite „Was sie annimmt“ zeigt, welches es tut.</translation>
    </message>
    <message>
        <source>Or send to a system that takes them; the page “What it accepts” shows which one does.</source>
        <translation>Oder senden Sie an ein System, das sie annimmt; die Seite „Was sie annimmt“ zeigt, welches es tut.</translation>
    </message>
    <message>
        <source>Or turn TLS on in the settings of {peer}.</source>
        <translation>Oder schalten Sie TLS in den Einstellungen von {peer} ein.</translation>
    </message>
    <message>
        <source>Or turn role selection on in the settings of {peer}, if it has that.</source>
        <translation>Oder schalten Sie in den Einstellungen von {peer} die Rollenwahl ein (Role Selection), wenn es sie dort gibt.</translation>
    </message>
    <message>
        <source>Or turn the compression on in the settings of {refuser}.</source>
        <translation>Oder schalten Sie die Kompression in den Einstellungen ein ({refuser}).</translation>
    </message>
    <message>
        <source>Other computers reach {host}.</source>
        <translation>{host} ist von anderen Computern erreichbar.</translation>
    </message>
    <message>
        <source>Other peers at {host} are entered with port {ports}.</source>
        <translation>Andere Gegenstellen unter {host} sind mit Port {ports} eingetragen.</translation>
    </message>
    <message>
        <source>Others find it</source>
        <translation>Andere finden es</translation>
    </message>
    <message>
        <source>Our TLS hello brought not a byte.</source>
        <translation>Auf unsere TLS-Begrüßung kam kein Byte.</translation>
    </message>
    <message>
        <source>Our listener {ae_title} on {host} port {port} is down.</source>
        <translation>Unser Empfangsdienst {ae_title} auf {host} Port {port} läuft nicht.</translation>
    </message>
    <message>
        <source>Our listener {ae_title} on {host} port {port} is up.</source>
        <translation>Unser Empfangsdienst {ae_title} auf {host} Port {port} läuft.</translation>
    </message>
    <message>
        <source>Our listener {title} does not run, so {peer} cannot send anything to it.</source>
        <translation>Unser Empfangsdienst {title} läuft nicht; {peer} kann nichts dorthin senden.</translation>
    </message>
    <message>
        <source>Our listener {title} runs on port {port}.</source>
        <translation>Unser Empfangsdienst {title} läuft auf Port {port}.</translation>
    </message>
    <message>
        <source>Our listeners are called {names}.</source>
        <translation>Unsere Empfangsdienste heißen {names}.</translation>
    </message>
    <message>
        <source>Our own AE {ae_title} does not listen: port {port} on {host} is taken by {owner}. Nobody can send to us there, and no archive can move anything to us.</source>
        <translation>Unsere eigene AE {ae_title} lauscht nicht: Port {port} auf {host} ist belegt, durch {owner}. Dort kann niemand an uns senden, auch kein Archiv nach einem Abruf.</translation>
    </message>
    <message>
        <source>Our own archive has no room left, so we refused every object that came.</source>
        <translation>Unser eigenes Archiv hat keinen Platz mehr; wir haben deshalb jedes Objekt abgelehnt, das kam.</translation>
    </message>
    <message>
        <source>Our own port is taken</source>
        <translation>Unser eigener Port ist belegt</translation>
    </message>
    <message>
        <source>Our own side</source>
        <translation>Unsere eigene Seite</translation>
    </message>
    <message>
        <source>Our request for an association: {detail}.</source>
        <translation>Unsere Anfrage nach einer Assoziation: {detail}.</translation>
    </message>
    <message>
        <source>Patients of other rooms</source>
        <translation>Patienten anderer Räume</translation>
    </message>
    <message>
        <source>Peers answer as they like where it is missing: with everything, with nothing, or with a failure.</source>
        <translation>Wo er fehlt, antworten Gegenstellen nach Belieben: mit allem, mit nichts oder mit einem Fehler.</translation>
    </message>
    <message>
        <source>Ports below 1024 belong to the system.</source>
        <translation>Ports unter 1024 gehören dem System.</translation>
    </message>
    <message>
        <source>Processing failed in the archive.</source>
        <translation>Die Verarbeitung im Archiv ist gescheitert.</translation>
    </message>
    <message>
        <source>Processing in the archive failed; it does not say why.</source>
        <translation>Die Verarbeitung im Archiv ist gescheitert; warum, sagt es nicht.</translation>
    </message>
    <message>
        <source>Propose less at once: enter what is really used of it.</source>
        <translation>Schlagen Sie weniger auf einmal vor: Tragen Sie ein, was von dort wirklich genutzt wird.</translation>
    </message>
    <message>
        <source>Put the file back from a backup, or write a new one with {command}: nothing else is changed.</source>
        <translation>Legen Sie die Datei aus einer Sicherung zurück, oder schreiben Sie eine neue mit {command}: Sonst ändert sich nichts.</translation>
    </message>
    <message>
        <source>Put the right files there, or set {setting} in settings.toml to where they are.</source>
        <translation>Legen Sie die richtigen Dateien dorthin, oder setzen Sie {setting} in settings.toml auf deren Ort.</translation>
    </message>
    <message>
        <source>Queries are not supported</source>
        <translation>Abfragen werden nicht unterstützt</translation>
    </message>
    <message>
        <source>Query for it first, or choose the level of the key that you have.</source>
        <translation>Fragen Sie zuerst danach, oder wählen Sie die Ebene des Schlüssels, den Sie haben.</translation>
    </message>
    <message>
        <source>Query for the study first, then fetch it by its UID.</source>
        <translation>Fragen Sie erst nach der Studie, dann rufen Sie sie mit ihrer UID ab.</translation>
    </message>
    <message>
        <source>Query with them first, then fetch by the UIDs.</source>
        <translation>Fragen Sie erst damit, dann rufen Sie mit den UIDs ab.</translation>
    </message>
    <message>
        <source>Raise the limit for one object in the settings if such objects are wanted.</source>
        <translation>Erhöhen Sie in den Einstellungen die Grenze für ein Objekt, wenn solche Objekte gewünscht sind.</translation>
    </message>
    <message>
        <source>Raise the limit of associations in the settings of {called}, or end those that are idle there.</source>
        <translation>Heben Sie die Grenze der Assoziationen in den Einstellungen von {called} an oder beenden Sie dort untätige.</translation>
    </message>
    <message>
        <source>Raise the limit: `dicom.maximum_associations_per_host`.</source>
        <translation>Erhöhen Sie die Grenze: `dicom.maximum_associations_per_host`.</translation>
    </message>
    <message>
        <source>Raise the limit: `dicom.maximum_associations`.</source>
        <translation>Erhöhen Sie die Grenze: `dicom.maximum_associations`.</translation>
    </message>
    <message>
        <source>Raise the number of associations that {peer} allows.</source>
        <translation>Erhöhen Sie die Zahl der Assoziationen, die {peer} erlaubt.</translation>
    </message>
    <message>
        <source>Read the AE title in the settings of {peer} and enter it exactly so: capitals and small letters count.</source>
        <translation>Lesen Sie den AE-Titel in den Einstellungen von {peer} ab und tragen Sie ihn genau so ein: Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
        <source>Read the ledger from its start.</source>
        <translation>Lesen Sie die Aufstellung von vorn.</translation>
    </message>
    <message>
        <source>Read what the system said, above.</source>
        <translation>Lesen Sie oben, was das System sagte.</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>Dateien werden gelesen</translation>
    </message>
    <message>
        <source>Record a masked one, or ask an administrator.</source>
        <translation>Zeichnen Sie ohne Patientendaten auf oder fragen Sie einen Administrator.</translation>
    </message>
    <message>
        <source>Reference {reference}.</source>
        <translation>Kennzeichen {reference}.</translation>
    </message>
    <message>
        <source>Refused by another number</source>
        <translation>Mit einer anderen Nummer abgelehnt</translation>
    </message>
    <message>
        <source>Rejected with result {result}, source {source}, reason {number}: {reason}.</source>
        <translation>Abgewiesen mit Ergebnis {result}, Quelle {source}, Grund {number}: {reason}.</translation>
    </message>
    <message>
        <source>Rejected with {numbers}</source>
        <translation>Abgewiesen mit {numbers}</translation>
    </message>
    <message>
        <source>Relays are forgotten when the engine ends.</source>
        <translation>Relais werden vergessen, wenn der Dienst endet.</translation>
    </message>
    <message>
        <source>Repair it at {sender}, then send it again.</source>
        <translation>Berichtigen Sie es beim Absender ({sender}), dann senden Sie es erneut.</translation>
    </message>
    <message>
        <source>Repeat it from a computer beside the peer: if it is not cut there, something on the way cuts it.</source>
        <translation>Wiederholen Sie es von einem Computer neben der Gegenstelle: Wird es dort nicht getrennt, trennt es etwas auf dem Weg.</translation>
    </message>
    <message>
        <source>Repeat it from a computer beside {other}: if it is not cut there, something on the way cuts it.</source>
        <translation>Wiederholen Sie es von einem Computer neben {other}: Wird es dort nicht getrennt, trennt es etwas auf dem Weg.</translation>
    </message>
    <message>
        <source>Repeat it some times: if it is slow only now and then, look at who else works then.</source>
        <translation>Wiederholen Sie es einige Male: Ist es nur manchmal langsam, sehen Sie nach, wer dann sonst noch arbeitet.</translation>
    </message>
    <message>
        <source>Repeat it: if it ends at the same object, it is about the object; if after the same time, about a time-out.</source>
        <translation>Wiederholen Sie es: Endet es beim selben Objekt, liegt es am Objekt; nach derselben Zeit, an einer Zeitgrenze.</translation>
    </message>
    <message>
        <source>Report a step of an order that stands in its worklist: if that is taken, it was about the order.</source>
        <translation>Melden Sie einen Schritt eines Auftrags, der dort in der Worklist steht: Wird das angenommen, lag es am Auftrag.</translation>
    </message>
    <message>
        <source>Reports do not arrive</source>
        <translation>Befunde kommen nicht an</translation>
    </message>
    <message>
        <source>Reset the classroom</source>
        <translation>Schulung zurücksetzen</translation>
    </message>
    <message>
        <source>Restart the DICOM service of {peer}; its log may say what it waits for.</source>
        <translation>Starten Sie den DICOM-Dienst von {peer} neu; sein Protokoll sagt vielleicht, worauf er wartet.</translation>
    </message>
    <message>
        <source>Retrieval from {name}</source>
        <translation>Abruf von {name}</translation>
    </message>
    <message>
        <source>Retrieval from {name} to {destination}</source>
        <translation>Abruf von {name} an {destination}</translation>
    </message>
    <message>
        <source>Retrieve again by C-MOVE.</source>
        <translation>Rufen Sie noch einmal mit C-MOVE ab.</translation>
    </message>
    <message>
        <source>Retrieve again what is missing, once the cause is gone.</source>
        <translation>Rufen Sie das Fehlende erneut ab, sobald die Ursache behoben ist.</translation>
    </message>
    <message>
        <source>Retrieve from {peer} by C-MOVE instead.</source>
        <translation>Rufen Sie von {peer} mit C-MOVE ab.</translation>
    </message>
    <message>
        <source>Retrieve from {peer} by C-MOVE instead: it needs us entered there as a destination.</source>
        <translation>Rufen Sie von {peer} mit C-MOVE ab: Dafür müssen wir dort als Ziel eingetragen sein.</translation>
    </message>
    <message>
        <source>Retrieve from {peer} by C-MOVE instead: it then offers what it has.</source>
        <translation>Rufen Sie von {peer} mit C-MOVE ab: Dann wird von dort angeboten, was da ist.</translation>
    </message>
    <message>
        <source>Retrieving by C-GET is accepted, and every object fails.</source>
        <translation>Der Abruf mit C-GET wird angenommen, und jedes Objekt scheitert.</translation>
    </message>
    <message>
        <source>Run an echo from the computer of {peer} itself: if that is silent too, the service hangs; if not, something on the way holds back what we say.</source>
        <translation>Senden Sie ein Echo vom Computer von {peer} selbst: Bleibt auch das ohne Antwort, hängt der Dienst; wenn nicht, hält etwas auf dem Weg zurück, was wir sagen.</translation>
    </message>
    <message>
        <source>Run the ladder to {peer}: if the echo is slow too, it is the line or the computer.</source>
        <translation>Prüfen Sie {peer} mit „Verbinden“: Ist auch das Echo langsam, liegt es an der Leitung oder am Computer.</translation>
    </message>
    <message>
        <source>Run the ladder to {peer}: if the echo is slow too, it is the line or the computer; if not, its database.</source>
        <translation>Prüfen Sie {peer} mit „Verbinden“: Ist auch das Echo langsam, liegt es an der Leitung oder am Computer; wenn nicht, an der Datenbank dort.</translation>
    </message>
    <message>
        <source>SOP class not supported</source>
        <translation>SOP-Klasse nicht unterstützt</translation>
    </message>
    <message>
        <source>SSH: {shown}</source>
        <translation>SSH: {shown}</translation>
    </message>
    <message>
        <source>Say in a few words why, for whoever finds it gone.</source>
        <translation>Sagen Sie in wenigen Worten, warum, für alle, die sie vermissen.</translation>
    </message>
    <message>
        <source>Say which of them it is: {forms}.</source>
        <translation>Sagen Sie, welche es ist: {forms}.</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>Sagen Sie in wenigen Worten, warum.</translation>
    </message>
    <message>
        <source>Says one thing, is another</source>
        <translation>Sagt das eine, ist das andere</translation>
    </message>
    <message>
        <source>See among the associations at this time the one to the destination, and how it ended.</source>
        <translation>Suchen Sie unter den Assoziationen zu dieser Zeit die zum Ziel, und wie sie endete.</translation>
    </message>
    <message>
        <source>See among the associations at this time the one to the destination: which objects failed, with which status.</source>
        <translation>Suchen Sie unter den Assoziationen zu dieser Zeit die zum Ziel: welche Objekte scheiterten, mit welchem Status.</translation>
    </message>
    <message>
        <source>See at which address it listens: a service bound to 127.0.0.1 is reached from its own computer only.</source>
        <translation>Prüfen Sie, auf welcher Adresse der Dienst lauscht: Auf 127.0.0.1 ist er nur vom eigenen Computer aus erreichbar.</translation>
    </message>
    <message>
        <source>See at {peer} who is connected: devices that leave associations open use up its limit. End idle ones there, and have it end them by itself after some minutes.</source>
        <translation>Sehen Sie bei {peer} nach, wer verbunden ist: Geräte, die Assoziationen offen lassen, brauchen die Grenze auf. Beenden Sie dort untätige, und lassen Sie sie nach einigen Minuten von selbst beenden.</translation>
    </message>
    <message>
        <source>See for which day the order was planned: it may have been moved.</source>
        <translation>Prüfen Sie, für welchen Tag der Auftrag geplant war: Vielleicht wurde er verschoben.</translation>
    </message>
    <message>
        <source>See how busy the computer of {peer} is, and its database.</source>
        <translation>Prüfen Sie, wie ausgelastet der Computer von {peer} und seine Datenbank sind.</translation>
    </message>
    <message>
        <source>See how busy the computer of {peer} is, and whether it has to recall the images from media.</source>
        <translation>Prüfen Sie, wie ausgelastet der Computer von {peer} ist, und ob die Bilder erst von Medien geholt werden müssen.</translation>
    </message>
    <message>
        <source>See how busy the computer of {peer} is: processor, disk, database.</source>
        <translation>Prüfen Sie, wie ausgelastet der Computer von {peer} ist: Prozessor, Platte, Datenbank.</translation>
    </message>
    <message>
        <source>See how busy {called} is at this time.</source>
        <translation>Sehen Sie nach, wie ausgelastet {called} zu dieser Zeit ist.</translation>
    </message>
    <message>
        <source>See in the associations that are open who holds places without doing anything, and end idle ones.</source>
        <translation>Sehen Sie unter den offenen Assoziationen nach, wer Plätze hält, ohne etwas zu tun, und beenden Sie untätige.</translation>
    </message>
    <message>
        <source>See in the conformance statement of {peer} whether it provides {service}, and where it is switched on.</source>
        <translation>Prüfen Sie im Conformance Statement von {peer}, ob es dies bietet, und wo es eingeschaltet wird: {service}.</translation>
    </message>
    <message>
        <source>See in the information system to which modality the procedure code is mapped, and correct it there.</source>
        <translation>Sehen Sie im Informationssystem nach, welcher Modalität der Prozedurcode zugeordnet ist, und berichtigen Sie es dort.</translation>
    </message>
    <message>
        <source>See in the information system whether the order exists, and whether it is planned and released: orders that are only placed, begun or completed do not stand in worklists.</source>
        <translation>Prüfen Sie im Informationssystem, ob es den Auftrag gibt und ob er geplant und freigegeben ist: Nur angelegte, begonnene oder beendete Aufträge stehen nicht in Worklists.</translation>
    </message>
    <message>
        <source>See in the information system which station AE title orders for this room get, and correct the mapping there.</source>
        <translation>Sehen Sie im Informationssystem nach, welchen Stations-AE-Titel Aufträge für diesen Raum bekommen, und berichtigen Sie dort die Zuordnung.</translation>
    </message>
    <message>
        <source>See in the settings of {called} whether {caller} is entered; through a relay it sees the address of this computer.</source>
        <translation>Sehen Sie in den Einstellungen von {called} nach, ob {caller} eingetragen ist; durch ein Relais sieht man dort die Adresse dieses Computers.</translation>
    </message>
    <message>
        <source>See in the settings of {peer} at which port it speaks TLS, mostly 2762.</source>
        <translation>Sehen Sie in den Einstellungen von {peer} nach, welcher Port für TLS ist, meist 2762.</translation>
    </message>
    <message>
        <source>See in the settings of {peer} whether {calling} is entered as a caller, with this computer&apos;s address.</source>
        <translation>Sehen Sie in den Einstellungen von {peer} nach, ob {calling} mit der Adresse dieses Computers als Rufer eingetragen ist.</translation>
    </message>
    <message>
        <source>See in the settings of {peer} which services and kinds of objects are turned on, and for whom.</source>
        <translation>Sehen Sie in den Einstellungen von {peer} nach, welche Dienste und Arten von Objekten eingeschaltet sind, und für wen.</translation>
    </message>
    <message>
        <source>See in which character set orders come in: the HL7 message says it in MSH-18.</source>
        <translation>Prüfen Sie, in welchem Zeichensatz Aufträge ankommen: Die HL7-Nachricht sagt es in MSH-18.</translation>
    </message>
    <message>
        <source>See in {peer} whether it matched the study to an order, or merged two patients: then it is right, and whoever sent it has the wrong patient.</source>
        <translation>Prüfen Sie in {peer}, ob die Studie einem Auftrag zugeordnet oder zwei Patienten zusammengeführt wurden: Dann stimmt es dort, und der Absender hat den falschen Patienten.</translation>
    </message>
    <message>
        <source>See in {peer} whether one of these holds the images, and which rule gives studies new UIDs.</source>
        <translation>Prüfen Sie in {peer}, ob eine davon die Bilder hat, und welche Regel Studien neue UIDs gibt.</translation>
    </message>
    <message>
        <source>See in {peer} whether the calling AE title may see all patients.</source>
        <translation>Prüfen Sie in {peer}, ob der rufende AE-Titel alle Patienten sehen darf.</translation>
    </message>
    <message>
        <source>See in {peer} whether the calling AE title may see this list.</source>
        <translation>Prüfen Sie in {peer}, ob der rufende AE-Titel diese Liste sehen darf.</translation>
    </message>
    <message>
        <source>See in {peer} whether the examination is closed: then it is as it should be.</source>
        <translation>Prüfen Sie in {peer}, ob die Untersuchung abgeschlossen ist: Dann ist es in Ordnung.</translation>
    </message>
    <message>
        <source>See in {peer} whether the title under which we asked may see all studies.</source>
        <translation>Prüfen Sie in {peer}, ob der Titel, unter dem wir fragten, alle Studien sehen darf.</translation>
    </message>
    <message>
        <source>See that no firewall on the way, nor that of this computer, closes this port.</source>
        <translation>Sorgen Sie dafür, dass keine Firewall auf dem Weg und auch nicht die dieses Computers den Port sperrt.</translation>
    </message>
    <message>
        <source>See that {destination} is started and listens.</source>
        <translation>Sorgen Sie dafür, dass {destination} läuft und lauscht.</translation>
    </message>
    <message>
        <source>See whether a firewall or an intrusion detection between the systems cuts long DICOM connections.</source>
        <translation>Prüfen Sie, ob eine Firewall oder Angriffserkennung zwischen den Systemen lange DICOM-Verbindungen trennt.</translation>
    </message>
    <message>
        <source>See whether a firewall or an intrusion detection between the systems cuts long connections.</source>
        <translation>Prüfen Sie, ob eine Firewall oder Angriffserkennung zwischen den Systemen lange Verbindungen trennt.</translation>
    </message>
    <message>
        <source>See whether a firewall or an intrusion detection between us cuts DICOM connections; ask for an exception.</source>
        <translation>Prüfen Sie, ob eine Firewall oder Angriffserkennung zwischen uns DICOM-Verbindungen trennt; bitten Sie um eine Ausnahme.</translation>
    </message>
    <message>
        <source>See whether a firewall or an intrusion detection on the way cuts DICOM connections; ask for an exception.</source>
        <translation>Prüfen Sie, ob eine Firewall oder Angriffserkennung auf dem Weg DICOM-Verbindungen trennt; bitten Sie um eine Ausnahme.</translation>
    </message>
    <message>
        <source>See whether a part is offline or archived elsewhere, and have it recalled.</source>
        <translation>Prüfen Sie, ob ein Teil ausgelagert oder anderswo archiviert ist, und lassen Sie ihn zurückholen.</translation>
    </message>
    <message>
        <source>See whether it has another AE title or port for it.</source>
        <translation>Prüfen Sie, ob es dafür dort einen anderen AE-Titel oder Port gibt.</translation>
    </message>
    <message>
        <source>See whether it has another AE title or port for storage.</source>
        <translation>Prüfen Sie, ob es dort einen anderen AE-Titel oder Port zum Speichern gibt.</translation>
    </message>
    <message>
        <source>See whether it is a DICOM program at all that calls from there: a scanner for open ports looks like this.</source>
        <translation>Prüfen Sie, ob dort überhaupt ein DICOM-Programm ruft: Ein Portscanner sieht so aus.</translation>
    </message>
    <message>
        <source>See whether it knows us: AE title {calling}, and the address of this computer.</source>
        <translation>Prüfen Sie, ob wir dort bekannt sind: AE-Titel {calling} und die Adresse dieses Computers.</translation>
    </message>
    <message>
        <source>See whether it stands there under another name or ID (a merged or corrected patient).</source>
        <translation>Prüfen Sie, ob sie dort unter anderem Namen oder anderer ID steht (zusammengeführter oder berichtigter Patient).</translation>
    </message>
    <message>
        <source>See whether its database or disk is full, or being repaired.</source>
        <translation>Prüfen Sie, ob dort Datenbank oder Platte voll ist oder gerade repariert wird.</translation>
    </message>
    <message>
        <source>See whether its time-outs are very short.</source>
        <translation>Prüfen Sie, ob die Zeitgrenzen dort sehr kurz sind.</translation>
    </message>
    <message>
        <source>See whether orders reach {peer} at all: its HL7 interface (ORM, OMI), its queue, the time of the last message.</source>
        <translation>Prüfen Sie, ob Aufträge {peer} überhaupt erreichen: die HL7-Schnittstelle dort (ORM, OMI), ihre Warteschlange, die Zeit der letzten Nachricht.</translation>
    </message>
    <message>
        <source>See whether our AE title may query, but not fetch this patient.</source>
        <translation>Prüfen Sie, ob unser AE-Titel diesen Patienten zwar abfragen, aber nicht abrufen darf.</translation>
    </message>
    <message>
        <source>See whether ours has expired.</source>
        <translation>Prüfen Sie, ob unseres abgelaufen ist.</translation>
    </message>
    <message>
        <source>See whether something between looks into the connection: a firewall, an intrusion detection, a proxy.</source>
        <translation>Prüfen Sie, ob etwas dazwischen in die Verbindung sieht: eine Firewall, eine Angriffserkennung, ein Proxy.</translation>
    </message>
    <message>
        <source>See whether something on the way (a router, a gateway) shows its own address instead of the device&apos;s.</source>
        <translation>Prüfen Sie, ob etwas auf dem Weg (ein Router, ein Gateway) seine eigene Adresse statt der des Geräts zeigt.</translation>
    </message>
    <message>
        <source>See whether something on the way changes what is sent: a proxy, a faulty network card.</source>
        <translation>Prüfen Sie, ob etwas auf dem Weg ändert, was gesendet wird: ein Proxy, eine kaputte Netzwerkkarte.</translation>
    </message>
    <message>
        <source>See whether the DICOM service of {peer} itself runs behind the port forward or load balancer.</source>
        <translation>Prüfen Sie, ob hinter der Portweiterleitung oder dem Lastverteiler der DICOM-Dienst von {peer} selbst läuft.</translation>
    </message>
    <message>
        <source>See whether the destination answers: an archive that cannot reach it waits long, and says nothing.</source>
        <translation>Prüfen Sie, ob das Ziel antwortet: Ein Archiv, das es nicht erreicht, wartet lange und sagt nichts.</translation>
    </message>
    <message>
        <source>See whether the disk or the queue of {peer} is full.</source>
        <translation>Prüfen Sie, ob bei {peer} der Datenträger oder die Warteschlange voll ist.</translation>
    </message>
    <message>
        <source>See whether the images are offline or archived at {peer}, and have them recalled.</source>
        <translation>Prüfen Sie, ob die Bilder bei {peer} ausgelagert sind, und lassen Sie sie zurückholen.</translation>
    </message>
    <message>
        <source>See whether the images ever came: look for the study at the device, and for its send queue.</source>
        <translation>Prüfen Sie, ob die Bilder je ankamen: Suchen Sie die Studie am Gerät und in dessen Sendeliste.</translation>
    </message>
    <message>
        <source>See whether the network cable or the VPN is connected.</source>
        <translation>Prüfen Sie, ob Netzwerkkabel oder VPN verbunden ist.</translation>
    </message>
    <message>
        <source>See whether the objects are at {peer}, and under these UIDs.</source>
        <translation>Prüfen Sie, ob die Objekte bei {peer} liegen, und unter diesen UIDs.</translation>
    </message>
    <message>
        <source>See whether the port is that of its DICOM service: another program would hang up, too.</source>
        <translation>Prüfen Sie, ob der Port der des DICOM-Dienstes ist: Auch ein anderes Programm würde auflegen.</translation>
    </message>
    <message>
        <source>See whether the port is that of the DICOM service of {other}.</source>
        <translation>Prüfen Sie, ob der Port der des DICOM-Dienstes von {other} ist.</translation>
    </message>
    <message>
        <source>See whether the port is the right one: another program may listen there.</source>
        <translation>Prüfen Sie, ob der Port der richtige ist: Vielleicht lauscht dort ein anderes Programm.</translation>
    </message>
    <message>
        <source>See whether the port {port} is that of the DICOM service of {peer}.</source>
        <translation>Prüfen Sie, ob Port {port} der des DICOM-Dienstes von {peer} ist.</translation>
    </message>
    <message>
        <source>See whether this computer&apos;s network cable or wireless network is connected.</source>
        <translation>Prüfen Sie, ob das Netzwerkkabel oder WLAN dieses Computers verbunden ist.</translation>
    </message>
    <message>
        <source>See whether {destination} knows {peer} as a caller, and whether a firewall lies between them.</source>
        <translation>Prüfen Sie, ob {destination} {peer} als Rufer kennt, und ob eine Firewall zwischen beiden liegt.</translation>
    </message>
    <message>
        <source>See whether {other} has a limit for how long an association may last.</source>
        <translation>Prüfen Sie, ob {other} begrenzt, wie lange eine Assoziation dauern darf.</translation>
    </message>
    <message>
        <source>See whether {other} is on, and read its address from its own screen.</source>
        <translation>Prüfen Sie, ob {other} an ist, und lesen Sie die Adresse am Gerät selbst ab.</translation>
    </message>
    <message>
        <source>See whether {peer} filters what it sends, or keeps a part on media that are not at hand.</source>
        <translation>Prüfen Sie, ob {peer} filtert, was gesendet wird, oder einen Teil auf Medien hält, die nicht zur Hand sind.</translation>
    </message>
    <message>
        <source>See whether {peer} filters what it sends: by rights of our AE title, or by kind of object.</source>
        <translation>Prüfen Sie, ob {peer} filtert, was gesendet wird: nach Rechten unseres AE-Titels oder nach Art der Objekte.</translation>
    </message>
    <message>
        <source>See whether {peer} is on, and read its address from its own screen: devices that get theirs from DHCP change it. Give it a fixed one.</source>
        <translation>Prüfen Sie, ob {peer} an ist, und lesen Sie die Adresse am Gerät selbst ab: Geräte, die sie von DHCP bekommen, wechseln sie. Vergeben Sie eine feste.</translation>
    </message>
    <message>
        <source>See whether {peer} limits how long an association may last.</source>
        <translation>Prüfen Sie, ob {peer} begrenzt, wie lange eine Assoziation dauern darf.</translation>
    </message>
    <message>
        <source>See which program it is that speaks there, and whether it has the right address and port.</source>
        <translation>Sehen Sie nach, welches Programm dort spricht und ob es die richtige Adresse und den richtigen Port hat.</translation>
    </message>
    <message>
        <source>See which system has that address now: it holds images of patients that were not meant for it.</source>
        <translation>Finden Sie heraus, welches System jene Adresse jetzt hat: Dort liegen Bilder von Patienten, die nicht dorthin sollten.</translation>
    </message>
    <message>
        <source>Send again once there is room: what was refused is not stored.</source>
        <translation>Senden Sie erneut, sobald Platz ist: Was abgelehnt wurde, ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>Send again what failed, in case it was a passing trouble.</source>
        <translation>Senden Sie erneut, was scheiterte, falls es eine vorübergehende Störung war.</translation>
    </message>
    <message>
        <source>Send again what failed.</source>
        <translation>Senden Sie erneut, was scheiterte.</translation>
    </message>
    <message>
        <source>Send again what failed: what arrived before stays there.</source>
        <translation>Senden Sie erneut, was scheiterte: Was schon ankam, bleibt dort.</translation>
    </message>
    <message>
        <source>Send again what is missing; what was answered with success is stored.</source>
        <translation>Senden Sie erneut, was fehlt; was mit Erfolg beantwortet wurde, ist gespeichert.</translation>
    </message>
    <message>
        <source>Send again when it is back.</source>
        <translation>Senden Sie noch einmal, wenn es wieder da ist.</translation>
    </message>
    <message>
        <source>Send again.</source>
        <translation>Senden Sie erneut.</translation>
    </message>
    <message>
        <source>Send another object of the same kind, from another device: if {peer} takes that, it is about this one.</source>
        <translation>Senden Sie ein anderes Objekt derselben Art von einem anderen Gerät: Nimmt {peer} dieses, liegt es an jenem.</translation>
    </message>
    <message>
        <source>Send as the AE title of a device that stores such objects there (`--calling AE`): if that is taken, it is about the rights of our title.</source>
        <translation>Senden Sie unter dem AE-Titel eines Geräts, das solche Objekte dort speichert (`--calling AE`): Wird das angenommen, liegt es an den Rechten unseres Titels.</translation>
    </message>
    <message>
        <source>Send as the AE title of a device that stores there (`--calling AE`): if that works, it is about rights.</source>
        <translation>Senden Sie unter dem AE-Titel eines Geräts, das dort speichert (`--calling AE`): Geht das, liegt es an Rechten.</translation>
    </message>
    <message>
        <source>Send compressed instead, where the objects are stored so.</source>
        <translation>Senden Sie komprimiert, wo die Objekte so gespeichert sind.</translation>
    </message>
    <message>
        <source>Send it again when it is complete.</source>
        <translation>Senden Sie es noch einmal, wenn es vollständig ist.</translation>
    </message>
    <message>
        <source>Send it again.</source>
        <translation>Senden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Send one small object, then one large one: if only the large one breaks, a limit of size or time is at work.</source>
        <translation>Senden Sie ein kleines Objekt, dann ein großes: Reißt nur das große ab, wirkt eine Grenze für Größe oder Zeit.</translation>
    </message>
    <message>
        <source>Send the object at which it broke by itself: if it breaks again, it is about that object.</source>
        <translation>Senden Sie das Objekt, bei dem es abriss, allein: Reißt es wieder ab, liegt es an diesem Objekt.</translation>
    </message>
    <message>
        <source>Send the test object to {peer}: if that is refused too, nothing is taken from anybody.</source>
        <translation>Senden Sie das Testobjekt an {peer}: Wird auch das abgelehnt, wird von niemandem etwas angenommen.</translation>
    </message>
    <message>
        <source>Send the test object: if {peer} keeps that, it is about these objects, else about itself.</source>
        <translation>Senden Sie das Testobjekt: Behält {peer} dieses, liegt es an jenen Objekten, sonst an der Gegenstelle selbst.</translation>
    </message>
    <message>
        <source>Send to {name}</source>
        <translation>An {name} senden</translation>
    </message>
    <message>
        <source>Sending succeeds, and the patient&apos;s study cannot be found.</source>
        <translation>Das Senden gelingt, und die Studie des Patienten ist nicht zu finden.</translation>
    </message>
    <message>
        <source>Sending succeeds, and the study cannot be found in the archive.</source>
        <translation>Das Senden gelingt, und die Studie ist im Archiv nicht zu finden.</translation>
    </message>
    <message>
        <source>Sending succeeds; the study is not there by its UID, but studies with one image each are.</source>
        <translation>Das Senden gelingt; die Studie ist unter ihrer UID nicht da, dafür Studien mit je einem Bild.</translation>
    </message>
    <message>
        <source>Sent, and not there</source>
        <translation>Gesendet und nicht da</translation>
    </message>
    <message>
        <source>Sent, and under another name</source>
        <translation>Gesendet und unter anderem Namen</translation>
    </message>
    <message>
        <source>Series are not found</source>
        <translation>Serien werden nicht gefunden</translation>
    </message>
    <message>
        <source>Set `dicom.host` to an address of this computer, or to 0.0.0.0 for all, then start the engine again.</source>
        <translation>Setzen Sie `dicom.host` auf eine Adresse dieses Computers oder auf 0.0.0.0 für alle, dann starten Sie den Dienst von PACSDesk neu.</translation>
    </message>
    <message>
        <source>Set `tls.certificate` and `tls.key` to a certificate for this computer.</source>
        <translation>Setzen Sie `tls.certificate` und `tls.key` auf ein Zertifikat für diesen Computer.</translation>
    </message>
    <message>
        <source>Set dicom.host to 127.0.0.1, or to an address that this computer has.</source>
        <translation>Setzen Sie dicom.host auf 127.0.0.1 oder auf eine Adresse, die dieser Computer hat.</translation>
    </message>
    <message>
        <source>Set the clock of this computer; it is best set from the network (NTP).</source>
        <translation>Stellen Sie die Uhr dieses Computers; am besten stellt sie das Netzwerk (NTP).</translation>
    </message>
    <message>
        <source>Set {setting} to {port}</source>
        <translation>Setzen Sie {setting} auf {port}</translation>
    </message>
    <message>
        <source>Show this to the maker of {peer} (PS3.8 9.3.3.2).</source>
        <translation>Zeigen Sie dies dem Hersteller von {peer} (PS3.8 9.3.3.2).</translation>
    </message>
    <message>
        <source>Show this to the maker of {peer}: a report must repeat the Transaction UID (PS3.4 J.3.3.1).</source>
        <translation>Zeigen Sie dies dem Hersteller von {peer}: Eine Meldung muss die Transaction UID wiederholen (PS3.4 J.3.3.1).</translation>
    </message>
    <message>
        <source>Show this to the maker of {peer}; a trace has each byte.</source>
        <translation>Zeigen Sie dies dem Hersteller von {peer}; eine Aufzeichnung hat jedes Byte.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Neu anmelden.</translation>
    </message>
    <message>
        <source>Sign in and try again.</source>
        <translation>Melden Sie sich an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Sign in with name and password.</source>
        <translation>Mit Name und Passwort anmelden.</translation>
    </message>
    <message>
        <source>Sinks are forgotten when the engine ends.</source>
        <translation>Senken werden vergessen, wenn der Dienst endet.</translation>
    </message>
    <message>
        <source>Small letters find nothing</source>
        <translation>Kleine Buchstaben finden nichts</translation>
    </message>
    <message>
        <source>Small things pass</source>
        <translation>Kleines kommt durch</translation>
    </message>
    <message>
        <source>Some other service has this port; its answer is nothing known.</source>
        <translation>Ein anderer Dienst hat diesen Port; seine Antwort ist nichts Bekanntes.</translation>
    </message>
    <message>
        <source>Something at {address} took the connection and ended it at once, without a word.</source>
        <translation>Etwas nahm unter {address} die Verbindung an und beendete sie sofort wortlos.</translation>
    </message>
    <message>
        <source>Something at {place} takes the connection and ends it at once, without a word: a port forward or load balancer whose target is off, or a server that does not let this computer&apos;s address in.</source>
        <translation>Etwas nimmt unter {place} die Verbindung an und beendet sie sofort wortlos: eine Portweiterleitung oder ein Lastverteiler, dessen Ziel aus ist, oder ein Server, der die Adresse dieses Computers nicht einlässt.</translation>
    </message>
    <message>
        <source>Something between aborts after {number} bytes, as an intrusion detection does.</source>
        <translation>Etwas dazwischen bricht nach {number} Byte ab, wie es eine Angriffserkennung tut.</translation>
    </message>
    <message>
        <source>Something between, or the server itself, resets connections from addresses that it does not know.</source>
        <translation>Etwas dazwischen, oder der Server selbst, trennt Verbindungen von Adressen, die dort nicht bekannt sind.</translation>
    </message>
    <message>
        <source>Something else answers: a message</source>
        <translation>Etwas anderes antwortet: eine Nachricht</translation>
    </message>
    <message>
        <source>Something else answers: letters</source>
        <translation>Etwas anderes antwortet: Buchstaben</translation>
    </message>
    <message>
        <source>Something else answers: noise</source>
        <translation>Etwas anderes antwortet: Rauschen</translation>
    </message>
    <message>
        <source>Something else speaks first</source>
        <translation>Etwas anderes spricht zuerst</translation>
    </message>
    <message>
        <source>Something was changed</source>
        <translation>Etwas wurde geändert</translation>
    </message>
    <message>
        <source>Something was left out</source>
        <translation>Etwas wurde weggelassen</translation>
    </message>
    <message>
        <source>Split it.</source>
        <translation>Teilen Sie sie.</translation>
    </message>
    <message>
        <source>Start it anew where it was started.</source>
        <translation>Starten Sie ihn neu, wo er gestartet wurde.</translation>
    </message>
    <message>
        <source>Start it anew.</source>
        <translation>Beginnen Sie ihn neu.</translation>
    </message>
    <message>
        <source>Start the DICOM service of {peer}, or see in its own settings whether it is on.</source>
        <translation>Starten Sie den DICOM-Dienst von {peer}, oder sehen Sie in den Einstellungen dort nach, ob er eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Start the listener {title}: what keeps it from running stands on the page Home.</source>
        <translation>Bringen Sie den Empfangsdienst {title} zum Laufen: Was ihn hindert, steht in der Übersicht.</translation>
    </message>
    <message>
        <source>Status {status} to {number} of {kinds}, the first {uid}.</source>
        <translation>Status {status} auf {number} von {kinds}, das erste {uid}.</translation>
    </message>
    <message>
        <source>Status {status}, after {number} answers.</source>
        <translation>Status {status}, nach {number} Antworten.</translation>
    </message>
    <message>
        <source>Status {status}.</source>
        <translation>Status {status}.</translation>
    </message>
    <message>
        <source>Status {status}: {meaning}.</source>
        <translation>Status {status}: {meaning}.</translation>
    </message>
    <message>
        <source>Stop it with {command}, or {otherwise}.</source>
        <translation>Stoppen Sie ihn mit {command}, oder {otherwise}.</translation>
    </message>
    <message>
        <source>Stop it, then remove it.</source>
        <translation>Stoppen Sie sie und entfernen Sie sie dann.</translation>
    </message>
    <message>
        <source>Stop one first.</source>
        <translation>Stoppen Sie zuerst eine.</translation>
    </message>
    <message>
        <source>Stop one of them first.</source>
        <translation>Stoppen Sie zuerst eines davon.</translation>
    </message>
    <message>
        <source>Storage commitment by {name}</source>
        <translation>Storage Commitment durch {name}</translation>
    </message>
    <message>
        <source>Strange names</source>
        <translation>Seltsame Namen</translation>
    </message>
    <message>
        <source>Studies are not found</source>
        <translation>Studien werden nicht gefunden</translation>
    </message>
    <message>
        <source>Success, and it went elsewhere</source>
        <translation>Erfolg, und es ging anderswohin</translation>
    </message>
    <message>
        <source>Success, and nothing comes</source>
        <translation>Erfolg, und nichts kommt</translation>
    </message>
    <message>
        <source>TLS needs files: there is no {what} in {path} ({setting}).</source>
        <translation>TLS braucht Dateien. In {path} ({setting}) fehlt: {what}.</translation>
    </message>
    <message>
        <source>TLS: {shown}</source>
        <translation>TLS: {shown}</translation>
    </message>
    <message>
        <source>Take the move apart (`--unfold`), or fetch by C-GET: if that is quick, it is the way to the destination.</source>
        <translation>Zerlegen Sie den Abruf (`--unfold`), oder rufen Sie mit C-GET ab: Geht das schnell, liegt es am Weg zum Ziel.</translation>
    </message>
    <message>
        <source>Take the move apart (`--unfold`): if the destination answers, it is the title; if not, the way to it.</source>
        <translation>Zerlegen Sie den Abruf (`--unfold`): Antwortet das Ziel, liegt es am Titel; wenn nicht, am Weg dorthin.</translation>
    </message>
    <message>
        <source>Take the move apart (`--unfold`): our journal shows whether it called us at all.</source>
        <translation>Zerlegen Sie den Abruf (`--unfold`): Unser Journal zeigt, ob uns überhaupt jemand rief.</translation>
    </message>
    <message>
        <source>Take the move apart (`--unfold`): that tests the way to the destination, or reads our journal when it is us.</source>
        <translation>Zerlegen Sie den Abruf (`--unfold`): Das prüft den Weg zum Ziel, oder liest unser Journal, wenn wir das Ziel sind.</translation>
    </message>
    <message>
        <source>Take what came as part of the answer at most.</source>
        <translation>Nehmen Sie, was kam, höchstens als Teil der Antwort.</translation>
    </message>
    <message>
        <source>Tell the beginning first, to the same system and AE title, then the end.</source>
        <translation>Melden Sie erst den Beginn, an dasselbe System und denselben AE-Titel, dann das Ende.</translation>
    </message>
    <message>
        <source>Temporary failure in name resolution</source>
        <translation>der Nameserver antwortet zurzeit nicht</translation>
    </message>
    <message>
        <source>Test of {number} peers</source>
        <translation>Test von {number} Gegenstellen</translation>
    </message>
    <message>
        <source>Test of {peer}</source>
        <translation>Test von {peer}</translation>
    </message>
    <message>
        <source>Test the destination from where the objects lie: is it on, does it know the sender, is its port open?</source>
        <translation>Prüfen Sie das Ziel von dort aus, wo die Objekte liegen: Ist es an, kennt es den Absender, ist sein Port offen?</translation>
    </message>
    <message>
        <source>Test the peer from here: the steps show how far one comes, and what answers instead.</source>
        <translation>Prüfen Sie die Gegenstelle von hier: Die Stufen zeigen, wie weit man kommt, und was stattdessen antwortet.</translation>
    </message>
    <message>
        <source>That means: {meaning}.</source>
        <translation>Das bedeutet: {meaning}.</translation>
    </message>
    <message>
        <source>The AE title has a blank inside: some systems cannot enter one; make sure that the other side has it, too.</source>
        <translation>Der AE-Titel hat ein Leerzeichen in der Mitte: Manche Systeme können keines eingeben; achten Sie darauf, dass es auch auf der anderen Seite steht.</translation>
    </message>
    <message>
        <source>The TLS handshake failed: {reason}.</source>
        <translation>Der TLS-Handshake ist gescheitert: {reason}.</translation>
    </message>
    <message>
        <source>The TLS handshake with {peer} failed.</source>
        <translation>Der TLS-Handshake mit {peer} ist gescheitert.</translation>
    </message>
    <message>
        <source>The ZIP holds a name that leaves its folder or is not safe.</source>
        <translation>Das ZIP enthält einen Namen, der seinen Ordner verlässt oder nicht sicher ist.</translation>
    </message>
    <message>
        <source>The ZIP holds too many files.</source>
        <translation>Das ZIP enthält zu viele Dateien.</translation>
    </message>
    <message>
        <source>The ZIP is damaged.</source>
        <translation>Das ZIP ist beschädigt.</translation>
    </message>
    <message>
        <source>The ZIP names a file twice.</source>
        <translation>Das ZIP nennt eine Datei zweimal.</translation>
    </message>
    <message>
        <source>The ZIP would swell too much.</source>
        <translation>Das ZIP würde zu sehr anschwellen.</translation>
    </message>
    <message>
        <source>The answer to a request was overdue.</source>
        <translation>Die Antwort auf eine Anfrage war überfällig.</translation>
    </message>
    <message>
        <source>The answer to another question</source>
        <translation>Die Antwort auf die Frage eines anderen</translation>
    </message>
    <message>
        <source>The archive aborts by numbers that no standard has.</source>
        <translation>Das Archiv bricht mit Nummern ab, die kein Standard kennt.</translation>
    </message>
    <message>
        <source>The archive aborts by numbers that the standard reserves.</source>
        <translation>Das Archiv bricht mit Nummern ab, die der Standard reserviert hat.</translation>
    </message>
    <message>
        <source>The archive aborts every association that is older than {number} seconds.</source>
        <translation>Das Archiv bricht jede Assoziation ab, die älter als {number} Sekunden ist.</translation>
    </message>
    <message>
        <source>The archive accepted the presentation context and refuses the object&apos;s class all the same.</source>
        <translation>Das Archiv hat den Presentation Context angenommen und lehnt die SOP-Klasse des Objekts dann doch ab.</translation>
    </message>
    <message>
        <source>The archive accepts each context in a transfer syntax that was not proposed.</source>
        <translation>Das Archiv nimmt jeden Context in einer Transfersyntax an, die nicht vorgeschlagen war.</translation>
    </message>
    <message>
        <source>The archive accepts every called AE title: a misspelt one shows only when it is replaced.</source>
        <translation>Das Archiv nimmt jeden gerufenen AE-Titel an: Ein falsch geschriebener fällt erst auf, wenn es ersetzt wird.</translation>
    </message>
    <message>
        <source>The archive accepts images only in JPEG Lossless.</source>
        <translation>Das Archiv nimmt Bilder nur in JPEG Lossless an.</translation>
    </message>
    <message>
        <source>The archive accepts images only uncompressed.</source>
        <translation>Das Archiv nimmt Bilder nur unkomprimiert an.</translation>
    </message>
    <message>
        <source>The archive accepts queries of the study root and answers only those of the patient root.</source>
        <translation>Das Archiv nimmt Abfragen im Modell Study Root an und beantwortet nur solche im Modell Patient Root.</translation>
    </message>
    <message>
        <source>The archive agreed to queries and does not serve them.</source>
        <translation>Das Archiv hat Abfragen zugesagt und bedient sie nicht.</translation>
    </message>
    <message>
        <source>The archive and we have no cipher that both allow.</source>
        <translation>Das Archiv und wir haben kein Verschlüsselungsverfahren, das beide erlauben.</translation>
    </message>
    <message>
        <source>The archive answers a presentation context that was not proposed, and none that was.</source>
        <translation>Das Archiv antwortet auf einen Presentation Context, der nicht vorgeschlagen war, und auf keinen der vorgeschlagenen.</translation>
    </message>
    <message>
        <source>The archive answers for ever; only cancelling or leaving ends it.</source>
        <translation>Das Archiv antwortet ohne Ende; nur Abbrechen oder Trennen beendet es.</translation>
    </message>
    <message>
        <source>The archive answers queries at the level of studies only.</source>
        <translation>Das Archiv beantwortet Abfragen nur auf der Ebene der Studien.</translation>
    </message>
    <message>
        <source>The archive answers the commitment: none of the objects is safe.</source>
        <translation>Das Archiv antwortet auf die Anfrage nach Storage Commitment: Keines der Objekte ist sicher.</translation>
    </message>
    <message>
        <source>The archive answers with a message id that was never asked.</source>
        <translation>Das Archiv antwortet mit einer Nachrichtennummer, nach der nie gefragt wurde.</translation>
    </message>
    <message>
        <source>The archive answers with a status that no standard lists.</source>
        <translation>Das Archiv antwortet mit einem Status, den kein Standard verzeichnet.</translation>
    </message>
    <message>
        <source>The archive answers {number} contexts, though there are 128 ids; some stand twice.</source>
        <translation>Das Archiv antwortet auf {number} Contexts, obwohl es nur 128 Nummern gibt; manche stehen doppelt da.</translation>
    </message>
    <message>
        <source>The archive cannot take us at the moment and gives no reason.</source>
        <translation>Das Archiv kann uns im Moment nicht annehmen und nennt keinen Grund.</translation>
    </message>
    <message>
        <source>The archive cannot understand the dataset.</source>
        <translation>Das Archiv kann den Datensatz nicht verstehen.</translation>
    </message>
    <message>
        <source>The archive compares bytes: it takes every name for Latin alphabet No. 1, whatever the query says.</source>
        <translation>Das Archiv vergleicht Bytes: Es hält jeden Namen für Latin-1 (ISO_IR 100), was auch immer in der Abfrage steht.</translation>
    </message>
    <message>
        <source>The archive crashes at the second object.</source>
        <translation>Das Archiv stürzt beim zweiten Objekt ab.</translation>
    </message>
    <message>
        <source>The archive does not accept CT Image Storage.</source>
        <translation>Das Archiv nimmt CT Image Storage nicht an.</translation>
    </message>
    <message>
        <source>The archive does not accept structured reports.</source>
        <translation>Das Archiv nimmt keine strukturierten Befunde an.</translation>
    </message>
    <message>
        <source>The archive does not agree to send on an association that we opened: it refuses the roles.</source>
        <translation>Das Archiv stimmt nicht zu, auf einer Assoziation zu senden, die wir geöffnet haben: Es lehnt die Rollen ab.</translation>
    </message>
    <message>
        <source>The archive does not answer</source>
        <translation>Das Archiv antwortet nicht</translation>
    </message>
    <message>
        <source>The archive does not commit to objects of this SOP class.</source>
        <translation>Das Archiv sagt für Objekte dieser SOP-Klasse nichts zu.</translation>
    </message>
    <message>
        <source>The archive does not hold this instance.</source>
        <translation>Das Archiv hat diese Instanz nicht.</translation>
    </message>
    <message>
        <source>The archive does not hold this study.</source>
        <translation>Das Archiv hat diese Studie nicht.</translation>
    </message>
    <message>
        <source>The archive does not hold this {level}.</source>
        <translation>Das Archiv enthält diese Ebene nicht: {level}.</translation>
    </message>
    <message>
        <source>The archive does not know our AE title at our address.</source>
        <translation>Das Archiv kennt unseren AE-Titel nicht mit unserer Adresse.</translation>
    </message>
    <message>
        <source>The archive does not know our application context.</source>
        <translation>Das Archiv kennt unseren Application Context nicht.</translation>
    </message>
    <message>
        <source>The archive does not know wildcards: it looks for a star in the name.</source>
        <translation>Das Archiv kennt keine Platzhalter: Es sucht einen Stern im Namen.</translation>
    </message>
    <message>
        <source>The archive does not offer queries to us.</source>
        <translation>Das Archiv bietet uns keine Abfragen.</translation>
    </message>
    <message>
        <source>The archive does not permit queries to us and says so by an A-ABORT.</source>
        <translation>Das Archiv erlaubt uns keine Abfragen und sagt es durch ein A-ABORT.</translation>
    </message>
    <message>
        <source>The archive does not support our protocol&apos;s version, it says.</source>
        <translation>Das Archiv unterstützt die Version unseres Protokolls nicht, sagt es.</translation>
    </message>
    <message>
        <source>The archive ends its answers with FEDC instead of 0000.</source>
        <translation>Das Archiv beendet seine Antworten mit FEDC statt 0000.</translation>
    </message>
    <message>
        <source>The archive fails to begin with a commitment and does not say why.</source>
        <translation>Das Archiv scheitert schon am Anfang der Prüfung und sagt nicht, warum.</translation>
    </message>
    <message>
        <source>The archive files what it receives under another patient, to whom it matched the order.</source>
        <translation>Das Archiv legt das Empfangene bei einem anderen Patienten ab, dem es den Auftrag zugeordnet hat.</translation>
    </message>
    <message>
        <source>The archive finds no valid value in one of our parameters.</source>
        <translation>Das Archiv findet in einem unserer Parameter keinen gültigen Wert.</translation>
    </message>
    <message>
        <source>The archive finds nothing to send: the images are offline, and it does not say so.</source>
        <translation>Das Archiv findet nichts zu senden: Die Bilder sind ausgelagert, und es sagt es nicht.</translation>
    </message>
    <message>
        <source>The archive finds patients, series and images; studies only below a patient that it knows.</source>
        <translation>Das Archiv findet Patienten, Serien und Bilder; Studien nur unter einem bekannten Patienten.</translation>
    </message>
    <message>
        <source>The archive finds that the SOP Instance UID breaks the rules.</source>
        <translation>Das Archiv findet, dass die SOP Instance UID die Regeln verletzt.</translation>
    </message>
    <message>
        <source>The archive finds that the dataset does not fit its SOP class.</source>
        <translation>Das Archiv findet, dass der Datensatz nicht zu seiner SOP-Klasse passt.</translation>
    </message>
    <message>
        <source>The archive finds that the keys do not fit the level.</source>
        <translation>Das Archiv findet, dass die Schlüssel nicht zur Ebene passen.</translation>
    </message>
    <message>
        <source>The archive gives each object a study of its own.</source>
        <translation>Das Archiv gibt jedem Objekt eine eigene Studie.</translation>
    </message>
    <message>
        <source>The archive gives us no right to move.</source>
        <translation>Das Archiv gibt uns kein Recht, mit C-MOVE abzurufen.</translation>
    </message>
    <message>
        <source>The archive has a commitment under this transaction UID already.</source>
        <translation>Das Archiv hat unter dieser Transaction UID schon eine Anfrage.</translation>
    </message>
    <message>
        <source>The archive has an old address of the destination, where another system takes everything now.</source>
        <translation>Das Archiv hat eine alte Adresse des Ziels, unter der jetzt ein anderes System alles annimmt.</translation>
    </message>
    <message>
        <source>The archive has as many associations as it allows.</source>
        <translation>Das Archiv hat so viele Assoziationen, wie es erlaubt.</translation>
    </message>
    <message>
        <source>The archive has no AE of the title that was called.</source>
        <translation>Das Archiv hat keine AE mit dem gerufenen Titel.</translation>
    </message>
    <message>
        <source>The archive has no destination of the AE title that was given.</source>
        <translation>Das Archiv hat kein Ziel mit dem genannten AE-Titel.</translation>
    </message>
    <message>
        <source>The archive has no room to keep the objects for good.</source>
        <translation>Das Archiv hat keinen Platz, die Objekte auf Dauer zu behalten.</translation>
    </message>
    <message>
        <source>The archive has no such objects: they never arrived, or were deleted.</source>
        <translation>Das Archiv hat diese Objekte nicht: Sie kamen nie an oder wurden gelöscht.</translation>
    </message>
    <message>
        <source>The archive has too much to do: temporary congestion.</source>
        <translation>Das Archiv hat zu viel zu tun: zeitweilige Überlastung.</translation>
    </message>
    <message>
        <source>The archive holds Patient IDs with zeros in front.</source>
        <translation>Das Archiv speichert Patienten-IDs mit Nullen davor.</translation>
    </message>
    <message>
        <source>The archive holds dates in an old form, with points between (2026.03.01).</source>
        <translation>Das Archiv speichert Daten in alter Schreibweise, mit Punkten dazwischen (2026.03.01).</translation>
    </message>
    <message>
        <source>The archive holds the objects under another SOP class.</source>
        <translation>Das Archiv hat die Objekte unter einer anderen SOP-Klasse.</translation>
    </message>
    <message>
        <source>The archive is closing.</source>
        <translation>Das Archiv wird geschlossen.</translation>
    </message>
    <message>
        <source>The archive is full.</source>
        <translation>Das Archiv ist voll.</translation>
    </message>
    <message>
        <source>The archive is out of a resource, as it counts them.</source>
        <translation>Dem Archiv fehlt eine Ressource, nach seiner eigenen Zählung.</translation>
    </message>
    <message>
        <source>The archive is overloaded: it answers an echo after {number} seconds.</source>
        <translation>Das Archiv ist überlastet: Es beantwortet ein Echo nach {number} Sekunden.</translation>
    </message>
    <message>
        <source>The archive is read-only.</source>
        <translation>Das Archiv ist nur lesbar.</translation>
    </message>
    <message>
        <source>The archive is too busy to be cleared.</source>
        <translation>Das Archiv ist zu beschäftigt, um geleert zu werden.</translation>
    </message>
    <message>
        <source>The archive is unable to process the query.</source>
        <translation>Das Archiv kann die Abfrage nicht verarbeiten.</translation>
    </message>
    <message>
        <source>The archive keeps objects and discards elements that it does not know.</source>
        <translation>Das Archiv behält Objekte und verwirft Elemente, die es nicht kennt.</translation>
    </message>
    <message>
        <source>The archive keeps objects that do not fit their SOP class.</source>
        <translation>Das Archiv behält Objekte, die nicht zu ihrer SOP-Klasse passen.</translation>
    </message>
    <message>
        <source>The archive keeps objects with elements that it changed (coercion).</source>
        <translation>Das Archiv behält Objekte mit Elementen, die es geändert hat (Coercion).</translation>
    </message>
    <message>
        <source>The archive knows only the patient root.</source>
        <translation>Das Archiv kennt nur Patient Root.</translation>
    </message>
    <message>
        <source>The archive knows only versions of TLS that are not allowed any more.</source>
        <translation>Das Archiv kennt nur Versionen von TLS, die nicht mehr erlaubt sind.</translation>
    </message>
    <message>
        <source>The archive knows the destination at a port where nobody listens.</source>
        <translation>Das Archiv kennt das Ziel mit einem Port, auf dem niemand lauscht.</translation>
    </message>
    <message>
        <source>The archive lets in CT01 and MR01 only; our AE title was never registered there.</source>
        <translation>Das Archiv lässt nur CT01 und MR01 ein; unser AE-Titel wurde dort nie eingetragen.</translation>
    </message>
    <message>
        <source>The archive lets us associate but gives us no right to store.</source>
        <translation>Das Archiv lässt uns eine Assoziation öffnen, gibt uns aber kein Recht zu speichern.</translation>
    </message>
    <message>
        <source>The archive lets us echo and store, but gives us no right to query.</source>
        <translation>Das Archiv lässt uns Echo und Speichern, gibt uns aber kein Recht abzufragen.</translation>
    </message>
    <message>
        <source>The archive looks at the first {number} presentation contexts and refuses all others.</source>
        <translation>Das Archiv beachtet die ersten {number} Presentation Contexts und lehnt alle anderen ab.</translation>
    </message>
    <message>
        <source>The archive minds the case of names; it holds them in capitals.</source>
        <translation>Das Archiv unterscheidet bei Namen groß und klein; gespeichert sind sie in Großbuchstaben.</translation>
    </message>
    <message>
        <source>The archive puts what has no order into a queue for conflicts, where queries do not look.</source>
        <translation>Das Archiv legt, was keinen Auftrag hat, in eine Warteschlange für Konflikte, in der Abfragen nicht suchen.</translation>
    </message>
    <message>
        <source>The archive reads our request and closes: it is too old to understand it, or it filters.</source>
        <translation>Das Archiv liest unsere Anfrage und trennt: Es ist zu alt, um sie zu verstehen, oder es filtert.</translation>
    </message>
    <message>
        <source>The archive refuses at once</source>
        <translation>Das Archiv lehnt sofort ab</translation>
    </message>
    <message>
        <source>The archive refuses every presentation context and gives no reason (result 2).</source>
        <translation>Das Archiv lehnt jeden Presentation Context ab und nennt keinen Grund (Ergebnis 2).</translation>
    </message>
    <message>
        <source>The archive refuses every presentation context by its user&apos;s decision (result 1).</source>
        <translation>Das Archiv lehnt jeden Presentation Context ab, weil sein Anwender es so entschied (Ergebnis 1).</translation>
    </message>
    <message>
        <source>The archive refuses for a reason of its own.</source>
        <translation>Das Archiv lehnt aus einem eigenen Grund ab.</translation>
    </message>
    <message>
        <source>The archive refuses queries with too many results.</source>
        <translation>Das Archiv lehnt Abfragen mit zu vielen Treffern ab.</translation>
    </message>
    <message>
        <source>The archive rejects by a reason that the standard reserves.</source>
        <translation>Das Archiv weist mit einem Grund ab, den der Standard reserviert hat.</translation>
    </message>
    <message>
        <source>The archive rejects by numbers that are reserved.</source>
        <translation>Das Archiv weist mit Nummern ab, die reserviert sind.</translation>
    </message>
    <message>
        <source>The archive rejects by numbers that no standard has.</source>
        <translation>Das Archiv weist mit Nummern ab, die kein Standard kennt.</translation>
    </message>
    <message>
        <source>The archive rejects by three zeros.</source>
        <translation>Das Archiv weist mit drei Nullen ab.</translation>
    </message>
    <message>
        <source>The archive rejects without a reason: its own log is the only one who knows.</source>
        <translation>Das Archiv weist ohne Grund ab: Nur sein eigenes Protokoll kennt ihn.</translation>
    </message>
    <message>
        <source>The archive says that it did not expect a parameter that we sent.</source>
        <translation>Das Archiv sagt, dass es einen Parameter nicht erwartet hat, den wir gesendet haben.</translation>
    </message>
    <message>
        <source>The archive says that it did not expect the PDU that we sent.</source>
        <translation>Das Archiv sagt, dass es die PDU nicht erwartet hat, die wir gesendet haben.</translation>
    </message>
    <message>
        <source>The archive says that it does not recognize a parameter that we sent.</source>
        <translation>Das Archiv sagt, dass es einen Parameter nicht kennt, den wir gesendet haben.</translation>
    </message>
    <message>
        <source>The archive says that it does not recognize the PDU that we sent.</source>
        <translation>Das Archiv sagt, dass es die PDU nicht kennt, die wir gesendet haben.</translation>
    </message>
    <message>
        <source>The archive sends bytes that the character set which it names does not have.</source>
        <translation>Das Archiv sendet Bytes, die es in dem Zeichensatz, den es nennt, nicht gibt.</translation>
    </message>
    <message>
        <source>The archive sets no limit to what a query finds.</source>
        <translation>Das Archiv begrenzt nicht, wie viel eine Abfrage findet.</translation>
    </message>
    <message>
        <source>The archive shows its studies to CT01 only: what is seen depends on the calling AE title.</source>
        <translation>Das Archiv zeigt seine Studien nur CT01: Was man sieht, hängt vom rufenden AE-Titel ab.</translation>
    </message>
    <message>
        <source>The archive speaks TLS on this port; it was called in plain.</source>
        <translation>Das Archiv spricht auf diesem Port TLS; gerufen wurde es unverschlüsselt.</translation>
    </message>
    <message>
        <source>The archive speaks plain on this port; it was called in TLS.</source>
        <translation>Das Archiv spricht auf diesem Port unverschlüsselt; gerufen wurde es mit TLS.</translation>
    </message>
    <message>
        <source>The archive wants a certificate of ours, and none was shown.</source>
        <translation>Das Archiv verlangt ein Zertifikat von uns, und gezeigt wurde keines.</translation>
    </message>
    <message>
        <source>The archive&apos;s AE title is ARCHIVE1; it was registered as ARCHIVE.</source>
        <translation>Der AE-Titel des Archivs ist ARCHIVE1; eingetragen wurde ARCHIVE.</translation>
    </message>
    <message>
        <source>The archive&apos;s AE title is ARCHIVE; it was registered as Archive, and titles mind their case.</source>
        <translation>Der AE-Titel des Archivs ist ARCHIVE; eingetragen wurde Archive, und Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
        <source>The archive&apos;s answer is broken: its length is nonsense.</source>
        <translation>Die Antwort des Archivs ist kaputt: Ihre Länge ist Unsinn.</translation>
    </message>
    <message>
        <source>The archive&apos;s answer says that it is 4 GB long.</source>
        <translation>Die Antwort des Archivs sagt, dass sie 4 GB lang ist.</translation>
    </message>
    <message>
        <source>The archive&apos;s answers are datasets without a single element.</source>
        <translation>Die Antworten des Archivs sind Datensätze ohne ein einziges Element.</translation>
    </message>
    <message>
        <source>The archive&apos;s answers begin like a dataset and go on as noise.</source>
        <translation>Die Antworten des Archivs beginnen wie ein Datensatz und gehen als Rauschen weiter.</translation>
    </message>
    <message>
        <source>The archive&apos;s application ends the association by itself.</source>
        <translation>Das Programm des Archivs beendet die Assoziation von sich aus.</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate comes from an authority that we do not trust.</source>
        <translation>Das Zertifikat des Archivs kommt von einer Stelle, der wir nicht vertrauen.</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate expired two days ago.</source>
        <translation>Das Zertifikat des Archivs ist vor zwei Tagen abgelaufen.</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate is made out to another host name than the one that we call.</source>
        <translation>Das Zertifikat des Archivs ist auf einen anderen Hostnamen ausgestellt als den, den wir rufen.</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate is valid only in two days: our clock is late, or its maker&apos;s ahead.</source>
        <translation>Das Zertifikat des Archivs gilt erst in zwei Tagen: Unsere Uhr geht nach, oder die seines Ausstellers vor.</translation>
    </message>
    <message>
        <source>The archive&apos;s disk or quota is full.</source>
        <translation>Platte oder Kontingent des Archivs sind voll.</translation>
    </message>
    <message>
        <source>The archive&apos;s process ends after {number} bytes.</source>
        <translation>Der Prozess des Archivs endet nach {number} Byte.</translation>
    </message>
    <message>
        <source>The archive&apos;s program crashes while it answers.</source>
        <translation>Das Programm des Archivs stürzt beim Antworten ab.</translation>
    </message>
    <message>
        <source>The archive&apos;s report needs a connection back to us, and it does not make one.</source>
        <translation>Für seine Meldung müsste sich das Archiv mit uns verbinden, und das tut es nicht.</translation>
    </message>
    <message>
        <source>The archive&apos;s upper layer ends the association without a reason.</source>
        <translation>Der Upper Layer des Archivs beendet die Assoziation ohne Grund.</translation>
    </message>
    <message>
        <source>The archive&apos;s upper layer rejects for now, without a reason.</source>
        <translation>Der Upper Layer des Archivs weist im Moment ab, ohne Grund.</translation>
    </message>
    <message>
        <source>The archive&apos;s upper layer rejects without a reason.</source>
        <translation>Der Upper Layer des Archivs weist ohne Grund ab.</translation>
    </message>
    <message>
        <source>The association is aborted before it is established.</source>
        <translation>Die Assoziation wird abgebrochen, bevor sie zustande kommt.</translation>
    </message>
    <message>
        <source>The association is accepted for something that nobody asked for.</source>
        <translation>Die Assoziation wird für etwas angenommen, das niemand verlangt hat.</translation>
    </message>
    <message>
        <source>The association is accepted in a transfer syntax that nobody offered.</source>
        <translation>Die Assoziation wird in einer Transfersyntax angenommen, die niemand angeboten hat.</translation>
    </message>
    <message>
        <source>The association is accepted, and nothing can be done on it.</source>
        <translation>Die Assoziation wird angenommen, und nichts geht darauf.</translation>
    </message>
    <message>
        <source>The association is answered with more presentation contexts than can exist.</source>
        <translation>Die Assoziation wird mit mehr Presentation Contexts beantwortet, als es geben kann.</translation>
    </message>
    <message>
        <source>The association is fine, and objects that are sent are refused.</source>
        <translation>Die Assoziation ist in Ordnung, und gesendete Objekte werden abgelehnt.</translation>
    </message>
    <message>
        <source>The association is quick, and the echo&apos;s answer takes seconds.</source>
        <translation>Die Assoziation kommt schnell, und die Antwort auf das Echo braucht Sekunden.</translation>
    </message>
    <message>
        <source>The association is rejected.</source>
        <translation>Die Assoziation wird abgewiesen.</translation>
    </message>
    <message>
        <source>The association of {calling}, begun at {time}, ended before its time: {problem}.</source>
        <translation>Die Assoziation von {calling}, begonnen um {time}, endete vor der Zeit: {problem}.</translation>
    </message>
    <message>
        <source>The association was aborted by {side} (source {source}, reason {reason}).</source>
        <translation>Die Assoziation wurde von {side} abgebrochen (Quelle {source}, Grund {reason}).</translation>
    </message>
    <message>
        <source>The association was aborted by {side}.</source>
        <translation>Die Assoziation wurde von {side} abgebrochen.</translation>
    </message>
    <message>
        <source>The association was accepted, and the request sent; then {problem}.</source>
        <translation>Die Assoziation wurde angenommen und die Anfrage gesendet; dann: {problem}.</translation>
    </message>
    <message>
        <source>The association was accepted, and the request sent; then {problem}. {number} answers had come before.</source>
        <translation>Die Assoziation wurde angenommen und die Anfrage gesendet; dann: {problem}. Vorher waren {number} Antworten gekommen.</translation>
    </message>
    <message>
        <source>The association was accepted.</source>
        <translation>Die Assoziation wurde angenommen.</translation>
    </message>
    <message>
        <source>The certificate of {peer} has expired, so it proves nothing any more.</source>
        <translation>Das Zertifikat von {peer} ist abgelaufen und beweist nichts mehr.</translation>
    </message>
    <message>
        <source>The certificate of {peer} is made out to another name than {host}, under which we called it.</source>
        <translation>Das Zertifikat von {peer} ist auf einen anderen Namen ausgestellt als {host}, unter dem wir gerufen haben.</translation>
    </message>
    <message>
        <source>The certificate of {peer} is not valid yet: it was made for later, or a clock is wrong.</source>
        <translation>Das Zertifikat von {peer} ist noch nicht gültig: Es gilt erst später, oder eine Uhr geht falsch.</translation>
    </message>
    <message>
        <source>The certificate {path} cannot be used: {reason}.</source>
        <translation>Das Zertifikat {path} kann nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
        <source>The character set {name} has no {sign}.</source>
        <translation>Im Zeichensatz {name} gibt es {sign} nicht.</translation>
    </message>
    <message>
        <source>The classroom is at its start: {number} instances of invented patients.</source>
        <translation>Die Schulung ist am Anfang: {number} Instanzen erfundener Patienten.</translation>
    </message>
    <message>
        <source>The computer at {address} is on, but its port {port} stays silent: a firewall there or on the way drops what we send.</source>
        <translation>Der Computer unter {address} ist an, aber Port {port} bleibt stumm: Eine Firewall dort oder auf dem Weg verwirft, was wir senden.</translation>
    </message>
    <message>
        <source>The computer of {other} refused the connection: no program listens at {address}.</source>
        <translation>Der Computer von {other} hat die Verbindung abgelehnt: Unter {address} nimmt kein Programm Verbindungen an.</translation>
    </message>
    <message>
        <source>The computer of {peer} answers, but refused the connection: no program listens at {place}.</source>
        <translation>Der Computer von {peer} antwortet, hat die Verbindung aber abgelehnt: Unter {place} nimmt kein Programm Verbindungen an.</translation>
    </message>
    <message>
        <source>The connection ended.</source>
        <translation>Die Verbindung endete.</translation>
    </message>
    <message>
        <source>The connection ends after the association was asked for, without an answer.</source>
        <translation>Die Verbindung endet nach der Anfrage nach der Assoziation, ohne Antwort.</translation>
    </message>
    <message>
        <source>The connection ends in the middle of the archive&apos;s answer.</source>
        <translation>Die Verbindung endet mitten in der Antwort des Archivs.</translation>
    </message>
    <message>
        <source>The connection is made and broken off hard.</source>
        <translation>Die Verbindung kommt zustande und wird hart abgebrochen.</translation>
    </message>
    <message>
        <source>The connection is made and ends without a word.</source>
        <translation>Die Verbindung kommt zustande und endet wortlos.</translation>
    </message>
    <message>
        <source>The connection is made, and the association ends at its first word.</source>
        <translation>Die Verbindung kommt zustande, und die Assoziation endet beim ersten Wort.</translation>
    </message>
    <message>
        <source>The connection is made, but the handshake of TLS fails.</source>
        <translation>Die Verbindung kommt zustande, aber der TLS-Handshake scheitert.</translation>
    </message>
    <message>
        <source>The connection itself took {milliseconds} ms.</source>
        <translation>Die Verbindung selbst dauerte {milliseconds} ms.</translation>
    </message>
    <message>
        <source>The connection to the engine at {address} was lost.</source>
        <translation>Die Verbindung zum Dienst unter {address} ging verloren.</translation>
    </message>
    <message>
        <source>The connection to the engine was closed.</source>
        <translation>Die Verbindung zum Dienst wurde geschlossen.</translation>
    </message>
    <message>
        <source>The connection was accepted.</source>
        <translation>Die Verbindung wurde angenommen.</translation>
    </message>
    <message>
        <source>The connection was refused after {milliseconds} ms ({detail}).</source>
        <translation>Die Verbindung wurde nach {milliseconds} ms abgelehnt ({detail}).</translation>
    </message>
    <message>
        <source>The context for {services} was not answered.</source>
        <translation>Auf diesen Presentation Context kam keine Antwort: {services}.</translation>
    </message>
    <message>
        <source>The context for {service} was answered with result {result} (PS3.8 table 9-18).</source>
        <translation>Der Context für {service} wurde mit Ergebnis {result} beantwortet (PS3.8 Tabelle 9-18).</translation>
    </message>
    <message>
        <source>The context for {verb} was refused with result {result}.</source>
        <translation>Der Context für {verb} wurde mit Ergebnis {result} abgelehnt.</translation>
    </message>
    <message>
        <source>The data folder {folder} cannot be used.</source>
        <translation>Der Datenordner {folder} kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The data folder {folder} is in use by {who}.</source>
        <translation>Der Datenordner {folder} ist in Gebrauch: {who}.</translation>
    </message>
    <message>
        <source>The data folder {folder} was written by a newer PACSDesk.</source>
        <translation>Der Datenordner {folder} wurde von einem neueren PACSDesk geschrieben.</translation>
    </message>
    <message>
        <source>The database cannot be written durably here.</source>
        <translation>Die Datenbank kann hier nicht dauerhaft geschrieben werden.</translation>
    </message>
    <message>
        <source>The day finds nothing</source>
        <translation>Der Tag findet nichts</translation>
    </message>
    <message>
        <source>The destination does not let it in</source>
        <translation>Das Ziel lässt es nicht ein</translation>
    </message>
    <message>
        <source>The destination does not understand the objects with even numbers and refuses them.</source>
        <translation>Das Ziel versteht die Objekte mit geraden Nummern nicht und lehnt sie ab.</translation>
    </message>
    <message>
        <source>The destination has another name</source>
        <translation>Das Ziel heißt anders</translation>
    </message>
    <message>
        <source>The destination has no room left and refuses each object.</source>
        <translation>Das Ziel hat keinen Platz mehr und lehnt jedes Objekt ab.</translation>
    </message>
    <message>
        <source>The destination rejects the archive: the archive&apos;s AE title is not registered there (1/1/3).</source>
        <translation>Das Ziel weist das Archiv ab: Der AE-Titel des Archivs ist dort nicht eingetragen (1/1/3).</translation>
    </message>
    <message>
        <source>The destination takes nothing</source>
        <translation>Das Ziel nimmt nichts an</translation>
    </message>
    <message>
        <source>The door is slammed</source>
        <translation>Die Tür wird zugeschlagen</translation>
    </message>
    <message>
        <source>The door shuts at once</source>
        <translation>Die Tür fällt sofort zu</translation>
    </message>
    <message>
        <source>The echo connects and then waits until it gives up.</source>
        <translation>Das Echo verbindet sich und wartet dann, bis es aufgibt.</translation>
    </message>
    <message>
        <source>The echo fails at once: the network is unreachable.</source>
        <translation>Das Echo scheitert sofort: Das Netz ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The echo fails before it connects, and says that it does not find the host.</source>
        <translation>Das Echo scheitert, bevor es sich verbindet, und sagt, dass es den Host nicht findet.</translation>
    </message>
    <message>
        <source>The echo fails within a moment, with other peers it works.</source>
        <translation>Das Echo scheitert sofort, mit anderen Gegenstellen geht es.</translation>
    </message>
    <message>
        <source>The echo is green, nothing else is</source>
        <translation>Das Echo ist grün, sonst nichts</translation>
    </message>
    <message>
        <source>The echo is green, the query is not</source>
        <translation>Das Echo ist grün, die Abfrage nicht</translation>
    </message>
    <message>
        <source>The echo waits for a long time and gives up before it is connected.</source>
        <translation>Das Echo wartet lange und gibt auf, bevor es verbunden ist.</translation>
    </message>
    <message>
        <source>The echo works, a query cannot even be asked.</source>
        <translation>Das Echo geht, eine Abfrage lässt sich nicht einmal stellen.</translation>
    </message>
    <message>
        <source>The echo works, a query of the study root cannot be asked.</source>
        <translation>Das Echo geht, eine Abfrage im Modell Study Root lässt sich nicht stellen.</translation>
    </message>
    <message>
        <source>The echo works, and no object at all can be sent.</source>
        <translation>Das Echo geht, und kein einziges Objekt lässt sich senden.</translation>
    </message>
    <message>
        <source>The echo works, the query is refused.</source>
        <translation>Das Echo geht, die Abfrage wird abgelehnt.</translation>
    </message>
    <message>
        <source>The echo works; at the query the archive aborts the association.</source>
        <translation>Das Echo geht; bei der Abfrage bricht das Archiv die Assoziation ab.</translation>
    </message>
    <message>
        <source>The echo works; while an image is sent the association is aborted.</source>
        <translation>Das Echo geht; während ein Bild gesendet wird, wird die Assoziation abgebrochen.</translation>
    </message>
    <message>
        <source>The echo works; while an image is sent the connection ends without a word.</source>
        <translation>Das Echo geht; während ein Bild gesendet wird, endet die Verbindung wortlos.</translation>
    </message>
    <message>
        <source>The echo works; while an image is sent the connection is reset.</source>
        <translation>Das Echo geht; während ein Bild gesendet wird, wird die Verbindung zurückgesetzt.</translation>
    </message>
    <message>
        <source>The engine at {address} did not answer in time.</source>
        <translation>Der Dienst unter {address} antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The engine cannot work in {folder}.</source>
        <translation>Der Dienst kann in {folder} nicht arbeiten.</translation>
    </message>
    <message>
        <source>The engine has too many connections.</source>
        <translation>Der Dienst hat zu viele Verbindungen.</translation>
    </message>
    <message>
        <source>The engine is stopping.</source>
        <translation>Der Dienst wird gestoppt.</translation>
    </message>
    <message>
        <source>The engine made a mistake.</source>
        <translation>Der Dienst hat einen Fehler gemacht.</translation>
    </message>
    <message>
        <source>The engine takes no more listeners now.</source>
        <translation>Der Dienst nimmt jetzt keine weiteren Zuhörer an.</translation>
    </message>
    <message>
        <source>The engine&apos;s log says more under this reference.</source>
        <translation>Das Protokoll des Dienstes sagt unter diesem Kennzeichen mehr.</translation>
    </message>
    <message>
        <source>The examination cannot be begun ({code})</source>
        <translation>Die Untersuchung lässt sich nicht beginnen ({code})</translation>
    </message>
    <message>
        <source>The examination cannot be closed ({code})</source>
        <translation>Die Untersuchung lässt sich nicht abschließen ({code})</translation>
    </message>
    <message>
        <source>The export was ended by an object that could not be copied.</source>
        <translation>Der Export endete an einem Objekt, das nicht kopiert werden konnte.</translation>
    </message>
    <message>
        <source>The file has this entry twice.</source>
        <translation>Die Datei hat diesen Eintrag zweimal.</translation>
    </message>
    <message>
        <source>The file is cut off.</source>
        <translation>Die Datei ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The file of {what} is missing.</source>
        <translation>Die Datei von {what} fehlt.</translation>
    </message>
    <message>
        <source>The file stopped coming.</source>
        <translation>Die Datei kam nicht weiter.</translation>
    </message>
    <message>
        <source>The file was damaged in the trash.</source>
        <translation>Die Datei wurde im Papierkorb beschädigt.</translation>
    </message>
    <message>
        <source>The file&apos;s meta information is broken.</source>
        <translation>Die Metainformation der Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The first bytes that came are {detail}.</source>
        <translation>Die ersten Bytes, die kamen, sind {detail}.</translation>
    </message>
    <message>
        <source>The first leg is broken, {way}.</source>
        <translation>Der erste Abschnitt ist unterbrochen, {way}.</translation>
    </message>
    <message>
        <source>The first leg works; the second, {way}, cannot be seen from here.</source>
        <translation>Der erste Abschnitt geht; der zweite, {way}, ist von hier nicht zu sehen.</translation>
    </message>
    <message>
        <source>The first object was changed while this was decided; nothing was done.</source>
        <translation>Das erste Objekt wurde während der Entscheidung geändert; nichts ist geschehen.</translation>
    </message>
    <message>
        <source>The folder&apos;s secret does not open a session here.</source>
        <translation>Das Geheimnis des Ordners öffnet hier keine Sitzung.</translation>
    </message>
    <message>
        <source>The handshake of TLS fails at once.</source>
        <translation>Der TLS-Handshake scheitert sofort.</translation>
    </message>
    <message>
        <source>The header of this file is damaged.</source>
        <translation>Der Kopf dieser Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The host name is misspelt, or missing in the name server (DNS).</source>
        <translation>Der Hostname ist falsch geschrieben oder fehlt im Nameserver (DNS).</translation>
    </message>
    <message>
        <source>The import has begun without this file.</source>
        <translation>Der Import hat ohne diese Datei begonnen.</translation>
    </message>
    <message>
        <source>The import of these files has begun.</source>
        <translation>Der Import dieser Dateien hat begonnen.</translation>
    </message>
    <message>
        <source>The import stopped: the archive takes nothing more.</source>
        <translation>Der Import endete vorzeitig: Das Archiv nimmt nichts mehr an.</translation>
    </message>
    <message>
        <source>The import was removed meanwhile.</source>
        <translation>Der Import wurde inzwischen entfernt.</translation>
    </message>
    <message>
        <source>The index cannot be opened.</source>
        <translation>Der Index kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The index cannot be used.</source>
        <translation>Der Index kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The index cannot be written now.</source>
        <translation>Der Index kann jetzt nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The key of the next page is not one of ours.</source>
        <translation>Der Schlüssel der nächsten Seite ist keiner von unseren.</translation>
    </message>
    <message>
        <source>The key {key} has a password, which nobody could type.</source>
        <translation>Der Schlüssel {key} hat ein Passwort, das niemand eingeben könnte.</translation>
    </message>
    <message>
        <source>The key {key} is not that of the certificate {path}.</source>
        <translation>Der Schlüssel {key} ist nicht der des Zertifikats {path}.</translation>
    </message>
    <message>
        <source>The key {name}</source>
        <translation>Der Schlüssel {name}</translation>
    </message>
    <message>
        <source>The keys name nothing that could be fetched.</source>
        <translation>Die Schlüssel nennen nichts, das sich abrufen ließe.</translation>
    </message>
    <message>
        <source>The last {number} are kept until the engine ends.</source>
        <translation>Die letzten {number} werden behalten, bis der Dienst endet.</translation>
    </message>
    <message>
        <source>The letters DICM are missing after the first 128 bytes.</source>
        <translation>Nach den ersten 128 Byte fehlen die Buchstaben DICM.</translation>
    </message>
    <message>
        <source>The line breaks</source>
        <translation>Die Leitung reißt</translation>
    </message>
    <message>
        <source>The line lets the archive&apos;s answers through at {number} bytes a second.</source>
        <translation>Die Leitung lässt die Antworten des Archivs mit {number} Byte in der Sekunde durch.</translation>
    </message>
    <message>
        <source>The list of peers shows all names.</source>
        <translation>Die Liste der Gegenstellen zeigt alle Namen.</translation>
    </message>
    <message>
        <source>The listener {ae_title} is down; {owner} has port {port}.</source>
        <translation>Der Empfangsdienst {ae_title} läuft nicht; Port {port} hat: {owner}.</translation>
    </message>
    <message>
        <source>The middle one of the objects up to 1 MiB took {seconds} s, the answer included.</source>
        <translation>Das mittlere der Objekte bis 1 MiB brauchte {seconds} s, die Antwort eingerechnet.</translation>
    </message>
    <message>
        <source>The modality cannot report what it did; the order stays open.</source>
        <translation>Die Modalität kann nicht melden, was sie getan hat; der Auftrag bleibt offen.</translation>
    </message>
    <message>
        <source>The modality&apos;s worklist is empty, though patients are waiting.</source>
        <translation>Die Worklist der Modalität ist leer, obwohl Patienten warten.</translation>
    </message>
    <message>
        <source>The modality&apos;s worklist shows patients who are not meant for it.</source>
        <translation>Die Worklist der Modalität zeigt Patienten, die nicht für sie bestimmt sind.</translation>
    </message>
    <message>
        <source>The move begins, and the association is aborted in the middle.</source>
        <translation>Der Abruf mit C-MOVE beginnt, und die Assoziation wird mittendrin abgebrochen.</translation>
    </message>
    <message>
        <source>The move ends with a warning and a list of objects that failed.</source>
        <translation>Der Abruf mit C-MOVE endet mit einer Warnung und einer Liste gescheiterter Objekte.</translation>
    </message>
    <message>
        <source>The move fails, and every object counts as failed.</source>
        <translation>Der Abruf mit C-MOVE scheitert, und jedes Objekt zählt als gescheitert.</translation>
    </message>
    <message>
        <source>The move fails, though the archive has the study and the echo works.</source>
        <translation>Der Abruf mit C-MOVE scheitert, obwohl das Archiv die Studie hat und das Echo geht.</translation>
    </message>
    <message>
        <source>The move succeeds within a moment, with no object sent.</source>
        <translation>Der Abruf mit C-MOVE gelingt sofort, und kein Objekt wird gesendet.</translation>
    </message>
    <message>
        <source>The move succeeds, all objects count as sent, and none arrives.</source>
        <translation>Der Abruf mit C-MOVE gelingt, alle Objekte zählen als gesendet, und keines kommt an.</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>Der Name oder das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>The names are in UTF-8, and the server says that they are in Latin alphabet No. 1.</source>
        <translation>Die Namen sind in UTF-8, und der Server sagt, sie seien in Latin-1 (ISO_IR 100).</translation>
    </message>
    <message>
        <source>The network knows no way to {address}, the address of {peer}: its network cannot be reached, or nobody there has the address.</source>
        <translation>Das Netzwerk kennt keinen Weg zu {address}, der Adresse von {peer}: Das Netz dort ist nicht erreichbar, oder niemand hat dort diese Adresse.</translation>
    </message>
    <message>
        <source>The notes cannot be taken.</source>
        <translation>Die Notizen lassen sich nicht übernehmen.</translation>
    </message>
    <message>
        <source>The number finds nothing</source>
        <translation>Die Nummer findet nichts</translation>
    </message>
    <message>
        <source>The object is too large.</source>
        <translation>Das Objekt ist zu groß.</translation>
    </message>
    <message>
        <source>The order did not get as far as that: see the way to {name}.</source>
        <translation>So weit kam der Auftrag nicht: Sehen Sie den Weg zu {name}.</translation>
    </message>
    <message>
        <source>The orders are planned for the station {station}; the modality asks for CT01.</source>
        <translation>Die Aufträge sind für die Station {station} geplant; die Modalität fragt nach CT01.</translation>
    </message>
    <message>
        <source>The orders are planned for tomorrow: the information system&apos;s clock or the entry is wrong.</source>
        <translation>Die Aufträge sind für morgen geplant: Die Uhr des Informationssystems oder der Eintrag ist falsch.</translation>
    </message>
    <message>
        <source>The orders&apos; procedure codes are mapped to the modality OT instead of CT.</source>
        <translation>Die Prozedurcodes der Aufträge sind der Modalität OT statt CT zugeordnet.</translation>
    </message>
    <message>
        <source>The password is one that is tried first.</source>
        <translation>Dieses Passwort wird als Erstes probiert.</translation>
    </message>
    <message>
        <source>The password may have at most {number} characters.</source>
        <translation>Das Passwort darf höchstens {number} Zeichen haben.</translation>
    </message>
    <message>
        <source>The password may not hold the user&apos;s name.</source>
        <translation>Das Passwort darf den Namen des Benutzers nicht enthalten.</translation>
    </message>
    <message>
        <source>The password needs at least four different characters.</source>
        <translation>Das Passwort braucht mindestens vier verschiedene Zeichen.</translation>
    </message>
    <message>
        <source>The password needs at least {number} characters.</source>
        <translation>Das Passwort braucht mindestens {number} Zeichen.</translation>
    </message>
    <message>
        <source>The peer is not allowed to {services}.</source>
        <translation>Der Gegenstelle ist nicht erlaubt: {services}.</translation>
    </message>
    <message>
        <source>The peer&apos;s contact cannot be taken.</source>
        <translation>Der Kontakt der Gegenstelle lässt sich nicht übernehmen.</translation>
    </message>
    <message>
        <source>The peer&apos;s name or notes cannot be taken.</source>
        <translation>Name oder Notizen der Gegenstelle lassen sich nicht übernehmen.</translation>
    </message>
    <message>
        <source>The port is open, and a greeting comes before the echo has said anything.</source>
        <translation>Der Port ist offen, und eine Begrüßung kommt, bevor das Echo etwas gesagt hat.</translation>
    </message>
    <message>
        <source>The port is open, and the echo ends with an answer that it cannot read.</source>
        <translation>Der Port ist offen, und das Echo endet mit einer Antwort, die es nicht lesen kann.</translation>
    </message>
    <message>
        <source>The port is open, and the echo ends with an answer that makes no sense.</source>
        <translation>Der Port ist offen, und das Echo endet mit einer Antwort ohne Sinn.</translation>
    </message>
    <message>
        <source>The port is open, but the program behind it hangs: it reads and never says a word.</source>
        <translation>Der Port ist offen, aber das Programm dahinter hängt: Es liest und sagt nie ein Wort.</translation>
    </message>
    <message>
        <source>The query does not fit</source>
        <translation>Die Abfrage passt nicht</translation>
    </message>
    <message>
        <source>The query ends in an answer that cannot be read.</source>
        <translation>Die Abfrage endet mit einer Antwort, die nicht lesbar ist.</translation>
    </message>
    <message>
        <source>The query ends with a status that no standard lists.</source>
        <translation>Die Abfrage endet mit einem Status, den kein Standard verzeichnet.</translation>
    </message>
    <message>
        <source>The query finds more and more and never ends.</source>
        <translation>Die Abfrage findet immer mehr und endet nie.</translation>
    </message>
    <message>
        <source>The query finds something, and the lines are empty.</source>
        <translation>Die Abfrage findet etwas, und die Zeilen sind leer.</translation>
    </message>
    <message>
        <source>The query finds something, and the name cannot be read.</source>
        <translation>Die Abfrage findet etwas, und der Name ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The query has no key.</source>
        <translation>Die Abfrage hat keinen Schlüssel.</translation>
    </message>
    <message>
        <source>The query is answered with {number} studies.</source>
        <translation>Die Abfrage wird mit {number} Studien beantwortet.</translation>
    </message>
    <message>
        <source>The query is not understood</source>
        <translation>Die Abfrage wird nicht verstanden</translation>
    </message>
    <message>
        <source>The query succeeds and finds nothing, though the patient was examined.</source>
        <translation>Die Abfrage gelingt und findet nichts, obwohl der Patient untersucht wurde.</translation>
    </message>
    <message>
        <source>The reason is too long.</source>
        <translation>Der Grund ist zu lang.</translation>
    </message>
    <message>
        <source>The request for a commitment is accepted, and no report ever comes.</source>
        <translation>Die Anfrage nach Storage Commitment wird angenommen, und nie kommt eine Meldung.</translation>
    </message>
    <message>
        <source>The request for a commitment is refused at once.</source>
        <translation>Die Anfrage nach Storage Commitment wird sofort abgelehnt.</translation>
    </message>
    <message>
        <source>The second leg is broken, {way}.</source>
        <translation>Der zweite Abschnitt ist unterbrochen, {way}.</translation>
    </message>
    <message>
        <source>The secure connection breaks off during the handshake, or right after it.</source>
        <translation>Die sichere Verbindung bricht während des Handshakes ab oder gleich danach.</translation>
    </message>
    <message>
        <source>The secure connection is refused by us.</source>
        <translation>Die sichere Verbindung lehnen wir selbst ab.</translation>
    </message>
    <message>
        <source>The sender has taken this result already.</source>
        <translation>Der Absender hat dieses Ergebnis schon angenommen.</translation>
    </message>
    <message>
        <source>The server does not look at the station and day that were asked for: orders of {station} come, too.</source>
        <translation>Der Server beachtet die gefragte Station und den Tag nicht: Aufträge von {station} kommen auch.</translation>
    </message>
    <message>
        <source>The server has a step of this UID already.</source>
        <translation>Der Server hat schon einen Schritt dieser UID.</translation>
    </message>
    <message>
        <source>The server has no such step: its beginning never arrived.</source>
        <translation>Der Server hat diesen Schritt nicht: Sein Beginn kam nie an.</translation>
    </message>
    <message>
        <source>The session token is damaged.</source>
        <translation>Das Sitzungskennzeichen ist beschädigt.</translation>
    </message>
    <message>
        <source>The settings file {file} is not valid TOML.</source>
        <translation>Die Einstellungsdatei {file} ist kein gültiges TOML.</translation>
    </message>
    <message>
        <source>The settings file {file} is wrong in line {line}.</source>
        <translation>Die Einstellungsdatei {file} ist in Zeile {line} falsch.</translation>
    </message>
    <message>
        <source>The sink</source>
        <translation>Die Senke</translation>
    </message>
    <message>
        <source>The step was completed already; it cannot be changed any more.</source>
        <translation>Der Schritt war schon abgeschlossen; er lässt sich nicht mehr ändern.</translation>
    </message>
    <message>
        <source>The step {step} ended after {milliseconds} ms: {detail}.</source>
        <translation>Die Stufe {step} endete nach {milliseconds} ms: {detail}.</translation>
    </message>
    <message>
        <source>The step {step} took {milliseconds} ms.</source>
        <translation>Die Stufe {step} dauerte {milliseconds} ms.</translation>
    </message>
    <message>
        <source>The study is found by its Study Instance UID, with another patient.</source>
        <translation>Die Studie ist mit ihrer Study Instance UID zu finden, bei einem anderen Patienten.</translation>
    </message>
    <message>
        <source>The study root finds nothing</source>
        <translation>Study Root findet nichts</translation>
    </message>
    <message>
        <source>The system could not connect to {other} at {address}.</source>
        <translation>Das System konnte sich nicht mit {other} unter {address} verbinden.</translation>
    </message>
    <message>
        <source>The title {title} of this exercise cannot be entered.</source>
        <translation>Der Titel {title} dieser Übung lässt sich nicht eintragen.</translation>
    </message>
    <message>
        <source>The token is unknown or its time is over.</source>
        <translation>Die Sitzung ist unbekannt oder abgelaufen.</translation>
    </message>
    <message>
        <source>The trace has no line {number}.</source>
        <translation>Die Aufzeichnung hat keine Zeile {number}.</translation>
    </message>
    <message>
        <source>The umlaut finds nothing</source>
        <translation>Der Umlaut findet nichts</translation>
    </message>
    <message>
        <source>The worklist comes, with names that nobody can read.</source>
        <translation>Die Worklist kommt, mit Namen, die niemand lesen kann.</translation>
    </message>
    <message>
        <source>Then send again what failed.</source>
        <translation>Dann senden Sie erneut, was scheiterte.</translation>
    </message>
    <message>
        <source>There are exercises in a classroom only.</source>
        <translation>Übungen gibt es nur in einer Schulung.</translation>
    </message>
    <message>
        <source>There is already a peer {name}.</source>
        <translation>Es gibt schon eine Gegenstelle {name}.</translation>
    </message>
    <message>
        <source>There is no default account and no default password.</source>
        <translation>Es gibt kein voreingestelltes Konto und kein voreingestelltes Passwort.</translation>
    </message>
    <message>
        <source>There is no exercise {number}.</source>
        <translation>Es gibt keine Übung {number}.</translation>
    </message>
    <message>
        <source>There is no peer that can be reached.</source>
        <translation>Es gibt keine Gegenstelle, die erreichbar wäre.</translation>
    </message>
    <message>
        <source>There is no peer {name}.</source>
        <translation>Es gibt keine Gegenstelle {name}.</translation>
    </message>
    <message>
        <source>There is no report of this check.</source>
        <translation>Von dieser Prüfung gibt es keinen Bericht.</translation>
    </message>
    <message>
        <source>There is no room for {target}.</source>
        <translation>Für {target} ist kein Platz.</translation>
    </message>
    <message>
        <source>There is no such conflict.</source>
        <translation>Diesen Konflikt gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such import.</source>
        <translation>Diesen Import gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such job.</source>
        <translation>Diesen Vorgang gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such relay.</source>
        <translation>Dieses Relais gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such sink.</source>
        <translation>Diese Senke gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such storage commitment request.</source>
        <translation>Diese Anfrage nach Storage Commitment gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such trace.</source>
        <translation>Diese Aufzeichnung gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no version {number}.</source>
        <translation>Es gibt keinen Stand {number}.</translation>
    </message>
    <message>
        <source>There is not enough room for this export.</source>
        <translation>Für diesen Export ist nicht genug Platz.</translation>
    </message>
    <message>
        <source>There is not enough room for {target}.</source>
        <translation>Für {target} ist nicht genug Platz.</translation>
    </message>
    <message>
        <source>There is nothing of such a grid.</source>
        <translation>Von einem solchen Raster gibt es nichts.</translation>
    </message>
    <message>
        <source>There is nothing of such a request.</source>
        <translation>Von einer solchen Anfrage gibt es nichts.</translation>
    </message>
    <message>
        <source>There is nothing of such a retrieval.</source>
        <translation>Von einem solchen Abruf gibt es nichts.</translation>
    </message>
    <message>
        <source>There is nothing of such a send.</source>
        <translation>Von einem solchen Senden gibt es nichts.</translation>
    </message>
    <message>
        <source>There is nothing to import.</source>
        <translation>Es gibt nichts zu importieren.</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Es gibt nichts zu senden.</translation>
    </message>
    <message>
        <source>They have at most {number} characters.</source>
        <translation>Sie haben höchstens {number} Zeichen.</translation>
    </message>
    <message>
        <source>They have the numbers 1 to {number}.</source>
        <translation>Sie haben die Nummern 1 bis {number}.</translation>
    </message>
    <message>
        <source>This archive</source>
        <translation>Dieses Archiv</translation>
    </message>
    <message>
        <source>This archive holds no {level} {uid}.</source>
        <translation>In diesem Archiv gibt es {level} {uid} nicht.</translation>
    </message>
    <message>
        <source>This archive&apos;s reason: {why}</source>
        <translation>Der Grund dieses Archivs: {why}</translation>
    </message>
    <message>
        <source>This cannot be a user&apos;s name.</source>
        <translation>Das kann kein Benutzername sein.</translation>
    </message>
    <message>
        <source>This computer could not connect to {peer} at {place}, for a reason of its own system.</source>
        <translation>Dieser Computer konnte sich nicht mit {peer} unter {place} verbinden; der Grund liegt im eigenen System.</translation>
    </message>
    <message>
        <source>This computer finds no address for the name {host}, so {peer} was never called.</source>
        <translation>Dieser Computer findet zum Namen {host} keine Adresse; {peer} wurde deshalb gar nicht gerufen.</translation>
    </message>
    <message>
        <source>This computer found no address for the name of {other}, so it was never called.</source>
        <translation>Dieser Computer fand zum Namen von {other} keine Adresse; es wurde gar nicht gerufen.</translation>
    </message>
    <message>
        <source>This computer has no route to the archive&apos;s network: a gateway or VLAN is missing.</source>
        <translation>Dieser Computer hat keine Route zum Netz des Archivs: Ein Gateway oder VLAN fehlt.</translation>
    </message>
    <message>
        <source>This computer knows no way to {address}, the address of {peer}: its network cannot be reached, or nobody there has the address.</source>
        <translation>Dieser Computer kennt keinen Weg zu {address}, der Adresse von {peer}: Das Netz dort ist nicht erreichbar, oder niemand hat dort diese Adresse.</translation>
    </message>
    <message>
        <source>This computer knows no way to {address}.</source>
        <translation>Dieser Computer kennt keinen Weg zu {address}.</translation>
    </message>
    <message>
        <source>This export is not there (any more).</source>
        <translation>Dieser Export ist nicht (mehr) da.</translation>
    </message>
    <message>
        <source>This file is no trace of PACSDesk.</source>
        <translation>Diese Datei ist keine Aufzeichnung von PACSDesk.</translation>
    </message>
    <message>
        <source>This file was not stored by PACSDesk.</source>
        <translation>Diese Datei wurde nicht von PACSDesk gespeichert.</translation>
    </message>
    <message>
        <source>This host has as many associations as one may have.</source>
        <translation>Dieser Computer hat so viele Assoziationen, wie einer haben darf.</translation>
    </message>
    <message>
        <source>This is no key of a page.</source>
        <translation>Das ist kein Schlüssel einer Seite.</translation>
    </message>
    <message>
        <source>This is not a DICOM file.</source>
        <translation>Das ist keine DICOM-Datei.</translation>
    </message>
    <message>
        <source>This is not a key of a ledger&apos;s pages.</source>
        <translation>Das ist kein Schlüssel einer Seite der Aufstellung.</translation>
    </message>
    <message>
        <source>This is not in the trash (any more).</source>
        <translation>Das ist nicht (mehr) im Papierkorb.</translation>
    </message>
    <message>
        <source>This move is not over.</source>
        <translation>Dieser Abruf ist nicht vorbei.</translation>
    </message>
    <message>
        <source>This retrieval is not over.</source>
        <translation>Dieser Abruf ist nicht vorbei.</translation>
    </message>
    <message>
        <source>This session has ended.</source>
        <translation>Diese Sitzung ist zu Ende.</translation>
    </message>
    <message>
        <source>This site&apos;s profile is {profile}: its studies are not ours to forget.</source>
        <translation>Dieser Standort ist {profile}: Seine Studien dürfen nicht vergessen werden.</translation>
    </message>
    <message>
        <source>This site&apos;s profile is {profile}: nothing faulty is started beside real patients.</source>
        <translation>Das Profil dieses Standorts ist {profile}: Neben echten Patienten wird nichts Fehlerhaftes gestartet.</translation>
    </message>
    <message>
        <source>This trace holds patient data.</source>
        <translation>Diese Aufzeichnung enthält Patientendaten.</translation>
    </message>
    <message>
        <source>This trace is not whole.</source>
        <translation>Diese Aufzeichnung ist nicht vollständig.</translation>
    </message>
    <message>
        <source>This trace is too long.</source>
        <translation>Diese Aufzeichnung ist zu lang.</translation>
    </message>
    <message>
        <source>This trace runs.</source>
        <translation>Diese Aufzeichnung läuft.</translation>
    </message>
    <message>
        <source>This trace was saved by a newer PACSDesk.</source>
        <translation>Diese Aufzeichnung wurde von einem neueren PACSDesk gespeichert.</translation>
    </message>
    <message>
        <source>Those that are over are kept for 30 days.</source>
        <translation>Erledigte bleiben 30 Tage stehen.</translation>
    </message>
    <message>
        <source>Through a relay {called} sees the address of this computer: if it compares addresses, allow this one for as long as the relay is used.</source>
        <translation>Durch ein Relais sieht {called} die Adresse dieses Computers: Wenn es Adressen vergleicht, erlauben Sie diese, solange das Relais benutzt wird.</translation>
    </message>
    <message>
        <source>Title, host and port are needed.</source>
        <translation>Titel, Host und Port werden gebraucht.</translation>
    </message>
    <message>
        <source>To our TLS hello: {seen}.</source>
        <translation>Auf unsere TLS-Begrüßung: {seen}.</translation>
    </message>
    <message>
        <source>To our request for an association not a byte came.</source>
        <translation>Auf unsere Anfrage nach einer Assoziation kam kein einziges Byte.</translation>
    </message>
    <message>
        <source>Too many wrong passwords for this name.</source>
        <translation>Zu viele falsche Passwörter für diesen Namen.</translation>
    </message>
    <message>
        <source>Too much to find</source>
        <translation>Zu viel zu finden</translation>
    </message>
    <message>
        <source>Tried again, everything went on.</source>
        <translation>Beim nächsten Versuch ging alles weiter.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Versuchen Sie es in einer Minute wieder.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try again when fewer devices send to it.</source>
        <translation>Versuchen Sie es, wenn weniger Geräte dorthin senden.</translation>
    </message>
    <message>
        <source>Try again when it is back.</source>
        <translation>Versuchen Sie es erneut, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>Try again when nobody works: if it is let in then, it is the number of associations.</source>
        <translation>Versuchen Sie es, wenn niemand arbeitet: Werden wir dann eingelassen, liegt es an der Zahl der Assoziationen.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Try again; what is back already stays back.</source>
        <translation>Versuchen Sie es noch einmal; was schon zurück ist, bleibt zurück.</translation>
    </message>
    <message>
        <source>Try it without TLS from a test peer entry: if that is answered, the port is a plain one.</source>
        <translation>Versuchen Sie es ohne TLS mit einem Eintrag zur Probe: Kommt eine Antwort, ist der Port unverschlüsselt.</translation>
    </message>
    <message>
        <source>Try with a smaller maximum PDU length: if that is answered, large packets are lost on the way (MTU).</source>
        <translation>Versuchen Sie es mit kleinerer maximaler PDU-Länge: Kommt dann eine Antwort, gehen große Pakete auf dem Weg verloren (MTU).</translation>
    </message>
    <message>
        <source>Try with a smaller maximum PDU length: if that is answered, large packets are lost on the way.</source>
        <translation>Versuchen Sie es mit kleinerer maximaler PDU-Länge: Kommt dann eine Antwort, gehen große Pakete auf dem Weg verloren.</translation>
    </message>
    <message>
        <source>Turn TLS 1.2 or later on in the settings of {peer}, with ECDHE and AES-GCM; update it if it has none.</source>
        <translation>Schalten Sie in den Einstellungen von {peer} TLS 1.2 oder neuer mit ECDHE und AES-GCM ein; gibt es das dort nicht, aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>Turn TLS on at the device, with our port for TLS, and a certificate where the entry wants one.</source>
        <translation>Schalten Sie TLS am Gerät ein, mit unserem Port für TLS, und mit einem Zertifikat, wo der Eintrag eines verlangt.</translation>
    </message>
    <message>
        <source>Turn it on in the settings of {peer}, and allow it to {calling}.</source>
        <translation>Schalten Sie es in den Einstellungen von {peer} ein und erlauben Sie es {calling}.</translation>
    </message>
    <message>
        <source>Turn storage on in the settings of {peer}, for our title {calling}.</source>
        <translation>Schalten Sie in den Einstellungen von {peer} das Speichern für unseren Titel {calling} ein.</translation>
    </message>
    <message>
        <source>Turn the SOP class on in the settings of {refuser}, if it has it.</source>
        <translation>Schalten Sie die SOP-Klasse in den Einstellungen ein ({refuser}), wenn es sie dort gibt.</translation>
    </message>
    <message>
        <source>Turn the SOP class on in the settings of {taker}, or send it elsewhere.</source>
        <translation>Schalten Sie die SOP-Klasse in den Einstellungen ein ({taker}), oder senden Sie es anderswohin.</translation>
    </message>
    <message>
        <source>Turn the transfer syntax in which they are stored on in the settings of {peer}, or an uncompressed one.</source>
        <translation>Schalten Sie in den Einstellungen von {peer} die Transfersyntax ein, in der sie gespeichert sind, oder eine unkomprimierte.</translation>
    </message>
    <message>
        <source>Turn the uncompressed transfer syntaxes on in the settings of {peer} (implicit VR little endian, explicit VR little endian).</source>
        <translation>Schalten Sie in den Einstellungen von {peer} die unkomprimierten Transfersyntaxen ein (Implicit VR Little Endian, Explicit VR Little Endian).</translation>
    </message>
    <message>
        <source>Two entries for one AE could contradict each other.</source>
        <translation>Zwei Einträge für eine AE könnten einander widersprechen.</translation>
    </message>
    <message>
        <source>Two generations of TLS</source>
        <translation>Zwei Generationen von TLS</translation>
    </message>
    <message>
        <source>Uncompressed images are not taken</source>
        <translation>Unkomprimierte Bilder werden nicht angenommen</translation>
    </message>
    <message>
        <source>Uncompressed it takes {number} kinds; compressed: result 4, transfer syntaxes not supported.</source>
        <translation>Unkomprimiert werden {number} Arten angenommen; komprimiert: Ergebnis 4, Transfersyntaxen nicht unterstützt.</translation>
    </message>
    <message>
        <source>Until then filter at the device.</source>
        <translation>Filtern Sie bis dahin am Gerät.</translation>
    </message>
    <message>
        <source>Update the program of the device; tell its maker the reason above.</source>
        <translation>Aktualisieren Sie das Programm des Geräts; nennen Sie dem Hersteller den Grund von oben.</translation>
    </message>
    <message>
        <source>Update the program of {caller}; its maker can tell why the request is another one.</source>
        <translation>Aktualisieren Sie das Programm von {caller}; der Hersteller weiß, warum die Anfrage eine andere ist.</translation>
    </message>
    <message>
        <source>Update the program of {other}.</source>
        <translation>Aktualisieren Sie das Programm von {other}.</translation>
    </message>
    <message>
        <source>Update the program of {other}; give its maker what came, and a trace.</source>
        <translation>Aktualisieren Sie das Programm von {other}; geben Sie dem Hersteller, was kam, und eine Aufzeichnung.</translation>
    </message>
    <message numerus="yes">
        <source>Wait %Ln seconds, then try again.</source>
        <translation>
            <numerusform>Warten Sie %Ln Sekunde, dann versuchen Sie es erneut.</numerusform>
            <numerusform>Warten Sie %Ln Sekunden, dann versuchen Sie es erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait for its end, or cancel it.</source>
        <translation>Warten Sie auf sein Ende, oder brechen Sie ihn ab.</translation>
    </message>
    <message>
        <source>Wait until it is over, or stop it.</source>
        <translation>Warten Sie, bis es vorbei ist, oder stoppen Sie es.</translation>
    </message>
    <message>
        <source>Watch it in the list of jobs.</source>
        <translation>Verfolgen Sie ihn in der Liste der Vorgänge.</translation>
    </message>
    <message>
        <source>We called from {address}.</source>
        <translation>Wir riefen von {address}.</translation>
    </message>
    <message>
        <source>We called {name} at {host} port {port} from this computer, as {ae_title}.</source>
        <translation>Wir riefen {name} unter {host} Port {port} von diesem Computer, als {ae_title}.</translation>
    </message>
    <message>
        <source>We have no further AE title {name}.</source>
        <translation>Wir haben keinen weiteren AE-Titel {name}.</translation>
    </message>
    <message>
        <source>We offered to take {number} kinds of objects; it accepted {accepted}, and the role in which we take them for none.</source>
        <translation>Wir boten an, {number} Arten von Objekten anzunehmen; zugesagt wurden {accepted}, die Rolle, in der wir sie annehmen, bei keiner.</translation>
    </message>
    <message>
        <source>We refused every object that {peer} sent: it is not what our archive can keep.</source>
        <translation>Wir haben jedes Objekt abgelehnt, das {peer} sendete: Es ist nicht, was unser Archiv behalten kann.</translation>
    </message>
    <message>
        <source>We turned {calling} at {address} away at {time}: {reason}</source>
        <translation>Um {time} haben wir {calling} von {address} abgewiesen: {reason}</translation>
    </message>
    <message>
        <source>We turned {calling} at {address} away: {reason}</source>
        <translation>Wir haben {calling} von {address} abgewiesen: {reason}</translation>
    </message>
    <message>
        <source>What a site is, it is for good; {file} calls it a {kind} in line {line}.</source>
        <translation>Was ein Standort ist, bleibt er; {file} nennt ihn in Zeile {line} {kind}.</translation>
    </message>
    <message>
        <source>What answered at {address} does not speak DICOM, or speaks it wrongly.</source>
        <translation>Was unter {address} antwortete, spricht kein DICOM oder spricht es falsch.</translation>
    </message>
    <message>
        <source>What answers at {address} is no engine that this PACSDesk understands.</source>
        <translation>Was unter {address} antwortet, ist kein Dienst, den dieses PACSDesk versteht.</translation>
    </message>
    <message>
        <source>What answers offers Verification and nothing else.</source>
        <translation>Was antwortet, bietet Verification und sonst nichts.</translation>
    </message>
    <message>
        <source>What asks for a connection is dropped, as a firewall or an address that nobody has does it.</source>
        <translation>Wer sich verbinden will, bekommt keine Antwort, wie bei einer Firewall oder einer Adresse, die niemand hat.</translation>
    </message>
    <message>
        <source>What came first: {first}.</source>
        <translation>Zuerst kam: {first}.</translation>
    </message>
    <message>
        <source>What came: {problem}.</source>
        <translation>Es kam: {problem}.</translation>
    </message>
    <message>
        <source>What had failed was sent again already.</source>
        <translation>Was gescheitert war, wurde schon erneut gesendet.</translation>
    </message>
    <message>
        <source>What passed is TLS: it is encrypted and cannot be read here.</source>
        <translation>Was durchlief, ist TLS: Es ist verschlüsselt und hier nicht lesbar.</translation>
    </message>
    <message>
        <source>What stands before a dot must be a sequence.</source>
        <translation>Was vor einem Punkt steht, muss eine Sequenz sein.</translation>
    </message>
    <message>
        <source>What the last run left cannot be settled.</source>
        <translation>Was der letzte Lauf hinterlassen hat, kann nicht geordnet werden.</translation>
    </message>
    <message>
        <source>What was seen: {problem}.</source>
        <translation>Zu sehen war: {problem}.</translation>
    </message>
    <message>
        <source>What {peer} is asked to move to us cannot come: our own listener listens at {host} only, where no other computer reaches it.</source>
        <translation>Was {peer} an uns senden soll, kann nicht ankommen: Unser eigener Empfangsdienst lauscht nur auf {host}, wo ihn kein anderer Computer erreicht.</translation>
    </message>
    <message>
        <source>What {side} sent to {other} is no DICOM: another program, or the wrong port.</source>
        <translation>Was {side} an {other} sandte, ist kein DICOM: ein anderes Programm oder der falsche Port.</translation>
    </message>
    <message>
        <source>When much is asked for on one association, only part of it is accepted.</source>
        <translation>Wird auf einer Assoziation viel verlangt, wird nur ein Teil davon angenommen.</translation>
    </message>
    <message>
        <source>Where another program ends TLS before the service (stunnel, a load balancer): see whether the service behind it runs.</source>
        <translation>Endet TLS bei einem anderen Programm vor dem Service (stunnel, ein Load Balancer): Prüfen Sie, ob der Service dahinter läuft.</translation>
    </message>
    <message>
        <source>Where it serves DICOMweb, that is another protocol; its DICOM port is a different one.</source>
        <translation>Bietet der Webserver DICOMweb, so ist das ein anderes Protokoll; der DICOM-Port ist ein anderer.</translation>
    </message>
    <message>
        <source>Whoever can connect to it could use it without being known here.</source>
        <translation>Wer sich damit verbinden kann, könnte es benutzen, ohne hier bekannt zu sein.</translation>
    </message>
    <message>
        <source>Write it as PatientID or as 0010,0020.</source>
        <translation>Schreiben Sie es wie PatientID oder wie 0010,0020.</translation>
    </message>
    <message>
        <source>Write it like this: http://127.0.0.1:8980</source>
        <translation>Schreiben Sie sie so: http://127.0.0.1:8980</translation>
    </message>
    <message>
        <source>`pacsdesk peers change` sets another.</source>
        <translation>`pacsdesk peers change` setzt einen anderen.</translation>
    </message>
    <message>
        <source>`pacsdesk status` shows how much is left.</source>
        <translation>`pacsdesk status` zeigt, wie viel frei ist.</translation>
    </message>
    <message>
        <source>a caret between family and given name</source>
        <translation>ein ^ zwischen Familien- und Vornamen</translation>
    </message>
    <message>
        <source>a compressed transfer syntax</source>
        <translation>eine komprimierte Transfersyntax</translation>
    </message>
    <message>
        <source>a day before and after</source>
        <translation>einen Tag davor und danach</translation>
    </message>
    <message>
        <source>a mail or file server</source>
        <translation>ein Mail- oder Dateiserver</translation>
    </message>
    <message>
        <source>a mail or file server: {shown}</source>
        <translation>ein Mail- oder Dateiserver: {shown}</translation>
    </message>
    <message>
        <source>a neighbour, without a gateway</source>
        <translation>ein Nachbar, ohne Gateway</translation>
    </message>
    <message>
        <source>a port</source>
        <translation>ein Port</translation>
    </message>
    <message>
        <source>a program that is no DICOM service</source>
        <translation>ein Programm, das kein DICOM-Dienst ist</translation>
    </message>
    <message>
        <source>a program that sends back what it is told</source>
        <translation>ein Programm, das zurücksendet, was man ihm sagt</translation>
    </message>
    <message>
        <source>a reason that no standard lists</source>
        <translation>ein Grund, den kein Standard verzeichnet</translation>
    </message>
    <message>
        <source>a remote login (SSH)</source>
        <translation>ein Fernzugang (SSH)</translation>
    </message>
    <message>
        <source>a result that is not listed</source>
        <translation>ein Ergebnis, das nicht verzeichnet ist</translation>
    </message>
    <message>
        <source>a status that no standard lists</source>
        <translation>ein Status, den kein Standard verzeichnet</translation>
    </message>
    <message>
        <source>a time-out</source>
        <translation>eine Zeitgrenze</translation>
    </message>
    <message>
        <source>a value is not one that it allows</source>
        <translation>ein Wert ist dort nicht erlaubt</translation>
    </message>
    <message>
        <source>a value is out of range</source>
        <translation>ein Wert liegt nicht in seinem Bereich</translation>
    </message>
    <message>
        <source>a web server</source>
        <translation>ein Webserver</translation>
    </message>
    <message>
        <source>a web server: {shown}</source>
        <translation>ein Webserver: {shown}</translation>
    </message>
    <message>
        <source>a week before and after</source>
        <translation>eine Woche davor und danach</translation>
    </message>
    <message>
        <source>aborted by the application</source>
        <translation>abgebrochen durch die Anwendung</translation>
    </message>
    <message>
        <source>aborted by the upper layer: {why}</source>
        <translation>abgebrochen durch den Upper Layer: {why}</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>accepted in a transfer syntax that was not proposed</source>
        <translation>in einer Transfersyntax angenommen, die nicht vorgeschlagen war</translation>
    </message>
    <message>
        <source>accepted in {syntax}, which was not proposed</source>
        <translation>angenommen in {syntax}, das nicht vorgeschlagen war</translation>
    </message>
    <message>
        <source>accepted, {number} of {contexts} contexts, PDUs up to {length} bytes</source>
        <translation>angenommen, {number} von {contexts} Contexts, PDUs bis {length} Byte</translation>
    </message>
    <message>
        <source>accepted, {number} of {contexts} contexts, PDUs up to {length} bytes, {name}</source>
        <translation>angenommen, {number} von {contexts} Contexts, PDUs bis {length} Byte, {name}</translation>
    </message>
    <message>
        <source>all is well</source>
        <translation>alles in Ordnung</translation>
    </message>
    <message>
        <source>an HL7 interface</source>
        <translation>eine HL7-Schnittstelle</translation>
    </message>
    <message>
        <source>an argument is not in its range</source>
        <translation>eine Angabe liegt nicht in ihrem Bereich</translation>
    </message>
    <message>
        <source>an argument is of a wrong type</source>
        <translation>eine Angabe ist von falscher Art</translation>
    </message>
    <message>
        <source>an attribute that it needs has no value</source>
        <translation>ein Attribut, das gebraucht wird, hat keinen Wert</translation>
    </message>
    <message>
        <source>an attribute that it needs is missing</source>
        <translation>ein Attribut, das gebraucht wird, fehlt</translation>
    </message>
    <message>
        <source>another</source>
        <translation>anders</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>ein anderes Programm</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>answered (status {status}); nobody has the study that was asked for</source>
        <translation>beantwortet (Status {status}); niemand hat die Studie, nach der gefragt wurde</translation>
    </message>
    <message>
        <source>answered; nobody has the study that was asked for</source>
        <translation>beantwortet; niemand hat die Studie, nach der gefragt wurde</translation>
    </message>
    <message>
        <source>any letter for those with marks</source>
        <translation>ein beliebiges Zeichen für Buchstaben mit Umlaut oder Akzent</translation>
    </message>
    <message>
        <source>application context name not supported</source>
        <translation>der Application Context wird nicht unterstützt</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>as the standard writes dates</source>
        <translation>wie der Standard Daten schreibt</translation>
    </message>
    <message>
        <source>asking what there is</source>
        <translation>fragt, was es gibt</translation>
    </message>
    <message>
        <source>associate: {problem}</source>
        <translation>Assoziation: {problem}</translation>
    </message>
    <message>
        <source>at least {number} answer</source>
        <translation>mindestens {number} Antwort</translation>
    </message>
    <message>
        <source>at least {number} answers</source>
        <translation>mindestens {number} Antworten</translation>
    </message>
    <message>
        <source>at the level of studies</source>
        <translation>auf der Ebene der Studien</translation>
    </message>
    <message>
        <source>called AE title not recognized</source>
        <translation>der gerufene AE-Titel ist nicht bekannt</translation>
    </message>
    <message>
        <source>calling AE title not recognized</source>
        <translation>der rufende AE-Titel ist nicht bekannt</translation>
    </message>
    <message>
        <source>certificate of nobody</source>
        <translation>Zertifikat ohne Inhaber</translation>
    </message>
    <message>
        <source>certificate of nobody for {names}</source>
        <translation>Zertifikat ohne Inhaber für {names}</translation>
    </message>
    <message>
        <source>certificate of ours</source>
        <translation>unser Zertifikat</translation>
    </message>
    <message>
        <source>certificate of {subject}</source>
        <translation>Zertifikat von {subject}</translation>
    </message>
    <message>
        <source>certificate of {subject} for {names}</source>
        <translation>Zertifikat von {subject} für {names}</translation>
    </message>
    <message>
        <source>certificate that we trust</source>
        <translation>ein Zertifikat, dem wir vertrauen</translation>
    </message>
    <message>
        <source>choose another port</source>
        <translation>wählen Sie einen anderen Port</translation>
    </message>
    <message>
        <source>compressed without loss</source>
        <translation>verlustfrei komprimiert</translation>
    </message>
    <message>
        <source>connect: {problem}</source>
        <translation>Verbindung: {problem}</translation>
    </message>
    <message>
        <source>connected to {address}</source>
        <translation>verbunden mit {address}</translation>
    </message>
    <message>
        <source>decompressed, nothing more is lost</source>
        <translation>entpackt, nichts geht weiter verloren</translation>
    </message>
    <message>
        <source>encoded otherwise, nothing is lost</source>
        <translation>anders kodiert, nichts geht verloren</translation>
    </message>
    <message>
        <source>family name first</source>
        <translation>Familienname zuerst</translation>
    </message>
    <message>
        <source>for the moment, without a reason</source>
        <translation>für den Moment, ohne Grund</translation>
    </message>
    <message>
        <source>from {peer} to {destination}</source>
        <translation>von {peer} zu {destination}</translation>
    </message>
    <message>
        <source>from {peer} to {title} (this archive)</source>
        <translation>von {peer} zu {title} (dieses Archiv)</translation>
    </message>
    <message>
        <source>from {title} (this archive) to {peer}</source>
        <translation>von {title} (dieses Archiv) zu {peer}</translation>
    </message>
    <message>
        <source>in capitals</source>
        <translation>in Großbuchstaben</translation>
    </message>
    <message>
        <source>in the character set {name}</source>
        <translation>im Zeichensatz {name}</translation>
    </message>
    <message>
        <source>in the {model} model</source>
        <translation>im Modell {model}</translation>
    </message>
    <message>
        <source>invalid PDU parameter value</source>
        <translation>ungültiger Wert eines Parameters einer PDU</translation>
    </message>
    <message>
        <source>it aborted the association</source>
        <translation>dort wurde die Assoziation abgebrochen</translation>
    </message>
    <message>
        <source>it aborted the association (source {source}, reason {reason})</source>
        <translation>dort wurde die Assoziation abgebrochen (Quelle {source}, Grund {reason})</translation>
    </message>
    <message>
        <source>it agreed to the service, but does not take it from us, or does not have it switched on</source>
        <translation>der Dienst wurde zugesagt, wird aber nicht von uns angenommen oder ist nicht eingeschaltet</translation>
    </message>
    <message>
        <source>it answered to message {number}, which was not asked</source>
        <translation>von dort kam eine Antwort auf Nachricht {number}, die es nicht gab</translation>
    </message>
    <message>
        <source>it answered what was not asked</source>
        <translation>von dort kam eine Antwort, nach der nicht gefragt war</translation>
    </message>
    <message>
        <source>it answered with status {status}</source>
        <translation>die Antwort hatte den Status {status}</translation>
    </message>
    <message>
        <source>it answered {status}</source>
        <translation>die Antwort war {status}</translation>
    </message>
    <message>
        <source>it answers the query at {level} level with status {status}</source>
        <translation>die Abfrage auf der Ebene {level} wird dort mit Status {status} beantwortet</translation>
    </message>
    <message>
        <source>it called nobody here.</source>
        <translation>Hier wurde niemand gerufen.</translation>
    </message>
    <message>
        <source>it called us back as {calling}, and we turned it away.</source>
        <translation>Die Gegenstelle hat uns zurückgerufen, als {calling}, und wir haben sie abgewiesen.</translation>
    </message>
    <message>
        <source>it called us back without saying that it is the one who provides the service (no role selection as SCP), and it is not allowed to ask us for storage commitment, so we refused that context.</source>
        <translation>Wir wurden zurückgerufen, ohne dass gesagt wurde, wer den Dienst erbringt (keine Rollenwahl als SCP), und da die Gegenstelle uns nicht nach Storage Commitment fragen darf, haben wir jenen Context abgelehnt.</translation>
    </message>
    <message>
        <source>it cannot find out how many objects match</source>
        <translation>dort lässt sich nicht feststellen, wie viele Objekte passen</translation>
    </message>
    <message>
        <source>it cannot understand the object</source>
        <translation>das Objekt wird dort nicht verstanden</translation>
    </message>
    <message>
        <source>it changed elements of it</source>
        <translation>es wurden Elemente darin geändert</translation>
    </message>
    <message>
        <source>it closed the connection</source>
        <translation>die Verbindung wurde dort geschlossen</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>die Antwort kam nicht rechtzeitig</translation>
    </message>
    <message>
        <source>it does not accept our certificate: {reason}</source>
        <translation>unser Zertifikat wird dort nicht angenommen: {reason}</translation>
    </message>
    <message>
        <source>it does not keep it for us: not authorized, or a SOP class that it does not keep</source>
        <translation>es wird dort nicht für uns behalten: nicht berechtigt, oder eine SOP-Klasse, die dort nicht behalten wird</translation>
    </message>
    <message>
        <source>it does not keep objects of this SOP class for good</source>
        <translation>Objekte dieser SOP-Klasse werden dort nicht auf Dauer behalten</translation>
    </message>
    <message>
        <source>it does not know this operation</source>
        <translation>diese Operation ist dort nicht bekannt</translation>
    </message>
    <message>
        <source>it does not speak TLS there</source>
        <translation>dort wird kein TLS gesprochen</translation>
    </message>
    <message>
        <source>it does not support this SOP class</source>
        <translation>diese SOP-Klasse wird dort nicht unterstützt</translation>
    </message>
    <message>
        <source>it does not take C-GET of this model (result {number})</source>
        <translation>dort wird C-GET dieses Modells nicht angenommen (Ergebnis {number})</translation>
    </message>
    <message>
        <source>it does not take C-MOVE of this model (result {number})</source>
        <translation>dort wird C-MOVE dieses Modells nicht angenommen (Ergebnis {number})</translation>
    </message>
    <message>
        <source>it does not take objects of this SOP class</source>
        <translation>Objekte dieser SOP-Klasse werden dort nicht angenommen</translation>
    </message>
    <message>
        <source>it does not take queries of this model (result {number})</source>
        <translation>dort werden Abfragen dieses Modells nicht angenommen (Ergebnis {number})</translation>
    </message>
    <message>
        <source>it does not take reports of performed steps (result {number})</source>
        <translation>dort werden keine Meldungen durchgeführter Schritte angenommen (Ergebnis {number})</translation>
    </message>
    <message>
        <source>it does not take requests for storage commitment (result {number})</source>
        <translation>dort werden keine Anfragen nach Storage Commitment angenommen (Ergebnis {number})</translation>
    </message>
    <message>
        <source>it does not take results of storage commitment on an association of ours</source>
        <translation>Ergebnisse von Storage Commitment werden dort nicht auf einer Assoziation von uns angenommen</translation>
    </message>
    <message>
        <source>it does not take this kind of object</source>
        <translation>diese Art von Objekt wird dort nicht angenommen</translation>
    </message>
    <message>
        <source>it failed to process it</source>
        <translation>die Bearbeitung ist dort gescheitert</translation>
    </message>
    <message>
        <source>it failed to process it, and does not say why</source>
        <translation>die Bearbeitung ist dort gescheitert, ein Grund ist nicht genannt</translation>
    </message>
    <message>
        <source>it gives no reason</source>
        <translation>ein Grund ist nicht genannt</translation>
    </message>
    <message>
        <source>it goes on answering what was cancelled</source>
        <translation>dort wird weiter geantwortet, obwohl abgebrochen wurde</translation>
    </message>
    <message>
        <source>it goes on answering without an end</source>
        <translation>dort wird ohne Ende weiter geantwortet</translation>
    </message>
    <message>
        <source>it has a step of this UID already: the same beginning was told before, by us or by a device that uses its UIDs twice</source>
        <translation>dort gibt es schon einen Schritt dieser UID: Derselbe Beginn wurde schon gemeldet, von uns oder einem Gerät, das UIDs zweimal benutzt</translation>
    </message>
    <message>
        <source>it has an instance of this UID already</source>
        <translation>dort gibt es schon eine Instanz dieser UID</translation>
    </message>
    <message>
        <source>it has another object of this UID already</source>
        <translation>dort gibt es schon ein anderes Objekt dieser UID</translation>
    </message>
    <message>
        <source>it has it under another SOP class</source>
        <translation>dort liegt es unter einer anderen SOP-Klasse</translation>
    </message>
    <message>
        <source>it has more than can be listed in two minutes</source>
        <translation>dort ist mehr, als sich in zwei Minuten aufzählen lässt</translation>
    </message>
    <message>
        <source>it has no room to keep it for good</source>
        <translation>dort ist kein Platz, um es auf Dauer zu behalten</translation>
    </message>
    <message>
        <source>it has no room, or could not write</source>
        <translation>dort ist kein Platz, oder es ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source>it has no such object: it never arrived, or was deleted</source>
        <translation>dort gibt es kein solches Objekt: Es kam nie an oder wurde gelöscht</translation>
    </message>
    <message>
        <source>it has no version or cipher of TLS in common with us</source>
        <translation>keine Version oder kein Verfahren von TLS ist beiden Seiten gemeinsam</translation>
    </message>
    <message>
        <source>it is a usual one; this is a guess</source>
        <translation>er ist üblich; das ist geraten</translation>
    </message>
    <message>
        <source>it is no name that a name server could know</source>
        <translation>es ist kein Name, den ein Nameserver kennen könnte</translation>
    </message>
    <message>
        <source>it is not among the peers</source>
        <translation>der Absender ist keine Gegenstelle</translation>
    </message>
    <message>
        <source>it is out of resources</source>
        <translation>dort fehlt es an Ressourcen</translation>
    </message>
    <message>
        <source>it is out of resources, or the query would bring too much</source>
        <translation>dort fehlt es an Ressourcen, oder die Abfrage brächte zu viel</translation>
    </message>
    <message>
        <source>it is out of resources, or we are not authorized</source>
        <translation>dort fehlt es an Ressourcen, oder wir sind nicht berechtigt</translation>
    </message>
    <message>
        <source>it is out of resources: no room, a quota, or a limit of its own</source>
        <translation>dort fehlt es an Ressourcen: kein Platz, ein Kontingent oder eine eigene Grenze</translation>
    </message>
    <message>
        <source>it is the nearest title that is entered here</source>
        <translation>es ist der ähnlichste Titel, der hier eingetragen ist</translation>
    </message>
    <message>
        <source>it is the usual one for TLS; this is a guess</source>
        <translation>er ist für TLS üblich; das ist geraten</translation>
    </message>
    <message>
        <source>it is unable to process it</source>
        <translation>es kann dort nicht bearbeitet werden</translation>
    </message>
    <message>
        <source>it is unable to process the query</source>
        <translation>die Abfrage kann dort nicht bearbeitet werden</translation>
    </message>
    <message>
        <source>it kept it, though it does not fit its SOP class</source>
        <translation>es wurde behalten, obwohl es nicht zu seiner SOP-Klasse passt</translation>
    </message>
    <message>
        <source>it kept it, with a warning of its own</source>
        <translation>es wurde behalten, mit einer eigenen Warnung</translation>
    </message>
    <message>
        <source>it knows no instance of this UID</source>
        <translation>eine Instanz dieser UID ist dort nicht bekannt</translation>
    </message>
    <message>
        <source>it knows no step of this UID: its beginning (N-CREATE) never arrived, went to another system, or was deleted</source>
        <translation>ein Schritt dieser UID ist dort nicht bekannt: Sein Beginn (N-CREATE) kam nie an, ging an ein anderes System oder wurde gelöscht</translation>
    </message>
    <message>
        <source>it knows no such SOP class</source>
        <translation>eine solche SOP-Klasse ist dort nicht bekannt</translation>
    </message>
    <message>
        <source>it knows no such action</source>
        <translation>eine solche Aktion ist dort nicht bekannt</translation>
    </message>
    <message>
        <source>it knows no such attribute</source>
        <translation>ein solches Attribut ist dort nicht bekannt</translation>
    </message>
    <message>
        <source>it left attributes out</source>
        <translation>es wurden Attribute weggelassen</translation>
    </message>
    <message>
        <source>it left elements out</source>
        <translation>es wurden Elemente weggelassen</translation>
    </message>
    <message>
        <source>it passed over attributes</source>
        <translation>es wurden Attribute übergangen</translation>
    </message>
    <message>
        <source>it reaches us, but made no report yet: it may still be checking, or have forgotten it.</source>
        <translation>Von dort werden wir erreicht, aber es kam noch keine Meldung: Vielleicht wird noch geprüft, oder sie wurde vergessen.</translation>
    </message>
    <message>
        <source>it refused the request: {reason}</source>
        <translation>die Anfrage wurde dort abgelehnt: {reason}</translation>
    </message>
    <message>
        <source>it released the association instead of answering</source>
        <translation>dort wurde die Assoziation beendet, statt zu antworten</translation>
    </message>
    <message>
        <source>it reported something, but under another Transaction UID than that of the request, or in a way that cannot be read.</source>
        <translation>Es kam eine Meldung, aber unter einer anderen Transaction UID als der der Anfrage, oder so, dass sie nicht lesbar ist.</translation>
    </message>
    <message>
        <source>it says only that processing failed</source>
        <translation>es heißt nur, dass die Bearbeitung scheiterte</translation>
    </message>
    <message>
        <source>it sent nothing</source>
        <translation>es wurde nichts gesendet</translation>
    </message>
    <message>
        <source>it sent what DICOM does not allow: {complaint}</source>
        <translation>von dort kam, was DICOM nicht erlaubt: {complaint}</translation>
    </message>
    <message>
        <source>it sent what is no answer to the question</source>
        <translation>von dort kam, was keine Antwort auf die Frage ist</translation>
    </message>
    <message>
        <source>it sent what is no answer to this</source>
        <translation>von dort kam, was keine Antwort darauf ist</translation>
    </message>
    <message>
        <source>it stays on this computer</source>
        <translation>bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>it takes {syntaxes} only, into which this cannot be made</source>
        <translation>dort wird nur {syntaxes} angenommen, wohin sich dies nicht bringen lässt</translation>
    </message>
    <message>
        <source>it took its leave before it had answered</source>
        <translation>die Assoziation wurde beendet, ehe geantwortet war</translation>
    </message>
    <message>
        <source>it took the beginning of this step from us and does not know it any more</source>
        <translation>der Beginn dieses Schritts wurde von uns genommen und ist dort nicht mehr bekannt</translation>
    </message>
    <message>
        <source>it wants a certificate of ours</source>
        <translation>dort wird ein Zertifikat von uns verlangt</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation>es wurde gestoppt</translation>
    </message>
    <message>
        <source>it was stopped here</source>
        <translation>hier wurde gestoppt</translation>
    </message>
    <message>
        <source>its DICOM layer, or something between, aborted</source>
        <translation>die DICOM-Schicht dort, oder etwas dazwischen, brach ab</translation>
    </message>
    <message>
        <source>its application did so by itself</source>
        <translation>das Programm dort tat es von sich aus</translation>
    </message>
    <message>
        <source>its association control</source>
        <translation>die Steuerung der Assoziation (ACSE)</translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation>das Zertifikat dort ist abgelaufen</translation>
    </message>
    <message>
        <source>its certificate is for {names}, not for {address}</source>
        <translation>das Zertifikat dort gilt für {names}, nicht für {address}</translation>
    </message>
    <message>
        <source>its certificate is not trusted: {reason}</source>
        <translation>dem Zertifikat dort wird nicht vertraut: {reason}</translation>
    </message>
    <message>
        <source>its certificate is not valid yet</source>
        <translation>das Zertifikat dort gilt noch nicht</translation>
    </message>
    <message>
        <source>its peer has no port</source>
        <translation>im Eintrag der Gegenstelle fehlt der Port</translation>
    </message>
    <message>
        <source>its presentation layer</source>
        <translation>die Darstellungsschicht</translation>
    </message>
    <message>
        <source>its program aborted</source>
        <translation>das Programm dort brach ab</translation>
    </message>
    <message>
        <source>its program is slow, the way there is not</source>
        <translation>das Programm dort ist langsam, der Weg dorthin nicht</translation>
    </message>
    <message>
        <source>its report needs a connection to us, and our listener {title} does not run.</source>
        <translation>Die Meldung braucht eine Verbindung zu uns, und unser Empfangsdienst {title} läuft nicht.</translation>
    </message>
    <message>
        <source>its upper layer gives no reason</source>
        <translation>der Upper Layer dort gibt keinen Grund an</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>Zeile {number}</translation>
    </message>
    <message>
        <source>local limit exceeded</source>
        <translation>eigene Grenze überschritten</translation>
    </message>
    <message>
        <source>looking for study {place} of {all}</source>
        <translation>sucht Studie {place} von {all}</translation>
    </message>
    <message>
        <source>mutual TLS</source>
        <translation>gegenseitiges TLS</translation>
    </message>
    <message>
        <source>no DICOM: it begins with {beginning}</source>
        <translation>kein DICOM: Es beginnt mit {beginning}</translation>
    </message>
    <message>
        <source>no common transfer syntax</source>
        <translation>keine gemeinsame Transfersyntax</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund angegeben</translation>
    </message>
    <message>
        <source>no title</source>
        <translation>kein Titel</translation>
    </message>
    <message>
        <source>no transfer syntax</source>
        <translation>keiner Transfersyntax</translation>
    </message>
    <message>
        <source>nodename nor servname provided, or not known</source>
        <translation>Name oder Dienst nicht bekannt</translation>
    </message>
    <message>
        <source>not a byte came</source>
        <translation>kein einziges Byte kam</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>not authorized</source>
        <translation>nicht berechtigt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not listed</source>
        <translation>nicht verzeichnet</translation>
    </message>
    <message>
        <source>not offered ({why})</source>
        <translation>nicht angeboten ({why})</translation>
    </message>
    <message>
        <source>not offered any more</source>
        <translation>nicht mehr angeboten</translation>
    </message>
    <message>
        <source>not permitted to programs on this computer</source>
        <translation>Programmen auf diesem Computer nicht erlaubt</translation>
    </message>
    <message>
        <source>not recognized</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>nicht unterstützt</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht genutzt</translation>
    </message>
    <message>
        <source>nothing: there is none</source>
        <translation>gar nicht: Es gibt keinen</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>angeboten</translation>
    </message>
    <message>
        <source>one day left</source>
        <translation>noch einen Tag gültig</translation>
    </message>
    <message>
        <source>our AE title</source>
        <translation>unseren AE-Titel</translation>
    </message>
    <message>
        <source>our listener {title} takes connections of this computer alone, so {peer} cannot report to it.</source>
        <translation>Unser Empfangsdienst {title} nimmt nur Verbindungen dieses Computers; {peer} kann dorthin nicht melden.</translation>
    </message>
    <message>
        <source>patient root</source>
        <translation>Patient Root</translation>
    </message>
    <message>
        <source>performed procedure steps (MPPS)</source>
        <translation>durchgeführte Prozedurschritte (MPPS)</translation>
    </message>
    <message>
        <source>port {port} on {host}</source>
        <translation>Port {port} auf {host}</translation>
    </message>
    <message>
        <source>private key of ours</source>
        <translation>unser privater Schlüssel</translation>
    </message>
    <message>
        <source>process {process}</source>
        <translation>Prozess {process}</translation>
    </message>
    <message>
        <source>protocol version not supported</source>
        <translation>die Version des Protokolls wird nicht unterstützt</translation>
    </message>
    <message>
        <source>queries (C-FIND)</source>
        <translation>Abfragen (C-FIND)</translation>
    </message>
    <message>
        <source>refused by its user</source>
        <translation>vom Benutzer dort abgelehnt</translation>
    </message>
    <message>
        <source>refused without a reason</source>
        <translation>ohne Grund abgelehnt</translation>
    </message>
    <message>
        <source>rejected for good by {whom}: {why}</source>
        <translation>endgültig abgewiesen, durch {whom}: {why}</translation>
    </message>
    <message>
        <source>rejected for now by {whom}: {why}</source>
        <translation>vorläufig abgewiesen, durch {whom}: {why}</translation>
    </message>
    <message>
        <source>rejected: {numbers}</source>
        <translation>abgewiesen: {numbers}</translation>
    </message>
    <message>
        <source>resolve: {problem}</source>
        <translation>Name: {problem}</translation>
    </message>
    <message>
        <source>result {number}</source>
        <translation>Ergebnis {number}</translation>
    </message>
    <message>
        <source>result {number}, which is not listed</source>
        <translation>Ergebnis {number}, das nicht verzeichnet ist</translation>
    </message>
    <message>
        <source>result {number}, {words}</source>
        <translation>Ergebnis {number}, {words}</translation>
    </message>
    <message>
        <source>result {result}, source {source}, reason {reason}</source>
        <translation>Ergebnis {result}, Quelle {source}, Grund {reason}</translation>
    </message>
    <message>
        <source>retrieval by C-GET</source>
        <translation>Abruf durch C-GET</translation>
    </message>
    <message>
        <source>retrieval by C-MOVE</source>
        <translation>Abruf durch C-MOVE</translation>
    </message>
    <message>
        <source>set {setting} to a free port in settings.toml</source>
        <translation>setzen Sie {setting} in settings.toml auf einen freien Port</translation>
    </message>
    <message>
        <source>something that is not DICOM: {shown}</source>
        <translation>etwas anderes als DICOM: {shown}</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>Status {status}</translation>
    </message>
    <message>
        <source>status {status}, {meaning}</source>
        <translation>Status {status}, {meaning}</translation>
    </message>
    <message>
        <source>status {status}, {meaning} ({comment})</source>
        <translation>Status {status}, {meaning} ({comment})</translation>
    </message>
    <message>
        <source>status {status}: {comment}</source>
        <translation>Status {status}: {comment}</translation>
    </message>
    <message>
        <source>storage commitment</source>
        <translation>Storage Commitment</translation>
    </message>
    <message>
        <source>study root</source>
        <translation>Study Root</translation>
    </message>
    <message>
        <source>takes all {number} kinds</source>
        <translation>nimmt alle {number} Arten</translation>
    </message>
    <message>
        <source>takes {number} of {kinds} kinds ({told})</source>
        <translation>nimmt {number} von {kinds} Arten ({told})</translation>
    </message>
    <message>
        <source>temporary congestion</source>
        <translation>zeitweilige Überlastung</translation>
    </message>
    <message>
        <source>the SOP Instance UID breaks the rules for UIDs</source>
        <translation>die SOP Instance UID verletzt die Regeln für UIDs</translation>
    </message>
    <message>
        <source>the TLS handshake failed: {reason}</source>
        <translation>der TLS-Handshake ist gescheitert: {reason}</translation>
    </message>
    <message>
        <source>the UID breaks the rules for UIDs</source>
        <translation>die UID verletzt die Regeln für UIDs</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>die Anwendung</translation>
    </message>
    <message>
        <source>the association is over</source>
        <translation>die Assoziation ist vorbei</translation>
    </message>
    <message>
        <source>the connection ended without a word</source>
        <translation>die Verbindung endete wortlos</translation>
    </message>
    <message>
        <source>the dataset does not fit its SOP class</source>
        <translation>der Datensatz passt nicht zu seiner SOP-Klasse</translation>
    </message>
    <message>
        <source>the echo</source>
        <translation>das Echo</translation>
    </message>
    <message>
        <source>the engine is stopping</source>
        <translation>der Dienst von PACSDesk wird gerade gestoppt</translation>
    </message>
    <message>
        <source>the family name alone</source>
        <translation>der Familienname allein</translation>
    </message>
    <message>
        <source>the identifier does not match the SOP class: a level or a unique key is missing or of a wrong level</source>
        <translation>der Identifier passt nicht zur SOP-Klasse: Eine Ebene oder ein eindeutiger Schlüssel fehlt oder gehört zu einer falschen Ebene</translation>
    </message>
    <message>
        <source>the instance is of another SOP class</source>
        <translation>die Instanz ist von einer anderen SOP-Klasse</translation>
    </message>
    <message>
        <source>the keys name neither a study nor a patient</source>
        <translation>die Schlüssel nennen weder Studie noch Patient</translation>
    </message>
    <message>
        <source>the message number was used before</source>
        <translation>die Nummer der Nachricht wurde schon benutzt</translation>
    </message>
    <message>
        <source>the name servers did not answer within {seconds} s</source>
        <translation>die Nameserver antworteten nicht innerhalb von {seconds} s</translation>
    </message>
    <message>
        <source>the object is not as its SOP class says, or lacks what it must have</source>
        <translation>das Objekt ist nicht, wie seine SOP-Klasse es verlangt, oder es fehlt, was es haben muss</translation>
    </message>
    <message>
        <source>the object is of another SOP class than was said</source>
        <translation>das Objekt ist von einer anderen SOP-Klasse als angegeben</translation>
    </message>
    <message>
        <source>the sink</source>
        <translation>die Senke</translation>
    </message>
    <message>
        <source>the step is over</source>
        <translation>der Schritt ist beendet</translation>
    </message>
    <message>
        <source>the transaction UID was used before</source>
        <translation>die Transaction UID wurde schon benutzt</translation>
    </message>
    <message>
        <source>the way there is slow</source>
        <translation>der Weg dorthin ist langsam</translation>
    </message>
    <message>
        <source>there is no address</source>
        <translation>es gibt keine Adresse</translation>
    </message>
    <message>
        <source>there is no field {name}</source>
        <translation>es gibt kein Feld {name}</translation>
    </message>
    <message>
        <source>there was no association for it any more</source>
        <translation>es gab dafür keine Assoziation mehr</translation>
    </message>
    <message>
        <source>this archive</source>
        <translation>dieses Archiv</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>diesem Computer</translation>
    </message>
    <message>
        <source>this computer knows no way to {address}</source>
        <translation>dieser Computer kennt keinen Weg zu {address}</translation>
    </message>
    <message>
        <source>through the gateway {gateway}</source>
        <translation>durch das Gateway {gateway}</translation>
    </message>
    <message>
        <source>tls: {problem}</source>
        <translation>TLS: {problem}</translation>
    </message>
    <message>
        <source>transfer syntaxes not supported</source>
        <translation>Transfersyntaxen nicht unterstützt</translation>
    </message>
    <message>
        <source>two weeks before and after</source>
        <translation>zwei Wochen davor und danach</translation>
    </message>
    <message>
        <source>unexpected PDU</source>
        <translation>unerwartete PDU</translation>
    </message>
    <message>
        <source>unexpected PDU parameter</source>
        <translation>unerwarteter Parameter einer PDU</translation>
    </message>
    <message>
        <source>unrecognized PDU</source>
        <translation>unbekannte PDU</translation>
    </message>
    <message>
        <source>unrecognized PDU parameter</source>
        <translation>unbekannter Parameter einer PDU</translation>
    </message>
    <message>
        <source>us</source>
        <translation>uns</translation>
    </message>
    <message>
        <source>waiting for the report</source>
        <translation>wartet auf die Meldung</translation>
    </message>
    <message>
        <source>we answered {status}</source>
        <translation>wir antworteten {status}</translation>
    </message>
    <message>
        <source>we are not authorized</source>
        <translation>wir sind nicht berechtigt</translation>
    </message>
    <message>
        <source>we are not authorized to store there</source>
        <translation>wir dürfen dort nicht speichern</translation>
    </message>
    <message>
        <source>we asked as {title}, which none of our listeners is called.</source>
        <translation>Wir fragten als {title}, und keiner unserer Empfangsdienste heißt so.</translation>
    </message>
    <message>
        <source>we cannot call with TLS: {reason}</source>
        <translation>wir können nicht mit TLS rufen: {reason}</translation>
    </message>
    <message>
        <source>what came was no answer</source>
        <translation>was kam, war keine Antwort</translation>
    </message>
    <message>
        <source>what was said is not in its range</source>
        <translation>eine Angabe liegt nicht in ihrem Bereich</translation>
    </message>
    <message>
        <source>with a wildcard at its end</source>
        <translation>mit einem Platzhalter am Ende</translation>
    </message>
    <message>
        <source>with anything around it</source>
        <translation>mit Beliebigem davor und danach</translation>
    </message>
    <message>
        <source>without blanks</source>
        <translation>ohne Leerzeichen</translation>
    </message>
    <message>
        <source>without station and modality</source>
        <translation>ohne Station und Modalität</translation>
    </message>
    <message>
        <source>without {key} ({value})</source>
        <translation>ohne {key} ({value})</translation>
    </message>
    <message>
        <source>worklist queries</source>
        <translation>Abfragen der Worklist</translation>
    </message>
    <message>
        <source>{address} (name not known)</source>
        <translation>{address} (Name nicht bekannt)</translation>
    </message>
    <message>
        <source>{address} did not answer within {seconds} s</source>
        <translation>{address} antwortete nicht innerhalb von {seconds} s</translation>
    </message>
    <message>
        <source>{address} is not the address of an engine.</source>
        <translation>{address} ist nicht die Adresse eines Dienstes.</translation>
    </message>
    <message>
        <source>{address}: Connection refused</source>
        <translation>{address}: Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>{address}: Connection reset by peer</source>
        <translation>{address}: Verbindung von der anderen Seite getrennt</translation>
    </message>
    <message>
        <source>{address}: Connection timed out</source>
        <translation>{address}: keine Antwort in der Zeit, die das System wartet</translation>
    </message>
    <message>
        <source>{address}: Host is down</source>
        <translation>{address}: Host ist nicht da</translation>
    </message>
    <message>
        <source>{address}: Network is unreachable</source>
        <translation>{address}: Netz nicht erreichbar</translation>
    </message>
    <message>
        <source>{address}: No route to host</source>
        <translation>{address}: kein Weg zu diesem Host</translation>
    </message>
    <message>
        <source>{address}: Permission denied</source>
        <translation>{address}: nicht erlaubt</translation>
    </message>
    <message>
        <source>{ae_title} has the same title twice.</source>
        <translation>{ae_title} hat denselben Titel zweimal.</translation>
    </message>
    <message>
        <source>{ae_title} listens at {own} only, where {host} cannot reach it: set dicom.host to an address of this computer, or to 0.0.0.0 for all of them.</source>
        <translation>{ae_title} lauscht nur auf {own}, wo {host} uns nicht erreicht: Setzen Sie dicom.host auf eine Adresse dieses Computers oder auf 0.0.0.0 für alle.</translation>
    </message>
    <message>
        <source>{ae_title} listens on {host} port {port}.</source>
        <translation>{ae_title} lauscht auf {host} Port {port}.</translation>
    </message>
    <message>
        <source>{ae_title} on {host} port {port}: {problem}.</source>
        <translation>{ae_title} auf {host} Port {port}: {problem}.</translation>
    </message>
    <message>
        <source>{answerer} does not know the destination that {asker} named for a retrieval.</source>
        <translation>{answerer} kennt das Ziel nicht, das für einen Abruf genannt wurde (von {asker}).</translation>
    </message>
    <message>
        <source>{answerer} found what {asker} wanted, and could not send it to its destination.</source>
        <translation>{answerer} fand, was gefragt war (von {asker}), und konnte es nicht an das Ziel senden.</translation>
    </message>
    <message>
        <source>{answerer} let {asker} in, but refused {operation}: {reason}.</source>
        <translation>{answerer} ließ {asker} ein, lehnte aber {operation} ab: {reason}.</translation>
    </message>
    <message>
        <source>{answerer} refused a performed procedure step of {asker}.</source>
        <translation>{answerer} hat einen durchgeführten Prozedurschritt abgelehnt (von {asker}).</translation>
    </message>
    <message>
        <source>{answerer} refused {operation} of {asker}.</source>
        <translation>{answerer} hat {operation} abgelehnt (von {asker}).</translation>
    </message>
    <message>
        <source>{arrived} of {objects} sent to {peer}</source>
        <translation>{arrived} von {objects} an {peer} gesendet</translation>
    </message>
    <message>
        <source>{called} answered the request of {caller} for an association with an abort.</source>
        <translation>{called} beantwortete die Anfrage von {caller} nach einer Assoziation mit einem Abbruch.</translation>
    </message>
    <message>
        <source>{called} answered: result {result}, source {source}, reason {reason}.</source>
        <translation>{called} antwortete: Ergebnis {result}, Quelle {source}, Grund {reason}.</translation>
    </message>
    <message>
        <source>{called} ended the connection without an answer to the request of {caller} for an association.</source>
        <translation>{called} beendete die Verbindung ohne Antwort auf die Anfrage von {caller} nach einer Assoziation.</translation>
    </message>
    <message>
        <source>{called} let {caller} in and aborted at its first request: mostly {caller} may not ask that there.</source>
        <translation>{called} ließ {caller} ein und brach bei der ersten Anfrage ab: Meist darf {caller} dort nicht danach fragen.</translation>
    </message>
    <message>
        <source>{called} turned {caller} away and gives no reason; mostly it does not know the AE title {calling_title}.</source>
        <translation>{called} wies {caller} ab und nennt keinen Grund; meist kennt es den AE-Titel {calling_title} nicht.</translation>
    </message>
    <message>
        <source>{called} turned {caller} away for a reason that DICOM does not list.</source>
        <translation>{called} wies {caller} aus einem Grund ab, den DICOM nicht aufführt.</translation>
    </message>
    <message>
        <source>{called} turned {caller} away for now: it has as many associations as it takes, or is busy.</source>
        <translation>{called} wies {caller} vorläufig ab: Es hat so viele Assoziationen, wie es annimmt, oder ist ausgelastet.</translation>
    </message>
    <message>
        <source>{called} turned {caller} away: it does not know the AE title {calling_title}, or not at the address it saw.</source>
        <translation>{called} wies {caller} ab: Es kennt den AE-Titel {calling_title} nicht, oder nicht unter der Adresse, die es sah.</translation>
    </message>
    <message>
        <source>{called} turned {caller} away: it does not take requests of the kind that {caller} sends.</source>
        <translation>{called} wies {caller} ab: Anfragen von der Art, wie {caller} sie sendet, nimmt es nicht an.</translation>
    </message>
    <message>
        <source>{called} turned {caller} away: it has no AE of the title {called_title}, under which {caller} called it.</source>
        <translation>{called} wies {caller} ab: Es hat keine AE mit dem Titel {called_title}, unter dem {caller} es rief.</translation>
    </message>
    <message>
        <source>{caller} called from {address} through a relay.</source>
        <translation>{caller} rief von {address} durch ein Relais.</translation>
    </message>
    <message>
        <source>{caller} closed the connection before {called} answered: it gave up waiting, or only looked whether the port is open.</source>
        <translation>{caller} schloss die Verbindung, bevor {called} antwortete: Das Warten wurde aufgegeben, oder es sah nur nach, ob der Port offen ist.</translation>
    </message>
    <message>
        <source>{calling} at {address} called {called} at {time}: {reason}</source>
        <translation>{calling} von {address} rief um {time} {called}: {reason}</translation>
    </message>
    <message>
        <source>{calling} came from {address}: {done}.</source>
        <translation>{calling} kam von {address}: {done}.</translation>
    </message>
    <message>
        <source>{came} objects came, {held} were here before, {refused} are missing.</source>
        <translation>{came} Objekte kamen, {held} waren schon hier, {refused} fehlen.</translation>
    </message>
    <message>
        <source>{change} and at the same time {another}</source>
        <translation>{change} und zugleich {another}</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>noch {days} Tage gültig</translation>
    </message>
    <message>
        <source>{destination} is not entered among our peers, so the way to it cannot be tested from here.</source>
        <translation>{destination} ist nicht unter unseren Gegenstellen eingetragen; der Weg dorthin lässt sich von hier nicht prüfen.</translation>
    </message>
    <message>
        <source>{field} is missing</source>
        <translation>{field} fehlt</translation>
    </message>
    <message>
        <source>{folder} holds an archive without its settings.</source>
        <translation>{folder} enthält ein Archiv ohne seine Einstellungen.</translation>
    </message>
    <message>
        <source>{folder} is a PACSDesk site already.</source>
        <translation>{folder} ist schon ein PACSDesk-Standort.</translation>
    </message>
    <message>
        <source>{folder} is no PACSDesk site.</source>
        <translation>{folder} ist kein PACSDesk-Standort.</translation>
    </message>
    <message>
        <source>{folder} is not empty, no site is made among what is in it.</source>
        <translation>{folder} ist nicht leer; zwischen anderem wird kein Standort eingerichtet.</translation>
    </message>
    <message>
        <source>{folder} is there already.</source>
        <translation>{folder} gibt es schon.</translation>
    </message>
    <message>
        <source>{folder} lies in the folder of another site, {outer}.</source>
        <translation>{folder} liegt im Ordner eines anderen Standorts, {outer}.</translation>
    </message>
    <message>
        <source>{free} MiB are free, {kept} MiB are kept in reserve.</source>
        <translation>{free} MiB sind frei, {kept} MiB bleiben in Reserve.</translation>
    </message>
    <message>
        <source>{holder} has the AE title {other}: case counts, so the two are different, and easily taken for one.</source>
        <translation>{holder} hat den AE-Titel {other}: Groß- und Kleinschreibung zählt, die beiden sind also verschieden und leicht zu verwechseln.</translation>
    </message>
    <message>
        <source>{host} is no address of this computer.</source>
        <translation>{host} ist keine Adresse dieses Computers.</translation>
    </message>
    <message>
        <source>{host} is no address to listen on.</source>
        <translation>{host} ist keine Adresse, auf der sich lauschen lässt.</translation>
    </message>
    <message>
        <source>{host} is no host.</source>
        <translation>{host} ist kein Host.</translation>
    </message>
    <message>
        <source>{host} is not known: {error}</source>
        <translation>{host} ist nicht bekannt: {error}</translation>
    </message>
    <message>
        <source>{host} port {port}</source>
        <translation>{host} Port {port}</translation>
    </message>
    <message>
        <source>{host} port {port} cannot be reached: {why}</source>
        <translation>{host} Port {port} ist nicht zu erreichen: {why}</translation>
    </message>
    <message>
        <source>{host} port {port}: {error}</source>
        <translation>{host} Port {port}: {error}</translation>
    </message>
    <message>
        <source>{indexed} objects indexed, {removed} entries without a file removed.</source>
        <translation>{indexed} Objekte aufgenommen, {removed} Einträge ohne Datei entfernt.</translation>
    </message>
    <message>
        <source>{instances} instances and {files} files compared: {found}.</source>
        <translation>{instances} Instanzen und {files} Dateien verglichen: {found}.</translation>
    </message>
    <message>
        <source>{job} is unknown or ended over a week ago.</source>
        <translation>{job} ist unbekannt oder endete vor über einer Woche.</translation>
    </message>
    <message>
        <source>{key} and {other} hid the result: asked {change} and at the same time {another}, {peer} answers.</source>
        <translation>{key} und {other} haben das Ergebnis verdeckt: Fragt man {change} und zugleich {another}, antwortet {peer}.</translation>
    </message>
    <message>
        <source>{key} as {value} ({why})</source>
        <translation>{key} als {value} ({why})</translation>
    </message>
    <message>
        <source>{key} hid the result: asked {changed}, {peer} answers.</source>
        <translation>{key} hat das Ergebnis verdeckt: Fragt man {changed}, antwortet {peer}.</translation>
    </message>
    <message>
        <source>{key} is missing: a retrieval at this level goes by it.</source>
        <translation>{key} fehlt: Ein Abruf auf dieser Ebene richtet sich danach.</translation>
    </message>
    <message>
        <source>{name} (no address)</source>
        <translation>{name} (keine Adresse)</translation>
    </message>
    <message>
        <source>{name} ({uid}): not answered.</source>
        <translation>{name} ({uid}): nicht beantwortet.</translation>
    </message>
    <message>
        <source>{name} ({uid}): result {number}, {words}.</source>
        <translation>{name} ({uid}): Ergebnis {number}, {words}.</translation>
    </message>
    <message>
        <source>{name} already has the AE title {title} at {host}.</source>
        <translation>{name} hat schon den AE-Titel {title} unter {host}.</translation>
    </message>
    <message>
        <source>{name} and {number} more</source>
        <translation>{name} und {number} weitere</translation>
    </message>
    <message>
        <source>{name} are tables of their own: [[{name}]].</source>
        <translation>{name} sind eigene Tabellen: [[{name}]].</translation>
    </message>
    <message>
        <source>{name} became shorter while it was being sent.</source>
        <translation>{name} wurde kürzer, während es gesendet wurde.</translation>
    </message>
    <message>
        <source>{name} cannot be called.</source>
        <translation>{name} kann nicht gerufen werden.</translation>
    </message>
    <message>
        <source>{name} cannot be read as {form}.</source>
        <translation>{name} lässt sich nicht als {form} lesen.</translation>
    </message>
    <message>
        <source>{name} did not list it, so its study and series are not known.</source>
        <translation>{name} hat es nicht aufgezählt; Studie und Serie sind nicht bekannt.</translation>
    </message>
    <message>
        <source>{name} has a value of the wrong kind.</source>
        <translation>{name} hat einen Wert falscher Art.</translation>
    </message>
    <message>
        <source>{name} has this AE title, host and port already: change that entry instead.</source>
        <translation>{name} hat diesen AE-Titel, Host und Port schon: Ändern Sie jenen Eintrag.</translation>
    </message>
    <message>
        <source>{name} has {number} entries.</source>
        <translation>{name} hat {number} Einträge.</translation>
    </message>
    <message>
        <source>{name} is a sequence.</source>
        <translation>{name} ist eine Sequenz.</translation>
    </message>
    <message>
        <source>{name} is blocked by now: whenever it calls, it is refused.</source>
        <translation>{name} ist inzwischen gesperrt: Jeder Ruf wird abgewiesen.</translation>
    </message>
    <message>
        <source>{name} is entered for TLS and called without.</source>
        <translation>{name} ist für TLS eingetragen und rief ohne TLS.</translation>
    </message>
    <message>
        <source>{name} is entered for mutual TLS and showed no certificate.</source>
        <translation>{name} ist für gegenseitiges TLS eingetragen und zeigte kein Zertifikat.</translation>
    </message>
    <message>
        <source>{name} is entered with it for the same host</source>
        <translation>{name} ist damit für denselben Host eingetragen</translation>
    </message>
    <message>
        <source>{name} is no character set of DICOM.</source>
        <translation>{name} ist kein Zeichensatz von DICOM.</translation>
    </message>
    <message>
        <source>{name} is no file of entries that is known.</source>
        <translation>{name} ist keine bekannte Datei mit Einträgen.</translation>
    </message>
    <message>
        <source>{name} is no key.</source>
        <translation>{name} ist kein Schlüssel.</translation>
    </message>
    <message>
        <source>{name} is not allowed storage commitment any more</source>
        <translation>{name} ist Storage Commitment nicht mehr erlaubt</translation>
    </message>
    <message>
        <source>{name} is not given as a key.</source>
        <translation>{name} wird nicht als Schlüssel angegeben.</translation>
    </message>
    <message>
        <source>{name} is too large.</source>
        <translation>{name} ist zu groß.</translation>
    </message>
    <message>
        <source>{name} may not do this.</source>
        <translation>{name} darf das nicht.</translation>
    </message>
    <message>
        <source>{name} may not read this trace: it holds patient data.</source>
        <translation>{name} darf diese Aufzeichnung nicht lesen: Sie enthält Patientendaten.</translation>
    </message>
    <message>
        <source>{name} took the order and answered with status {status}.</source>
        <translation>{name} nahm den Auftrag an und antwortete mit Status {status}.</translation>
    </message>
    <message>
        <source>{name} was turned away: its entry does not allow what it asked for.</source>
        <translation>{name} wurde abgewiesen: Der Eintrag erlaubt nicht, wonach gefragt wurde.</translation>
    </message>
    <message>
        <source>{name} was turned away: its entry wants {tls}, and it called without.</source>
        <translation>{name} wurde abgewiesen: Der Eintrag verlangt {tls}, und gerufen wurde ohne.</translation>
    </message>
    <message>
        <source>{name}: SOP class not supported</source>
        <translation>{name}: SOP-Klasse nicht unterstützt</translation>
    </message>
    <message>
        <source>{name}: accepted</source>
        <translation>{name}: angenommen</translation>
    </message>
    <message>
        <source>{name}: context result {number}.</source>
        <translation>{name}: Ergebnis des Contexts {number}.</translation>
    </message>
    <message>
        <source>{name}: no common transfer syntax</source>
        <translation>{name}: keine gemeinsame Transfersyntax</translation>
    </message>
    <message>
        <source>{name}: not answered</source>
        <translation>{name}: nicht beantwortet</translation>
    </message>
    <message>
        <source>{name}: not answered.</source>
        <translation>{name}: nicht beantwortet.</translation>
    </message>
    <message>
        <source>{name}: not supported</source>
        <translation>{name}: nicht unterstützt</translation>
    </message>
    <message>
        <source>{name}: refused by its user</source>
        <translation>{name}: vom Benutzer dort abgelehnt</translation>
    </message>
    <message>
        <source>{name}: refused without a reason</source>
        <translation>{name}: ohne Grund abgelehnt</translation>
    </message>
    <message>
        <source>{name}: result 4, transfer syntaxes not supported.</source>
        <translation>{name}: Ergebnis 4, Transfersyntaxen nicht unterstützt.</translation>
    </message>
    <message>
        <source>{name}: result {number}</source>
        <translation>{name}: Ergebnis {number}</translation>
    </message>
    <message>
        <source>{name}: result {number}, which is not listed</source>
        <translation>{name}: Ergebnis {number}, das nicht verzeichnet ist</translation>
    </message>
    <message>
        <source>{name}: transfer syntaxes not supported</source>
        <translation>{name}: Transfersyntaxen nicht unterstützt</translation>
    </message>
    <message>
        <source>{number} C-STORE answered with status {status}.</source>
        <translation>{number} C-STORE mit Status {status} beantwortet.</translation>
    </message>
    <message>
        <source>{number} N-EVENT-REPORT, answered with {status}.</source>
        <translation>{number} N-EVENT-REPORT, mit {status} beantwortet.</translation>
    </message>
    <message>
        <source>{number} answer</source>
        <translation>{number} Antwort</translation>
    </message>
    <message>
        <source>{number} answers</source>
        <translation>{number} Antworten</translation>
    </message>
    <message>
        <source>{number} answers after {seconds} s.</source>
        <translation>{number} Antworten nach {seconds} s.</translation>
    </message>
    <message>
        <source>{number} answers had come before.</source>
        <translation>Vorher waren {number} Antworten gekommen.</translation>
    </message>
    <message>
        <source>{number} associations came from {host} meanwhile, none with a report.</source>
        <translation>Inzwischen kamen {number} Assoziationen von {host}, keine mit einer Meldung.</translation>
    </message>
    <message>
        <source>{number} compressed transfer syntaxes</source>
        <translation>{number} komprimierte Transfersyntaxen</translation>
    </message>
    <message>
        <source>{number} exercises run already.</source>
        <translation>{number} Übungen laufen bereits.</translation>
    </message>
    <message>
        <source>{number} failed</source>
        <translation>{number} gescheitert</translation>
    </message>
    <message>
        <source>{number} objects</source>
        <translation>{number} Objekte</translation>
    </message>
    <message>
        <source>{number} objects sent to {destination}, {failed} failed.</source>
        <translation>{number} Objekte an {destination} gesendet, {failed} gescheitert.</translation>
    </message>
    <message>
        <source>{number} of {entries} entries are for {values}.</source>
        <translation>{number} von {entries} Einträgen sind für {values}.</translation>
    </message>
    <message>
        <source>{number} of {entries} names have signs as of UTF-8 that was taken for Latin letters.</source>
        <translation>{number} von {entries} Namen haben Zeichen wie UTF-8, das für lateinische Buchstaben gehalten wurde.</translation>
    </message>
    <message>
        <source>{number} of {instances} are safe.</source>
        <translation>{number} von {instances} sind sicher.</translation>
    </message>
    <message>
        <source>{number} of {kind}, stored in {syntax}: {results}.</source>
        <translation>{number} von {kind}, gespeichert in {syntax}: {results}.</translation>
    </message>
    <message>
        <source>{number} of {targets} peers without a fault.</source>
        <translation>{number} von {targets} Gegenstellen ohne Fehler.</translation>
    </message>
    <message>
        <source>{number} of {total} answers cannot be read.</source>
        <translation>{number} von {total} Antworten sind nicht lesbar.</translation>
    </message>
    <message>
        <source>{number} other ways to ask matched nothing either.</source>
        <translation>Auch {number} andere Arten zu fragen brachten nichts.</translation>
    </message>
    <message>
        <source>{number} relays run already.</source>
        <translation>Es laufen schon {number} Relais.</translation>
    </message>
    <message>
        <source>{number} requests were answered before, in {seconds} s.</source>
        <translation>{number} Anfragen waren vorher beantwortet, in {seconds} s.</translation>
    </message>
    <message>
        <source>{number} requests were answered before.</source>
        <translation>Davor wurden {number} Anfragen beantwortet.</translation>
    </message>
    <message>
        <source>{number} sinks run already.</source>
        <translation>Es laufen schon {number} Senken.</translation>
    </message>
    <message>
        <source>{number} traces run already.</source>
        <translation>Es laufen schon {number} Aufzeichnungen.</translation>
    </message>
    <message>
        <source>{number} {operation} answered with status B000: some sub-operations failed.</source>
        <translation>{number} {operation} mit Status B000 beantwortet: Einige Teiloperationen scheiterten.</translation>
    </message>
    <message>
        <source>{number} {operation} answered with status {status}.</source>
        <translation>{number} {operation} mit Status {status} beantwortet.</translation>
    </message>
    <message>
        <source>{number} {operation} answered {status}</source>
        <translation>{number} {operation} mit {status} beantwortet</translation>
    </message>
    <message>
        <source>{otherwise}, or let the system grant the port.</source>
        <translation>{otherwise}, oder lassen Sie den Port vom System freigeben.</translation>
    </message>
    <message>
        <source>{other} did not answer in time: it is overloaded, hangs, or its answers do not come through.</source>
        <translation>{other} antwortete nicht rechtzeitig: Das Programm dort ist überlastet oder hängt, oder die Antworten kommen nicht durch.</translation>
    </message>
    <message>
        <source>{other} gave the association up in its midst: a person cancelled it there, its program failed, or its own time-out is too short.</source>
        <translation>{other} gab die Assoziation mittendrin auf: Jemand brach dort ab, das Programm scheiterte, oder die eigene Zeitgrenze ist zu kurz.</translation>
    </message>
    <message>
        <source>{other} left its association open and fell silent, so this archive ended it.</source>
        <translation>{other} ließ die Assoziation offen und verstummte; dieses Archiv hat sie beendet.</translation>
    </message>
    <message>
        <source>{other} let us in and aborted at our first request: mostly our AE title may not ask that there.</source>
        <translation>{other} ließ uns ein und brach bei unserer ersten Anfrage ab: Meist darf unser AE-Titel das dort nicht fragen.</translation>
    </message>
    <message>
        <source>{other} sent what DICOM does not allow, and was cut off: its program is at fault.</source>
        <translation>Von {other} kam, was DICOM nicht erlaubt, und die Verbindung wurde getrennt: Das Programm dort hat einen Fehler.</translation>
    </message>
    <message>
        <source>{other} took the connection at {address} and ended it without an answer to our request for an association.</source>
        <translation>{other} nahm die Verbindung unter {address} an und beendete sie ohne Antwort auf unsere Anfrage nach einer Assoziation.</translation>
    </message>
    <message>
        <source>{other} took the connection at {address} and then said nothing to our request for an association.</source>
        <translation>{other} nahm die Verbindung unter {address} an und sagte dann nichts zu unserer Anfrage nach einer Assoziation.</translation>
    </message>
    <message>
        <source>{other} was lost in the midst of the association: its program or computer stopped, or the network failed.</source>
        <translation>{other} ging mitten in der Assoziation verloren: Programm oder Computer dort blieb stehen, oder das Netzwerk fiel aus.</translation>
    </message>
    <message>
        <source>{packed} bytes would become {unpacked}.</source>
        <translation>Aus {packed} Byte würden {unpacked}.</translation>
    </message>
    <message>
        <source>{path} and {key} are no certificate and key in PEM.</source>
        <translation>{path} und {key} sind kein Zertifikat und Schlüssel in PEM.</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>{path} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {error}.</source>
        <translation>{path} kann nicht gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>{path} holds no certificates in PEM.</source>
        <translation>{path} enthält keine Zertifikate in PEM.</translation>
    </message>
    <message>
        <source>{path} is not there.</source>
        <translation>{path} ist nicht da.</translation>
    </message>
    <message>
        <source>{peer} aborted the association instead of answering, and the standard has no meaning for how it said so: only its own log knows the reason.</source>
        <translation>{peer} hat die Assoziation abgebrochen, statt zu antworten, und der Standard kennt keine Bedeutung dafür, wie das gesagt wurde: Nur das Protokoll dort kennt den Grund.</translation>
    </message>
    <message>
        <source>{peer} accepted the association and answered with what makes no sense when it was asked for {services}: its program is at fault.</source>
        <translation>{peer} hat die Assoziation angenommen und auf diese Anfrage etwas Sinnloses geantwortet ({services}): Der Fehler liegt im Programm dort.</translation>
    </message>
    <message>
        <source>{peer} accepted the association and broke off when it was asked for {services}.</source>
        <translation>{peer} hat die Assoziation angenommen und bei dieser Anfrage abgebrochen: {services}.</translation>
    </message>
    <message>
        <source>{peer} accepted the association and did not come to an end in time when it was asked for {services}: it is overloaded, hangs, or its answers do not come through.</source>
        <translation>{peer} hat die Assoziation angenommen und ist mit der Antwort auf diese Anfrage nicht rechtzeitig fertig geworden ({services}): Das Programm dort ist überlastet oder hängt, oder die Antworten kommen nicht durch.</translation>
    </message>
    <message>
        <source>{peer} accepted the association and refused everything that we could do on it, even the echo.</source>
        <translation>{peer} hat die Assoziation angenommen und alles abgelehnt, was wir darauf tun könnten, sogar das Echo.</translation>
    </message>
    <message>
        <source>{peer} accepted the association and then answered with what makes no sense: its program is at fault. That happened at the step {step}.</source>
        <translation>{peer} hat die Assoziation angenommen und dann Unsinniges geantwortet: Das Programm dort hat einen Fehler. Es geschah auf der Stufe {step}.</translation>
    </message>
    <message>
        <source>{peer} accepted the association and then did not answer in time ({steps}): it is overloaded, hangs, or its answers do not come through.</source>
        <translation>{peer} hat die Assoziation angenommen und dann nicht rechtzeitig geantwortet ({steps}): Das Programm dort ist überlastet oder hängt, oder die Antworten kommen nicht durch.</translation>
    </message>
    <message>
        <source>{peer} accepted the association and then ended it in its midst. That happened at the step {step}.</source>
        <translation>{peer} hat die Assoziation angenommen und sie dann mittendrin beendet. Es geschah auf der Stufe {step}.</translation>
    </message>
    <message>
        <source>{peer} accepted the association, but only in transfer syntaxes that were not proposed, which the standard forbids: nothing can be done on it.</source>
        <translation>{peer} hat die Assoziation angenommen, aber nur in Transfersyntaxen, die nicht vorgeschlagen waren. Das verbietet der Standard; mit ihr lässt sich nichts tun.</translation>
    </message>
    <message>
        <source>{peer} accepted the retrieval and then did not answer in time: it is overloaded, hangs, or waits for a destination that does not answer.</source>
        <translation>{peer} nahm den Abruf an und antwortete dann nicht rechtzeitig: Das Programm dort ist überlastet, hängt oder wartet auf ein Ziel, das nicht antwortet.</translation>
    </message>
    <message>
        <source>{peer} agreed to storage commitment and then refused it.</source>
        <translation>{peer} hat Storage Commitment zugesagt und dann abgelehnt.</translation>
    </message>
    <message>
        <source>{peer} agreed to take {kinds} and then refused the objects: it says that it does not take their SOP class.</source>
        <translation>{peer} hatte zugesagt, {kinds} anzunehmen, und lehnte die Objekte dann doch ab, weil ihre SOP-Klasse dort nicht angenommen werde.</translation>
    </message>
    <message>
        <source>{peer} and we have no version or cipher of TLS in common; we take TLS 1.2 and 1.3 with the ciphers of BCP 195.</source>
        <translation>{peer} und wir haben keine Version oder kein Verfahren von TLS gemeinsam; wir nehmen TLS 1.2 und 1.3 mit den Verfahren von BCP 195.</translation>
    </message>
    <message>
        <source>{peer} answered {objects} with a status that the standard does not have, so only its own log knows what it means.</source>
        <translation>{peer} hat auf {objects} mit einem Status geantwortet, den der Standard nicht kennt; nur das Protokoll dort weiß, was er bedeutet.</translation>
    </message>
    <message>
        <source>{peer} answered {verb} with the status {status}, which the standard does not list.</source>
        <translation>{peer} hat auf {verb} mit dem Status {status} geantwortet, den der Standard nicht verzeichnet.</translation>
    </message>
    <message>
        <source>{peer} answers slowly: {where}.</source>
        <translation>{peer} antwortet langsam: {where}.</translation>
    </message>
    <message>
        <source>{peer} answers with entries for other modalities than {asked}: it does not look at this key, and the device shows patients who are not meant for it.</source>
        <translation>{peer} antwortet mit Einträgen für andere Modalitäten als {asked}: Dieser Schlüssel wird dort nicht beachtet, und das Gerät zeigt Patienten, die nicht für es bestimmt sind.</translation>
    </message>
    <message>
        <source>{peer} answers with entries for other stations than {asked}: it does not look at this key, and the device shows patients who are not meant for it.</source>
        <translation>{peer} antwortet mit Einträgen für andere Stationen als {asked}: Dieser Schlüssel wird dort nicht beachtet, und das Gerät zeigt Patienten, die nicht für es bestimmt sind.</translation>
    </message>
    <message>
        <source>{peer} answers with what was not asked for: asked for a study that nobody has, it found something, so it ignores the keys that we ask by.</source>
        <translation>{peer} antwortet mit etwas, wonach nicht gefragt war: Zu einer Studie, die niemand hat, kamen Treffer; die Schlüssel, nach denen wir fragen, werden also nicht beachtet.</translation>
    </message>
    <message>
        <source>{peer} began the retrieval, and {problem} before it had ended.</source>
        <translation>{peer} begann den Abruf; vor dessen Ende: {problem}.</translation>
    </message>
    <message>
        <source>{peer} began to answer and did not come to an end in time: {where}.</source>
        <translation>{peer} begann zu antworten und kam nicht rechtzeitig zu einem Ende: {where}.</translation>
    </message>
    <message>
        <source>{peer} broke off after {arrived} of {number} objects had arrived: {who}.</source>
        <translation>{peer} brach ab, nachdem {arrived} von {number} Objekten angekommen waren: {who}.</translation>
    </message>
    <message>
        <source>{peer} broke off before any object had arrived: {who}.</source>
        <translation>{peer} brach ab, bevor ein Objekt angekommen war: {who}.</translation>
    </message>
    <message>
        <source>{peer} called us as {called}, which is not our name, and we turned it away.</source>
        <translation>{peer} rief uns als {called}; so heißen wir nicht, und wir haben den Ruf abgewiesen.</translation>
    </message>
    <message>
        <source>{peer} called us as {calling}, and we turned it away.</source>
        <translation>{peer} rief uns als {calling}, und wir haben den Ruf abgewiesen.</translation>
    </message>
    <message>
        <source>{peer} counts {completed} objects sent, {warning} with a warning, {failed} failed.</source>
        <translation>{peer} zählt {completed} gesendete Objekte, {warning} mit Warnung, {failed} gescheitert.</translation>
    </message>
    <message>
        <source>{peer} did not answer in time to an object that it had been sent.</source>
        <translation>{peer} antwortete nicht rechtzeitig auf ein gesendetes Objekt.</translation>
    </message>
    <message>
        <source>{peer} did not keep {objects}: {words}.</source>
        <translation>{peer} hat {objects} nicht behalten: {words}.</translation>
    </message>
    <message>
        <source>{peer} does not know {title} as a destination, so it could not move anything to us.</source>
        <translation>{peer} kennt {title} nicht als Ziel und könnte deshalb nichts an uns senden.</translation>
    </message>
    <message>
        <source>{peer} does not know {title} as a destination, so it sent nothing.</source>
        <translation>{peer} kennt {title} nicht als Ziel und hat deshalb nichts gesendet.</translation>
    </message>
    <message>
        <source>{peer} does not let us ask for storage commitment.</source>
        <translation>{peer} lässt uns nicht nach Storage Commitment fragen.</translation>
    </message>
    <message>
        <source>{peer} does not let us use {service}.</source>
        <translation>{peer} lässt uns dies nicht nutzen: {service}.</translation>
    </message>
    <message>
        <source>{peer} does not offer us {services} in the {model} information model.</source>
        <translation>{peer} bietet uns dies im Informationsmodell {model} nicht an: {services}.</translation>
    </message>
    <message>
        <source>{peer} does not offer us {services}, or not in the information model that we ask in.</source>
        <translation>{peer} bietet uns dies nicht an, oder nicht in dem Informationsmodell, in dem wir fragen: {services}.</translation>
    </message>
    <message>
        <source>{peer} does not offer us {services}.</source>
        <translation>{peer} bietet uns dies nicht an: {services}.</translation>
    </message>
    <message>
        <source>{peer} does not offer us {services}: it has no worklist, or none for {calling}.</source>
        <translation>{peer} bietet uns dies nicht an ({services}): Dort gibt es keine Worklist, oder keine für {calling}.</translation>
    </message>
    <message>
        <source>{peer} does not provide {service}, or not on this port.</source>
        <translation>{peer} bietet dies nicht an, oder nicht auf diesem Port: {service}.</translation>
    </message>
    <message>
        <source>{peer} does not take {kinds} from us.</source>
        <translation>{peer} nimmt {kinds} nicht von uns an.</translation>
    </message>
    <message>
        <source>{peer} does not take {kinds}.</source>
        <translation>{peer} nimmt {kinds} nicht an.</translation>
    </message>
    <message>
        <source>{peer} does not understand our request for an association: its program is old, speaks another version, or is no DICOM service.</source>
        <translation>{peer} versteht unsere Anfrage nach einer Assoziation nicht: Das Programm dort ist alt, spricht eine andere Version oder ist kein DICOM-Dienst.</translation>
    </message>
    <message>
        <source>{peer} ended a request with a status that names no cause, so only its own log knows what it means.</source>
        <translation>{peer} hat eine Anfrage mit einem Status beendet, der keine Ursache nennt; was er bedeutet, weiß nur das Protokoll dort.</translation>
    </message>
    <message>
        <source>{peer} ended the query with the status {status}, which the standard does not have for queries, so only its own log knows what it means.</source>
        <translation>{peer} hat die Abfrage mit dem Status {status} beendet, den der Standard für Abfragen nicht kennt; was er bedeutet, weiß nur das Protokoll dort.</translation>
    </message>
    <message>
        <source>{peer} expects an encrypted connection (TLS) at {place}, and we spoke without.</source>
        <translation>{peer} erwartet unter {place} eine verschlüsselte Verbindung (TLS), und wir riefen unverschlüsselt.</translation>
    </message>
    <message>
        <source>{peer} filed the study under another patient than it was sent with: it has the patient ID {there} there, and was sent with {sent}.</source>
        <translation>{peer} hat die Studie bei einem anderen Patienten abgelegt, als sie gesendet wurde: Dort steht die Patienten-ID {there}, gesendet wurde {sent}.</translation>
    </message>
    <message>
        <source>{peer} gave half an answer, or a broken one, so only its own log knows the reason.</source>
        <translation>{peer} gab eine halbe oder kaputte Antwort; nur das Protokoll dort kennt den Grund.</translation>
    </message>
    <message>
        <source>{peer} has no room for {objects}: its disk, a quota or another limit is exhausted.</source>
        <translation>{peer} hat keinen Platz für {objects}: Platte, Kontingent oder eine andere Grenze dort ist erschöpft.</translation>
    </message>
    <message>
        <source>{peer} has nobody on its worklist who matches; the other ways that were tried found nobody either.</source>
        <translation>{peer} hat niemanden auf der Worklist, auf den die Abfrage passt; auch auf die anderen versuchten Weisen fand sich niemand.</translation>
    </message>
    <message>
        <source>{peer} has nothing that matches, or does not show it to whoever asks.</source>
        <translation>{peer} hat nichts, was auf die Abfrage passt, oder zeigt es dem nicht, der fragt.</translation>
    </message>
    <message>
        <source>{peer} has nothing under these keys at {level} level, or does not show it to our AE title, so there was nothing to send.</source>
        <translation>{peer} hat unter diesen Schlüsseln auf der Ebene {level} nichts oder zeigt es unserem AE-Titel nicht; es gab also nichts zu senden.</translation>
    </message>
    <message>
        <source>{peer} has the objects and sent none on our association: it has them in another transfer syntax, or of another kind, than those of our offer that it accepted, and does not convert them.</source>
        <translation>{peer} hat die Objekte und sendete auf unserer Assoziation keines: Sie liegen dort in einer anderen Transfersyntax oder sind von anderer Art als das, was von unserem Angebot angenommen wurde, und werden nicht umgewandelt.</translation>
    </message>
    <message>
        <source>{peer} has what was asked for and is unable to move it: most likely it does not know {title} as a destination, or has another address or port for it.</source>
        <translation>{peer} hat, was verlangt wurde, und kann es nicht senden: Wahrscheinlich ist {title} dort nicht als Ziel eingetragen, oder mit anderer Adresse oder anderem Port.</translation>
    </message>
    <message>
        <source>{peer} heard our request for an association and hung up without an answer: it does not understand the request, or turns the AE title {calling} away without saying so.</source>
        <translation>{peer} hat unsere Anfrage nach einer Assoziation gelesen und ohne Antwort aufgelegt: Sie wurde nicht verstanden, oder der AE-Titel {calling} wird wortlos abgewiesen.</translation>
    </message>
    <message>
        <source>{peer} hung up when we began with TLS at {place}: mostly such a port speaks plain DICOM, or no DICOM at all.</source>
        <translation>{peer} hat aufgelegt, als wir unter {place} mit TLS begannen: Meist spricht ein solcher Port unverschlüsseltes DICOM oder gar kein DICOM.</translation>
    </message>
    <message>
        <source>{peer} kept {objects}, but not as sent or not without a complaint: {words}.</source>
        <translation>{peer} hat {objects} behalten, aber nicht wie gesendet oder nicht ohne Einwand: {words}.</translation>
    </message>
    <message>
        <source>{peer} knows these kinds, but takes them neither in implicit nor in explicit little endian, the transfer syntaxes that every DICOM system speaks; perhaps it takes compressed images only.</source>
        <translation>{peer} kennt diese Arten, nimmt sie aber weder in Implicit noch in Explicit Little Endian an, den Transfersyntaxen, die jedes DICOM-System spricht; vielleicht werden nur komprimierte Bilder angenommen.</translation>
    </message>
    <message>
        <source>{peer} knows {kinds}, but accepts no transfer syntax into which they can be made without losing anything.</source>
        <translation>{peer} kennt {kinds}, nimmt aber keine Transfersyntax an, in die sie sich ohne Verlust bringen lassen.</translation>
    </message>
    <message>
        <source>{peer} knows {title} as a destination, but says that it cannot send there.</source>
        <translation>{peer} kennt {title} als Ziel, sagt aber, dass dorthin nicht gesendet werden kann.</translation>
    </message>
    <message>
        <source>{peer} lets us associate as {title} and does not let us store.</source>
        <translation>{peer} lässt uns als {title} eine Assoziation öffnen, aber nicht speichern.</translation>
    </message>
    <message>
        <source>{peer} lets us in, but breaks off as soon as it is asked for {services}: most likely the AE title {calling} may not use that there.</source>
        <translation>{peer} lässt uns ein, bricht aber ab, sobald dies verlangt wird: {services}. Wahrscheinlich darf der AE-Titel {calling} das dort nicht.</translation>
    </message>
    <message>
        <source>{peer} lets us in, but keeps retrieval by {verb} from the AE title {calling}: that is a matter of rights there, or of the information model, not of the network.</source>
        <translation>{peer} lässt uns ein, verwehrt dem AE-Titel {calling} aber den Abruf durch {verb}. Das ist eine Frage der Rechte dort oder des Informationsmodells, nicht des Netzwerks.</translation>
    </message>
    <message>
        <source>{peer} lets us in, but keeps {services} from the AE title {calling}: that is a matter of rights there, or of the information model, not of the network.</source>
        <translation>{peer} lässt uns ein, verwehrt dem AE-Titel {calling} aber: {services}. Das ist eine Frage der Rechte dort oder des Informationsmodells, nicht des Netzwerks.</translation>
    </message>
    <message>
        <source>{peer} lists {listed} objects and sent {number}, without a word about the others.</source>
        <translation>{peer} nennt {listed} Objekte und hat {number} gesendet, ohne ein Wort über die anderen.</translation>
    </message>
    <message>
        <source>{peer} lists {number} objects under these keys, and sent none of them, without calling that a failure.</source>
        <translation>{peer} nennt unter diesen Schlüsseln {number} Objekte und hat keines davon gesendet, ohne das einen Fehler zu nennen.</translation>
    </message>
    <message>
        <source>{peer} looks at the first {first} presentation contexts of an association and refuses all others; C-GET, which needs one for each kind of object, brings only part of a study.</source>
        <translation>{peer} beachtet die ersten {first} Presentation Contexts einer Assoziation und lehnt alle weiteren ab; C-GET, das für jede Art von Objekten einen braucht, bringt nur einen Teil einer Studie.</translation>
    </message>
    <message>
        <source>{peer} never reached us: it has another address or port for {title}, or something on the way does not let it through.</source>
        <translation>{peer} hat uns nie erreicht: Dort steht für {title} eine andere Adresse oder ein anderer Port, oder etwas auf dem Weg lässt nichts durch.</translation>
    </message>
    <message>
        <source>{peer} offers C-GET, but does not agree to send objects back on the association that we open, so every retrieval by C-GET would fail.</source>
        <translation>{peer} bietet C-GET, stimmt aber nicht zu, auf der Assoziation, die wir öffnen, Objekte zurückzusenden; jeder Abruf mit C-GET würde scheitern.</translation>
    </message>
    <message>
        <source>{peer} provides {service}, but in no transfer syntax that we propose: explicit and implicit little endian, and everybody must take the second.</source>
        <translation>{peer} bietet {service}, aber in keiner Transfersyntax, die wir vorschlagen: Explicit und Implicit Little Endian; die zweite muss jedes DICOM-System annehmen.</translation>
    </message>
    <message>
        <source>{peer} reached us, and the association ended in its midst.</source>
        <translation>{peer} hat uns erreicht, und die Assoziation endete mittendrin.</translation>
    </message>
    <message>
        <source>{peer} reached us, and we refused {number} of its objects.</source>
        <translation>{peer} hat uns erreicht, und wir haben {number} Objekte von dort abgelehnt.</translation>
    </message>
    <message>
        <source>{peer} reached us, and we refused {number} of its objects: there is no room left.</source>
        <translation>{peer} hat uns erreicht, und wir haben {number} Objekte von dort abgelehnt: Es ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>{peer} reached us, and we took none of the kinds of objects that it wanted to send.</source>
        <translation>{peer} hat uns erreicht, und wir nahmen keine der Arten von Objekten an, die gesendet werden sollten.</translation>
    </message>
    <message>
        <source>{peer} refused a C-GET of one study: {meaning}.</source>
        <translation>{peer} hat ein C-GET einer Studie abgelehnt: {meaning}.</translation>
    </message>
    <message>
        <source>{peer} refused a C-MOVE of one study: {meaning}.</source>
        <translation>{peer} hat ein C-MOVE einer Studie abgelehnt: {meaning}.</translation>
    </message>
    <message>
        <source>{peer} refused a query for one study: {meaning}.</source>
        <translation>{peer} hat eine Abfrage nach einer Studie abgelehnt: {meaning}.</translation>
    </message>
    <message>
        <source>{peer} refused a worklist query: {meaning}.</source>
        <translation>{peer} hat eine Abfrage der Worklist abgelehnt: {meaning}.</translation>
    </message>
    <message>
        <source>{peer} refused the beginning of the performed step: {why}.</source>
        <translation>{peer} hat den Beginn des durchgeführten Schritts abgelehnt: {why}.</translation>
    </message>
    <message>
        <source>{peer} refused the change of the performed step: {why}.</source>
        <translation>{peer} hat die Änderung des durchgeführten Schritts abgelehnt: {why}.</translation>
    </message>
    <message>
        <source>{peer} refused the query: {meaning}.</source>
        <translation>{peer} hat die Abfrage abgelehnt: {meaning}.</translation>
    </message>
    <message>
        <source>{peer} refused the request for storage commitment, and its status does not say why.</source>
        <translation>{peer} hat die Anfrage nach Storage Commitment abgelehnt, und der Status sagt nicht, warum.</translation>
    </message>
    <message>
        <source>{peer} refused the request for storage commitment: it has no room for it.</source>
        <translation>{peer} hat die Anfrage nach Storage Commitment abgelehnt: Dort ist kein Platz dafür.</translation>
    </message>
    <message>
        <source>{peer} refused the retrieval: {meaning}.</source>
        <translation>{peer} hat den Abruf abgelehnt: {meaning}.</translation>
    </message>
    <message>
        <source>{peer} refused {objects} as invalid: {words}.</source>
        <translation>{peer} hat {objects} als ungültig abgelehnt: {words}.</translation>
    </message>
    <message>
        <source>{peer} rejected the association with numbers that the standard does not have, so only its own log knows the reason.</source>
        <translation>{peer} hat die Assoziation mit Nummern abgewiesen, die der Standard nicht kennt; nur das Protokoll dort kennt den Grund.</translation>
    </message>
    <message>
        <source>{peer} rejected us and gives no reason; mostly it does not know the AE title {calling}.</source>
        <translation>{peer} hat uns ohne Grund abgewiesen; meist ist der AE-Titel {calling} dort nicht bekannt.</translation>
    </message>
    <message>
        <source>{peer} rejected us: it does not know the AE title {calling}, or not at this computer&apos;s address.</source>
        <translation>{peer} hat uns abgewiesen: Der AE-Titel {calling} ist dort nicht bekannt, oder nicht mit der Adresse dieses Computers.</translation>
    </message>
    <message>
        <source>{peer} rejected us: it says that it has no AE of the title {title}, under which we called it.</source>
        <translation>{peer} hat uns abgewiesen: Eine AE mit dem Titel {title}, unter dem wir gerufen haben, gibt es dort nach eigener Angabe nicht.</translation>
    </message>
    <message>
        <source>{peer} reports to that title, wherever it knows it to be, and never to us.</source>
        <translation>{peer} meldet an jenen Titel, wo immer er dort eingetragen ist, und nie an uns.</translation>
    </message>
    <message>
        <source>{peer} says that all was sent, but {number} of the objects that it lists did not land here.</source>
        <translation>{peer} sagt, dass alles gesendet wurde, aber {number} der aufgezählten Objekte sind hier nicht angekommen.</translation>
    </message>
    <message>
        <source>{peer} says that all went well, and sent nothing.</source>
        <translation>{peer} sagt, dass alles gut ging, und hat nichts gesendet.</translation>
    </message>
    <message>
        <source>{peer} says that it sent {number} objects on our association, and none came: its count is wrong.</source>
        <translation>{peer} sagt, auf unserer Assoziation seien {number} Objekte gesendet worden, und keines kam: Die Zählung dort stimmt nicht.</translation>
    </message>
    <message>
        <source>{peer} says that it sent {number} objects, and never called us: it sends them to another address.</source>
        <translation>{peer} sagt, dass {number} Objekte gesendet wurden, und hat uns nie gerufen: Sie gehen an eine andere Adresse.</translation>
    </message>
    <message>
        <source>{peer} says that {number} objects reached {destination}, and none came to us: it sends them to another system.</source>
        <translation>{peer} sagt, dass {number} Objekte {destination} erreichten, und keines kam zu uns: Sie gehen an ein anderes System.</translation>
    </message>
    <message>
        <source>{peer} sends names that cannot be read: they are written in one character set and said to be in another.</source>
        <translation>{peer} sendet Namen, die nicht lesbar sind: Sie sind in einem Zeichensatz geschrieben, und ein anderer ist angegeben.</translation>
    </message>
    <message>
        <source>{peer} sent answers that cannot be read: what came is no DICOM dataset.</source>
        <translation>{peer} hat Antworten gesendet, die nicht lesbar sind: Was kam, ist kein DICOM-Datensatz.</translation>
    </message>
    <message>
        <source>{peer} sent nothing, without calling that a failure: at {level} level it needs {key} as well, which was not given.</source>
        <translation>{peer} hat nichts gesendet, ohne das einen Fehler zu nennen: Auf der Ebene {level} braucht es auch {key}, das nicht angegeben war.</translation>
    </message>
    <message>
        <source>{peer} sent {well} of {number} objects on our association; {failed} failed.</source>
        <translation>{peer} hat {well} von {number} Objekten auf unserer Assoziation gesendet; {failed} scheiterten.</translation>
    </message>
    <message>
        <source>{peer} sent {well} of {number} objects to {destination}; {failed} failed.</source>
        <translation>{peer} hat {well} von {number} Objekten an {destination} gesendet; {failed} scheiterten.</translation>
    </message>
    <message>
        <source>{peer} showed a certificate that is too weak to prove anything: its key is too short, or it is signed in a way that is no longer safe.</source>
        <translation>{peer} hat ein Zertifikat gezeigt, das zu schwach ist, um etwas zu beweisen: Der Schlüssel ist zu kurz, oder es ist auf eine Art unterschrieben, die nicht mehr sicher ist.</translation>
    </message>
    <message>
        <source>{peer} showed a certificate that we do not trust: neither it nor the authority that signed it is among ours.</source>
        <translation>{peer} zeigte ein Zertifikat, dem wir nicht vertrauen: Weder das Zertifikat noch die Stelle, die es ausgestellt hat, gehört zu denen, die wir kennen.</translation>
    </message>
    <message>
        <source>{peer} shows {number} of the {instances} instances that it took: the others are still being filed, or lie elsewhere.</source>
        <translation>{peer} zeigt {number} der {instances} angenommenen Instanzen: Die anderen werden noch abgelegt oder liegen anderswo.</translation>
    </message>
    <message>
        <source>{peer} speaks DICOM without encryption at {place}, and we called it with TLS.</source>
        <translation>{peer} spricht unter {place} DICOM ohne Verschlüsselung, und wir riefen mit TLS.</translation>
    </message>
    <message>
        <source>{peer} takes C-GET, but does not agree to send objects back on the association that we open, so nothing could come.</source>
        <translation>{peer} nimmt C-GET an, stimmt aber nicht zu, auf der Assoziation, die wir öffnen, Objekte zurückzusenden; es konnte also nichts kommen.</translation>
    </message>
    <message>
        <source>{peer} takes associations under any AE title, not only under {title}: whether that is spelt right shows only when it is replaced by a system that minds.</source>
        <translation>{peer} nimmt Assoziationen unter jedem AE-Titel an, nicht nur unter {title}: Ob dieser richtig geschrieben ist, zeigt sich erst, wenn ein System an seine Stelle tritt, das ihn prüft.</translation>
    </message>
    <message>
        <source>{peer} takes images uncompressed only: it refused {syntaxes}. What is stored compressed is decompressed before it goes there.</source>
        <translation>{peer} nimmt Bilder nur unkomprimiert an; abgelehnt: {syntaxes}. Was komprimiert gespeichert ist, wird vor dem Senden entpackt.</translation>
    </message>
    <message>
        <source>{peer} takes no further association at the moment: as many are open as it allows, or it is starting or stopping.</source>
        <translation>{peer} nimmt im Moment keine weitere Assoziation an: Es sind so viele offen, wie dort erlaubt sind, oder das Programm startet oder endet gerade.</translation>
    </message>
    <message>
        <source>{peer} takes no objects from us: it accepted none of the usual kinds.</source>
        <translation>{peer} nimmt von uns keine Objekte an: Keine der üblichen Arten wurde angenommen.</translation>
    </message>
    <message>
        <source>{peer} takes objects, but not of every kind: {kinds} would be refused.</source>
        <translation>{peer} nimmt Objekte an, aber nicht jeder Art. Abgelehnt würden: {kinds}.</translation>
    </message>
    <message>
        <source>{peer} takes the connection at {place} and then says nothing: the program behind the port hangs, or waits for something that is no DICOM.</source>
        <translation>{peer} nimmt die Verbindung unter {place} an und sagt dann nichts: Das Programm hinter dem Port hängt, oder es wartet auf etwas anderes als DICOM.</translation>
    </message>
    <message>
        <source>{peer} takes {seconds} s for a small object, so a study will take long.</source>
        <translation>{peer} braucht {seconds} s für ein kleines Objekt; eine Studie wird lange dauern.</translation>
    </message>
    <message>
        <source>{peer} took the order, but could not send anything to us: the way from {peer} to {destination} is broken, not the way from here to {peer}.</source>
        <translation>{peer} nahm den Auftrag an, konnte aber nichts an uns senden: Der Weg von {peer} zu {destination} ist unterbrochen, nicht der Weg von hier zu {peer}.</translation>
    </message>
    <message>
        <source>{peer} took the order, but could not send anything to {destination}: the way from {peer} to {destination} is broken, not the way from here to {peer}.</source>
        <translation>{peer} nahm den Auftrag an, konnte aber nichts an {destination} senden: Der Weg von {peer} zu {destination} ist unterbrochen, nicht der Weg von hier zu {peer}.</translation>
    </message>
    <message>
        <source>{peer} took the request for storage commitment and did not report: {why}</source>
        <translation>{peer} nahm die Anfrage nach Storage Commitment an und meldete nichts: {why}</translation>
    </message>
    <message>
        <source>{peer} took the request; no report came within {number} seconds.</source>
        <translation>{peer} nahm die Anfrage an; binnen {number} Sekunden kam keine Meldung.</translation>
    </message>
    <message>
        <source>{peer} took the study and does not have it under its UID: the patient&apos;s studies there have other UIDs. It gave them new UIDs, or split the study.</source>
        <translation>{peer} hat die Studie angenommen und führt sie nicht unter ihrer UID: Die Studien des Patienten haben dort andere UIDs. Sie wurden neu vergeben, oder die Studie wurde geteilt.</translation>
    </message>
    <message>
        <source>{peer} took {number} instances and does not show them: they wait in a queue of conflicts or of unassigned images, are filed under another patient, or are not in its index yet.</source>
        <translation>{peer} hat {number} Instanzen angenommen und zeigt sie nicht: Sie warten in einer Warteschlange mit Konflikten oder nicht zugeordneten Bildern, liegen bei einem anderen Patienten oder stehen noch nicht im Index.</translation>
    </message>
    <message>
        <source>{peer} took {seconds} s to answer: devices that wait less than that give up, and show nothing.</source>
        <translation>{peer} hat {seconds} s für die Antwort gebraucht: Geräte, die weniger lange warten, geben auf und zeigen nichts.</translation>
    </message>
    <message>
        <source>{peer} wants a certificate of ours and did not get one that it accepts: without it nobody comes in.</source>
        <translation>{peer} verlangt ein Zertifikat von uns und bekam keines, das dort anerkannt wird: Ohne Zertifikat wird niemand eingelassen.</translation>
    </message>
    <message>
        <source>{place} was turned away: it called {called}, and this archive is called {ours}.</source>
        <translation>{place} wurde abgewiesen: Gerufen wurde {called}, und dieses Archiv heißt {ours}.</translation>
    </message>
    <message>
        <source>{place} was turned away: its computer already had as many associations with this archive as one may have.</source>
        <translation>{place} wurde abgewiesen: Der Computer hatte schon so viele Assoziationen mit diesem Archiv, wie einer haben darf.</translation>
    </message>
    <message>
        <source>{place} was turned away: its request is not what DICOM says that one looks like.</source>
        <translation>{place} wurde abgewiesen: Die Anfrage ist nicht, wie DICOM sie vorschreibt.</translation>
    </message>
    <message>
        <source>{place} was turned away: this archive had no place left for it, or was stopping.</source>
        <translation>{place} wurde abgewiesen: Dieses Archiv hatte keinen Platz mehr oder endete gerade.</translation>
    </message>
    <message>
        <source>{program} (process {process})</source>
        <translation>{program} (Prozess {process})</translation>
    </message>
    <message>
        <source>{protocol} cannot listen: {host} is no address of this computer.</source>
        <translation>{protocol} kann nicht lauschen: {host} ist keine Adresse dieses Computers.</translation>
    </message>
    <message>
        <source>{protocol} cannot listen: {place} cannot be opened.</source>
        <translation>{protocol} kann nicht lauschen: {place} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>{protocol} cannot listen: {place} is taken by another PACSDesk engine, that of {site}, process {process}.</source>
        <translation>{protocol} kann nicht lauschen: {place} ist von einem anderen PACSDesk-Dienst belegt, dem von {site}, Prozess {process}.</translation>
    </message>
    <message>
        <source>{protocol} cannot listen: {place} is taken by {owner}.</source>
        <translation>{protocol} kann nicht lauschen: {place} ist belegt von: {owner}.</translation>
    </message>
    <message>
        <source>{protocol} cannot listen: {place} needs privileges that the engine does not have.</source>
        <translation>{protocol} kann nicht lauschen: {place} braucht Rechte, die der Dienst nicht hat.</translation>
    </message>
    <message>
        <source>{refuser} does not allow {asker} what it was asked for: {kinds}.</source>
        <translation>{refuser} erlaubt {asker} nicht, wonach gefragt wurde: {kinds}.</translation>
    </message>
    <message>
        <source>{refuser} does not take this kind of object or service: {kinds}.</source>
        <translation>{refuser} nimmt diese Art von Objekt oder Dienst nicht an: {kinds}.</translation>
    </message>
    <message>
        <source>{refuser} takes none of the transfer syntaxes that were offered for {kinds}.</source>
        <translation>{refuser} nimmt keine der Transfersyntaxen an, die dafür angeboten wurden: {kinds}.</translation>
    </message>
    <message>
        <source>{rows} SOP classes in {columns} transfer syntaxes.</source>
        <translation>{rows} SOP-Klassen in {columns} Transfersyntaxen.</translation>
    </message>
    <message>
        <source>{seconds} a second</source>
        <translation>{seconds} in der Sekunde</translation>
    </message>
    <message>
        <source>{seconds} a second, {megabytes} MB/s</source>
        <translation>{seconds} in der Sekunde, {megabytes} MB/s</translation>
    </message>
    <message>
        <source>{seconds} s after an object had begun: {how}.</source>
        <translation>{seconds} s nachdem ein Objekt begonnen hatte: {how}.</translation>
    </message>
    <message>
        <source>{seconds} s after the object had begun: {how}.</source>
        <translation>{seconds} s nachdem das Objekt begonnen hatte: {how}.</translation>
    </message>
    <message>
        <source>{sender} is not allowed to store there</source>
        <translation>das Speichern ist dort nicht erlaubt (Absender: {sender})</translation>
    </message>
    <message>
        <source>{side} closed the connection first.</source>
        <translation>{side} schloss die Verbindung zuerst.</translation>
    </message>
    <message>
        <source>{side} gave its association with {other} up: a person cancelled it there, its program failed, or its own time-out is too short.</source>
        <translation>{side} gab die Assoziation mit {other} auf: Jemand brach dort ab, das Programm scheiterte, oder die eigene Zeitgrenze ist zu kurz.</translation>
    </message>
    <message>
        <source>{side} sent what DICOM does not allow in the midst of its association with {other}: its program is at fault.</source>
        <translation>{side} sandte mitten in der Assoziation mit {other}, was DICOM nicht erlaubt: Das Programm dort ist fehlerhaft.</translation>
    </message>
    <message>
        <source>{side} was lost in the midst of its association with {other}: its program or computer stopped, or the network failed.</source>
        <translation>{side} ging mitten in der Assoziation mit {other} verloren: Programm oder Computer dort blieb stehen, oder das Netzwerk fiel aus.</translation>
    </message>
    <message>
        <source>{taker} refused {objects} of {sender}: {why}.</source>
        <translation>{taker} hat {objects} abgelehnt (Absender: {sender}): {why}.</translation>
    </message>
    <message>
        <source>{target} cannot be written.</source>
        <translation>{target} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{text} is no address of one computer.</source>
        <translation>{text} ist nicht die Adresse eines einzelnen Computers.</translation>
    </message>
    <message>
        <source>{text} is no value of this key.</source>
        <translation>{text} ist kein Wert dieses Schlüssels.</translation>
    </message>
    <message>
        <source>{title} ({address}) was turned away: no peer is entered with this AE title.</source>
        <translation>{title} ({address}) wurde abgewiesen: Keine Gegenstelle ist mit diesem AE-Titel eingetragen.</translation>
    </message>
    <message>
        <source>{title} is our own title already, of {holder}.</source>
        <translation>{title} ist schon unser eigener Titel, von {holder}.</translation>
    </message>
    <message>
        <source>{title} is our own title already.</source>
        <translation>{title} ist schon unser eigener Titel.</translation>
    </message>
    <message>
        <source>{title} was not known then, and is entered by now as {name}.</source>
        <translation>{title} war damals nicht bekannt und ist inzwischen als {name} eingetragen.</translation>
    </message>
    <message>
        <source>{title} was turned away: it called from {address}, and is entered for another address.</source>
        <translation>{title} wurde abgewiesen: Der Ruf kam von {address}, und eingetragen ist eine andere Adresse.</translation>
    </message>
    <message>
        <source>{values} and others</source>
        <translation>{values} und andere</translation>
    </message>
    <message>
        <source>{verb} to {destination}: status {status}.</source>
        <translation>{verb} an {destination}: Status {status}.</translation>
    </message>
    <message>
        <source>{verb}: no final answer came.</source>
        <translation>{verb}: Eine abschließende Antwort kam nicht.</translation>
    </message>
    <message>
        <source>{verb}: status {status}.</source>
        <translation>{verb}: Status {status}.</translation>
    </message>
    <message>
        <source>{what} is a whole number, not {text}</source>
        <translation>{what} ist eine ganze Zahl, nicht {text}</translation>
    </message>
    <message>
        <source>{what}, after {pending} answers to a question that nothing can match</source>
        <translation>{what}, nach {pending} Antworten auf eine Frage, zu der nichts passen kann</translation>
    </message>
    <message>
        <source>{why}: enter the port on which {title} takes associations</source>
        <translation>{why}: Tragen Sie den Port ein, auf dem {title} Assoziationen annimmt</translation>
    </message>
    <message>
        <source>{word} is none of {known}</source>
        <translation>{word} ist keines von {known}</translation>
    </message>
    <message>
        <source>“{title}” cannot be run again.</source>
        <translation>„{title}“ kann nicht wiederholt werden.</translation>
    </message>
    <message>
        <source>“{title}” was stopped.</source>
        <translation>„{title}“ wurde gestoppt.</translation>
    </message>
</context>
<context>
    <name>Exercises</name>
    <message numerus="yes">
        <source>%Ln exercises</source>
        <translation>
            <numerusform>%Ln Übung</numerusform>
            <numerusform>%Ln Übungen</numerusform>
        </translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End its peer and take the entry out</source>
        <translation>Ihre Gegenstelle beenden und den Eintrag herausnehmen</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>Go to its peer</source>
        <translation>Zur Gegenstelle</translation>
    </message>
    <message>
        <source>Have its peer run on this computer, and enter it (Enter)</source>
        <translation>Ihre Gegenstelle auf diesem Computer starten und eintragen (Eingabe)</translation>
    </message>
    <message>
        <source>It has ended, and its entry is gone.</source>
        <translation>Sie ist beendet, ihr Eintrag ist entfernt.</translation>
    </message>
    <message>
        <source>It runs, and is entered as {peer}. Find out what is wrong with it.</source>
        <translation>Sie läuft und ist als {peer} eingetragen. Finden Sie heraus, was nicht stimmt.</translation>
    </message>
    <message>
        <source>No exercise</source>
        <translation>Keine Übung</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Say what is wrong with it</source>
        <translation>Sagen, was nicht stimmt</translation>
    </message>
    <message>
        <source>Show the cause</source>
        <translation>Ursache zeigen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Test it there as any peer, and find the cause</source>
        <translation>Sie dort wie jede Gegenstelle prüfen und die Ursache finden</translation>
    </message>
    <message>
        <source>This engine has no faulty peer to start.</source>
        <translation>Dieser Dienst hat keine fehlerhafte Gegenstelle, die sich starten lässt.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>Was man sieht</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patients</source>
        <translation>
            <numerusform>%Ln Patient</numerusform>
            <numerusform>%Ln Patienten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies</source>
        <translation>
            <numerusform>%Ln Studie</numerusform>
            <numerusform>%Ln Studien</numerusform>
        </translation>
    </message>
    <message>
        <source>A sender that nobody has entered is refused at its first try and then shows above: press Let in there, and send again.</source>
        <translation>Ein Absender, den niemand eingetragen hat, wird beim ersten Versuch abgewiesen und erscheint dann oben: Drücken Sie dort „Zulassen“ und senden Sie noch einmal.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>Ausreichend</translation>
    </message>
    <message>
        <source>Enter it as a peer that may echo and store from this address</source>
        <translation>Als Gegenstelle eintragen, die von dieser Adresse Echo und Speichern darf</translation>
    </message>
    <message>
        <source>Failed jobs</source>
        <translation>Gescheiterte Vorgänge</translation>
    </message>
    <message>
        <source>Failed this week</source>
        <translation>Diese Woche gescheitert</translation>
    </message>
    <message>
        <source>Free room</source>
        <translation>Freier Speicher</translation>
    </message>
    <message>
        <source>Full, images are refused</source>
        <translation>Voll, Bilder werden abgelehnt</translation>
    </message>
    <message>
        <source>Getting low</source>
        <translation>Wird knapp</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>It called {called}; this archive is {own}. Change the called AE title at the sender.</source>
        <translation>Gerufen wurde {called}; dieses Archiv heißt {own}. Ändern Sie den gerufenen AE-Titel beim Absender.</translation>
    </message>
    <message>
        <source>It would be a peer that may echo and store from {address}.</source>
        <translation>Es wäre eine Gegenstelle, die von {address} aus Echo und Speichern darf.</translation>
    </message>
    <message>
        <source>Last image by source</source>
        <translation>Letztes Bild je Quelle</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Let {ae_title} in</source>
        <translation>{ae_title} zulassen</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>Empfangsdienste</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>Newest studies</source>
        <translation>Neueste Studien</translation>
    </message>
    <message>
        <source>Nobody has sent an image yet.</source>
        <translation>Noch niemand hat ein Bild gesendet.</translation>
    </message>
    <message>
        <source>Nobody listens</source>
        <translation>Niemand nimmt an</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Nothing failed</source>
        <translation>Nichts gescheitert</translation>
    </message>
    <message>
        <source>Or take files that are already here: a folder, a ZIP, a CD.</source>
        <translation>Oder übernehmen Sie Dateien, die schon hier sind: einen Ordner, ein ZIP, eine CD.</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Refused callers</source>
        <translation>Abgewiesene Rufer</translation>
    </message>
    <message>
        <source>Send a first image to {ae_title} at {address}</source>
        <translation>Senden Sie ein erstes Bild an {ae_title}, {address}</translation>
    </message>
    <message>
        <source>Send from the other program. With DCMTK it is this line; a modality takes the same title and address.</source>
        <translation>Senden Sie aus dem anderen Programm. Mit DCMTK ist es diese Zeile; eine Modalität bekommt denselben Titel und dieselbe Adresse.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Still</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>The page fills by itself as images arrive.</source>
        <translation>Die Seite füllt sich von selbst, sobald Bilder ankommen.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Bereit</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from {address}, %Ln times. {reason}</source>
        <translation>
            <numerusform>von {address}, einmal. {reason}</numerusform>
            <numerusform>von {address}, %Ln-mal. {reason}</numerusform>
        </translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>von {total}</translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation>{percent} % belegt</translation>
    </message>
</context>
<context>
    <name>Imaging</name>
    <message>
        <source>0 to 10</source>
        <translation>0 bis 10</translation>
    </message>
    <message>
        <source>0 to 20</source>
        <translation>0 bis 20</translation>
    </message>
    <message>
        <source>0 to 5</source>
        <translation>0 bis 5</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>Abdomen</translation>
    </message>
    <message>
        <source>Angiography</source>
        <translation>Angiographie</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasser</translation>
    </message>
    <message>
        <source>Beams</source>
        <translation>Strahlenfelder</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Hirn</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>Ersteller</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Fractions</source>
        <translation>Fraktionen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Intent</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Leber</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Media type</source>
        <translation>Medientyp</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>Weichteile</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Schlaganfall</translation>
    </message>
    <message>
        <source>Structures</source>
        <translation>Strukturen</translation>
    </message>
    <message>
        <source>Subdural</source>
        <translation>Subdural</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>Dicke</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verifizierung</translation>
    </message>
</context>
<context>
    <name>Kit</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>vor %Ln Tag</numerusform>
            <numerusform>vor %Ln Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <translation>
            <numerusform>%Ln h</numerusform>
            <numerusform>%Ln h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <translation>
            <numerusform>vor %Ln h</numerusform>
            <numerusform>vor %Ln h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>vor %Ln min</numerusform>
            <numerusform>vor %Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln s</source>
        <translation>
            <numerusform>%Ln s</numerusform>
            <numerusform>%Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln values of patients are replaced, the same by the same.</source>
        <translation>
            <numerusform>%Ln Angabe zu Patienten ist ersetzt.</numerusform>
            <numerusform>%Ln Angaben zu Patienten sind ersetzt, Gleiches durch Gleiches.</numerusform>
        </translation>
    </message>
    <message>
        <source>A test that tells more</source>
        <translation>Ein Test, der mehr sagt</translation>
    </message>
    <message>
        <source>AE title</source>
        <translation>AE-Titel</translation>
    </message>
    <message>
        <source>Add a picture of this panel</source>
        <translation>Bild dieses Bereichs hinzufügen</translation>
    </message>
    <message>
        <source>An AE title has at most 16 characters, this has {number}.</source>
        <translation>Ein AE-Titel hat höchstens 16 Zeichen, dieser hat {number}.</translation>
    </message>
    <message>
        <source>An AE title takes letters, digits and signs of ASCII, no backslash.</source>
        <translation>Ein AE-Titel besteht aus Buchstaben, Ziffern und Zeichen von ASCII, ohne Backslash.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Applied. {change}</source>
        <translation>Angewendet. {change}</translation>
    </message>
    <message>
        <source>Apply this change</source>
        <translation>Diese Änderung anwenden</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>Anwenden …</translation>
    </message>
    <message>
        <source>Ask as another title</source>
        <translation>Unter anderem Titel fragen</translation>
    </message>
    <message numerus="yes">
        <source>Ask these %Ln queries</source>
        <translation>
            <numerusform>Diese %Ln Abfrage stellen</numerusform>
            <numerusform>Diese %Ln Abfragen stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gefragt</translation>
    </message>
    <message numerus="yes">
        <source>Asking %Ln queries</source>
        <translation>
            <numerusform>%Ln Abfrage läuft</numerusform>
            <numerusform>%Ln Abfragen laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Association</source>
        <translation>Assoziation</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Calling AE title</source>
        <translation>Rufender AE-Titel</translation>
    </message>
    <message>
        <source>Calling AE title: empty for our own; another one shows whether the peer knows that. It is audited.</source>
        <translation>Rufender AE-Titel: leer für den eigenen; ein anderer zeigt, ob die Gegenstelle diesen kennt. Das Audit vermerkt es.</translation>
    </message>
    <message>
        <source>Certain: what was seen has no other cause.</source>
        <translation>Sicher: Was zu sehen war, hat keine andere Ursache.</translation>
    </message>
    <message>
        <source>Change the entry</source>
        <translation>Eintrag ändern</translation>
    </message>
    <message>
        <source>Choose what it shall be about, then Evidence pack: it shows here before it leaves.</source>
        <translation>Wählen Sie, worum es gehen soll, dann Belegpaket: Es steht hier, bevor es hinausgeht.</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Comments that the other side sent; they may name patients</source>
        <translation>Kommentare der Gegenseite; sie können Patienten nennen</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Commitment</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Noch einmal verbinden</translation>
    </message>
    <message>
        <source>Cut dates to the year</source>
        <translation>Daten auf das Jahr kürzen</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>Echo</translation>
    </message>
    <message>
        <source>Enter its AE title, as it stands in its own settings.</source>
        <translation>Geben Sie ihren AE-Titel ein, wie er in ihren eigenen Einstellungen steht.</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Files of the evidence pack</source>
        <translation>Dateien des Belegpakets</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>First bytes</source>
        <translation>Erste Bytes</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Get</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>It names no patient.</source>
        <translation>Es nennt keinen Patienten.</translation>
    </message>
    <message>
        <source>It takes effect at the next start of the engine.</source>
        <translation>Sie wirkt ab dem nächsten Start des Dienstes.</translation>
    </message>
    <message>
        <source>Keep UIDs</source>
        <translation>UIDs behalten</translation>
    </message>
    <message>
        <source>Keep the other side&apos;s words</source>
        <translation>Worte der Gegenseite behalten</translation>
    </message>
    <message>
        <source>Likely: what was seen rarely has another cause.</source>
        <translation>Wahrscheinlich: Was zu sehen war, hat selten eine andere Ursache.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>MPPS</source>
        <translation>MPPS</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name a patient, a study or a day, and one thing more.</source>
        <translation>Nennen Sie einen Patienten, eine Studie oder einen Tag, und noch etwas dazu.</translation>
    </message>
    <message>
        <source>No evidence pack yet</source>
        <translation>Noch kein Belegpaket</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Nothing that was tried is answered by {peer}</source>
        <translation>Auf keinen der Versuche antwortet {peer}</translation>
    </message>
    <message>
        <source>Our own title</source>
        <translation>Unser Titel</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Possible: one cause of several.</source>
        <translation>Möglich: eine Ursache von mehreren.</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Save as ZIP</source>
        <translation>Als ZIP speichern</translation>
    </message>
    <message>
        <source>Save the evidence pack</source>
        <translation>Belegpaket speichern</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Gespeichert als {path}</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>TCP connection</source>
        <translation>TCP-Verbindung</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
        <source>The file as it will leave</source>
        <translation>Die Datei, wie sie hinausgeht</translation>
    </message>
    <message>
        <source>The page loads by itself once it answers.</source>
        <translation>Die Seite lädt von selbst, sobald er antwortet.</translation>
    </message>
    <message>
        <source>The panel drawn anew with the replaced values, images blank; it shows here before it leaves</source>
        <translation>Der Bereich mit den ersetzten Werten neu gezeichnet, Bilder leer; er steht hier, bevor er hinausgeht</translation>
    </message>
    <message>
        <source>The picture as it will leave</source>
        <translation>Das Bild, wie es hinausgeht</translation>
    </message>
    <message>
        <source>The same query with one thing changed at a time, then with two if that is in vain. Each still names somebody or something and is cancelled after 20 answers.</source>
        <translation>Dieselbe Abfrage, jedes Mal eine Sache geändert, und wenn das nichts bringt, zwei zugleich. Jede nennt noch jemanden oder etwas und wird nach 20 Antworten abgebrochen.</translation>
    </message>
    <message>
        <source>There is nothing to change one at a time</source>
        <translation>Es gibt nichts, was sich einzeln ändern ließe</translation>
    </message>
    <message>
        <source>There it is</source>
        <translation>Dort steht</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Diese nehmen</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>What PACSDesk can change</source>
        <translation>Was PACSDesk ändern kann</translation>
    </message>
    <message>
        <source>What hid the result</source>
        <translation>Was das Ergebnis verbarg</translation>
    </message>
    <message>
        <source>What is ticked leaves, as it stands here.</source>
        <translation>Hinaus geht, was angekreuzt ist, so wie es hier steht.</translation>
    </message>
    <message>
        <source>What to ask {peer} to learn why</source>
        <translation>Was {peer} zu fragen ist, um zu erfahren, warum</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Was zu sehen war</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>Worklist</translation>
    </message>
    <message>
        <source>Write it into the form and ask again</source>
        <translation>Ins Formular schreiben und neu fragen</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>the button “Unfold”</source>
        <translation>Schaltfläche „Zerlegen“</translation>
    </message>
    <message>
        <source>the field “Calling AE title”</source>
        <translation>Feld „Rufender AE-Titel“</translation>
    </message>
    <message>
        <source>the field “Model”</source>
        <translation>Feld „Modell“</translation>
    </message>
    <message>
        <source>{ae_title} may echo and store from {host}. Send again.</source>
        <translation>{ae_title} darf von {host} Echo und Speichern. Senden Sie noch einmal.</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ms</translation>
    </message>
    <message>
        <source>{number} or more</source>
        <translation>{number} oder mehr</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message>
        <source>“Add title” on the page “Our titles” of the Peers panel</source>
        <translation>„Titel hinzufügen“ auf der Seite „Unsere Titel“ im Bereich Gegenstellen</translation>
    </message>
    <message>
        <source>“Change” in the Peers panel</source>
        <translation>„Ändern“ im Bereich Gegenstellen</translation>
    </message>
    <message>
        <source>“Fetch what is missing” in the retrieval</source>
        <translation>„Fehlendes abrufen“ beim Abruf</translation>
    </message>
    <message>
        <source>“Unblock” on the page “Refused callers” of the Peers panel</source>
        <translation>„Entsperren“ auf der Seite „Abgewiesene Rufer“ im Bereich Gegenstellen</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Associations</source>
        <translation>Assoziationen</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Commitments</translation>
    </message>
    <message>
        <source>Conformance</source>
        <translation>Conformance</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Gegenstellen</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Trace and relay</source>
        <translation>Aufzeichnung, Relais</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Abläufe</translation>
    </message>
</context>
<context>
    <name>Peers</name>
    <message numerus="yes">
        <source>%Ln entries are taken in.</source>
        <translation>
            <numerusform>%Ln Eintrag ist übernommen.</numerusform>
            <numerusform>%Ln Einträge sind übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are what they were before.</source>
        <translation>
            <numerusform>%Ln Eintrag ist, was er vorher war.</numerusform>
            <numerusform>%Ln Einträge sind, was sie vorher waren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries in {file}</source>
        <translation>
            <numerusform>%Ln Eintrag in {file}</numerusform>
            <numerusform>%Ln Einträge in {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines in {path}</source>
        <translation>
            <numerusform>%Ln Zeile in {path}</numerusform>
            <numerusform>%Ln Zeilen in {path}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln peers</source>
        <translation>
            <numerusform>%Ln Gegenstelle</numerusform>
            <numerusform>%Ln Gegenstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln peers are removed.</source>
        <translation>
            <numerusform>%Ln Gegenstelle ist entfernt.</numerusform>
            <numerusform>%Ln Gegenstellen sind entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln peers repeated</source>
        <translation>
            <numerusform>%Ln Gegenstelle wiederholt</numerusform>
            <numerusform>%Ln Gegenstellen wiederholt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seconds</source>
        <translation>
            <numerusform>%Ln Sekunde</numerusform>
            <numerusform>%Ln Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>A host has no spaces.</source>
        <translation>Ein Host enthält keine Leerzeichen.</translation>
    </message>
    <message>
        <source>A known peer&apos;s further title</source>
        <translation>Weiterer Titel einer bekannten Gegenstelle</translation>
    </message>
    <message>
        <source>A peer is another DICOM system: a modality that sends here, an archive that is asked. Enter its AE title, host and port, then Connect shows each step of the way to it.</source>
        <translation>Eine Gegenstelle ist ein anderes DICOM-System: eine Modalität, die hierher sendet, ein Archiv, das gefragt wird. Tragen Sie AE-Titel, Host und Port ein; dann zeigt Verbinden jede Stufe des Weges dorthin.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535. Leave it empty for a peer that only sends.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535. Leer für eine Gegenstelle, die nur sendet.</translation>
    </message>
    <message>
        <source>A run that finds something else than the one before stands here, with its cause.</source>
        <translation>Hier steht jeder Lauf, der etwas anderes findet als der davor, mit der Ursache.</translation>
    </message>
    <message>
        <source>A title has at most {number} further ones.</source>
        <translation>Ein Titel hat höchstens {number} weitere.</translation>
    </message>
    <message>
        <source>AE title</source>
        <translation>AE-Titel</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Add peer</source>
        <translation>Gegenstelle hinzufügen</translation>
    </message>
    <message>
        <source>Add title</source>
        <translation>Titel hinzufügen</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Eingetragen</translation>
    </message>
    <message>
        <source>Address check</source>
        <translation>Adressprüfung</translation>
    </message>
    <message>
        <source>Address to listen at</source>
        <translation>Adresse, auf der er lauscht</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Alle zugleich</translation>
    </message>
    <message>
        <source>All entries as TOML, or the peers alone as CSV</source>
        <translation>Alle Einträge als TOML, oder die Gegenstellen allein als CSV</translation>
    </message>
    <message>
        <source>All peers</source>
        <translation>Alle Gegenstellen</translation>
    </message>
    <message>
        <source>All peers at once</source>
        <translation>Alle Gegenstellen zugleich</translation>
    </message>
    <message>
        <source>All; the main title</source>
        <translation>Alle; der Haupttitel</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>Heißt auch</translation>
    </message>
    <message>
        <source>An address to listen at needs a port of its own.</source>
        <translation>Eine Adresse zum Lauschen braucht einen eigenen Port.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer to the title that it called</source>
        <translation>Auf den gerufenen Titel hören</translation>
    </message>
    <message>
        <source>Any address</source>
        <translation>Jede Adresse</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>At most 16 characters; capitals and small letters count.</source>
        <translation>Höchstens 16 Zeichen; Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
        <source>At most {size} bytes are taken in.</source>
        <translation>Höchstens {size} Bytes werden übernommen.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Bring the entries of the chosen changes back to what they were</source>
        <translation>Die Einträge der gewählten Änderungen auf das zurückbringen, was sie waren</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Gerufen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Change the entry of the chosen peer</source>
        <translation>Den Eintrag der gewählten Gegenstelle ändern</translation>
    </message>
    <message>
        <source>Change the title and address of the peer that it is most like</source>
        <translation>Titel und Adresse der ähnlichsten Gegenstelle ändern</translation>
    </message>
    <message>
        <source>Change title</source>
        <translation>Titel ändern</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} ändern</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Ändert</translation>
    </message>
    <message>
        <source>Changes of all entries</source>
        <translation>Änderungen aller Einträge</translation>
    </message>
    <message>
        <source>Changes or runs</source>
        <translation>Änderungen oder Läufe</translation>
    </message>
    <message>
        <source>Changes so far</source>
        <translation>Bisher geändert</translation>
    </message>
    <message>
        <source>Character set</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>Choose a peer</source>
        <translation>Gegenstelle wählen</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Climb to every peer that has a host and a port; nothing is stored, moved or changed</source>
        <translation>Jede Gegenstelle mit Host und Port Stufe für Stufe prüfen; nichts wird gespeichert, verschoben oder geändert</translation>
    </message>
    <message>
        <source>Climb to the peer step by step; nothing is stored, moved or changed there (Enter)</source>
        <translation>Die Gegenstelle Stufe für Stufe prüfen; dort wird nichts gespeichert, verschoben oder geändert (Eingabe)</translation>
    </message>
    <message>
        <source>Climbing step by step. Nothing is stored, moved or changed there.</source>
        <translation>Wird Stufe für Stufe geprüft. Dort wird nichts gespeichert, verschoben oder geändert.</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Commitment</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect to all</source>
        <translation>Mit allen verbinden</translation>
    </message>
    <message>
        <source>Connect, and call a title that nobody has</source>
        <translation>Verbinden, auch unter einem Titel, den niemand hat</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Does not listen</source>
        <translation>Lauscht nicht</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Geht nicht</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Each change of a peer or of a title of ours stands here, with who made it, when and why.</source>
        <translation>Hier steht jede Änderung einer Gegenstelle oder eines unserer Titel, und wer sie wann und warum gemacht hat.</translation>
    </message>
    <message>
        <source>Each peer is a row, each step of the way to it a column. Those that are dead take no longer than one.</source>
        <translation>Jede Gegenstelle ist eine Zeile, jede Stufe des Weges dorthin eine Spalte. Viele stumme dauern nicht länger als eine.</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>Echo</translation>
    </message>
    <message>
        <source>Empty for the port of the main title, which it then shares.</source>
        <translation>Leer für den Port des Haupttitels, den er dann teilt.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>End it at once, and what would come again</source>
        <translation>Sofort beenden, auch was noch käme</translation>
    </message>
    <message>
        <source>End it at once, and what would come again (Esc)</source>
        <translation>Sofort beenden, auch was noch käme (Esc)</translation>
    </message>
    <message>
        <source>End the runs of the chosen peers, or of all; what was found stays</source>
        <translation>Die Läufe der gewählten Gegenstellen oder aller beenden; was gefunden wurde, bleibt</translation>
    </message>
    <message>
        <source>Enter a name under which people know it.</source>
        <translation>Geben Sie einen Namen ein, unter dem man sie kennt.</translation>
    </message>
    <message>
        <source>Enter another DICOM system</source>
        <translation>Ein anderes DICOM-System eintragen</translation>
    </message>
    <message>
        <source>Enter its name or address, or “any” for a caller from anywhere.</source>
        <translation>Geben Sie Namen oder Adresse ein, oder „any“ für einen Rufer von überall.</translation>
    </message>
    <message>
        <source>Entered since</source>
        <translation>Seither eingetragen</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Every 15 minutes</source>
        <translation>Alle 15 Minuten</translation>
    </message>
    <message>
        <source>Every 5 minutes</source>
        <translation>Alle 5 Minuten</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Jede Stunde</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>Jede Minute</translation>
    </message>
    <message>
        <source>Evidence pack</source>
        <translation>Belegpaket</translation>
    </message>
    <message>
        <source>Exactly this host</source>
        <translation>Genau dieser Host</translation>
    </message>
    <message>
        <source>Export entries</source>
        <translation>Einträge exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>For a peer that fails now and then: choose beside Repeat, at a peer or at all at once, how often it is tested. Each run and each change is listed here while this window is open.</source>
        <translation>Für eine Gegenstelle, die hin und wieder ausfällt: Bei einer Gegenstelle oder unter „Alle zugleich“ neben „Wiederholen“ wählen, wie oft geprüft wird. Jeder Lauf und jede Änderung steht dann hier, solange dieses Fenster offen ist.</translation>
    </message>
    <message>
        <source>For the history; may stay empty.</source>
        <translation>Für den Verlauf; darf leer bleiben.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From TOML, CSV, Orthanc, dcmqrscp or Conquest; shows first what it would change</source>
        <translation>Aus TOML, CSV, Orthanc, dcmqrscp oder Conquest; zeigt erst, was sich ändern würde</translation>
    </message>
    <message>
        <source>From which addresses it may call</source>
        <translation>Von welchen Adressen sie rufen darf</translation>
    </message>
    <message>
        <source>Further titles that count as it</source>
        <translation>Weitere Titel, die als er gelten</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Get</translation>
    </message>
    <message>
        <source>Go back to before this</source>
        <translation>Zurück vor diese</translation>
    </message>
    <message>
        <source>Go back to this</source>
        <translation>Dahin zurück</translation>
    </message>
    <message numerus="yes">
        <source>Going back to before this takes back %Ln changes.</source>
        <translation>
            <numerusform>„Zurück vor diese“ nimmt %Ln Änderung zurück.</numerusform>
            <numerusform>„Zurück vor diese“ nimmt %Ln Änderungen zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>History of all entries</source>
        <translation>Verlauf aller Einträge</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Import peers</source>
        <translation>Gegenstellen importieren</translation>
    </message>
    <message>
        <source>Import, export, history of all entries</source>
        <translation>Import, Export, Verlauf aller Einträge</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>It called {called}; this archive is {own}. Change the called AE title at the sender.</source>
        <translation>Gerufen wurde {called}; dieses Archiv heißt {own}. Ändern Sie den gerufenen AE-Titel beim Absender.</translation>
    </message>
    <message>
        <source>It is a known peer</source>
        <translation>Ist eine bekannte Gegenstelle</translation>
    </message>
    <message>
        <source>It is blocked: its calls are refused, only the audit notes one a day. Remove the entry to unblock it.</source>
        <translation>Sie ist gesperrt: Ihre Rufe werden abgewiesen, nur das Audit vermerkt einen am Tag. Entfernen Sie den Eintrag, um sie zu entsperren.</translation>
    </message>
    <message>
        <source>It is entered without a port or a single host: it may call us, we cannot call it.</source>
        <translation>Sie ist ohne Port oder ohne einen einzelnen Host eingetragen: Sie darf uns rufen, wir können sie nicht rufen.</translation>
    </message>
    <message>
        <source>It is so already: nothing was changed.</source>
        <translation>Es ist schon so: Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>It takes TOML and CSV of PACSDesk, orthanc.json, dcmqrscp.cfg and acrnema.map.</source>
        <translation>Gelesen werden TOML und CSV von PACSDesk, orthanc.json, dcmqrscp.cfg und acrnema.map.</translation>
    </message>
    <message>
        <source>Its name or address.</source>
        <translation>Name oder Adresse.</translation>
    </message>
    <message>
        <source>Its network, for addresses from DHCP</source>
        <translation>Ihr Netz, für Adressen von DHCP</translation>
    </message>
    <message>
        <source>Keep the first, list the second as a conflict</source>
        <translation>Das erste behalten, das zweite als Konflikt zeigen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Letztes Ergebnis</translation>
    </message>
    <message>
        <source>Last runs</source>
        <translation>Letzte Läufe</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Listens</source>
        <translation>Lauscht</translation>
    </message>
    <message>
        <source>Longest outage</source>
        <translation>Längster Ausfall</translation>
    </message>
    <message>
        <source>MPPS</source>
        <translation>MPPS</translation>
    </message>
    <message>
        <source>Make it a stranger again, who is refused with the reason</source>
        <translation>Ihn wieder zum Fremden machen, der mit Begründung abgewiesen wird</translation>
    </message>
    <message>
        <source>Make these changes, all of them or none; this can be undone</source>
        <translation>Diese Änderungen machen, alle oder keine; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>May ask of us</source>
        <translation>Darf verlangen</translation>
    </message>
    <message>
        <source>May call from</source>
        <translation>Darf rufen von</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Mostly 104 or 11112, with TLS 2762. Empty for a peer that only sends.</source>
        <translation>Meist 104 oder 11112, mit TLS 2762. Leer für eine Gegenstelle, die nur sendet.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Mutual</source>
        <translation>Gegenseitig</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Negotiated</source>
        <translation>Ausgehandelt</translation>
    </message>
    <message>
        <source>Negotiated items</source>
        <translation>Was ausgehandelt wurde</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New peer</source>
        <translation>Neue Gegenstelle</translation>
    </message>
    <message>
        <source>New title of ours</source>
        <translation>Neuer eigener Titel</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Next at {time}</source>
        <translation>Wieder um {time}</translation>
    </message>
    <message>
        <source>No change of this entry is on record.</source>
        <translation>Von diesem Eintrag ist keine Änderung verzeichnet.</translation>
    </message>
    <message>
        <source>No common transfer syntax</source>
        <translation>Keine gemeinsame Transfersyntax</translation>
    </message>
    <message>
        <source>No peer is repeated</source>
        <translation>Keine Gegenstelle wird wiederholt geprüft</translation>
    </message>
    <message>
        <source>No peer yet</source>
        <translation>Noch keine Gegenstelle</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>Kein Titel</translation>
    </message>
    <message>
        <source>Nobody was turned away since the engine started</source>
        <translation>Seit dem Start des Dienstes wurde niemand abgewiesen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Nicht beantwortet</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Nicht versucht</translation>
    </message>
    <message>
        <source>Not tried yet. Connect climbs from this computer to the peer&apos;s services, step by step, and says what stands in the way. Nothing is stored, moved or changed there.</source>
        <translation>Noch nicht versucht. Verbinden prüft Stufe für Stufe den Weg von diesem Computer bis zu den Diensten der Gegenstelle und sagt, was im Weg steht. Dort wird nichts gespeichert, verschoben oder geändert.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Nothing changed yet</source>
        <translation>Noch hat sich nichts geändert</translation>
    </message>
    <message>
        <source>Nothing negotiated</source>
        <translation>Nichts ausgehandelt</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Noch wurde nichts geändert</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Of the text that we send it, as in ISO_IR 100. Empty for what fits.</source>
        <translation>Des Textes, den wir ihr senden, etwa ISO_IR 100. Leer für das Passende.</translation>
    </message>
    <message>
        <source>Of this computer; empty for that of the main title.</source>
        <translation>Dieses Computers; leer für die des Haupttitels.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>Einer je Zeile.</translation>
    </message>
    <message>
        <source>Other content under a UID that is stored</source>
        <translation>Anderer Inhalt unter einer gespeicherten UID</translation>
    </message>
    <message>
        <source>Our title</source>
        <translation>Unser Titel</translation>
    </message>
    <message>
        <source>Our titles</source>
        <translation>Unsere Titel</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Gegenstellen</translation>
    </message>
    <message>
        <source>Peers, all at once, repeated, refused callers or our titles</source>
        <translation>Gegenstellen, alle zugleich, wiederholte, abgewiesene Rufer oder unsere Titel</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Refuse it from now on without a word; this can be undone</source>
        <translation>Ihn von nun an stillschweigend abweisen; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Refuse the second</source>
        <translation>Das zweite ablehnen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Refused by the peer&apos;s user</source>
        <translation>Von ihrem Anwender abgelehnt</translation>
    </message>
    <message>
        <source>Refused callers</source>
        <translation>Abgewiesene Rufer</translation>
    </message>
    <message>
        <source>Refused without a reason</source>
        <translation>Ohne Grund abgelehnt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove title</source>
        <translation>Titel entfernen</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Repeated peers</source>
        <translation>Wiederholte Gegenstellen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Result {number}</source>
        <translation>Ergebnis {number}</translation>
    </message>
    <message>
        <source>Result, negotiated items, entry or history</source>
        <translation>Ergebnis, Ausgehandeltes, Eintrag oder Verlauf</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>SOP class</source>
        <translation>SOP-Klasse</translation>
    </message>
    <message>
        <source>SOP class not supported</source>
        <translation>SOP-Klasse nicht unterstützt</translation>
    </message>
    <message>
        <source>Same UID</source>
        <translation>Gleiche UID</translation>
    </message>
    <message>
        <source>Same UID, other content</source>
        <translation>Gleiche UID, anderer Inhalt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>Save this entry first, or cancel it.</source>
        <translation>Speichern Sie erst diesen Eintrag, oder brechen Sie ihn ab.</translation>
    </message>
    <message>
        <source>Seconds; empty for what is usual.</source>
        <translation>Sekunden; leer für das Übliche.</translation>
    </message>
    <message>
        <source>Sends only</source>
        <translation>Sendet nur</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Services that it provides</source>
        <translation>Dienste, die er bietet</translation>
    </message>
    <message>
        <source>Shows whether the peer checks the called title; its log may show that as an alarm</source>
        <translation>Zeigt, ob die Gegenstelle den gerufenen Titel prüft; in ihrem Protokoll kann das wie ein Alarm aussehen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop repeating</source>
        <translation>Nicht mehr wiederholen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>TLS, both show certificates</source>
        <translation>TLS, beide zeigen Zertifikate</translation>
    </message>
    <message>
        <source>Take back the chosen change and all newer ones, of all entries; this can be undone</source>
        <translation>Die gewählte Änderung und alle neueren zurücknehmen, bei allen Einträgen; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take the chosen peers out; this can be undone</source>
        <translation>Die gewählten Gegenstellen herausnehmen; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Take the title that it called as a further one of ours</source>
        <translation>Den gerufenen Titel als weiteren eigenen eintragen</translation>
    </message>
    <message>
        <source>Take this change back</source>
        <translation>Diese Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Test again and again while this window is open; what changes is told and listed</source>
        <translation>Immer wieder prüfen, solange dieses Fenster offen ist; was sich ändert, wird gemeldet und aufgelistet</translation>
    </message>
    <message>
        <source>Test the chosen peers, or all, again and again while this window is open</source>
        <translation>Die gewählten Gegenstellen oder alle immer wieder prüfen, solange dieses Fenster offen ist</translation>
    </message>
    <message>
        <source>The entries are in {file}.</source>
        <translation>Die Einträge stehen in {file}.</translation>
    </message>
    <message>
        <source>The entry is so already.</source>
        <translation>Der Eintrag ist schon so.</translation>
    </message>
    <message>
        <source>The entry is what it was.</source>
        <translation>Der Eintrag ist, was er war.</translation>
    </message>
    <message>
        <source>The entry was left without saving it.</source>
        <translation>Der Eintrag wurde verlassen, ohne ihn zu speichern.</translation>
    </message>
    <message>
        <source>The main title is in the settings; further ones are entered here.</source>
        <translation>Der Haupttitel steht in den Einstellungen; weitere werden hier eingetragen.</translation>
    </message>
    <message>
        <source>The newest takes its place, the older goes to the trash</source>
        <translation>Das neueste nimmt seinen Platz ein, das ältere kommt in den Papierkorb</translation>
    </message>
    <message>
        <source>The peer</source>
        <translation>Die Gegenstelle</translation>
    </message>
    <message>
        <source>The result is in the clipboard.</source>
        <translation>Das Ergebnis ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Then Connect shows each step of the way to it, and what stands in the way.</source>
        <translation>Dann zeigt Verbinden jede Stufe des Weges dorthin, und was im Weg steht.</translation>
    </message>
    <message>
        <source>There is already a peer of this name. Choose another, or change that one.</source>
        <translation>Es gibt schon eine Gegenstelle dieses Namens. Wählen Sie einen anderen, oder ändern Sie jene.</translation>
    </message>
    <message>
        <source>There is no entry in this file</source>
        <translation>In dieser Datei steht kein Eintrag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Zeit zum Antworten</translation>
    </message>
    <message>
        <source>Time to associate</source>
        <translation>Zeit zum Assoziieren</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>Zeit zum Verbinden</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Transfer syntax</source>
        <translation>Transfersyntax</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Used by us</source>
        <translation>Von uns genutzt</translation>
    </message>
    <message>
        <source>Wait for an answer</source>
        <translation>Auf eine Antwort warten</translation>
    </message>
    <message>
        <source>Wait for the association</source>
        <translation>Auf die Assoziation warten</translation>
    </message>
    <message>
        <source>Wait for the connection</source>
        <translation>Auf die Verbindung warten</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>We</source>
        <translation>Wir</translation>
    </message>
    <message>
        <source>We are called {ae_title} as well. Send again.</source>
        <translation>Wir heißen nun auch {ae_title}. Erneut senden.</translation>
    </message>
    <message>
        <source>We use of it</source>
        <translation>Wir nutzen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What Connect tries. Nothing ticked: everything is tried.</source>
        <translation>Was Verbinden versucht. Nichts angekreuzt: alles wird versucht.</translation>
    </message>
    <message>
        <source>What both sides agree upon shows here once there was an association.</source>
        <translation>Worauf sich beide Seiten einigen, steht hier, sobald es eine Assoziation gab.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>What changes, or why not</source>
        <translation>Was sich ändert, oder warum nicht</translation>
    </message>
    <message>
        <source>What it may ask of us</source>
        <translation>Was sie von uns verlangen darf</translation>
    </message>
    <message>
        <source>What the file brings</source>
        <translation>Was die Datei bringt</translation>
    </message>
    <message>
        <source>What we use of it</source>
        <translation>Was wir von ihr nutzen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Who calls and is not entered, or asks for what it may not, stands here with the reason. What was refused before is among the past associations.</source>
        <translation>Wer ruft und nicht eingetragen ist oder verlangt, was er nicht darf, steht hier mit dem Grund. Was davor abgewiesen wurde, steht bei den vergangenen Assoziationen.</translation>
    </message>
    <message>
        <source>Who changed what, when and why, with the way back</source>
        <translation>Wer was wann und warum geändert hat, mit dem Weg zurück</translation>
    </message>
    <message>
        <source>Whole seconds from 1 to {most}, or empty for what is usual.</source>
        <translation>Ganze Sekunden von 1 bis {most}, oder leer für das Übliche.</translation>
    </message>
    <message>
        <source>Whom to ask about it.</source>
        <translation>Wen man dazu fragt.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>Worklist</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Geht</translation>
    </message>
    <message>
        <source>Works in part</source>
        <translation>Geht zum Teil</translation>
    </message>
    <message>
        <source>Write a second entry for the peer that it is most like</source>
        <translation>Einen zweiten Eintrag für die Gegenstelle anlegen, der er am meisten gleicht</translation>
    </message>
    <message>
        <source>Write an entry for this caller; look it over, then save it (Enter)</source>
        <translation>Einen Eintrag für diesen Rufer schreiben; durchsehen, dann speichern (Eingabe)</translation>
    </message>
    <message>
        <source>Write the list below, of the chosen peers or of all</source>
        <translation>Die Liste unten schreiben, für die gewählten Gegenstellen oder alle</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <source>{ae_title} at {host} port {port}</source>
        <translation>{ae_title} auf {host} Port {port}</translation>
    </message>
    <message>
        <source>{ae_title} at {host} port {port}, asked as {calling} on {moment}</source>
        <translation>{ae_title} auf {host} Port {port}, gefragt als {calling} am {moment}</translation>
    </message>
    <message>
        <source>{ae_title} at {host}, sends only</source>
        <translation>{ae_title} auf {host}, sendet nur</translation>
    </message>
    <message>
        <source>{ae_title} from {host} is a stranger again: it is refused with the reason.</source>
        <translation>{ae_title} von {host} ist wieder ein Fremder: Er wird mit Begründung abgewiesen.</translation>
    </message>
    <message>
        <source>{ae_title} from {host} is blocked: it is refused, and only the audit notes it, once a day.</source>
        <translation>{ae_title} von {host} ist gesperrt: Es wird abgewiesen, und nur das Audit vermerkt es, einmal am Tag.</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{change} by {who} on {moment}</source>
        <translation>{change} von {who} am {moment}</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{file} is too large.</source>
        <translation>{file} ist zu groß.</translation>
    </message>
    <message numerus="yes">
        <source>{known} of %Ln peers</source>
        <translation>
            <numerusform>{known} von %Ln Gegenstelle</numerusform>
            <numerusform>{known} von %Ln Gegenstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>{length}, lasts</source>
        <translation>{length}, dauert an</translation>
    </message>
    <message>
        <source>{name} ({uid}), takes PDUs up to {length}</source>
        <translation>{name} ({uid}), nimmt PDUs bis {length}</translation>
    </message>
    <message>
        <source>{name} is a title of ours.</source>
        <translation>{name} ist ein eigener Titel.</translation>
    </message>
    <message>
        <source>{name} is changed.</source>
        <translation>{name} ist geändert.</translation>
    </message>
    <message>
        <source>{name} is entered.</source>
        <translation>{name} ist eingetragen.</translation>
    </message>
    <message>
        <source>{name} is no title of ours any more.</source>
        <translation>{name} ist kein eigener Titel mehr.</translation>
    </message>
    <message>
        <source>{name} is removed.</source>
        <translation>{name} ist entfernt.</translation>
    </message>
    <message>
        <source>{name}, as its SCP</source>
        <translation>{name}, als deren SCP</translation>
    </message>
    <message>
        <source>{number} as they are</source>
        <translation>{number} unverändert</translation>
    </message>
    <message>
        <source>{number} changed</source>
        <translation>{number} geändert</translation>
    </message>
    <message>
        <source>{number} left out</source>
        <translation>{number} ausgelassen</translation>
    </message>
    <message>
        <source>{number} new</source>
        <translation>{number} neu</translation>
    </message>
    <message>
        <source>{peer}: {change}</source>
        <translation>{peer}: {change}</translation>
    </message>
    <message>
        <source>{result}, for another cause</source>
        <translation>{result}, aus anderem Grund</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message numerus="yes">
        <source>%Ln answers chosen</source>
        <translation>
            <numerusform>%Ln Antwort gewählt</numerusform>
            <numerusform>%Ln Antworten gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answers in {time}</source>
        <translation>
            <numerusform>%Ln Antwort in {time}</numerusform>
            <numerusform>%Ln Antworten in {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln as conflicts</source>
        <translation>
            <numerusform>%Ln als Konflikt</numerusform>
            <numerusform>%Ln als Konflikte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln gescheitert</numerusform>
            <numerusform>%Ln gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln here before</source>
        <translation>
            <numerusform>%Ln schon hier</numerusform>
            <numerusform>%Ln schon hier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln missing</source>
        <translation>
            <numerusform>%Ln fehlt</numerusform>
            <numerusform>%Ln fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patients</source>
        <translation>
            <numerusform>%Ln Patient</numerusform>
            <numerusform>%Ln Patienten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused here</source>
        <translation>
            <numerusform>%Ln hier abgelehnt</numerusform>
            <numerusform>%Ln hier abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln retrievals</source>
        <translation>
            <numerusform>%Ln Abruf</numerusform>
            <numerusform>%Ln Abrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent</source>
        <translation>
            <numerusform>%Ln gesendet</numerusform>
            <numerusform>%Ln gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation>
            <numerusform>%Ln Serie</numerusform>
            <numerusform>%Ln Serien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stored</source>
        <translation>
            <numerusform>%Ln gespeichert</numerusform>
            <numerusform>%Ln gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies</source>
        <translation>
            <numerusform>%Ln Studie</numerusform>
            <numerusform>%Ln Studien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to go</source>
        <translation>
            <numerusform>%Ln steht aus</numerusform>
            <numerusform>%Ln stehen aus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a warning</source>
        <translation>
            <numerusform>%Ln mit Warnung</numerusform>
            <numerusform>%Ln mit Warnung</numerusform>
        </translation>
    </message>
    <message>
        <source>A UID has at most 64 characters.</source>
        <translation>Eine UID hat höchstens 64 Zeichen.</translation>
    </message>
    <message>
        <source>A UID has digits and points only.</source>
        <translation>Eine UID hat nur Ziffern und Punkte.</translation>
    </message>
    <message>
        <source>A UID has no wildcards.</source>
        <translation>Eine UID hat keine Platzhalter.</translation>
    </message>
    <message>
        <source>A date has no wildcards: write a range.</source>
        <translation>Ein Datum hat keine Platzhalter: Schreiben Sie einen Zeitraum.</translation>
    </message>
    <message>
        <source>A keyword or a tag, as ReferringPhysicianName or 0008,0090; then Return.</source>
        <translation>Ein Schlüsselwort oder ein Tag, etwa ReferringPhysicianName oder 0008,0090; dann die Eingabetaste.</translation>
    </message>
    <message>
        <source>A moment as 202603010930, or a range with - between.</source>
        <translation>Ein Zeitpunkt wie 202603010930, oder ein Zeitraum mit - dazwischen.</translation>
    </message>
    <message>
        <source>A number has no wildcards.</source>
        <translation>Eine Zahl hat keine Platzhalter.</translation>
    </message>
    <message>
        <source>A peer is another DICOM system. One that is to be asked has a host and a port.</source>
        <translation>Eine Gegenstelle ist ein anderes DICOM-System. Wer gefragt werden soll, hat einen Host und einen Port.</translation>
    </message>
    <message>
        <source>A sequence: ask for what is in it, as Sequence.Modality.</source>
        <translation>Eine Sequenz: Fragen Sie nach dem, was darin steht, etwa Sequence.Modality.</translation>
    </message>
    <message>
        <source>A time as 0930, or a range: 0900-1200, 0900-, -1200.</source>
        <translation>Eine Zeit wie 0930, oder ein Zeitraum: 0900-1200, 0900-, -1200.</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>Auftragsnummer</translation>
    </message>
    <message>
        <source>Another AE title shows what the peer answers to that system. It is audited.</source>
        <translation>Ein anderer AE-Titel zeigt, was die Gegenstelle jenem System antwortet. Das Audit vermerkt es.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Answers; then the query is cancelled (C-CANCEL).</source>
        <translation>Antworten; dann wird die Abfrage abgebrochen (C-CANCEL).</translation>
    </message>
    <message>
        <source>Any other key</source>
        <translation>Anderer Schlüssel</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Ask a peer</source>
        <translation>Gegenstelle fragen</translation>
    </message>
    <message>
        <source>Ask a peer what it has</source>
        <translation>Fragen, was eine Gegenstelle hat</translation>
    </message>
    <message>
        <source>Ask as</source>
        <translation>Fragen als</translation>
    </message>
    <message>
        <source>Ask for the usual keys too</source>
        <translation>Auch nach den üblichen Schlüsseln fragen</translation>
    </message>
    <message>
        <source>Ask the peer (Return, Ctrl+Return)</source>
        <translation>Die Gegenstelle fragen (Eingabetaste, Strg+Eingabetaste)</translation>
    </message>
    <message>
        <source>Ask the peer for what did not land, and no more</source>
        <translation>Die Gegenstelle nach dem fragen, was nicht ankam, und nach sonst nichts</translation>
    </message>
    <message>
        <source>Ask the peer to stop (C-CANCEL)</source>
        <translation>Die Gegenstelle bitten, aufzuhören (C-CANCEL)</translation>
    </message>
    <message>
        <source>Ask why</source>
        <translation>Warum fragen</translation>
    </message>
    <message>
        <source>Asked as {value}</source>
        <translation>Gefragt wird {value}</translation>
    </message>
    <message>
        <source>Asked last</source>
        <translation>Zuletzt gefragt</translation>
    </message>
    <message>
        <source>Asking {peer}</source>
        <translation>{peer} wird gefragt</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>C-GET: for peers that do not know us as a destination</source>
        <translation>C-GET: für Gegenstellen, die uns nicht als Ziel kennen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change one key at a time and see which one hides the result</source>
        <translation>Einen Schlüssel nach dem anderen ändern und sehen, welcher das Ergebnis verbirgt</translation>
    </message>
    <message>
        <source>Character set of the keys</source>
        <translation>Zeichensatz der Schlüssel</translation>
    </message>
    <message>
        <source>Choose answers on the Query page, then Retrieve here or Send to another.</source>
        <translation>Wählen Sie Antworten auf der Seite Abfrage, dann Hierher abrufen oder An andere senden.</translation>
    </message>
    <message>
        <source>Choose one to see all that the peer says of it.</source>
        <translation>Wählen Sie eine, um alles zu sehen, was die Gegenstelle dazu sagt.</translation>
    </message>
    <message>
        <source>Codes stand in capitals.</source>
        <translation>Codes stehen in Großbuchstaben.</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy every element of the chosen answer as text</source>
        <translation>Jedes Element der gewählten Antwort als Text kopieren</translation>
    </message>
    <message>
        <source>Copy in full</source>
        <translation>Ganz kopieren</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen rows as text</source>
        <translation>Die gewählten Zeilen als Text kopieren</translation>
    </message>
    <message>
        <source>Counted by the peer. Leave it empty; hardly any archive matches it.</source>
        <translation>Von der Gegenstelle gezählt. Lassen Sie es leer; kaum ein Archiv vergleicht es.</translation>
    </message>
    <message>
        <source>Dates are eight digits, year first.</source>
        <translation>Ein Datum sind acht Ziffern, das Jahr zuerst.</translation>
    </message>
    <message>
        <source>Destination AE title</source>
        <translation>AE-Titel des Ziels</translation>
    </message>
    <message>
        <source>Do not ask for {key}</source>
        <translation>Nicht nach {key} fragen</translation>
    </message>
    <message>
        <source>Empty: the one entered for the peer, else UTF-8 where ASCII is not enough.</source>
        <translation>Leer: der bei der Gegenstelle eingetragene, sonst UTF-8, wo ASCII nicht reicht.</translation>
    </message>
    <message>
        <source>End it at once; what has come stays (Esc)</source>
        <translation>Sofort beenden; was gekommen ist, bleibt (Esc)</translation>
    </message>
    <message>
        <source>Evidence pack</source>
        <translation>Belegpaket</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Family and given name have a ^ between.</source>
        <translation>Zwischen Familien- und Vorname steht ein ^.</translation>
    </message>
    <message>
        <source>Family^Given. * stands for any signs, ? for one: DOE^J*</source>
        <translation>Familie^Vorname. * steht für beliebige Zeichen, ? für eines: DOE^J*</translation>
    </message>
    <message>
        <source>Fetch what is missing</source>
        <translation>Fehlendes abrufen</translation>
    </message>
    <message>
        <source>Fill in one key or more and press Return. Empty keys are shown and match everything, so name at least a patient, a study or a day.</source>
        <translation>Füllen Sie mindestens einen Schlüssel aus und drücken Sie die Eingabetaste. Leere Schlüssel werden gezeigt und passen auf alles; nennen Sie also wenigstens einen Patienten, eine Studie oder einen Tag.</translation>
    </message>
    <message>
        <source>Filter answers</source>
        <translation>Antworten filtern</translation>
    </message>
    <message>
        <source>Filter answers - for example: doe ct</source>
        <translation>Antworten filtern - zum Beispiel: doe ct</translation>
    </message>
    <message>
        <source>For PACSDesk</source>
        <translation>Für PACSDesk</translation>
    </message>
    <message>
        <source>For findscu of DCMTK</source>
        <translation>Für findscu von DCMTK</translation>
    </message>
    <message>
        <source>Forget a saved query</source>
        <translation>Gespeicherte Abfrage vergessen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Have the chosen ones sent, here or elsewhere</source>
        <translation>Das Gewählte senden lassen, hierher oder anderswohin</translation>
    </message>
    <message>
        <source>Have the peer send the chosen ones to a third system (C-MOVE)</source>
        <translation>Die Gegenstelle das Gewählte an ein drittes System senden lassen (C-MOVE)</translation>
    </message>
    <message>
        <source>Have the peer send the chosen ones to this archive (C-MOVE)</source>
        <translation>Die Gegenstelle das Gewählte an dieses Archiv senden lassen (C-MOVE)</translation>
    </message>
    <message numerus="yes">
        <source>Have {peer} send %Ln of these to</source>
        <translation>
            <numerusform>%Ln davon von {peer} senden lassen an</numerusform>
            <numerusform>%Ln davon von {peer} senden lassen an</numerusform>
        </translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Here, C-GET</source>
        <translation>Hierher, C-GET</translation>
    </message>
    <message>
        <source>Here, {title}</source>
        <translation>Hierher, {title}</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>Instance number</source>
        <translation>Instanznummer</translation>
    </message>
    <message>
        <source>It goes to {title}: what landed there cannot be seen from here.</source>
        <translation>Es geht an {title}: Was dort ankam, ist von hier nicht zu sehen.</translation>
    </message>
    <message>
        <source>It is in the clipboard.</source>
        <translation>Es ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>It runs. What comes shows in the ledger once it is over.</source>
        <translation>Er läuft. Was kommt, steht in der Aufstellung, sobald er vorbei ist.</translation>
    </message>
    <message>
        <source>Kept as a conflict</source>
        <translation>Als Konflikt behalten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Keys, identifier as text, or options</source>
        <translation>Schlüssel, Abfrage als Text oder Optionen</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Aufstellung</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Line {number}: a key is written NAME=VALUE, as PatientID=4711.</source>
        <translation>Zeile {number}: Ein Schlüssel wird NAME=WERT geschrieben, etwa PatientID=4711.</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>Genannt</translation>
    </message>
    <message>
        <source>Lost sight of</source>
        <translation>Aus den Augen verloren</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Modalities</source>
        <translation>Modalitäten</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Name of the query</source>
        <translation>Name der Abfrage</translation>
    </message>
    <message>
        <source>Neither a day nor a range of days; it is asked as it stands here.</source>
        <translation>Weder ein Tag noch ein Zeitraum; gefragt wird, was hier steht.</translation>
    </message>
    <message>
        <source>No answer has these words</source>
        <translation>Keine Antwort hat diese Wörter</translation>
    </message>
    <message>
        <source>No instance is known of</source>
        <translation>Von keiner Instanz ist etwas bekannt</translation>
    </message>
    <message>
        <source>No peer can be asked yet</source>
        <translation>Noch keine Gegenstelle kann gefragt werden</translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation>Nicht genannt</translation>
    </message>
    <message>
        <source>Not seen from here</source>
        <translation>Von hier nicht zu sehen</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>Nichts fehlt</translation>
    </message>
    <message>
        <source>Nothing matched</source>
        <translation>Nichts passte</translation>
    </message>
    <message>
        <source>Nothing was retrieved yet</source>
        <translation>Noch nichts wurde abgerufen</translation>
    </message>
    <message>
        <source>One day as 2026-03-01, or a range: 2026-03-01..2026-03-31, 2026-03-01.., ..2026-03-31.</source>
        <translation>Ein Tag wie 01.03.2026, oder ein Zeitraum: 01.03.2026..31.03.2026, 01.03.2026.., ..31.03.2026.</translation>
    </message>
    <message>
        <source>One key on each line, NAME=VALUE. Without a value it is shown and not matched. What is in a sequence stands behind its name and a point.</source>
        <translation>Ein Schlüssel je Zeile, NAME=WERT. Ohne Wert wird er gezeigt und nicht verglichen. Was in einer Sequenz steht, folgt auf ihren Namen und einen Punkt.</translation>
    </message>
    <message>
        <source>Only what is missing</source>
        <translation>Nur was fehlt</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>Patienten-ID</translation>
    </message>
    <message>
        <source>Patient name</source>
        <translation>Patientenname</translation>
    </message>
    <message>
        <source>Patient root</source>
        <translation>Patient Root</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Put together for the peer&apos;s maker what was asked and answered, without patient data</source>
        <translation>Für den Hersteller der Gegenstelle zusammenstellen, was gefragt und geantwortet wurde, ohne Patientendaten</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Query or retrievals</source>
        <translation>Abfrage oder Abrufe</translation>
    </message>
    <message>
        <source>Refused here</source>
        <translation>Hier abgelehnt</translation>
    </message>
    <message>
        <source>Requested procedure</source>
        <translation>Angeforderte Untersuchung</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Result or ledger</source>
        <translation>Ergebnis oder Aufstellung</translation>
    </message>
    <message>
        <source>Retrievals</source>
        <translation>Abrufe</translation>
    </message>
    <message>
        <source>Retrieve</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>Retrieve here</source>
        <translation>Hierher abrufen</translation>
    </message>
    <message>
        <source>Retrieve here on our association</source>
        <translation>Hierher auf unserer Assoziation</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>SOP Class UID</source>
        <translation>SOP Class UID</translation>
    </message>
    <message>
        <source>SOP Instance UID</source>
        <translation>SOP Instance UID</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save this query as</source>
        <translation>Diese Abfrage speichern als</translation>
    </message>
    <message>
        <source>Save this query under a name…</source>
        <translation>Diese Abfrage unter einem Namen speichern…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Als {name} gespeichert.</translation>
    </message>
    <message>
        <source>Saved queries and the last ones</source>
        <translation>Gespeicherte Abfragen und die letzten</translation>
    </message>
    <message>
        <source>Scheduled date</source>
        <translation>Geplantes Datum</translation>
    </message>
    <message>
        <source>Scheduled step</source>
        <translation>Geplanter Schritt</translation>
    </message>
    <message>
        <source>Scheduled time</source>
        <translation>Geplante Zeit</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send to another…</source>
        <translation>An andere senden…</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Series Instance UID</source>
        <translation>Series Instance UID</translation>
    </message>
    <message>
        <source>Series description</source>
        <translation>Serienbeschreibung</translation>
    </message>
    <message>
        <source>Series number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Show Peers</source>
        <translation>Gegenstellen zeigen</translation>
    </message>
    <message>
        <source>Show images</source>
        <translation>Bilder zeigen</translation>
    </message>
    <message>
        <source>Show series</source>
        <translation>Serien zeigen</translation>
    </message>
    <message>
        <source>Show studies</source>
        <translation>Studien zeigen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Station AE title</source>
        <translation>AE-Titel der Station</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Stopped before an answer came</source>
        <translation>Gestoppt, bevor eine Antwort kam</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Study Instance UID</source>
        <translation>Study Instance UID</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>Studiendatum</translation>
    </message>
    <message>
        <source>Study description</source>
        <translation>Studienbeschreibung</translation>
    </message>
    <message>
        <source>Study root</source>
        <translation>Study Root</translation>
    </message>
    <message>
        <source>Study time</source>
        <translation>Studienzeit</translation>
    </message>
    <message>
        <source>Test both legs of the move: we to the peer, the peer to the destination</source>
        <translation>Beide Abschnitte des Abrufs prüfen: wir zur Gegenstelle, die Gegenstelle zum Ziel</translation>
    </message>
    <message>
        <source>The answer does not say which one it is: no unique key.</source>
        <translation>Die Antwort sagt nicht, welche es ist: kein eindeutiger Schlüssel.</translation>
    </message>
    <message>
        <source>The blanks at its beginning or end may hide the result.</source>
        <translation>Die Leerzeichen am Anfang oder Ende können das Ergebnis verbergen.</translation>
    </message>
    <message>
        <source>The chosen answer</source>
        <translation>Die gewählte Antwort</translation>
    </message>
    <message>
        <source>The code as it stands there, in capitals. * and ? are wildcards.</source>
        <translation>Der Code, wie er dort steht, in Großbuchstaben. * und ? sind Platzhalter.</translation>
    </message>
    <message>
        <source>The exact number, without wildcards.</source>
        <translation>Die genaue Zahl, ohne Platzhalter.</translation>
    </message>
    <message>
        <source>The peer did not list what it has, and nothing came.</source>
        <translation>Die Gegenstelle nannte nicht, was sie hat, und nichts kam an.</translation>
    </message>
    <message>
        <source>The peer says</source>
        <translation>Die Gegenstelle sagt</translation>
    </message>
    <message>
        <source>The peer sends to an AE title that it knows by itself (C-MOVE): the title must stand in its own configuration, with its host and port.</source>
        <translation>Die Gegenstelle sendet an einen AE-Titel, den sie selbst kennt (C-MOVE): Er muss in ihrer eigenen Konfiguration stehen, mit Host und Port.</translation>
    </message>
    <message>
        <source>The range ends before it begins.</source>
        <translation>Der Zeitraum endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>The same query for a terminal</source>
        <translation>Dieselbe Abfrage für ein Terminal</translation>
    </message>
    <message>
        <source>The way down to these answers</source>
        <translation>Der Weg hinab zu diesen Antworten</translation>
    </message>
    <message>
        <source>The whole UID, without wildcards. A list has a backslash between two.</source>
        <translation>Die ganze UID, ohne Platzhalter. In einer Liste steht zwischen zweien ein Backslash.</translation>
    </message>
    <message>
        <source>The whole value. * stands for any signs, ? for one.</source>
        <translation>Der ganze Wert. * steht für beliebige Zeichen, ? für eines.</translation>
    </message>
    <message>
        <source>There is no peer that can be asked.</source>
        <translation>Es gibt keine Gegenstelle, die gefragt werden kann.</translation>
    </message>
    <message>
        <source>There is nothing to find fault with.</source>
        <translation>Es gibt nichts zu bemängeln.</translation>
    </message>
    <message>
        <source>Times are digits without colons, as 0930 or 093000.</source>
        <translation>Zeiten sind Ziffern ohne Doppelpunkte, etwa 0930 oder 093000.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>To the level above (Alt+Left)</source>
        <translation>Zur Ebene darüber (Alt+Links)</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Zerlegen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Was here before</source>
        <translation>War schon hier</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What a list of this level usually shows comes with each answer, without being matched</source>
        <translation>Was eine Liste dieser Ebene üblich zeigt, kommt mit jeder Antwort, ohne verglichen zu werden</translation>
    </message>
    <message>
        <source>What is in the chosen answer (Enter)</source>
        <translation>Was in der gewählten Antwort ist (Eingabetaste)</translation>
    </message>
    <message>
        <source>What the text needs</source>
        <translation>Was der Text braucht</translation>
    </message>
    <message>
        <source>Whether and how it is matched depends on the peer.</source>
        <translation>Ob und wie verglichen wird, hängt von der Gegenstelle ab.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Without them only the keys that are named are asked for.</source>
        <translation>Ohne sie wird nur nach den genannten Schlüsseln gefragt.</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>Worklist</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Geht</translation>
    </message>
    <message>
        <source>asked as {title}</source>
        <translation>gefragt als {title}</translation>
    </message>
    <message>
        <source>cut at the limit of {number}</source>
        <translation>bei der Grenze von {number} abgeschnitten</translation>
    </message>
    <message>
        <source>status {code}</source>
        <translation>Status {code}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>{key} is neither a keyword of the standard nor a tag.</source>
        <translation>{key} ist weder ein Schlüsselwort des Standards noch ein Tag.</translation>
    </message>
    <message>
        <source>{peer} did not answer the query</source>
        <translation>{peer} hat die Abfrage nicht beantwortet</translation>
    </message>
    <message>
        <source>{peer} has no answer to this query. Ask why changes one key at a time.</source>
        <translation>{peer} hat auf diese Abfrage keine Antwort. Warum fragen ändert einen Schlüssel nach dem anderen.</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln answers in {time}</source>
        <translation>
            <numerusform>{shown} von %Ln Antwort in {time}</numerusform>
            <numerusform>{shown} von %Ln Antworten in {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} from {peer} to this archive</source>
        <translation>{what} von {peer} an dieses Archiv</translation>
    </message>
    <message>
        <source>{what} from {peer} to {title}</source>
        <translation>{what} von {peer} an {title}</translation>
    </message>
    <message>
        <source>{what} from {peer}, here on our association</source>
        <translation>{what} von {peer}, hierher auf unserer Assoziation</translation>
    </message>
    <message>
        <source>{why} Write {value}.</source>
        <translation>{why} Schreiben Sie {value}.</translation>
    </message>
</context>
<context>
    <name>Relay</name>
    <message numerus="yes">
        <source>%Ln turned away</source>
        <translation>
            <numerusform>%Ln abgewiesen</numerusform>
            <numerusform>%Ln abgewiesen</numerusform>
        </translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>(replaced)</source>
        <translation>(ersetzt)</translation>
    </message>
    <message>
        <source>({number} bytes, replaced)</source>
        <translation>({number} Byte, ersetzt)</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>1 presentation context proposed</source>
        <translation>1 Presentation Context vorgeschlagen</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation>10 Minuten</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 Stunden</translation>
    </message>
    <message>
        <source>A relay stands between two systems: have a sender call its port instead of the peer, and see both sides of what passes. Nothing is altered.</source>
        <translation>Ein Relais steht zwischen zwei Systemen: Lassen Sie einen Absender seinen Port statt der Gegenstelle rufen und sehen Sie beide Seiten. Nichts wird verändert.</translation>
    </message>
    <message>
        <source>A sink accepts everything that a sender proposes under any AE title, answers success and keeps nothing: to see what a device would send.</source>
        <translation>Eine Senke nimmt alles an, was ein Absender unter irgendeinem AE-Titel vorschlägt, antwortet mit Erfolg und behält nichts: um zu sehen, was ein Gerät senden würde.</translation>
    </message>
    <message>
        <source>A trace records what passes with one peer, PDU by PDU; patient data is replaced before it is written. Choose the peer above, or type an address.</source>
        <translation>Eine Aufzeichnung hält PDU für PDU fest, was mit einer Gegenstelle gesprochen wird; Patientendaten werden vor dem Schreiben ersetzt. Wählen Sie oben die Gegenstelle oder geben Sie eine Adresse ein.</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Abstract syntax</source>
        <translation>Abstract Syntax</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Any port</source>
        <translation>Jeder Port</translation>
    </message>
    <message>
        <source>Application context</source>
        <translation>Application Context</translation>
    </message>
    <message>
        <source>Asked and answered</source>
        <translation>Verlangt und geantwortet</translation>
    </message>
    <message>
        <source>Association</source>
        <translation>Assoziation</translation>
    </message>
    <message>
        <source>Associations that begin while the trace runs show here; those that were open before do not.</source>
        <translation>Hier erscheinen Assoziationen, die beginnen, während aufgezeichnet wird; die vorher offen waren, nicht.</translation>
    </message>
    <message>
        <source>Asynchronous operations window</source>
        <translation>Asynchronous Operations Window</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begann</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Gerufen</translation>
    </message>
    <message>
        <source>Called AE title</source>
        <translation>Gerufener AE-Titel</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Rufer</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>Ruft</translation>
    </message>
    <message>
        <source>Calling AE title</source>
        <translation>Rufender AE-Titel</translation>
    </message>
    <message>
        <source>Cannot be followed</source>
        <translation>Nicht weiter zu lesen</translation>
    </message>
    <message>
        <source>Choose an association to see what was proposed and answered.</source>
        <translation>Wählen Sie eine Assoziation, um zu sehen, was vorgeschlagen und geantwortet wurde.</translation>
    </message>
    <message>
        <source>Choose one on the left to read what passed, PDU by PDU.</source>
        <translation>Wählen Sie links eine, um PDU für PDU zu lesen, was durchkam.</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Abgeschnitten</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Each association shows here as it comes, with what was proposed and how it was answered.</source>
        <translation>Jede Assoziation erscheint hier, sobald sie kommt, mit dem, was vorgeschlagen und wie geantwortet wurde.</translation>
    </message>
    <message>
        <source>End of item</source>
        <translation>Ende des Items</translation>
    </message>
    <message>
        <source>End of sequence</source>
        <translation>Ende der Sequenz</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Beendet von</translation>
    </message>
    <message>
        <source>Ended from here</source>
        <translation>Hier beendet</translation>
    </message>
    <message>
        <source>Ends by itself after</source>
        <translation>Endet von selbst nach</translation>
    </message>
    <message>
        <source>Extended negotiation</source>
        <translation>Erweiterte Verhandlung</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>File is full</source>
        <translation>Datei ist voll</translation>
    </message>
    <message>
        <source>From the caller</source>
        <translation>Vom Rufer</translation>
    </message>
    <message>
        <source>From the caller {size}, back {returned}</source>
        <translation>Vom Rufer {size}, zurück {returned}</translation>
    </message>
    <message>
        <source>Implementation class UID</source>
        <translation>Implementation Class UID</translation>
    </message>
    <message>
        <source>Implementation version name</source>
        <translation>Implementation Version Name</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Item {code}, which is not listed</source>
        <translation>Item {code}, das nicht verzeichnet ist</translation>
    </message>
    <message>
        <source>Keep patient data</source>
        <translation>Patientendaten behalten</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Kind or words - for example: c-store-rsp</source>
        <translation>Art oder Wörter - zum Beispiel: c-store-rsp</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Listens</source>
        <translation>Lauscht</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>Lauscht auf</translation>
    </message>
    <message>
        <source>Listens at {host} port {port}.</source>
        <translation>Lauscht auf {host}, Port {port}.</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>Größte Länge einer PDU</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Message control header</source>
        <translation>Message Control Header</translation>
    </message>
    <message>
        <source>No line matches</source>
        <translation>Keine Zeile passt</translation>
    </message>
    <message>
        <source>No relays yet</source>
        <translation>Noch keine Relais</translation>
    </message>
    <message>
        <source>No sinks yet</source>
        <translation>Noch keine Senken</translation>
    </message>
    <message>
        <source>No trace is chosen</source>
        <translation>Keine Aufzeichnung gewählt</translation>
    </message>
    <message>
        <source>No traces yet</source>
        <translation>Noch keine Aufzeichnungen</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Nobody has called</source>
        <translation>Niemand hat gerufen</translation>
    </message>
    <message>
        <source>Not DICOM</source>
        <translation>Kein DICOM</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Nicht behalten</translation>
    </message>
    <message>
        <source>Nothing has passed</source>
        <translation>Nichts kam durch</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>On the whole network, whoever can connect may use it without being known here.</source>
        <translation>Im ganzen Netz kann es benutzen, wer sich verbinden kann, ohne hier bekannt zu sein.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open a trace</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>PDU type</source>
        <translation>Art der PDU</translation>
    </message>
    <message>
        <source>PDUs</source>
        <translation>PDUs</translation>
    </message>
    <message>
        <source>Passes on to</source>
        <translation>Reicht weiter an</translation>
    </message>
    <message>
        <source>Patient data</source>
        <translation>Patientendaten</translation>
    </message>
    <message>
        <source>Peer or address to trace</source>
        <translation>Gegenstelle oder Adresse, die aufgezeichnet wird</translation>
    </message>
    <message>
        <source>Peer to pass on to</source>
        <translation>Gegenstelle, an die weitergereicht wird</translation>
    </message>
    <message>
        <source>Port to listen on</source>
        <translation>Port, auf dem gelauscht wird</translation>
    </message>
    <message>
        <source>Presentation context</source>
        <translation>Presentation Context</translation>
    </message>
    <message>
        <source>Presentation context ID</source>
        <translation>Presentation Context ID</translation>
    </message>
    <message>
        <source>Presentation data value: command</source>
        <translation>Presentation Data Value: Befehl</translation>
    </message>
    <message>
        <source>Presentation data value: dataset</source>
        <translation>Presentation Data Value: Datensatz</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Protocol version</source>
        <translation>Version des Protokolls</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Zeichnet auf</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Relays</source>
        <translation>Relais</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Regulär beendet</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Replaced before it was recorded: it may say who a patient is</source>
        <translation>Vor dem Aufzeichnen ersetzt: Es kann sagen, wer ein Patient ist</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>SCP/SCU role selection</source>
        <translation>Rollenwahl (SCP/SCU Role Selection)</translation>
    </message>
    <message>
        <source>SOP class common extended negotiation</source>
        <translation>SOP Class Common Extended Negotiation</translation>
    </message>
    <message>
        <source>SOP class extended negotiation</source>
        <translation>SOP Class Extended Negotiation</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Save the trace</source>
        <translation>Aufzeichnung speichern</translation>
    </message>
    <message>
        <source>Search in the trace</source>
        <translation>In der Aufzeichnung suchen</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Sinks</source>
        <translation>Senken</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Start relay</source>
        <translation>Relais starten</translation>
    </message>
    <message>
        <source>Start sink</source>
        <translation>Senke starten</translation>
    </message>
    <message>
        <source>Start trace</source>
        <translation>Aufzeichnen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>TLS, not readable</source>
        <translation>TLS, nicht lesbar</translation>
    </message>
    <message>
        <source>TLS: what follows is encrypted and cannot be read here</source>
        <translation>TLS: Was folgt, ist verschlüsselt und hier nicht lesbar</translation>
    </message>
    <message>
        <source>The called side</source>
        <translation>Die gerufene Seite</translation>
    </message>
    <message>
        <source>The caller</source>
        <translation>Der Rufer</translation>
    </message>
    <message>
        <source>The disk failed</source>
        <translation>Platte ist ausgefallen</translation>
    </message>
    <message>
        <source>The engine stopped</source>
        <translation>Dienst wurde gestoppt</translation>
    </message>
    <message>
        <source>The trace is in {file}.</source>
        <translation>Die Aufzeichnung ist in {file}.</translation>
    </message>
    <message>
        <source>The trace then holds names and images; the audit notes who recorded it.</source>
        <translation>Die Aufzeichnung enthält dann Namen und Bilder; das Audit hält fest, wer aufgezeichnet hat.</translation>
    </message>
    <message>
        <source>The whole network</source>
        <translation>Das ganze Netz</translation>
    </message>
    <message>
        <source>This archive</source>
        <translation>Dieses Archiv</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Time is over</source>
        <translation>Zeit ist um</translation>
    </message>
    <message>
        <source>To the peer</source>
        <translation>Zur Gegenstelle</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <source>Traces, relays or sinks</source>
        <translation>Aufzeichnungen, Relais oder Senken</translation>
    </message>
    <message>
        <source>Transfer syntax</source>
        <translation>Transfersyntax</translation>
    </message>
    <message>
        <source>User identity</source>
        <translation>Benutzerkennung</translation>
    </message>
    <message>
        <source>User identity answer</source>
        <translation>Antwort auf die Benutzerkennung</translation>
    </message>
    <message>
        <source>User information</source>
        <translation>User Information</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Was kam</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was es sagt</translation>
    </message>
    <message>
        <source>What was proposed and answered</source>
        <translation>Was vorgeschlagen und geantwortet wurde</translation>
    </message>
    <message>
        <source>Who can reach it</source>
        <translation>Wer es erreichen kann</translation>
    </message>
    <message>
        <source>Words are looked for in the kind and what it says.</source>
        <translation>Wörter werden in der Art und im englischen Wortlaut gesucht, etwa c-store-rsp oder success.</translation>
    </message>
    <message>
        <source>Wrong length</source>
        <translation>Falsche Länge</translation>
    </message>
    <message>
        <source>a command that cannot be read: {complaint}</source>
        <translation>ein Befehl, der nicht lesbar ist: {complaint}</translation>
    </message>
    <message>
        <source>a nameless implementation</source>
        <translation>eine Implementierung ohne Namen</translation>
    </message>
    <message>
        <source>a value&apos;s header is not whole</source>
        <translation>der Kopf eines Werts ist nicht vollständig</translation>
    </message>
    <message>
        <source>aborted by source {number}, which is not listed: {why}</source>
        <translation>abgebrochen durch Quelle {number}, die nicht verzeichnet ist: {why}</translation>
    </message>
    <message>
        <source>aborted by the application</source>
        <translation>abgebrochen durch die Anwendung</translation>
    </message>
    <message>
        <source>aborted by the upper layer: {why}</source>
        <translation>abgebrochen durch den Upper Layer: {why}</translation>
    </message>
    <message>
        <source>an item&apos;s header is not whole</source>
        <translation>der Kopf eines Items ist nicht vollständig</translation>
    </message>
    <message>
        <source>application context not supported</source>
        <translation>Application Context nicht unterstützt</translation>
    </message>
    <message>
        <source>called AE title not recognized</source>
        <translation>gerufener AE-Titel nicht bekannt</translation>
    </message>
    <message>
        <source>calling AE title not recognized</source>
        <translation>rufender AE-Titel nicht bekannt</translation>
    </message>
    <message>
        <source>cannot be followed: {complaint}</source>
        <translation>nicht zu lesen: {complaint}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>end of a dataset of {number} bytes</source>
        <translation>Ende eines Datensatzes von {number} Byte</translation>
    </message>
    <message>
        <source>invalid PDU parameter</source>
        <translation>ungültiger Parameter einer PDU</translation>
    </message>
    <message>
        <source>it ends inside its fixed fields</source>
        <translation>sie endet in ihren festen Feldern</translation>
    </message>
    <message>
        <source>item {code} says {number} bytes</source>
        <translation>Item {code} nennt {number} Byte</translation>
    </message>
    <message>
        <source>its association control</source>
        <translation>die Steuerung der Assoziation (ACSE)</translation>
    </message>
    <message>
        <source>its presentation layer</source>
        <translation>die Darstellungsschicht</translation>
    </message>
    <message>
        <source>kind {kind}; who it is was not recorded</source>
        <translation>Art {kind}; wer es ist, wurde nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>local limit exceeded</source>
        <translation>eigene Grenze überschritten</translation>
    </message>
    <message>
        <source>message {number}</source>
        <translation>Nachricht {number}</translation>
    </message>
    <message>
        <source>more fragments follow</source>
        <translation>weitere Fragmente folgen</translation>
    </message>
    <message>
        <source>no DICOM: it begins with {shown}</source>
        <translation>kein DICOM: Es beginnt mit {shown}</translation>
    </message>
    <message>
        <source>no PDU</source>
        <translation>keine PDU</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund angegeben</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>nicht angenommen</translation>
    </message>
    <message>
        <source>not accepted, result {result}</source>
        <translation>nicht angenommen, Ergebnis {result}</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>part of a command</source>
        <translation>Teil eines Befehls</translation>
    </message>
    <message>
        <source>protocol version not supported</source>
        <translation>Version des Protokolls nicht unterstützt</translation>
    </message>
    <message>
        <source>reason {number}, which is not listed</source>
        <translation>Grund {number}, der nicht verzeichnet ist</translation>
    </message>
    <message>
        <source>rejected for good by {by}: {why}</source>
        <translation>auf Dauer abgewiesen durch {by}: {why}</translation>
    </message>
    <message>
        <source>rejected for now by {by}: {why}</source>
        <translation>vorläufig abgewiesen durch {by}: {why}</translation>
    </message>
    <message>
        <source>rejected with result {number}, which is not listed by {by}: {why}</source>
        <translation>abgewiesen mit Ergebnis {number}, das nicht verzeichnet ist, durch {by}: {why}</translation>
    </message>
    <message>
        <source>source {number}, which is not listed</source>
        <translation>Quelle {number}, die nicht verzeichnet ist</translation>
    </message>
    <message>
        <source>temporary congestion</source>
        <translation>zeitweilige Überlastung</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>die Anwendung</translation>
    </message>
    <message>
        <source>the called side: {what}</source>
        <translation>die gerufene Seite: {what}</translation>
    </message>
    <message>
        <source>the caller: {what}</source>
        <translation>der Rufer: {what}</translation>
    </message>
    <message>
        <source>the connection ended inside it</source>
        <translation>die Verbindung endete mittendrin</translation>
    </message>
    <message>
        <source>the connection is closed</source>
        <translation>die Verbindung ist geschlossen</translation>
    </message>
    <message>
        <source>the last fragment</source>
        <translation>das letzte Fragment</translation>
    </message>
    <message>
        <source>the release is confirmed</source>
        <translation>das Ende ist bestätigt</translation>
    </message>
    <message>
        <source>to {title}</source>
        <translation>an {title}</translation>
    </message>
    <message>
        <source>unexpected PDU</source>
        <translation>unerwartete PDU</translation>
    </message>
    <message>
        <source>unexpected PDU parameter</source>
        <translation>unerwarteter Parameter einer PDU</translation>
    </message>
    <message>
        <source>unrecognized PDU</source>
        <translation>unbekannte PDU</translation>
    </message>
    <message>
        <source>unrecognized PDU parameter</source>
        <translation>unbekannter Parameter einer PDU</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>wants to release the association</source>
        <translation>will die Assoziation beenden</translation>
    </message>
    <message>
        <source>we call {host} port {port}</source>
        <translation>wir rufen {host} Port {port}</translation>
    </message>
    <message>
        <source>what follows is no element</source>
        <translation>was folgt, ist kein Element</translation>
    </message>
    <message>
        <source>{address} calls the relay to {host} port {port}</source>
        <translation>{address} ruft das Relais zu {host} Port {port}</translation>
    </message>
    <message>
        <source>{address} calls us</source>
        <translation>{address} ruft uns</translation>
    </message>
    <message>
        <source>{calling} calls {called}</source>
        <translation>{calling} ruft {called}</translation>
    </message>
    <message>
        <source>{code} SOP class not supported</source>
        <translation>{code} SOP-Klasse nicht unterstützt</translation>
    </message>
    <message>
        <source>{code} a dataset follows</source>
        <translation>{code} ein Datensatz folgt</translation>
    </message>
    <message>
        <source>{code} a result that is not listed</source>
        <translation>{code} ein Ergebnis, das nicht verzeichnet ist</translation>
    </message>
    <message>
        <source>{code} abstract syntax not supported</source>
        <translation>{code} Abstract Syntax nicht unterstützt</translation>
    </message>
    <message>
        <source>{code} accepted</source>
        <translation>{code} angenommen</translation>
    </message>
    <message>
        <source>{code} cancelled</source>
        <translation>{code} abgebrochen auf Wunsch</translation>
    </message>
    <message>
        <source>{code} cannot be done</source>
        <translation>{code} nicht möglich</translation>
    </message>
    <message>
        <source>{code} move destination unknown</source>
        <translation>{code} Move-Ziel unbekannt</translation>
    </message>
    <message>
        <source>{code} no dataset</source>
        <translation>{code} kein Datensatz</translation>
    </message>
    <message>
        <source>{code} no reason given</source>
        <translation>{code} kein Grund angegeben</translation>
    </message>
    <message>
        <source>{code} no such SOP instance</source>
        <translation>{code} SOP-Instanz gibt es nicht</translation>
    </message>
    <message>
        <source>{code} not authorized</source>
        <translation>{code} nicht berechtigt</translation>
    </message>
    <message>
        <source>{code} out of resources</source>
        <translation>{code} keine Ressourcen mehr</translation>
    </message>
    <message>
        <source>{code} pending</source>
        <translation>{code} es folgt mehr</translation>
    </message>
    <message>
        <source>{code} pending, some keys not supported</source>
        <translation>{code} es folgt mehr, manche Schlüssel nicht unterstützt</translation>
    </message>
    <message>
        <source>{code} processing failure</source>
        <translation>{code} Verarbeitung gescheitert</translation>
    </message>
    <message>
        <source>{code} rejected by the user</source>
        <translation>{code} vom Anwender abgelehnt</translation>
    </message>
    <message>
        <source>{code} success</source>
        <translation>{code} Erfolg</translation>
    </message>
    <message>
        <source>{code} transfer syntaxes not supported</source>
        <translation>{code} Transfersyntaxen nicht unterstützt</translation>
    </message>
    <message>
        <source>{code} unrecognized operation</source>
        <translation>{code} Operation unbekannt</translation>
    </message>
    <message>
        <source>{code} warning</source>
        <translation>{code} Warnung</translation>
    </message>
    <message>
        <source>{code}: command</source>
        <translation>{code}: Befehl</translation>
    </message>
    <message>
        <source>{code}: dataset</source>
        <translation>{code}: Datensatz</translation>
    </message>
    <message>
        <source>{name}: {version} ({uid}), largest PDU {limit}</source>
        <translation>{name}: {version} ({uid}), größte PDU {limit}</translation>
    </message>
    <message>
        <source>{number} bytes</source>
        <translation>{number} Byte</translation>
    </message>
    <message>
        <source>{number} bytes instead of 4</source>
        <translation>{number} Byte statt 4</translation>
    </message>
    <message>
        <source>{number} bytes were cut</source>
        <translation>{number} Byte abgeschnitten</translation>
    </message>
    <message>
        <source>{number} completed</source>
        <translation>{number} erledigt</translation>
    </message>
    <message>
        <source>{number} failed</source>
        <translation>{number} gescheitert</translation>
    </message>
    <message>
        <source>{number} invoked</source>
        <translation>{number} begonnen</translation>
    </message>
    <message>
        <source>{number} of 1 presentation context accepted</source>
        <translation>{number} von 1 Presentation Context angenommen</translation>
    </message>
    <message>
        <source>{number} of {wanted} presentation contexts accepted</source>
        <translation>{number} von {wanted} Presentation Contexts angenommen</translation>
    </message>
    <message>
        <source>{number} performed</source>
        <translation>{number} ausgeführt</translation>
    </message>
    <message>
        <source>{number} presentation contexts proposed</source>
        <translation>{number} Presentation Contexts vorgeschlagen</translation>
    </message>
    <message>
        <source>{number} remaining</source>
        <translation>{number} stehen aus</translation>
    </message>
    <message>
        <source>{number} warnings</source>
        <translation>{number} mit Warnung</translation>
    </message>
    <message>
        <source>{uid}: SCU and SCP</source>
        <translation>{uid}: SCU und SCP</translation>
    </message>
    <message>
        <source>{uid}: no role</source>
        <translation>{uid}: keine Rolle</translation>
    </message>
    <message>
        <source>… cut …</source>
        <translation>… ausgelassen …</translation>
    </message>
    <message>
        <source>← from called</source>
        <translation>← vom Gerufenen</translation>
    </message>
    <message>
        <source>→ from caller</source>
        <translation>→ vom Rufer</translation>
    </message>
</context>
<context>
    <name>Send</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln gescheitert</numerusform>
            <numerusform>%Ln gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files and folders</source>
        <translation>
            <numerusform>%Ln Datei oder Ordner</numerusform>
            <numerusform>%Ln Dateien und Ordner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are no objects</source>
        <translation>
            <numerusform>%Ln Datei ist kein Objekt</numerusform>
            <numerusform>%Ln Dateien sind keine Objekte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them shown there as sent</source>
        <translation>
            <numerusform>%Ln davon dort wie gesendet zu sehen</numerusform>
            <numerusform>%Ln davon dort wie gesendet zu sehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies of this archive</source>
        <translation>
            <numerusform>%Ln Studie dieses Archivs</numerusform>
            <numerusform>%Ln Studien dieses Archivs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a warning</source>
        <translation>
            <numerusform>%Ln mit Warnung</numerusform>
            <numerusform>%Ln mit Warnung</numerusform>
        </translation>
    </message>
    <message>
        <source>After the send, find each study there: is it shown, whole, and under the same patient?</source>
        <translation>Nach dem Senden jede Studie dort suchen: Wird sie gezeigt, vollständig und unter demselben Patienten?</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Calling AE title</source>
        <translation>Rufender AE-Titel</translation>
    </message>
    <message>
        <source>Captures and documents</source>
        <translation>Aufnahmen und Dokumente</translation>
    </message>
    <message>
        <source>Choose a folder to send</source>
        <translation>Ordner zum Senden wählen</translation>
    </message>
    <message>
        <source>Choose files to send</source>
        <translation>Dateien zum Senden wählen</translation>
    </message>
    <message>
        <source>Choose studies in the Studies panel and Send to peer, drop files here, or take the test object. The plan shows what would go and how; nothing is sent before that.</source>
        <translation>Wählen Sie im Bereich Studien Studien und „An Gegenstelle senden“, ziehen Sie Dateien hierher oder nehmen Sie das Testobjekt. Der Plan zeigt, was wie gesendet würde; vorher wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Compare with nobody</source>
        <translation>Mit keiner vergleichen</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>Umgewandelt</translation>
    </message>
    <message>
        <source>Copied as text.</source>
        <translation>Als Text kopiert.</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Cross sections</source>
        <translation>Schnittbilder</translation>
    </message>
    <message>
        <source>Each kind is proposed in each transfer syntax by itself, and the association is released at once. Nothing is sent.</source>
        <translation>Jede Art wird in jeder Transfersyntax für sich vorgeschlagen, und die Assoziation wird gleich wieder beendet. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Enter one with its host and port in the Peers panel.</source>
        <translation>Tragen Sie im Bereich Gegenstellen eine mit Host und Port ein.</translation>
    </message>
    <message>
        <source>Everything arrived</source>
        <translation>Alles kam an</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Files...</source>
        <translation>Dateien...</translation>
    </message>
    <message>
        <source>Filter SOP classes</source>
        <translation>SOP-Klassen filtern</translation>
    </message>
    <message>
        <source>Filter: CT, mammography, report</source>
        <translation>Filter: CT, Mammography, Befunde</translation>
    </message>
    <message>
        <source>Folder...</source>
        <translation>Ordner...</translation>
    </message>
    <message>
        <source>Goes in</source>
        <translation>Geht in</translation>
    </message>
    <message>
        <source>Goes to {ae_title} at {host} port {port}, called as {calling}</source>
        <translation>Geht an {ae_title} auf {host}, Port {port}, gerufen als {calling}</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>Wie es geht</translation>
    </message>
    <message>
        <source>How, or why not</source>
        <translation>Wie, oder warum nicht</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>No peer to send to</source>
        <translation>Keine Gegenstelle zum Senden</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Nicht gefragt</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Nothing is chosen yet</source>
        <translation>Noch ist nichts gewählt</translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation>Noch nichts zu senden</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>Noch wurde nichts gesendet</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Objects of the send</source>
        <translation>Objekte, die gesendet werden</translation>
    </message>
    <message>
        <source>One small image of the invented patient TEST^PACSDESK, to be removed there afterwards</source>
        <translation>Ein kleines Bild des erfundenen Patienten TEST^PACSDESK, das danach dort zu entfernen ist</translation>
    </message>
    <message>
        <source>Only what did not arrive</source>
        <translation>Nur was nicht ankam</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>Nur was sich unterscheidet</translation>
    </message>
    <message>
        <source>Only what it takes</source>
        <translation>Nur was sie nimmt</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Peer to ask</source>
        <translation>Gegenstelle, die gefragt wird</translation>
    </message>
    <message>
        <source>Peer to compare it with</source>
        <translation>Gegenstelle zum Vergleich</translation>
    </message>
    <message>
        <source>Peer to send to</source>
        <translation>Gegenstelle, an die gesendet wird</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Neu planen</translation>
    </message>
    <message>
        <source>Projections</source>
        <translation>Projektionen</translation>
    </message>
    <message>
        <source>Radiotherapy</source>
        <translation>Strahlentherapie</translation>
    </message>
    <message>
        <source>Reports and marks</source>
        <translation>Befunde und Markierungen</translation>
    </message>
    <message>
        <source>SOP Instance UID</source>
        <translation>SOP Instance UID</translation>
    </message>
    <message>
        <source>SOP class</source>
        <translation>SOP-Klasse</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send again what failed</source>
        <translation>Gescheitertes erneut senden</translation>
    </message>
    <message>
        <source>Send to the destination that stands above, as planned</source>
        <translation>An das Ziel senden, das oben steht, wie geplant</translation>
    </message>
    <message>
        <source>Send, or ask what is accepted</source>
        <translation>Senden, oder fragen, was angenommen wird</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Sent, with a warning</source>
        <translation>Gesendet, mit Warnung</translation>
    </message>
    <message>
        <source>Signals and raw data</source>
        <translation>Signale und Rohdaten</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Ohne Antwort</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop what runs here first.</source>
        <translation>Erst stoppen, was hier läuft.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Stored in</source>
        <translation>Gespeichert in</translation>
    </message>
    <message>
        <source>Test object</source>
        <translation>Testobjekt</translation>
    </message>
    <message>
        <source>Test object: one small image of the invented patient {patient}</source>
        <translation>Testobjekt: ein kleines Bild des erfundenen Patienten {patient}</translation>
    </message>
    <message>
        <source>Then ask the peer what it shows</source>
        <translation>Danach die Gegenstelle fragen, was sie zeigt</translation>
    </message>
    <message numerus="yes">
        <source>They differ in %Ln pairs.</source>
        <translation>
            <numerusform>Sie unterscheiden sich in %Ln Paar.</numerusform>
            <numerusform>Sie unterscheiden sich in %Ln Paaren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>To remove it there: patient {patient}, study {study}, instance {instance}</source>
        <translation>Um es dort zu entfernen: Patient {patient}, Studie {study}, Instanz {instance}</translation>
    </message>
    <message>
        <source>Ultrasound and light</source>
        <translation>Ultraschall und Licht</translation>
    </message>
    <message>
        <source>Upload for {peer}</source>
        <translation>Hochladen für {peer}</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Hochgeladen</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>What it accepts</source>
        <translation>Was sie annimmt</translation>
    </message>
    <message>
        <source>Which kinds of objects does a peer take?</source>
        <translation>Welche Arten von Objekten nimmt eine Gegenstelle?</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln objects</source>
        <translation>
            <numerusform>von %Ln Objekt</numerusform>
            <numerusform>von %Ln Objekten</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>the peer does not tell what it shows</source>
        <translation>die Gegenstelle sagt nicht, was sie zeigt</translation>
    </message>
    <message>
        <source>{number} {of_objects} sent to {peer}, {size} in {time}</source>
        <translation>{number} {of_objects} an {peer} gesendet, {size} in {time}</translation>
    </message>
    <message>
        <source>{number} {of_objects} would go, {size}. Nothing was sent.</source>
        <translation>{number} {of_objects} würden gesendet, {size}. Gesendet wurde noch nichts.</translation>
    </message>
    <message>
        <source>{peer} ({implementation}) takes {taken} of {asked} pairs. PDUs up to {theirs} bytes, ours up to {ours}. Asked as {calling} in {time}.</source>
        <translation>{peer} ({implementation}) nimmt {taken} von {asked} Paaren. PDUs bis {theirs} Bytes, unsere bis {ours}. Gefragt als {calling} in {time}.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message numerus="yes">
        <source>%Ln characters: {strength}.</source>
        <translation>
            <numerusform>%Ln Zeichen: {strength}.</numerusform>
            <numerusform>%Ln Zeichen: {strength}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln gescheitert</numerusform>
            <numerusform>%Ln gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files passed over:</source>
        <translation>
            <numerusform>%Ln Datei übergangen:</numerusform>
            <numerusform>%Ln Dateien übergangen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs running</source>
        <translation>
            <numerusform>%Ln Vorgang läuft</numerusform>
            <numerusform>%Ln Vorgänge laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more characters needed. A few words in a row are easy to keep.</source>
        <translation>
            <numerusform>%Ln Zeichen fehlt noch. Ein paar Wörter hintereinander merken sich leicht.</numerusform>
            <numerusform>%Ln Zeichen fehlen noch. Ein paar Wörter hintereinander merken sich leicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems</source>
        <translation>
            <numerusform>%Ln Problem</numerusform>
            <numerusform>%Ln Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>A troubleshooting tool for you alone. Your computer account signs you in; no password is asked.</source>
        <translation>Ein Werkzeug zur Fehlersuche für Sie allein. Ihr Benutzerkonto am Computer meldet Sie an; ein Passwort wird nicht verlangt.</translation>
    </message>
    <message>
        <source>About PACSDesk</source>
        <translation>Über PACSDesk</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>All that it wrote is in {file}.</source>
        <translation>Alles, was er geschrieben hat, steht in {file}.</translation>
    </message>
    <message>
        <source>An engine goes on when its window is closed. With a name and a password it is stopped by</source>
        <translation>Ein Dienst läuft weiter, wenn sein Fenster geschlossen wird. Mit Name und Passwort stoppt ihn:</translation>
    </message>
    <message>
        <source>Another site’s engine answers at this address: {engine}.</source>
        <translation>Unter dieser Adresse antwortet der Dienst eines anderen Standorts: {engine}.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>At least 12 characters. A few words in a row are easy to keep.</source>
        <translation>Mindestens 12 Zeichen. Ein paar Wörter hintereinander merken sich leicht.</translation>
    </message>
    <message>
        <source>Back out</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>Werkbank</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change what it names and try again.</source>
        <translation>Ändern Sie, was genannt ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check the address, and that the engine runs there.</source>
        <translation>Prüfen Sie die Adresse, und ob der Dienst dort läuft.</translation>
    </message>
    <message>
        <source>Choose another folder...</source>
        <translation>Anderen Ordner wählen...</translation>
    </message>
    <message>
        <source>Classroom</source>
        <translation>Schulung</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Klinik</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Comfortable rows</source>
        <translation>Hohe Zeilen</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Kommandozeile</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Niedrige Zeilen</translation>
    </message>
    <message>
        <source>Connecting to {address}</source>
        <translation>Verbindung mit {address}</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Engine not answering</source>
        <translation>Dienst antwortet nicht</translation>
    </message>
    <message>
        <source>Engine read-only</source>
        <translation>Dienst schreibgeschützt</translation>
    </message>
    <message>
        <source>Engine running</source>
        <translation>Dienst läuft</translation>
    </message>
    <message>
        <source>Engine starting</source>
        <translation>Dienst startet</translation>
    </message>
    <message>
        <source>Engine stopping</source>
        <translation>Dienst wird gestoppt</translation>
    </message>
    <message>
        <source>Enter the administrator&apos;s name.</source>
        <translation>Geben Sie den Namen des Administrators ein.</translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation>Geben Sie Ihren Namen ein.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Geben Sie Ihr Passwort ein.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Falten</translation>
    </message>
    <message>
        <source>Fold to icons</source>
        <translation>Auf Symbole falten</translation>
    </message>
    <message>
        <source>Folder of the site</source>
        <translation>Ordner des Standorts</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Go to a panel, do something, find a study or a peer</source>
        <translation>Zu einem Bereich gehen, etwas tun, eine Studie oder Gegenstelle finden</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <source>Help: {panel}</source>
        <translation>Hilfe: {panel}</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Images sent meanwhile were refused: look whether their senders send them again.</source>
        <translation>Bilder, die inzwischen kamen, wurden abgelehnt: Sehen Sie nach, ob die Absender sie noch einmal senden.</translation>
    </message>
    <message>
        <source>Images sent to it are refused until it is started. What you typed is kept.</source>
        <translation>Bilder werden dort abgelehnt, bis er gestartet ist. Was Sie eingegeben haben, bleibt.</translation>
    </message>
    <message>
        <source>Images, index and settings will be kept in</source>
        <translation>Bilder, Index und Einstellungen werden aufbewahrt in</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Invented patients for training, marked by a coloured frame, and set back to the start with one command.</source>
        <translation>Erfundene Patienten zum Üben, mit farbigem Rahmen gekennzeichnet und mit einem Befehl wieder am Anfang.</translation>
    </message>
    <message>
        <source>It is another site’s. Until it is started again it receives no images, and whoever sends to it is refused.</source>
        <translation>Er gehört zu einem anderen Standort. Bis er wieder gestartet wird, empfängt er keine Bilder, und wer ihm sendet, wird abgewiesen.</translation>
    </message>
    <message>
        <source>It is not a medical device: look at images here to administer and to teach, not to diagnose.</source>
        <translation>Es ist kein Medizinprodukt: Sehen Sie Bilder hier an, um zu verwalten und zu lehren, nicht um zu befunden.</translation>
    </message>
    <message>
        <source>It is the name itself.</source>
        <translation>Das ist der Name selbst.</translation>
    </message>
    <message>
        <source>It repeats itself: use more different characters.</source>
        <translation>Es wiederholt sich: Nehmen Sie mehr verschiedene Zeichen.</translation>
    </message>
    <message numerus="yes">
        <source>It was started %Ln s ago.</source>
        <translation>
            <numerusform>Er wurde vor %Ln s gestartet.</numerusform>
            <numerusform>Er wurde vor %Ln s gestartet.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Der Vorgang wurde gestoppt.</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Longer is stronger.</source>
        <translation>Länger ist stärker.</translation>
    </message>
    <message>
        <source>Look into {file} and the logs beside it.</source>
        <translation>Sehen Sie in {file} und die Protokolle daneben.</translation>
    </message>
    <message>
        <source>Looking for a running engine</source>
        <translation>Ein laufender Dienst wird gesucht</translation>
    </message>
    <message>
        <source>Make the site</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Making the site</source>
        <translation>Wird eingerichtet</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Menu of {name}</source>
        <translation>Menü von {name}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Not for primary diagnosis</source>
        <translation>Nicht zur Primärbefundung</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Only somebody who may stop engines at that site can do it.</source>
        <translation>Das kann nur, wer an jenem Standort Dienste stoppen darf.</translation>
    </message>
    <message>
        <source>PACSDesk could not start a process of its own.</source>
        <translation>PACSDesk konnte keinen eigenen Prozess starten.</translation>
    </message>
    <message>
        <source>PACSDesk made a mistake</source>
        <translation>PACSDesk hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>PACSDesk made a mistake and goes on</source>
        <translation>PACSDesk hat einen Fehler gemacht und arbeitet weiter</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>Bestandteile und ihre Lizenzen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Passwort noch einmal</translation>
    </message>
    <message>
        <source>Peers, users and settings</source>
        <translation>Gegenstellen, Benutzer, Einstellungen</translation>
    </message>
    <message>
        <source>Preparing the index; after an update this takes longer</source>
        <translation>Der Index wird vorbereitet; nach einer Aktualisierung dauert das länger</translation>
    </message>
    <message>
        <source>Progress of {title}</source>
        <translation>Fortschritt: {title}</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Quit and stop the engine</source>
        <translation>Beenden und Dienst stoppen</translation>
    </message>
    <message>
        <source>Real patients. People sign in with a name and a password; only known senders may store.</source>
        <translation>Echte Patienten. Man meldet sich mit Name und Passwort an; nur bekannte Absender dürfen speichern.</translation>
    </message>
    <message>
        <source>Reconnecting by itself. What you typed is kept. ({reason})</source>
        <translation>Die Verbindung kommt von selbst wieder. Was Sie eingegeben haben, bleibt. ({reason})</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Zeilenhöhe</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Search in this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche läuft</translation>
    </message>
    <message>
        <source>Set up PACSDesk</source>
        <translation>PACSDesk einrichten</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Show words</source>
        <translation>Wörter zeigen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Start engine</source>
        <translation>Dienst starten</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>Der Dienst wird gestartet</translation>
    </message>
    <message>
        <source>Starting the engine.</source>
        <translation>Der Dienst wird gestartet.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop that engine</source>
        <translation>Jenen Dienst stoppen</translation>
    </message>
    <message>
        <source>Stop the engine of {site}?</source>
        <translation>Den Dienst von {site} stoppen?</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird gestoppt</translation>
    </message>
    <message>
        <source>Stopping the other engine</source>
        <translation>Der andere Dienst wird gestoppt</translation>
    </message>
    <message>
        <source>Take ended jobs off the list</source>
        <translation>Beendete Vorgänge aus der Liste nehmen</translation>
    </message>
    <message>
        <source>That engine was not stopped.</source>
        <translation>Jener Dienst wurde nicht gestoppt.</translation>
    </message>
    <message>
        <source>That of {site} does not run there any more. No password was sent to the other one.</source>
        <translation>Der von {site} läuft dort nicht mehr. An den anderen wurde kein Passwort gesendet.</translation>
    </message>
    <message>
        <source>The archive goes on</source>
        <translation>Das Archiv arbeitet weiter</translation>
    </message>
    <message>
        <source>The archive is not touched by this: it runs in a process of its own. What you did last may not have been carried out. The details name places in the program and hold no patient data.</source>
        <translation>Das Archiv ist davon nicht berührt: Es läuft in einem eigenen Prozess. Was Sie zuletzt getan haben, wurde vielleicht nicht ausgeführt. Die Einzelheiten nennen Stellen im Programm und enthalten keine Patientendaten.</translation>
    </message>
    <message>
        <source>The archive is read-only: nothing is stored or changed.</source>
        <translation>Das Archiv ist schreibgeschützt: Nichts wird gespeichert oder geändert.</translation>
    </message>
    <message>
        <source>The engine answers again.</source>
        <translation>Der Dienst antwortet wieder.</translation>
    </message>
    <message>
        <source>The engine did not start.</source>
        <translation>Der Dienst ist nicht gestartet.</translation>
    </message>
    <message>
        <source>The engine does not become ready.</source>
        <translation>Der Dienst wird nicht bereit.</translation>
    </message>
    <message>
        <source>The engine ended unexpectedly and was started again.</source>
        <translation>Der Dienst endete unerwartet und wurde neu gestartet.</translation>
    </message>
    <message>
        <source>The engine goes on receiving images while the window is closed. Open PACSDesk again to see them. It can be stopped at any time from the menu with your name.</source>
        <translation>Der Dienst empfängt weiter Bilder, während das Fenster geschlossen ist. Öffnen Sie PACSDesk wieder, um sie zu sehen. Stoppen können Sie ihn jederzeit im Menü mit Ihrem Namen.</translation>
    </message>
    <message>
        <source>The engine is not answering</source>
        <translation>Der Dienst antwortet nicht</translation>
    </message>
    <message>
        <source>The engine is stopping.</source>
        <translation>Der Dienst wird gestoppt.</translation>
    </message>
    <message>
        <source>The engine of {site} goes on receiving images. To stop it: {command}</source>
        <translation>Der Dienst von {site} empfängt weiter Bilder. Zum Stoppen: {command}</translation>
    </message>
    <message>
        <source>The engine&apos;s process could not be started.</source>
        <translation>Der Prozess des Dienstes konnte nicht gestartet werden.</translation>
    </message>
    <message numerus="yes">
        <source>The first {shown} of %Ln problems:</source>
        <translation>
            <numerusform>Das erste {shown} von %Ln Problem:</numerusform>
            <numerusform>Die ersten {shown} von %Ln Problemen:</numerusform>
        </translation>
    </message>
    <message>
        <source>The language changes when PACSDesk is opened the next time.</source>
        <translation>Die Sprache wechselt, wenn Sie PACSDesk das nächste Mal öffnen.</translation>
    </message>
    <message>
        <source>The site was not made.</source>
        <translation>Die Einrichtung ist nicht gelungen.</translation>
    </message>
    <message>
        <source>The start of the engine was not awaited.</source>
        <translation>Der Start des Dienstes wurde nicht abgewartet.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Die beiden Passwörter sind verschieden.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Schulung</translation>
    </message>
    <message>
        <source>Training site – invented patients</source>
        <translation>Schulung – erfundene Patienten</translation>
    </message>
    <message>
        <source>Type in a terminal, with a name and a password of that site: {command}</source>
        <translation>In einem Terminal eingeben, mit Name und Passwort jenes Standorts: {command}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Version {version}, engine {engine_version}</source>
        <translation>Version {version}, Dienst {engine_version}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>What is this site for?</source>
        <translation>Wofür ist dieser Standort?</translation>
    </message>
    <message>
        <source>Who administers it?</source>
        <translation>Wer verwaltet ihn?</translation>
    </message>
    <message>
        <source>Without them, by the account that runs it; what it receives is stored first:</source>
        <translation>Ohne sie, von dem Konto aus, das ihn betreibt; was er gerade empfängt, wird vorher gespeichert:</translation>
    </message>
    <message>
        <source>Wrong engine, or no password?</source>
        <translation>Falscher Dienst oder kein Passwort?</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>fair</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>stark</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>zu kurz</translation>
    </message>
    <message>
        <source>too simple</source>
        <translation>zu einfach</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>noch {duration}</translation>
    </message>
    <message>
        <source>{rate}/s</source>
        <comment>so many a second</comment>
        <translation>{rate}/s</translation>
    </message>
    <message>
        <source>{reason}. Everything you typed is still there.</source>
        <translation>{reason}. Alles, was Sie eingegeben haben, ist noch da.</translation>
    </message>
</context>
<context>
    <name>Studies</name>
    <message numerus="yes">
        <source>%Ln conflicts</source>
        <translation>
            <numerusform>%Ln Konflikt</numerusform>
            <numerusform>%Ln Konflikte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more patients</source>
        <translation>
            <numerusform>%Ln weiterer Patient</numerusform>
            <numerusform>%Ln weitere Patienten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new studies</source>
        <translation>
            <numerusform>%Ln neue Studie</numerusform>
            <numerusform>%Ln neue Studien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows selected</source>
        <translation>
            <numerusform>%Ln Zeile gewählt</numerusform>
            <numerusform>%Ln Zeilen gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation>
            <numerusform>%Ln Serie</numerusform>
            <numerusform>%Ln Serien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies</source>
        <translation>
            <numerusform>%Ln Studie</numerusform>
            <numerusform>%Ln Studien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies found</source>
        <translation>
            <numerusform>%Ln Studie gefunden</numerusform>
            <numerusform>%Ln Studien gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies selected</source>
        <translation>
            <numerusform>%Ln Studie gewählt</numerusform>
            <numerusform>%Ln Studien gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable</source>
        <translation>
            <numerusform>%Ln unlesbar</numerusform>
            <numerusform>%Ln unlesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>A conflict is a second object that came under a UID already stored, with other content. Both are kept until a person decides here.</source>
        <translation>Ein Konflikt ist ein zweites Objekt, das unter einer schon gespeicherten UID mit anderem Inhalt kam. Beide werden aufbewahrt, bis hier jemand entscheidet.</translation>
    </message>
    <message>
        <source>A deleted study waits here, and can be taken back with everything that was in it.</source>
        <translation>Eine gelöschte Studie wartet hier und kann mit allem, was darin war, zurückgeholt werden.</translation>
    </message>
    <message>
        <source>A study appears here as soon as a modality or another archive sends it, or when files are imported. Files and folders can also be dropped here.</source>
        <translation>Eine Studie erscheint hier, sobald eine Modalität oder ein anderes Archiv sie sendet oder Dateien importiert werden. Dateien und Ordner können Sie auch hierher ziehen.</translation>
    </message>
    <message>
        <source>Accession</source>
        <translation>Auftragsnr.</translation>
    </message>
    <message>
        <source>All words must match: name, ID, accession, date, modality.</source>
        <translation>Alle Wörter müssen passen: Name, ID, Auftragsnummer, Datum, Modalität.</translation>
    </message>
    <message>
        <source>Ask for storage commitment...</source>
        <translation>Nach Storage Commitment fragen...</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Both objects are kept; the second has a new UID.</source>
        <translation>Beide Objekte bleiben; das zweite hat eine neue UID.</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Choose a peer to ask whether it keeps this study for good; nothing is asked yet</source>
        <translation>Eine Gegenstelle wählen, um sie zu fragen, ob sie diese Studie auf Dauer behält; noch wird nichts gefragt</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Conflicts: a second object came under a stored UID. Unreadable: kept as it came, not understood.</source>
        <translation>Konflikte: Ein zweites Objekt kam unter einer gespeicherten UID. Unlesbar: aufbewahrt, wie es kam, nicht verstanden.</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy study UID</source>
        <translation>Studien-UID kopieren</translation>
    </message>
    <message>
        <source>Copy the Study Instance UIDs of the selection</source>
        <translation>Die Study Instance UIDs der Auswahl kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows as text</source>
        <translation>Die gewählten Zeilen als Text kopieren</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Wird gezählt</translation>
    </message>
    <message>
        <source>Delete to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Delete {patients}: {amount}, to trash</source>
        <translation>{patients} löschen: {amount}, in den Papierkorb</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation>Löschen...</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Details of the selection</source>
        <translation>Einzelheiten der Auswahl</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Drop files here to import them</source>
        <translation>Dateien zum Importieren hier ablegen</translation>
    </message>
    <message numerus="yes">
        <source>Drop to import %Ln files and folders</source>
        <translation>
            <numerusform>Ablegen importiert %Ln Datei oder Ordner</numerusform>
            <numerusform>Ablegen importiert %Ln Dateien und Ordner</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export into a new folder “{name}” in</source>
        <translation>Exportieren in einen neuen Ordner „{name}“ in</translation>
    </message>
    <message>
        <source>Export to ZIP</source>
        <translation>Als ZIP exportieren</translation>
    </message>
    <message>
        <source>Export to ZIP...</source>
        <translation>Als ZIP exportieren...</translation>
    </message>
    <message>
        <source>Export to folder...</source>
        <translation>In Ordner exportieren...</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>Exportiert nach {path}</translation>
    </message>
    <message>
        <source>Family name, given names</source>
        <translation>Familienname, Vornamen</translation>
    </message>
    <message>
        <source>First from</source>
        <translation>Erstes von</translation>
    </message>
    <message>
        <source>First received</source>
        <translation>Erstes empfangen</translation>
    </message>
    <message>
        <source>First, stored</source>
        <translation>Erstes, gespeichert</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Hide details (Ctrl+I)</source>
        <translation>Einzelheiten ausblenden (Strg+I)</translation>
    </message>
    <message>
        <source>How many objects are stored, images and others</source>
        <translation>Wie viele Objekte gespeichert sind, Bilder und andere</translation>
    </message>
    <message>
        <source>How many series the study has</source>
        <translation>Wie viele Serien die Studie hat</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln files and folders</source>
        <translation>
            <numerusform>%Ln Datei oder Ordner importieren</numerusform>
            <numerusform>%Ln Dateien und Ordner importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a folder and all below it</source>
        <translation>Einen Ordner mit allem darunter importieren</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>Import files...</source>
        <translation>Dateien importieren...</translation>
    </message>
    <message>
        <source>Import folder...</source>
        <translation>Ordner importieren...</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>{name} importieren</translation>
    </message>
    <message>
        <source>Keep</source>
        <comment>do not delete</comment>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Keep first</source>
        <translation>Erstes behalten</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Loading series</source>
        <translation>Serien werden geladen</translation>
    </message>
    <message>
        <source>M, F or O as the modality sent it</source>
        <translation>M, F oder O, wie die Modalität es gesendet hat</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Move the studies to trash, with a reason</source>
        <translation>Die Studien mit Angabe eines Grundes in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Moved to trash: {amount}</source>
        <translation>Im Papierkorb: {amount}</translation>
    </message>
    <message>
        <source>Name, ID, accession, date, modality - for example: smith ct 2026-03</source>
        <translation>Name, ID, Auftragsnr., Datum, Modalität - z. B. schmidt ct 2026-03</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>Keine Konflikte</translation>
    </message>
    <message>
        <source>No conflicts, all readable</source>
        <translation>Keine Konflikte, alles lesbar</translation>
    </message>
    <message>
        <source>No studies yet</source>
        <translation>Noch keine Studien</translation>
    </message>
    <message>
        <source>No study matches “{words}”</source>
        <translation>Keine Studie passt zu „{words}“</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message numerus="yes">
        <source>One action takes at most %Ln studies. Select fewer, or search for what you mean.</source>
        <translation>
            <numerusform>Auf einmal geht höchstens %Ln Studie. Wählen Sie weniger, oder suchen Sie, was Sie meinen.</numerusform>
            <numerusform>Auf einmal gehen höchstens %Ln Studien. Wählen Sie weniger, oder suchen Sie, was Sie meinen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open or close the selected study in the list</source>
        <translation>Die gewählte Studie in der Liste auf- oder zuklappen</translation>
    </message>
    <message>
        <source>Open {series}</source>
        <translation>{series} öffnen</translation>
    </message>
    <message>
        <source>Open {series} in the viewer</source>
        <translation>{series} im Betrachter öffnen</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>Patienten-ID</translation>
    </message>
    <message>
        <source>Patient name</source>
        <translation>Patientenname</translation>
    </message>
    <message>
        <source>Plan a send of the studies to a peer; nothing is sent yet</source>
        <translation>Das Senden der Studien an eine Gegenstelle planen; noch wird nichts gesendet</translation>
    </message>
    <message>
        <source>Put the selected studies back into the archive (Enter)</source>
        <translation>Die gewählten Studien zurück ins Archiv legen (Eingabe)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason, for the audit</source>
        <translation>Grund, für das Audit</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Referred by</source>
        <translation>Zuweiser</translation>
    </message>
    <message>
        <source>Room that the study takes</source>
        <translation>Platz, den die Studie braucht</translation>
    </message>
    <message>
        <source>Search studies</source>
        <translation>Studien suchen</translation>
    </message>
    <message>
        <source>Second from</source>
        <translation>Zweites von</translation>
    </message>
    <message>
        <source>Second received</source>
        <translation>Zweites empfangen</translation>
    </message>
    <message>
        <source>Second, waiting</source>
        <translation>Zweites, wartet</translation>
    </message>
    <message>
        <source>Select a conflict to compare its two objects.</source>
        <translation>Wählen Sie einen Konflikt, um seine beiden Objekte zu vergleichen.</translation>
    </message>
    <message>
        <source>Select a study to see it in full here.</source>
        <translation>Wählen Sie eine Studie, um sie hier ganz zu sehen.</translation>
    </message>
    <message>
        <source>Send to peer...</source>
        <translation>An Gegenstelle senden...</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Series</source>
        <comment>one without a number</comment>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Series</source>
        <comment>several</comment>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Series hidden</source>
        <translation>Serien ausgeblendet</translation>
    </message>
    <message>
        <source>Series shown</source>
        <translation>Serien gezeigt</translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation>Serie {number}</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Show or hide series</source>
        <translation>Serien zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the details beside the list</source>
        <translation>Die Einzelheiten neben der Liste zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Show the images in the viewer (Enter)</source>
        <translation>Die Bilder im Betrachter zeigen (Eingabe)</translation>
    </message>
    <message>
        <source>Show the series of a study</source>
        <translation>Die Serien einer Studie zeigen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Studies, conflicts or trash</source>
        <translation>Studien, Konflikte oder Papierkorb</translation>
    </message>
    <message>
        <source>Study ID</source>
        <translation>Studien-ID</translation>
    </message>
    <message>
        <source>Study UID</source>
        <translation>Studien-UID</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>Studiendatum</translation>
    </message>
    <message>
        <source>Take a folder and all below it into the archive</source>
        <translation>Einen Ordner mit allem darunter ins Archiv aufnehmen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Take files into the archive</source>
        <translation>Dateien ins Archiv aufnehmen</translation>
    </message>
    <message>
        <source>Take second</source>
        <translation>Zweites nehmen</translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %Ln studies</source>
        <translation>
            <numerusform>Zurückgeholt: %Ln Studie</numerusform>
            <numerusform>Zurückgeholt: %Ln Studien</numerusform>
        </translation>
    </message>
    <message>
        <source>The AE title that sent the study</source>
        <translation>Der AE-Titel, der die Studie gesendet hat</translation>
    </message>
    <message>
        <source>The first object stays, the second is in the trash.</source>
        <translation>Das erste Objekt bleibt, das zweite ist im Papierkorb.</translation>
    </message>
    <message>
        <source>The folder {folder} could not be written.</source>
        <translation>Der Ordner {folder} konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The kinds of equipment in the study: CT, MR, US ...</source>
        <translation>Die Gerätearten der Studie: CT, MR, US ...</translation>
    </message>
    <message>
        <source>The number of the order at the information system</source>
        <translation>Die Nummer des Auftrags im Informationssystem</translation>
    </message>
    <message>
        <source>The number the patient has at the site that sent the study</source>
        <translation>Die Nummer, die der Patient in der sendenden Einrichtung hat</translation>
    </message>
    <message>
        <source>The patient&apos;s date of birth</source>
        <translation>Das Geburtsdatum des Patienten</translation>
    </message>
    <message>
        <source>The second object is stored as well, under a new UID</source>
        <translation>Das zweite Objekt wird ebenfalls gespeichert, unter einer neuen UID</translation>
    </message>
    <message>
        <source>The second object takes the place of the first, which goes to trash</source>
        <translation>Das zweite Objekt tritt an die Stelle des ersten, das in den Papierkorb kommt</translation>
    </message>
    <message>
        <source>The second object took the place of the first, which is in the trash.</source>
        <translation>Das zweite Objekt ist an die Stelle des ersten getreten, das im Papierkorb ist.</translation>
    </message>
    <message>
        <source>The stored object stays; the second goes to trash</source>
        <translation>Das gespeicherte Objekt bleibt; das zweite kommt in den Papierkorb</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
        <source>The two objects side by side</source>
        <translation>Die beiden Objekte nebeneinander</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>What was examined, in the modality&apos;s words</source>
        <translation>Was untersucht wurde, in den Worten der Modalität</translation>
    </message>
    <message>
        <source>When the last image of the study came in, by this engine&apos;s clock</source>
        <translation>Wann das letzte Bild der Studie ankam, nach der Uhr dieses Dienstes</translation>
    </message>
    <message>
        <source>When the study began, by the modality&apos;s clock</source>
        <translation>Wann die Studie begann, nach der Uhr der Modalität</translation>
    </message>
    <message>
        <source>Write the studies with a DICOMDIR into a new folder</source>
        <translation>Die Studien mit einem DICOMDIR in einen neuen Ordner schreiben</translation>
    </message>
    <message>
        <source>Write the studies with a DICOMDIR into one file</source>
        <translation>Die Studien mit einem DICOMDIR in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Write {name}</source>
        <translation>{name} schreiben</translation>
    </message>
    <message>
        <source>Written to {path}</source>
        <translation>Geschrieben nach {path}</translation>
    </message>
    <message>
        <source>ZIP files (*.zip)</source>
        <translation>ZIP-Dateien (*.zip)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more, listed with the job</source>
        <translation>
            <numerusform>und %Ln weiteres, beim Vorgang aufgeführt</numerusform>
            <numerusform>und %Ln weitere, beim Vorgang aufgeführt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more, shown when the study is opened in the list</source>
        <translation>
            <numerusform>und %Ln weitere, zu sehen, wenn die Studie in der Liste aufgeklappt ist</numerusform>
            <numerusform>und %Ln weitere, zu sehen, wenn die Studie in der Liste aufgeklappt ist</numerusform>
        </translation>
    </message>
    <message>
        <source>selected: {amount}</source>
        <translation>gewählt: {amount}</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} Byte</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <comment>moments</comment>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>{patient} and {more}</source>
        <translation>{patient} und {more}</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source> /s</source>
        <comment>images a second</comment>
        <translation> /s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln elements</source>
        <translation>
            <numerusform>%Ln Element</numerusform>
            <numerusform>%Ln Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation>
            <numerusform>%Ln Objekt</numerusform>
            <numerusform>%Ln Objekte</numerusform>
        </translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Echte Größe</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Elements of the object</source>
        <translation>Elemente des Objekts</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>From the image</source>
        <translation>Aus dem Bild</translation>
    </message>
    <message>
        <source>From the image {number}</source>
        <translation>Aus dem Bild {number}</translation>
    </message>
    <message>
        <source>Image {number} of {total}</source>
        <translation>Bild {number} von {total}</translation>
    </message>
    <message>
        <source>Images a second</source>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <source>Images a second while playing</source>
        <translation>Bilder je Sekunde beim Abspielen</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Invertiert</translation>
    </message>
    <message>
        <source>It was deleted meanwhile. Deleted studies wait under Studies, on the page Trash.</source>
        <translation>Sie wurde inzwischen gelöscht. Gelöschte Studien warten unter Studien auf der Seite Papierkorb.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>Nächste Serie</translation>
    </message>
    <message>
        <source>No series is open</source>
        <translation>Keine Serie ist geöffnet</translation>
    </message>
    <message>
        <source>Not for primary diagnosis</source>
        <translation>Nicht zur Primärbefundung</translation>
    </message>
    <message>
        <source>Object {number} of {total}</source>
        <translation>Objekt {number} von {total}</translation>
    </message>
    <message>
        <source>Open a study from Studies, with a double click.</source>
        <translation>Öffnen Sie eine Studie unter Studien mit einem Doppelklick.</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Schieben</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Position in the series</source>
        <translation>Bildlage in der Serie</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>Vorige Serie</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Blättern</translation>
    </message>
    <message>
        <source>Search in the tag list</source>
        <translation>In der Tagliste suchen</translation>
    </message>
    <message>
        <source>Search tags, names, values</source>
        <translation>Tags, Namen, Werte suchen</translation>
    </message>
    <message>
        <source>Series of the study</source>
        <translation>Serien der Studie</translation>
    </message>
    <message>
        <source>Series without a name</source>
        <translation>Serie ohne Namen</translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation>Serie {number}</translation>
    </message>
    <message>
        <source>Smooth pixels</source>
        <translation>Pixel glätten</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Text of the object</source>
        <translation>Text des Objekts</translation>
    </message>
    <message>
        <source>Text over image</source>
        <translation>Text über dem Bild</translation>
    </message>
    <message>
        <source>The tag list shows what could be read.</source>
        <translation>Die Tagliste zeigt, was gelesen werden konnte.</translation>
    </message>
    <message>
        <source>This object is kept, but cannot be shown</source>
        <translation>Dieses Objekt ist aufbewahrt, kann aber nicht gezeigt werden</translation>
    </message>
    <message>
        <source>This study is no longer in the archive</source>
        <translation>Diese Studie ist nicht mehr im Archiv</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>W {width}  L {center}</source>
        <comment>window width and center</comment>
        <translation>W {width}  L {center}</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Was hilft</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation>Fenstervorgaben</translation>
    </message>
    <message>
        <source>Windows of the image and presets (1 to 9)</source>
        <translation>Fenster des Bildes und Vorgaben (1 bis 9)</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom {percent} %</source>
        <translation>Zoom {percent} %</translation>
    </message>
    <message>
        <source>{elements}, the first ones of more</source>
        <translation>{elements}, die ersten von mehr</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln elements</source>
        <translation>
            <numerusform>{shown} von %Ln Element</numerusform>
            <numerusform>{shown} von %Ln Elementen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workflow</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries chosen</source>
        <translation>
            <numerusform>%Ln Eintrag gewählt</numerusform>
            <numerusform>%Ln Einträge gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries in {time}</source>
        <translation>
            <numerusform>%Ln Eintrag in {time}</numerusform>
            <numerusform>%Ln Einträge in {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>A UID has digits and single dots, at most 64 characters.</source>
        <translation>Eine UID hat Ziffern und einzelne Punkte, höchstens 64 Zeichen.</translation>
    </message>
    <message>
        <source>A device tells the RIS that an examination began and how it ended (MPPS). Begin tells it of the one on the left; then it can be completed or discontinued.</source>
        <translation>Ein Gerät meldet dem RIS, dass eine Untersuchung begann und wie sie endete (MPPS). Beginnen meldet die Untersuchung links; danach kann sie abgeschlossen oder abgebrochen werden.</translation>
    </message>
    <message>
        <source>A later report is still taken, for a day, and shows here.</source>
        <translation>Eine spätere Meldung wird noch einen Tag lang angenommen und erscheint hier.</translation>
    </message>
    <message>
        <source>A new one</source>
        <translation>Eine neue</translation>
    </message>
    <message>
        <source>A peer that commits itself keeps images for good, so that a device may delete its own. Choose a study and ask; the report can take minutes, and comes by a call of the peer as a rule.</source>
        <translation>Eine Gegenstelle, die sich festlegt, bewahrt Bilder dauerhaft auf, sodass ein Gerät die eigenen löschen darf. Wählen Sie eine Studie und fragen Sie; die Meldung kann Minuten dauern, und meist ruft uns die Gegenstelle dafür.</translation>
    </message>
    <message>
        <source>AE title of the device for which the examination is planned</source>
        <translation>AE-Titel des Geräts, für das die Untersuchung geplant ist</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>Auftragsnummer</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Alle Tage</translation>
    </message>
    <message>
        <source>As SMITH*; * stands for any letters.</source>
        <translation>Etwa SMITH*; * steht für beliebige Buchstaben.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Ask as</source>
        <translation>Fragen als</translation>
    </message>
    <message>
        <source>Ask for a worklist</source>
        <translation>Nach einer Worklist fragen</translation>
    </message>
    <message>
        <source>Ask for storage commitment</source>
        <translation>Nach Storage Commitment fragen</translation>
    </message>
    <message>
        <source>Ask for the worklist (Return)</source>
        <translation>Nach der Worklist fragen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Ask whether it is safe</source>
        <translation>Fragen, ob sie sicher ist</translation>
    </message>
    <message>
        <source>Ask why</source>
        <translation>Warum fragen</translation>
    </message>
    <message>
        <source>Asked as</source>
        <translation>Gefragt als</translation>
    </message>
    <message>
        <source>Asking {peer}</source>
        <translation>{peer} wird gefragt</translation>
    </message>
    <message>
        <source>At the end: which series and images were made, as this archive has them</source>
        <translation>Am Ende: welche Serien und Bilder entstanden, so wie dieses Archiv sie hat</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Kam zurück</translation>
    </message>
    <message>
        <source>Change one thing at a time and see which one hides the entries</source>
        <translation>Jedes Mal eines ändern und sehen, was die Einträge verbirgt</translation>
    </message>
    <message>
        <source>Choose one to see all that the peer says of it.</source>
        <translation>Wählen Sie einen, um alles zu sehen, was die Gegenstelle dazu sagt.</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Commitment</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy in full</source>
        <translation>Ganz kopieren</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy what was sent</source>
        <translation>Gesendetes kopieren</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Discontinue</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Discontinued</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>End it at once (Esc)</source>
        <translation>Sofort beenden (Esc)</translation>
    </message>
    <message>
        <source>Enter a day as 2026-11-24, or days as 2026-11-24..2026-11-26.</source>
        <translation>Geben Sie einen Tag wie 2026-11-24 ein, oder Tage wie 2026-11-24..2026-11-26.</translation>
    </message>
    <message>
        <source>Enter one with its host and port in the Peers panel.</source>
        <translation>Tragen Sie im Bereich Gegenstellen eine mit Host und Port ein.</translation>
    </message>
    <message>
        <source>Filled in when one begins; another one can be typed, to end it.</source>
        <translation>Wird ausgefüllt, wenn einer beginnt; eine andere kann eingegeben werden, um ihn zu beenden.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Invented patient</source>
        <translation>Erfundener Patient</translation>
    </message>
    <message>
        <source>It is waited for up to {time}.</source>
        <translation>Darauf wird bis zu {time} gewartet.</translation>
    </message>
    <message>
        <source>It shows which examinations are planned, as a device sees it. Many systems answer each device its own list: then ask as the title of the device.</source>
        <translation>Sie zeigt, welche Untersuchungen geplant sind, so wie ein Gerät sie sieht. Viele Systeme antworten jedem Gerät mit seiner eigenen Liste: Fragen Sie dann unter dem Titel des Geräts.</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>Name of the station</source>
        <translation>Name der Station</translation>
    </message>
    <message>
        <source>Name, ID, accession number, day, or a Study Instance UID.</source>
        <translation>Name, ID, Auftragsnummer, Tag oder eine Study Instance UID.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>No peer to ask</source>
        <translation>Keine Gegenstelle zu fragen</translation>
    </message>
    <message>
        <source>No report</source>
        <translation>Keine Meldung</translation>
    </message>
    <message>
        <source>No study has these words.</source>
        <translation>Keine Studie hat diese Wörter.</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>Nicht genannt</translation>
    </message>
    <message>
        <source>Not safe</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Not waited for any longer; the peer may have taken it.</source>
        <translation>Es wird nicht länger gewartet; die Gegenstelle kann es angenommen haben.</translation>
    </message>
    <message>
        <source>Nothing was asked yet</source>
        <translation>Noch nichts gefragt</translation>
    </message>
    <message>
        <source>Nothing was told yet</source>
        <translation>Noch nichts gemeldet</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Andere Tage</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>Patienten-ID</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Performed steps</source>
        <translation>Durchgeführte Schritte</translation>
    </message>
    <message>
        <source>Physician</source>
        <translation>Arzt oder Ärztin</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Untersuchung</translation>
    </message>
    <message>
        <source>Procedure ID</source>
        <translation>ID der Untersuchung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Report its examination</source>
        <translation>Untersuchung melden</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>SOP Instance UID</source>
        <translation>SOP Instance UID</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step ID</source>
        <translation>ID des Schritts</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Stopped before an entry came</source>
        <translation>Gestoppt, bevor ein Eintrag kam</translation>
    </message>
    <message>
        <source>Studies found</source>
        <translation>Gefundene Studien</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Study Instance UID</source>
        <translation>Study Instance UID</translation>
    </message>
    <message>
        <source>Study of this archive</source>
        <translation>Studie dieses Archivs</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Take it over into Performed steps; nothing is sent before you press Begin there</source>
        <translation>Nach Durchgeführte Schritte übernehmen; nichts wird gesendet, bevor Sie dort Beginnen drücken</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Tell it as</source>
        <translation>Melden als</translation>
    </message>
    <message>
        <source>Tell its series of this archive</source>
        <translation>Serien dieses Archivs melden</translation>
    </message>
    <message>
        <source>Tell that it began (N-CREATE)</source>
        <translation>Melden, dass sie begann (N-CREATE)</translation>
    </message>
    <message>
        <source>Tell that it is done (N-SET)</source>
        <translation>Melden, dass sie abgeschlossen ist (N-SET)</translation>
    </message>
    <message>
        <source>Tell that it was broken off (N-SET)</source>
        <translation>Melden, dass sie abgebrochen wurde (N-SET)</translation>
    </message>
    <message>
        <source>The chosen entry</source>
        <translation>Der gewählte Eintrag</translation>
    </message>
    <message>
        <source>The peer keeps what it is told: use a test system or the invented patient.</source>
        <translation>Die Gegenstelle behält, was ihr gemeldet wird: Nehmen Sie ein Testsystem oder den erfundenen Patienten.</translation>
    </message>
    <message>
        <source>The range ends before it begins.</source>
        <translation>Der Zeitraum endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>The report came by a call of the peer, after {time}.</source>
        <translation>Die Meldung kam nach {time}: Die Gegenstelle hat uns dafür gerufen.</translation>
    </message>
    <message>
        <source>The report came on the association of the request, after {time}.</source>
        <translation>Die Meldung kam nach {time} auf der Assoziation der Anfrage.</translation>
    </message>
    <message>
        <source>The report does not name it</source>
        <translation>Die Meldung nennt es nicht</translation>
    </message>
    <message>
        <source>The worklist is empty</source>
        <translation>Die Worklist ist leer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Today and the next 6 days</source>
        <translation>Heute und die nächsten 6 Tage</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>UID of the step</source>
        <translation>UID des Schritts</translation>
    </message>
    <message>
        <source>VR</source>
        <translation>VR</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Wait for the report</source>
        <translation>Auf die Meldung warten</translation>
    </message>
    <message>
        <source>Wait no longer</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Wait no longer; the peer may have taken it</source>
        <translation>Nicht länger warten; die Gegenstelle kann es angenommen haben</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waiting for the report of {peer}</source>
        <translation>Auf die Meldung von {peer} wird gewartet</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Was gesendet wurde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>Welche Tage</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>Worklist</translation>
    </message>
    <message>
        <source>Worklist, commitment or performed steps</source>
        <translation>Worklist, Commitment oder durchgeführte Schritte</translation>
    </message>
    <message>
        <source>asked as {title}</source>
        <translation>gefragt als {title}</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln images</source>
        <translation>
            <numerusform>von %Ln Bild</numerusform>
            <numerusform>von %Ln Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>there are more than {number}</source>
        <translation>es gibt mehr als {number}</translation>
    </message>
    <message>
        <source>told as {title} in {time}</source>
        <translation>gemeldet als {title} in {time}</translation>
    </message>
    <message>
        <source>{peer} did not answer</source>
        <translation>{peer} hat nicht geantwortet</translation>
    </message>
    <message>
        <source>{peer} did not answer with a worklist</source>
        <translation>{peer} hat nicht mit einer Worklist geantwortet</translation>
    </message>
    <message>
        <source>{peer} did not report</source>
        <translation>{peer} hat nichts gemeldet</translation>
    </message>
    <message>
        <source>{peer} has no entry like this. Ask why changes one thing at a time.</source>
        <translation>{peer} hat keinen solchen Eintrag. Warum fragen ändert jedes Mal eines.</translation>
    </message>
    <message numerus="yes">
        <source>{peer} keeps all %Ln images</source>
        <translation>
            <numerusform>{peer} bewahrt das Bild auf</numerusform>
            <numerusform>{peer} bewahrt alle %Ln Bilder auf</numerusform>
        </translation>
    </message>
    <message>
        <source>{peer} keeps {number} {of_images}</source>
        <translation>{peer} bewahrt {number} {of_images} auf</translation>
    </message>
    <message>
        <source>{peer} refused it: {what}</source>
        <translation>{peer} hat es abgelehnt: {what}</translation>
    </message>
    <message>
        <source>{peer} took it: {what}</source>
        <translation>{peer} hat es angenommen: {what}</translation>
    </message>
    <message>
        <source>{safe} of {number} safe</source>
        <translation>{safe} von {number} sicher</translation>
    </message>
</context>
</TS>
