package dev.sluice;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One engine, weighed for one query. An engine may be weighed twice: over the tables that the query
 * names, and over what was converted from them.
 *
 * @param query what would be sent; null when refused
 * @param rules the names of the rules that rewrote it, each once, in the order applied
 * @param caveats documented ways in which this engine could answer differently, depending on the
 *     data
 * @param reasons why it is refused; for the others, what had to be rewritten
 * @param twins what is read in the place of tables that the query names; empty where these are
 */
public record Candidate(
    EngineName engine,
    Verdict verdict,
    @Nullable NativeQuery query,
    List<String> rules,
    List<Reason> caveats,
    List<Reason> reasons,
    List<TwinScan> twins) {
  public Candidate {
    rules = List.copyOf(rules);
    caveats = List.copyOf(caveats);
    reasons = List.copyOf(reasons);
    twins = List.copyOf(twins);
    if ((query == null) != (verdict == Verdict.REFUSED)) {
      throw new IllegalArgumentException("A candidate has a query unless it is refused: " + engine);
    }
  }

  /** One over the tables that the query names. */
  public Candidate(
      EngineName engine,
      Verdict verdict,
      @Nullable NativeQuery query,
      List<String> rules,
      List<Reason> caveats,
      List<Reason> reasons) {
    this(engine, verdict, query, rules, caveats, reasons, List.of());
  }

  public boolean isRefused() {
    return verdict == Verdict.REFUSED;
  }

  /** Whether files must be converted before it can be asked. */
  public boolean isDue() {
    return twins.stream().anyMatch(TwinScan::isDue);
  }

  /** The same over other tables than the query names. */
  public Candidate over(List<TwinScan> newTwins) {
    return new Candidate(engine, verdict, query, rules, caveats, reasons, newTwins);
  }

  /** Refused after all. */
  public Candidate refused(List<Reason> why) {
    return new Candidate(engine, Verdict.REFUSED, null, List.of(), caveats, why, twins);
  }

  /** The same with caveats besides its own. */
  public Candidate and(List<Reason> more) {
    List<Reason> all = Stream.concat(caveats.stream(), more.stream()).distinct().toList();
    return new Candidate(engine, verdict, query, rules, all, reasons, twins);
  }

  /** The engine, and the converted tables that it reads: {@code spectrum over web.t_converted}. */
  @Override
  public String toString() {
    return twins.isEmpty()
        ? engine.toString()
        : engine
            + " over "
            + twins.stream().map(twin -> twin.name().toString()).collect(Collectors.joining(", "));
  }
}
