-- Assessments and the marks in them; a final mark knows what the formula gave and why a person set another.
CREATE TABLE learning_objectives (
    id {uuid} NOT NULL PRIMARY KEY,
    subject_id {uuid} NOT NULL REFERENCES subjects (id),
    grade_level {int},
    code {text} NOT NULL,
    text {text} NOT NULL,
    {stamp}
) {strict};
CREATE INDEX learning_objectives_by_subject ON learning_objectives (subject_id, grade_level, code);
CREATE TABLE assessments (
    id {uuid} NOT NULL PRIMARY KEY,
    class_group_id {uuid} NOT NULL REFERENCES class_groups (id),
    subject_id {uuid} NOT NULL REFERENCES subjects (id),
    term_id {uuid} NOT NULL REFERENCES terms (id),
    kind {text} NOT NULL,
    title {text} NOT NULL,
    position {int} NOT NULL,
    held_on {date},
    learning_objective_id {uuid} REFERENCES learning_objectives (id),
    {stamp}
) {strict};
CREATE INDEX assessments_by_class ON assessments (class_group_id, term_id, subject_id);
CREATE TABLE marks (
    id {uuid} NOT NULL PRIMARY KEY,
    student_id {uuid} NOT NULL REFERENCES students (id),
    assessment_id {uuid} NOT NULL REFERENCES assessments (id),
    value {real} NOT NULL,
    remedial {real},
    {stamp}
) {strict};
CREATE INDEX marks_by_assessment ON marks (assessment_id, student_id);
CREATE INDEX marks_by_student ON marks (student_id);
ALTER TABLE final_marks ADD COLUMN calculated {real};
ALTER TABLE final_marks ADD COLUMN override_reason {text};
ALTER TABLE final_marks ADD COLUMN description {text};
