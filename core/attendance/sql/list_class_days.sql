-- Who of a class was not simply present between two days: their rows of the days on which they were in the class.
SELECT d.id, d.student_id, d.day, d.status, d.late, d.left_early, d.note
FROM enrolments e JOIN attendance_days d ON d.student_id = e.student_id AND d.deleted = FALSE
    AND d.day >= :first AND d.day <= :last
    AND d.day >= e.starts_on AND (e.ends_on IS NULL OR d.day <= e.ends_on)
WHERE e.class_group_id = :class_group AND e.deleted = FALSE
ORDER BY d.student_id, d.day
