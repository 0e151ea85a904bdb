refused: COMPARE_NESTED at line 1, column 55: Column device of web.clicks: a struct is only a path there: it cannot be used whole; Sluice has no rewrite for it yet
