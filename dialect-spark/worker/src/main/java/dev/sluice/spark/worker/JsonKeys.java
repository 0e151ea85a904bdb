package dev.sluice.spark.worker;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which column or field a key of a JSON object means, as the SerDe's parameters say.
 *
 * @param foldCase both SerDes take names whatever their case, unless OpenX is told otherwise
 * @param dots whether a dot in a key stands for an underscore in the name
 * @param mapped names by the key that {@code mapping.NAME} gives, at the top only
 */
record JsonKeys(boolean foldCase, boolean dots, LinkedHashMap<String, String> mapped)
    implements Serializable {

  static JsonKeys of(Map<String, String> parameters) {
    boolean foldCase = !"false".equalsIgnoreCase(parameters.get("case.insensitive"));
    LinkedHashMap<String, String> mapped = new LinkedHashMap<>();
    parameters.forEach(
        (key, value) -> {
          if (key.startsWith("mapping.")) {
            mapped.put(
                foldCase ? value.toLowerCase(Locale.ROOT) : value,
                key.substring("mapping.".length()).toLowerCase(Locale.ROOT));
          }
        });
    return new JsonKeys(
        foldCase, Boolean.parseBoolean(parameters.getOrDefault("dots.in.keys", "false")), mapped);
  }

  String name(String key, boolean top) {
    String name = foldCase ? key.toLowerCase(Locale.ROOT) : key;
    if (top && mapped.containsKey(name)) {
      return mapped.get(name);
    }
    // A key whose column is read under another key is no longer that column's.
    boolean taken = top && mapped.containsValue(name);
    return taken ? "" : dots ? name.replace('.', '_') : name;
  }
}
