-- Attendance of the person's own students.
SELECT x.* FROM main.attendance_totals x WHERE x.student_id IN (SELECT student_id FROM temp.my_students)
