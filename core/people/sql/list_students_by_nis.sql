-- A window of the students in the order of their NIS. Class: the last one the student was put into.
SELECT s.id, s.nis, s.name,
    (SELECT g.name FROM enrolments e JOIN class_groups g ON g.id = e.class_group_id
     WHERE e.student_id = s.id AND e.deleted = FALSE ORDER BY e.starts_on DESC, e.id DESC LIMIT 1) AS class_name,
    s.gender, s.birth_date, s.status
FROM students s
WHERE s.deleted = FALSE AND s.folded LIKE :pattern ESCAPE '\'
    AND (:any_class = 1 OR (SELECT g.name FROM enrolments e JOIN class_groups g ON g.id = e.class_group_id
        WHERE e.student_id = s.id AND e.deleted = FALSE ORDER BY e.starts_on DESC, e.id DESC LIMIT 1) = :class_name)
ORDER BY s.nis, s.id
LIMIT :limit OFFSET :offset
