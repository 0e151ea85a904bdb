package dev.sluice.example.probe;

import static dev.sluice.example.format.Type.field;
import static dev.sluice.example.probe.ProbeFile.row;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import dev.sluice.example.format.Type.Scalar;
import dev.sluice.example.web.Format;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files without nested columns: few rows, with what engines are known to treat differently. */
final class FlatFiles {
  private static final Type.Struct PEOPLE =
      Type.Struct.of(
          field("id", Scalar.INT),
          field("name", Scalar.STRING),
          field("country", Scalar.STRING),
          field("code", Scalar.STRING),
          field("born", Scalar.DATE),
          field("seen", Scalar.TIMESTAMP),
          field("visits", Scalar.INT),
          field("total", Scalar.BIGINT),
          field("ratio", Scalar.FLOAT),
          field("score", Scalar.DOUBLE),
          field("balance", new Type.Decimal(12, 2)),
          field("active", Scalar.BOOLEAN),
          field("profile", Scalar.STRING));

  private static final Type.Struct BEACONS =
      Type.Struct.of(
          field("id", Scalar.INT), field("kind", Scalar.STRING), field("cpm", Scalar.DOUBLE));

  private static final Type.Struct READINGS =
      Type.Struct.of(field("id", Scalar.INT), field("level", Scalar.TINYINT));

  private static final Type.Struct SESSIONS =
      Type.Struct.of(
          field("id", Scalar.INT), field("pages", Scalar.INT), field("name", Scalar.STRING));

  private static final Type.Struct DAYS =
      Type.Struct.of(field("id", Scalar.INT), field("day", Scalar.DATE));

  private FlatFiles() {}

  static List<ProbeFile> all() {
    return List.of(
        people(),
        file("beacons/part-0.avro", Format.AVRO, BEACONS, beacons()),
        file(
            "readings/part-0.parquet",
            Format.PARQUET,
            READINGS,
            new Object[][] {{1, -128}, {2, 127}}),
        file("sessions/part-0.orc", Format.ORC, SESSIONS, sessions()),
        file(
            "days/part-0.avro",
            Format.AVRO,
            DAYS,
            new Object[][] {{1, LocalDate.of(2019, 3, 27)}, {2, LocalDate.of(1969, 7, 20)}}));
  }

  private static ProbeFile people() {
    return new ProbeFile(
        "people/part-0.parquet",
        Format.PARQUET,
        PEOPLE,
        List.of(
            person(1, "Ann", "DE", "a", "1980-01-31", "2019-03-27T16:00:00.005Z", 10)
                .with("total", 4_000_000_000L)
                .with("ratio", 0.1f)
                .with("score", 1.5)
                .with("balance", new BigDecimal("100.00"))
                .with("active", true)
                .with("profile", "{\"a\": \"x\", \"b\": {\"c\": 7}}"),
            person(2, "Bob ", "DE", "bc", "1999-12-31", "2019-03-27T23:59:59.999Z", 3)
                .with("total", 7L)
                .with("ratio", 2.5f)
                .with("score", -2.25)
                .with("balance", new BigDecimal("-0.05"))
                .with("active", false)
                .with("profile", "B%"),
            person(3, "Bob", "FR", "bc", "2000-02-29", "2000-02-29T00:00:00Z", 3)
                .with("total", -7L)
                .with("ratio", 0.25f)
                .with("score", Double.NaN)
                .with("balance", new BigDecimal("33.34"))
                .with("active", true)
                .with("profile", "o+"),
            person(4, "a\\b,c", "FR", null, null, null, null)
                .with("total", null)
                .with("ratio", null)
                .with("score", null)
                .with("balance", null)
                .with("active", null)
                .with("profile", null),
            person(5, "Änne", null, "xyz", "1970-01-01", "1969-12-31T23:59:59.500Z", -7)
                .with("total", null)
                .with("ratio", -0.5f)
                .with("score", 0.0)
                .with("balance", new BigDecimal("1.25"))
                .with("active", null)
                .with("profile", ""),
            person(6, null, "US", "q", "2019-03-01", "2019-03-01T12:30:00Z", 3)
                .with("total", 100L)
                .with("ratio", null)
                .with("score", 3.0)
                .with("balance", new BigDecimal("2.50"))
                .with("active", false)
                .with("profile", null)));
  }

  private static Row person(
      int id,
      @Nullable String name,
      @Nullable String country,
      @Nullable String code,
      @Nullable String born,
      @Nullable String seen,
      @Nullable Integer visits) {
    return new Row()
        .with("id", id)
        .with("name", name)
        .with("country", country)
        .with("code", code)
        .with("born", born == null ? null : LocalDate.parse(born))
        .with("seen", seen == null ? null : Instant.parse(seen))
        .with("visits", visits);
  }

  private static Object[][] beacons() {
    return new Object[][] {{1, "Bob", 0.5}, {2, "view", 2.0}, {3, "view", null}, {4, null, 1.0}};
  }

  private static Object[][] sessions() {
    return new Object[][] {{1, 3, "one"}, {2, null, "two"}, {3, 7, null}};
  }

  private static ProbeFile file(
      String path, Format format, Type.Struct shape, @Nullable Object[][] rows) {
    return new ProbeFile(
        path, format, shape, Arrays.stream(rows).map(row -> row(shape, row)).toList());
  }
}
