-- Who is in a class in a term, in the order of their names.
SELECT s.id, s.name, s.nis
FROM students s
WHERE s.deleted = FALSE AND s.id IN (
    SELECT e.student_id FROM enrolments e
    WHERE e.class_group_id = :class_group AND e.deleted = FALSE
        AND e.starts_on <= :ends_on AND (e.ends_on IS NULL OR e.ends_on >= :starts_on))
ORDER BY s.folded, s.id
