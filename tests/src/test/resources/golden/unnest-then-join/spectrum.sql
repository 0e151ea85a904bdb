refused: UNNEST_INNER at line 1, column 90: a JOIN beside an inner UNNEST: the comma that the UNNEST becomes binds weaker than JOIN; put the UNNEST last in FROM
