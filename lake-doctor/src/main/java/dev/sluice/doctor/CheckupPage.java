package dev.sluice.doctor;

/** x */
public final class CheckupPage {
  private CheckupPage() {}

  public static String of(LakeCheckup lake) {
    return "";
  }
}
