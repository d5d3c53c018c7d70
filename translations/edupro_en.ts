<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Attendance</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttendanceGrid</name>
    <message numerus="yes">
        <source>%n day(s) A in a row</source>
        <translation>
            <numerusform>%n day A in a row</numerusform>
            <numerusform>%n days A in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) away in a row</source>
        <translation>
            <numerusform>%n day away in a row</numerusform>
            <numerusform>%n days away in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>May miss %n</source>
        <translation>
            <numerusform>May miss %n</numerusform>
            <numerusform>May miss %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Even without another day missed, %n day(s) are wanting to %1 by the end of the term.</source>
        <translation>
            <numerusform>Even without another day missed, %n day is wanting to %1 by the end of the term.</numerusform>
            <numerusform>Even without another day missed, %n days are wanting to %1 by the end of the term.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>May miss %n more day(s) of this term and still reach %1.</source>
        <translation>
            <numerusform>May miss %n more day of this term and still reach %1.</numerusform>
            <numerusform>May miss %n more days of this term and still reach %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deadline</name>
    <message numerus="yes">
        <source>%n minute(s) late</source>
        <translation>
            <numerusform>%n minute late</numerusform>
            <numerusform>%n minutes late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) late</source>
        <translation>
            <numerusform>%n hour late</numerusform>
            <numerusform>%n hours late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordProblem</name>
    <message numerus="yes">
        <source>Too many attempts. Wait %n second(s).</source>
        <translation>
            <numerusform>Too many attempts. Wait %n second.</numerusform>
            <numerusform>Too many attempts. Wait %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edupro::gui::BackupWatch</name>
    <message numerus="yes">
        <source>The newest backup of this school is %Ln day(s) old.</source>
        <translation>
            <numerusform>The newest backup of this school is %Ln day old.</numerusform>
            <numerusform>The newest backup of this school is %Ln days old.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edupro::ui::AttendancePage</name>
    <message numerus="yes">
        <source>%Ln student(s)</source>
        <translation>
            <numerusform>%Ln student</numerusform>
            <numerusform>%Ln students</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edupro::ui::BackupsCard</name>
    <message numerus="yes">
        <source>The newest backup is %Ln day(s) old.</source>
        <translation>
            <numerusform>The newest backup is %Ln day old.</numerusform>
            <numerusform>The newest backup is %Ln days old.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edupro::ui::CalendarTab</name>
    <message numerus="yes">
        <source>%n days entered.</source>
        <translation>
            <numerusform>%n day entered.</numerusform>
            <numerusform>%n days entered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edupro::ui::GradesPage</name>
    <message numerus="yes">
        <source>%Ln student(s)</source>
        <translation>
            <numerusform>%Ln student</numerusform>
            <numerusform>%Ln students</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subject(s)</source>
        <translation>
            <numerusform>%Ln subject</numerusform>
            <numerusform>%Ln subjects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty cell(s)</source>
        <translation>
            <numerusform>%Ln empty cell</numerusform>
            <numerusform>%Ln empty cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edupro::ui::GridLine</name>
    <message numerus="yes">
        <source>%Ln cell(s) found no place and were left out.</source>
        <translation>
            <numerusform>%Ln cell found no place and was left out.</numerusform>
            <numerusform>%Ln cells found no place and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more refused (F8)</source>
        <translation>
            <numerusform>%Ln more refused (F8)</numerusform>
            <numerusform>%Ln more refused (F8)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused (F8)</source>
        <translation>
            <numerusform>%Ln refused (F8)</numerusform>
            <numerusform>%Ln refused (F8)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edupro::ui::GridStanding</name>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
</context>
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
    <name>edupro::ui::RetentionTab</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edupro::ui::RulesTab</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edupro::ui::SetupAssistant</name>
    <message numerus="yes">
        <source>%n classes: </source>
        <translation>
            <numerusform>%n class: </numerusform>
            <numerusform>%n classes: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subjects: </source>
        <translation>
            <numerusform>%n subject: </numerusform>
            <numerusform>%n subjects: </numerusform>
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
