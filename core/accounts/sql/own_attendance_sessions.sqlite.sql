-- On which days the lists of the person's own classes were taken.
SELECT x.* FROM main.attendance_sessions x WHERE x.class_group_id IN (SELECT class_group_id FROM temp.my_classes)
