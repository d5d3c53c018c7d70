-- The assessments of a class in a subject and term: those of the material, then those of the end of the term.
SELECT a.id, a.class_group_id, a.subject_id, a.term_id, a.kind, a.title, a.position, a.held_on, a.learning_objective_id
FROM assessments a
WHERE a.class_group_id = :class_group AND a.term_id = :term AND a.subject_id = :subject AND a.deleted = FALSE
ORDER BY CASE a.kind WHEN 'material' THEN 0 ELSE 1 END, a.position, a.title, a.id
