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
    <name>FindBar</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
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
        <source>How the bytes of %Ln selected socket(s) are shown, from the first on. What is sent stays as it is.</source>
        <translation>
            <numerusform>How the bytes of %Ln selected socket are shown, from the first on. What is sent stays as it is.</numerusform>
            <numerusform>How the bytes of %Ln selected sockets are shown, from the first on. What is sent stays as it is.</numerusform>
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
    <name>TranscriptModel</name>
    <message numerus="yes">
        <source>%Ln older record(s) with %1 bytes are gone: the disk limit was reached.</source>
        <translation>
            <numerusform>%Ln older record with %1 bytes is gone: the disk limit was reached.</numerusform>
            <numerusform>%Ln older records with %1 bytes are gone: the disk limit was reached.</numerusform>
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
