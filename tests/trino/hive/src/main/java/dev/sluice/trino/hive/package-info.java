/** What Trino's Hive connector needs besides its own jars to be a plugin. */
@NullMarked
package dev.sluice.trino.hive;

import org.jspecify.annotations.NullMarked;
