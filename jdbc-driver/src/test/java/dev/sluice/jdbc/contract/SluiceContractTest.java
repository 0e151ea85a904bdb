package dev.sluice.jdbc.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Sluice's driver. */
class SluiceContractTest {
  @RegisterExtension
  static final ExecutedChecks CHECKS = new ExecutedChecks(SluiceContractTest.class, 1500);

  @Nested
  class Conversions extends ConversionContract {
    Conversions(@TempDir Path folder) throws IOException, SQLException {
      super(SluiceLake.in(folder));
    }
  }

  @Nested
  class MetaDataColumns extends MetaDataColumnsContract {
    MetaDataColumns(@TempDir Path folder) throws IOException, SQLException {
      super(SluiceLake.in(folder));
    }
  }

  @Nested
  class DatabaseMetaData extends DatabaseMetaDataContract {
    DatabaseMetaData(@TempDir Path folder) throws IOException, SQLException {
      super(SluiceLake.in(folder));
    }
  }

  @Nested
  class ResultColumns extends ResultColumnsContract {
    ResultColumns(@TempDir Path folder) throws IOException, SQLException {
      super(SluiceLake.in(folder));
    }
  }

  @Nested
  class Cursors extends CursorContract {
    Cursors(@TempDir Path folder) throws IOException, SQLException {
      super(SluiceLake.in(folder));
    }
  }

  @Nested
  class Statements extends StatementContract {
    Statements(@TempDir Path folder) throws IOException, SQLException {
      super(SluiceLake.in(folder));
    }
  }

  @Nested
  class Connections extends ConnectionContract {
    Connections(@TempDir Path folder) throws IOException, SQLException {
      super(SluiceLake.in(folder));
    }
  }

  @Nested
  class PreparedStatements extends PreparedStatementContract {
    PreparedStatements(@TempDir Path folder) throws IOException, SQLException {
      super(SluiceLake.in(folder));
    }
  }

  @Nested
  class Escapes extends EscapeContract {
    Escapes(@TempDir Path folder) throws IOException, SQLException {
      super(SluiceLake.in(folder));
    }
  }
}
