package dev.sluice.standin.aws.wire;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller signs with.
 *
 * @param sessionToken of a session; a user's own key has none
 * @param expires with the session
 */
public record Credentials(
    String accessKey,
    String secret,
    @Nullable String sessionToken,
    Caller caller,
    Optional<Instant> expires) {

  @Override
  public String toString() {
    return accessKey + " of " + caller.arn();
  }
}
