-- The students of the person's own classes.
SELECT x.* FROM main.students x WHERE x.id IN (SELECT student_id FROM temp.my_students)
