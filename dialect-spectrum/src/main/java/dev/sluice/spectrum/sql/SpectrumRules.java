package dev.sluice.spectrum.sql;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.rewrite.NamedRule;
import java.util.List;

/** The rewrites that rows of the function table, the printer and the aliases make. */
final class SpectrumRules {
  static final NamedRule AVERAGE_AS_DOUBLE =
      NamedRule.of("average-as-double", Capability.AVERAGE_OF_INTEGERS);
  static final NamedRule COMPARE_AS_REALS =
      NamedRule.of("compare-as-reals", Capability.REAL_BESIDE_EXACT);
  static final NamedRule NULL_IF_ANY_IS =
      NamedRule.of("null-if-any-is", Capability.GREATEST_OR_LEAST);
  static final NamedRule TRUTH_IN_WORDS =
      NamedRule.of("truth-in-words", Capability.BOOLEAN_AS_TEXT);
  static final NamedRule DOUBLE_BACKSLASHES =
      NamedRule.of("double-backslashes", Capability.BACKSLASH);
  static final NamedRule NAME_ANOTHER_ESCAPE =
      NamedRule.of("name-another-escape", Capability.LIKE_BACKSLASH);
  static final NamedRule NULL_WITHOUT_MATCH =
      NamedRule.of("null-without-match", Capability.REGEXP_EXTRACT);
  static final NamedRule NULL_PAST_THE_LAST_PART =
      NamedRule.of("null-past-the-last-part", Capability.SPLIT_PART);
  static final NamedRule COMPLETE_UNITS =
      NamedRule.of("complete-units", Capability.DATE_DIFFERENCE);
  static final NamedRule DATE_STAYS_DATE =
      NamedRule.of("date-stays-date", Capability.DATE_STAYS_DATE);
  static final NamedRule MONDAY_IS_ONE = NamedRule.of("monday-is-one", Capability.DAY_OF_WEEK);
  static final NamedRule GETDATE = NamedRule.of("getdate", Capability.CLOCK);
  static final NamedRule NULLS_INSIDE = NamedRule.of("nulls-inside", Capability.IGNORE_NULLS);
  static final NamedRule ALIAS_APART = NamedRule.of("alias-apart", Capability.ALIAS_OF_A_SCHEMA);

  static final List<NamedRule> ALL =
      List.of(
          AVERAGE_AS_DOUBLE,
          COMPARE_AS_REALS,
          NULL_IF_ANY_IS,
          TRUTH_IN_WORDS,
          DOUBLE_BACKSLASHES,
          NAME_ANOTHER_ESCAPE,
          NULL_WITHOUT_MATCH,
          NULL_PAST_THE_LAST_PART,
          COMPLETE_UNITS,
          DATE_STAYS_DATE,
          MONDAY_IS_ONE,
          GETDATE,
          NULLS_INSIDE,
          ALIAS_APART);

  private SpectrumRules() {}
}
