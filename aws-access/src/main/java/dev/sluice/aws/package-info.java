/**
 * Access to AWS for whatever calls it: credentials, region, endpoints, retries, and what AWS's
 * errors mean. One configuration makes one caller.
 */
@NullMarked
package dev.sluice.aws;

import org.jspecify.annotations.NullMarked;
