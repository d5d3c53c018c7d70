-- The classes of a term's school year, and whose homeroom teacher the person is.
SELECT g.id, g.name, EXISTS (
        SELECT 1 FROM homerooms h WHERE h.class_group_id = g.id AND h.user_id = :person AND h.deleted = FALSE) AS mine
FROM class_groups g JOIN terms t ON t.academic_year_id = g.academic_year_id
WHERE t.code = :term AND t.deleted = FALSE AND g.deleted = FALSE
