package dev.sluice.sql.prune;

import org.jspecify.annotations.Nullable;

/**
 * For which values of a key a condition may be true, may be false, may be NULL, whatever the rest
 * of the row is. Each set may be too large, never too small.
 */
record Truth(KeyValues yes, KeyValues no, KeyValues unknown) {
  static final Truth ANY = new Truth(KeyValues.ALL, KeyValues.ALL, KeyValues.ALL);

  private static final Truth YES = new Truth(KeyValues.ALL, KeyValues.NONE, KeyValues.NONE);
  private static final Truth NULL = new Truth(KeyValues.NONE, KeyValues.NONE, KeyValues.ALL);

  /** A condition that does not depend on the row; null for NULL. */
  static Truth certain(@Nullable Boolean value) {
    return value == null ? NULL : value ? YES : YES.not();
  }

  Truth not() {
    return new Truth(no, yes, unknown);
  }

  Truth and(Truth other) {
    return new Truth(
        yes.and(other.yes),
        no.or(other.no),
        unknown.and(other.unknown.or(other.yes)).or(other.unknown.and(yes)));
  }

  Truth or(Truth other) {
    return not().and(other.not()).not();
  }

  /** {@code CASE WHEN this THEN … ELSE … END}. */
  Truth choose(Truth then, Truth otherwise) {
    KeyValues rest = no.or(unknown);
    return new Truth(
        yes.and(then.yes).or(rest.and(otherwise.yes)),
        yes.and(then.no).or(rest.and(otherwise.no)),
        yes.and(then.unknown).or(rest.and(otherwise.unknown)));
  }

  /** This one, where it is not NULL; the other one elsewhere. */
  Truth orElse(Truth other) {
    return new Truth(
        yes.or(unknown.and(other.yes)), no.or(unknown.and(other.no)), unknown.and(other.unknown));
  }

  /** {@code IS TRUE}. */
  Truth isTrue() {
    return new Truth(yes, no.or(unknown), KeyValues.NONE);
  }

  /** {@code IS NULL}. */
  Truth isNull() {
    return new Truth(unknown, yes.or(no), KeyValues.NONE);
  }
}
