package dev.sluice.spark.protocol;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.ResultColumn;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts, lists, maps and types as bytes. */
final class Wire {
  private Wire() {}

  @FunctionalInterface
  interface Write<T> {
    void write(DataOutputStream out, T value) throws IOException;
  }

  @FunctionalInterface
  interface Read<T> {
    T read(DataInputStream in) throws IOException;
  }

  static void text(DataOutputStream out, String text) throws IOException {
    bytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static byte[] bytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  static <T> void list(DataOutputStream out, List<T> list, Write<T> write) throws IOException {
    out.writeInt(list.size());
    for (T element : list) {
      write.write(out, element);
    }
  }

  static <T> List<T> list(DataInputStream in, Read<T> read) throws IOException {
    int size = in.readInt();
    List<T> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(read.read(in));
    }
    return list;
  }

  static void texts(DataOutputStream out, Map<String, String> map) throws IOException {
    out.writeInt(map.size());
    for (Map.Entry<String, String> entry : map.entrySet()) {
      text(out, entry.getKey());
      text(out, entry.getValue());
    }
  }

  static Map<String, String> texts(DataInputStream in) throws IOException {
    int size = in.readInt();
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      map.put(text(in), text(in));
    }
    return map;
  }

  static <E extends Enum<E>> void word(DataOutputStream out, E value) throws IOException {
    text(out, value.name());
  }

  static <E extends Enum<E>> E word(DataInputStream in, Class<E> type) throws IOException {
    return Enum.valueOf(type, text(in));
  }

  static void column(DataOutputStream out, Column column) throws IOException {
    text(out, column.name());
    Types.write(out, column.type());
  }

  static Column column(DataInputStream in) throws IOException {
    String name = text(in);
    DataType type = Types.read(in);
    return new Column(name, type);
  }

  static void resultColumn(DataOutputStream out, ResultColumn column) throws IOException {
    text(out, column.name());
    Types.write(out, column.type());
  }

  static ResultColumn resultColumn(DataInputStream in) throws IOException {
    String name = text(in);
    DataType type = Types.read(in);
    return new ResultColumn(name, type);
  }
}
