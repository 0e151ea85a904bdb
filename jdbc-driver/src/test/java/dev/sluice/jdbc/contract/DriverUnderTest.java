package dev.sluice.jdbc.contract;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A driver that the contract is held against, over the tables of {@link dev.sluice.jdbc.TestLake}:
 * of web.all_types the first row has values, the second NULLs.
 */
interface DriverUnderTest {
  Connection open() throws SQLException;

  /** Whether it is held against what the standard leaves open and Sluice promises. */
  boolean isSluice();
}
