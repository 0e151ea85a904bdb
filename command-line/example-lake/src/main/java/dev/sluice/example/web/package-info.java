/** What stands in each table of the database {@code web}, and how its schema drifts. */
@NullMarked
package dev.sluice.example.web;

import org.jspecify.annotations.NullMarked;
