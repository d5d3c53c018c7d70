-- When the school's own data last changed; what the models wrote does not count.
SELECT json_extract(e.meta, '$.w') AS at FROM audit_event e
WHERE json_extract(e.meta, '$.act') IN ('insert', 'update', 'delete', 'restore')
    AND json_extract(e.meta, '$.t') NOT IN ('predictions', 'model_versions', 'cluster_assignments')
ORDER BY e.n DESC LIMIT 1
