-- The students at school today, with their class of the term (the last one they were put into when they had none then);
-- with :objecting = 0 without those whose parents do not agree to predictions.
SELECT s.id, s.nis, s.name, COALESCE(
    (SELECT g.name FROM enrolments e JOIN class_groups g ON g.id = e.class_group_id
     JOIN terms t ON t.id = :term AND t.academic_year_id = g.academic_year_id
     WHERE e.student_id = s.id AND e.deleted = FALSE AND e.starts_on <= t.ends_on
     ORDER BY e.starts_on DESC, e.id DESC LIMIT 1),
    (SELECT g.name FROM enrolments e JOIN class_groups g ON g.id = e.class_group_id
     WHERE e.student_id = s.id AND e.deleted = FALSE ORDER BY e.starts_on DESC, e.id DESC LIMIT 1),
    '') AS class_name
FROM students s
WHERE s.deleted = FALSE AND s.status = 'active' AND (:objecting = 1 OR NOT EXISTS (
    SELECT 1 FROM consents c
    WHERE c.student_id = s.id AND c.purpose = 'prediction' AND c.state <> 'given' AND c.deleted = FALSE))
ORDER BY s.folded, s.id
