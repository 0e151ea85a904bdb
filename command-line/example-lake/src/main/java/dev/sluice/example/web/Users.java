package dev.sluice.example.web;

/** Who looks at the ads. */
final class Users {
  private Users() {}

  /** The numbers outgrew an int on the day when the files began to keep a bigint. */
  static long pick(Dice dice, Hour hour) {
    boolean newcomers = Drifts.EVENT_USER.isIn(hour.key());
    return newcomers && dice.percent(15)
        ? 4_000_000_000L + dice.below(500)
        : 1_000_000L + dice.below(2_000);
  }
}
