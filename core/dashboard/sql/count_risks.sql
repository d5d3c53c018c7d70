-- How many students were predicted from the figures of a term, and how many of them to fall to Rendah.
SELECT COUNT(*) AS predicted, COUNT(*) FILTER (WHERE p.level = 'Rendah') AS low
FROM predictions p JOIN students s ON s.id = p.student_id AND s.deleted = FALSE
WHERE p.term_id = :term AND p.target = 'next-term' AND p.deleted = FALSE
