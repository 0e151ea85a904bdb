package dev.sluice.standin.redshift.sql;

import java.util.Set;

/**
 * The pseudo-columns of an external table (Amazon Redshift Database Developer Guide,
 * c-spectrum-external-tables, 2023-04-24).
 */
final class Pseudo {
  private static final Set<String> NAMES = Set.of("$path", "$size");

  private Pseudo() {}

  static boolean isOne(String name) {
    return NAMES.contains(name);
  }
}
