-- Every term, oldest first, and whether anything is known of it.
SELECT t.id, t.code, t.starts_on, t.ends_on, t.state,
    EXISTS (SELECT 1 FROM final_marks m WHERE m.term_id = t.id AND m.deleted = FALSE) AS has_marks
FROM terms t
WHERE t.deleted = FALSE
ORDER BY t.code
