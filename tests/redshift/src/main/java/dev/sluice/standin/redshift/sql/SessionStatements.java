package dev.sluice.standin.redshift.sql;

import dev.sluice.standin.redshift.lake.Quoted;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SET, RESET, SHOW, transactions, and CANCEL. */
final class SessionStatements {
  private static final Pattern SET =
      Pattern.compile(
          "(?is)SET\\s+(?:(?:SESSION|LOCAL)\\s+)?([a-z_]+)\\s*(?:=|\\s+TO\\s+)\\s*(.+)");
  private static final Pattern TIME_ZONE = Pattern.compile("(?is)SET\\s+TIME\\s+ZONE\\s+(.+)");
  private static final Pattern RESET = Pattern.compile("(?i)RESET\\s+([a-z_]+)");
  private static final Pattern SHOW = Pattern.compile("(?i)SHOW\\s+([a-z_]+)");
  private static final Pattern CANCEL = Pattern.compile("(?is)CANCEL\\s+(\\d+)(?:\\s+'.*')?");
  private static final Pattern BEGIN =
      Pattern.compile(
          "(?i)(BEGIN|START)(\\s+(WORK|TRANSACTION))?"
              + "(\\s+(ISOLATION\\s+LEVEL\\s+[a-z ]+|READ\\s+ONLY|READ\\s+WRITE|,))*");
  private static final Pattern END =
      Pattern.compile("(?i)(COMMIT|END|ROLLBACK|ABORT)(\\s+(WORK|TRANSACTION))?");
  private static final Pattern CHARACTERISTICS =
      Pattern.compile("(?i)SET\\s+SESSION\\s+CHARACTERISTICS\\s+AS\\s+TRANSACTION\\s+[a-z ,]+");

  /** Settings that the database itself keeps under {@code redshift.}, all of them booleans. */
  private static final Set<String> SWITCHES =
      Set.of(
          "json_serialization_enable",
          "json_serialization_parse_nested_strings",
          "enable_case_sensitive_identifier",
          "enable_result_cache_for_session");

  private static final Set<String> TEXTS = Set.of("query_group");

  /** Settings that PostgreSQL has too, by its name. */
  private static final Map<String, String> SHARED =
      Map.of(
          "timezone", "timezone",
          "statement_timeout", "statement_timeout",
          "datestyle", "datestyle",
          "extra_float_digits", "extra_float_digits",
          "application_name", "application_name",
          "client_encoding", "client_encoding",
          "readonly", "default_transaction_read_only");

  private final SessionSettings session;

  SessionStatements(SessionSettings session) {
    this.session = session;
  }

  /** The statement in PostgreSQL's words, if it is one of these. */
  Optional<String> translate(String sql) {
    Matcher set = SET.matcher(sql);
    Matcher zone = TIME_ZONE.matcher(sql);
    Matcher reset = RESET.matcher(sql);
    Matcher show = SHOW.matcher(sql);
    Matcher cancel = CANCEL.matcher(sql);
    if (CHARACTERISTICS.matcher(sql).matches()) {
      return Optional.of(sql);
    } else if (zone.matches()) {
      return Optional.of("SET timezone TO " + value(zone.group(1)));
    } else if (set.matches()) {
      return Optional.of(set(set.group(1).toLowerCase(Locale.ROOT), set.group(2).strip()));
    } else if (reset.matches()) {
      return Optional.of(reset(reset.group(1).toLowerCase(Locale.ROOT)));
    } else if (show.matches()) {
      return Optional.of(show(show.group(1).toLowerCase(Locale.ROOT)));
    } else if (cancel.matches()) {
      return Optional.of("SELECT pg_catalog.pg_cancel_backend(" + cancel.group(1) + ")");
    }
    return transaction(sql);
  }

  private Optional<String> transaction(String sql) {
    Matcher end = END.matcher(sql);
    if (BEGIN.matcher(sql).matches()) {
      session.begin();
      return Optional.of(sql);
    } else if (end.matches()) {
      if (end.group(1).matches("(?i)ROLLBACK|ABORT")) {
        session.rollBack();
      }
      return Optional.of(sql);
    }
    return Optional.empty();
  }

  private String set(String name, String written) {
    if (SWITCHES.contains(name)) {
      boolean on = isOn(name, written);
      apply(name, on);
      return "SET redshift." + name + " TO '" + on + "'";
    } else if (TEXTS.contains(name)) {
      return "SET redshift." + name + " TO " + value(written);
    }
    return "SET " + shared(name) + " TO " + value(written);
  }

  private void apply(String name, boolean on) {
    if (name.equals("json_serialization_enable")) {
      session.serializeNested(on);
    } else if (name.equals("enable_case_sensitive_identifier")) {
      session.keepCase(on);
    }
  }

  private static boolean isOn(String name, String written) {
    return switch (bare(written).toLowerCase(Locale.ROOT)) {
      case "true", "on", "1", "t", "yes" -> true;
      case "false", "off", "0", "f", "no", "default" -> false;
      default -> throw RefusedException.own("22023", written + " is no value of " + name);
    };
  }

  private String reset(String name) {
    if (name.equals("all")) {
      session.reset();
      return "RESET ALL";
    } else if (SWITCHES.contains(name) || TEXTS.contains(name)) {
      apply(name, false);
      return "RESET redshift." + name;
    }
    return "RESET " + shared(name);
  }

  private static String show(String name) {
    if (SWITCHES.contains(name) || TEXTS.contains(name)) {
      return "SELECT pg_catalog.current_setting('redshift." + name + "') AS " + name;
    }
    return "SELECT pg_catalog.current_setting('" + shared(name) + "') AS " + name;
  }

  private static String shared(String name) {
    String shared = SHARED.get(name);
    if (shared == null) {
      throw RefusedException.own("42704", "the stand-in knows no setting " + name);
    }
    return shared;
  }

  private static String value(String written) {
    return written.strip().equalsIgnoreCase("default") ? "DEFAULT" : Quoted.text(bare(written));
  }

  private static String bare(String written) {
    String text = written.strip();
    boolean quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
    return quoted ? text.substring(1, text.length() - 1).replace("''", "'") : text;
  }
}
