-- The class that a student was put into last.
SELECT e.id, e.student_id, e.class_group_id, e.starts_on, e.ends_on, g.name AS class_name, g.academic_year_id
FROM enrolments e JOIN class_groups g ON g.id = e.class_group_id
WHERE e.student_id = :student AND e.deleted = FALSE
ORDER BY e.starts_on DESC, e.id DESC
LIMIT 1
