package dev.sluice.sql.plan;

import dev.sluice.Candidate;
import dev.sluice.EngineName;
import dev.sluice.NativeQuery;
import dev.sluice.PlanOptions;
import dev.sluice.Reason;
import dev.sluice.SqlPosition;
import dev.sluice.Verdict;
import dev.sluice.matrix.Assessment;
import dev.sluice.matrix.Capability;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.matrix.Requirement;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.detect.Detectors;
import dev.sluice.sql.detect.Subject;
import dev.sluice.sql.dialect.Dialect;
import dev.sluice.sql.prune.Pruning;
import dev.sluice.sql.rewrite.Remarks;
import dev.sluice.sql.rewrite.Rewriting;
import dev.sluice.sql.rewrite.Rule;
import dev.sluice.sql.rewrite.StarRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Weighs each engine for one query: first by the matrix, then by trying to say it there. */
final class Candidates {
  /** What no engine minds (Amazon Athena User Guide, service-limits, 2026-04). */
  private static final int LONG_TEXT_BYTES = 262_144;

  /** Of one UTF-16 unit, in UTF-8. */
  private static final int MOST_BYTES_OF_ONE = 3;

  private final CapabilityMatrix matrix;
  private final Map<EngineName, Dialect> dialects;
  private final Visibility visibility;

  Candidates(CapabilityMatrix matrix, Map<EngineName, Dialect> dialects, Visibility visibility) {
    this.matrix = matrix;
    this.dialects = dialects;
    this.visibility = visibility;
  }

  /** Each engine over what is read. */
  List<Candidate> weigh(Reading reading, Set<String> schemaNames, PlanOptions options) {
    List<Requirement> requirements =
        Detectors.detect(
            new Subject(reading.bound(), reading.scans(), schemaNames, reading.drift()));
    Pruning pruning = reading.pruning().confirmed(reading.scans());
    return weigh(reading.bound(), pruning, requirements, schemaNames, options).stream()
        .map(candidate -> candidate.over(reading.twins()))
        .toList();
  }

  private List<Candidate> weigh(
      BoundQuery bound,
      Pruning pruning,
      List<Requirement> requirements,
      Set<String> schemaNames,
      PlanOptions options) {
    List<Candidate> candidates = new ArrayList<>();
    for (EngineName engine : matrix.engines()) {
      Dialect dialect = dialects.get(engine);
      List<Requirement> all = new ArrayList<>(requirements);
      all.addAll(visibility.hidden(engine, bound, requirements));
      if (dialect != null) {
        all.addAll(Visibility.unspoken(dialect, bound, requirements));
      }
      Assessment assessment = matrix.assess(engine, all);
      candidates.add(
          dialect == null || assessment.refused()
              ? refused(engine, reasons(engine, dialect, assessment), assessment.caveats())
              : candidate(assessment, bound, pruning, schemaNames, dialect, options));
    }
    return candidates;
  }

  private static List<Reason> reasons(
      EngineName engine, @Nullable Dialect dialect, Assessment assessment) {
    if (assessment.refused() || dialect != null) {
      return assessment.reasons();
    }
    return List.of(
        new Reason(
            "OTHER_SYNTAX",
            null,
            null,
            null,
            "no dialect for " + engine + " is on the class path",
            "dev.sluice:dialect-" + engine));
  }

  private Candidate candidate(
      Assessment assessment,
      BoundQuery bound,
      Pruning pruning,
      Set<String> schemaNames,
      Dialect dialect,
      PlanOptions options) {
    Rewriting rewriting =
        Rewriting.of(
            bound, pruning, schemaNames, dialect, table -> visibility.name(dialect, table));
    Remarks remarks = rewriting.remarks();
    Assessment length = length(dialect.engine(), rewriting.query());
    List<Reason> caveats = new ArrayList<>(assessment.caveats());
    caveats.addAll(remarks.caveats());
    caveats.addAll(length.caveats());
    if (!remarks.refusals().isEmpty()) {
      return refused(dialect.engine(), remarks.refusals(), caveats);
    } else if (length.refused()) {
      return refused(dialect.engine(), length.reasons(), caveats);
    }
    if (options.strict() && !caveats.isEmpty()) {
      return refused(dialect.engine(), caveats, caveats);
    }
    List<String> rules = rules(assessment, remarks, dialect);
    boolean asItIs = rules.isEmpty();
    return new Candidate(
        dialect.engine(),
        asItIs ? Verdict.NATIVE : Verdict.REWRITTEN,
        rewriting.query(),
        rules,
        caveats,
        asItIs ? List.of() : assessment.reasons());
  }

  /** What the engine makes of the text's length, which only the text as it is sent has. */
  private Assessment length(EngineName engine, NativeQuery query) {
    if (query.sql().length() <= LONG_TEXT_BYTES / MOST_BYTES_OF_ONE) {
      return matrix.assess(engine, List.of());
    }
    int bytes = query.sql().getBytes(StandardCharsets.UTF_8).length;
    Requirement length =
        new Requirement(Capability.LONG_QUERY, null, null, new SqlPosition(1, 1), bytes + " bytes");
    return matrix.assess(engine, bytes > LONG_TEXT_BYTES ? List.of(length) : List.of());
  }

  /** The star is gone before any rule runs; it counts where the engine could not have taken it. */
  private static List<String> rules(Assessment assessment, Remarks remarks, Dialect dialect) {
    Stream<String> star =
        dialect.rules().stream()
            .filter(StarRule.class::isInstance)
            .map(Rule::name)
            .filter(assessment.rules()::contains);
    return Stream.concat(star, remarks.rules().stream()).distinct().toList();
  }

  private static Candidate refused(EngineName engine, List<Reason> reasons, List<Reason> caveats) {
    return new Candidate(engine, Verdict.REFUSED, null, List.of(), caveats, reasons);
  }
}
