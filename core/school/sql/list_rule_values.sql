-- The history of one dated setting, oldest first.
SELECT s.id, s.name, s.since, s.value
FROM dated_settings s
WHERE s.name = :name AND s.deleted = FALSE
ORDER BY s.since
