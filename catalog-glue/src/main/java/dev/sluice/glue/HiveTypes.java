package dev.sluice.glue;

import dev.sluice.DataType;

/** Reads column types as the Glue Data Catalog spells them. */
public final class HiveTypes {
  private HiveTypes() {}

  /**
   * The type that {@code text} spells. Never fails: what is not understood becomes {@link
   * DataType.Unsupported}, in place where only a sub-field's type is not known, as a whole where
   * the text is malformed. Takes time linear in the text's length, and bounded stack.
   *
   * <p>{@code set<T>} is read as {@code array<T>}. Names of fields become lower case, as Glue keeps
   * column names; comments are dropped.
   */
  public static DataType parse(String text) {
    if (text.isBlank()) {
      return new DataType.Unsupported(text, "The type is empty");
    }
    try {
      return new HiveTypeParser(text).parse();
    } catch (HiveTypeParser.MalformedTypeException malformed) {
      return new DataType.Unsupported(text, malformed.getMessage());
    }
  }
}
