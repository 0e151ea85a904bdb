package dev.sluice.sql.bind;

import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/**
 * One column of a SELECT.
 *
 * @param bare its expression, bound
 * @param name what it is called; null for an expression without a name
 * @param printed the expression as it stands in the rewritten SELECT
 */
record SelectItem(SqlNode bare, @Nullable String name, SqlNode printed) {}
