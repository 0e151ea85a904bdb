/** Tests that need several modules: the arrows between them, and whole queries on a lake. */
@NullMarked
package dev.sluice.tests;

import org.jspecify.annotations.NullMarked;
