package dev.sluice.jdbc;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Plan;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.RunOptions;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.StructValue;
import dev.sluice.spi.EngineProvider;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An Athena that makes up its rows: of workgroup {@code rows-3} three, each second one of NULLs; of
 * workgroup {@code hangs} none, until it is cancelled; of workgroup {@code h2} those that H2 gives
 * for Athena's text; of workgroup {@code echo} numbers of the query's own. It counts what it is
 * asked.
 */
public final class MadeUpAthena implements EngineProvider {
  static final AtomicInteger ASKED = new AtomicInteger();

  /** What the latest query was called. */
  static final AtomicReference<Optional<String>> LAST_TAG = new AtomicReference<>(Optional.empty());

  @Override
  public EngineName name() {
    return EngineName.of("athena");
  }

  @Override
  public Optional<Engine> open(SluiceConfiguration configuration) {
    String workgroup = configuration.engine(name()).get("workgroup");
    if (workgroup == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (workgroup) {
          case "h2" -> H2Engine.open(name());
          case "echo" -> new EchoEngine(name());
          default -> new Made(workgroup);
        });
  }

  private record Made(String workgroup) implements Engine {
    @Override
    public EngineName name() {
      return EngineName.of("athena");
    }

    @Override
    public Rows run(Plan plan, RunOptions options) {
      LAST_TAG.set(options.tag());
      return run(plan, options.listener());
    }

    @Override
    public Rows run(Plan plan, RunListener listener) {
      ASKED.incrementAndGet();
      int count =
          workgroup.startsWith("rows-")
              ? Integer.parseInt(workgroup.substring("rows-".length()))
              : -1;
      return new MadeRows(plan.columns(), count);
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  private static final class MadeRows implements Rows {
    private final List<ResultColumn> columns;
    private final int count;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private int row;

    MadeRows(List<ResultColumn> columns, int count) {
      this.columns = columns;
      this.count = count;
    }

    @Override
    public List<ResultColumn> columns() {
      return columns;
    }

    @Override
    public boolean next() {
      if (count < 0) {
        await();
      }
      if (cancelled.getCount() == 0) {
        throw new SluiceException(ErrorCode.CANCELLED, "The query was cancelled");
      }
      return row++ < count;
    }

    private void await() {
      try {
        cancelled.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public @Nullable Object value(int column) {
      return row % 2 == 0 ? null : made(columns.get(column).type());
    }

    @Override
    public List<String> warnings() {
      return List.of("made up");
    }

    @Override
    public void cancel() {
      cancelled.countDown();
    }

    @Override
    public void close() {
      cancelled.countDown();
    }
  }

  private static Object made(DataType type) {
    if (type instanceof Primitive primitive) {
      return switch (primitive) {
        case BOOLEAN -> true;
        case TINYINT -> (byte) 7;
        case SMALLINT -> (short) 300;
        case INTEGER -> 70_000;
        case BIGINT -> 5_000_000_000L;
        case REAL -> 1.5f;
        case DOUBLE -> 2.25;
        case STRING -> "text";
        case BINARY -> "bytes".getBytes(StandardCharsets.UTF_8);
        case DATE -> LocalDate.of(2019, 3, 27);
        case TIMESTAMP -> LocalDateTime.of(2019, 3, 27, 16, 0, 0, 5_000_000);
        case TIMESTAMP_WITH_TIME_ZONE ->
            OffsetDateTime.of(2019, 3, 27, 16, 0, 0, 0, ZoneOffset.ofHours(2));
        case UNKNOWN -> "unknown";
      };
    } else if (type instanceof DataType.Decimal decimal) {
      return new BigDecimal("12.5").setScale(decimal.scale());
    } else if (type instanceof DataType.Struct struct) {
      return new StructValue(
          struct.fields().stream().map(DataType.Field::name).toList(),
          struct.fields().stream().map(field -> made(field.type())).toList());
    } else if (type instanceof DataType.Array array) {
      return List.of(made(array.element()));
    } else if (type instanceof DataType.MapOf map) {
      return Map.of(made(map.key()), made(map.value()));
    }
    return "text";
  }
}
