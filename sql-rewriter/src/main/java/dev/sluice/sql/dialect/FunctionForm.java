package dev.sluice.sql.dialect;

import org.apache.calcite.sql.SqlNode;

/** One row of a dialect's function table: what becomes of a call. */
@FunctionalInterface
public interface FunctionForm {

  /** The call in the engine's words; refuses through {@link FunctionCall#refuse}. */
  SqlNode call(FunctionCall call);

  /**
   * What has to stand around the whole call, outside FILTER and OVER: a cast of an aggregate, say.
   */
  default SqlNode around(FunctionCall call, SqlNode whole) {
    return whole;
  }

  /** The same form with a cast to the user's result type around the whole. */
  default FunctionForm castToResult() {
    FunctionForm inner = this;
    return new FunctionForm() {
      @Override
      public SqlNode call(FunctionCall call) {
        return inner.call(call);
      }

      @Override
      public SqlNode around(FunctionCall call, SqlNode whole) {
        return call.cast(inner.around(call, whole), call.resultType());
      }
    };
  }
}
