package dev.sluice.example.format;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The type of a column or of a part of one; {@link #hive()} spells it as Glue does. */
public sealed interface Type {

  String hive();

  /** A type without parts. Values: see {@link Row}. */
  enum Scalar implements Type {
    STRING,
    BOOLEAN,
    TINYINT,
    INT,
    BIGINT,
    /** Four bytes. */
    FLOAT,
    DOUBLE,
    DATE,
    TIMESTAMP;

    @Override
    public String hive() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An exact number of {@code precision} digits, {@code scale} of them after the point. */
  record Decimal(int precision, int scale) implements Type {
    @Override
    public String hive() {
      return "decimal(" + precision + "," + scale + ")";
    }
  }

  /** A list; its elements may be NULL. */
  record ArrayOf(Type element) implements Type {
    @Override
    public String hive() {
      return "array<" + element.hive() + ">";
    }
  }

  /** A map with text keys; its values may be NULL. */
  record MapOf(Type value) implements Type {
    @Override
    public String hive() {
      return "map<string," + value.hive() + ">";
    }
  }

  /** Named fields in a fixed order. A whole row's shape is a struct too. */
  record Struct(List<Field> fields) implements Type {
    public Struct {
      fields = List.copyOf(fields);
    }

    public static Struct of(Field... fields) {
      return new Struct(List.of(fields));
    }

    @Override
    public String hive() {
      return fields.stream()
          .map(field -> field.name() + ":" + field.type().hive())
          .collect(Collectors.joining(",", "struct<", ">"));
    }
  }

  /** A column, or a field of a struct. */
  record Field(String name, Type type) {}

  static Field field(String name, Type type) {
    return new Field(name, type);
  }
}
