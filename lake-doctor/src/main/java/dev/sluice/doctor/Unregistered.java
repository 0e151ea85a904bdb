package dev.sluice.doctor;

import dev.sluice.CatalogEdit.Folder;
import dev.sluice.Column;
import dev.sluice.LakeFile;
import dev.sluice.Table;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds folders that hold files, look like partitions, and are none in the catalog. */
final class Unregistered {
  private Unregistered() {}

  /** Folders called {@code key=value}, one in the other, in the order of the keys. */
  static List<Folder> among(List<LakeFile> files, Table table, Set<List<String>> registered) {
    String root = folder(String.valueOf(table.storage().location()));
    Map<List<String>, Folder> found = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (LakeFile file : files) {
      if (!file.path().startsWith(root)) {
        continue;
      }
      String[] names = file.path().substring(root.length()).split("/", -1);
      int keys = table.partitionKeys().size();
      if (names.length <= keys) {
        continue;
      }
      String path = String.join("/", List.of(names).subList(0, keys)) + "/";
      if (seen.add(path)) {
        values(table.partitionKeys(), names)
            .filter(values -> !registered.contains(values))
            .ifPresent(values -> found.putIfAbsent(values, new Folder(values, path)));
      }
    }
    return List.copyOf(found.values());
  }

  private static String folder(String location) {
    String path = location.startsWith("file:") ? location.substring("file:".length()) : location;
    return path.endsWith("/") ? path : path + "/";
  }

  private static Optional<List<String>> values(List<Column> keys, String[] names) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      String lead = keys.get(i).name() + "=";
      if (!names[i].regionMatches(true, 0, lead, 0, lead.length())) {
        return Optional.empty();
      }
      String value = unescaped(names[i].substring(lead.length()));
      if (!KeyValues.fits(keys.get(i).type(), value)) {
        return Optional.empty();
      }
      values.add(value);
    }
    return Optional.of(List.copyOf(values));
  }

  /** Hive writes what a path cannot hold as {@code %} and two digits. */
  private static String unescaped(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < name.length(); ) {
      int escaped = name.charAt(i) == '%' ? hex(name, i + 1) : -1;
      if (escaped >= 0) {
        bytes.write(escaped);
        i += 3;
      } else {
        int point = name.codePointAt(i);
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(point);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int hex(String name, int at) {
    if (at + 2 > name.length()) {
      return -1;
    }
    int high = Character.digit(name.charAt(at), 16);
    int low = Character.digit(name.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
