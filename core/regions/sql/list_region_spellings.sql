-- Other ways to write the provinces' names.
SELECT s.folded AS name, s.code
FROM region_spellings s
ORDER BY s.folded
