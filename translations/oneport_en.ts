<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <source>%Ln older row(s) with %1 bytes are gone: the transcript is full.</source>
        <translation>
            <numerusform>%Ln older row with %1 bytes is gone: the transcript is full.</numerusform>
            <numerusform>%Ln older rows with %1 bytes are gone: the transcript is full.</numerusform>
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
