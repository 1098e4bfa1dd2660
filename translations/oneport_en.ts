<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BytePreview</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashedSessionsMenu</name>
    <message numerus="yes">
        <source>Discard %Ln session(s) with %1 of traffic? They can&apos;t be brought back.</source>
        <translation>
            <numerusform>Discard %Ln session with %1 of traffic? They can&apos;t be brought back.</numerusform>
            <numerusform>Discard %Ln sessions with %1 of traffic? They can&apos;t be brought back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyTranscript</name>
    <message numerus="yes">
        <source>The view was cleared; %Ln row(s) from before are kept.</source>
        <translation>
            <numerusform>The view was cleared; %Ln row from before is kept.</numerusform>
            <numerusform>The view was cleared; %Ln rows from before are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactsText</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>The expression takes too long on %Ln row(s): they are not shown.</source>
        <translation>
            <numerusform>The expression takes too long on %Ln row: it is not shown.</numerusform>
            <numerusform>The expression takes too long on %Ln rows: they are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of these sockets</source>
        <translation>
            <numerusform>%Ln row of these sockets</numerusform>
            <numerusform>%Ln rows of these sockets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Framing</name>
    <message numerus="yes">
        <source>Fixed %Ln byte(s)</source>
        <translation>
            <numerusform>Fixed %Ln byte</numerusform>
            <numerusform>Fixed %Ln bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not sent: a message must have exactly %Ln byte(s) with this framing; this one has %1.</source>
        <translation>
            <numerusform>Not sent: a message must have exactly %Ln byte with this framing; this one has %1.</numerusform>
            <numerusform>Not sent: a message must have exactly %Ln bytes with this framing; this one has %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GateWords</name>
    <message numerus="yes">
        <source>Accepting is paused: %Ln client(s) wait(s).</source>
        <translation>
            <numerusform>Accepting is paused: %Ln client waits.</numerusform>
            <numerusform>Accepting is paused: %Ln clients wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One at a time: %Ln client(s) wait(s).</source>
        <translation>
            <numerusform>One at a time: %Ln client waits.</numerusform>
            <numerusform>One at a time: %Ln clients wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln client(s) at once: who comes then is turned away.</source>
        <translation>
            <numerusform>At most %Ln client at once: who comes then is turned away.</numerusform>
            <numerusform>At most %Ln clients at once: who comes then is turned away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln client(s) from each address: more are turned away.</source>
        <translation>
            <numerusform>At most %Ln client from each address: more are turned away.</numerusform>
            <numerusform>At most %Ln clients from each address: more are turned away.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HexView</name>
    <message numerus="yes">
        <source>%Ln byte(s) from %1</source>
        <translation>
            <numerusform>%Ln byte from %1</numerusform>
            <numerusform>%Ln bytes from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InterpretationDialog</name>
    <message numerus="yes">
        <source>Choose how the bytes of %Ln selected socket(s) become messages and text. This holds for what was received and sent so far, for what comes, and for what you send.</source>
        <translation>
            <numerusform>Choose how the bytes of %Ln selected socket become messages and text. This holds for what was received and sent so far, for what comes, and for what you send.</numerusform>
            <numerusform>Choose how the bytes of %Ln selected sockets become messages and text. This holds for what was received and sent so far, for what comes, and for what you send.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageFacts</name>
    <message numerus="yes">
        <source>one of %Ln message(s) in read %1</source>
        <translation>
            <numerusform>one of %Ln message in read %1</numerusform>
            <numerusform>one of %Ln messages in read %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in reads %1 to %2 (%Ln read(s))</source>
        <translation>
            <numerusform>in reads %1 to %2 (%Ln read)</numerusform>
            <numerusform>in reads %1 to %2 (%Ln reads)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one of %Ln message(s) in write %1</source>
        <translation>
            <numerusform>one of %Ln message in write %1</numerusform>
            <numerusform>one of %Ln messages in write %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in writes %1 to %2 (%Ln write(s))</source>
        <translation>
            <numerusform>in writes %1 to %2 (%Ln write)</numerusform>
            <numerusform>in writes %1 to %2 (%Ln writes)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageReader</name>
    <message numerus="yes">
        <source>%Ln record(s) with %1 bytes are missing here: they could not be kept.</source>
        <translation>
            <numerusform>%Ln record with %1 bytes are missing here: they could not be kept.</numerusform>
            <numerusform>%Ln records with %1 bytes are missing here: they could not be kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureText</name>
    <message numerus="yes">
        <source>%Ln connected, not yet accepted</source>
        <translation>
            <numerusform>%Ln connected, not yet accepted</numerusform>
            <numerusform>%Ln connected, not yet accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln socket(s)</source>
        <translation>
            <numerusform>%Ln socket</numerusform>
            <numerusform>%Ln sockets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReachLine</name>
    <message numerus="yes">
        <source>Stopped. %Ln connection(s) were closed.</source>
        <translation>
            <numerusform>Stopped. %Ln connection was closed.</numerusform>
            <numerusform>Stopped. %Ln connections were closed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordText</name>
    <message numerus="yes">
        <source>not sent: %n message(s), %1 bytes were still waiting</source>
        <translation>
            <numerusform>not sent: %n message, %1 bytes were still waiting</numerusform>
            <numerusform>not sent: %n messages, %1 bytes were still waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendPanel</name>
    <message numerus="yes">
        <source>Message to all %Ln client(s), not only the selected</source>
        <translation>
            <numerusform>Message to %Ln client, not only the selected</numerusform>
            <numerusform>Message to all %Ln clients, not only the selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Message to all %Ln client(s)</source>
        <translation>
            <numerusform>Message to %Ln client</numerusform>
            <numerusform>Message to all %Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Message to %Ln selected client(s)</source>
        <translation>
            <numerusform>Message to %Ln selected client</numerusform>
            <numerusform>Message to %Ln selected clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %Ln client(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>all %Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected client(s)</source>
        <translation>
            <numerusform>%Ln selected client</numerusform>
            <numerusform>%Ln selected clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServingComparison</name>
    <message numerus="yes">
        <source>%n I/O thread(s)</source>
        <translation>
            <numerusform>%n I/O thread</numerusform>
            <numerusform>%n I/O threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An event loop in each of %n thread(s)</source>
        <translation>
            <numerusform>An event loop in each of %n thread</numerusform>
            <numerusform>An event loop in each of %n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServingMenu</name>
    <message numerus="yes">
        <source>An event loop in each of %n &amp;thread(s)…</source>
        <translation>
            <numerusform>An event loop in each of %n &amp;thread…</numerusform>
            <numerusform>An event loop in each of %n &amp;threads…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionActions</name>
    <message numerus="yes">
        <source>The File menu has %Ln more.</source>
        <translation>
            <numerusform>The File menu has %Ln more.</numerusform>
            <numerusform>The File menu has %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptDelegate</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptExport</name>
    <message numerus="yes">
        <source>%Ln older row(s) went while it was written, and are missing.</source>
        <translation>
            <numerusform>%Ln older row went while it was written, and are missing.</numerusform>
            <numerusform>%Ln older rows went while it was written, and are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptModel</name>
    <message numerus="yes">
        <source>%Ln older record(s) with %1 bytes are gone: the disk limit was reached.</source>
        <translation>
            <numerusform>%Ln older record with %1 bytes is gone: the disk limit was reached.</numerusform>
            <numerusform>%Ln older records with %1 bytes are gone: the disk limit was reached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the newest %1 rows are listed: %2 older row(s) are not, and a filter does not reach them. Their bytes are still in the session, also when it is saved.</source>
        <translation>
            <numerusform>Only the newest %1 rows are listed: %2 older row is not, and a filter does not reach them. Their bytes are still in the session, also when it is saved.</numerusform>
            <numerusform>Only the newest %1 rows are listed: %2 older rows are not, and a filter does not reach them. Their bytes are still in the session, also when it is saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the newest %1 rows are listed: about %2 older row(s) are not, and a filter does not reach them. Their bytes are still in the session, also when it is saved.</source>
        <translation>
            <numerusform>Only the newest %1 rows are listed: about %2 older row is not, and a filter does not reach them. Their bytes are still in the session, also when it is saved.</numerusform>
            <numerusform>Only the newest %1 rows are listed: about %2 older rows are not, and a filter does not reach them. Their bytes are still in the session, also when it is saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unfinished, %Ln byte(s) so far</source>
        <translation>
            <numerusform>unfinished, %Ln byte so far</numerusform>
            <numerusform>unfinished, %Ln bytes so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unfinished message(s), %1 bytes so far: the end has not come.</source>
        <translation>
            <numerusform>%Ln unfinished message, %1 bytes so far: the end has not come.</numerusform>
            <numerusform>%Ln unfinished messages, %1 bytes so far: the end has not come.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message numerus="yes">
        <source>%Ln new ↓</source>
        <translation>
            <numerusform>%Ln new ↓</numerusform>
            <numerusform>%Ln new ↓</numerusform>
        </translation>
    </message>
</context>
</TS>
