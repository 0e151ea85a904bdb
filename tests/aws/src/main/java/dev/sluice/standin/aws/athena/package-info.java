/**
 * Athena: queries are really executed, their results written to S3 and paged as Athena does. Limits
 * and errors: Amazon Athena API Reference (looked at 2026-11-27); messages are its own words for
 * each exception, and what the stand-in adds stands in brackets. Names of types, their precisions
 * and the text of values: what PyAthena's tests get from Athena itself (laughingman7743/PyAthena,
 * tests/pyathena/test_cursor.py, test_complex; looked at 2026-11-27). Where that says nothing, the
 * text is that of Trino's own client.
 */
@NullMarked
package dev.sluice.standin.aws.athena;

import org.jspecify.annotations.NullMarked;
