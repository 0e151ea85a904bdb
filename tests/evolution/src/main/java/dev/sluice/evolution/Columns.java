package dev.sluice.evolution;

import dev.sluice.example.format.Type;
import java.util.ArrayList;
import java.util.List;

/** A table's columns, which give others where one is changed. */
record Columns(List<Type.Field> fields) {
  Columns() {
    this(List.of());
  }

  Type.Struct shape() {
    return new Type.Struct(fields);
  }

  Columns with(String name, Type type) {
    return insert(fields.size(), name, type);
  }

  Columns insert(int at, String name, Type type) {
    List<Type.Field> changed = new ArrayList<>(fields);
    changed.add(at, Type.field(name, type));
    return new Columns(changed);
  }

  Columns without(String name) {
    List<Type.Field> changed = new ArrayList<>(fields);
    changed.remove(indexOf(name));
    return new Columns(changed);
  }

  Columns retype(String name, Type type) {
    return replace(name, Type.field(name, type));
  }

  Columns rename(String name, String other) {
    return replace(name, Type.field(other, fields.get(indexOf(name)).type()));
  }

  Columns swap(String one, String other) {
    Type.Field first = fields.get(indexOf(one));
    Type.Field second = fields.get(indexOf(other));
    List<Type.Field> changed = new ArrayList<>(fields);
    changed.set(indexOf(one), second);
    changed.set(indexOf(other), first);
    return new Columns(changed);
  }

  private Columns replace(String name, Type.Field field) {
    List<Type.Field> changed = new ArrayList<>(fields);
    changed.set(indexOf(name), field);
    return new Columns(changed);
  }

  private int indexOf(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No column " + name);
  }
}
