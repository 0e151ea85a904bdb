/** The live catalog, before the stand-in of Glue. */
@NullMarked
package dev.sluice.glue.live;

import org.jspecify.annotations.NullMarked;
