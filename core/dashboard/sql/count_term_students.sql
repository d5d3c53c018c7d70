-- The students of a term (enrolled during it, or with marks or attendance in it), and of how many of them what is known.
WITH stays AS (
    SELECT e.student_id, e.class_group_id, e.starts_on, e.ends_on
    FROM enrolments e
    JOIN class_groups g ON g.id = e.class_group_id
    JOIN terms t ON t.id = :term AND t.academic_year_id = g.academic_year_id
    WHERE e.deleted = FALSE AND e.starts_on <= :ends_on AND (e.ends_on IS NULL OR e.ends_on >= :starts_on)
), marked AS (
    SELECT DISTINCT m.student_id FROM final_marks m WHERE m.term_id = :term AND m.deleted = FALSE
), present AS (
    SELECT a.student_id FROM attendance_totals a WHERE a.term_id = :term AND a.deleted = FALSE
    UNION
    SELECT y.student_id FROM stays y
    WHERE EXISTS (
        SELECT 1 FROM attendance_sessions l
        WHERE l.class_group_id = y.class_group_id AND l.deleted = FALSE AND l.state <> 'draft'
            AND l.day >= :starts_on AND l.day <= :ends_on
            AND l.day >= y.starts_on AND (y.ends_on IS NULL OR l.day <= y.ends_on))
), everyone AS (
    SELECT student_id FROM stays UNION SELECT student_id FROM marked UNION SELECT student_id FROM present
), earning AS (
    SELECT DISTINCT k.student_id
    FROM student_guardians k
    JOIN guardian_incomes i ON i.guardian_id = k.guardian_id AND i.deleted = FALSE AND i.since <= :ends_on
    WHERE k.deleted = FALSE
)
SELECT COUNT(*) AS students, COUNT(m.student_id) AS with_marks, COUNT(p.student_id) AS with_attendance,
    COUNT(i.student_id) AS with_income
FROM everyone e
JOIN students s ON s.id = e.student_id AND s.deleted = FALSE
LEFT JOIN marked m ON m.student_id = e.student_id
LEFT JOIN present p ON p.student_id = e.student_id
LEFT JOIN earning i ON i.student_id = e.student_id
