-- Predictions of the person's own students.
SELECT x.* FROM main.predictions x WHERE x.student_id IN (SELECT student_id FROM temp.my_students)
