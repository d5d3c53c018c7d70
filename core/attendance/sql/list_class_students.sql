-- Who is or was in a class, in the order of names, with the days between which they were in it.
SELECT s.id, s.nis, s.name, e.starts_on, e.ends_on
FROM enrolments e JOIN students s ON s.id = e.student_id
WHERE e.class_group_id = :class_group AND e.deleted = FALSE AND s.deleted = FALSE
ORDER BY s.folded, s.id, e.starts_on
