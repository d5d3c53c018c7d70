-- Specific personal data: numbers of the person and of the family, health notes; cells of incomes that may be sealed.
-- nik_index is what a NIK is looked up by: a keyed digest in an encrypted file, the NIK itself in a plain one.
ALTER TABLE students ADD COLUMN nik TEXT;
ALTER TABLE students ADD COLUMN nik_index TEXT;
ALTER TABLE students ADD COLUMN family_card_number TEXT;
ALTER TABLE students ADD COLUMN health_notes TEXT;
CREATE INDEX students_by_nik ON students (nik_index) WHERE nik_index IS NOT NULL;
ALTER TABLE guardians ADD COLUMN nik TEXT;
-- The amount becomes a number or a sealed text: SQLite changes a type by making the table anew (lang_altertable, 7).
DROP VIEW penghasilan_ortu;
CREATE TABLE guardian_incomes_new (
    id {uuid} NOT NULL PRIMARY KEY,
    guardian_id {uuid} NOT NULL REFERENCES guardians (id),
    since {date} NOT NULL,
    amount ANY,
    band {text},
    {stamp}
) {strict};
INSERT INTO guardian_incomes_new (id, guardian_id, since, amount, band, created_at, updated_at, version, device, deleted)
SELECT id, guardian_id, since, amount, band, created_at, updated_at, version, device, deleted FROM guardian_incomes;
DROP TABLE guardian_incomes;
ALTER TABLE guardian_incomes_new RENAME TO guardian_incomes;
CREATE INDEX guardian_incomes_by_guardian ON guardian_incomes (guardian_id, since);
-- An income counts from its day on until a newer one of the same guardian. A band is an interval: the total of a
-- student is known only when every guardian's is an amount. Without the key a sealed amount is not known either.
CREATE VIEW penghasilan_ortu AS
SELECT CAST(k.student_id AS TEXT) || '-' || t.code AS id, k.student_id AS siswa_id, t.code AS semester,
    CASE WHEN COUNT(*) = COUNT(i.amount) THEN SUM(i.amount) END AS total_penghasilan,
    SUM(COALESCE(i.amount, b.lowest)) AS total_terendah,
    CASE WHEN COUNT(*) = COUNT(COALESCE(i.amount, b.highest)) THEN SUM(COALESCE(i.amount, b.highest)) END AS total_tertinggi
FROM student_guardians k
JOIN (SELECT g.guardian_id, g.since, g.band, edu_open('guardian_incomes', g.id, 'amount', g.amount) AS amount
    FROM guardian_incomes g WHERE g.deleted = FALSE) i ON i.guardian_id = k.guardian_id
JOIN terms t ON t.deleted = FALSE AND i.since <= t.ends_on AND NOT EXISTS (
    SELECT 1 FROM guardian_incomes n
    WHERE n.guardian_id = i.guardian_id AND n.deleted = FALSE AND n.since > i.since AND n.since <= t.ends_on)
LEFT JOIN reference_codes b ON b.kind = 'income_band' AND b.code = i.band AND b.valid_from <= i.since AND NOT EXISTS (
    SELECT 1 FROM reference_codes c
    WHERE c.kind = b.kind AND c.code = b.code AND c.valid_from > b.valid_from AND c.valid_from <= i.since)
WHERE k.deleted = FALSE
GROUP BY k.student_id, t.code;
