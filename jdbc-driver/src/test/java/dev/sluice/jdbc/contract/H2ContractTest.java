package dev.sluice.jdbc.contract;

import dev.sluice.jdbc.H2Tables;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** H2's driver, so that the contract is none of Sluice's habits. */
class H2ContractTest {
  @RegisterExtension
  static final ExecutedChecks CHECKS = new ExecutedChecks(H2ContractTest.class, 300);

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
}
