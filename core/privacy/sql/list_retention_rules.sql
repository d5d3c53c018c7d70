-- The retention periods in force on a day, in months: the school's own where it has set one.
SELECT r.code, r.label, COALESCE((
    SELECT d.value FROM dated_settings d
    WHERE d.name = 'retention.' || r.code AND d.deleted = FALSE AND d.since <= :day
    ORDER BY d.since DESC LIMIT 1), CAST(r.lowest AS REAL)) AS months
FROM reference_codes r
WHERE r.kind = 'retention' AND r.valid_from <= :day AND NOT EXISTS (
    SELECT 1 FROM reference_codes n
    WHERE n.kind = r.kind AND n.code = r.code AND n.valid_from > r.valid_from AND n.valid_from <= :day)
ORDER BY r.code
