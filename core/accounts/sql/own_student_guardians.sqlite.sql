-- Whose guardians are whose, of the person's own students.
SELECT x.* FROM main.student_guardians x WHERE x.student_id IN (SELECT student_id FROM temp.my_students)
