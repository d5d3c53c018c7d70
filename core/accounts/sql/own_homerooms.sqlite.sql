-- The classes that the person is responsible for.
SELECT x.* FROM main.homerooms x WHERE x.user_id = :me
