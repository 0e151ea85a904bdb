package dev.sluice.spectrum.sql;

import dev.sluice.DataType;
import dev.sluice.NativeQuery;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.bind.PresentStructs;
import dev.sluice.sql.bind.ResultColumns;
import dev.sluice.sql.dialect.Nodes;
import dev.sluice.sql.rewrite.Remarks;
import dev.sluice.sql.rewrite.ResultRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Whole structs, arrays and maps come back as JSON text, which the session has to be told. While it
 * is on, no path reaches into a nested column, so a query has the one or the other (Amazon Redshift
 * Database Developer Guide, r_json_serialization_enable, 2023-04-24, and serializing-complex-JSON,
 * 2025).
 *
 * <pre>
 * SELECT c.device FROM web.clicks AS c
 * SET json_serialization_enable TO true; SELECT c.device FROM web.clicks AS c
 * </pre>
 */
public final class SerializeNested implements ResultRule {
  private static final String SESSION = "SET json_serialization_enable TO true";
  private static final String SOURCE = Sources.guide2025("serializing-complex-JSON");
  private static final String NAVIGATION = Sources.guide("r_json_serialization_enable");
  private static final String RESTRICTIONS =
      "Amazon Redshift Database Developer Guide, nested-data-restrictions, 2026-09";

  @Override
  public String name() {
    return "serialize-nested";
  }

  @Override
  public Set<Capability> claims() {
    return Set.of(Capability.RETURN_STRUCT, Capability.RETURN_ARRAY, Capability.RETURN_MAP);
  }

  @Override
  public NativeQuery apply(BoundQuery bound, NativeQuery query, Remarks remarks) {
    SqlNode outermost = bound.root() instanceof SqlWith with ? with.body : bound.root();
    Set<String> names = new LinkedHashSet<>();
    for (SqlSelect select : selects(bound.root())) {
      for (int i = 0; i < select.getSelectList().size(); i++) {
        SqlNode item = select.getSelectList().get(i);
        SqlNode bare = bare(item);
        if (bound.typeOf(bare).isNested() && PresentStructs.find(bound, select, bare).isEmpty()) {
          refusal(bound, select, bare, select == outermost)
              .ifPresent(why -> refuse(bound, bare, why, remarks));
          names.add(ResultColumns.name(item, i));
        }
      }
    }
    if (names.isEmpty()) {
      return query;
    }
    refuseNamesakes(bound, names, remarks);
    remarks.applied(name());
    List<String> session = new ArrayList<>(query.session());
    session.add(SESSION);
    return new NativeQuery(query.sql(), session, names, query.structsByField());
  }

  /** Why a nested value cannot come back this way. */
  private static Optional<Refusal> refusal(
      BoundQuery bound, SqlSelect select, SqlNode value, boolean outermost) {
    if (!outermost) {
      return Refusal.of("a subquery or a branch of a set operator cannot return one", RESTRICTIONS);
    } else if (select.isDistinct()) {
      return Refusal.of("the values of SELECT DISTINCT would be compared as JSON text", SOURCE);
    } else if (!isColumn(bound, value)) {
      return Refusal.of("only a top-level column of a table comes back whole", SOURCE);
    } else if (!isSerializable(bound.typeOf(value))) {
      return Refusal.of(
          "how binary values and keys that are no scalars come out as JSON is not" + " documented",
          SOURCE);
    } else if (navigates(bound)) {
      return Refusal.of(
          "the session returns whole nested columns or reads paths into them, not both",
          NAVIGATION);
    }
    return Optional.empty();
  }

  private record Refusal(String why, String source) {
    static Optional<Refusal> of(String why, String source) {
      return Optional.of(new Refusal(why, source));
    }
  }

  private static void refuse(BoundQuery bound, SqlNode at, Refusal refusal, Remarks remarks) {
    DataType type = bound.typeOf(at);
    Capability capability =
        type instanceof DataType.Struct
            ? Capability.RETURN_STRUCT
            : type instanceof DataType.MapOf ? Capability.RETURN_MAP : Capability.RETURN_ARRAY;
    String text = "returning a whole " + type + ": " + refusal.why();
    remarks.refuse(at, capability.name(), text, refusal.source());
  }

  private static boolean isColumn(BoundQuery bound, SqlNode value) {
    return value instanceof SqlIdentifier id
        && bound.reference(id).filter(SerializeNested::isTopLevel).isPresent();
  }

  private static boolean isTopLevel(ColumnReference reference) {
    return reference.item() instanceof FromItem.TableItem && reference.path().isEmpty();
  }

  private static boolean isSerializable(DataType type) {
    if (type instanceof DataType.Array array) {
      return isSerializable(array.element());
    } else if (type instanceof DataType.MapOf map) {
      return !map.key().isNested() && isSerializable(map.key()) && isSerializable(map.value());
    } else if (type instanceof DataType.Struct struct) {
      return struct.fields().stream().allMatch(field -> isSerializable(field.type()));
    }
    return type != DataType.Primitive.BINARY && !(type instanceof DataType.Unsupported);
  }

  private static boolean navigates(BoundQuery bound) {
    return bound.items().stream().anyMatch(FromItem.UnnestItem.class::isInstance)
        || bound.references().stream().anyMatch(reference -> !reference.path().isEmpty());
  }

  /** The client finds the JSON text by the column's name, so no other column may have it. */
  private static void refuseNamesakes(BoundQuery bound, Set<String> names, Remarks remarks) {
    boolean ambiguous =
        bound.columns().stream()
            .anyMatch(column -> names.contains(column.name()) && !column.type().isNested());
    if (ambiguous) {
      remarks.refuse(
          Nodes.nullLiteral(),
          Capability.RETURN_STRUCT.name(),
          "a nested and another column of the result have the same name; give one an alias",
          "Sluice, reading serialised columns by name");
    }
  }

  private static SqlNode bare(SqlNode item) {
    return item instanceof SqlCall as && as.getKind() == SqlKind.AS ? as.operand(0) : item;
  }

  private static List<SqlSelect> selects(SqlNode root) {
    List<SqlSelect> selects = new ArrayList<>();
    root.accept(
        new SqlBasicVisitor<@Nullable Void>() {
          @Override
          public @Nullable Void visit(SqlCall call) {
            if (call instanceof SqlSelect select) {
              selects.add(select);
            }
            return super.visit(call);
          }
        });
    return selects;
  }
}
