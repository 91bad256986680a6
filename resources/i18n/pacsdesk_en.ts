<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Associations</name>
    <message numerus="yes">
        <source>%Ln associations</source>
        <translation>
            <numerusform>%Ln association</numerusform>
            <numerusform>%Ln associations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln associations chosen</source>
        <translation>
            <numerusform>%Ln association chosen</numerusform>
            <numerusform>%Ln associations chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln associations end once nothing is under way in them.</source>
        <translation>
            <numerusform>%Ln association ends once nothing is under way in it.</numerusform>
            <numerusform>%Ln associations end once nothing is under way in them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln associations in {path}</source>
        <translation>
            <numerusform>%Ln association in {path}</numerusform>
            <numerusform>%Ln associations in {path}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connected</source>
        <translation>
            <numerusform>%Ln connected</numerusform>
            <numerusform>%Ln connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {requests} requests failed.</source>
        <translation>
            <numerusform>%Ln of {requests} requests failed.</numerusform>
            <numerusform>%Ln of {requests} requests failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %Ln associations?</source>
        <translation>
            <numerusform>End %Ln association?</numerusform>
            <numerusform>End %Ln associations?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Log of {program}, %Ln lines</source>
        <translation>
            <numerusform>Log of {program}, %Ln line</numerusform>
            <numerusform>Log of {program}, %Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>so %Ln associations of both sides fit</source>
        <translation>
            <numerusform>so %Ln association of both sides fits</numerusform>
            <numerusform>so %Ln associations of both sides fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commitments</name>
    <message numerus="yes">
        <source>%Ln instances are read anew, then {ae_title} is told the result.</source>
        <translation>
            <numerusform>%Ln instance is read anew, then {ae_title} is told the result.</numerusform>
            <numerusform>%Ln instances are read anew, then {ae_title} is told the result.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests are checked and told again.</source>
        <translation>
            <numerusform>%Ln request is checked and told again.</numerusform>
            <numerusform>%Ln requests are checked and told again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests selected.</source>
        <translation>
            <numerusform>%Ln request selected.</numerusform>
            <numerusform>%Ln requests selected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln instances are safe</source>
        <translation>
            <numerusform>%Ln instance is safe</numerusform>
            <numerusform>All %Ln instances are safe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message numerus="yes">
        <source>%Ln already there</source>
        <translation>
            <numerusform>%Ln already there</numerusform>
            <numerusform>%Ln already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflicts</source>
        <translation>
            <numerusform>%Ln conflict</numerusform>
            <numerusform>%Ln conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files passed over</source>
        <translation>
            <numerusform>%Ln file passed over</numerusform>
            <numerusform>%Ln files passed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln findings</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instances exported</source>
        <translation>
            <numerusform>%Ln instance exported</numerusform>
            <numerusform>%Ln instances exported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln instances stored</source>
        <translation>
            <numerusform>%Ln instance stored</numerusform>
            <numerusform>%Ln instances stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them not readable as a whole</source>
        <translation>
            <numerusform>%Ln of them not readable as a whole</numerusform>
            <numerusform>%Ln of them not readable as a whole</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export of %Ln studies</source>
        <translation>
            <numerusform>Export of %Ln study</numerusform>
            <numerusform>Export of %Ln studies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wait %Ln seconds, then try again.</source>
        <translation>
            <numerusform>Wait %Ln second, then try again.</numerusform>
            <numerusform>Wait %Ln seconds, then try again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exercises</name>
    <message numerus="yes">
        <source>%Ln exercises</source>
        <translation>
            <numerusform>%Ln exercise</numerusform>
            <numerusform>%Ln exercises</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patients</source>
        <translation>
            <numerusform>%Ln patient</numerusform>
            <numerusform>%Ln patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies</source>
        <translation>
            <numerusform>%Ln study</numerusform>
            <numerusform>%Ln studies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from {address}, %Ln times. {reason}</source>
        <translation>
            <numerusform>from {address}, once. {reason}</numerusform>
            <numerusform>from {address}, %Ln times. {reason}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kit</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
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
            <numerusform>%Ln h ago</numerusform>
            <numerusform>%Ln h ago</numerusform>
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
            <numerusform>%Ln min ago</numerusform>
            <numerusform>%Ln min ago</numerusform>
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
            <numerusform>%Ln value of patients is replaced.</numerusform>
            <numerusform>%Ln values of patients are replaced, the same by the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask these %Ln queries</source>
        <translation>
            <numerusform>Ask this %Ln query</numerusform>
            <numerusform>Ask these %Ln queries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asking %Ln queries</source>
        <translation>
            <numerusform>Asking %Ln query</numerusform>
            <numerusform>Asking %Ln queries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Peers</name>
    <message numerus="yes">
        <source>%Ln entries are taken in.</source>
        <translation>
            <numerusform>%Ln entry is taken in.</numerusform>
            <numerusform>%Ln entries are taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are what they were before.</source>
        <translation>
            <numerusform>%Ln entry is what it was before.</numerusform>
            <numerusform>%Ln entries are what they were before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries in {file}</source>
        <translation>
            <numerusform>%Ln entry in {file}</numerusform>
            <numerusform>%Ln entries in {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines in {path}</source>
        <translation>
            <numerusform>%Ln line in {path}</numerusform>
            <numerusform>%Ln lines in {path}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln peers</source>
        <translation>
            <numerusform>%Ln peer</numerusform>
            <numerusform>%Ln peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln peers are removed.</source>
        <translation>
            <numerusform>%Ln peer is removed.</numerusform>
            <numerusform>%Ln peers are removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln peers repeated</source>
        <translation>
            <numerusform>%Ln peer repeated</numerusform>
            <numerusform>%Ln peers repeated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seconds</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Going back to before this takes back %Ln changes.</source>
        <translation>
            <numerusform>Going back to before this takes back %Ln change.</numerusform>
            <numerusform>Going back to before this takes back %Ln changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{known} of %Ln peers</source>
        <translation>
            <numerusform>{known} of %Ln peer</numerusform>
            <numerusform>{known} of %Ln peers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message numerus="yes">
        <source>%Ln answers chosen</source>
        <translation>
            <numerusform>%Ln answer chosen</numerusform>
            <numerusform>%Ln answers chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answers in {time}</source>
        <translation>
            <numerusform>%Ln answer in {time}</numerusform>
            <numerusform>%Ln answers in {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln as conflicts</source>
        <translation>
            <numerusform>%Ln as a conflict</numerusform>
            <numerusform>%Ln as conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln here before</source>
        <translation>
            <numerusform>%Ln here before</numerusform>
            <numerusform>%Ln here before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln missing</source>
        <translation>
            <numerusform>%Ln missing</numerusform>
            <numerusform>%Ln missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patients</source>
        <translation>
            <numerusform>%Ln patient</numerusform>
            <numerusform>%Ln patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused here</source>
        <translation>
            <numerusform>%Ln refused here</numerusform>
            <numerusform>%Ln refused here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln retrievals</source>
        <translation>
            <numerusform>%Ln retrieval</numerusform>
            <numerusform>%Ln retrievals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent</source>
        <translation>
            <numerusform>%Ln sent</numerusform>
            <numerusform>%Ln sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation>
            <numerusform>%Ln series</numerusform>
            <numerusform>%Ln series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stored</source>
        <translation>
            <numerusform>%Ln stored</numerusform>
            <numerusform>%Ln stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies</source>
        <translation>
            <numerusform>%Ln study</numerusform>
            <numerusform>%Ln studies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to go</source>
        <translation>
            <numerusform>%Ln to go</numerusform>
            <numerusform>%Ln to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a warning</source>
        <translation>
            <numerusform>%Ln with a warning</numerusform>
            <numerusform>%Ln with a warning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Have {peer} send %Ln of these to</source>
        <translation>
            <numerusform>Have {peer} send %Ln of these to</numerusform>
            <numerusform>Have {peer} send %Ln of these to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln answers in {time}</source>
        <translation>
            <numerusform>{shown} of %Ln answer in {time}</numerusform>
            <numerusform>{shown} of %Ln answers in {time}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Relay</name>
    <message numerus="yes">
        <source>%Ln turned away</source>
        <translation>
            <numerusform>%Ln turned away</numerusform>
            <numerusform>%Ln turned away</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Send</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files and folders</source>
        <translation>
            <numerusform>%Ln file or folder</numerusform>
            <numerusform>%Ln files and folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are no objects</source>
        <translation>
            <numerusform>%Ln file is no object</numerusform>
            <numerusform>%Ln files are no objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them shown there as sent</source>
        <translation>
            <numerusform>%Ln of them shown there as sent</numerusform>
            <numerusform>%Ln of them shown there as sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies of this archive</source>
        <translation>
            <numerusform>%Ln study of this archive</numerusform>
            <numerusform>%Ln studies of this archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a warning</source>
        <translation>
            <numerusform>%Ln with a warning</numerusform>
            <numerusform>%Ln with a warning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They differ in %Ln pairs.</source>
        <translation>
            <numerusform>They differ in %Ln pair.</numerusform>
            <numerusform>They differ in %Ln pairs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln objects</source>
        <translation>
            <numerusform>of %Ln object</numerusform>
            <numerusform>of %Ln objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message numerus="yes">
        <source>%Ln characters: {strength}.</source>
        <translation>
            <numerusform>%Ln character: {strength}.</numerusform>
            <numerusform>%Ln characters: {strength}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files passed over:</source>
        <translation>
            <numerusform>%Ln file passed over:</numerusform>
            <numerusform>%Ln files passed over:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs running</source>
        <translation>
            <numerusform>%Ln job running</numerusform>
            <numerusform>%Ln jobs running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more characters needed. A few words in a row are easy to keep.</source>
        <translation>
            <numerusform>%Ln more character needed. A few words in a row are easy to keep.</numerusform>
            <numerusform>%Ln more characters needed. A few words in a row are easy to keep.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was started %Ln s ago.</source>
        <translation>
            <numerusform>It was started %Ln s ago.</numerusform>
            <numerusform>It was started %Ln s ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first {shown} of %Ln problems:</source>
        <translation>
            <numerusform>The first {shown} of %Ln problem:</numerusform>
            <numerusform>The first {shown} of %Ln problems:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studies</name>
    <message numerus="yes">
        <source>%Ln conflicts</source>
        <translation>
            <numerusform>%Ln conflict</numerusform>
            <numerusform>%Ln conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more patients</source>
        <translation>
            <numerusform>%Ln more patient</numerusform>
            <numerusform>%Ln more patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new studies</source>
        <translation>
            <numerusform>%Ln new study</numerusform>
            <numerusform>%Ln new studies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows selected</source>
        <translation>
            <numerusform>%Ln row selected</numerusform>
            <numerusform>%Ln rows selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation>
            <numerusform>%Ln series</numerusform>
            <numerusform>%Ln series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies</source>
        <translation>
            <numerusform>%Ln study</numerusform>
            <numerusform>%Ln studies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies found</source>
        <translation>
            <numerusform>%Ln study found</numerusform>
            <numerusform>%Ln studies found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies selected</source>
        <translation>
            <numerusform>%Ln study selected</numerusform>
            <numerusform>%Ln studies selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable</source>
        <translation>
            <numerusform>%Ln unreadable</numerusform>
            <numerusform>%Ln unreadable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop to import %Ln files and folders</source>
        <translation>
            <numerusform>Drop to import %Ln file or folder</numerusform>
            <numerusform>Drop to import %Ln files and folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln files and folders</source>
        <translation>
            <numerusform>Import %Ln file or folder</numerusform>
            <numerusform>Import %Ln files and folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One action takes at most %Ln studies. Select fewer, or search for what you mean.</source>
        <translation>
            <numerusform>One action takes at most %Ln study. Select fewer, or search for what you mean.</numerusform>
            <numerusform>One action takes at most %Ln studies. Select fewer, or search for what you mean.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %Ln studies</source>
        <translation>
            <numerusform>Taken back: %Ln study</numerusform>
            <numerusform>Taken back: %Ln studies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more, listed with the job</source>
        <translation>
            <numerusform>and %Ln more, listed with the job</numerusform>
            <numerusform>and %Ln more, listed with the job</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more, shown when the study is opened in the list</source>
        <translation>
            <numerusform>and %Ln more, shown when the study is opened in the list</numerusform>
            <numerusform>and %Ln more, shown when the study is opened in the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message numerus="yes">
        <source>%Ln elements</source>
        <translation>
            <numerusform>%Ln element</numerusform>
            <numerusform>%Ln elements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation>
            <numerusform>%Ln object</numerusform>
            <numerusform>%Ln objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln elements</source>
        <translation>
            <numerusform>{shown} of %Ln element</numerusform>
            <numerusform>{shown} of %Ln elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workflow</name>
    <message numerus="yes">
        <source>%Ln entries chosen</source>
        <translation>
            <numerusform>%Ln entry chosen</numerusform>
            <numerusform>%Ln entries chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries in {time}</source>
        <translation>
            <numerusform>%Ln entry in {time}</numerusform>
            <numerusform>%Ln entries in {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln images</source>
        <translation>
            <numerusform>of %Ln image</numerusform>
            <numerusform>of %Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{peer} keeps all %Ln images</source>
        <translation>
            <numerusform>{peer} keeps the image</numerusform>
            <numerusform>{peer} keeps all %Ln images</numerusform>
        </translation>
    </message>
</context>
</TS>
