/**
 * What a dialect implements: the tables of functions and types, the rules that it takes part in,
 * and a printer. A dialect never sees another.
 */
@NullMarked
package dev.sluice.sql.dialect;

import org.jspecify.annotations.NullMarked;
