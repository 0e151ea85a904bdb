package dev.sluice.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Parquet's own writer, fed with values as JSON; texts that begin with 0x are bytes. */
final class RecordedParquet {
  private RecordedParquet() {}

  static void write(Path file, RecordedColumn column) throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message row { optional int32 id; %s%s }"
                .formatted(column.written(), column.written().endsWith("}") ? "" : ";"));
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .build()) {
      for (int row = 0; row < column.values().size(); row++) {
        Group group = new SimpleGroup(schema);
        group.add("id", RecordedColumn.other(row));
        add(
            group,
            schema.getType(RecordedColumn.NAME),
            new ObjectMapper().readTree(column.values().get(row)));
        writer.write(group);
      }
    }
  }

  private static void add(Group group, Type type, JsonNode value) {
    if (value.isNull()) {
      return;
    }
    if (type.isRepetition(Type.Repetition.REPEATED) && value.isArray()) {
      value.forEach(each -> add(group, type, each));
    } else if (type.isPrimitive()) {
      scalar(group, type.asPrimitiveType(), value);
    } else {
      GroupType parts = type.asGroupType();
      Group part = group.addGroup(type.getName());
      parts.getFields().forEach(field -> add(part, field, value.path(field.getName())));
    }
  }

  private static void scalar(Group group, PrimitiveType type, JsonNode value) {
    String name = type.getName();
    switch (type.getPrimitiveTypeName()) {
      case INT32 -> group.add(name, Math.toIntExact(value.longValue()));
      case INT64 -> group.add(name, value.longValue());
      case BOOLEAN -> group.add(name, value.booleanValue());
      case FLOAT -> group.add(name, value.floatValue());
      case DOUBLE -> group.add(name, value.doubleValue());
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> group.add(name, bytes(value.textValue()));
    }
  }

  private static Binary bytes(String text) {
    return text.startsWith("0x")
        ? Binary.fromConstantByteArray(HexFormat.of().parseHex(text.substring(2)))
        : Binary.fromString(text);
  }
}
