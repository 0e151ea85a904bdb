package dev.sluice.sql.rewrite;

import dev.sluice.NativeQuery;
import dev.sluice.Table;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.dialect.Dialect;
import dev.sluice.sql.prune.Pruning;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.calcite.sql.SqlNode;

/** A bound query in one engine's words, and what came up on the way there. */
public record Rewriting(NativeQuery query, Remarks remarks) {

  /**
   * Rewrites and prints.
   *
   * @param schemaNames names that no alias may have
   * @param tableNames the parts of each table's name in the engine
   */
  public static Rewriting of(
      BoundQuery bound,
      Pruning pruning,
      Set<String> schemaNames,
      Dialect dialect,
      Function<Table, List<String>> tableNames) {
    Remarks remarks = new Remarks();
    Target target =
        new Target(bound, pruning, new Aliases(bound, schemaNames), dialect, tableNames, remarks);
    if (target.aliases().movedFromSchemas()) {
      target.rules(NamedRule.class).stream()
          .filter(rule -> rule.claims().contains(Capability.ALIAS_OF_A_SCHEMA))
          .forEach(rule -> remarks.applied(rule.name()));
    }
    SqlNode inside = new QueryRewriter(target).query(bound.root());
    SqlNode rewritten =
        target
            .rule(OutputRule.class)
            .map(rule -> new ChangedOutput(rule, bound.columns(), remarks).of(inside))
            .orElse(inside);
    Set<Integer> structs =
        target.rule(StructToLeaves.class).map(rule -> rule.columns(bound)).orElse(Set.of());
    if (!structs.isEmpty()) {
      remarks.applied(target.rule(StructToLeaves.class).get().name());
    }
    NativeQuery query = new NativeQuery(print(rewritten, dialect), List.of(), Set.of(), structs);
    Optional<ResultRule> rule = target.rule(ResultRule.class);
    return new Rewriting(rule.isEmpty() ? query : rule.get().apply(bound, query, remarks), remarks);
  }

  private static String print(SqlNode node, Dialect dialect) {
    return node.toSqlString(
            config ->
                config
                    .withDialect(dialect.printer())
                    .withQuoteAllIdentifiers(true)
                    .withAlwaysUseParentheses(false)
                    .withIndentation(2)
                    .withClauseStartsLine(true)
                    .withSelectListItemsOnSeparateLines(false)
                    .withSubQueryStyle(org.apache.calcite.sql.SqlWriter.SubQueryStyle.HYDE)
                    .withLineFolding(org.apache.calcite.sql.SqlWriterConfig.LineFolding.WIDE))
        .getSql()
        .replace("\r\n", "\n");
  }
}
