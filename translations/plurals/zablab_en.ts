<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Stage</name>
    <message numerus="yes">
        <source>%n more packets wait in this queue</source>
        <translation>
            <numerusform>%n more packet waits in this queue</numerusform>
            <numerusform>%n more packets wait in this queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sessions</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n watchers</source>
        <translation>
            <numerusform>%n watcher</numerusform>
            <numerusform>%n watchers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more clients at %1</source>
        <translation>
            <numerusform>%n more client at %1</numerusform>
            <numerusform>%n more clients at %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zab::PlotPanel</name>
    <message numerus="yes">
        <source>%n packets</source>
        <translation>
            <numerusform>%n packet</numerusform>
            <numerusform>%n packets</numerusform>
        </translation>
    </message>
</context>
</TS>
