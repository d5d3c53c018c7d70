-- The average mark of each term: the mean of the averages of its students, so that every student counts once.
SELECT a.code, COUNT(*) AS students, AVG(a.average) AS average
FROM (
    SELECT t.code, m.student_id, AVG(m.mark) AS average
    FROM final_marks m JOIN terms t ON t.id = m.term_id
    WHERE m.deleted = FALSE
    GROUP BY t.code, m.student_id
) a
GROUP BY a.code
