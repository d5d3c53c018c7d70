-- When the person was signed in.
SELECT x.* FROM main.sessions x WHERE x.user_id = :me
