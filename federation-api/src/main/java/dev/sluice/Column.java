package dev.sluice;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A column or a partition key; its name is lower case. */
public record Column(String name, DataType type, @Nullable String comment) {
  public Column {
    name = name.toLowerCase(Locale.ROOT);
  }

  public Column(String name, DataType type) {
    this(name, type, null);
  }
}
