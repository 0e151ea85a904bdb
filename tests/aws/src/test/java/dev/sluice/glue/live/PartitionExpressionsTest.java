package dev.sluice.glue.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.DataType.Primitive;
import dev.sluice.KeyRange;
import dev.sluice.KeyRanges;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.standin.aws.glue.PartitionFilter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The server's own evaluation is the judge of what the filters select. */
class PartitionExpressionsTest {
  private static final Table TABLE =
      Table.builder(new TableName("web", "clicks"))
          .partitionKey("datetime", Primitive.STRING)
          .partitionKey("region", Primitive.STRING)
          .partitionKey("hour", Primitive.INTEGER)
          .build();

  private static final ArrayNode KEYS = JsonNodeFactory.instance.arrayNode();

  static {
    KEYS.addObject().put("Name", "datetime").put("Type", "string");
    KEYS.addObject().put("Name", "region").put("Type", "string");
    KEYS.addObject().put("Name", "hour").put("Type", "int");
  }

  @Test
  void saysADayAsOneRange() {
    KeyRanges day =
        new KeyRanges("datetime", List.of(new KeyRange("2019-03-27", true, "2019-03-28", false)));

    assertThat(PartitionExpressions.of(TABLE, List.of(day)))
        .containsExactly("(datetime >= '2019-03-27' AND datetime < '2019-03-28')");
  }

  @Test
  void saysNothingOfKeysThatAreNoText() {
    KeyRanges hour = new KeyRanges("hour", List.of(KeyRange.exactly("10")));

    assertThat(PartitionExpressions.of(TABLE, List.of(hour))).containsExactly("");
  }

  @Test
  void asksForNothingWhereNothingIsSelected() {
    assertThat(
            PartitionExpressions.of(
                TABLE, List.of(KeyRanges.all("region"), new KeyRanges("datetime", List.of()))))
        .isEmpty();
  }

  @Test
  void dividesWhatIsTooLong() {
    List<String> filters = PartitionExpressions.of(TABLE, List.of(values(400)));

    assertThat(filters).hasSizeBetween(2, 8).allSatisfy(PartitionExpressionsTest::isShort);
    assertSelects(filters, List.of(values(400)));
  }

  @Test
  void asksForTooMuchRatherThanTooOften() {
    List<String> filters = PartitionExpressions.of(TABLE, List.of(values(4000)));

    assertThat(filters).hasSize(1).allSatisfy(PartitionExpressionsTest::isShort);
    assertSelects(filters, List.of(values(4000)));
  }

  @Test
  void asksForAllWhereManyRangesReachFromEndToEnd() {
    List<KeyRange> ranges = new ArrayList<>(values(4000).ranges());
    ranges.add(new KeyRange(null, false, "0", false));
    ranges.add(new KeyRange("zz", false, null, false));
    KeyRanges wide = new KeyRanges("datetime", ranges);

    assertSelects(PartitionExpressions.of(TABLE, List.of(wide)), List.of(wide));
  }

  @Test
  void takesARangeWithoutBoundsForAll() {
    KeyRanges wide = new KeyRanges("datetime", List.of(new KeyRange(null, true, null, true)));

    assertSelects(PartitionExpressions.of(TABLE, List.of(wide)), List.of(wide));
  }

  @Test
  void neverSelectsLessThanTheRanges() {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      List<KeyRanges> ranges = new ArrayList<>();
      for (String key : List.of("datetime", "region", "hour")) {
        if (random.nextInt(3) > 0) {
          ranges.add(new KeyRanges(key, ranges(random)));
        }
      }
      assertSelects(PartitionExpressions.of(TABLE, ranges), ranges);
    }
  }

  /** Selects all that the ranges contain, of many values near their bounds. */
  private static void assertSelects(List<String> filters, List<KeyRanges> ranges) {
    List<PartitionFilter> read =
        filters.stream()
            .filter(filter -> !filter.isEmpty())
            .map(filter -> PartitionFilter.of(filter, KEYS))
            .toList();
    boolean all = filters.contains("");
    for (List<String> values : candidates(ranges)) {
      boolean wanted =
          ranges.stream()
              .allMatch(
                  each ->
                      each.contains(
                          values.get(List.of("datetime", "region", "hour").indexOf(each.key()))));
      if (wanted) {
        assertThat(all || read.stream().anyMatch(filter -> filter.selects(values)))
            .as("%s of %s by %s", values, ranges, filters)
            .isTrue();
      }
    }
  }

  private static List<List<String>> candidates(List<KeyRanges> ranges) {
    List<String> near = new ArrayList<>(List.of("", "0", "~", "zzz", "é", "__HIVE_DEFAULT"));
    Random random = new Random(7);
    for (KeyRanges each : ranges) {
      for (KeyRange range : each.ranges()) {
        for (String bound : new String[] {range.lower(), range.upper()}) {
          if (bound != null && random.nextInt(1 + each.ranges().size() / 20) == 0) {
            near.addAll(List.of(bound, bound + "0", bound + "~"));
          }
        }
      }
    }
    List<List<String>> candidates = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      candidates.add(IntStream.range(0, 3).mapToObj(key -> any(near, random)).toList());
    }
    return candidates;
  }

  private static String any(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }

  private static List<KeyRange> ranges(Random random) {
    List<String> texts =
        List.of(
            "a", "b", "2019-03-27", "2019-03-28", "10", "9", "O'Hara", "ü", "%", "", "x y", "\\");
    return IntStream.range(0, 1 + random.nextInt(random.nextInt(10) == 0 ? 300 : 4))
        .mapToObj(
            i -> {
              if (random.nextInt(3) == 0) {
                return KeyRange.exactly(any(texts, random) + i);
              }
              String one = random.nextInt(6) == 0 ? null : any(texts, random);
              String other = random.nextInt(6) == 0 ? null : any(texts, random);
              return new KeyRange(one, random.nextBoolean(), other, random.nextBoolean());
            })
        .toList();
  }

  private static KeyRanges values(int number) {
    return new KeyRanges(
        "datetime",
        IntStream.range(0, number)
            .mapToObj(i -> KeyRange.exactly("2019-%06d".formatted(i)))
            .toList());
  }

  private static void isShort(String filter) {
    assertThat(filter.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2048);
  }
}
