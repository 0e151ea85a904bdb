/** S3, and a proxy before it that breaks. */
@NullMarked
package dev.sluice.standin.aws.s3;

import org.jspecify.annotations.NullMarked;
