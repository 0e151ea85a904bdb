package dev.sluice.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who says to be at the other end of a connection: the three names that JDBC recommends. Together
 * they are the tag of its queries. Safe for use by several threads.
 */
final class ClientInfo {
  /** Redshift shows 30 characters of a label (Database Developer Guide, query_group). */
  static final int SHOWN = 30;

  static final Map<String, String> NAMES =
      new TreeMap<>(
          Map.of(
              "ApplicationName", "The program that asks",
              "ClientHostname", "The machine that it runs on",
              "ClientUser", "The person that it asks for"));

  private final Map<String, String> values = new TreeMap<>();

  static boolean knows(String name) {
    return NAMES.containsKey(name);
  }

  synchronized void set(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      values.remove(name);
    } else {
      values.put(name, value);
    }
  }

  synchronized @Nullable String get(String name) {
    return values.get(name);
  }

  synchronized Properties all() {
    Properties all = new Properties();
    all.putAll(values);
    return all;
  }

  /** The program, the person and the machine, as far as they are told. */
  synchronized Optional<String> tag() {
    List<String> told = new ArrayList<>();
    for (String name : List.of("ApplicationName", "ClientUser", "ClientHostname")) {
      String value = values.get(name);
      if (value != null) {
        told.add(value);
      }
    }
    return told.isEmpty() ? Optional.empty() : Optional.of(String.join("/", told));
  }
}
