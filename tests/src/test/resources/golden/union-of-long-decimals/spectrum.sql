refused: LONG_DECIMAL_CHOICE at line 1, column 1: The published formula for the common type ends at 19 digits; cast them to fewer
refused: DECIMAL_CHOICE_OVER_38 at line 1, column 1: The published formula for the common type ends at 19 digits; cast them to fewer
