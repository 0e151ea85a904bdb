package dev.sluice.jdbc.contract;

import dev.sluice.jdbc.H2Tables;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** H2's driver, so that the contract is none of Sluice's habits. */
class H2ContractTest {
  @RegisterExtension
  static final ExecutedChecks CHECKS = new ExecutedChecks(H2ContractTest.class, 1300);

  private static final DriverUnderTest H2 =
      new DriverUnderTest() {
        @Override
        public Connection open() throws SQLException {
          return H2Tables.connect();
        }

        @Override
        public boolean isSluice() {
          return false;
        }
      };

  @Nested
  class Conversions extends ConversionContract {
    Conversions() throws SQLException {
      super(H2);
    }
  }

  @Nested
  class MetaDataColumns extends MetaDataColumnsContract {
    MetaDataColumns() throws SQLException {
      super(H2);
    }
  }

  @Nested
  class DatabaseMetaData extends DatabaseMetaDataContract {
    DatabaseMetaData() throws SQLException {
      super(H2);
    }
  }

  @Nested
  class ResultColumns extends ResultColumnsContract {
    ResultColumns() throws SQLException {
      super(H2);
    }
  }

  @Nested
  class Cursors extends CursorContract {
    Cursors() throws SQLException {
      super(H2);
    }
  }

  @Nested
  class Statements extends StatementContract {
    Statements() throws SQLException {
      super(H2);
    }
  }

  @Nested
  class Connections extends ConnectionContract {
    Connections() throws SQLException {
      super(H2);
    }
  }

  @Nested
  class PreparedStatements extends PreparedStatementContract {
    PreparedStatements() throws SQLException {
      super(H2);
    }
  }

  @Nested
  class Escapes extends EscapeContract {
    Escapes() throws SQLException {
      super(H2);
    }
  }
}
