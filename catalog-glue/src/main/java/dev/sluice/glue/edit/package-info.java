/**
 * What edits of the catalog come to in Glue's entries, wherever they are kept. Pure: entries are
 * never changed, edited ones are new.
 */
@NullMarked
package dev.sluice.glue.edit;

import org.jspecify.annotations.NullMarked;
