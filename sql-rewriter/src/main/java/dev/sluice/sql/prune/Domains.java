package dev.sluice.sql.prune;

import org.apache.calcite.sql.SqlNode;

/** What is known of the values of an expression in the rows that matter. */
interface Domains {
  Domains NOTHING_KNOWN =
      new Domains() {
        @Override
        public KeyValues of(SqlNode expression) {
          return KeyValues.ALL;
        }

        @Override
        public KeyValues ofQuery(SqlNode query) {
          return KeyValues.ALL;
        }
      };

  /** At least every text that the expression can be. */
  KeyValues of(SqlNode expression);

  /** At least every text that the query's only column can be. */
  KeyValues ofQuery(SqlNode query);
}
