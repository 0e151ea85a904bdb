package dev.sluice;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer, forward only. Not shareable between threads, except for {@link #cancel()}.
 * The caller closes it; closing early stops the work.
 *
 * <p>Values by type: {@code Boolean}; {@code Byte}, {@code Short}, {@code Integer}, {@code Long};
 * {@code Float}, {@code Double}; {@code BigDecimal} with the type's scale; {@code String}; {@code
 * byte[]}; {@code LocalDate}; {@code LocalDateTime}; {@code OffsetDateTime} for a timestamp with
 * time zone; {@link StructValue}; {@code List}; {@code Map} in the order the engine gave. NULL is
 * {@code null}.
 */
public interface Rows extends AutoCloseable {

  List<ResultColumn> columns();

  /**
   * Moves to the next row.
   *
   * @return false after the last one
   * @throws SluiceException with {@link ErrorCode#ENGINE_FAILED}, {@link
   *     ErrorCode#ENGINE_UNAVAILABLE} or {@link ErrorCode#CANCELLED}
   */
  boolean next();

  /** A value of the current row; {@code column} counts from 0. */
  @Nullable Object value(int column);

  /** What the user should know of this answer, complete once {@link #next()} has returned false. */
  List<String> warnings();

  /**
   * What the engine says of the work; known once {@link #next()} has answered for the first time.
   */
  default QueryStatistics statistics() {
    return QueryStatistics.NONE;
  }

  /**
   * The rows that are left, each as what {@code reader} makes of the row that these rows are at. A
   * stream of one thread; closing it closes the rows.
   */
  default <T extends @Nullable Object> Stream<T> stream(
      Function<? super Rows, ? extends T> reader) {
    Iterator<T> rows =
        new Iterator<>() {
          private boolean isAhead;
          private boolean hasNext;

          @Override
          public boolean hasNext() {
            if (!isAhead) {
              hasNext = Rows.this.next();
              isAhead = true;
            }
            return hasNext;
          }

          @Override
          public T next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            isAhead = false;
            return reader.apply(Rows.this);
          }
        };
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
        .onClose(this::close);
  }

  /** Stops the work; safe from any thread, and after the end. */
  void cancel();

  @Override
  void close();
}
