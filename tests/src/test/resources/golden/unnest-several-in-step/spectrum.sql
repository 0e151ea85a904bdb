refused: UNNEST_SEVERAL at line 1, column 61: A range variable runs over one array; two would multiply instead of going in step
