/** What the tests of this module share: a lake in memory and an engine made up for them. */
@NullMarked
package dev.sluice.sql;

import org.jspecify.annotations.NullMarked;
