package dev.sluice.spark.worker;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode_outer;

import dev.sluice.RowShape;
import dev.sluice.RowShape.ShapedColumn;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes rows of another shape of rows. */
record Shaping(RowShape shape) {
  /** No column of a catalog is called so: Glue's names have no such characters. */
  private static final String POSITION = "\u0001position";

  private static final String ELEMENT = "\u0001element";

  Dataset<Row> of(Dataset<Row> rows) {
    Dataset<Row> exploded =
        shape.explode().isEmpty()
            ? rows
            : rows.select(
                col("*"),
                posexplode_outer(path(shape.explode())).as(new String[] {POSITION, ELEMENT}));
    return exploded.select(shape.columns().stream().map(Shaping::column).toArray(Column[]::new));
  }

  private static Column column(ShapedColumn shaped) {
    Column value =
        switch (shaped.origin()) {
          case ROW -> path(shaped.path());
          case ELEMENT -> below(col(quoted(ELEMENT)), shaped.path());
          case POSITION ->
              col(quoted(POSITION)).plus(lit(1)).cast(SparkTypes.of(shaped.column().type()));
        };
    return value.as(shaped.column().name());
  }

  private static Column path(List<String> path) {
    return below(col(quoted(path.get(0))), path.subList(1, path.size()));
  }

  private static Column below(Column value, List<String> fields) {
    Column inner = value;
    for (String field : fields) {
      inner = inner.getField(field);
    }
    return inner;
  }

  private static String quoted(String name) {
    return ColumnarFiles.quoted(name);
  }
}
