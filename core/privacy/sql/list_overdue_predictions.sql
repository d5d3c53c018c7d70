-- Predictions from the figures of terms that ended before a day.
SELECT s.id, s.nis, s.name, MIN(t.ends_on) AS since, COUNT(*) AS row_count
FROM predictions p
JOIN terms t ON t.id = p.term_id AND t.ends_on < :before
JOIN students s ON s.id = p.student_id
WHERE p.deleted = FALSE AND NOT EXISTS (SELECT 1 FROM erasures x WHERE x.id = s.id)
GROUP BY s.id, s.nis, s.name, s.folded
ORDER BY MIN(t.ends_on), s.folded, s.id
