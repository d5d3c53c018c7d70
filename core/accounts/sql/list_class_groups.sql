-- The classes of a school year, whose each is, and how many students it has on a day.
SELECT g.id, g.name, g.grade_level, g.curriculum, h.user_id, u.name AS teacher_name,
    (SELECT COUNT(DISTINCT e.student_id) FROM enrolments e
     WHERE e.class_group_id = g.id AND e.deleted = FALSE AND e.starts_on <= :day
        AND (e.ends_on IS NULL OR e.ends_on >= :day)) AS students
FROM class_groups g
LEFT JOIN homerooms h ON h.class_group_id = g.id AND h.deleted = FALSE
LEFT JOIN users u ON u.id = h.user_id
WHERE g.academic_year_id = :year AND g.deleted = FALSE
ORDER BY g.grade_level NULLS LAST, g.name
