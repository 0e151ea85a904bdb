/**
 * The Glue Data Catalog, out of folders of exported listings. Limits, errors and the treatment of
 * links: Glue Web API Reference and Lake Formation Developer Guide, "Resource link handling in AWS
 * Glue APIs" (looked at 2026-11-27). Messages are the references' own words for each exception;
 * what the stand-in adds stands in brackets.
 */
@NullMarked
package dev.sluice.standin.aws.glue;

import org.jspecify.annotations.NullMarked;
