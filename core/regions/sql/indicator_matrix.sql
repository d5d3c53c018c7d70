-- The values of every indicator in one year: the given one, or for 0 the newest that the indicator has.
SELECT i.code, i.name, i.unit, i.direction, v.region_code, r.name AS region, v.year, v.value
FROM indicators i
JOIN indicator_values v ON v.indicator_id = i.id AND v.deleted = FALSE
JOIN regions r ON r.code = v.region_code
WHERE i.deleted = FALSE AND (v.year = :year OR (:year = 0 AND v.year = (
    SELECT MAX(n.year) FROM indicator_values n WHERE n.indicator_id = i.id AND n.deleted = FALSE)))
ORDER BY i.code, v.region_code
