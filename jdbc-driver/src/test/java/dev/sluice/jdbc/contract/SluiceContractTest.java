package dev.sluice.jdbc.contract;

import dev.sluice.jdbc.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Sluice's driver; what its engine is asked, H2 answers. */
class SluiceContractTest {
  @RegisterExtension
  static final ExecutedChecks CHECKS = new ExecutedChecks(SluiceContractTest.class, 300);

  private record Lake(Path folder) implements DriverUnderTest {
    static Lake in(Path folder) throws IOException {
      return new Lake(TestLake.write(folder));
    }

    @Override
    public Connection open() throws SQLException {
      return TestLake.connect(folder, "workgroup=h2");
    }

    @Override
    public boolean isSluice() {
      return true;
    }
  }

  @Nested
  class Conversions extends ConversionContract {
    Conversions(@TempDir Path folder) throws IOException, SQLException {
      super(Lake.in(folder));
    }
  }
}
