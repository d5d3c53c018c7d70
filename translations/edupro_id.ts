<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID">
<context>
    <name>Format</name>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>dtk</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>mnt</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>jam</translation>
    </message>
</context>
</TS>
