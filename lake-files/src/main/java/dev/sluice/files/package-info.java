/**
 * What the files of a lake say of their own columns: {@link dev.sluice.files.LakeFileSchemas} lists
 * and samples, one class a format reads the few bytes that tell, a cache keeps what was read. The
 * bytes are trusted in nothing: whatever they are costs bounded time and memory and ends in a
 * finding.
 */
@NullMarked
package dev.sluice.files;

import org.jspecify.annotations.NullMarked;
