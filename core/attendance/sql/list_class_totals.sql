-- The totals of one term of a class's students.
SELECT DISTINCT a.id, a.student_id, a.term_id, a.effective_days, a.sick, a.excused, a.absent
FROM enrolments e JOIN attendance_totals a ON a.student_id = e.student_id AND a.term_id = :term AND a.deleted = FALSE
WHERE e.class_group_id = :class_group AND e.deleted = FALSE
