package dev.sluice.sql.dialect;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one engine makes of each function and operator, a row each. Keys are the names of Sluice's
 * SQL: {@code substr}, {@code ||}, {@code cast}. What has no row is refused.
 */
public final class FunctionTable {
  /** The row for literals. */
  public static final String LITERAL = "literal";

  /** The row for BETWEEN, negated or not; an engine without one takes it as it stands. */
  public static final String BETWEEN = "between";

  private final Map<String, FunctionForm> forms;
  private final boolean ownsTheSemantics;

  private FunctionTable(Map<String, FunctionForm> forms, boolean ownsTheSemantics) {
    this.forms = Map.copyOf(forms);
    this.ownsTheSemantics = ownsTheSemantics;
  }

  /**
   * For the engine whose semantics Sluice's SQL has: every function that binds is said as it is,
   * unless it has a row.
   */
  public static Builder ofTheOwnSemantics() {
    return new Builder(true);
  }

  public static Builder builder() {
    return new Builder(false);
  }

  /** The form of a function; empty when the engine has none. */
  public Optional<FunctionForm> find(String name) {
    FunctionForm form = forms.get(name.toLowerCase(Locale.ROOT));
    return form == null && ownsTheSemantics
        ? Optional.of(FunctionCall::same)
        : Optional.ofNullable(form);
  }

  /** What the engine makes of literals, where it reads some differently. */
  public Optional<FunctionForm> literals() {
    return Optional.ofNullable(forms.get(LITERAL));
  }

  /** The names that have a row. */
  public java.util.Set<String> names() {
    return new java.util.TreeSet<>(forms.keySet());
  }

  /** Not shareable between threads. */
  public static final class Builder {
    private final Map<String, FunctionForm> forms = new LinkedHashMap<>();
    private final boolean ownsTheSemantics;

    private Builder(boolean ownsTheSemantics) {
      this.ownsTheSemantics = ownsTheSemantics;
    }

    /** Same name, same meaning. */
    public Builder same(String... names) {
      for (String name : names) {
        form(name, FunctionCall::same);
      }
      return this;
    }

    /** Same operands and meaning under another name. */
    public Builder renamed(String name, String nativeName) {
      return form(name, call -> call.call(Nodes.function(nativeName), call.operands()));
    }

    public Builder form(String name, FunctionForm form) {
      if (forms.put(name, form) != null) {
        throw new IllegalArgumentException("Two rows for " + name);
      }
      return this;
    }

    /** The engine has nothing that means the same. */
    public Builder refused(String name, String why, String source) {
      return form(name, call -> call.refuse(why, source));
    }

    public FunctionTable build() {
      return new FunctionTable(forms, ownsTheSemantics);
    }
  }
}
