package dev.sluice.standin.aws.wire;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for the next page that say nothing, and are good for the listing that they were made for
 * alone. Safe for use by several threads.
 */
public final class Pages {
  private final Map<String, Place> places = new ConcurrentHashMap<>();

  private record Place(Object listing, int next) {}

  /**
   * A page of a list, or what is left of it.
   *
   * @param token for what follows; null on the last page
   */
  public record Page<T>(List<T> entries, @Nullable String token) {}

  /**
   * Where a page begins.
   *
   * @param listing whatever tells a listing from others: operation, caller, parameters
   * @param token null for the first page
   * @return empty when the token is none of this listing
   */
  public OptionalInt start(Object listing, @Nullable String token) {
    if (token == null) {
      return OptionalInt.of(0);
    }
    Place place = places.get(token);
    return place != null && place.listing().equals(listing)
        ? OptionalInt.of(place.next())
        : OptionalInt.empty();
  }

  public String token(Object listing, int next) {
    String token = UUID.randomUUID().toString();
    places.put(token, new Place(listing, next));
    return token;
  }

  public <T> Page<T> page(Object listing, List<T> all, int start, int size) {
    int end = Math.min(all.size(), start + size);
    List<T> entries = all.subList(Math.min(start, end), end);
    return new Page<>(entries, end < all.size() ? token(listing, end) : null);
  }
}
