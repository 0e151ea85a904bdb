/**
 * From the user's text to a Calcite tree, or to an error with its place. The grammar is Calcite's,
 * generated in the build with the changes listed in {@code src/main/codegen}; this package decides
 * what is a query, how large one may be, which words are names, and how errors read.
 */
@NullMarked
package dev.sluice.sql.parse;

import org.jspecify.annotations.NullMarked;
