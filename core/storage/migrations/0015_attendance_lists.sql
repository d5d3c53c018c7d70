-- The state of a list and why it was corrected; on a day: who came late, who left early, a note. Lists from before were submitted.
ALTER TABLE attendance_sessions ADD COLUMN state {text} NOT NULL DEFAULT 'submitted';
ALTER TABLE attendance_sessions ADD COLUMN reason {text};
ALTER TABLE attendance_days ADD COLUMN late {flag} NOT NULL DEFAULT FALSE;
ALTER TABLE attendance_days ADD COLUMN left_early {flag} NOT NULL DEFAULT FALSE;
ALTER TABLE attendance_days ADD COLUMN note {text};
-- As before, but a draft is no record yet.
DROP VIEW presensi;
CREATE VIEW presensi AS
SELECT CAST(a.student_id AS TEXT) || '-' || t.code AS id, a.student_id AS siswa_id, t.code AS semester,
    a.effective_days AS hari_efektif, a.sick AS sakit, a.excused AS izin, a.absent AS alpa,
    a.effective_days - a.sick - a.excused - a.absent AS hadir,
    CASE WHEN a.effective_days > 0
        THEN 100.0 * (a.effective_days - a.sick - a.excused - a.absent) / a.effective_days END AS persentase_kehadiran
FROM attendance_totals a JOIN terms t ON t.id = a.term_id
WHERE a.deleted = FALSE
UNION ALL
SELECT CAST(c.student_id AS TEXT) || '-' || c.code, c.student_id, c.code,
    c.days, c.sick, c.excused, c.absent, c.days - c.sick - c.excused - c.absent,
    100.0 * (c.days - c.sick - c.excused - c.absent) / c.days
FROM (
    SELECT e.student_id, t.code, COUNT(*) AS days,
        COUNT(*) FILTER (WHERE d.status = 'S') AS sick,
        COUNT(*) FILTER (WHERE d.status = 'I') AS excused,
        COUNT(*) FILTER (WHERE d.status = 'A') AS absent
    FROM enrolments e
    JOIN class_groups g ON g.id = e.class_group_id
    JOIN terms t ON t.academic_year_id = g.academic_year_id AND t.deleted = FALSE
    JOIN attendance_sessions l ON l.class_group_id = e.class_group_id AND l.deleted = FALSE AND l.state <> 'draft'
        AND l.day >= t.starts_on AND l.day <= t.ends_on
        AND l.day >= e.starts_on AND (e.ends_on IS NULL OR l.day <= e.ends_on)
    LEFT JOIN attendance_days d ON d.student_id = e.student_id AND d.day = l.day AND d.deleted = FALSE
    WHERE e.deleted = FALSE AND NOT EXISTS (
        SELECT 1 FROM attendance_totals a WHERE a.student_id = e.student_id AND a.term_id = t.id AND a.deleted = FALSE)
    GROUP BY e.student_id, t.code
) c;
