-- The provinces with both code systems.
SELECT r.code, r.name, r.bps_code
FROM regions r
ORDER BY r.code
