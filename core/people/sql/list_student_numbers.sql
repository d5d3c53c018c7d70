-- The NIS of every student, for files that name students by it.
SELECT s.id, s.nis
FROM students s
WHERE s.deleted = FALSE
