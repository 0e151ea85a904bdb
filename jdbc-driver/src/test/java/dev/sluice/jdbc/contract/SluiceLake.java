package dev.sluice.jdbc.contract;

import dev.sluice.jdbc.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Sluice's driver; what its engine is asked, H2 answers. */
record SluiceLake(Path folder) implements DriverUnderTest {
  static SluiceLake in(Path folder) throws IOException {
    return new SluiceLake(TestLake.write(folder));
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
