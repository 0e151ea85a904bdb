package dev.sluice.matrix;

import dev.sluice.EngineName;
import dev.sluice.SqlPosition;
import dev.sluice.TableName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a query needs.
 *
 * @param table the table that the need comes from, null when it comes from syntax alone
 * @param column the column or path concerned, null when none is
 * @param position where in the user's SQL, null when no place shows it
 * @param detail what a person should know besides, for example the text of the syntax
 * @param cells what engines make of just this need, where it is not the same for all queries; the
 *     other engines' cells are the matrix's
 */
public record Requirement(
    Capability capability,
    @Nullable TableName table,
    @Nullable String column,
    @Nullable SqlPosition position,
    @Nullable String detail,
    Map<EngineName, Cell> cells) {
  public Requirement {
    cells = Map.copyOf(cells);
  }

  public Requirement(
      Capability capability,
      @Nullable TableName table,
      @Nullable String column,
      @Nullable SqlPosition position,
      @Nullable String detail) {
    this(capability, table, column, position, detail, Map.of());
  }

  /** A need that comes from syntax alone. */
  public static Requirement of(Capability capability, @Nullable SqlPosition position) {
    return new Requirement(capability, null, null, position, null);
  }
}
