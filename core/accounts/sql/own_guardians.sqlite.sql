-- The guardians of the person's own students.
SELECT x.* FROM main.guardians x WHERE x.id IN (
    SELECT k.guardian_id FROM main.student_guardians k
    WHERE k.deleted = FALSE AND k.student_id IN (SELECT student_id FROM temp.my_students))
