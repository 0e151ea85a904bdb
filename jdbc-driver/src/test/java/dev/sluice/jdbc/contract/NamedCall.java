package dev.sluice.jdbc.contract;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A call with its name, for tables of calls. One whose name begins with {@code ~} H2 does not
 * refuse, or does more than the standard has it do, so that Sluice alone is held against it.
 */
record NamedCall<T>(String name, Call<T> call) {
  /** What is called. */
  interface Call<T> {
    void on(T object) throws SQLException;
  }

  /** One with the calls' names, which are in the same order. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  static <T> Stream<NamedCall<T>> all(String names, Call<T>... calls) {
    String[] each = names.strip().split("\\s+", -1);
    if (each.length != calls.length) {
      throw new IllegalArgumentException(each.length + " names for " + calls.length + " calls");
    }
    return Arrays.stream(calls)
        .map(call -> new NamedCall<>(each[Arrays.asList(calls).indexOf(call)], call));
  }

  boolean isFor(DriverUnderTest driver) {
    return driver.isSluice() || !name.startsWith("~");
  }

  @Override
  public String toString() {
    return name;
  }
}
