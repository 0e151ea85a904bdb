package dev.sluice.jdbc;

import dev.sluice.DataType;
import dev.sluice.StructValue;
import dev.sluice.results.ValueText;
import java.sql.SQLException;
import java.sql.Struct;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A struct of a row. Attributes are as {@code getObject} gives values of their type. */
final class NestedStruct implements Struct {
  private final StructValue value;
  private final DataType.Struct type;

  NestedStruct(StructValue value, DataType.Struct type) {
    this.value = value;
    this.type = type;
  }

  @Override
  public String getSQLTypeName() {
    return type.toString();
  }

  @Override
  public @Nullable Object[] getAttributes() {
    @Nullable Object[] attributes = new Object[type.fields().size()];
    for (int i = 0; i < attributes.length; i++) {
      attributes[i] = Nested.object(value.values().get(i), type.fields().get(i).type());
    }
    return attributes;
  }

  @Override
  public @Nullable Object[] getAttributes(@Nullable Map<String, Class<?>> types)
      throws SQLException {
    Refused.requireNoTypes(types);
    return getAttributes();
  }

  @Override
  public String toString() {
    return ValueText.of(value);
  }
}
