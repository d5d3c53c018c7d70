-- Marks in assessments of a class in a subject and term that the person teaches.
SELECT x.* FROM main.marks x WHERE EXISTS (
    SELECT 1
    FROM main.assessments a
    JOIN main.teachings t ON t.class_group_id = a.class_group_id AND t.subject_id = a.subject_id
        AND t.term_id = a.term_id AND t.deleted = FALSE
    JOIN main.terms m ON m.id = t.term_id AND m.deleted = FALSE AND m.state <> 'archived'
    WHERE a.id = x.assessment_id AND t.user_id = :me)
