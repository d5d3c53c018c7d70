-- The marks in all assessments of a class in a subject and term.
SELECT m.id, m.student_id, m.assessment_id, m.value, m.remedial
FROM assessments a
JOIN marks m ON m.assessment_id = a.id AND m.deleted = FALSE
WHERE a.class_group_id = :class_group AND a.term_id = :term AND a.subject_id = :subject AND a.deleted = FALSE
