-- What a class learns in a term, in the school's order of subjects.
SELECT c.id, c.subject_id, s.name, s.short_name, COALESCE(c.passing_mark, s.passing_mark) AS passing_mark,
    c.passing_mark AS own_passing_mark, c.material_weight, c.final_weight
FROM class_subjects c JOIN subjects s ON s.id = c.subject_id
WHERE c.class_group_id = :class AND c.term_id = :term AND c.deleted = FALSE AND s.deleted = FALSE
ORDER BY s.position NULLS LAST, s.name
