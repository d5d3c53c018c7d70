-- The models in production for a target, newest first.
SELECT m.id, m.kind, m.number, m.target, m.trained_at, m.model, m.metrics, m.production
FROM model_versions m
WHERE m.kind = :kind AND m.target = :target AND m.production = TRUE AND m.deleted = FALSE
ORDER BY m.number DESC
