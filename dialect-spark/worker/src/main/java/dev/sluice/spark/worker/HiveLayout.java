package dev.sluice.spark.worker;

import dev.sluice.Column;
import dev.sluice.spark.protocol.Folder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts folders together that one read can take: those below one root whose names tell the
 * registered values, {@code ROOT/day=2026-01-01/hour=07}. A read each would make the plan of a
 * query over many partitions slow.
 */
final class HiveLayout {
  private HiveLayout() {}

  /**
   * Folders for one read.
   *
   * @param root the folder from which the names tell the keys' values; null for a single folder
   *     whose values must be given
   */
  record Group(@Nullable String root, List<Folder> folders) {}

  static List<Group> group(List<Folder> folders, List<Column> keys) {
    Map<String, List<Folder>> byRoot = new LinkedHashMap<>();
    List<Group> groups = new ArrayList<>();
    for (Folder folder : folders) {
      String root = keys.isEmpty() ? null : root(folder, keys);
      if (root == null) {
        groups.add(new Group(null, List.of(folder)));
      } else {
        byRoot.computeIfAbsent(root, unused -> new ArrayList<>()).add(folder);
      }
    }
    byRoot.forEach((root, below) -> groups.add(new Group(root, below)));
    return groups;
  }

  private static @Nullable String root(Folder folder, List<Column> keys) {
    String rest = folder.location();
    while (rest.endsWith("/")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    for (int key = keys.size() - 1; key >= 0; key--) {
      int slash = rest.lastIndexOf('/');
      String name = rest.substring(slash + 1);
      String prefix = keys.get(key).name() + "=";
      if (slash <= 0
          || !name.startsWith(prefix)
          || name.equals(prefix)
          || !unescape(name.substring(prefix.length())).equals(folder.values().get(key))) {
        return null;
      }
      rest = rest.substring(0, slash);
    }
    // What is above must not look like a key too: Spark would take it for one.
    return rest.substring(rest.lastIndexOf('/') + 1).contains("=") ? null : rest;
  }

  /**
   * Hive writes characters that a path may not hold as % and two hexadecimal digits. Each stands
   * for one character below 128, as Spark reads them too; others make the value differ, and then
   * the folder is read by itself.
   */
  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int code = text.charAt(i) == '%' && i + 2 < text.length() ? hex(text, i + 1) : -1;
      plain.append(code >= 0 ? (char) code : text.charAt(i));
      i += code >= 0 ? 3 : 1;
    }
    return plain.toString();
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
