package dev.sluice.example.web;

import dev.sluice.example.format.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ad events with all that the newest schema has. NULLs stand at every depth: no struct, a struct of
 * NULLs, no array, an empty one, an element that is NULL, an entry without a value. Some text ends
 * in a blank, some is not ASCII.
 */
final class AdEventRows {
  static final int FIRST_CAMPAIGN = 101;
  static final int CAMPAIGNS = 24;

  private record Place(String country, String city, double lat, double lon) {}

  private static final Place[] PLACES = {
    new Place("US", "New York", 40.7128, -74.006),
    new Place("US", "Los Angeles ", 34.0522, -118.2437),
    new Place("DE", "München", 48.1374, 11.5755),
    new Place("CH", "Zürich", 47.3769, 8.5417),
    new Place("BR", "São Paulo", -23.5505, -46.6333),
    new Place("JP", "東京", 35.6762, 139.6503),
    new Place("PL", "Kraków", 50.0647, 19.945),
    new Place("GB", "London", 51.5074, -0.1278)
  };

  private final Hour hour;
  private final Dice dice;

  private AdEventRows(Hour hour) {
    this.hour = hour;
    this.dice = Dice.of("ad_events " + hour.key());
  }

  static List<Row> of(Hour hour) {
    AdEventRows events = new AdEventRows(hour);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < hour.events(); i++) {
      rows.add(events.row(i));
    }
    return rows;
  }

  private Row row(int i) {
    return new Row()
        .with("event_id", String.format(Locale.ROOT, "ev-%s-%04d", hour.key(), i))
        .with("event_time", time(i))
        .with("user_id", dice.orNull(4, Users.pick(dice, hour)))
        .with("campaign_id", dice.orNull(3, FIRST_CAMPAIGN + dice.below(CAMPAIGNS)))
        .with("placement", dice.orNull(5, dice.pick("top", "top ", "sidebar", "in-feed")))
        .with("event_type", dice.orNull(1, type()))
        .with("price", dice.orNull(6, BigDecimal.valueOf(dice.below(25_000), 2)))
        .with("device", device())
        .with("geo", geo())
        .with("bids", bids())
        .with("tags", tags())
        .with("referrer", dice.orNull(10, dice.pick("", "news.example", "forum.example/läden")));
  }

  private Instant time(int i) {
    int share = 3_600_000 / hour.events();
    return hour.start().plusMillis((long) i * share + dice.below(share));
  }

  private String type() {
    int throwOf100 = dice.below(100);
    return throwOf100 < 80 ? "impression" : throwOf100 < 92 ? "click" : "conversion";
  }

  private @Nullable Row device() {
    if (dice.percent(3)) {
      return null;
    }
    if (dice.percent(3)) {
      return new Row().with("os", null).with("model", null).with("screen", null);
    }
    int width = dice.pick(360, 414, 1280, 1920);
    Row screen = new Row().with("width", width).with("height", dice.orNull(5, width * 3 / 4));
    return new Row()
        .with("os", dice.orNull(3, dice.pick("Android", "iOS", "Windows", "macOS")))
        .with("model", dice.orNull(8, dice.pick("Pixel 3", "Pixel 3 ", "iPhone XS", "Mi 9", "PC")))
        .with("screen", dice.orNull(5, screen))
        .with("browser", dice.orNull(5, dice.pick("Chrome", "Safari", "Firefox")));
  }

  private @Nullable Row geo() {
    if (dice.percent(2)) {
      return null;
    }
    Place place = dice.pick(PLACES);
    boolean located = dice.percent(90);
    return new Row()
        .with("country", place.country())
        .with("city", dice.orNull(4, place.city()))
        .with("lat", located ? place.lat() : null)
        .with("lon", located ? place.lon() : null);
  }

  private @Nullable List<@Nullable Row> bids() {
    if (dice.percent(4)) {
      return null;
    }
    List<@Nullable Row> bids = new ArrayList<>();
    int count = dice.percent(7) ? 0 : dice.between(1, 4);
    for (int i = 0; i < count; i++) {
      bids.add(dice.orNull(3, bid(i == 0)));
    }
    return bids;
  }

  private Row bid(boolean won) {
    return new Row()
        .with("bidder", dice.orNull(2, dice.pick("alpha", "beta", "gamma", "delta")))
        .with("cpm", dice.orNull(4, dice.below(20_000) / 1000.0))
        .with("won", dice.orNull(2, won))
        .with("deal_id", dice.orNull(60, "deal-" + dice.between(1, 40)));
  }

  private @Nullable Map<String, @Nullable String> tags() {
    if (dice.percent(5)) {
      return null;
    }
    Map<String, @Nullable String> tags = new LinkedHashMap<>();
    if (dice.percent(85)) {
      tags.put("lang", dice.orNull(5, dice.pick("en", "de", "pt", "ja", "pl")));
      if (dice.percent(50)) {
        tags.put("slot", dice.pick("a1", "a2", "b1 "));
      }
      if (dice.percent(20)) {
        tags.put("segment", dice.orNull(20, dice.pick("sport", "café", "🎯 in-market")));
      }
    }
    return tags;
  }
}
