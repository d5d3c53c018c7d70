-- The student of a NIS.
SELECT s.id FROM students s WHERE s.deleted = FALSE AND s.nis = :nis
