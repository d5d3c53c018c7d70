-- When the school's own data last changed; what the models wrote does not count.
SELECT c.at FROM change_log c
WHERE c.entity NOT IN ('predictions', 'model_versions', 'cluster_assignments')
ORDER BY c.n DESC LIMIT 1
