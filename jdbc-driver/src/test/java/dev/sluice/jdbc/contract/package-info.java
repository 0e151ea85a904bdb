/**
 * What JDBC 4.3 and the documentation of java.sql say, as checks that run on any driver: on
 * Sluice's, and on H2's, so that the checks themselves are checked. What only Sluice promises
 * stands in its own classes.
 */
@NullMarked
package dev.sluice.jdbc.contract;

import org.jspecify.annotations.NullMarked;
