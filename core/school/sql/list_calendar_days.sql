-- What the calendar says of the days of a span.
SELECT c.id, c.day, c.kind, c.name
FROM calendar_days c
WHERE c.day >= :from AND c.day <= :to AND c.deleted = FALSE
ORDER BY c.day
