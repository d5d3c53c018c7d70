-- What the person teaches.
SELECT x.* FROM main.teachings x WHERE x.user_id = :me
