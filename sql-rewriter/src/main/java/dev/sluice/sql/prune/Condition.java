package dev.sluice.sql.prune;

import org.apache.calcite.sql.SqlNode;

/**
 * What must be true of the rows of a table that a query needs.
 *
 * @param holdsInWhere whether what follows from it may be ANDed to the WHERE of the table's SELECT;
 *     not so for the ON of an outer join
 */
record Condition(SqlNode node, boolean holdsInWhere) {}
