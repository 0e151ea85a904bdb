package dev.sluice.sql.rewrite;

import dev.sluice.matrix.Capability;
import java.util.Set;

/**
 * {@code *} becomes the columns it means. Binding does this for every engine, since what a star
 * means is the catalog's to say; engines that cannot take a star over nested columns count it as a
 * rewrite.
 *
 * <pre>
 * SELECT * FROM web.clicks
 * SELECT clicks.click_id, clicks.device, … FROM web.clicks AS clicks
 * </pre>
 */
public final class StarRule implements Rule {
  @Override
  public String name() {
    return "expand-star";
  }

  @Override
  public Set<Capability> claims() {
    return Set.of(Capability.SELECT_STAR_NESTED);
  }
}
