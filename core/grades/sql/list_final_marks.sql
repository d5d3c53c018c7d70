-- The final marks of a term of those who are in a class in that term.
SELECT f.id, f.student_id, f.subject_id, f.term_id, f.mark, f.calculated, f.override_reason, f.description
FROM final_marks f
WHERE f.term_id = :term AND f.deleted = FALSE AND f.student_id IN (
    SELECT e.student_id FROM enrolments e
    WHERE e.class_group_id = :class_group AND e.deleted = FALSE
        AND e.starts_on <= :ends_on AND (e.ends_on IS NULL OR e.ends_on >= :starts_on))
