-- The subjects that a class has in a term, in the school's order: those it learns or is taught (all, where nothing is said
-- of either), with assessments there, or with final marks of its students. The passing mark is the class's or the subject's.
SELECT j.id, j.name, COALESCE(j.short_name, j.name) AS short_name, COALESCE(c.passing_mark, j.passing_mark) AS passing_mark
FROM subjects j
LEFT JOIN class_subjects c
    ON c.class_group_id = :class_group AND c.subject_id = j.id AND c.term_id = :term AND c.deleted = FALSE
WHERE j.deleted = FALSE AND (
    c.id IS NOT NULL
    OR (NOT EXISTS (SELECT 1 FROM teachings t
            WHERE t.class_group_id = :class_group AND t.term_id = :term AND t.deleted = FALSE)
        AND NOT EXISTS (SELECT 1 FROM class_subjects o
            WHERE o.class_group_id = :class_group AND o.term_id = :term AND o.deleted = FALSE))
    OR EXISTS (SELECT 1 FROM teachings t
        WHERE t.class_group_id = :class_group AND t.subject_id = j.id AND t.term_id = :term AND t.deleted = FALSE)
    OR EXISTS (SELECT 1 FROM assessments a
        WHERE a.class_group_id = :class_group AND a.subject_id = j.id AND a.term_id = :term AND a.deleted = FALSE)
    OR j.id IN (SELECT f.subject_id FROM final_marks f
        WHERE f.term_id = :term AND f.deleted = FALSE AND f.student_id IN (
            SELECT e.student_id FROM enrolments e
            WHERE e.class_group_id = :class_group AND e.deleted = FALSE
                AND e.starts_on <= :ends_on AND (e.ends_on IS NULL OR e.ends_on >= :starts_on))))
ORDER BY j.position NULLS LAST, j.name, j.id
