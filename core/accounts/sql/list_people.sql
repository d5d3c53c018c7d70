-- Everybody with a login, by name, with when they were signed in last and how many sessions run.
SELECT u.id, u.login, u.name, u.roles, u.must_change_password, u.disabled,
       (SELECT max(s.started_at) FROM sessions s WHERE s.user_id = u.id AND s.deleted = FALSE) AS last_sign_in,
       (SELECT count(*) FROM sessions s WHERE s.user_id = u.id AND s.deleted = FALSE AND s.ended_at IS NULL) AS running
FROM users u
WHERE u.deleted = FALSE
ORDER BY u.disabled, u.name, u.id
