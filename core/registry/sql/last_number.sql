-- The highest number given to a model of a kind; numbers are never given twice.
SELECT COALESCE(MAX(m.number), 0) AS number
FROM model_versions m
WHERE m.kind = :kind
