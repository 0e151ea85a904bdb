package dev.sluice.example.glue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.example.format.Type;

/** A list of columns, each with its name and its Hive type. */
final class GlueColumns {
  private GlueColumns() {}

  static ArrayNode of(Type.Struct columns) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Type.Field column : columns.fields()) {
      list.addObject().put("Name", column.name()).put("Type", column.type().hive());
    }
    return list;
  }
}
