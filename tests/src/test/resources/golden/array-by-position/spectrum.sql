refused: ARRAY_SUBSCRIPT at line 1, column 18: Redshift cannot address an element of an external array by its position
