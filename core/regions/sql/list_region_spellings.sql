-- Other ways to write the names of provinces.
SELECT s.folded AS name, s.code
FROM region_spellings s
ORDER BY s.folded
