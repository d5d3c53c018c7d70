-- Every indicator that has values, with its newest year and how many provinces have a value in it.
SELECT i.code, i.name, i.direction, v.year, COUNT(*) AS provinces
FROM indicators i
JOIN indicator_values v ON v.indicator_id = i.id AND v.deleted = FALSE
WHERE i.deleted = FALSE AND v.year = (
    SELECT MAX(n.year) FROM indicator_values n WHERE n.indicator_id = i.id AND n.deleted = FALSE)
GROUP BY i.code, i.name, i.direction, v.year
ORDER BY i.code
