package dev.sluice.sql.information;

import dev.sluice.Catalog;
import dev.sluice.Table;
import dev.sluice.sql.bind.InformationSchema;
import dev.sluice.sql.parse.SluiceConformance;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableInterpretable;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.interpreter.Bindables;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.ConventionTraitDef;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelCollationTraitDef;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.JoinPushThroughJoinRule;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.runtime.Bindable;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.sql2rel.StandardConvertletTable;
import org.apache.calcite.tools.Programs;
import org.apache.calcite.util.Pair;
import org.jspecify.annotations.Nullable;

/** Has Calcite answer a query of {@code information_schema} out of the catalog. */
final class LocalQuery {
  /** As Trino has it, texts of different lengths are not padded to the longest. */
  private static final RelDataTypeSystem VARYING =
      new RelDataTypeSystemImpl() {
        @Override
        public boolean shouldConvertRaggedUnionTypesToVarying() {
          return true;
        }
      };

  private final JavaTypeFactoryImpl types =
      new JavaTypeFactoryImpl(VARYING) {
        @Override
        public Charset getDefaultCharset() {
          return StandardCharsets.UTF_8;
        }
      };

  private final CalciteSchema root = CalciteSchema.createRootSchema(false, false);
  private final CalciteCatalogReader reader;

  LocalQuery(Catalog catalog) {
    Map<String, org.apache.calcite.schema.Table> tables = new HashMap<>();
    for (Table table : InformationSchema.tables()) {
      tables.put(table.name().table(), new ListedTable(catalog, table));
    }
    AbstractSchema schema =
        new AbstractSchema() {
          @Override
          protected Map<String, org.apache.calcite.schema.Table> getTableMap() {
            return tables;
          }
        };
    root.add(InformationSchema.NAME, schema);
    root.add(Listing.CATALOG, new AbstractSchema()).add(InformationSchema.NAME, schema);
    Properties properties = new Properties();
    properties.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "false");
    this.reader =
        new CalciteCatalogReader(
            root, List.of(), types, new CalciteConnectionConfigImpl(properties));
  }

  /**
   * The rows: texts, numbers, truth values and NULLs.
   *
   * @throws RuntimeException of Calcite's, for what it does not know
   */
  List<List<@Nullable Object>> rows(SqlNode query) {
    SqlValidator validator =
        SqlValidatorUtil.newValidator(
            SqlStdOperatorTable.instance(),
            reader,
            types,
            SqlValidator.Config.DEFAULT
                .withConformance(SluiceConformance.INSTANCE)
                .withDefaultNullCollation(NullCollation.LAST));
    VolcanoPlanner planner = new VolcanoPlanner(null, Contexts.empty());
    planner.addRelTraitDef(ConventionTraitDef.INSTANCE);
    planner.addRelTraitDef(RelCollationTraitDef.INSTANCE);
    RelOptUtil.registerDefaultRules(planner, false, false);
    // Of what is interpreted, only scans, which take filters along: its aggregates know less.
    planner.addRule(Bindables.BINDABLE_TABLE_SCAN_RULE);
    planner.addRule(CoreRules.FILTER_SCAN);
    planner.addRule(EnumerableRules.TO_INTERPRETER);
    // Orders of joins to choose from grow faster than anything that is won by the best.
    planner.removeRule(CoreRules.JOIN_COMMUTE);
    planner.removeRule(CoreRules.JOIN_ASSOCIATE);
    planner.removeRule(JoinPushThroughJoinRule.LEFT);
    planner.removeRule(JoinPushThroughJoinRule.RIGHT);
    RelRoot logical =
        new SqlToRelConverter(
                (row, view, path, of) -> {
                  throw new UnsupportedOperationException("views");
                },
                validator,
                reader,
                RelOptCluster.create(planner, new RexBuilder(types)),
                StandardConvertletTable.INSTANCE,
                SqlToRelConverter.config())
            .convertQuery(validator.validate(query), false, true);
    RelTraitSet traits =
        logical
            .rel
            .getTraitSet()
            .replace(EnumerableConvention.INSTANCE)
            .replace(logical.collation)
            .simplify();
    RelNode physical = Programs.standard().run(planner, logical.rel, traits, List.of(), List.of());
    return run((EnumerableRel) physical, Pair.left(logical.fields));
  }

  /**
   * @param wanted the columns that were asked for: others are there to sort by
   */
  private List<List<@Nullable Object>> run(EnumerableRel physical, List<Integer> wanted) {
    Map<String, Object> stash = new HashMap<>();
    Bindable<?> bindable =
        EnumerableInterpretable.toBindable(stash, null, physical, EnumerableRel.Prefer.ARRAY);
    boolean isOne = physical.getRowType().getFieldCount() == 1;
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Object row : bindable.bind(new Context(stash))) {
      List<@Nullable Object> whole =
          isOne ? Collections.singletonList(row) : Arrays.asList((Object[]) row);
      List<@Nullable Object> asked = new ArrayList<>();
      wanted.forEach(place -> asked.add(whole.get(place)));
      rows.add(asked);
    }
    return rows;
  }

  /** What the compiled query is run with. */
  private final class Context implements DataContext {
    private final Map<String, Object> variables;

    Context(Map<String, Object> variables) {
      this.variables = variables;
    }

    @Override
    public SchemaPlus getRootSchema() {
      return root.plus();
    }

    @Override
    public JavaTypeFactory getTypeFactory() {
      return types;
    }

    @Override
    public QueryProvider getQueryProvider() {
      throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Object get(String name) {
      return variables.get(name);
    }
  }
}
