/**
 * Rows and their types, and one class a file format that writes them with that format's own
 * library. Knows nothing of tables or catalogs.
 */
@NullMarked
package dev.sluice.example.format;

import org.jspecify.annotations.NullMarked;
