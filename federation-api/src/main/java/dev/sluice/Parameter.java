package dev.sluice;

/**
 * A {@code ?} of a query.
 *
 * @param type what the query takes there, whatever value is given
 * @param position where it stands in the query
 * @param given whether the plan holds a value for it; without one the plan can be looked at but not
 *     run
 */
public record Parameter(DataType type, SqlPosition position, boolean given) {}
