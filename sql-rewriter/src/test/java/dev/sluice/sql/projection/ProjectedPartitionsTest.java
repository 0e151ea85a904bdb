package dev.sluice.sql.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.DataType.Primitive;
import dev.sluice.KeyRange;
import dev.sluice.KeyRanges;
import dev.sluice.Partition;
import dev.sluice.PartitionProjection;
import dev.sluice.Partitions;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What parameters mean, as the Amazon Athena User Guide says it. The clock stands at 10:30 on the
 * first of March 2026.
 */
class ProjectedPartitionsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:30:00Z");

  /** A table with one key {@code k} for each of the texts, which say {@code property=value; …}. */
  private static Table table(String... keys) {
    Map<String, String> properties = new LinkedHashMap<>();
    Table.Builder table =
        Table.builder(new TableName("web", "projected"))
            .column("id", Primitive.BIGINT)
            .storage(Storage.of(TableFormat.PARQUET, "s3://web/projected"));
    for (int i = 0; i < keys.length; i++) {
      String name = "k" + i;
      table.partitionKey(name, Primitive.STRING);
      for (String property : keys[i].split("; ", -1)) {
        int equals = property.indexOf('=');
        String key = property.substring(0, equals);
        properties.put(
            key.startsWith("storage.") ? key : "projection." + name + "." + key,
            property.substring(equals + 1));
      }
    }
    return table.projection(new PartitionProjection(properties)).build();
  }

  private static List<String> values(Table table, KeyRanges... ranges) {
    ProjectedPartitions projected = ProjectedPartitions.of(table, List.of(ranges), NOW);
    assertThat(projected.unknown()).isNull();
    return projected.values().stream().map(one -> String.join("/", one)).toList();
  }

  private static List<String> locations(Table table) {
    Partitions.Known known =
        (Partitions.Known)
            ProjectedPartitions.of(table, List.of(), NOW).selected(table, values -> true);
    return known.listed().stream()
        .map(Partition::storage)
        .map(Storage::location)
        .collect(Collectors.toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type=enum; values=A,b, C|`A|b| C`",
        "type= Enum ; values=x|x",
        "type=integer; range=1,3|`1|2|3`",
        "type=integer; range=1,3; interval=2|`1|3`",
        "type=INTEGER; range= 1 , 3 ; interval= 2 ; digits= 2 |`01|03`",
        "type=integer; range=0009,0011|`9|10|11`",
        "type=integer; range=-1,1|`-1|0|1`",
        "type=integer; range=9,11; digits=2|`09|10|11`",
        "type=integer; range=9223372036854775806,9223372036854775807|`9223372036854775806|9223372036854775807`",
        "type=date; format=yyyy-MM; range=2017-11,2018-02|`2017-11|2017-12|2018-01|2018-02`",
        "type=date; format=yyyy-MM; range=2017-01,2017-06; interval=2; interval.unit=MONTHS|`2017-01|2017-03|2017-05`",
        "type=date; format=dd-MM-yyyy; range=30-12-2018,01-01-2019|`30-12-2018|31-12-2018|01-01-2019`",
        "type=date; format=yyyyMMdd; range=20260226,NOW|`20260226|20260227|20260228|20260301`",
        "type=date; format=yyyy/MM/dd; range=NOW-1DAYS,NOW+1DAY|`2026/02/28|2026/03/01|2026/03/02`",
        "type=date; format=yyyy-MM-dd; range=NOW - 1 WEEK ,2026-02-23|`2026-02-22|2026-02-23`",
        "type=date; format=yyyy-MM; range=NOW-1MONTHS,NOW|`2026-02|2026-03`",
        "type=date; format=yyyy-MM-dd-HH; range=NOW-90MINUTES,NOW; interval=1; interval.unit=HOURS|`2026-03-01-09|2026-03-01-10`",
        "type=date; format=yyyy-MM-dd-HH; range=2026-02-28-20,2026-03-01-05; interval=4; interval.unit=hours|`2026-02-28-20|2026-03-01-00|2026-03-01-04`",
        "type=date; format=yyyy-MM-dd HH.mm; range=2026-02-28 23.58,2026-03-01 00.00; interval=1; interval.unit=MINUTES|`2026-02-28 23.58|2026-02-28 23.59|2026-03-01 00.00`",
        "type=date; format='day='yyyy-MM-dd; range=day=2026-02-28,day=2026-03-01|`day=2026-02-28|day=2026-03-01`",
        "type=date; format=yyyy; range=2024,NOW; interval=1; interval.unit=YEARS|`2024|2025|2026`",
        "type=date; format=yyyy-MM-dd; range=2026-01-28,2026-04-01; interval=1; interval.unit=MONTHS|`2026-01-28|2026-02-28|2026-03-28`",
        "type=date; format=yyyy-MM-dd; range=2026-03-02,NOW|``",
        "type=date; format=yyyy-M-d; range=2026-2-28,NOW|`2026-2-28|2026-3-1`",
      })
  void aKeyTakesTheValuesThatItsParametersSay(String parameters, String values) {
    List<String> expected = values.isEmpty() ? List.of() : List.of(values.split("\\|", -1));
    Table table = table(parameters);
    assertThat(values(table)).isEqualTo(expected);
    assertThat(ProjectedPartitions.of(table, List.of(), NOW).total()).hasValue(expected.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type=enum|projection.k0.values is missing",
        "type=enum; values=a,b,a|projection.k0.values has a value twice",
        "type=integer; range=1|projection.k0.range does not have two values",
        "type=integer; range=1,x|projection.k0.range has x, which is no whole number",
        "type=integer; range=3,1|projection.k0.range ends before it begins",
        "type=integer; range=1,3; interval=0|projection.k0.interval is 0, which is no number from 1 up",
        "type=integer; range=-1,3; digits=2|projection.k0.digits is for numbers from 0 up",
        "type=integer; range=1,9000000000|Of key k0 there are more than a million values of it",
        "type=integer; range=-9223372036854775808,9223372036854775807|Of key k0 there are more than a million",
        "type=date; range=2017-01,2018-12|projection.k0.format is missing",
        "type=date; format=yyyy-MM; range=2017-1,2018-12|projection.k0.range has 2017-1, which is not in its format",
        "type=date; format=yyyy-MM; range=NOW-1FORTNIGHT,NOW|projection.k0.range has NOW-1FORTNIGHT",
        "type=date; format=yyyy-MM-dd-HH; range=2017-01-01-00,NOW|projection.k0.interval.unit is missing",
        "type=date; format=yyyy-MMM; range=2017-Jan,NOW|projection.k0.format is yyyy-MMM, which does not say",
        "type=date; format=yyyy-dd; range=2017-01,NOW|projection.k0.format is yyyy-dd",
        "type=date; format=yyyy-MM-dd'; range=2017-01-01,NOW|projection.k0.format is yyyy-MM-dd'",
        "type=date; format=yyyy-MM-dd; range=2017-01-01,NOW; interval=1; interval.unit=HOURS|projection.k0.interval.unit is finer than the format",
        "type=date; format=yyyy-MM-dd; range=2017-01-01,NOW; interval.unit=DECADES|projection.k0.interval.unit is decades, which is no unit",
        "type=date; format=yyyy-MM-dd; range=NOW-9DAYS,NOW; interval=2|projection.k0.interval is counted from a beginning that moves",
        "type=date; format=yyyy-MM-dd; range=2026-01-31,NOW; interval.unit=MONTHS|projection.k0.range begins on a day that not every month has",
        "type=list; values=a|projection.k0.type is list, which is none of date, enum, injected, integer",
        "type=injected|Of key k0 its value is not given",
        "type=enum; values=a; storage.location.template=s3://x/${K0}/|storage.location.template names ${K0}",
        "type=enum; values=a%b|What the folder of partition a%b is called is not documented",
      })
  void whatIsNotDocumentedIsNotComputed(String parameters, String why) {
    Table table = table(parameters);
    Partitions partitions =
        ProjectedPartitions.of(table, List.of(), NOW).selected(table, values -> true);
    assertThat(partitions)
        .isInstanceOfSatisfying(
            Partitions.Unknown.class, unknown -> assertThat(unknown.why()).startsWith(why));
    assertThat(Projection.invalid(table)).isEmpty();
  }

  @Test
  void athenaFailsWhereAKeyHasNoProjection() {
    assertThat(Projection.invalid(table("type=enum; values=a", "range=1,2")))
        .contains("projection.k1.type is missing");
  }

  @Test
  void athenaFailsWhereTheTemplateLacksAKey() {
    assertThat(
            Projection.invalid(
                table(
                    "type=enum; values=a; storage.location.template=s3://x/${k0}/",
                    "type=integer; range=1,2")))
        .contains("storage.location.template lacks ${k1}");
  }

  @Test
  void everyCombinationIsAPartition() {
    Table table = table("type=enum; values=eu,us", "type=integer; range=1,3; digits=2");
    assertThat(values(table)).containsExactly("eu/01", "eu/02", "eu/03", "us/01", "us/02", "us/03");
    assertThat(locations(table))
        .hasSize(6)
        .startsWith("s3://web/projected/k0=eu/k1=01/", "s3://web/projected/k0=eu/k1=02/");
  }

  @Test
  void aTemplateSaysWhereTheFilesAre() {
    Table table =
        table(
            "type=enum; values=eu",
            "type=date; format=yyyy/MM/dd; range=2026/02/28,NOW;"
                + " storage.location.template=s3://logs/${k1}/of-${k0}/${k0}/");
    assertThat(locations(table))
        .containsExactly("s3://logs/2026/02/28/of-eu/eu/", "s3://logs/2026/03/01/of-eu/eu/");
  }

  @Test
  void rangesAreHeldAgainstEachKey() {
    Table table = table("type=enum; values=eu,us", "type=integer; range=1,3");
    KeyRanges fromTwo = new KeyRanges("k1", List.of(new KeyRange("2", true, null, false)));
    assertThat(values(table, fromTwo)).containsExactly("eu/2", "eu/3", "us/2", "us/3");
    assertThat(ProjectedPartitions.of(table, List.of(fromTwo), NOW).total()).hasValue(6);
  }

  @Test
  void theValueOfAnInjectedKeyStandsInTheQuery() {
    Table table = table("type=injected", "type=integer; range=1,2");
    KeyRanges one = new KeyRanges("k0", List.of(KeyRange.exactly("abc")));
    KeyRanges two = new KeyRanges("k0", List.of(KeyRange.exactly("abc"), KeyRange.exactly("abd")));
    KeyRanges open = new KeyRanges("k0", List.of(new KeyRange("abc", true, "abd", false)));
    assertThat(values(table, one)).containsExactly("abc/1", "abc/2");
    assertThat(ProjectedPartitions.of(table, List.of(one), NOW).total()).isEmpty();
    assertThat(Projection.valuesNotGiven(table, List.of(one))).isEmpty();
    for (KeyRanges other : List.of(two, open, KeyRanges.all("k0"))) {
      assertThat(Projection.valuesNotGiven(table, List.of(other))).containsExactly("k0");
    }
  }

  @Test
  void moreThanAQuarterOfAMillionAreNotGoneThrough() {
    Table table = table("type=integer; range=1,1000", "type=integer; range=1,1000");
    assertThat(ProjectedPartitions.of(table, List.of(), NOW).unknown())
        .isEqualTo("1,000,000 partitions are needed, and more than 250,000 are not computed");
    KeyRanges one = new KeyRanges("k0", List.of(KeyRange.exactly("7")));
    assertThat(values(table, one)).hasSize(1_000);
    assertThat(ProjectedPartitions.of(table, List.of(one), NOW).total()).hasValue(1_000_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type=date; format=yyyy-MM-dd; range=2026-01-01,NOW|2026-03-02T00:00:00Z",
        "type=date; format=yyyy-MM-dd; range=NOW-3YEARS,2027-01-01|2026-03-02T00:00:00Z",
        "type=date; format=yyyy-MM-dd; range=NOW-3HOURS,2027-01-01|2026-03-02T03:00:00Z",
        "type=date; format=yyyy-MM; range=2026-01,NOW|2026-04-01T00:00:00Z",
        "type=date; format=yyyy-MM-dd-HH; range=NOW-1DAY,NOW+90MINUTES; interval=1; interval.unit=HOURS|2026-03-01T11:00:00Z",
        "type=date; format=yyyy-MM-dd-HH; range=2026-01-01-00,NOW+15MINUTES; interval=1; interval.unit=HOURS|2026-03-01T10:45:00Z",
        "type=date; format=yyyy-MM-dd; range=2026-01-01,2026-12-31|",
        "type=enum; values=a|",
      })
  void aRangeThatMovesWithTheClockHoldsForAWhile(String parameters, Instant next) {
    assertThat(ProjectedPartitions.of(table(parameters), List.of(), NOW).nextChange())
        .isEqualTo(next);
  }

  @Test
  void theValuesChangeWhenItSaysAndNotBefore() {
    Table table =
        table(
            "type=date; format=yyyy-MM-dd-HH; range=NOW-1DAY,NOW+20MINUTES; interval=1;"
                + " interval.unit=HOURS");
    Instant next =
        Objects.requireNonNull(ProjectedPartitions.of(table, List.of(), NOW).nextChange());
    List<List<String>> before =
        new ArrayList<>(ProjectedPartitions.of(table, List.of(), NOW).values());
    assertThat(ProjectedPartitions.of(table, List.of(), next.minusNanos(1)).values())
        .isEqualTo(before);
    assertThat(ProjectedPartitions.of(table, List.of(), next).values()).isNotEqualTo(before);
  }
}
