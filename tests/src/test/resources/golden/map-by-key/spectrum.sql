refused: MAP_SUBSCRIPT at line 1, column 18: Redshift sees a map as an array of key and value and has no subscript for it; Sluice has no rewrite for it yet
