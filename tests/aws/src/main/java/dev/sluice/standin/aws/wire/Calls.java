package dev.sluice.standin.aws.wire;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Every call that came, the refused ones too. Safe for use by several threads. */
public final class Calls {
  private final List<Made> made = new CopyOnWriteArrayList<>();

  /**
   * A call.
   *
   * @param caller null when the caller could not be told
   * @param request its body
   * @param error the code of the error that it got; null for none
   */
  public record Made(
      String operation, @Nullable Caller caller, String request, @Nullable String error) {}

  void add(Made call) {
    made.add(call);
  }

  public List<Made> all() {
    return List.copyOf(made);
  }

  /** How many calls of an operation came. */
  public int count(String operation) {
    return (int) made.stream().filter(call -> call.operation().equals(operation)).count();
  }

  public void clear() {
    made.clear();
  }
}
