<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>edupro::ui::JobStrip</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n more waiting</numerusform>
            <numerusform>%n more waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edupro::ui::NewPassword</name>
    <message numerus="yes">
        <source>At least %Ln character(s)</source>
        <translation>
            <numerusform>At least %Ln character</numerusform>
            <numerusform>At least %Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edupro::ui::PersonPanel</name>
    <message numerus="yes">
        <source>End %Ln session(s)</source>
        <translation>
            <numerusform>End %Ln session</numerusform>
            <numerusform>End %Ln sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edupro::ui::SignInPage</name>
    <message numerus="yes">
        <source>Too many attempts. Wait %Ln second(s).</source>
        <translation>
            <numerusform>Too many attempts. Wait %Ln second.</numerusform>
            <numerusform>Too many attempts. Wait %Ln seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edupro::ui::StudentsPage</name>
    <message numerus="yes">
        <source>%Ln student(s) found</source>
        <translation>
            <numerusform>%Ln student found</numerusform>
            <numerusform>%Ln students found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln student(s)</source>
        <translation>
            <numerusform>%Ln student</numerusform>
            <numerusform>%Ln students</numerusform>
        </translation>
    </message>
</context>
</TS>
