refused: LAG_LEAD_DEFAULT at line 1, column 17: Redshift's LAG and LEAD take two arguments; COALESCE would change real NULLs; Sluice has no rewrite for it yet
