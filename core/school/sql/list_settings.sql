-- The value of every dated setting on a day: the newest that had begun.
SELECT s.name, s.value
FROM dated_settings s
WHERE s.deleted = FALSE AND s.since <= :day AND NOT EXISTS (
    SELECT 1 FROM dated_settings n
    WHERE n.name = s.name AND n.deleted = FALSE AND n.since > s.since AND n.since <= :day)
