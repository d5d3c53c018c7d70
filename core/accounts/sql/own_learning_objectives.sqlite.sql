-- What is to be learned in the subjects that the person teaches.
SELECT x.* FROM main.learning_objectives x WHERE EXISTS (
    SELECT 1
    FROM main.teachings t
    JOIN main.terms m ON m.id = t.term_id AND m.deleted = FALSE AND m.state <> 'archived'
    WHERE t.user_id = :me AND t.subject_id = x.subject_id AND t.deleted = FALSE)
