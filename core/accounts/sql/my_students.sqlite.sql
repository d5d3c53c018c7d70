-- The students of the person's own classes.
SELECT e.student_id
FROM main.enrolments e
WHERE e.deleted = FALSE AND e.class_group_id IN (SELECT class_group_id FROM temp.my_classes)
