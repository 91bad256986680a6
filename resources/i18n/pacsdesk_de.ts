<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Bridge</name>
    <message>
        <source>PACSDesk made a mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine closed the connection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patients</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A sender that nobody has entered is refused at its first try and then shows above: press Let in there, and send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it as a peer that may echo and store from this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full, images are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last image by source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let {ae_title} in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has sent an image yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody listens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or take files that are already here: a folder, a ZIP, a CD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused callers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a first image to {ae_title} at {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send from the other program. With DCMTK it is this line; a modality takes the same title and address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page fills by itself as images arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from {address}, %Ln times. {reason}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ae_title} may echo and store from {host}. Send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} of {total} free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Imaging</name>
    <message>
        <source>0 to 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angiography</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fractions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Structures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subdural</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kit</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message numerus="yes">
        <source>%Ln characters: {strength}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more characters needed. A few words in a row are easy to keep.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A troubleshooting tool for you alone. Your computer account signs you in; no password is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About PACSDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that it wrote is in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 12 characters. A few words in a row are easy to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what it names and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classroom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the administrator&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold to icons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a panel, do something, find a study or a peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help: {panel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images, index and settings will be kept in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invented patients for training, marked by a coloured frame, and set back to the start with one command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a medical device: look at images here to administer and to teach, not to diagnose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the name itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It repeats itself: use more different characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It was started %Ln s ago.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer is stronger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into {file} and the logs beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for a running engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for primary diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PACSDesk could not start a process of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PACSDesk made a mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PACSDesk made a mistake and goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the index; after an update this takes longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit and stop the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real patients. People sign in with a name and a password; only known senders may store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting by itself. What you typed is kept. ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up PACSDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take ended jobs off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is not touched by this: it runs in a process of its own. What you did last may not have been carried out. The details name places in the program and hold no patient data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is read-only: nothing is stored or changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine answers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does not become ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine goes on receiving images while the window is closed. Open PACSDesk again to see them. It can be stopped at any time from the menu with your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is stopping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine&apos;s process could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The first {shown} of %Ln problems:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The language changes when PACSDesk is opened the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site was not made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start of the engine was not awaited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training site – invented patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}, engine {engine_version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is this site for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who administers it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>fair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too simple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate}/s</source>
        <comment>so many a second</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}. Everything you typed is still there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studies</name>
    <message numerus="yes">
        <source>%Ln conflicts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new studies</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A conflict is a second object that came under a UID already stored, with other content. Both are kept until a person decides here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deleted study waits here, and can be taken back with everything that was in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study appears here as soon as a modality or another archive sends it, or when files are imported. Files and folders can also be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accession</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All words must match: name, ID, accession, date, modality.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both objects are kept; the second has a new UID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts: a second object came under a stored UID. Unreadable: kept as it came, not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy study UID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the Study Instance UIDs of the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected rows as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete to trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {amount}, to trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files here to import them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Drop to import %Ln files and folders</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export into a new folder “{name}” in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to ZIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to ZIP...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to folder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family name, given names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First, stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide details (Ctrl+I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many objects are stored, images and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many series the study has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln files and folders</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Import a folder and all below it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import folder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <comment>do not delete</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M, F or O as the modality sent it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the studies to trash, with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to trash: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, ID, accession, date, modality - for example: smith ct 2026-03</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conflicts, all readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No studies yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study matches “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>One action takes at most %Ln studies. Select fewer, or search for what you mean.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or close the selected study in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {series}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {series} in the viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the selected studies back into the archive (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, for the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referred by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room that the study takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second, waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a conflict to compare its two objects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a study to see it in full here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent; the engine is taking the files in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <comment>one without a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <comment>several</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the details beside the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the images in the viewer (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the series of a study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies, conflicts or trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study UID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a folder and all below it into the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take files into the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take second</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %Ln studies</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The AE title that sent the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first object stays, the second is in the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kinds of equipment in the study: CT, MR, US ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of the order at the information system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number the patient has at the site that sent the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient&apos;s date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second object is stored as well, under a new UID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second object takes the place of the first, which goes to trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second object took the place of the first, which is in the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored object stays; the second goes to trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two objects side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was examined, in the modality&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the last image of the study came in, by this engine&apos;s clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the study began, by the modality&apos;s clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the studies with a DICOMDIR into a new folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the studies with a DICOMDIR into one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP files (*.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more, listed with the job</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more, shown when the study is opened in the list</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>selected: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <comment>moments</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source> /s</source>
        <comment>images a second</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln elements</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements of the object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the image {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images a second while playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No series is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for primary diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a study from Studies, with a double click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position in the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the tag list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search tags, names, values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text over image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag list shows what could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This object is kept, but cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W {width}  L {center}</source>
        <comment>window width and center</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows of the image and presets (1 to 9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{elements}, the first ones of more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln elements</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
