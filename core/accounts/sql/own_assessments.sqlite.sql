-- Assessments of a class in a subject and term that the person teaches.
SELECT x.* FROM main.assessments x WHERE EXISTS (
    SELECT 1
    FROM main.teachings t
    JOIN main.terms m ON m.id = t.term_id AND m.deleted = FALSE AND m.state <> 'archived'
    WHERE t.user_id = :me AND t.class_group_id = x.class_group_id AND t.subject_id = x.subject_id
        AND t.term_id = x.term_id AND t.deleted = FALSE)
