package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

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
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Makes a client listen. */
  static SdkPlugin plugin() {
    UnknownMembers listener = new UnknownMembers();
    return client -> add(listener, client);
  }

  private static void add(
      UnknownMembers listener, SdkServiceClientConfiguration.Builder client) {
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
      try {
        require(JSON.readTree(body), SdkJson.of(context.response()), "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void require(JsonNode said, JsonNode read, String path) {
    for (Iterator<Map.Entry<String, JsonNode>> each = said.fields(); each.hasNext(); ) {
      Map.Entry<String, JsonNode> member = each.next();
      String name = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
      if (!member.getValue().isNull() && !read.has(member.getKey())) {
        throw new SluiceException(
            ErrorCode.CATALOG_UNREADABLE,
            "Glue tells of "
                + name
                + ", which the version of AWS's SDK that is in use does not know: an entry that is"
                + " written back would lose it. Put a newer software.amazon.awssdk:glue on the"
                + " class path");
      }
      require(member.getValue(), read.path(member.getKey()), name);
    }
    for (int i = 0; said.isArray() && i < said.size(); i++) {
      require(said.get(i), read.path(i), path);
    }
  }
}
