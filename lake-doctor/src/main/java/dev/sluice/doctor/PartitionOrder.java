package dev.sluice.doctor;

import dev.sluice.DataType;
import dev.sluice.KeyRanges;
import dev.sluice.Partition;
import dev.sluice.Table;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** Orders partitions by their values: numbers as numbers, all else as text. */
final class PartitionOrder {
  private PartitionOrder() {}

  static Comparator<Partition> of(Table table) {
    List<DataType> types = table.partitionKeys().stream().map(key -> key.type()).toList();
    return (left, right) -> {
      for (int i = 0; i < types.size(); i++) {
        int order = compare(types.get(i), left.values().get(i), right.values().get(i));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  private static int compare(DataType type, String left, String right) {
    if (!KeyValues.isNumber(type)) {
      return KeyRanges.compare(left, right);
    }
    boolean fits = KeyValues.fits(type, left);
    boolean bothFit = fits && KeyValues.fits(type, right);
    if (bothFit && !KeyValues.isNull(left) && !KeyValues.isNull(right)) {
      int order = new BigDecimal(left.strip()).compareTo(new BigDecimal(right.strip()));
      return order != 0 ? order : KeyRanges.compare(left, right);
    }
    // What is no number comes last, so that the order is one.
    boolean last = !fits || KeyValues.isNull(left);
    boolean otherLast = !KeyValues.fits(type, right) || KeyValues.isNull(right);
    return last == otherLast ? KeyRanges.compare(left, right) : Boolean.compare(last, otherLast);
  }
}
