package dev.sluice.glue.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;

/**
 * Refuses answers that say more than the SDK in use knows, where they are read to be written back:
 * what the SDK passes over would be lost. Only for requests that {@link #REFUSED} is set on. Safe
 * for use by several threads.
 */
final class UnknownMembers implements ExecutionInterceptor {
  static final ExecutionAttribute<Boolean> REFUSED =
      new ExecutionAttribute<>("dev.sluice.glue.live.UnknownMembers");

  private static final ExecutionAttribute<byte[]> BODY =
      new ExecutionAttribute<>("dev.sluice.glue.live.UnknownMembers.body");
  private static final JsonFactory JSON = new JsonFactory();

  /** Makes a client listen. */
  static SdkPlugin plugin() {
    UnknownMembers listener = new UnknownMembers();
    return client -> add(listener, client);
  }

  private static void add(UnknownMembers listener, SdkServiceClientConfiguration.Builder client) {
    client.overrideConfiguration(
        client.overrideConfiguration().copy(each -> each.addExecutionInterceptor(listener)));
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    if (context.responseBody().isEmpty() || attributes.getAttribute(REFUSED) == null) {
      return context.responseBody();
    }
    try (InputStream body = context.responseBody().get()) {
      byte[] bytes = body.readAllBytes();
      attributes.putAttribute(BODY, bytes);
      return Optional.of(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void afterUnmarshalling(
      Context.AfterUnmarshalling context, ExecutionAttributes attributes) {
    byte[] body = attributes.getAttribute(BODY);
    if (body != null && context.httpResponse().isSuccessful()) {
      try (JsonParser parser = JSON.createParser(body)) {
        parser.nextToken();
        object(parser, context.response(), "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void object(JsonParser parser, SdkPojo known, String path) throws IOException {
    Map<String, SdkField<?>> fields = new HashMap<>();
    known.sdkFields().forEach(field -> fields.put(field.locationName(), field));
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
      SdkField<?> field = fields.get(parser.currentName());
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        value(parser, field == null ? refused(name) : field, name);
      }
    }
  }

  /** Where the parser stands; it goes to the end of it. */
  private static void value(JsonParser parser, SdkField<?> field, String path) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT
        && field.marshallingType() == MarshallingType.SDK_POJO) {
      object(parser, field.constructor().get(), path);
    } else if (parser.currentToken() == JsonToken.START_ARRAY
        && field.marshallingType() == MarshallingType.LIST) {
      SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        value(parser, member, path);
      }
    } else {
      // Maps that Glue's entries have are of texts.
      parser.skipChildren();
    }
  }

  private static SdkField<?> refused(String name) {
    throw new SluiceException(
        ErrorCode.CATALOG_UNREADABLE,
        "Glue tells of "
            + name
            + ", which the version of AWS's SDK that is in use does not know: an entry that is"
            + " written back would lose it. Put a newer software.amazon.awssdk:glue on the class"
            + " path");
  }
}
