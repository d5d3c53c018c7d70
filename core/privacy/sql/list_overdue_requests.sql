-- Requests that were decided before a moment; the day is shown by the request itself.
SELECT s.id, s.nis, s.name, NULL AS since, COUNT(*) AS row_count
FROM privacy_requests r JOIN students s ON s.id = r.student_id
WHERE r.deleted = FALSE AND r.decided_at < :before AND NOT EXISTS (SELECT 1 FROM erasures x WHERE x.id = s.id)
GROUP BY s.id, s.nis, s.name, s.folded
ORDER BY MIN(r.decided_at), s.folded, s.id
