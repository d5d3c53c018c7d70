-- The school calendar, the order of subjects, curricula, and what a class learns in a term.
ALTER TABLE subjects ADD COLUMN position {int};
ALTER TABLE class_groups ADD COLUMN curriculum {text};
CREATE TABLE calendar_days (
    id {uuid} NOT NULL PRIMARY KEY,
    day {date} NOT NULL,
    kind {text} NOT NULL,
    name {text} NOT NULL,
    {stamp}
) {strict};
CREATE INDEX calendar_days_by_day ON calendar_days (day);
CREATE TABLE class_subjects (
    id {uuid} NOT NULL PRIMARY KEY,
    class_group_id {uuid} NOT NULL REFERENCES class_groups (id),
    subject_id {uuid} NOT NULL REFERENCES subjects (id),
    term_id {uuid} NOT NULL REFERENCES terms (id),
    passing_mark {real},
    material_weight {real},
    final_weight {real},
    {stamp}
) {strict};
CREATE INDEX class_subjects_by_class ON class_subjects (class_group_id, term_id);
CREATE INDEX class_subjects_by_subject ON class_subjects (subject_id, term_id);
CREATE TABLE staff (
    id {uuid} NOT NULL PRIMARY KEY,
    name {text} NOT NULL,
    nip {text},
    nuptk {text},
    user_id {uuid} REFERENCES users (id),
    {stamp}
) {strict};
CREATE UNIQUE INDEX staff_nip_unique ON staff (nip) WHERE deleted = FALSE AND nip IS NOT NULL;
CREATE UNIQUE INDEX staff_nuptk_unique ON staff (nuptk) WHERE deleted = FALSE AND nuptk IS NOT NULL;
CREATE UNIQUE INDEX staff_user_id_unique ON staff (user_id) WHERE deleted = FALSE AND user_id IS NOT NULL;
