-- Days recorded and missed by all students of each term: term totals and, for who has none, the daily lists.
WITH stays AS (
    SELECT t.id AS term_id, t.code, t.starts_on AS first_day, t.ends_on AS last_day,
        e.student_id, e.class_group_id, e.starts_on, e.ends_on
    FROM terms t
    JOIN class_groups g ON g.academic_year_id = t.academic_year_id
    JOIN enrolments e ON e.class_group_id = g.id AND e.deleted = FALSE
    WHERE t.deleted = FALSE AND NOT EXISTS (
        SELECT 1 FROM attendance_totals a WHERE a.student_id = e.student_id AND a.term_id = t.id AND a.deleted = FALSE)
), spans AS (
    SELECT p.code, p.class_group_id, p.starts_on, p.ends_on, p.students, COUNT(*) AS days
    FROM (
        SELECT code, first_day, last_day, class_group_id, starts_on, ends_on, COUNT(*) AS students
        FROM stays GROUP BY code, first_day, last_day, class_group_id, starts_on, ends_on
    ) p
    JOIN attendance_sessions l ON l.class_group_id = p.class_group_id AND l.deleted = FALSE AND l.state <> 'draft'
        AND l.day >= p.first_day AND l.day <= p.last_day
        AND l.day >= p.starts_on AND (p.ends_on IS NULL OR l.day <= p.ends_on)
    GROUP BY p.code, p.class_group_id, p.starts_on, p.ends_on, p.students
), days AS (
    SELECT t.code, SUM(a.effective_days) AS effective, SUM(a.sick + a.excused + a.absent) AS missed
    FROM attendance_totals a JOIN terms t ON t.id = a.term_id
    WHERE a.deleted = FALSE
    GROUP BY t.code
    UNION ALL
    SELECT s.code, SUM(s.days * s.students), 0 FROM spans s GROUP BY s.code
    UNION ALL
    SELECT y.code, 0, COUNT(*)
    FROM stays y
    JOIN attendance_days d ON d.student_id = y.student_id AND d.deleted = FALSE AND d.status <> 'H'
        AND d.day >= y.first_day AND d.day <= y.last_day
        AND d.day >= y.starts_on AND (y.ends_on IS NULL OR d.day <= y.ends_on)
    WHERE EXISTS (
        SELECT 1 FROM attendance_sessions l
        WHERE l.class_group_id = y.class_group_id AND l.day = d.day AND l.deleted = FALSE AND l.state <> 'draft')
    GROUP BY y.code
)
SELECT d.code, CAST(SUM(d.effective) AS BIGINT) AS effective, CAST(SUM(d.missed) AS BIGINT) AS missed
FROM days d
GROUP BY d.code
HAVING SUM(d.effective) > 0
