-- Students, their classes and their guardians. `folded` is the searched text, the same on every database.
CREATE TABLE students (
    id {uuid} NOT NULL PRIMARY KEY,
    nis {text} NOT NULL,
    name {text} NOT NULL,
    nisn {text},
    gender {text},
    birth_date {date},
    address {text},
    status {text} NOT NULL,
    folded {text} NOT NULL,
    {stamp}
) {strict};
CREATE UNIQUE INDEX students_nis_unique ON students (nis) WHERE deleted = FALSE;
CREATE UNIQUE INDEX students_nisn_unique ON students (nisn) WHERE deleted = FALSE AND nisn IS NOT NULL;
CREATE INDEX students_by_folded ON students (folded, id) WHERE deleted = FALSE;
CREATE TABLE enrolments (
    id {uuid} NOT NULL PRIMARY KEY,
    student_id {uuid} NOT NULL REFERENCES students (id),
    class_group_id {uuid} NOT NULL REFERENCES class_groups (id),
    starts_on {date} NOT NULL,
    ends_on {date},
    {stamp}
) {strict};
CREATE INDEX enrolments_by_student ON enrolments (student_id, starts_on);
CREATE INDEX enrolments_by_class ON enrolments (class_group_id, student_id);
CREATE TABLE guardians (
    id {uuid} NOT NULL PRIMARY KEY,
    name {text},
    occupation {text},
    phone {text},
    folded {text} NOT NULL,
    {stamp}
) {strict};
CREATE TABLE student_guardians (
    id {uuid} NOT NULL PRIMARY KEY,
    student_id {uuid} NOT NULL REFERENCES students (id),
    guardian_id {uuid} NOT NULL REFERENCES guardians (id),
    relation {text} NOT NULL,
    {stamp}
) {strict};
CREATE INDEX student_guardians_by_student ON student_guardians (student_id, guardian_id);
CREATE INDEX student_guardians_by_guardian ON student_guardians (guardian_id);
