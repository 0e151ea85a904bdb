package dev.sluice.standin.aws.wire;

/**
 * Who calls.
 *
 * @param arn a user's, or an assumed role's with its session
 * @param userId as GetCallerIdentity tells it
 */
public record Caller(String account, String arn, String userId) {
  /** A user of an account. */
  public static Caller user(String account, String name) {
    return new Caller(account, "arn:aws:iam::" + account + ":user/" + name, "AIDA" + name);
  }
}
