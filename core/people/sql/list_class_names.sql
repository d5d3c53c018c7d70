-- The names of classes, each once.
SELECT DISTINCT g.name FROM class_groups g WHERE g.deleted = FALSE
