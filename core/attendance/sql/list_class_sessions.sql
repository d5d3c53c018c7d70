-- The lists of a class between two days, oldest first.
SELECT l.day, l.state, l.reason
FROM attendance_sessions l
WHERE l.class_group_id = :class_group AND l.day >= :first AND l.day <= :last AND l.deleted = FALSE
ORDER BY l.day
