package dev.sluice.files;

import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** A row with one value in every place of a Parquet schema. */
final class ParquetValues {
  private ParquetValues() {}

  static Group row(GroupType schema) {
    Group group = new SimpleGroup(schema);
    fill(group, schema);
    return group;
  }

  private static void fill(Group group, GroupType schema) {
    for (int i = 0; i < schema.getFieldCount(); i++) {
      Type field = schema.getType(i);
      if (field.isPrimitive()) {
        value(group, i, field.asPrimitiveType());
      } else {
        fill(group.addGroup(i), field.asGroupType());
      }
    }
  }

  private static void value(Group group, int field, PrimitiveType type) {
    switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> group.add(field, true);
      case INT32 -> group.add(field, 1);
      case INT64 -> group.add(field, 1L);
      case INT96 -> group.add(field, new NanoTime(2_440_589, 1));
      case FLOAT -> group.add(field, 1f);
      case DOUBLE -> group.add(field, 1d);
      case BINARY -> group.add(field, Binary.fromString("1"));
      case FIXED_LEN_BYTE_ARRAY ->
          group.add(field, Binary.fromConstantByteArray(new byte[type.getTypeLength()]));
    }
  }
}
