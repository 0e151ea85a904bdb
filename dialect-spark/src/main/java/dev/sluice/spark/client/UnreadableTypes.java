package dev.sluice.spark.client;

import dev.sluice.DataType;
import java.util.Optional;

/** Finds what no schema of Spark's can say. */
final class UnreadableTypes {
  private UnreadableTypes() {}

  /** Why a type cannot be read, if it cannot. */
  static Optional<String> in(DataType type) {
    if (type instanceof DataType.Unsupported unsupported) {
      return Optional.of(unsupported.reason());
    } else if (type == DataType.Primitive.UNKNOWN) {
      return Optional.of("its type is void");
    } else if (type instanceof DataType.Array array) {
      return in(array.element());
    } else if (type instanceof DataType.MapOf map) {
      return in(map.key()).or(() -> in(map.value()));
    } else if (type instanceof DataType.Struct struct) {
      return struct.fields().stream().flatMap(field -> in(field.type()).stream()).findFirst();
    }
    return Optional.empty();
  }
}
