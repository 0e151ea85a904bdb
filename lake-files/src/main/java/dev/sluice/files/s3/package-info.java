/** Files of S3. Needs AWS's SDK on the class path; nothing else of the module does. */
@NullMarked
package dev.sluice.files.s3;

import org.jspecify.annotations.NullMarked;
