-- The classes that the signed-in person teaches or is responsible for, until their last term is archived.
SELECT t.class_group_id
FROM main.teachings t JOIN main.terms m ON m.id = t.term_id
WHERE t.user_id = :me AND t.deleted = FALSE AND m.deleted = FALSE AND m.state <> 'archived'
UNION
SELECT h.class_group_id
FROM main.homerooms h JOIN main.class_groups g ON g.id = h.class_group_id
WHERE h.user_id = :me AND h.deleted = FALSE AND EXISTS (
    SELECT 1 FROM main.terms m
    WHERE m.academic_year_id = g.academic_year_id AND m.deleted = FALSE AND m.state <> 'archived')
