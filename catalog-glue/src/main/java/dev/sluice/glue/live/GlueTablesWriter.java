package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.TableName;
import dev.sluice.aws.AwsAccess;
import dev.sluice.aws.AwsErrors;
import dev.sluice.aws.AwsService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.BatchCreatePartitionResponse;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.PartitionError;
import software.amazon.awssdk.services.glue.model.PartitionInput;

/**
 * Makes tables in the Glue Data Catalog of entries as {@code aws glue get-tables} prints them, and
 * deletes them. Raises {@link SluiceException} as {@link AwsErrors} tells. Safe for use by several
 * threads.
 */
public final class GlueTablesWriter implements AutoCloseable {
  /** Of one call (Glue Web API Reference, BatchCreatePartition, looked at 2026-11-27). */
  private static final int MOST_PARTITIONS = 100;

  private final AwsAccess access;
  private final GlueClient glue;
  private final @Nullable String catalogId;

  private GlueTablesWriter(AwsAccess access, @Nullable String catalogId) {
    this.access = access;
    this.catalogId = catalogId;
    this.glue = access.client(GlueClient.builder(), AwsService.GLUE);
  }

  /** Sets the client up. Calls nothing yet. */
  public static GlueTablesWriter open(SluiceConfiguration configuration) {
    AwsAccess access = AwsAccess.of(configuration);
    try {
      return new GlueTablesWriter(access, GlueSettings.of(configuration).catalogId().orElse(null));
    } catch (RuntimeException e) {
      access.close();
      throw e;
    }
  }

  /** Makes a table; fails where there is one of that name. */
  public void create(TableName name, JsonNode entry) {
    try {
      glue.createTable(
          request ->
              request
                  .catalogId(catalogId)
                  .databaseName(name.database())
                  .tableInput(GlueInputs.table(name.table(), entry)));
    } catch (SdkException e) {
      throw AwsErrors.of(AwsService.GLUE, "create table " + name, e);
    }
  }

  /** Adds partitions, and fails where one of them is there already or is not taken. */
  public void addPartitions(TableName name, List<JsonNode> entries) {
    for (int from = 0; from < entries.size(); from += MOST_PARTITIONS) {
      List<PartitionInput> inputs =
          entries.subList(from, Math.min(entries.size(), from + MOST_PARTITIONS)).stream()
              .map(GlueInputs::partition)
              .toList();
      try {
        requireTaken(
            name,
            glue.batchCreatePartition(
                request ->
                    request
                        .catalogId(catalogId)
                        .databaseName(name.database())
                        .tableName(name.table())
                        .partitionInputList(inputs)));
      } catch (SdkException e) {
        throw AwsErrors.of(AwsService.GLUE, "add partitions to " + name, e);
      }
    }
  }

  private static void requireTaken(TableName name, BatchCreatePartitionResponse answer) {
    if (!answer.errors().isEmpty()) {
      PartitionError first = answer.errors().get(0);
      throw new SluiceException(
          ErrorCode.CATALOG_UNREADABLE,
          "Glue cannot add %d partitions to %s; the first is %s: %s (%s)"
              .formatted(
                  answer.errors().size(),
                  name,
                  first.partitionValues(),
                  first.errorDetail().errorMessage(),
                  first.errorDetail().errorCode()));
    }
  }

  /** Deletes a table with its partitions. One that is not there is no error. */
  public void delete(TableName name) {
    try {
      glue.deleteTable(
          request -> request.catalogId(catalogId).databaseName(name.database()).name(name.table()));
    } catch (EntityNotFoundException e) {
      // Gone already, or never made.
    } catch (SdkException e) {
      throw AwsErrors.of(AwsService.GLUE, "delete table " + name, e);
    }
  }

  @Override
  public void close() {
    glue.close();
    access.close();
  }
}
