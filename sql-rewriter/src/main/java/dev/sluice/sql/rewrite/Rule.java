package dev.sluice.sql.rewrite;

import dev.sluice.matrix.Capability;
import java.util.Set;

/**
 * One rewrite. A rule claims the capabilities whose {@code rewrite} cells name it; the build fails
 * when a claim and the cells disagree. Rules are stateless and shareable.
 */
public sealed interface Rule
    permits AggregateFilterRule,
        CallRule,
        HiddenColumnRule,
        NamedRule,
        OrderRule,
        OutputRule,
        ResultRule,
        SelectRule,
        StarRule,
        StructToLeaves,
        UnnestRule {

  /** The name that the matrix's cells and explanations use. */
  String name();

  Set<Capability> claims();
}
