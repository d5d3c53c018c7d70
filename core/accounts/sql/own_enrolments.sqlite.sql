-- Who is in the person's own classes.
SELECT x.* FROM main.enrolments x WHERE x.class_group_id IN (SELECT class_group_id FROM temp.my_classes)
