-- How many students of a search stand before one of them in the order of NIS; no row when the search does not find them.
SELECT (SELECT COUNT(*) FROM students s
    WHERE s.deleted = FALSE AND s.folded LIKE :pattern ESCAPE '\' AND (s.nis, s.id) < (t.nis, t.id)
        AND (:any_class = 1 OR (SELECT g.name FROM enrolments e JOIN class_groups g ON g.id = e.class_group_id
            WHERE e.student_id = s.id AND e.deleted = FALSE ORDER BY e.starts_on DESC, e.id DESC LIMIT 1) = :class_name)) AS place
FROM students t
WHERE t.id = :student AND t.deleted = FALSE AND t.folded LIKE :pattern ESCAPE '\'
    AND (:any_class = 1 OR (SELECT g.name FROM enrolments e JOIN class_groups g ON g.id = e.class_group_id
        WHERE e.student_id = t.id AND e.deleted = FALSE ORDER BY e.starts_on DESC, e.id DESC LIMIT 1) = :class_name)
