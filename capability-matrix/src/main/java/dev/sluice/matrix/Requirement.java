package dev.sluice.matrix;

import dev.sluice.SqlPosition;
import dev.sluice.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Something that a query needs.
 *
 * @param table the table that the need comes from, null when it comes from syntax alone
 * @param column the column or path concerned, null when none is
 * @param position where in the user's SQL, null when no place shows it
 * @param detail what a person should know besides, for example the text of the syntax
 */
public record Requirement(
    Capability capability,
    @Nullable TableName table,
    @Nullable String column,
    @Nullable SqlPosition position,
    @Nullable String detail) {

  /** A need that comes from syntax alone. */
  public static Requirement of(Capability capability, @Nullable SqlPosition position) {
    return new Requirement(capability, null, null, position, null);
  }
}
