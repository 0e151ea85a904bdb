package dev.sluice.sql.rewrite;

import dev.sluice.sql.dialect.FunctionForm;

/** A form of a call that is more than another name; it stands in a dialect's function table too. */
public non-sealed interface CallRule extends Rule, FunctionForm {}
