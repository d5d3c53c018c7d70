-- Incomes of the parents of students who have left, and whose last school year ended before a day.
WITH stays AS (
    SELECT e.student_id, MAX(COALESCE(e.ends_on, (
        SELECT MAX(t.ends_on) FROM terms t WHERE t.academic_year_id = g.academic_year_id AND t.deleted = FALSE))) AS last_day
    FROM enrolments e JOIN class_groups g ON g.id = e.class_group_id
    WHERE e.deleted = FALSE
    GROUP BY e.student_id
)
SELECT s.id, s.nis, s.name, y.last_day AS since, COUNT(*) AS row_count
FROM students s
JOIN stays y ON y.student_id = s.id
JOIN student_guardians k ON k.student_id = s.id
JOIN guardian_incomes i ON i.guardian_id = k.guardian_id AND i.deleted = FALSE
WHERE s.status <> 'active' AND y.last_day < :before AND NOT EXISTS (SELECT 1 FROM erasures x WHERE x.id = s.id)
    AND NOT EXISTS (
        SELECT 1 FROM student_guardians o JOIN students b ON b.id = o.student_id AND b.status = 'active' AND b.deleted = FALSE
        WHERE o.guardian_id = k.guardian_id AND o.deleted = FALSE)
GROUP BY s.id, s.nis, s.name, s.folded, y.last_day
ORDER BY y.last_day, s.folded, s.id
