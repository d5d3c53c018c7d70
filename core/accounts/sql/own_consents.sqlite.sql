-- What the parents of the person's own students agreed to.
SELECT x.* FROM main.consents x WHERE x.student_id IN (SELECT student_id FROM temp.my_students)
