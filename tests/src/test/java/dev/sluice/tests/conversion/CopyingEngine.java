package dev.sluice.tests.conversion;

import dev.sluice.Conversion;
import dev.sluice.ConvertedFiles;
import dev.sluice.Converter;
import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Partition;
import dev.sluice.Plan;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** In the place of Spark: converts files by copying them, a byte at a time, as it were. */
final class CopyingEngine implements Engine {
  static final EngineName SPARK = EngineName.of("spark");

  final AtomicInteger conversions = new AtomicInteger();
  private final Step step;

  /** What is said to tell how files are read. */
  Optional<Path> schema = Optional.empty();

  /** What happens while a partition is converted: after its first file was copied. */
  interface Step {
    void take(Conversion conversion) throws InterruptedException;
  }

  CopyingEngine(Step step) {
    this.step = step;
  }

  @Override
  public EngineName name() {
    return SPARK;
  }

  @Override
  public Rows run(Plan plan, RunListener listener) {
    throw new UnsupportedOperationException("It converts files only");
  }

  @Override
  public Optional<Converter> converter() {
    return Optional.of(
        new Converter() {
          @Override
          public EngineName engine() {
            return SPARK;
          }

          @Override
          public Optional<String> schemaLocation(Table table) {
            return schema.map(Path::toString);
          }

          @Override
          public ConvertedFiles convert(Conversion conversion, RunListener listener) {
            return copied(conversion);
          }
        });
  }

  private ConvertedFiles copied(Conversion conversion) {
    conversions.incrementAndGet();
    Partition partition = conversion.partition();
    Storage storage = partition == null ? conversion.source().storage() : partition.storage();
    Path target = Path.of(conversion.location());
    try (Stream<Path> files = Files.list(Path.of(String.valueOf(storage.location())))) {
      Files.createDirectories(target);
      long rows = 0;
      for (Path file : files.sorted().toList()) {
        Files.writeString(target.resolve(file.getFileName()), "");
        if (rows++ == 0) {
          step.take(conversion);
        }
        Files.writeString(target.resolve(file.getFileName()), Files.readString(file));
      }
      return new ConvertedFiles(rows, List.of());
    } catch (IOException e) {
      throw new SluiceException(ErrorCode.ENGINE_FAILED, "Cannot copy: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException(ErrorCode.CANCELLED, "The conversion was cancelled");
    }
  }

  @Override
  public void close() {}
}
