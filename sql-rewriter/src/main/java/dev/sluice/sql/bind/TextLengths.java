package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.List;
import java.util.Optional;

/**
 * How long a text a function gives may be, from the lengths of its arguments, as Trino reckons it
 * (the functions' signatures in Trino 411). A text of any length gives one of any length.
 */
final class TextLengths {
  private TextLengths() {}

  /** No longer than the first argument. */
  static Optional<DataType> same(List<DataType> types) {
    if (types.get(0) instanceof DataType.Char padded) {
      return Optional.of(new DataType.Varchar(padded.length()));
    }
    return Optional.of(types.get(0) instanceof DataType.Varchar text ? text : Primitive.STRING);
  }

  /** A char stays one. */
  static Optional<DataType> sameKind(List<DataType> types) {
    return types.get(0) instanceof DataType.Char ? Optional.of(types.get(0)) : same(types);
  }

  static Optional<DataType> arrayOfSame(List<DataType> types) {
    return same(types).map(DataType.Array::new);
  }

  /** A byte is at most {@code %XX}, a character at most four bytes. */
  static Optional<DataType> encoded(List<DataType> types) {
    return Optional.of(
        types.get(0) instanceof DataType.Varchar text
            ? text(text.length() * 12L)
            : Primitive.STRING);
  }

  static Optional<DataType> replaced(List<DataType> types) {
    return types.size() < 3
        ? same(types)
        : replaced(types, (text, replacement) -> text + replacement * (text + 1));
  }

  static Optional<DataType> replacedByPattern(List<DataType> types) {
    return types.size() < 3
        ? same(types)
        : replaced(
            types,
            (text, replacement) ->
                text + Math.max(text * replacement / 2, replacement) * (text + 1));
  }

  private interface Lengths {
    long of(long text, long replacement);
  }

  private static Optional<DataType> replaced(List<DataType> types, Lengths lengths) {
    return Optional.of(
        types.get(0) instanceof DataType.Varchar text
                && types.get(2) instanceof DataType.Varchar replacement
            ? text(lengths.of(text.length(), replacement.length()))
            : Primitive.STRING);
  }

  private static DataType text(long length) {
    return length >= Integer.MAX_VALUE ? Primitive.STRING : new DataType.Varchar((int) length);
  }
}
