/**
 * The live Glue Data Catalog. Needs AWS's SDK on the class path; nothing else of the module does.
 */
@NullMarked
package dev.sluice.glue.live;

import org.jspecify.annotations.NullMarked;
