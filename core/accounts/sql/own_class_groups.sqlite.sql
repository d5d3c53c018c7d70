-- The person's own classes.
SELECT x.* FROM main.class_groups x WHERE x.id IN (SELECT class_group_id FROM temp.my_classes)
