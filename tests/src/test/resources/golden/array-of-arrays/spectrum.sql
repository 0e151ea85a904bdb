refused: ARRAY_OF_ARRAYS at line 1, column 28: Column cells of web.grids: an element may be a scalar or a struct; arrays in arrays are a preview in six Regions (array<array<int>>)
