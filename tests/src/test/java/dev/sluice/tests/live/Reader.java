package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Rows;
import dev.sluice.SluiceException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows that are numbered from 0 in their first column, and holds them to it: none may be
 * missing, none may come twice, and what has failed must not go on.
 */
final class Reader {
  private Reader() {}

  /** How far reading came, and what ended it. */
  record Outcome(long rows, @Nullable SluiceException failure) {
    /** All of it. */
    static Outcome whole(long rows) {
      return new Outcome(rows, null);
    }

    SluiceException error() {
      if (failure == null) {
        throw new AssertionError("All " + rows + " rows came");
      }
      return failure;
    }
  }

  static Outcome read(Rows rows) {
    long count = 0;
    try {
      while (rows.next()) {
        assertThat(Objects.requireNonNull(rows.value(0))).isEqualTo(count);
        count++;
      }
      assertThat(rows.next()).isFalse();
      return Outcome.whole(count);
    } catch (SluiceException e) {
      assertStaysFailed(rows, e);
      return new Outcome(count, e);
    }
  }

  private static void assertStaysFailed(Rows rows, SluiceException first) {
    try {
      assertThat(rows.next()).as("a row behind a gap").isFalse();
      throw new AssertionError("What failed is taken for the end");
    } catch (SluiceException again) {
      assertThat(again).isSameAs(first);
    }
  }
}
