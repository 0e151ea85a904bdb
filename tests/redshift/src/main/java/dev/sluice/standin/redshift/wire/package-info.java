/** The wire: PostgreSQL's messages between the driver and the database, and faults on the way. */
@NullMarked
package dev.sluice.standin.redshift.wire;

import org.jspecify.annotations.NullMarked;
