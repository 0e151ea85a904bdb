package dev.sluice.example.probe;

import static dev.sluice.example.format.Type.field;
import static dev.sluice.example.probe.ProbeFile.row;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import dev.sluice.example.format.Type.Scalar;
import dev.sluice.example.web.Format;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files with structs, arrays and maps, empty and NULL at each place. */
final class NestedFiles {
  private static final Type.Struct GEO =
      Type.Struct.of(field("lat", Scalar.DOUBLE), field("lon", Scalar.DOUBLE));

  private static final Type.Struct DEVICE =
      Type.Struct.of(field("os", Scalar.STRING), field("model", Scalar.STRING), field("geo", GEO));

  private static final Type.Struct ITEM =
      Type.Struct.of(
          field("sku", Scalar.STRING),
          field("price", new Type.Decimal(10, 2)),
          field("qty", Scalar.INT));

  private static final Type.Struct CLICKS =
      Type.Struct.of(
          field("id", Scalar.INT),
          field("person", Scalar.INT),
          field("dwell", Scalar.INT),
          field("device", DEVICE),
          field("items", new Type.ArrayOf(ITEM)),
          field("nums", new Type.ArrayOf(Scalar.INT)),
          field("names", new Type.ArrayOf(Scalar.STRING)),
          field("tags", new Type.MapOf(Scalar.STRING)));

  private static final Type.Struct GRIDS =
      Type.Struct.of(
          field("id", Scalar.INT), field("cells", new Type.ArrayOf(new Type.ArrayOf(Scalar.INT))));

  private static final Type.Struct PLAIN_DEVICE = Type.Struct.of(field("os", Scalar.STRING));

  private static final Type.Struct EVENTS =
      Type.Struct.of(
          field("id", Scalar.INT),
          field("device", PLAIN_DEVICE),
          field("nums", new Type.ArrayOf(Scalar.INT)));

  private NestedFiles() {}

  static List<ProbeFile> all() {
    return List.of(
        new ProbeFile("clicks/part-0.parquet", Format.PARQUET, CLICKS, clicks()),
        new ProbeFile(
            "grids/part-0.parquet",
            Format.PARQUET,
            GRIDS,
            List.of(
                row(GRIDS, 1, List.of(List.of(1, 2), List.of(3))),
                row(GRIDS, 2, List.of(List.of())))),
        new ProbeFile("events/part-0.avro", Format.AVRO, EVENTS, events()),
        new ProbeFile("paths/part-0.orc", Format.ORC, EVENTS, events()));
  }

  private static List<Row> clicks() {
    return List.of(
        row(
            CLICKS,
            1,
            1,
            30,
            device("ios", "x", geo(52.5, 13.4)),
            List.of(item("s1", "9.99", 1), item("s2", null, 2)),
            List.of(1, 2, 3),
            Arrays.asList("a", null),
            tags("x", "1", "y", null)),
        row(
            CLICKS,
            2,
            2,
            4,
            device("android", null, geo(null, null)),
            List.of(),
            List.of(),
            List.of("b, \"c\""),
            Map.of()),
        row(
            CLICKS,
            3,
            3,
            null,
            device(null, "z", null),
            Arrays.asList(item("s3", "5.00", 3), null),
            Arrays.asList(5, null),
            null,
            tags("x", "2")),
        row(CLICKS, 4, 1, 7, null, null, null, List.of("a"), null));
  }

  private static List<Row> events() {
    return List.of(
        row(EVENTS, 1, new Row().with("os", "ios"), List.of(1, 2)),
        row(EVENTS, 2, new Row().with("os", null), List.of()),
        row(EVENTS, 3, null, null));
  }

  private static Row device(@Nullable String os, @Nullable String model, @Nullable Row geo) {
    return row(DEVICE, os, model, geo);
  }

  private static Row geo(@Nullable Double lat, @Nullable Double lon) {
    return row(GEO, lat, lon);
  }

  private static Row item(String sku, @Nullable String price, int qty) {
    return row(ITEM, sku, price == null ? null : new BigDecimal(price), qty);
  }

  private static Map<String, @Nullable String> tags(@Nullable String... pairs) {
    Map<String, @Nullable String> tags = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      tags.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return tags;
  }
}
