-- The predictions that were made for a target from the figures of a term.
SELECT p.id, p.student_id, p.term_id, p.target, p.model_version_id, p.level,
    p.probability_low, p.probability_medium, p.probability_high, p.support, p.reason
FROM predictions p
WHERE p.term_id = :term AND p.target = :target AND p.deleted = FALSE
