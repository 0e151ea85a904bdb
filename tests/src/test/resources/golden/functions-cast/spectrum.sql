refused: FRACTION_TO_WHOLE at line 1, column 38: Whether the fraction is rounded or cut depends on a setting of the cluster; Sluice has no rewrite for it yet
refused: TRY_CAST_OF_TEXT at line 1, column 97: TRY_CAST there knows certain pairs of types only, and takes no empty text
