/**
 * What a query needs of an engine: each detector looks for a few capabilities and reports where in
 * the user's SQL they are needed. What no detector knows is {@code OTHER_SYNTAX}, which no engine
 * is trusted with.
 */
@NullMarked
package dev.sluice.sql.detect;

import org.jspecify.annotations.NullMarked;
