package dev.sluice.matrix;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.List;

/**
 * The changes of type that Athena documents as readable and that lose nothing: integers upwards,
 * and real to double (Amazon Athena User Guide, types-of-updates, 2023-04-28).
 *
 * <p>The guide also lists string to integers. That is no widening, and Trino fails on it in Parquet
 * and Avro files, so it counts as a change here.
 */
final class Widening {
  private static final List<Primitive> INTEGERS =
      List.of(Primitive.TINYINT, Primitive.SMALLINT, Primitive.INTEGER, Primitive.BIGINT);

  private Widening() {}

  static boolean leadsFrom(DataType older, DataType newer) {
    if (older == Primitive.REAL && newer == Primitive.DOUBLE) {
      return true;
    }
    int from = older instanceof Primitive primitive ? INTEGERS.indexOf(primitive) : -1;
    int to = newer instanceof Primitive primitive ? INTEGERS.indexOf(primitive) : -1;
    return from >= 0 && to > from;
  }
}
