-- The person's own account.
SELECT x.* FROM main.users x WHERE x.id = :me
