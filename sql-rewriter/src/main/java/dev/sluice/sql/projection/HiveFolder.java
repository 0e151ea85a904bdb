package dev.sluice.sql.projection;

import dev.sluice.Column;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code LOCATION/key=value/key=value/}: where a partition's files are without a template. */
final class HiveFolder {
  /** Hive escapes other signs in folders' names; whether Athena does here is not documented. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} ._+,;@!()&$~-]+");

  private HiveFolder() {}

  static String of(@Nullable String location, List<Column> keys, List<String> values)
      throws NotComputedException {
    if (location == null) {
      throw new NotComputedException("The table has no location");
    }
    StringBuilder folder = new StringBuilder(location);
    if (!location.endsWith("/")) {
      folder.append('/');
    }
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      if (!PLAIN.matcher(value).matches()) {
        throw new NotComputedException(
            "What the folder of partition " + value + " is called is not documented");
      }
      folder.append(keys.get(i).name()).append('=').append(value).append('/');
    }
    return folder.toString();
  }
}
