/**
 * Rewriting: the bound tree becomes canonical (stars expanded, aliases unique, ranges visible), the
 * engine's rules apply, each call takes its form from the engine's function table, and the result
 * is printed.
 */
@NullMarked
package dev.sluice.sql.rewrite;

import org.jspecify.annotations.NullMarked;
