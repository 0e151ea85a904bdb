package dev.sluice.tests;

import dev.sluice.Candidate;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.InMemoryCatalog;
import dev.sluice.KeyRanges;
import dev.sluice.Partitions;
import dev.sluice.Plan;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.SqlParser;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of any text: planning answers, in reasonable time, with a plan or with an error of
 * the user's; the same way twice; and Athena's text is one that Trino's parser takes.
 */
public final class FuzzTarget {
  private static final EngineName ATHENA = EngineName.of("athena");

  /** Trino's parser takes longer than its worth for more, or runs out of stack. */
  private static final int LONGEST_JUDGED = 20_000;

  private static final SqlParser TRINO = new SqlParser();

  /** The clock stands still, so that the same text is planned the same way twice. */
  private static final Sluice SLUICE =
      Sluice.builder()
          .configuration(SluiceConfiguration.builder().clock(Golden.CLOCK).build())
          .catalog(inMemory())
          .open();

  private FuzzTarget() {}

  /** Called by Jazzer first: what loads and instruments classes must not count as a hang. */
  public static void fuzzerInitialize() {
    Golden.all().forEach(golden -> check(golden.query()));
  }

  /** Called by Jazzer with each input it makes up. */
  public static void fuzzerTestOneInput(byte[] input) {
    check(FuzzText.decode(input));
  }

  /** Throws an error that holds the text where planning does not keep its promises. */
  static void check(String sql) {
    Answer answer = Answer.to(sql);
    if (!answer.equals(Answer.to(sql))) {
      throw new AssertionError("Two plans differ for: " + sql);
    }
    if (answer.plan() != null) {
      judge(sql, answer.plan());
    }
  }

  private static void judge(String sql, Plan plan) {
    String text =
        plan.decision().candidate(ATHENA).map(Candidate::query).map(q -> q.sql()).orElse("");
    if (text.isEmpty() || text.length() > LONGEST_JUDGED) {
      return;
    }
    try {
      TRINO.createStatement(text);
    } catch (ParsingException e) {
      if (!isOutOfStack(e)) {
        throw new AssertionError("Trino does not read: " + text + "\nmade of: " + sql, e);
      }
    } catch (StackOverflowError e) {
      // The judge gives up; that is no fault of the text.
    }
  }

  private static boolean isOutOfStack(ParsingException e) {
    return String.valueOf(e.getMessage()).contains("stack overflow");
  }

  /** What planning gave. */
  private record Answer(@Nullable Plan plan, @Nullable ErrorCode code, @Nullable String message) {
    static Answer to(String sql) {
      try {
        return new Answer(SLUICE.plan(sql), null, null);
      } catch (SluiceException e) {
        requireUsers(sql, e);
        return new Answer(null, e.code(), e.getMessage());
      } catch (RuntimeException | Error e) {
        throw new AssertionError("Planning failed for: " + sql, e);
      }
    }

    /** A stack that overflowed was caught, but no limit should have let it come to that. */
    private static void requireUsers(String sql, SluiceException e) {
      ErrorCode.Category category = e.code().category();
      boolean users =
          category == ErrorCode.Category.USER || category == ErrorCode.Category.UNSUPPORTED;
      if (!users || e.getCause() instanceof VirtualMachineError) {
        throw new AssertionError("Planning failed for: " + sql, e);
      }
    }
  }

  /**
   * The fixture lake without its files, which nobody wants to look at a thousand times a second.
   */
  private static InMemoryCatalog inMemory() {
    InMemoryCatalog.Builder copy = InMemoryCatalog.builder();
    try (Sluice lake = Golden.open()) {
      for (String database : lake.catalog().databases()) {
        for (Table table : lake.catalog().tables(database)) {
          List<KeyRanges> all =
              table.partitionKeys().stream().map(key -> KeyRanges.all(key.name())).toList();
          if (lake.catalog().partitions(table, all) instanceof Partitions.Known known) {
            copy.table(table, Objects.requireNonNull(known.listed()));
          } else {
            copy.table(table);
          }
        }
      }
    }
    return copy.build();
  }
}
