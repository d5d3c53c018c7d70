-- Marks, attendance, incomes and achievements.
CREATE TABLE final_marks (
    id {uuid} NOT NULL PRIMARY KEY,
    student_id {uuid} NOT NULL REFERENCES students (id),
    subject_id {uuid} NOT NULL REFERENCES subjects (id),
    term_id {uuid} NOT NULL REFERENCES terms (id),
    mark {real} NOT NULL,
    {stamp}
) {strict};
CREATE INDEX final_marks_by_student ON final_marks (student_id, term_id);
CREATE INDEX final_marks_by_term ON final_marks (term_id, student_id);
CREATE TABLE attendance_totals (
    id {uuid} NOT NULL PRIMARY KEY,
    student_id {uuid} NOT NULL REFERENCES students (id),
    term_id {uuid} NOT NULL REFERENCES terms (id),
    effective_days {int} NOT NULL,
    sick {int} NOT NULL,
    excused {int} NOT NULL,
    absent {int} NOT NULL,
    {stamp}
) {strict};
CREATE INDEX attendance_totals_by_student ON attendance_totals (student_id, term_id);
CREATE INDEX attendance_totals_by_term ON attendance_totals (term_id, student_id);
CREATE TABLE attendance_sessions (
    id {uuid} NOT NULL PRIMARY KEY,
    class_group_id {uuid} NOT NULL REFERENCES class_groups (id),
    day {date} NOT NULL,
    {stamp}
) {strict};
CREATE INDEX attendance_sessions_by_class ON attendance_sessions (class_group_id, day);
CREATE TABLE attendance_days (
    id {uuid} NOT NULL PRIMARY KEY,
    student_id {uuid} NOT NULL REFERENCES students (id),
    day {date} NOT NULL,
    status {text} NOT NULL,
    {stamp}
) {strict};
CREATE INDEX attendance_days_by_student ON attendance_days (student_id, day, status);
CREATE TABLE guardian_incomes (
    id {uuid} NOT NULL PRIMARY KEY,
    guardian_id {uuid} NOT NULL REFERENCES guardians (id),
    since {date} NOT NULL,
    amount {int},
    band {text},
    {stamp}
) {strict};
CREATE INDEX guardian_incomes_by_guardian ON guardian_incomes (guardian_id, since);
CREATE TABLE achievements (
    id {uuid} NOT NULL PRIMARY KEY,
    student_id {uuid} NOT NULL REFERENCES students (id),
    title {text} NOT NULL,
    level {text} NOT NULL,
    rank {text},
    achieved_on {date} NOT NULL,
    {stamp}
) {strict};
CREATE INDEX achievements_by_student ON achievements (student_id, achieved_on);
