-- Requests of the persons concerned, the next due first; with :any_state = 0 only open ones.
SELECT r.id, r.student_id, s.nis, s.name, r.kind, r.requester, r.received_at, r.due_at, r.state
FROM privacy_requests r JOIN students s ON s.id = r.student_id
WHERE r.deleted = FALSE AND (:any_state = 1 OR r.state = 'open')
ORDER BY CASE WHEN r.state = 'open' THEN 0 ELSE 1 END, r.due_at, r.id
