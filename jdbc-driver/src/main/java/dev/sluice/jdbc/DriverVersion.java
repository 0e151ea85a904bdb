package dev.sluice.jdbc;

/** The driver's version, which is Sluice's. */
final class DriverVersion {
  static final int MAJOR = 0;
  static final int MINOR = 1;
  static final String TEXT = MAJOR + "." + MINOR;
  static final String PRODUCT = "Sluice";

  private DriverVersion() {}
}
