-- Predictions of the person's own students, without the step that tells of the parents' income.
SELECT x.id, x.student_id, x.term_id, x.target, x.model_version_id, x.level,
    x.probability_low, x.probability_medium, x.probability_high, x.support,
    json_set(x.reason, '$.steps', json((
        SELECT json_group_array(json(s.value)) FROM json_each(x.reason, '$.steps') s
        WHERE json_extract(s.value, '$.feature') <> 'kategori_penghasilan'))) AS reason,
    x.created_at, x.updated_at, x.version, x.device, x.deleted
FROM main.predictions x
WHERE x.student_id IN (SELECT student_id FROM temp.my_students)
