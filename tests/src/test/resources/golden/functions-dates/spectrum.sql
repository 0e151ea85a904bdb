refused: DATE_DIFFERENCE_IN_MONTHS at line 1, column 145: DATEDIFF counts the boundaries between: from 2008-12-31 to 2009-01-01 is a year; Sluice has no rewrite for it yet
