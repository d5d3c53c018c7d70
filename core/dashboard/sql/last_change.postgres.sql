-- When the school's own data last changed; what the models wrote does not count.
SELECT c.at FROM change_log c
WHERE c.action IN ('insert', 'update', 'delete', 'restore')
    AND c.entity NOT IN ('predictions', 'model_versions', 'cluster_assignments')
ORDER BY c.n DESC LIMIT 1
