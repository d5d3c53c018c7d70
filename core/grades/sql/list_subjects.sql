-- The subjects that a class has in a term: those taught there (all, where nobody is said to teach it), with assessments
-- there, or with final marks of its students.
SELECT j.id, j.name, COALESCE(j.short_name, j.name) AS short_name, j.passing_mark
FROM subjects j
WHERE j.deleted = FALSE AND (
    NOT EXISTS (SELECT 1 FROM teachings t
        WHERE t.class_group_id = :class_group AND t.term_id = :term AND t.deleted = FALSE)
    OR EXISTS (SELECT 1 FROM teachings t
        WHERE t.class_group_id = :class_group AND t.subject_id = j.id AND t.term_id = :term AND t.deleted = FALSE)
    OR EXISTS (SELECT 1 FROM assessments a
        WHERE a.class_group_id = :class_group AND a.subject_id = j.id AND a.term_id = :term AND a.deleted = FALSE)
    OR j.id IN (SELECT f.subject_id FROM final_marks f
        WHERE f.term_id = :term AND f.deleted = FALSE AND f.student_id IN (
            SELECT e.student_id FROM enrolments e
            WHERE e.class_group_id = :class_group AND e.deleted = FALSE
                AND e.starts_on <= :ends_on AND (e.ends_on IS NULL OR e.ends_on >= :starts_on))))
ORDER BY j.name, j.id
