package dev.sluice.configuration;

import java.util.List;

/** A piece of a YAML file that remembers its line, which counts from 1. */
sealed interface YamlNode {
  int line();

  /** A text, number, boolean or null, as it was written. */
  record Scalar(String text, int line) implements YamlNode {}

  /** A list. */
  record Items(List<YamlNode> items, int line) implements YamlNode {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Keys and values in the file's order. */
  record Fields(List<Field> fields, int line) implements YamlNode {
    public Fields {
      fields = List.copyOf(fields);
    }
  }

  /** One key with its value and its own line. */
  record Field(String key, YamlNode value, int line) {}

  /** What an error calls this kind of piece. */
  default String kind() {
    return this instanceof Scalar ? "a value" : this instanceof Items ? "a list" : "a mapping";
  }
}
