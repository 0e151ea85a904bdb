package dev.sluice;

import org.jspecify.annotations.Nullable;

/**
 * Why an engine cannot answer, must be helped, or might differ: one cell of the capability matrix
 * met one need of the query.
 *
 * @param capability the capability's name in the matrix
 * @param table the table that the need comes from, null when it comes from syntax alone
 * @param column the column or path, null when none is concerned
 * @param position where in the user's SQL, null when no place shows it
 * @param text what is so, for a person
 * @param source where that is known from
 */
public record Reason(
    String capability,
    @Nullable TableName table,
    @Nullable String column,
    @Nullable SqlPosition position,
    String text,
    String source) {}
