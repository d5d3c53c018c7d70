-- The income bands of Dapodik that hold on a day, as codes and as files print them.
SELECT b.code, b.label
FROM reference_codes b
WHERE b.kind = 'income_band' AND b.valid_from <= :day AND NOT EXISTS (
    SELECT 1 FROM reference_codes n
    WHERE n.kind = b.kind AND n.code = b.code AND n.valid_from > b.valid_from AND n.valid_from <= :day)
ORDER BY b.code
