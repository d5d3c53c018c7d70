-- Marks in a subject and term that the person teaches in a class of the student.
SELECT x.* FROM main.final_marks x WHERE EXISTS (
    SELECT 1
    FROM main.teachings t
    JOIN main.terms m ON m.id = t.term_id AND m.deleted = FALSE AND m.state <> 'archived'
    JOIN main.enrolments e ON e.class_group_id = t.class_group_id AND e.student_id = x.student_id AND e.deleted = FALSE
        AND e.starts_on <= m.ends_on AND (e.ends_on IS NULL OR e.ends_on >= m.starts_on)
    WHERE t.user_id = :me AND t.subject_id = x.subject_id AND t.term_id = x.term_id AND t.deleted = FALSE)
