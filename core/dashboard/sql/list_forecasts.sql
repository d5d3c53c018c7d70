-- The predictions of the next term that were made from the figures of a term, the greatest risk first, with the class of
-- that term (or the last one) of each student.
SELECT p.id, p.student_id, p.term_id, p.target, p.model_version_id, p.level, p.probability_low, p.probability_medium,
    p.probability_high, p.support, p.reason, s.nis, s.name, COALESCE(
    (SELECT g.name FROM enrolments e JOIN class_groups g ON g.id = e.class_group_id
     JOIN terms t ON t.id = :term AND t.academic_year_id = g.academic_year_id
     WHERE e.student_id = s.id AND e.deleted = FALSE AND e.starts_on <= t.ends_on
     ORDER BY e.starts_on DESC, e.id DESC LIMIT 1),
    (SELECT g.name FROM enrolments e JOIN class_groups g ON g.id = e.class_group_id
     WHERE e.student_id = s.id AND e.deleted = FALSE ORDER BY e.starts_on DESC, e.id DESC LIMIT 1),
    '') AS class_name
FROM predictions p JOIN students s ON s.id = p.student_id AND s.deleted = FALSE
WHERE p.term_id = :term AND p.target = 'next-term' AND p.deleted = FALSE
ORDER BY p.probability_low DESC, p.support DESC, s.folded, s.id
