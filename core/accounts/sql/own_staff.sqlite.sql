-- The person's own entry among the staff.
SELECT x.* FROM main.staff x WHERE x.user_id = :me
