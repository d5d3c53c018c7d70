-- The published names: read-only views for reports and other programs, one row per student and term.
CREATE VIEW siswa AS
SELECT s.id, s.nis, s.nisn, s.name AS nama,
    (SELECT g.name FROM enrolments e JOIN class_groups g ON g.id = e.class_group_id
     WHERE e.student_id = s.id AND e.deleted = FALSE ORDER BY e.starts_on DESC, e.id DESC LIMIT 1) AS kelas,
    s.birth_date AS tanggal_lahir, s.gender AS jenis_kelamin, s.address AS alamat, s.status
FROM students s
WHERE s.deleted = FALSE;

CREATE VIEW nilai_raport AS
SELECT CAST(m.student_id AS TEXT) || '-' || t.code AS id, m.student_id AS siswa_id, t.code AS semester,
    AVG(m.mark) AS rata_rata, MIN(m.mark) AS nilai_terendah, COUNT(*) AS jumlah_mapel
FROM final_marks m JOIN terms t ON t.id = m.term_id
WHERE m.deleted = FALSE
GROUP BY m.student_id, t.code;

-- Term totals are what the report card states; where there are none, the daily lists are counted.
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
    JOIN attendance_sessions l ON l.class_group_id = e.class_group_id AND l.deleted = FALSE
        AND l.day >= t.starts_on AND l.day <= t.ends_on
        AND l.day >= e.starts_on AND (e.ends_on IS NULL OR l.day <= e.ends_on)
    LEFT JOIN attendance_days d ON d.student_id = e.student_id AND d.day = l.day AND d.deleted = FALSE
    WHERE e.deleted = FALSE AND NOT EXISTS (
        SELECT 1 FROM attendance_totals a WHERE a.student_id = e.student_id AND a.term_id = t.id AND a.deleted = FALSE)
    GROUP BY e.student_id, t.code
) c;

-- An income counts from its day on until a newer one of the same guardian. A band is an interval: the total of a
-- student is known only when every guardian's is an amount.
CREATE VIEW penghasilan_ortu AS
SELECT CAST(k.student_id AS TEXT) || '-' || t.code AS id, k.student_id AS siswa_id, t.code AS semester,
    CASE WHEN COUNT(*) = COUNT(i.amount) THEN SUM(i.amount) END AS total_penghasilan,
    SUM(COALESCE(i.amount, b.lowest)) AS total_terendah,
    CASE WHEN COUNT(*) = COUNT(COALESCE(i.amount, b.highest)) THEN SUM(COALESCE(i.amount, b.highest)) END AS total_tertinggi
FROM student_guardians k
JOIN guardian_incomes i ON i.guardian_id = k.guardian_id AND i.deleted = FALSE
JOIN terms t ON t.deleted = FALSE AND i.since <= t.ends_on AND NOT EXISTS (
    SELECT 1 FROM guardian_incomes n
    WHERE n.guardian_id = i.guardian_id AND n.deleted = FALSE AND n.since > i.since AND n.since <= t.ends_on)
LEFT JOIN reference_codes b ON b.kind = 'income_band' AND b.code = i.band AND b.valid_from <= i.since AND NOT EXISTS (
    SELECT 1 FROM reference_codes c
    WHERE c.kind = b.kind AND c.code = b.code AND c.valid_from > b.valid_from AND c.valid_from <= i.since)
WHERE k.deleted = FALSE
GROUP BY k.student_id, t.code;

CREATE VIEW prestasi AS
SELECT a.id, a.student_id AS siswa_id, t.code AS semester, a.title AS nama, a.level AS tingkat, a.rank AS peringkat,
    a.achieved_on AS tanggal
FROM achievements a
LEFT JOIN terms t ON t.deleted = FALSE AND a.achieved_on >= t.starts_on AND a.achieved_on <= t.ends_on
WHERE a.deleted = FALSE;
