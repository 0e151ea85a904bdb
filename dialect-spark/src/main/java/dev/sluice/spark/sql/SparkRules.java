package dev.sluice.spark.sql;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.rewrite.NamedRule;
import java.util.List;

/** The rewrites that rows of the function table and the printer make. */
final class SparkRules {
  static final NamedRule WHOLE_DIVISION =
      NamedRule.of("whole-division", Capability.INTEGER_DIVISION);
  static final NamedRule COMPARE_AS_REALS =
      NamedRule.of("compare-as-reals", Capability.REAL_BESIDE_EXACT);
  static final NamedRule NULL_IF_ANY_IS =
      NamedRule.of("null-if-any-is", Capability.GREATEST_OR_LEAST);
  static final NamedRule ROUND_FIRST = NamedRule.of("round-first", Capability.FRACTION_TO_WHOLE);
  static final NamedRule DOUBLE_BACKSLASHES =
      NamedRule.of("double-backslashes", Capability.BACKSLASH);
  static final NamedRule NAME_ANOTHER_ESCAPE =
      NamedRule.of("name-another-escape", Capability.LIKE_BACKSLASH);
  static final NamedRule NULL_WITHOUT_MATCH =
      NamedRule.of("null-without-match", Capability.REGEXP_EXTRACT);
  static final NamedRule NULL_PAST_THE_LAST_PART =
      NamedRule.of("null-past-the-last-part", Capability.SPLIT_PART);
  static final NamedRule SUBSTRING_FROM_WITHIN =
      NamedRule.of("substring-from-within", Capability.SUBSTRING_FROM_ANYWHERE);
  static final NamedRule TRIM_WHITE_SPACE =
      NamedRule.of("trim-white-space", Capability.TRIM_WHITE_SPACE);
  static final NamedRule COMPLETE_MONTHS =
      NamedRule.of("complete-months", Capability.DATE_DIFFERENCE_IN_MONTHS);
  static final NamedRule DATE_STAYS_DATE =
      NamedRule.of("date-stays-date", Capability.DATE_STAYS_DATE);
  static final NamedRule MONDAY_IS_ONE = NamedRule.of("monday-is-one", Capability.DAY_OF_WEEK);

  static final List<NamedRule> ALL =
      List.of(
          WHOLE_DIVISION,
          COMPARE_AS_REALS,
          NULL_IF_ANY_IS,
          ROUND_FIRST,
          DOUBLE_BACKSLASHES,
          NAME_ANOTHER_ESCAPE,
          NULL_WITHOUT_MATCH,
          NULL_PAST_THE_LAST_PART,
          SUBSTRING_FROM_WITHIN,
          TRIM_WHITE_SPACE,
          COMPLETE_MONTHS,
          DATE_STAYS_DATE,
          MONDAY_IS_ONE);

  private SparkRules() {}
}
