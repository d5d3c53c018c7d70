-- Every class that a student is or was in, with the class's school year.
SELECT e.id, e.starts_on, e.ends_on, g.name AS class_name, y.start_year
FROM enrolments e
JOIN class_groups g ON g.id = e.class_group_id
JOIN academic_years y ON y.id = g.academic_year_id
WHERE e.student_id = :student AND e.deleted = FALSE
ORDER BY e.starts_on
