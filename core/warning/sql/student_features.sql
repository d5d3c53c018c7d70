-- What is known of every student at the end of one term: one row per student with marks or attendance in it. The figures
-- are those of the published views, but only the rows of this term are read, and daily lists are counted class by class.
WITH marks AS (
    SELECT m.student_id, AVG(m.mark) AS average, MIN(m.mark) AS lowest,
        COUNT(*) FILTER (WHERE m.mark < j.passing_mark) AS below_passing
    FROM final_marks m JOIN subjects j ON j.id = m.subject_id
    WHERE m.term_id = :term AND m.deleted = FALSE
    GROUP BY m.student_id
), totals AS (
    SELECT a.student_id, a.effective_days, a.sick, a.excused, a.absent
    FROM attendance_totals a
    WHERE a.term_id = :term AND a.deleted = FALSE
), stays AS (
    SELECT e.student_id, e.class_group_id, e.starts_on, e.ends_on
    FROM enrolments e
    JOIN class_groups g ON g.id = e.class_group_id
    JOIN terms t ON t.id = :term AND t.academic_year_id = g.academic_year_id
    WHERE e.deleted = FALSE AND e.student_id NOT IN (SELECT student_id FROM totals)
), spans AS (
    SELECT p.class_group_id, p.starts_on, p.ends_on, COUNT(*) AS days
    FROM (SELECT DISTINCT class_group_id, starts_on, ends_on FROM stays) p
    JOIN attendance_sessions l ON l.class_group_id = p.class_group_id AND l.deleted = FALSE AND l.state <> 'draft'
        AND l.day >= :starts_on AND l.day <= :ends_on
        AND l.day >= p.starts_on AND (p.ends_on IS NULL OR l.day <= p.ends_on)
    GROUP BY p.class_group_id, p.starts_on, p.ends_on
), present AS (
    SELECT y.student_id, SUM(s.days) AS days
    FROM stays y
    JOIN spans s ON s.class_group_id = y.class_group_id AND s.starts_on = y.starts_on
        AND s.ends_on IS NOT DISTINCT FROM y.ends_on
    GROUP BY y.student_id
), missed AS (
    SELECT y.student_id,
        COUNT(*) FILTER (WHERE d.status = 'S') AS sick,
        COUNT(*) FILTER (WHERE d.status = 'I') AS excused,
        COUNT(*) FILTER (WHERE d.status = 'A') AS absent
    FROM stays y
    JOIN attendance_days d ON d.student_id = y.student_id AND d.deleted = FALSE
        AND d.day >= :starts_on AND d.day <= :ends_on
        AND d.day >= y.starts_on AND (y.ends_on IS NULL OR d.day <= y.ends_on)
    WHERE EXISTS (
        SELECT 1 FROM attendance_sessions l
        WHERE l.class_group_id = y.class_group_id AND l.day = d.day AND l.deleted = FALSE AND l.state <> 'draft')
    GROUP BY y.student_id
), attendance AS (
    SELECT student_id, effective_days, sick, excused, absent FROM totals
    UNION ALL
    SELECT p.student_id, p.days, COALESCE(m.sick, 0), COALESCE(m.excused, 0), COALESCE(m.absent, 0)
    FROM present p LEFT JOIN missed m ON m.student_id = p.student_id
), earned AS (
    SELECT i.guardian_id, COALESCE(i.amount, b.lowest) AS lowest, COALESCE(i.amount, b.highest) AS highest
    FROM (SELECT g.guardian_id, g.since, g.band, edu_open('guardian_incomes', g.id, 'amount', g.amount) AS amount
        FROM guardian_incomes g WHERE g.deleted = FALSE) i
    LEFT JOIN reference_codes b ON b.kind = 'income_band' AND b.code = i.band AND b.valid_from <= i.since
        AND NOT EXISTS (
            SELECT 1 FROM reference_codes c
            WHERE c.kind = b.kind AND c.code = b.code AND c.valid_from > b.valid_from AND c.valid_from <= i.since)
    WHERE i.since <= :ends_on AND NOT EXISTS (
        SELECT 1 FROM guardian_incomes n
        WHERE n.guardian_id = i.guardian_id AND n.deleted = FALSE AND n.since > i.since AND n.since <= :ends_on)
), income AS (
    SELECT k.student_id, SUM(x.lowest) AS lowest,
        CASE WHEN COUNT(*) = COUNT(x.highest) THEN SUM(x.highest) END AS highest
    FROM student_guardians k JOIN earned x ON x.guardian_id = k.guardian_id
    WHERE k.deleted = FALSE
    GROUP BY k.student_id
)
SELECT s.id AS student_id, COALESCE(s.gender, '') AS gender, s.status, m.average, m.lowest, m.below_passing,
    a.effective_days, a.sick, a.excused, a.absent, i.lowest AS income_lowest, i.highest AS income_highest
FROM students s
LEFT JOIN marks m ON m.student_id = s.id
LEFT JOIN attendance a ON a.student_id = s.id
LEFT JOIN income i ON i.student_id = s.id
WHERE s.deleted = FALSE AND (m.student_id IS NOT NULL OR a.student_id IS NOT NULL)
