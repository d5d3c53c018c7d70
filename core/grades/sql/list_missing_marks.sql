-- How many final marks of a term are missing, by class and subject; nothing where none is.
WITH members AS (
    SELECT DISTINCT e.class_group_id, e.student_id
    FROM terms t
    JOIN class_groups g ON g.academic_year_id = t.academic_year_id AND g.deleted = FALSE
    JOIN enrolments e ON e.class_group_id = g.id AND e.deleted = FALSE
        AND e.starts_on <= t.ends_on AND (e.ends_on IS NULL OR e.ends_on >= t.starts_on)
    JOIN students s ON s.id = e.student_id AND s.deleted = FALSE
    WHERE t.id = :term
), sizes AS (
    SELECT m.class_group_id, COUNT(*) AS students FROM members m GROUP BY m.class_group_id
), given AS (
    SELECT m.class_group_id, f.subject_id, COUNT(*) AS marks
    FROM members m
    JOIN final_marks f ON f.term_id = :term AND f.student_id = m.student_id AND f.deleted = FALSE
    GROUP BY m.class_group_id, f.subject_id
), learned AS (
    SELECT t.class_group_id, t.subject_id FROM teachings t WHERE t.term_id = :term AND t.deleted = FALSE
    UNION SELECT c.class_group_id, c.subject_id FROM class_subjects c WHERE c.term_id = :term AND c.deleted = FALSE
    UNION SELECT a.class_group_id, a.subject_id FROM assessments a WHERE a.term_id = :term AND a.deleted = FALSE
    UNION SELECT v.class_group_id, v.subject_id FROM given v
)
SELECT g.id AS class_group_id, g.name AS class_name, j.id AS subject_id, j.name AS subject_name,
    z.students, z.students - COALESCE(v.marks, 0) AS missing
FROM learned l
JOIN sizes z ON z.class_group_id = l.class_group_id
JOIN class_groups g ON g.id = l.class_group_id
JOIN subjects j ON j.id = l.subject_id AND j.deleted = FALSE
LEFT JOIN given v ON v.class_group_id = l.class_group_id AND v.subject_id = l.subject_id
WHERE z.students > COALESCE(v.marks, 0)
ORDER BY g.name, j.name
